"""The texts of instruments on record: the last version of each, held against its digest."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from navicert.casework.ports import Desk
from navicert.errors import RecordAltered
from navicert.records.record import Record

INSTRUMENT = "instrument"
DONE = "commitment_done"
REOPENED = "commitment_reopened"


@dataclass(frozen=True, slots=True)
class Kept:
    """The text of an instrument in force: its digest, its file, and where it stands in the log.

    ``version`` counts from 1, with each load that changed it.
    """

    id: str
    content: bytes
    digest: str
    file: str
    record: int
    recorded_at: str
    version: int

    @property
    def name(self) -> str:
        """What messages call it."""
        return f"record {self.record} ({self.file})"


def kept(desk: Desk, moment: datetime | None = None) -> tuple[Kept, ...]:
    """Give the last version of each, in the order in which they were first loaded.

    ``moment`` asks for what was on record then. Raises StateUnusable and RecordAltered.
    """
    found: dict[str, Kept] = {}
    for record in desk.records.of_kinds((INSTRUMENT,)):
        if moment is not None and datetime.fromisoformat(record.recorded_at) > moment:
            continue
        before = found.get(record.subject)
        found[record.subject] = _kept(record, before.version + 1 if before else 1)
    return tuple(found.values())


def told(record: Record) -> dict[str, Any]:
    """Read an entry of an undertaking; RecordAltered when it is none."""
    try:
        content: dict[str, Any] = json.loads(record.content)
        wanted = _KEYS[record.kind]
        if wanted <= content.keys():
            return content
    except (ValueError, AttributeError):
        pass
    message = f"entry {record.index} is altered: it is no record of an undertaking"
    raise RecordAltered(record.index, message)


def _kept(record: Record, version: int) -> Kept:
    said = told(record)
    content, file = str(said["text"]).encode(), str(said["file"])
    digest = sha256(content).hexdigest()
    if digest != said["digest"]:
        message = f"entry {record.index} is altered: its text does not have its digest"
        raise RecordAltered(record.index, message)
    return Kept(record.subject, content, digest, file, record.index, record.recorded_at, version)


_KEYS: Mapping[str, frozenset[str]] = {
    INSTRUMENT: frozenset({"text", "digest", "file"}),
    DONE: frozenset({"instrument", "occurrence", "day", "by", "note"}),
    REOPENED: frozenset({"instrument", "occurrence", "by", "note"}),
}

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
UNLOADED = "instrument_unloaded"
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
    """Give the last version of each that was not unloaded, in the order of their first loads.

    ``moment`` asks for what was on record then. Raises StateUnusable and RecordAltered.
    """
    found: dict[str, Kept] = {}
    versions: dict[str, int] = {}
    for record in desk.records.of_kinds((INSTRUMENT, UNLOADED)):
        if moment is not None and datetime.fromisoformat(record.recorded_at) > moment:
            continue
        if record.kind == UNLOADED:
            found.pop(str(told(record)["instrument"]), None)
            continue
        versions[record.subject] = versions.get(record.subject, 0) + 1
        found[record.subject] = _kept(record, versions[record.subject])
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
    UNLOADED: frozenset({"instrument", "digest", "because", "by"}),
    DONE: frozenset({"instrument", "occurrence", "day", "by", "note"}),
    REOPENED: frozenset({"instrument", "occurrence", "by", "note"}),
}

"""What the log has on record of instruments, and of what was done under them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from navicert.casework.ports import Desk
from navicert.errors import RecordAltered
from navicert.records.canonical import canonical
from navicert.records.record import Receipt, Record
from navicert.terms import day as days
from navicert.undertakings.commitments.standing import Done
from navicert.undertakings.instruments.instrument import Instrument
from navicert.undertakings.instruments.reader import read

INSTRUMENT = "instrument"
DONE = "commitment_done"
REOPENED = "commitment_reopened"
FORMAT = "navicert.instrument/1"
DONE_FORMAT = "navicert.commitment/1"


@dataclass(frozen=True, slots=True)
class Held:
    """An instrument in force: the bytes' digest, its file, and where it stands in the log.

    ``version`` counts from 1, with each load that changed it.
    """

    instrument: Instrument
    digest: str
    file: str
    record: int
    recorded_at: str
    version: int


def instruments(desk: Desk) -> tuple[Held, ...]:
    """Give the last version of each, in the order in which they were first loaded."""
    held: dict[str, Held] = {}
    for record in desk.records.of_kinds((INSTRUMENT,)):
        one = _held(record, held[record.subject].version + 1 if record.subject in held else 1)
        held[record.subject] = one
    return tuple(held.values())


def keep(instrument: Instrument, file: str, content: bytes, desk: Desk) -> Receipt:
    """Put an instrument on record, its text whole."""
    told = {
        "format": FORMAT,
        "instrument": instrument.id,
        "title": instrument.title,
        "file": file,
        "digest": sha256(content).hexdigest(),
        "text": content.decode("utf-8"),
    }
    return desk.records.append(canonical(told), INSTRUMENT, instrument.id)


def done(desk: Desk) -> Mapping[str, Mapping[str, Done]]:
    """Give what was done: by instrument, then by the id of the occurrence."""
    found: dict[str, dict[str, Done]] = {}
    for record in desk.records.of_kinds((DONE, REOPENED)):
        told = _told(record)
        of_instrument = found.setdefault(str(told["instrument"]), {})
        if record.kind == REOPENED:
            of_instrument.pop(str(told["occurrence"]), None)
        else:
            day = days.parse(told["day"])
            of_instrument[str(told["occurrence"])] = Done(day, str(told["by"]), str(told["note"]))
    return found


def _held(record: Record, version: int) -> Held:
    told = _told(record)
    content = str(told["text"]).encode()
    digest = sha256(content).hexdigest()
    if digest != told["digest"]:
        message = f"entry {record.index} is altered: its text does not have its digest"
        raise RecordAltered(record.index, message)
    name = f"record {record.index} ({told['file']})"
    return Held(
        read(name, content), digest, str(told["file"]), record.index, record.recorded_at, version
    )


def _told(record: Record) -> dict[str, Any]:
    try:
        told: dict[str, Any] = json.loads(record.content)
        wanted = _KEYS[record.kind]
        if wanted <= told.keys():
            return told
    except (ValueError, AttributeError):
        pass
    message = f"entry {record.index} is altered: it is no record of an undertaking"
    raise RecordAltered(record.index, message)


_KEYS: Mapping[str, frozenset[str]] = {
    INSTRUMENT: frozenset({"text", "digest", "file"}),
    DONE: frozenset({"instrument", "occurrence", "day", "by", "note"}),
    REOPENED: frozenset({"instrument", "occurrence", "by", "note"}),
}

"""What the log has on record of instruments, and of what was done under them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from navicert.casework.ports import Desk
from navicert.casework.promises import instrument_records
from navicert.casework.promises.instrument_records import DONE, INSTRUMENT, REOPENED, Kept
from navicert.errors import InputError, UnreadableFile
from navicert.records.canonical import canonical
from navicert.records.record import Receipt
from navicert.terms import day as days
from navicert.undertakings.commitments.standing import Done
from navicert.undertakings.instruments.instrument import Instrument
from navicert.undertakings.instruments.reader import read

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


@dataclass(frozen=True, slots=True)
class Readable:
    """Instruments in force, and the ids of those whose text cannot be read, with the reason."""

    held: tuple[Held, ...]
    unread: tuple[tuple[str, InputError], ...] = ()


def instruments(desk: Desk) -> tuple[Held, ...]:
    """Give the last version of each in force; InputError says how to go on from an unreadable one.

    No deadline is left out in silence: what cannot be read is replaced or unloaded first.
    """
    found = readable(desk)
    if found.unread:
        id_, error = found.unread[0]
        way = f"load its file anew, or 'navicert undertakings unload {id_} --because WHY'"
        told = f"the instrument {id_!r} that was loaded cannot be read: {error}"
        raise UnreadableFile(f"{told}; {way}")
    return found.held


def readable(desk: Desk) -> Readable:
    """Give those in force that can be read, and beside them each that cannot."""
    held: list[Held] = []
    unread: list[tuple[str, InputError]] = []
    for one in instrument_records.kept(desk):
        try:
            held.append(_held(one))
        except InputError as error:
            unread.append((one.id, error))
    return Readable(tuple(held), tuple(unread))


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
        told = instrument_records.told(record)
        of_instrument = found.setdefault(str(told["instrument"]), {})
        if record.kind == REOPENED:
            of_instrument.pop(str(told["occurrence"]), None)
        else:
            day = days.parse(told["day"])
            of_instrument[str(told["occurrence"])] = Done(day, str(told["by"]), str(told["note"]))
    return found


def _held(one: Kept) -> Held:
    instrument = read(one.name, one.content)
    return Held(instrument, one.digest, one.file, one.record, one.recorded_at, one.version)

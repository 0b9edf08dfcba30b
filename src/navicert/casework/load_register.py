"""Load a register of owners, or take one out of force; the log says which are in force."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

import msgspec

from navicert.casework.load_list import place_told, refuse_future
from navicert.casework.ports import Desk
from navicert.casework.register_ports import RegisterLoad
from navicert.errors import RecordAltered, UnreadableFile
from navicert.parties.ownership.readers.read import read
from navicert.parties.ownership.register import Register
from navicert.records.canonical import canonical
from navicert.records.record import Record

LOADED, RETIRED = "register_load", "register_retirement"
FORMAT = "navicert.register/1"


@dataclass(frozen=True, slots=True)
class Loading:
    """Which file to load, what to call it, and the day on which it was current."""

    place: str
    title: str = ""
    as_of: date | None = None
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class LoadedRegister:
    """What a file holds, the load before it of the same title, and whether it is in force now."""

    register: Register
    load: RegisterLoad
    previous: RegisterLoad | None
    in_force: bool


def load_register(loading: Loading, desk: Desk) -> LoadedRegister:
    """Load one register; it replaces the one of the same title, whole or not at all.

    Raises:
        InputError: the file cannot be read.
        ListError: it is in no known form, or a row is malformed.
        StateUnusable: the data directory cannot be written.
    """
    refuse_future(loading.place, loading.as_of, desk.clock.today())
    file = desk.feed.fetch(loading.place)
    name = file.name if "://" in loading.place else loading.place
    register = read(name, file.content, loading.title, loading.as_of)
    load = _load(register, place_told(loading.place), desk)
    previous = next((one for one in loads(desk) if one.title == load.title), None)
    if not loading.dry_run:
        desk.registers.keep(register, file.content)
        desk.records.append(canonical({"format": FORMAT, **_told(load)}), LOADED, load.title)
    return LoadedRegister(register, load, previous, in_force=not loading.dry_run)


def _load(register: Register, place: str, desk: Desk) -> RegisterLoad:
    return RegisterLoad(
        title=register.title,
        form=register.form,
        as_of=register.as_of,
        digest=register.digest,
        entities=len(register.entities),
        stakes=len(register.stakes),
        flagged=register.flagged,
        loaded_at=desk.clock.now().isoformat().replace("+00:00", "Z"),
        file=place.rpartition("/")[2] or place,
        place=place,
    )


def retire_register(title: str, desk: Desk) -> RegisterLoad:
    """Take a register out of force; its bytes are kept. Raises InputError when there is none."""
    found = loads(desk)
    load = next((one for one in found if one.title == title), None)
    if load is None:
        titles = ", ".join(repr(one.title) for one in found) or "none is loaded"
        raise UnreadableFile(f"{title!r}: no register in force has this title: {titles}")
    content = canonical({"format": FORMAT, "title": title, "digest": load.digest})
    desk.records.append(content, RETIRED, title)
    return load


def loads(desk: Desk, known: datetime | None = None) -> tuple[RegisterLoad, ...]:
    """Give the registers in force, or those that were at a moment, by title.

    Raises StateUnusable and RecordAltered as the log does.
    """
    found: dict[str, RegisterLoad] = {}
    for record in desk.records.of_kinds((LOADED, RETIRED)):
        if known is not None and datetime.fromisoformat(record.recorded_at) > known:
            continue
        told = _read(record)
        if record.kind == RETIRED:
            found.pop(str(told.get("title")), None)
            continue
        load = _converted(record, told)
        found[load.title] = load
    return tuple(found[title] for title in sorted(found))


def _told(load: RegisterLoad) -> dict[str, Any]:
    day = None if load.as_of is None else load.as_of.isoformat()
    return asdict(load) | {"as_of": day}


def _read(record: Record) -> dict[str, Any]:
    try:
        told: dict[str, Any] = json.loads(record.content)
        del told["format"]
    except (ValueError, TypeError, KeyError):
        raise _altered(record) from None
    return told


def _converted(record: Record, told: dict[str, Any]) -> RegisterLoad:
    try:
        return msgspec.convert(told, RegisterLoad)
    except msgspec.ValidationError:
        raise _altered(record) from None


def _altered(record: Record) -> RecordAltered:
    message = f"entry {record.index} is altered: it does not say which register was loaded"
    return RecordAltered(record.index, message)

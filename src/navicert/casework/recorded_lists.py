"""Loads of lists on record: each load and each retirement is an entry of the signed log.

The tables that say which lists are in force could be altered by whoever can write the database.
What the log says of them cannot, so a check compares the two.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import msgspec

from navicert.casework.ports import Desk, ListLoad
from navicert.errors import RecordAltered
from navicert.records.canonical import canonical
from navicert.records.record import Receipt, Record

LOADED = "list_load"
RETIRED = "list_retirement"
FORMAT = "navicert.list/1"
_Key = tuple[str, str]


def record_load(load: ListLoad, desk: Desk) -> Receipt:
    """Put on record that a list is in force."""
    told = _told(load) | {"format": FORMAT}
    return desk.records.append(canonical(told), LOADED, load.title)


def record_retirement(load: ListLoad, desk: Desk) -> Receipt:
    """Put on record that a list was taken out of force."""
    told = {"format": FORMAT, "code": load.code, "title": load.title}
    return desk.records.append(canonical(told), RETIRED, load.title)


def unproved(desk: Desk, moment: datetime | None = None) -> tuple[str, ...]:
    """Say where the lists in force are not those that the log says; raises as the ports do.

    ``moment`` asks for what was in force then, and what the log had said by then.
    """
    recorded = _recorded(desk, moment)
    found = {
        (load.code, load.title): _as_then(_told(load), recorded.get((load.code, load.title)))
        for load in desk.snapshots.loads(moment)
    }
    return tuple(
        f"{title}: {_difference(found.get((code, title)), recorded.get((code, title)))}: load "
        "the list again, and have the log proved with 'navicert records verify'"
        for code, title in sorted({*found, *recorded})
        if found.get((code, title)) != recorded.get((code, title))
    )


def _as_then(told: dict[str, Any], recorded: dict[str, Any] | None) -> dict[str, Any]:
    """Leave out where a load came from, where its record is of before that was told."""
    if recorded is None or "place" in recorded:
        return told
    return {key: value for key, value in told.items() if key != "place"}


def _difference(found: dict[str, Any] | None, recorded: dict[str, Any] | None) -> str:
    if found is None:
        return "on record as loaded, and no longer in force, though nobody took it out of force"
    if recorded is None:
        return "in force, and not on record as loaded"
    return "not in force as it was recorded when it was loaded"


def _recorded(desk: Desk, moment: datetime | None) -> dict[_Key, dict[str, Any]]:
    recorded: dict[_Key, dict[str, Any]] = {}
    for record in desk.records.of_kinds((LOADED, RETIRED)):
        told = _read(record)
        if moment is not None and _moment(record, told) > moment:
            continue
        key = (str(told.get("code")), str(told.get("title")))
        if record.kind == LOADED:
            recorded[key] = told
        else:
            recorded.pop(key, None)
    return recorded


def _moment(record: Record, told: dict[str, Any]) -> datetime:
    """Give when a list was loaded, as the load itself says; of a retirement, when it was told."""
    try:
        return datetime.fromisoformat(str(told.get("loaded_at", record.recorded_at)))
    except ValueError:
        message = f"entry {record.index} is altered: it does not say when the list was loaded"
        raise RecordAltered(record.index, message) from None


def _read(record: Record) -> dict[str, Any]:
    try:
        told: dict[str, Any] = json.loads(record.content)
        del told["format"]
    except (ValueError, TypeError, KeyError):
        message = f"entry {record.index} is altered: it does not say which list was loaded"
        raise RecordAltered(record.index, message) from None
    return told


def _told(load: ListLoad) -> dict[str, Any]:
    """Give a load as JSON gives it back, so that both sides compare."""
    told: dict[str, Any] = json.loads(msgspec.json.encode(load))
    return told

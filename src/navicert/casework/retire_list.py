"""Take a list out of force, and put that on record."""

from __future__ import annotations

from navicert.casework.ports import Desk, ListLoad
from navicert.casework.recorded_lists import record_retirement
from navicert.errors import UnreadableFile


def retire_list(named: str, desk: Desk) -> ListLoad:
    """Take out of force the list of this title, or of this code when only one has it.

    Raises:
        InputError: no list in force, or more than one, goes by this name.
        StateUnusable: the data directory cannot be written.
        RecordAltered: the log is not what was signed.
    """
    load = _named(named, desk.snapshots.loads())
    with desk.at_once():
        desk.snapshots.retire(load.code, load.title)
        record_retirement(load, desk)
    return load


def _named(named: str, loads: tuple[ListLoad, ...]) -> ListLoad:
    found = [one for one in loads if one.title == named]
    found = found or [one for one in loads if one.code.casefold() == named.casefold()]
    if len(found) == 1:
        return found[0]
    titles = ", ".join(repr(one.title) for one in (found or loads)) or "none is loaded"
    told = "several lists have this code" if found else "no list in force has this title or code"
    raise UnreadableFile(f"{named!r}: {told}; name one by its title: {titles}")

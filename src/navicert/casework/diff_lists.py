"""Compare two lists: files, or loads that the desk keeps, named by digest, title or code."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from navicert.casework.ports import Desk, ListLoad, Tenure
from navicert.errors import FileTooLarge, MalformedDate, UnreadableFile
from navicert.parties.lists.difference import Difference, difference
from navicert.parties.lists.read import read
from navicert.parties.lists.snapshot import Snapshot
from navicert.terms import day as days

_DIGEST = re.compile(r"[0-9a-f]{8,64}")


@dataclass(frozen=True, slots=True)
class Compared:
    """Two lists, and what lies between them."""

    before: Snapshot
    after: Snapshot
    difference: Difference


def diff_lists(before: str, after: str, desk: Desk) -> Compared:
    """Compare two lists.

    Raises:
        InputError: a name means no load and no readable file, or several loads.
        ListError: a file is in no known form.
        StateUnusable: the data directory cannot be read.
    """
    old, new = find(before, desk), find(after, desk)
    return Compared(old, new, difference(old, new))


def find(named: str, desk: Desk) -> Snapshot:
    """Give the list that a name means: a load that is kept, else a file or an address.

    A load is named by the first eight or more figures of its digest, by its title or code (then
    it is the one in force, or else the last one that was), or by one of these with the day of
    which it is: ``CSL@2026-07-31``. Raises as ``diff_lists`` does.
    """
    load = _load(named, desk.snapshots.tenures())
    if load is not None:
        return desk.snapshots.opened(load)
    try:
        file = desk.feed.fetch(named)
    except FileTooLarge:
        raise
    except UnreadableFile as refused:
        kept = dict.fromkeys(_called(one.load) for one in desk.snapshots.tenures())
        message = f"{refused}; it is no load that is kept either: {', '.join(kept) or 'none is'}"
        raise UnreadableFile(message) from None
    return read(file.name, file.content)


def _called(load: ListLoad) -> str:
    return f"{load.title}@{load.as_of}" if load.as_of else f"{load.title} ({load.digest[:8]})"


def _load(named: str, tenures: tuple[Tenure, ...]) -> ListLoad | None:
    """Choose the load; of several with the same bytes or the same day the last."""
    if _DIGEST.fullmatch(named):
        found = [one for one in tenures if one.load.digest.startswith(named)]
        return _last(named, found, lambda load: load.digest)
    name, as_of = _parted(named)
    found = [one for one in tenures if one.load.title == name]
    found = found or [one for one in tenures if one.load.code.casefold() == name.casefold()]
    if as_of is not None:
        found = [one for one in found if one.load.as_of == as_of]
    found = [one for one in found if one.until is None] or found
    return _last(named, found, lambda load: load.title)


def _parted(named: str) -> tuple[str, date | None]:
    name, _, text = named.rpartition("@")
    try:
        return (name, days.parse(text)) if name else (named, None)
    except MalformedDate:
        return named, None


def _last(named: str, found: list[Tenure], told: Callable[[ListLoad], str]) -> ListLoad | None:
    meant = dict.fromkeys(told(one.load) for one in found)
    if len(meant) > 1:
        raise UnreadableFile(f"{named!r}: means more than one load: {', '.join(meant)}")
    return found[-1].load if found else None

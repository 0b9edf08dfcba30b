"""Building the watch of a job: the lists that the desk keeps, and those named for this one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from navicert.casework.ports import FeedFile, Snapshots
from navicert.errors import StateUnusable
from navicert.facts.standing import ListAsked
from navicert.parties.lists.read import read
from navicert.parties.lists.snapshot import Snapshot
from navicert.parties.watch import Watch
from navicert.terms.list_code import ListCode

MOST_DAYS = 30
"""Days that a list may be older than the order: the authorities publish new ones each week."""


@dataclass(frozen=True, slots=True)
class WatchLists:
    """A watch, and what of the desk's own lists could not be had for it."""

    watch: Watch
    doubts: tuple[str, ...] = ()


def watch_of(files: tuple[FeedFile, ...]) -> Watch:
    """Read the named files alone; raises as ``parties.lists.read`` does."""
    return Watch.of(_read(files))


def watch_lists(snapshots: Snapshots, files: tuple[FeedFile, ...]) -> WatchLists:
    """Put the lists in force and the named files together.

    A desk whose lists cannot be read is a doubt and no error: what was named is asked all the
    same, and the doubt holds the order. Raises as ``parties.lists.read`` does for the files.
    """
    named = _read(files)
    try:
        kept = snapshots.all_current()
    except StateUnusable as unusable:
        doubt = f"the lists that were loaded could not be asked: {unusable}"
        return WatchLists(Watch.of(named), (doubt,))
    return WatchLists(Watch.of((*kept, *named)))


def stale(asked: Iterable[ListAsked], day: date) -> tuple[str, ...]:
    """Say which lists are too old for the day of an order; a list of one's own never is."""
    return tuple(
        f"{one.title} is of {one.as_of}, {(day - one.as_of).days:,} days before the order: load a "
        "newer one"
        for one in asked
        if one.as_of is not None and one.code != ListCode.OWN and (day - one.as_of).days > MOST_DAYS
    )


def _read(files: tuple[FeedFile, ...]) -> tuple[Snapshot, ...]:
    return tuple(read(file.name, file.content) for file in files)

"""Building the watch of a job: the lists that the desk keeps, and those named for this one."""

from __future__ import annotations

from dataclasses import dataclass

from navicert.casework.ports import FeedFile, Snapshots
from navicert.errors import StateUnusable
from navicert.parties.lists.read import read
from navicert.parties.lists.snapshot import Snapshot
from navicert.parties.watch import Watch


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


def _read(files: tuple[FeedFile, ...]) -> tuple[Snapshot, ...]:
    return tuple(read(file.name, file.content) for file in files)

"""Which lists are in force, what they leave unasked, and what is amiss with what was kept."""

from __future__ import annotations

from dataclasses import dataclass

from navicert.casework.ports import Desk, ListLoad
from navicert.casework.recorded_lists import unproved
from navicert.casework.verify_records import why_damaged
from navicert.errors import StateUnusable
from navicert.parties.lists import needed
from navicert.parties.watch import Watch
from navicert.terms.list_code import ListCode


@dataclass(frozen=True, slots=True)
class ListStatus:
    """The loads in force; the lists that an order of today needs and none of them covers."""

    loads: tuple[ListLoad, ...]
    unasked: tuple[ListCode, ...]
    doubts: tuple[str, ...]


def list_status(desk: Desk) -> ListStatus:
    """Look at the lists in force; raises StateUnusable, and RecordAltered where the log is not."""
    loads = desk.snapshots.loads()
    damaged = tuple(
        f"{load.title}: {why}; load the list again"
        for load in loads
        if (why := why_damaged(desk.blobs, load.digest))
    )
    try:
        watch = Watch.of(desk.snapshots.all_current())
    except StateUnusable as unusable:
        watch, damaged = Watch.of(()), damaged or (str(unusable),)
    missing = needed.unasked(watch.asked, desk.clock.today())
    return ListStatus(loads, missing, (*damaged, *unproved(desk)))

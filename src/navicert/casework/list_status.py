"""Which lists are in force, how old they are, what they leave unasked, and what is amiss."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from navicert.casework.ports import Desk, ListLoad, Tenure
from navicert.casework.recorded_lists import unproved
from navicert.casework.verify_records import why_damaged
from navicert.casework.watch_lists import of_instruments
from navicert.errors import StateUnusable
from navicert.facts.standing import ListAsked
from navicert.parties.lists import needed, sources
from navicert.parties.watch import asked_of
from navicert.terms.list_code import ListCode

_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class InForce:
    """One list in force: its age in days, None when nobody knows its day; whether that is too old.

    ``tenure`` says since when it is in force and what changed against the load before.
    """

    tenure: Tenure
    age_days: int | None
    too_old: bool


@dataclass(frozen=True, slots=True)
class ListStatus:
    """The loads in force; the lists that an order of today needs and none of them covers.

    ``instruments`` are those loaded whose denial orders are asked besides.
    """

    loads: tuple[ListLoad, ...]
    unasked: tuple[ListCode, ...]
    doubts: tuple[str, ...]
    in_force: tuple[InForce, ...] = ()
    instruments: tuple[str, ...] = ()


def list_status(desk: Desk) -> ListStatus:
    """Look at the lists in force; raises StateUnusable, and RecordAltered where the log is not."""
    loads = desk.snapshots.loads()
    damaged = tuple(
        f"{load.title}: {why}; load the list again"
        for load in loads
        if (why := why_damaged(desk.blobs, load.digest))
    )
    try:
        asked = tuple(map(asked_of, desk.snapshots.all_current()))
    except StateUnusable as unusable:
        asked, damaged = (), damaged or (str(unusable),)
    today = desk.clock.today()
    missing = needed.unasked(asked, today)
    covering = {(one.code, one.title): one for one in asked}
    tenures = sorted(
        (one for one in desk.snapshots.tenures() if one.until is None),
        key=lambda one: (one.load.code, one.load.title),
    )
    in_force = tuple(_in_force(one, covering, today) for one in tenures)
    instruments, unread = of_instruments(desk)
    doubts = (*damaged, *unproved(desk), *unread)
    return ListStatus(loads, missing, doubts, in_force, tuple(one.title for one in instruments))


def _in_force(tenure: Tenure, covering: Mapping[_Key, ListAsked], today: date) -> InForce:
    load = tenure.load
    age = None if load.as_of is None else (today - load.as_of).days
    asked = covering.get((load.code, load.title))
    ages = load.code != ListCode.OWN or (asked is not None and bool(asked.covers))
    too_old = ages and age is not None and age > sources.by_code(load.code).most_days
    return InForce(tenure, age, too_old)

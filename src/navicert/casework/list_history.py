"""A name through every load that is kept: first seen, last seen, and what changed between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from navicert.casework.law_lists import law_lists
from navicert.casework.ports import Desk, ListLoad, Tenure
from navicert.facts.denial_order import DenialOrder
from navicert.facts.listing import ListedName, Listing
from navicert.facts.party import Party
from navicert.facts.standing import Strength
from navicert.parties.lists.difference import FieldChange, changes, own_orders
from navicert.parties.lists.pairing import pairs
from navicert.parties.lists.snapshot import Snapshot
from navicert.parties.screening import names
from navicert.parties.standing import standing_of
from navicert.parties.watch import Watch
from navicert.terms.list_code import ListCode

_ANY_DAY = date(2000, 1, 1)
"""Listings are asked without their own days, so the day does not matter."""


@dataclass(frozen=True, slots=True)
class Event:
    """What a load did to an entry: ``listed``, ``changed``, ``removed`` or ``listed again``."""

    kind: str
    moment: str
    as_of: date | None
    changes: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Thread:
    """One entry of one list through its loads, oldest event first.

    ``listing`` is the entry as it last stood; an order that was kept as such stands as a listing
    of its persons. ``first`` and ``last`` are the loads of the first and of the last day that have
    it, whichever was loaded first; an entry of a list of the law has no events.
    ``is_listed`` tells whether the list as it is in force now has it.
    """

    title: str
    listing: Listing
    strength: Strength
    first: Tenure
    last: Tenure
    is_listed: bool
    events: tuple[Event, ...]


def list_history(name: str, desk: Desk) -> tuple[Thread, ...]:
    """Look for a name in every load that was ever in force; raises StateUnusable."""
    loads = _loads(desk)
    met = _met(name, (entry for _, entries in loads for entry in entries))
    threads: dict[tuple[str, str], list[Thread]] = {}
    for tenure, entries in loads:
        key = (tenure.load.code, tenure.load.title)
        found = tuple(entry for entry in entries if _undated(entry) in met)
        threads[key] = _grown(threads.get(key, []), tenure, found, met)
    every = (thread for key in sorted(threads) for thread in threads[key])
    return tuple(sorted(every, key=lambda one: one.strength is not Strength.SAME))


def _loads(desk: Desk) -> tuple[tuple[Tenure, tuple[Listing, ...]], ...]:
    """Open every load; what several of them say alike is held once, so that a year fits."""
    once: dict[Listing, Listing] = {}
    opened: dict[str, tuple[Listing, ...]] = {}
    tenures = desk.snapshots.tenures()
    for digest, load in {one.load.digest: one.load for one in tenures}.items():
        entries = _entries(desk.snapshots.opened(load))
        opened[digest] = tuple(once.setdefault(entry, entry) for entry in entries)
    law = ((_of_the_law(one), one.listings) for one in law_lists())
    return (*law, *((one, opened[one.load.digest]) for one in _corrected(tenures)))


def _of_the_law(one: Snapshot) -> Tenure:
    """Take a list of the law for a load that nobody had to make."""
    told = (one.code, one.title, one.source, one.as_of, one.digest, one.entries)
    return Tenure(ListLoad(*told, one.counts_by_list, loaded_at=""), since="", until=None)


def _corrected(tenures: tuple[Tenure, ...]) -> tuple[Tenure, ...]:
    """Give each load the day that a later one of the same bytes states for it.

    Who loads a file again right after, with a day where there was none or with an earlier one,
    corrects what was said of it.
    """
    found: list[Tenure] = []
    later: dict[tuple[str, str], ListLoad] = {}
    for one in reversed(tenures):
        key, load = (one.load.code, one.load.title), one.load
        after = later.get(key)
        if after is not None and after.digest == load.digest and _is_earlier(after, load):
            load = replace(load, as_of=after.as_of)
        later[key] = load
        found.append(replace(one, load=load))
    return tuple(reversed(found))


def _is_earlier(after: ListLoad, load: ListLoad) -> bool:
    return after.as_of is not None and (load.as_of is None or after.as_of < load.as_of)


def _day(tenure: Tenure) -> str:
    """Give the day of which a load is; where nobody stated one, that on which it was loaded."""
    return str(tenure.load.as_of or tenure.since[:10])


def _entries(snapshot: Snapshot) -> tuple[Listing, ...]:
    orders = (_as_listing(one) for one in own_orders(snapshot))
    return (*snapshot.listings, *(one for order in orders for one in order))


def _as_listing(order: DenialOrder) -> Iterable[Listing]:
    days = [event.day for event in order.events]
    last = max(days)
    for called in (*order.persons, *order.related_persons):
        yield Listing(
            list=ListCode.DPL,
            entry=order.reference,
            names=tuple(map(ListedName, called)),
            citations=tuple(dict.fromkeys(event.citation for event in order.events)),
            since=min(days),
            until=order.end_on(last),
            details=(("state", order.state_on(last).value),),
        )


def _undated(listing: Listing) -> Listing:
    return replace(listing, since=None, until=None)


def _met(name: str, entries: Iterable[Listing]) -> dict[Listing, Strength]:
    """Ask once for all loads: what several of them say alike is compared once."""
    undated = tuple(dict.fromkeys(map(_undated, entries)))
    everything = Snapshot(ListCode.OWN, "", "", None, "", undated, (), ())
    standing = standing_of(Party(name, ()), Watch.of((everything,)), _ANY_DAY)
    holding = dict.fromkeys(_holding(name, undated), Strength.NEAR)
    return holding | {match.listing: match.strength for match in standing.matches}


def _holding(name: str, entries: Iterable[Listing]) -> Iterator[Listing]:
    """Give the entries with a name that has every word of this one: ZTE is in ZTE Parsian."""
    wanted = frozenset(names.read(name).words)
    for entry in entries if wanted else ():
        plain = (names.plain(one.text).replace(".", "") for one in entry.names)
        likely = any(all(word in text for word in wanted) for text in plain)
        if likely and any(wanted <= set(names.read(one.text).words) for one in entry.names):
            yield entry


def _grown(
    threads: list[Thread],
    tenure: Tenure,
    found: tuple[Listing, ...],
    met: dict[Listing, Strength],
) -> list[Thread]:
    counterparts = dict(pairs([one.listing for one in threads], found))
    grown = [
        _gone(thread, tenure)
        if at not in counterparts
        else _kept(thread, tenure, found[counterparts[at]], met)
        for at, thread in enumerate(threads)
    ]
    known = set(counterparts.values())
    return [*grown, *(_new(one, tenure, met) for at, one in enumerate(found) if at not in known)]


def _new(listing: Listing, tenure: Tenure, met: dict[Listing, Strength]) -> Thread:
    return Thread(
        title=tenure.load.title,
        listing=listing,
        strength=met[_undated(listing)],
        first=tenure,
        last=tenure,
        is_listed=tenure.until is None,
        events=(_event("listed", tenure),) if tenure.since else (),
    )


def _kept(thread: Thread, tenure: Tenure, listing: Listing, met: dict[Listing, Strength]) -> Thread:
    told = changes(thread.listing, listing)
    back = bool(thread.events) and thread.events[-1].kind == "removed"
    kind = "listed again" if back else "changed"
    event = (_event(kind, tenure, told),) if back or told else ()
    return replace(
        thread,
        listing=listing,
        strength=met[_undated(listing)],
        first=min(thread.first, tenure, key=_day),
        last=max(tenure, thread.last, key=_day),
        is_listed=tenure.until is None,
        events=(*thread.events, *event),
    )


def _gone(thread: Thread, tenure: Tenure) -> Thread:
    if thread.events[-1].kind == "removed":
        return thread
    return replace(thread, is_listed=False, events=(*thread.events, _event("removed", tenure)))


def _event(kind: str, tenure: Tenure, told: tuple[FieldChange, ...] = ()) -> Event:
    return Event(kind, tenure.since, tenure.load.as_of, told)

"""Building the watch of a job: lists of the law, lists the desk keeps, and those named for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from navicert.casework.lapsed import Decisions
from navicert.casework.law_lists import codes, law_lists
from navicert.casework.ports import Desk, FeedFile
from navicert.casework.promises.instrument_lists import instrument_lists
from navicert.casework.recorded_clearings import on_record
from navicert.casework.recorded_lists import unproved
from navicert.errors import ListShrank, RecordAltered, StateUnusable
from navicert.facts.standing import ListAsked
from navicert.parties.lists import sources
from navicert.parties.lists.loss import refuse_if_small
from navicert.parties.lists.read import read
from navicert.parties.lists.snapshot import Snapshot
from navicert.parties.watch import Watch
from navicert.terms.list_code import ListCode


@dataclass(frozen=True, slots=True)
class WatchLists:
    """A watch, and what of the desk's own lists could not be had for it.

    ``lists`` are what the watch was built from; ``decisions`` all that was decided of matches,
    also what holds no longer.
    """

    watch: Watch
    doubts: tuple[str, ...] = ()
    lists: tuple[Snapshot, ...] = ()
    decisions: Decisions = field(default_factory=Decisions)


def watch_of(files: tuple[FeedFile, ...]) -> Watch:
    """Read the named files beside the law's lists; raises as ``lists.read``, and ListShrank."""
    return Watch.of((*law_lists(), *_read(files, None)))


def watch_lists(
    desk: Desk,
    files: tuple[FeedFile, ...],
    files_as_of: date | None = None,
    known: datetime | None = None,
) -> WatchLists:
    """Put the lists of the law, those in force, the named files and loaded instruments together.

    ``files_as_of`` is the day of those named files that do not say it themselves; ``known`` asks
    the lists that were in force at that moment in place of those that are now. A desk whose
    lists cannot be read, or are not those that its log says, is a doubt and no error: what was
    named is asked all the same, and the doubt holds the order. Raises as ``watch_of`` does.
    """
    named = _read(files, files_as_of)
    cleared = on_record(desk, known)
    found = _kept_and(named, desk, known)
    watch = replace(found.watch, clearings=cleared.clearings)
    doubts = (*found.doubts, *cleared.doubts)
    return WatchLists(watch, doubts, found.lists, cleared.decisions)


def _kept_and(named: tuple[Snapshot, ...], desk: Desk, known: datetime | None) -> WatchLists:
    try:
        kept = desk.snapshots.all_current() if known is None else desk.snapshots.known_at(known)
        doubts = unproved(desk, known)
    except (StateUnusable, RecordAltered) as unusable:
        doubt = f"the lists that were loaded could not be asked: {unusable}"
        kept, doubts = (), (doubt,)
    instruments, unread = of_instruments(desk, known)
    lists = (*law_lists(), *kept, *named, *instruments)
    return WatchLists(Watch.of(lists, desk.indexes), (*doubts, *unread), lists)


def of_instruments(
    desk: Desk, known: datetime | None = None
) -> tuple[tuple[Snapshot, ...], tuple[str, ...]]:
    """Give the denial orders of loaded instruments; those that cannot be read are a doubt."""
    try:
        return instrument_lists(desk, known)
    except (StateUnusable, RecordAltered) as unusable:
        return (), (f"the instruments that were loaded could not be asked: {unusable}",)


def not_of_the_day(asked: Iterable[ListAsked], day: date, job: str = "order") -> tuple[str, ...]:
    """Say which lists cannot tell who stood on them on the day of an order, or of another job.

    A list of one's own that covers nobody else's list is what its owner says on any day, and one
    that the law shelf carries is as good as the law that is asked with it.
    """
    return tuple(
        f"{one.title} {doubt}"
        for one in asked
        if (one.code != ListCode.OWN or one.covers) and one.code not in codes()
        for doubt in _doubt(one, day, job)
    )


def _doubt(one: ListAsked, day: date, job: str) -> Iterator[str]:
    if one.as_of is None:
        yield (
            "is of no known day, so nobody knows what it leaves out: give the day on which it was "
            "current with --as-of"
        )
    elif (day - one.as_of).days > sources.by_code(one.code).most_days:
        yield (
            f"is of {one.as_of}, {(day - one.as_of).days:,} days before the {job}: load a newer "
            f"one, or take it out of force with 'navicert lists retire \"{one.title}\"'"
        )
    elif one.as_of > day and (one.history_from is None or one.history_from > day):
        yield (
            f"is of {one.as_of}, after the day of the {job}, {day}, and does not say who was taken "
            f"off since: name a list of that day, or ask as of today with --on"
        )


def _read(files: tuple[FeedFile, ...], as_of: date | None) -> tuple[Snapshot, ...]:
    return tuple(_whole(file, as_of) for file in files)


def _whole(file: FeedFile, as_of: date | None) -> Snapshot:
    snapshot = read(file.name, file.content)
    try:
        refuse_if_small(snapshot)
    except ListShrank as shrank:
        raise ListShrank(f"{file.name}: {shrank}") from None
    return replace(snapshot, as_of=snapshot.as_of or as_of)

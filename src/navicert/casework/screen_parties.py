"""Screen parties: ask the lists for one name or a whole table, and put on record what met."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial

from navicert.casework import known_then, law_lists, screening_document
from navicert.casework.ports import Desk, FeedFile
from navicert.casework.screened_parties import Asked
from navicert.casework.screening import KIND, LEAST, Screened, Screening
from navicert.casework.watch_lists import not_of_the_day, watch_lists
from navicert.errors import RecordAltered, StateUnusable
from navicert.facts.party import Party
from navicert.facts.standing import ClearedMatch, Standing
from navicert.parties.clearings import entry_of
from navicert.parties.standing import screened
from navicert.parties.watch import Watch
from navicert.records.canonical import canonical
from navicert.terms.list_code import ListCode

Job = Callable[[Party], Standing]
Spread = Callable[[Job, Sequence[Party]], Iterator[Standing]]
"""Asks for many parties, one after the other or beside each other, and answers in their order."""

Step = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Request:
    """Whom to screen, and how.

    ``on`` is the day whose listings count, today when None; ``known`` asks the lists that the
    desk knew at that moment. ``lists`` are those whose matches count, all when empty. ``watch``
    are list files asked beside those of the desk, ``watch_as_of`` the day of those that do not
    say it. ``subject`` is what the log calls it: a name or a file.
    """

    parties: tuple[Asked, ...]
    subject: str
    on: date | None = None
    known: datetime | None = None
    least: float = LEAST
    lists: frozenset[ListCode] = frozenset()
    watch: tuple[FeedFile, ...] = ()
    watch_as_of: date | None = None
    keep_record: bool = True


def one_by_one(job: Job, parties: Sequence[Party]) -> Iterator[Standing]:
    """Ask for one party after the other."""
    return map(job, parties)


def screen_parties(
    request: Request, desk: Desk, spread: Spread = one_by_one, step: Step | None = None
) -> Screening:
    """Screen parties.

    Raises:
        InputError: a named list cannot be read; nothing was recorded.
        ListError: a named list cannot be relied on.
    """
    day = request.on or desk.clock.today()
    lists = watch_lists(desk, request.watch, request.watch_as_of, request.known)
    screened = tuple(_screened(request, partial(_ask, lists.watch, day, request), spread, step))
    found = Screening(
        day=day,
        known=request.known,
        least=request.least,
        lists=request.lists,
        asked=lists.watch.asked,
        screened=screened,
        doubts=(*lists.doubts, *_doubts(request, day, lists.watch, desk)),
    )
    return _kept(request, found, desk)


def _ask(watch: Watch, day: date, request: Request, party: Party) -> Standing:
    return chosen(screened(party, watch, day, request.least), request.lists)


def _screened(request: Request, job: Job, spread: Spread, step: Step | None) -> Iterator[Screened]:
    count = len(request.parties)
    standings = spread(job, [one.party for one in request.parties])
    for done, (asked, standing) in enumerate(zip(request.parties, standings, strict=True), 1):
        if step is not None:
            step("screening", done, count)
        yield Screened(asked, standing)


def chosen(standing: Standing, lists: frozenset[ListCode]) -> Standing:
    """Leave out the matches of other lists; and that other lists were not asked."""
    if not lists:
        return standing
    unasked = tuple(code for code in standing.unasked if code in lists)
    return replace(
        standing,
        screened=not unasked and not standing.nameless,
        matches=tuple(one for one in standing.matches if one.listing.list in lists),
        orders=standing.orders if ListCode.DPL in lists else (),
        unasked=unasked,
        cleared=tuple(_of_lists(standing.cleared, lists)),
    )


def _of_lists(
    cleared: Iterable[ClearedMatch], lists: frozenset[ListCode]
) -> Iterator[ClearedMatch]:
    return (one for one in cleared if entry_of(one.match)[0] in lists)


def _doubts(request: Request, day: date, watch: Watch, desk: Desk) -> Iterator[str]:
    yield from known_then.doubts(request.known, day, desk)
    yield from not_of_the_day(watch.asked, day)
    missing = sorted(request.lists - known_lists(watch))
    if missing:
        told = ", ".join(missing)
        yield f"not asked, since no list that was asked has it: {told}: load it, or name its file"


def known_lists(watch: Watch) -> frozenset[ListCode]:
    """Give the lists of authorities that a watch has, whole or in part."""
    covered = {code for one in watch.asked for code in one.covers}
    own = {ListCode(one.code) for one in watch.asked if one.code in set(ListCode)}
    listed = {subject.said.list for subject in watch.subjects if hasattr(subject.said, "list")}
    return frozenset(covered | own | listed)


def _kept(request: Request, found: Screening, desk: Desk) -> Screening:
    """Record the answer; what cannot be recorded is a doubt."""
    if not request.keep_record:
        return found
    try:
        content = canonical(screening_document.recorded(found))
        for kept in (*law_lists.files(), *(file.content for file in request.watch)):
            desk.blobs.put(kept)
        receipt = desk.records.append(content, KIND, request.subject)
    except (StateUnusable, RecordAltered, ValueError) as refused:
        doubt = f"the answer could not be recorded: {refused}"
        return replace(found, doubts=(*found.doubts, doubt))
    return replace(found, receipt=receipt)

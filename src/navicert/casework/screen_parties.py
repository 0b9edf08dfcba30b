"""Screen parties: ask the lists for one name or a whole table, and put on record what met."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial

from navicert.casework import known_then, law_lists, screening_document
from navicert.casework.met import Behind, Row, cleared, met
from navicert.casework.origins import Origins
from navicert.casework.owned_parties import owned_parties
from navicert.casework.ports import Desk, FeedFile
from navicert.casework.screened_parties import Asked
from navicert.casework.screening import KIND, LEAST, Screened, Screening
from navicert.casework.watch_lists import WatchLists, not_of_the_day, watch_lists
from navicert.errors import RecordAltered, StateUnusable
from navicert.facts.party import Party
from navicert.facts.standing import Match, OrderMatch, Standing
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
    desk knew at that moment. ``least`` and ``lists`` (all when empty) say which matches are shown.
    ``watch`` are list files asked beside those of the desk, ``watch_as_of`` the day of those that
    do not say it. ``subject`` is what the log calls it: a name or a file. ``ignored`` are
    columns of the file that were not read.
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
    ignored: tuple[str, ...] = ()


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
    owners = owned_parties(request.parties, day, (desk, request.known))
    request = replace(request, parties=owners.parties)
    job = partial(_ask, lists.watch, day, request.least)
    standings = owners.with_holdings(_asked(request, job, spread, step), day)
    found = Screening(
        day=day,
        known=request.known,
        least=request.least,
        lists=request.lists,
        asked=lists.watch.asked,
        screened=tuple(_screened(request, standings, _behind(standings, lists, day))),
        doubts=(*lists.doubts, *owners.doubts, *_doubts(request, day, lists.watch, desk)),
        ignored=request.ignored,
        registers=owners.asked,
    )
    return _kept(request, found, desk)


def _ask(watch: Watch, day: date, least: float, party: Party) -> Standing:
    """Ask for all that counts: what is not shown counts too."""
    return screened(party, watch, day, min(least, LEAST))


def _asked(request: Request, job: Job, spread: Spread, step: Step | None) -> Iterator[Standing]:
    count = len(request.parties)
    standings = spread(job, [one.party for one in request.parties])
    for done, (_, standing) in enumerate(zip(request.parties, standings, strict=True), 1):
        if step is not None:
            step("screening", done, count)
        yield standing


def _behind(standings: tuple[Standing, ...], lists: WatchLists, day: date) -> Behind:
    matches = (match for one in standings for match in _matches(one))
    return Behind(Origins.of(matches, lists.lists), lists.decisions, day)


def _matches(one: Standing) -> Iterator[Match | OrderMatch]:
    yield from one.matches
    yield from one.orders
    yield from (cleared.match for cleared in one.cleared)


def _screened(
    request: Request, standings: tuple[Standing, ...], behind: Behind
) -> Iterator[Screened]:
    for asked, standing in zip(request.parties, standings, strict=True):
        rows, decided = met(standing, behind), cleared(standing, behind)
        yield Screened(
            asked,
            standing,
            rows=tuple(row for row in rows if _is_shown(row, request)),
            cleared=tuple(row for row in decided if _is_shown(row, request)),
            aside=tuple(row for row in (*rows, *decided) if not _is_shown(row, request)),
        )


def _is_shown(row: Row, request: Request) -> bool:
    """Tell whether a row was asked for; what a number led to has no least score."""
    wanted = not request.lists or row.code in request.lists
    return wanted and (row.has_number or row.match.shown >= request.least)


def _doubts(request: Request, day: date, watch: Watch, desk: Desk) -> Iterator[str]:
    yield from known_then.doubts(request.known, day, desk)
    yield from not_of_the_day(watch.asked, day, "screening")
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

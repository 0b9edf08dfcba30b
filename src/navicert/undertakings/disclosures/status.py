"""Where a disclosure stands on a day: what is due, late or missing, each with its citation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from navicert.law.edition import Edition
from navicert.rules.duties import disclosure as rules
from navicert.terms.truth import Truth
from navicert.undertakings.disclosures.case import Case, Leave, fact_of, known_on
from navicert.undertakings.disclosures.clock import Clock, clock_of
from navicert.undertakings.disclosures.contents import NARRATIVE, Checked, checklist


class Standing(StrEnum):
    """How urgent a point is."""

    LATE = "late"
    DUE = "due"
    MISSING = "missing"
    BARRED = "barred"
    AGAINST = "against"
    """Certain, and it speaks against the disclosure or its weight."""
    IN_DOUBT = "in doubt"
    NOTE = "note"
    DONE = "done"

    @property
    def is_open(self) -> bool:
        """Tell whether somebody has to act, or not to act."""
        return self not in {Standing.NOTE, Standing.DONE}


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to know of a case, with the day that matters where there is one."""

    standing: Standing
    says: str
    citation: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Status:
    """A case on a day."""

    case: Case
    day: date
    procedure: str
    points: tuple[Point, ...]
    contents: tuple[Checked, ...]
    clock: Clock | None

    @property
    def is_open(self) -> bool:
        """Tell whether something is due, late, missing, barred, against it or in doubt."""
        return self.case.closed is None and any(point.standing.is_open for point in self.points)

    @property
    def doubts(self) -> tuple[Point, ...]:
        """Give what to know before the package goes out, though every content is in it."""
        of_contents = {_lacking(one) for one in self.contents}
        known = (point for point in self.points if point.standing in _TO_KNOW)
        return tuple(point for point in known if point.says not in of_contents)


_TO_KNOW = frozenset(
    (Standing.LATE, Standing.MISSING, Standing.BARRED, Standing.AGAINST, Standing.IN_DOUBT)
)


def status_of(case: Case, edition: Edition) -> Status:
    """Say where a case stands on the edition's day; LawNotCovered before 16 September 2024.

    What the case says of later days is left out: on that day it had not come.
    """
    case = known_on(case, edition.day)
    contents = checklist(case, edition)
    clock = None if case.is_abbreviated else clock_of(case, edition)
    procedure = rules.procedure(fact_of(case), edition)
    points = (
        *_counting(case),
        *_first_word(case, edition),
        *_narrative(case, edition, clock),
        *_extensions(clock),
        *_unsent(case, clock),
        *_missing(case, contents),
        *_later(case),
        *_end(case, edition),
    )
    return Status(case, edition.day, procedure.plain, points, contents, clock)


def _counting(case: Case) -> Iterator[Point]:
    counts = rules.counts(fact_of(case))
    if counts.value is Truth.NO:
        yield Point(Standing.AGAINST, "does not count as a voluntary disclosure", counts.citation)
    elif counts.value is Truth.UNKNOWN:
        says = "whether it counts is open: say known_before and authorized_by_management"
        yield Point(Standing.IN_DOUBT, says, counts.citation)
    aggravates = rules.aggravates(fact_of(case))
    if aggravates.value is Truth.YES:
        says = "deciding not to disclose a significant violation is an aggravating factor"
        yield Point(Standing.LATE, says, aggravates.citation)


def _first_word(case: Case, edition: Edition) -> Iterator[Point]:
    """The notification of a significant case; the short report of a minor one."""
    if case.is_abbreviated:
        yield _short_report(case, edition)
        return
    told = case.notification
    if told is None:
        days = (edition.day - case.discovered).days
        says = f"notify the Office as soon as possible: discovered {days} days ago"
        yield Point(Standing.DUE, says, "15 CFR 764.5(d)(1)", case.discovered)
        return
    says = "initial notification received by the Office"
    yield Point(Standing.DONE, says, "15 CFR 764.5(d)(2)(ii)", told.received)
    if told.oral and told.confirmed_in_writing is None:
        says = "confirm the oral notification in writing as soon as possible"
        yield Point(Standing.DUE, says, "15 CFR 764.5(d)(2)(ii)", told.received)


def _short_report(case: Case, edition: Edition) -> Point:
    procedure = rules.procedure(fact_of(case), edition)
    received = case.abbreviated_received
    if received is None:
        return Point(Standing.DUE, f"submit: {procedure.value}", procedure.citation)
    days = rules.resolution_days(fact_of(case), edition)
    until = None if days.value is None else received + timedelta(days=days.value)
    return Point(
        Standing.DONE, f"abbreviated narrative received; {days.plain}", days.citation, until
    )


def _narrative(case: Case, edition: Edition, clock: Clock | None) -> Iterator[Point]:
    if clock is None or clock.due.value is None:
        return
    due, received = clock.due.value, case.narrative.received
    if received is not None:
        late = rules.lateness(~clock.in_time.value)
        is_late = clock.in_time.value is Truth.NO
        says = f"narrative received {received}, due {due}{f': {late.plain}' if is_late else ''}"
        yield Point(Standing.LATE if is_late else Standing.DONE, says, late.citation, due)
    elif edition.day > due:
        late = rules.lateness(Truth.YES)
        says = f"the narrative was due on {due}: {late.plain}"
        yield Point(Standing.LATE, says, clock.due.citation, due)
    else:
        says = f"the narrative must be received by {due}: {(due - edition.day).days} days left"
        yield Point(Standing.DUE, says, clock.due.citation, due)
    yield from _looked_back(case, clock)


def _looked_back(case: Case, clock: Clock) -> Iterator[Point]:
    start, done = clock.review_from.value, case.narrative.review_from
    if start is None:
        return
    if done is None:
        says = f"review the exports since {start}; narrative.review_from does not say how far"
        yield Point(Standing.MISSING, says, clock.review_from.citation, start)
    elif done > start:
        says = f"the review reaches back to {done} only, and should to {start}"
        yield Point(Standing.AGAINST, says, clock.review_from.citation, start)
    else:
        says = f"the review reaches back to {done}"
        yield Point(Standing.DONE, says, clock.review_from.citation, start)


def _extensions(clock: Clock | None) -> Iterator[Point]:
    for asked in () if clock is None else clock.asked:
        one, when = asked.extension, asked.considered.citation
        if asked.considered.value is Truth.NO:
            says = f"extension asked on {one.requested}, after the deadline: not considered"
            yield Point(Standing.LATE, says, when, asked.due)
        elif one.granted_until is not None:
            says = f"extension asked on {one.requested}, granted until {one.granted_until}"
            yield Point(Standing.DONE, says, when, one.granted_until)
        else:
            says = f"extension asked on {one.requested}, not granted yet: {asked.due} stands"
            yield Point(Standing.NOTE, says, when, asked.due)
        if one.lacks:
            says = f"the request of {one.requested} does not show: {', '.join(one.lacks)}"
            yield Point(Standing.MISSING, says, "15 CFR 764.5(d)(2)(iv)(B)", one.requested)


def _unsent(case: Case, clock: Clock | None) -> Iterator[Point]:
    """A request for time that is written and was not sent moves nothing."""
    due = None if clock is None else clock.due.value
    for one in case.extension:
        if one.requested is None and case.narrative.received is None:
            says = f"a request for more time is written and not sent: it must be received by {due}"
            yield Point(Standing.DUE, says, "15 CFR 764.5(d)(2)(iv)(C)", due)


def _missing(case: Case, contents: tuple[Checked, ...]) -> Iterator[Point]:
    for one in contents:
        if not one.is_there:
            yield Point(Standing.MISSING, _lacking(one), one.citation)
    if any(one.document == NARRATIVE for one in contents) and case.closed is None:
        says = "keep every document that is not attached until the final decision, then as part 762"
        yield Point(Standing.NOTE, says, "15 CFR 764.5(d)(4)(ii)")


def _lacking(one: Checked) -> str:
    return f"{one.document}: {one.says}: {one.lacks}"


def _later(case: Case) -> Iterator[Point]:
    """What may be done with the items meanwhile."""
    for one in case.later_act:
        yield _leave(one)


def act_of(one: Leave) -> str:
    """Name what somebody wants to do, and with which items."""
    act = one.act.replace("_", " ").replace("to us", "to the United States")
    return f"{act}: {one.items}"


def _leave(one: Leave) -> Point:
    leave = rules.leave_for(one.act)
    granted = Truth.YES if one.granted is not None and one.refused is None else Truth.NO
    barred = rules.barred(one.act, granted)
    what = act_of(one)
    if barred.value is not Truth.NO:
        asked = "it was not asked for yet" if not one.requested else f"asked on {one.requested}"
        state = f"refused on {one.refused}" if one.refused else asked
        says = f"{what}: barred without permission of BIS ({state})"
        return Point(Standing.BARRED, says, barred.citation)
    if leave.value.notice_to_oee and one.granted is None and one.notified is None:
        return Point(Standing.DUE, f"{what}: notify the Director of OEE", leave.citation)
    day = one.granted or one.notified
    return Point(Standing.DONE, f"{what}: free ({leave.plain})", leave.citation, day)


def _end(case: Case, edition: Edition) -> Iterator[Point]:
    if case.closed is not None:
        citation = rules.resolution_days(fact_of(case), edition).citation
        says = f"closed: {case.outcome or 'no outcome said'}"
        yield Point(Standing.DONE, says, citation, case.closed)


def bundles(cases: tuple[Case, ...], edition: Edition) -> tuple[str, ...]:
    """Give the minor cases that one submission may hold: those of the quarter before the day."""
    before = _quarter_before(edition.day)
    known = tuple(known_on(case, edition.day) for case in cases if case.discovered <= edition.day)
    return tuple(
        case.id
        for case in known
        if case.is_abbreviated
        and case.quarter == before
        and case.abbreviated_received is None
        and case.closed is None
        and rules.procedure(fact_of(case), edition).value is rules.Procedure.BUNDLED
    )


def _quarter_before(day: date) -> tuple[int, int]:
    quarter = (day.month + 2) // 3
    return (day.year, quarter - 1) if quarter > 1 else (day.year - 1, 4)

"""The shape of a commitment in TOML; a key that stands in no class here is refused by its name."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from msgspec import Meta, Struct

from navicert.errors import TermError
from navicert.undertakings.basis import Basis
from navicert.undertakings.commitments.commitment import (
    After,
    Anchor,
    Before,
    Commitment,
    DayNotKnown,
    OnDay,
    Period,
    Rhythm,
    Step,
    Throughout,
    Unit,
    When,
)

MOST_COMMITMENTS = 500
_MOST_COUNT = 36_525
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

Id = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9-]{0,63}$")]
"""Small letters, figures and hyphens: it is typed at the terminal and stands in the log."""
Line = Annotated[str, Meta(max_length=300, pattern=r"^[^\x00-\x1f\x7f\u2028\u2029]*$")]
"""One line of text; it may stand in the header of a message."""
Prose = Annotated[str, Meta(max_length=4_000, pattern=r"^[^\x00-\x08\x0b-\x1f\x7f]*$")]
Target = Annotated[
    str,
    Meta(
        max_length=500,
        pattern=r"^(mailto:[^\s<>,;:@\"]+@[^\s<>,;:@\"]+|https://[^\s\"<>]+"
        r"|http://(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(/[^\s\"<>]*)?)$",
    ),
]
"""mailto:NAME@HOST, an https address, or an http address of this machine."""
Count = Annotated[int, Meta(ge=1, le=_MOST_COUNT)]


class PeriodForm(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``{days = 30}``: exactly one unit."""

    days: Count | None = None
    business_days: Count | None = None
    months: Count | None = None
    years: Count | None = None

    def period(self) -> Period:
        """Give the period; TermError unless there is exactly one unit."""
        given = {unit: count for unit in Unit if (count := getattr(self, unit.value)) is not None}
        if len(given) != 1:
            raise TermError(f"name one of {', '.join(Unit)}, with a number")
        ((unit, count),) = given.items()
        return Period(count, unit)


class AfterForm(PeriodForm, frozen=True, kw_only=True):
    """``within``: a period after a day, an event or a commitment."""

    after: Any


class BeforeForm(PeriodForm, frozen=True, kw_only=True):
    """``ahead``: a period before a day or an event, at the latest."""

    before: Any


class ThroughoutForm(Struct, frozen=True, forbid_unknown_fields=True):
    """``throughout``: owed all the time."""

    since: date
    until: date | None = None


class RhythmForm(Struct, frozen=True, forbid_unknown_fields=True):
    """``[commitment.rhythm]``: how often."""

    every: PeriodForm | None = None
    count: Annotated[int, Meta(ge=1, le=1_000)] | None = None
    until: date | None = None


class StepForm(Struct, frozen=True, forbid_unknown_fields=True):
    """``[[escalation]]``: who is told so many days before or after, or on the day."""

    tell: Annotated[list[Target], Meta(min_length=1, max_length=20)]
    days_before: Annotated[int, Meta(ge=1, le=3_650)] | None = None
    days_after: Annotated[int, Meta(ge=1, le=3_650)] | None = None
    on_the_day: bool | None = None

    def step(self) -> Step:
        """Give the step; TermError unless it says one time."""
        if [self.days_before is None, self.days_after is None, not self.on_the_day].count(
            False
        ) != 1:
            raise TermError(
                "a step of an escalation needs one of days_before, on_the_day = true, days_after"
            )
        return Step((self.days_after or 0) - (self.days_before or 0), tuple(self.tell))


class CommitmentForm(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[[commitment]]``: who owes what to whom by when."""

    id: Id
    title: Line
    owed_by: Line
    owed_to: Line
    citation: Line
    day: date | None = None
    within: AfterForm | None = None
    ahead: BeforeForm | None = None
    throughout: ThroughoutForm | None = None
    day_not_known: Line | None = None
    rhythm: RhythmForm | None = None
    depends_on: list[Id] = []
    owner: Line = ""
    check: Line = ""
    penalty: Id | None = None
    escalation: Annotated[list[StepForm], Meta(max_length=20)] = []
    basis: Basis = Basis.RECORD
    note: Prose = ""

    def commitment(self, escalation: tuple[Step, ...]) -> Commitment:
        """Give the commitment; ``escalation`` holds where it has none of its own."""
        return Commitment(
            id=self.id,
            title=self.title,
            owed_by=self.owed_by,
            owed_to=self.owed_to,
            when=self._when(),
            citation=self.citation,
            basis=self.basis,
            rhythm=self._rhythm(),
            depends_on=tuple(self.depends_on),
            owner=self.owner,
            check=self.check,
            penalty=self.penalty or "",
            escalation=tuple(one.step() for one in self.escalation) or escalation,
            note=self.note,
        )

    def _when(self) -> When:
        given = [
            OnDay(self.day) if self.day else None,
            After(self.within.period(), _anchor(self.within.after)) if self.within else None,
            Before(self.ahead.period(), _anchor(self.ahead.before)) if self.ahead else None,
            Throughout(self.throughout.since, self.throughout.until) if self.throughout else None,
            DayNotKnown(self.day_not_known) if self.day_not_known else None,
        ]
        stated = [one for one in given if one is not None]
        if len(stated) != 1:
            raise TermError(
                "say by when, with exactly one of day, within, ahead, throughout, day_not_known"
            )
        return stated[0]

    def _rhythm(self) -> Rhythm | None:
        form = self.rhythm
        if form is None:
            return None
        if self.throughout is not None or self.ahead is not None:
            raise TermError("what is owed throughout, or ahead of something, has no rhythm")
        if (form.count is None) == (form.until is None):
            raise TermError("a rhythm needs either a count or an until")
        if form.every is None and self.day_not_known is None:
            raise TermError("a rhythm needs its every, such as {months = 12}")
        return Rhythm(form.every.period() if form.every else None, form.count, form.until)


def _anchor(value: object) -> Anchor:
    """Read a day (as TOML or as text), or an id."""
    if type(value) is date:
        return value
    if not isinstance(value, str):
        raise TermError(f"{str(value)[:40]!r} is neither a day nor an id")
    try:
        return date.fromisoformat(value) if _DAY.fullmatch(value) else value
    except ValueError:
        raise TermError(f"{value!r} is not a day of the calendar") from None

"""Whether what was certified is still true: representations are continuing (15 CFR 764.2(g)(2))."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from navicert.undertakings.certifications.body import Body
from navicert.undertakings.checks.evidence import Evidence
from navicert.undertakings.checks.result import Row, Verdict

About = tuple[str, str, str]
"""Content, check and words of one statement: a letter may have a check more than once."""

FALSE_STATEMENT = "15 CFR 764.2(g)(2)"


@dataclass(frozen=True, slots=True)
class Change:
    """A table whose evidence is another one than when the letter was signed."""

    table: str
    signed_digest: str
    signed_day: date
    digest: str
    day: date


@dataclass(frozen=True, slots=True)
class Alarm:
    """A certified statement that the newest evidence no longer proves.

    ``verdict`` is FAILED where rows contradict it, ERRORED where it can no longer be decided;
    ``named`` are the people or things that contradict it, ``case`` the disclosure that it opened or
    was added to.
    """

    certification: str
    content: str
    check: str
    statement: str
    verdict: Verdict
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    named: tuple[str, ...]
    count: int
    reasons: tuple[str, ...]
    changes: tuple[Change, ...]
    day: date
    citation: str = FALSE_STATEMENT
    case: str = ""

    @property
    def is_false(self) -> bool:
        """Tell whether the statement is contradicted, and so must be corrected."""
        return self.verdict is Verdict.FAILED

    @property
    def about(self) -> About:
        """Give the statement of the certification that it is about."""
        return (self.content, self.check, self.statement)

    def same_as(self, other: Alarm) -> bool:
        """Tell whether another alarm says the same of the same statement, on whatever day."""
        return _said(self) == _said(other)


@dataclass(frozen=True, slots=True)
class Ended:
    """A statement, of which an alarm had rung, that the newest evidence proves again."""

    certification: str
    content: str
    check: str
    statement: str
    day: date

    @property
    def about(self) -> About:
        """Give the statement of the certification that it is about."""
        return (self.content, self.check, self.statement)


@dataclass(frozen=True, slots=True)
class Rung:
    """An alarm on record and what became of it: ``until`` is None while it stands.

    ``proved_again`` tells whether the evidence proved the statement on that day; else another
    alarm of the same statement took its place.
    """

    alarm: Alarm
    until: date | None = None
    proved_again: bool = False


def history(events: Iterable[Alarm | Ended]) -> tuple[Rung, ...]:
    """Give every alarm, in the order of the log, with what became of it."""
    found: list[Rung] = []
    last: dict[About, int] = {}
    for one in events:
        place = last.pop(one.about, None)
        if place is not None:
            found[place] = replace(found[place], until=one.day, proved_again=isinstance(one, Ended))
        if isinstance(one, Alarm):
            last[one.about] = len(found)
            found.append(Rung(one))
    return tuple(found)


def changes(body: Body, held: Mapping[str, Evidence]) -> tuple[Change, ...]:
    """Give the tables whose evidence in force is another file than the one signed for."""
    return tuple(
        Change(one.table, one.digest, one.day, held[one.table].digest, held[one.table].day)
        for one in body.evidence
        if one.table in held and held[one.table].digest != one.digest
    )


def _said(alarm: Alarm) -> tuple[object, ...]:
    found = (alarm.verdict, alarm.rows, alarm.count, alarm.reasons)
    return (alarm.about, *found)

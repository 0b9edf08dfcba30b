"""Whether what was certified is still true: representations are continuing (15 CFR 764.2(g)(2))."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from navicert.undertakings.certifications.body import Body
from navicert.undertakings.checks.evidence import Evidence
from navicert.undertakings.checks.result import Row, Verdict

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
    ``named`` are the people or things that contradict it.
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

    @property
    def is_false(self) -> bool:
        """Tell whether the statement is contradicted, and so must be corrected."""
        return self.verdict is Verdict.FAILED

    def same_as(self, other: Alarm) -> bool:
        """Tell whether another alarm says the same of the same statement, on whatever day."""
        return _said(self) == _said(other)


def changes(body: Body, held: Mapping[str, Evidence]) -> tuple[Change, ...]:
    """Give the tables whose evidence in force is another file than the one signed for."""
    return tuple(
        Change(one.table, one.digest, one.day, held[one.table].digest, held[one.table].day)
        for one in body.evidence
        if one.table in held and held[one.table].digest != one.digest
    )


def _said(alarm: Alarm) -> tuple[object, ...]:
    found = (alarm.verdict, alarm.rows, alarm.count, alarm.reasons)
    return (alarm.content, alarm.check, *found)

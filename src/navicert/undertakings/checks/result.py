"""What became of a check: it passed, rows contradict it, or it could not be decided."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from navicert.undertakings.checks.check import Check

MOST_ROWS = 1_000
"""Contradicting rows that a result names; all of them are counted."""

Row = tuple[str | None, ...]
"""One row as text; None is an empty cell."""


class Verdict(StrEnum):
    """The three ends of a check; only the first proves anything."""

    PASSED = "passed"
    FAILED = "failed"
    ERRORED = "errored"


@dataclass(frozen=True, slots=True)
class Ran:
    """What the engine gave back: the columns, the first rows in order, and how many there are.

    ``error`` says why there is no answer; it is empty when there is one.
    """

    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    count: int = 0
    error: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """The result of one check; ``reasons`` say why it could not be decided."""

    check: str
    verdict: Verdict
    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    count: int = 0
    reasons: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Tell whether the statement is proved; whatever is odd about a result says no."""
        nothing = not self.rows and self.count == 0 and not self.reasons
        return self.verdict is Verdict.PASSED and nothing


def errored(check: Check, reasons: tuple[str, ...]) -> Result:
    """Give the result of a check that could not be decided."""
    return Result(check.id, Verdict.ERRORED, reasons=reasons)


def judged(check: Check, ran: Ran) -> Result:
    """Say what the answer of the engine means for the statement."""
    if ran.error:
        return errored(check, (ran.error,))
    if faults := _faults(check, ran):
        return Result(check.id, Verdict.ERRORED, ran.columns, ran.rows, ran.count, faults)
    verdict = Verdict.FAILED if ran.count else Verdict.PASSED
    return Result(check.id, verdict, ran.columns, ran.rows, ran.count)


def named(check: Check, result: Result) -> tuple[str, ...]:
    """Name each contradicting row by its key.

    >>> check = Check("c", "Each was told.", "select 1", ("id", "name"), ())
    >>> named(check, Result("c", Verdict.FAILED, ("id", "why", "name"), (("7", "x", "Ana"),), 1))
    ('7 Ana',)
    """
    if not set(check.key) <= set(result.columns):
        return tuple(" ".join(cell or "" for cell in row) for row in result.rows)
    at = [result.columns.index(name) for name in check.key]
    return tuple(" ".join(row[place] or "" for place in at) for row in result.rows)


def _faults(check: Check, ran: Ran) -> tuple[str, ...]:
    lacks = [name for name in check.key if name not in ran.columns]
    if lacks:
        has = ", ".join(ran.columns)
        return (f"the query gives no column {', '.join(lacks)}, which names a row; it gives {has}",)
    if ran.count < len(ran.rows):
        return (f"the query gave {len(ran.rows)} rows and counted {ran.count}",)
    at = [ran.columns.index(name) for name in check.key]
    blank = sum(any(row[place] is None for place in at) for row in ran.rows)
    if blank:
        return (f"{blank} contradicting row(s) have no {' or '.join(check.key)} to name them by",)
    return ()

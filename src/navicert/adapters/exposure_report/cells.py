"""Cells of the report's tables: a figure with what is told below it, and its sources."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from navicert.adapters.exposure_report.words import (
    UNKNOWN,
    day_or_never,
    days_spread,
    short,
    spread,
)
from navicert.exposure.losses import DayEstimate, Estimate


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says: the figure, smaller lines below it, and its sources."""

    text: str
    small: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the page; ``left_out`` rows stand in the workbook and in JSON."""

    id: str
    title: str
    says: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    left_out: int = 0


def amount(estimate: Estimate, unit: Callable[[Decimal | None], str], sign: str = "") -> Cell:
    """Write an estimate: the likely value, its spread, and the worst where it is worse."""
    notes = [spread(estimate, sign)]
    if estimate.worst is not None and short(estimate.worst) != short(estimate.likely):
        notes.append(f"{short(estimate.worst)}{sign} if all that may be barred is")
    text = unit(estimate.likely)
    shown = text if text == UNKNOWN else text + sign
    return Cell(shown, said(*notes), number=True)


def said(*notes: str) -> tuple[str, ...]:
    """Leave out what says nothing."""
    return tuple(filter(None, notes))


def day(estimate: DayEstimate) -> Cell:
    """Write an estimate of a day."""
    return Cell(day_or_never(estimate.likely), said(days_spread(estimate)))

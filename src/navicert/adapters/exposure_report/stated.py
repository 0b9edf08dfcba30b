"""What reports state beside what was computed: the table of the page, the sheet of the book."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from navicert.adapters.exposure_report.cells import Cell, Table, said
from navicert.adapters.exposure_report.given import Given, split
from navicert.adapters.exposure_report.tables import MOST_ROWS
from navicert.adapters.exposure_report.words import UNKNOWN, claimed, ranged, short
from navicert.exposure.graph import Figure
from navicert.exposure.result import Compared, Computed
from navicert.terms.truth import Truth

NOT_COMPARED = "not compared"
OTHER_HEADS = ("stated", "says", "source")
HEADS = ("stated", "says", "computed", "stands", "source")
SHEET = (
    "of", "what", "stated_low", "stated_high", "unit", "source", "computed", "computed_low",
    "computed_high", "stands", "why", "place", "in_words",
)  # fmt: skip

_Value = str | Decimal | None


def stated_tables(given: Given) -> tuple[Table, ...]:
    """Give what is held against a measure, what differs first; and all other stated figures."""
    order = sorted(given.result.stated, key=lambda one: one.agrees is not Truth.NO)
    rows = tuple(_row(given, one) for one in order)
    says = "Figures of the reports, held against the run in which the bar stays or the one named."
    table = Table("stated", "What the reports state, and what comes out", says, HEADS, rows)
    others = tuple(_other(given, one) for one in given.result.not_compared)
    shown, left_out = others[:MOST_ROWS], max(0, len(others) - MOST_ROWS)
    says = "They stand beside the computation, which has no measure for them."
    other = Table("other", "Other stated figures", says, OTHER_HEADS, shown, left_out)
    return (*((table,) if rows else ()), *((other,) if others else ()))


def stated_rows(given: Given) -> Iterator[tuple[_Value, ...]]:
    """Give the rows of the sheet, in the order of the figures."""
    for one in given.result.stated:
        figure, computed, value = one.figure, one.computed, one.figure.value
        ends = (None, None) if value is None else (value.low, value.high)
        about = given.name(figure.of), figure.what, *ends, figure.unit, figure.source
        found = computed.likely, computed.low, computed.high
        yield *about, *found, one.stands, one.why, figure.place, figure.text
    for figure in given.result.not_compared:
        value = figure.value
        ends = (None, None) if value is None else (value.low, value.high)
        about = given.name(figure.of), figure.what, *ends, figure.unit, figure.source
        yield *about, None, None, None, NOT_COMPARED, figure.note, figure.place, figure.text


def _other(given: Given, figure: Figure) -> tuple[Cell, ...]:
    number = "" if figure.value is None else str(figure.value)
    told = number if figure.unit == "year" else claimed(number)
    value = figure.text or f"{told} {figure.unit}".strip()
    return (
        Cell(f"{given.name(figure.of)}: {figure.what}", said(figure.note)),
        Cell(value, number=not figure.text),
        Cell("", sources=split((figure.source,))),
    )


def _row(given: Given, one: Compared) -> tuple[Cell, ...]:
    figure = one.figure
    return (
        Cell(f"{given.name(figure.of)}: {figure.what}", said(figure.note)),
        Cell(f"{ranged(figure.value)} {figure.unit}".strip(), number=True),
        Cell(short(one.computed.likely), said(_ends(one.computed)), number=True),
        Cell(one.stands, (one.computed.how,)),
        Cell("", sources=tuple(filter(None, (figure.source,)))),
    )


def _ends(computed: Computed) -> str:
    low, high = short(computed.low), short(computed.high)
    return "" if low == high or UNKNOWN in {low, high} else f"{low} to {high}"

"""An arms embargo counts every UN row of an entry: an unsure one hides no certain one."""

from __future__ import annotations

from datetime import date

import pytest

from navicert.facts.destination import Destination
from navicert.facts.item import Item, Line
from navicert.facts.transaction import Transaction
from navicert.law.edition import standard_law
from navicert.law.tables.control_list import ControlRow, Entry, Limits
from navicert.rules.controls.off_chart import arms_embargo
from navicert.rules.matter import Matter
from navicert.terms.activity import Activity
from navicert.terms.eccn import Eccn, parse
from navicert.terms.truth import Truth

DAY = date(2026, 7, 30)


def row(number: int, *paragraphs: str, conditions: tuple[str, ...] = ()) -> ControlRow:
    limits = Limits(tuple(Eccn("0A505", (one,)) for one in paragraphs), (), conditions=conditions)
    return ControlRow("0A505", number, "UN", (), "un_arms_embargoed", limits, "UN", f"row {number}")


def found(*rows: ControlRow, eccn: str = "0A505.a") -> tuple[tuple[Truth, tuple[str, ...]], ...]:
    item = Item("cartridges", eccn=parse(eccn))
    order = Transaction(
        "x", DAY, Activity.EXPORT, "US", Destination("LY"), (Line(1, item),), parties=()
    )
    entry = Entry("0A505", "controlled", "", "", rows, ())
    edition = standard_law().open_at(DAY)
    return tuple(
        (one.holds, tuple(fact.citation for fact in one.missing))
        for one in arms_embargo(Matter(order, item, entry, edition))
    )


UNSURE = row(1, conditions=("for_military_use",))
ANOTHER = row(3, conditions=("for_police_use",))
CERTAIN = row(2, "a")


@pytest.mark.parametrize("rows", [(UNSURE, CERTAIN), (CERTAIN, UNSURE), (CERTAIN,)])
def test_a_certain_row_counts_wherever_it_stands(rows: tuple[ControlRow, ...]) -> None:
    assert ((Truth.YES, ()),) == found(*rows)


def test_of_unsure_rows_each_is_asked_about() -> None:
    assert ((Truth.UNKNOWN, ("row 1", "row 3")),) == found(UNSURE, ANOTHER)


def test_rows_for_other_paragraphs_find_nothing() -> None:
    assert () == found(CERTAIN, eccn="0A505.x")

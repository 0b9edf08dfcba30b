from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from msgspec.structs import replace as changed

from navicert.law.tables.exception_reach import Reach
from navicert.rules.license_exceptions.case import Reached, Required, Restriction, Token
from navicert.rules.worth import Worth
from navicert.terms.eccn import parse
from navicert.terms.truth import Truth
from tests.rules.license_exceptions.cases import NO, UNKNOWN, YES, case, item, transaction


@pytest.mark.parametrize(
    ("survivors", "bars", "paragraph", "admitted"),
    [
        (("740.9(a)",), (), "15 CFR 740.9(a)(1)", True),
        (("740.9(a)",), (), "15 CFR 740.9(b)", False),
        (("740.9(a)(1)",), (), "15 CFR 740.9(a)", False),
        ((), (), "15 CFR 740.9(a)", False),
        ((), ("740.20",), "15 CFR 740.20(c)(1)", False),
        ((), ("740.20",), "15 CFR 740.9(a)", True),
        (("740.20(c)(1)",), ("740.20",), "15 CFR 740.20(c)(1)", False),
        ((), ("740.2",), "15 CFR 740.20(c)(1)", True),
    ],
)
def test_a_restriction_admits_what_it_lists_or_all_but_what_it_bars(
    survivors: tuple[str, ...], bars: tuple[str, ...], paragraph: str, admitted: bool
) -> None:
    one = Restriction("15 CFR 740.2(a)(1)", YES, "why", survivors, bars)
    assert admitted is one.admits(paragraph)


def test_only_a_restriction_that_is_sure_closes_every_other_symbol() -> None:
    some = frozenset({"GOV"})
    sure = Restriction("15 CFR 740.2", YES, "why", surviving_symbols=some)
    assert some == sure.only
    assert replace(sure, holds=UNKNOWN).only is None
    assert replace(sure, surviving_symbols=None).only is None


@pytest.mark.parametrize(
    ("place", "expected"), [(0, YES), (1, NO), (2, UNKNOWN), (3, NO), (4, YES)]
)
def test_every_reach_has_its_bit(place: int, expected: Truth) -> None:
    reaches = tuple(Reach() for _ in range(5))
    at = {reach: number for number, reach in enumerate(reaches)}
    bits = {"no": 0b01010, "unknown": 0b01100, "amounts": 0, "state": 0}
    swept = Reached(at, **bits, ground=Token(), required=Required(()))
    assert expected is swept.truth(reaches[place])


def test_what_an_order_is_worth_is_added_up_unless_it_was() -> None:
    one = case(transaction(item("3A001.a.7"), "TW"))
    worth = Worth(parse("3A001.a.7"), Decimal(1000), complete=True, pieces=Decimal(1))
    assert (worth,) == one.order_worth()
    assert () == changed(one, worth=()).order_worth()

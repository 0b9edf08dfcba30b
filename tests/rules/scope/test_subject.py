from __future__ import annotations

from decimal import Decimal
from types import MappingProxyType
from typing import Any

import pytest

from navicert.facts.item import Item
from navicert.rules.finding import FindingKind, MissingFact
from navicert.rules.scope.subject import (
    foreign_made,
    in_the_united_states,
    is_foreign_and_abroad,
    of_us_origin,
)
from navicert.terms.truth import Truth
from tests.rules.matters import NO, UNKNOWN, YES, item, matter

WHOLE = "15 CFR 734.3(a)(3), 734.4"


@pytest.mark.parametrize(
    ("one", "more", "expected"),
    [
        (item(origin="DE"), {}, True),
        (item(origin=None), {"exported_from": None}, True),
        (item(origin="US"), {}, False),
        (item(origin="DE"), {"exported_from": "US"}, False),
        (item(origin="DE"), {"located_in": "US"}, False),
        (item(origin="DE"), {"route": ("FR", "US")}, False),
        (item(origin="DE", located_in="US"), {}, False),
        (item(origin="DE"), {"route": ("FR", "AT")}, True),
    ],
)
def test_origin_or_place_in_the_united_states_makes_an_item_subject(
    one: Item, more: dict[str, Any], expected: bool
) -> None:
    deal = matter(one, "CN", **{"exported_from": "DE", **more}).transaction
    assert expected is is_foreign_and_abroad(deal, one)
    told = bool(in_the_united_states(deal, one)) or bool(of_us_origin(one))
    assert expected is not told


def share(percent: int, to: str) -> Truth:
    figures = MappingProxyType({"controlled_us_content_percent": Decimal(percent)})
    one = item(origin="DE", figures=figures)
    (found,) = foreign_made(matter(one, to, exported_from="DE"))
    return found.holds


@pytest.mark.parametrize(
    ("percent", "to", "expected"),
    [
        (25, "CN", UNKNOWN),
        (26, "CN", YES),
        (10, "IR", UNKNOWN),
        (11, "IR", YES),
        (11, "CN", UNKNOWN),
    ],
)
def test_a_stated_share_above_the_level_makes_an_item_subject(
    percent: int, to: str, expected: Truth
) -> None:
    assert expected is share(percent, to)


def test_a_share_on_a_day_without_levels_is_no_answer() -> None:
    figures = MappingProxyType({"controlled_us_content_percent": Decimal(90)})
    one = item(origin="DE", figures=figures)
    day = matter(item(), "CN").transaction.day.replace(year=2020)
    (found,) = foreign_made(matter(one, "CN", exported_from="DE", day=day))
    assert UNKNOWN is found.holds


def test_every_open_fact_of_a_foreign_item_is_asked_for() -> None:
    (found,) = foreign_made(matter(item(origin=None), "CN", exported_from=None))
    content = "Does the foreign-made item contain controlled US content above de minimis?"
    expected = (
        MissingFact("origin", "Where was the item made (ISO 3166-1)?", "15 CFR 734.3(a)"),
        MissingFact("from", "From which country does the item leave?", "15 CFR 734.3(a)(1)"),
        MissingFact("us_content", content, "15 CFR 734.4"),
    )
    assert (FindingKind.SCOPE, UNKNOWN, WHOLE) == (found.kind, found.holds, found.citation)
    assert expected == found.missing
    assert "an item of unstated origin outside the United States" == found.triggered_by


def test_an_item_that_is_said_to_have_no_us_content_is_not_subject_by_it() -> None:
    (found,) = foreign_made(matter(item(origin="DE", us_content=NO), "CN", exported_from="DE"))
    said = "a foreign-made item abroad without controlled US content above de minimis"
    assert (NO, WHOLE, said) == (found.holds, found.citation, found.triggered_by)
    assert () == foreign_made(matter(item(origin="US"), "CN", exported_from="DE"))

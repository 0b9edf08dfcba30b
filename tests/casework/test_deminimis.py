"""Where a foreign-made item may go, for many destinations at once."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

from navicert.casework.deminimis import (
    Request,
    compute,
    destination_of,
    document,
    every_destination,
    explained,
    largest,
    threshold,
)
from navicert.facts.item import Item, ItemKind, Part
from navicert.law.edition import standard_law
from navicert.terms import eccn
from navicert.terms.money import Money
from navicert.terms.truth import Truth

DAY = date(2026, 9, 24)


def usd(value: int) -> Money:
    return Money(Decimal(value), "USD")


def machine(*parts: Part) -> Item:
    ear99 = eccn.parse("EAR99")
    return Item(
        "machine", ItemKind.COMMODITY, ear99, origin="DE", value=usd(1000), bill_of_materials=parts
    )


CHIP = Part("chip", "US", eccn.parse("3A001.a.7"), usd(200))
BRACKET = Part("bracket", "US", eccn.parse("EAR99"), usd(90))
CASE = Part("case", "DE", None, usd(10))


def test_no_destination_stands_for_all_of_the_chart() -> None:
    answer = compute(Request(machine(CHIP), DAY), standard_law())
    places = [str(one.destination) for one in answer.answers]
    assert len(places) > 195
    assert {"CN", "UA/elsewhere", "UA/CRIMEA", "UA/DNR", "UA/LNR"} <= set(places)
    assert "US" not in places
    assert len(places) == len(list(every_destination(standard_law().open_at(DAY))))


def test_the_occupied_regions_count_everything_and_the_rest_of_ukraine_does_not() -> None:
    places = tuple(destination_of("UA", region) for region in ("", "DNR", "CRIMEA"))
    answer = compute(Request(machine(BRACKET), DAY, places), standard_law())
    assert [0, 90, 90] == [one.computed.most for one in answer.answers]


def test_each_destination_has_its_own_content_and_level() -> None:
    places = tuple(destination_of(code) for code in ("CN", "CU", "IN"))
    answer = compute(Request(machine(CHIP, BRACKET, CASE), DAY, places), standard_law())
    assert [200, 290, 0] == [one.computed.least for one in answer.answers]
    assert [25, 10, 25] == [threshold(one) for one in answer.answers]
    assert [Truth.NO, Truth.YES, Truth.NO] == [one.subject for one in answer.answers]
    assert ["chip", "bracket"] == [one.group.part.name for one in largest(answer.answers[1])]


def test_where_the_item_leaves_from_can_differ_from_where_it_was_made() -> None:
    part = Part("chip", "US", eccn.parse("3A991.a"), usd(300))
    for leaves, subject in ((None, Truth.NO), ("TR", Truth.YES)):
        request = Request(machine(part), DAY, (destination_of("RU"),), leaves)
        assert subject is compute(request, standard_law()).answers[0].subject


def test_every_part_is_explained_with_why() -> None:
    answer = compute(
        Request(machine(CHIP, BRACKET, CASE), DAY, (destination_of("CN"),)), standard_law()
    )
    found = explained(answer.answers[0])
    parts = {part["name"]: part for part in json.loads(json.dumps(found["parts"]))}
    assert ("yes", ["NS2"]) == (parts["chip"]["counts"], parts["chip"]["labels"])
    assert "NLR" in parts["bracket"]["why"]
    assert "not of US origin (DE)" == parts["case"]["why"]


def test_the_document_is_plain_and_the_same_each_time() -> None:
    request = Request(machine(CHIP, BRACKET), DAY, (destination_of("CN"), destination_of("CU")))
    first, second = (document(compute(request, standard_law())) for _ in range(2))
    assert json.dumps(first) == json.dumps(second)
    row = json.loads(json.dumps(first))["destinations"][1]
    assert ("yes", "10", "29") == (
        row["subject_to_the_ear"], row["level_percent"], row["controlled_content"]["most_percent"],
    )  # fmt: skip


def test_a_day_that_nobody_verified_has_no_level() -> None:
    request = Request(machine(CHIP), date(2019, 1, 1), (destination_of("CN"),))
    (one,) = compute(request, standard_law()).answers
    assert (Truth.UNKNOWN, None) == (one.subject, threshold(one))

"""Destinations that count as one give the same answers when each is asked by itself."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from navicert.casework.deminimis import Request, compute, every_destination
from navicert.facts.item import Item, ItemKind, Part
from navicert.law.edition import standard_law
from navicert.law.likeness import likeness
from navicert.terms import eccn
from navicert.terms.money import Money

DAY = date(2026, 9, 24)
NUMBERS = (
    "EAR99", "0A501.a", "0A503", "1A984", "1C350.b", "1C351.d.15", "2A983", "2B350.a", "2B999",
    "3A001.a.7", "3A001.b.2", "3A001.z", "3A002.a", "3A090.a", "3A991.a", "3B001.a.4",
    "3B993.f.1", "4A003.b", "4A994.b", "5A001.d", "5A002.a", "5A980", "6A003.b.4.b", "6A993.a",
    "7A003.a", "8A002.q", "9A515.d", "9A610.x", "9A610.y", "9A991.d",
)  # fmt: skip


def test_sharing_changes_no_answer() -> None:
    parts = tuple(
        Part(number, "US", eccn.parse(number), Money(Decimal(1), "USD")) for number in NUMBERS
    )
    item = Item(
        "machine",
        ItemKind.COMMODITY,
        eccn.parse("EAR99"),
        origin="DE",
        value=Money(Decimal(1000), "USD"),
        bill_of_materials=parts,
    )
    law = standard_law()
    shared = compute(Request(item, DAY), law)
    for one in shared.answers:
        (alone,) = compute(Request(item, DAY, (one.destination,)), law).answers
        assert alone.computed.judged == one.computed.judged, one.destination
        assert alone.findings == one.findings, one.destination


def test_most_destinations_are_like_another_and_those_named_stand_alone() -> None:
    edition = standard_law().open_at(DAY)
    places = list(every_destination(edition))
    kinds = {likeness(place.country, place.region, edition) for place in places}
    assert len(kinds) * 2 < len(places)
    for code in ("CU", "IR", "KP", "SY", "RU", "BY", "IQ", "AU", "GB"):
        assert code == likeness(code, None, edition)
    assert ("HK", None) == likeness("HK", None, edition)
    assert likeness("DE", None, edition) != likeness("CN", None, edition)
    before = standard_law().open_at(date(2020, 1, 1))
    assert "DE" == likeness("DE", None, before)

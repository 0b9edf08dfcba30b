"""The de minimis rules, each edge from both sides."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType

import pytest

from navicert.determination.content import DeMinimis
from navicert.determination.steps import de_minimis_of
from navicert.facts.destination import Destination
from navicert.facts.end_use import EndUse, EndUseKind
from navicert.facts.item import Item, ItemKind, Line, Part
from navicert.facts.transaction import Transaction
from navicert.law.edition import standard_law
from navicert.rules.scope import de_minimis
from navicert.rules.scope.de_minimis import (
    above_level,
    encryption,
    one_time_report,
    unclassified_content,
    without_level,
)
from navicert.terms import eccn
from navicert.terms.activity import Activity
from navicert.terms.money import Money
from navicert.terms.truth import Truth

DAY = date(2026, 9, 24)
YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN


def usd(value: object) -> Money:
    return Money(Decimal(str(value)), "USD")


def part(number: str | None, value: object = 1, **said: object) -> Part:
    kinds = {"D": ItemKind.SOFTWARE, "E": ItemKind.TECHNOLOGY}
    known = None if number is None else eccn.parse(number)
    kind = kinds.get(known.group if known else "", ItemKind.COMMODITY)
    given: dict[str, object] = {
        "name": number or "unknown",
        "origin": "US",
        "eccn": known,
        "value": None if value is None else usd(value),
        "kind": kind,
    }
    return Part(**(given | said))  # type: ignore[arg-type]


def yes(*slugs: str) -> Mapping[str, Truth]:
    return MappingProxyType(dict.fromkeys(slugs, YES))


def item(*parts: Part, **said: object) -> Item:
    given: dict[str, object] = {
        "name": "machine",
        "kind": ItemKind.COMMODITY,
        "eccn": eccn.parse("EAR99"),
        "origin": "DE",
        "value": usd(1000),
        "bill_of_materials": parts,
    }
    return Item(**(given | said))  # type: ignore[arg-type]


def computed(one: Item, to: str, *, leaves: str = "DE", day: date = DAY) -> DeMinimis:
    transaction = Transaction(
        reference="x",
        day=day,
        activity=Activity.REEXPORT,
        exported_from=leaves,
        destination=Destination(to),
        lines=(Line(1, one),),
        end_use=EndUse(EndUseKind.CIVIL),
    )
    found = de_minimis_of(transaction, one, standard_law().open_at(day))
    assert found is not None
    return found


def labels(found: DeMinimis, rule: str) -> list[str]:
    return [one.label for one in found.findings if one.rule == f"scope.de_minimis.{rule}"]


@pytest.mark.parametrize(
    ("value", "to", "subject"),
    [
        (249, "CN", NO),
        (250, "CN", NO),
        (251, "CN", YES),
        (99, "CU", NO),
        (100, "CU", NO),
        (101, "CU", YES),
        (100, "IR", NO),
        (101, "IR", YES),
        (101, "KP", YES),
        (101, "SY", YES),
        (250, "RU", NO),
        (251, "RU", YES),
        (900, "IN", NO),
        (900, "TW", NO),
    ],
)
def test_the_level_is_not_more_than_ten_or_twenty_five_percent(
    value: int, to: str, subject: Truth
) -> None:
    found = computed(item(part("3A001.a.7", value)), to)
    assert subject is found.subject
    assert [subject] == [one.holds for one in above_level(found.computed)]


def test_lvs_and_sta_do_not_take_content_out_but_gbs_does() -> None:
    assert (300, YES) == _content("3A002.a", 300, "TW")
    assert (0, NO) == _content("3A001.a.7", 300, "TW")
    assert (300, YES) == _content("3A002.a", 300, "SG")


def _content(number: str, value: int, to: str) -> tuple[int, Truth]:
    found = computed(item(part(number, value)), to)
    return int(found.computed.most or 0), found.subject


def _range(found: DeMinimis) -> tuple[int, int, Truth]:
    return int(found.computed.least), int(found.computed.most or 0), found.subject


@pytest.mark.parametrize(
    ("number", "to", "counts"),
    [
        ("EAR99", "CU", YES),
        ("EAR99", "KP", YES),
        ("EAR99", "SY", YES),
        ("EAR99", "CN", NO),
        ("3A991.a", "CN", NO),
        ("3A991.a", "IR", YES),
        ("3A991.a", "CU", YES),
        ("9A610.x", "CA", NO),
        ("9A610.x", "SA", YES),
    ],
)
def test_content_is_what_needs_a_license_there(number: str, to: str, counts: Truth) -> None:
    (one,) = computed(item(part(number, 1)), to).computed.judged
    assert counts is one.counts


def test_food_and_medicine_do_not_count_to_north_korea_or_syria() -> None:
    for to in ("KP", "SY"):
        for category in ("food", "medicine"):
            found = computed(item(part("EAR99", 900, category=category)), to)
            assert NO is found.subject
        assert YES is computed(item(part("EAR99", 900)), to).subject


@pytest.mark.parametrize(
    ("number", "to", "label"),
    [
        ("9A610.x", "CN", "734.4(a)(6)(i)"),
        ("9A515.x", "VE", "734.4(a)(6)(i)"),
        ("9A610.x", "MO", ""),
        ("9A610.x", "SA", ""),
        ("9A610.y", "CN", "734.4(a)(6)(ii)"),
        ("9A610.y", "HK", "734.4(a)(6)(ii)"),
        ("9A610.y", "BY", "734.4(a)(6)(ii)"),
        ("9A610.y", "RU", "734.4(a)(6)(ii)"),
        ("9A610.y", "IR", "734.4(a)(6)(ii)"),
        ("9A610.y", "CU", "734.4(a)(6)(ii)"),
        ("9A610.y", "VN", ""),
    ],
)
def test_600_series_and_9x515_content_has_no_level_in_some_places(
    number: str, to: str, label: str
) -> None:
    found = computed(item(part(number, 1)), to)
    assert ([label] if label else []) == labels(found, "without_level")
    assert (YES if label else NO) is found.subject


def test_a_600_series_entry_without_its_paragraph_stays_open() -> None:
    found = computed(item(part("9A610", 1)), "CN")
    assert {UNKNOWN} == {one.holds for one in without_level(found.computed)}
    assert UNKNOWN is found.subject


@pytest.mark.parametrize(
    ("number", "to", "subject"),
    [("5E002", "DE", YES), ("5E002", "CA", YES), ("9E003.a.1", "IN", YES), ("9E003.a.7", "CA", NO)],
)
def test_some_technology_has_no_level_anywhere(number: str, to: str, subject: Truth) -> None:
    figures = MappingProxyType({"days_since_de_minimis_report": Decimal(30)})
    one = item(
        part(number, 1),
        kind=ItemKind.TECHNOLOGY,
        characteristics=yes("de_minimis_report_filed"),
        figures=figures,
    )
    assert subject is computed(one, to).subject


@pytest.mark.parametrize(
    ("above", "to", "subject"),
    [(YES, "CN", YES), (NO, "CN", NO), (UNKNOWN, "CN", UNKNOWN), (YES, "DE", NO)],
)
def test_a_fast_computer_with_us_semiconductors_has_no_level(
    above: Truth, to: str, subject: Truth
) -> None:
    said = MappingProxyType({"app_above_4a003_b": above})
    one = item(part("3A001.a.7", 1), eccn=eccn.parse("4A003.b"), characteristics=said)
    assert subject is computed(one, to).subject
    memory = part("3A001.a.7", 1, characteristics=yes("memory_circuit"))
    without = item(memory, eccn=eccn.parse("4A003.b"), characteristics=said)
    assert NO is computed(without, to).subject


@pytest.mark.parametrize(("leaves", "subject"), [("JP", NO), ("NL", NO), ("DE", YES)])
def test_equipment_for_advanced_nodes_has_no_level_unless_its_country_controls_it(
    leaves: str, subject: Truth
) -> None:
    slug = "for_advanced_node_circuits_of_paragraph_1"
    said = {slug: YES, "to_footnote_5_entity_or_advanced_node_facility": NO}
    one = item(
        part("3A002.a", 1), eccn=eccn.parse("3B993.f.1"), characteristics=MappingProxyType(said)
    )
    assert subject is computed(one, "CN", leaves=leaves).subject
    assert UNKNOWN is computed(item(part("3A002.a"), eccn=eccn.parse("3B993.f.1")), "CN").subject


def test_semiconductor_equipment_with_a_us_circuit_has_no_level_to_macau() -> None:
    slug = "excluded_by_742_4_a_4_or_742_6_a_6"
    no = MappingProxyType({slug: NO})
    one = item(part("3A991.a", 1), eccn=eccn.parse("3B001.c"), characteristics=no)
    assert YES is computed(one, "MO").subject
    assert YES is computed(one, "CN").subject
    assert NO is computed(one, "DE").subject
    free = item(part("3A991.a", 1), eccn=eccn.parse("3B001.c"), characteristics=yes(slug))
    assert NO is computed(free, "MO").subject


def test_other_3b_equipment_has_no_level_to_such_a_facility_alone() -> None:
    slug = "to_footnote_5_entity_or_advanced_node_facility"
    for answer, subject in ((YES, YES), (NO, NO), (UNKNOWN, UNKNOWN)):
        said = MappingProxyType({slug: answer})
        one = item(part("3A991.a", 1), eccn=eccn.parse("3B991.b"), characteristics=said)
        assert subject is computed(one, "CN").subject


def test_a_military_commodity_with_a_us_camera_has_no_level_to_d5() -> None:
    one = item(part("6A003.b.4.b", 1), eccn=eccn.parse("0A919"))
    assert YES is computed(one, "CN").subject
    assert NO is computed(one, "BR").subject


@pytest.mark.parametrize(
    ("slugs", "to", "subject"),
    [
        ({"enc_740_17_b_1": YES}, "BR", NO),
        ({"enc_740_17_b_2": YES}, "BR", NO),
        ({"enc_740_17_b_2": YES, "enc_740_17_b_1": NO}, "IR", UNKNOWN),
        ({"enc_740_17_b_3": YES}, "IR", NO),
        ({}, "BR", UNKNOWN),
    ],
)
def test_encryption_content_has_a_level_once_it_is_authorized(
    slugs: dict[str, Truth], to: str, subject: Truth
) -> None:
    said = MappingProxyType(slugs)
    found = computed(item(part("5A002.a", 1, characteristics=said)), to)
    assert subject is found.subject
    assert (subject is NO) is (() == encryption(found.computed))


def test_encryption_content_that_nobody_authorized_has_no_level_even_to_canada() -> None:
    slugs = ("enc_740_17_b_1", "enc_740_17_b_2", "enc_740_17_b_3", "public_encryption_source_code")
    said = MappingProxyType(dict.fromkeys(slugs, NO))
    found = computed(item(part("5A002.a", 1, characteristics=said)), "CA")
    assert YES is found.subject
    assert YES is ~found.has_level


@pytest.mark.parametrize(
    ("filed", "days", "subject"),
    [(YES, 29, YES), (YES, 30, NO), (YES, 31, NO), (NO, None, YES), (UNKNOWN, None, UNKNOWN)],
)
def test_technology_relies_on_a_level_after_its_report_alone(
    filed: Truth, days: int | None, subject: Truth
) -> None:
    one = item(
        part("9E610.a", 1),
        kind=ItemKind.TECHNOLOGY,
        characteristics=MappingProxyType({"de_minimis_report_filed": filed}),
        figures=MappingProxyType(
            {} if days is None else {"days_since_de_minimis_report": Decimal(days)}
        ),
    )
    found = computed(one, "BR")
    assert subject is found.subject
    assert (subject is NO) is (() == one_time_report(found.computed))
    assert () == one_time_report(computed(item(part("3A002.a", 1)), "BR").computed)


def test_bundled_software_counts_when_at_is_its_only_reason() -> None:
    bundled = computed(item(part("5D992.c", 200, bundled=True)), "IR")
    assert 200 == bundled.computed.most
    loose = computed(item(part("5D992.c", 200)), "IR")
    assert 0 == loose.computed.most
    more = computed(item(part("9D610.a", 200, bundled=True)), "IR")
    assert 0 == more.computed.most


def test_kinds_do_not_mix() -> None:
    technology = computed(item(part("3E001", 900)), "CN")
    assert 0 == technology.computed.most
    commodity = computed(item(part("3A002.a", 900), kind=ItemKind.TECHNOLOGY), "CN")
    assert 0 == commodity.computed.most
    software = computed(item(part("3D002", 300), kind=ItemKind.SOFTWARE), "CN")
    assert 300 == software.computed.most


@pytest.mark.parametrize(
    ("number", "leaves", "to", "counts"),
    [
        ("3A991.a", "TR", "RU", YES),
        ("3A991.a", "DE", "RU", NO),
        ("3A001.a.7", "DE", "RU", YES),
        ("EAR99", "DE", "BY", NO),
        ("EAR99", "TR", "BY", UNKNOWN),
        ("EAR99", "DE", "IR", NO),
        ("EAR99", "TR", "IR", UNKNOWN),
        ("3A991.a", "DE", "IR", YES),
    ],
)
def test_partner_countries_leave_at_only_and_ear99_content_out(
    number: str, leaves: str, to: str, counts: Truth
) -> None:
    (one,) = computed(item(part(number, 1)), to, leaves=leaves).computed.judged
    assert counts is one.counts


def test_a_part_that_nobody_classified_gives_a_range_and_stays_open() -> None:
    parts = (part("3A002.a", 100), part(None, 100))
    found = computed(item(*parts), "CN")
    assert (100, 200, UNKNOWN) == _range(found)
    assert (UNKNOWN,) == tuple(one.holds for one in unclassified_content(found.computed))
    sworn = yes("no_part_without_de_minimis_level")
    assert NO is computed(item(*parts, characteristics=sworn), "CN").subject
    between = (part("3A002.a", 100), part(None, 200))
    assert UNKNOWN is computed(item(*between, characteristics=sworn), "CN").subject
    above = (part("3A002.a", 260), part(None, 1))
    assert YES is computed(item(*above), "CN").subject


def test_a_part_of_unstated_origin_may_count() -> None:
    found = computed(item(part("3A002.a", 300, origin=None)), "CN")
    assert (0, 300, UNKNOWN) == _range(found)
    assert NO is computed(item(part("3A002.a", 300, origin="JP")), "CN").subject


def test_a_missing_value_is_asked_for() -> None:
    found = computed(item(part("3A002.a", None)), "CN")
    assert UNKNOWN is found.subject
    asked = [fact.question for one in above_level(found.computed) for fact in one.missing]
    assert any("fair market value" in question for question in asked)
    assert UNKNOWN is computed(item(part("3A002.a", 1), value=None), "CN").subject
    assert NO is computed(item(part("3A002.a", 1), value=None), "CA").subject


def test_before_the_first_verified_day_nothing_is_known() -> None:
    found = computed(item(part("3A002.a", 1)), "CN", day=date(2020, 1, 1))
    assert UNKNOWN is found.subject
    assert ["law"] == [fact.fact for one in found.findings for fact in one.missing]


def test_a_share_is_in_percent_and_unknown_without_both_values() -> None:
    assert 25 == de_minimis.percent(Decimal(250), Decimal(1000))
    assert None is de_minimis.percent(None, Decimal(1000))
    assert None is de_minimis.percent(Decimal(1), None)


@pytest.mark.parametrize(
    ("country", "day", "named"),
    [
        ("JP", date(2022, 4, 7), False),
        ("JP", date(2022, 4, 8), True),
        ("TW", date(2023, 2, 26), False),
        ("TW", date(2023, 2, 27), True),
        ("TR", DAY, False),
    ],
)
def test_a_partner_country_counts_from_its_day(country: str, day: date, named: bool) -> None:
    assert named is standard_law().open_at(day).is_partner(country)


def said(found: DeMinimis) -> list[str]:
    """What the level says of the content."""
    return [one.plain for one in above_level(found.computed)]


def questions(found: DeMinimis) -> list[tuple[str, str, str]]:
    """What must be told before the level can decide."""
    return [
        (fact.fact, fact.question, fact.citation)
        for one in above_level(found.computed)
        for fact in one.missing
    ]


PART, WORTH = "15 CFR Supp. 2 to 734(a)(1)", "15 CFR Supp. 2 to 734(a)(3)"


def test_every_open_fact_of_a_part_is_asked_once_and_by_its_name() -> None:
    one = part(None, None, name="board", origin=None)
    sworn = yes("no_part_without_de_minimis_level")
    asked = questions(computed(item(one, one, characteristics=sworn), "CN"))
    assert [
        ("bill_of_materials", "board: where was it made?", PART),
        ("bill_of_materials", "board: which ECCN describes it, or is it EAR99?", PART),
        ("bill_of_materials", "board: what is its fair market value?", PART),
    ] == asked


def test_a_part_that_is_known_is_not_asked_about() -> None:
    parts = (part("3A002.a", 100), part(None, 200, name="board"))
    sworn = yes("no_part_without_de_minimis_level")
    asked = questions(computed(item(*parts, characteristics=sworn), "CN"))
    assert [("bill_of_materials", "board: which ECCN describes it, or is it EAR99?", PART)] == asked


def test_the_worth_of_the_item_is_asked_for_first() -> None:
    asked = questions(computed(item(part("3A002.a", 1), value=None), "CN"))
    question = "What is the fair market value of the foreign-made item, in the parts' currency?"
    assert ("value", question, WORTH) == asked[0]


@pytest.mark.parametrize(
    ("parts", "value", "expected"),
    [
        ((part("3A002.a", 300),), usd(1000), "30% of controlled US content; the level is 25%"),
        (
            (part("3A002.a", 333),),
            usd(999),
            "33.33% of controlled US content; the level is 25%",
        ),
        (
            (part("3A002.a", 100), part(None, 200)),
            usd(1000),
            "10% to 30% of controlled US content; the level is 25%",
        ),
        (
            (part("3A002.a", 1),),
            None,
            "an unknown share of controlled US content; the level is 25%",
        ),
        ((part("EAR99", 1),), None, "0% of controlled US content; the level is 25%"),
    ],
)
def test_the_share_is_told_with_the_level(
    parts: tuple[Part, ...], value: Money | None, expected: str
) -> None:
    assert [expected] == said(computed(item(*parts, value=value), "CN"))


def test_a_level_that_is_passed_is_named_by_its_paragraph() -> None:
    (found,) = above_level(computed(item(part("3A002.a", 300)), "CN").computed)
    assert ("734.4(d)", "15 CFR 734.4(d)") == (found.label, found.citation)
    (found,) = above_level(computed(item(part("3A002.a", 200)), "IR").computed)
    assert ("734.4(c)", "15 CFR 734.4(c)") == (found.label, found.citation)
    (found,) = above_level(computed(item(part("3A002.a", 100)), "CN").computed)
    assert ("", NO) == (found.label, found.holds)


def test_five_parts_are_named_and_the_rest_counted() -> None:
    parts = tuple(part(None, 1, name=f"part {number}") for number in range(1, 8))
    (found,) = unclassified_content(computed(item(*parts), "CN").computed)
    named = "part 1, part 2, part 3, part 4, part 5 and 2 more"
    assert found.triggered_by.endswith(f"({named})")
    (fact,) = found.missing
    assert ("bill_of_materials", "15 CFR 734.4(a), (b)") == (fact.fact, fact.citation)
    assert fact.question.startswith(f"What is the ECCN, and the origin, of {named}?")
    five = unclassified_content(computed(item(*parts[:5]), "CN").computed)
    assert five[0].triggered_by.endswith("(part 1, part 2, part 3, part 4, part 5)")


def test_the_report_of_technology_is_asked_for_by_fact_and_figure() -> None:
    one = item(part("9E610.a", 1), kind=ItemKind.TECHNOLOGY)
    (found,) = one_time_report(computed(one, "BR").computed)
    question = "Was the one-time report filed, and 30 days or more ago?"
    citation = "15 CFR Supp. 2 to 734(b)"
    assert [
        ("characteristics.de_minimis_report_filed", question, citation),
        ("figures.days_since_de_minimis_report", question, citation),
    ] == [(fact.fact, fact.question, fact.citation) for fact in found.missing]
    assert UNKNOWN is found.holds


def test_technology_without_controlled_content_needs_no_report() -> None:
    one = item(part("EAR99", 1, kind=ItemKind.TECHNOLOGY), kind=ItemKind.TECHNOLOGY)
    assert () == one_time_report(computed(one, "CN").computed)


def test_what_is_asked_of_the_foreign_item_is_its_entry_and_the_row_s_own_question() -> None:
    slug = "app_above_4a003_b"
    question = (
        "Does the adjusted peak performance of the foreign-made computer exceed that of 4A003.b?"
    )
    one = item(part("3A001.a.7", 1), eccn=eccn.parse("4A003.b"))
    asked = [
        (fact.fact, fact.question)
        for finding in without_level(computed(one, "CN").computed)
        for fact in finding.missing
    ]
    assert (f"characteristics.{slug}", question) in asked
    unsaid = item(part("3A001.a.7", 1), eccn=None)
    facts = [
        (fact.fact, fact.question)
        for finding in without_level(computed(unsaid, "CN").computed)
        for fact in finding.missing
    ]
    entry = "What is the ECCN of the foreign-made item itself, with its paragraph?"
    assert ("eccn", entry) in facts


def test_a_row_is_not_in_force_before_its_day() -> None:
    slug = "excluded_by_742_4_a_4_or_742_6_a_6"
    one = item(
        part("3A991.a", 1),
        eccn=eccn.parse("3B001.c"),
        characteristics=MappingProxyType({slug: NO}),
    )
    held = {
        day: [found.label for found in without_level(computed(one, "MO", day=day).computed)]
        for day in (date(2024, 12, 1), date(2024, 12, 2))
    }
    assert "734.4(a)(8)" not in held[date(2024, 12, 1)]
    assert "734.4(a)(8)" in held[date(2024, 12, 2)]

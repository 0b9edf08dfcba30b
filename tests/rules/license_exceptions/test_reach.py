"""Whether a case is within a reach, each limit by itself."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from msgspec.structs import replace

from navicert.facts.item import Item
from navicert.facts.party import Party
from navicert.law.tables.exception_reach import Places, Reach, reach_of
from navicert.rules.license_exceptions.case import ExceptionCase
from navicert.rules.license_exceptions.places import lies_in
from navicert.rules.license_exceptions.reach import reaches
from navicert.rules.license_exceptions.totals import amount_reached
from navicert.terms.activity import Activity
from navicert.terms.money import Money
from navicert.terms.party_role import PartyRole
from navicert.terms.truth import Truth
from tests.rules.license_exceptions.cases import (
    NO,
    UNKNOWN,
    YES,
    case,
    edition,
    item,
    needs,
    party,
    transaction,
)


def within(one: ExceptionCase, **row: object) -> Truth:
    return reaches(reach_of(row), one, edition(one.transaction.day))


def of(thing: Item, to: str = "TW", **more: object) -> ExceptionCase:
    return case(transaction(thing, to, None, **more))


def test_what_limits_nothing_reaches_everything() -> None:
    assert YES is within(of(item(None, None)))


@pytest.mark.parametrize(
    ("eccn", "row", "expected"),
    [
        ("3A001.a.7", {"eccns": ["3A001"]}, YES),
        ("3A001", {"eccns": ["3A001.a"]}, UNKNOWN),
        ("3A002", {"eccns": ["3A001"]}, NO),
        (None, {"eccns": ["3A001"]}, UNKNOWN),
        ("EAR99", {"eccns": ["3A001"]}, NO),
        ("EAR99", {"ear99": True}, YES),
        ("3A001", {"ear99": True}, NO),
        ("9A610.x", {"series": ["600"]}, YES),
        ("9A515.x", {"series": ["600"]}, NO),
        ("9A515.x", {"series": ["9x515"]}, YES),
        ("9A610.x", {"series": ["9x515"]}, NO),
        ("0A521", {"series": ["0Y521"]}, YES),
        ("0A501.a", {"series": ["0Y521"]}, NO),
        ("3A001.a.7", {"series": ["600"], "eccns": ["3A001"]}, YES),
        ("3A001.a.7", {"eccns": ["3A001"], "except_eccns": ["3A001.a"]}, NO),
        ("3A001.b.2", {"eccns": ["3A001"], "except_eccns": ["3A001.a"]}, YES),
        ("3A001", {"eccns": ["3A001"], "except_eccns": ["3A001.a"]}, UNKNOWN),
        ("3A001.a.7", {"except_eccns": ["3A001.a"]}, NO),
        ("3A002", {"except_eccns": ["3A001.a"]}, YES),
        (None, {"except_eccns": ["3A001.a"]}, UNKNOWN),
    ],
)
def test_items_are_named_by_entry_series_or_ear99(
    eccn: str | None, row: dict[str, Any], expected: Truth
) -> None:
    assert expected is within(of(item(eccn)), **row)


@pytest.mark.parametrize(
    ("related", "expected"),
    [(["7A103.a"], YES), (["7A103"], UNKNOWN), (["9A610"], NO), ([], UNKNOWN)],
)
def test_what_technology_is_for_counts(related: list[str], expected: Truth) -> None:
    assert expected is within(of(item("7E001", for_items=related)), for_items=["7A103.a"])


@pytest.mark.parametrize(
    ("kind", "expected"), [("software", YES), ("commodity", NO), (None, UNKNOWN)]
)
def test_kinds_are_named(kind: str | None, expected: Truth) -> None:
    assert expected is within(of(item("5D002", kind)), kinds=["software", "technology"])


@pytest.mark.parametrize(
    ("activity", "row", "expected"),
    [
        (Activity.EXPORT, ["export"], YES),
        (Activity.REEXPORT, ["export"], NO),
        (Activity.DEEMED_EXPORT, ["export"], YES),
        (Activity.DEEMED_REEXPORT, ["reexport"], YES),
        (Activity.DEEMED_REEXPORT, ["export"], NO),
        (Activity.DEEMED_EXPORT, ["deemed_export"], YES),
        (Activity.EXPORT, ["deemed_export"], NO),
    ],
)
def test_a_release_is_an_export_or_reexport_too(
    activity: Activity, row: list[str], expected: Truth
) -> None:
    named = frozenset(Activity(one) for one in row)
    one = of(item("3E001", "technology"), activity=activity)
    assert expected is reaches(Reach(activities=named), one, edition())


@pytest.mark.parametrize(
    ("sure", "maybe", "expected"),
    [("MT", "", YES), ("NS", "MT", UNKNOWN), ("NS", "", NO), ("", "", NO), ("MT NS", "", YES)],
)
def test_reasons_for_control_count_as_far_as_they_are_sure(
    sure: str, maybe: str, expected: Truth
) -> None:
    one = case(transaction(item("3A001.a.7"), "TW"), controlled_for=sure, maybe=maybe)
    assert expected is within(one, reasons=["MT"])


@pytest.mark.parametrize(
    ("eccn", "stated", "sure", "maybe", "expected"),
    [
        ("3A225", {"NP1"}, "", "", YES),
        ("3A225", {"NP2"}, "", "", NO),
        ("3A225", set(), "", "", NO),
        ("3A225", None, "NP", "", YES),
        ("3A225", None, "", "NP", YES),
        ("3A225", None, "AT", "", NO),
        (None, None, "", "", UNKNOWN),
        ("EAR99", None, "NP", "", NO),
    ],
)
def test_a_column_is_stated_or_read_from_the_entry(
    eccn: str | None, stated: set[str] | None, sure: str, maybe: str, expected: Truth
) -> None:
    columns = None if stated is None else frozenset(stated)
    deal = transaction(item(eccn, columns=columns), "TW")
    assert expected is within(case(deal, controlled_for=sure, maybe=maybe), columns=["NP1"])


def test_a_reason_that_may_hold_opens_what_no_column_settles() -> None:
    deal = transaction(item("3A225", columns=frozenset({"NP2"})), "TW")
    one = case(deal, controlled_for="AT", maybe="MT")
    assert UNKNOWN is within(one, reasons=["MT"], columns=["NP1"])
    stated = transaction(item("3A225", columns=frozenset({"NP1"})), "TW")
    assert YES is within(case(stated, maybe="MT"), reasons=["MT"], columns=["NP1"])


@pytest.mark.parametrize(
    ("eccn", "sure", "maybe", "expected"),
    [
        ("3A001.a.7", "NS AT", "", YES),
        ("3A001.a.7", "NS MT", "", NO),
        ("3A001.a.7", "NS", "MT", UNKNOWN),
        ("3A001.a.7", "NS", "AT", YES),
        ("3A001.a.7", "", "", UNKNOWN),
        ("EAR99", "", "", YES),
        (None, "", "", UNKNOWN),
        (None, "NS", "", UNKNOWN),
    ],
)
def test_only_some_reasons_may_count(
    eccn: str | None, sure: str, maybe: str, expected: Truth
) -> None:
    deal = transaction(item(eccn), "TW")
    one = case(deal, controlled_for=sure, maybe=maybe)
    assert expected is within(one, only_reasons=["NS", "AT"])


@pytest.mark.parametrize(
    ("label", "holds", "row", "expected"),
    [
        ("CC1", YES, {"requirement_reasons": ["CC"]}, YES),
        ("CC1", UNKNOWN, {"requirement_reasons": ["CC"]}, UNKNOWN),
        ("NS2", YES, {"requirement_reasons": ["CC"]}, NO),
        ("NS2", YES, {"requirement_citations": ["742.4(a)"]}, YES),
        ("746.2(a)", YES, {"requirement_citations": ["746.2"]}, YES),
        ("746.3(a)", YES, {"requirement_citations": ["746.2"]}, NO),
        ("NS2", YES, {"requirement_reasons": ["CC"], "requirement_citations": ["NS2"]}, YES),
    ],
)
def test_requirements_count_by_reason_or_citation(
    label: str, holds: Truth, row: dict[str, Any], expected: Truth
) -> None:
    deal = transaction(item("0A978"), "BR")
    assert expected is within(case(deal, needs(label, holds=holds)), **row)


@pytest.mark.parametrize("unverified", [YES, NO, UNKNOWN])
def test_a_party_on_the_unverified_list_counts(unverified: Truth) -> None:
    one = case(transaction(item("3A001.a.7"), "TW"), unverified=unverified)
    assert unverified is within(one, unverified_party=True)


def test_a_prohibition_counts() -> None:
    one = of(item("3A001.a.7"))
    assert NO is within(one, prohibited=True)
    assert YES is within(replace(one, prohibited=True), prohibited=True)


MARK = "supp_8_to_740"
CARRIER = Party("Carrier", (PartyRole.INTERMEDIATE_CONSIGNEE,))


@pytest.mark.parametrize(
    ("parties", "expected"),
    [
        ((party(approvals=frozenset({MARK})),), NO),
        ((party(approvals=frozenset({MARK})), CARRIER), NO),
        ((party(approvals=frozenset({MARK})), party()), YES),
        ((party(),), YES),
        ((CARRIER,), UNKNOWN),
        ((), UNKNOWN),
    ],
)
def test_a_recipient_without_an_approval_counts(
    parties: tuple[Party, ...], expected: Truth
) -> None:
    one = of(item("3A001.a.7"), "AE", parties=parties)
    assert expected is within(one, lacks_approval=MARK)
    assert NO is within(one, lacks_approval=MARK, unverified_party=True)


@pytest.mark.parametrize(
    ("to", "row", "expected"),
    [
        ("CN", {"groups": ["D:5"]}, YES),
        ("TW", {"groups": ["D:5"]}, NO),
        ("TW", {"countries": ["TW"]}, YES),
        ("TW", {"countries": ["JP"]}, NO),
        ("MO", {"groups": ["D:5"], "countries": ["MO"]}, YES),
        ("CN", {"except_countries": ["CN"]}, NO),
        ("TW", {"except_countries": ["CN"]}, YES),
        ("CN", {"except_groups": ["D:5"]}, NO),
        ("TW", {"except_groups": ["D:5"]}, YES),
        ("CN", {"groups": ["D:1"], "except_groups": ["D:5"]}, NO),
        ("VN", {"groups": ["D:1"], "except_groups": ["D:5"]}, YES),
        ("TW", {"countries": ["JP"], "except_groups": ["D:5"]}, NO),
        ("CX", {"countries": ["AU"]}, YES),  # Christmas Island is treated as Australia
        ("CX", {"except_countries": ["AU"]}, NO),
    ],
)
def test_destinations_are_named_or_left_out(to: str, row: dict[str, Any], expected: Truth) -> None:
    assert expected is within(of(item("3A001.a.7"), to), **row)


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        (Places(countries=frozenset({"AE"})), YES),
        (Places(except_countries=frozenset({"AE"})), NO),
        (Places(countries=frozenset({"JP"})), NO),
        (Places(groups=frozenset({"A:5"})), UNKNOWN),
        (Places(except_groups=frozenset({"A:5"})), UNKNOWN),
        (Places(countries=frozenset({"AE"}), groups=frozenset({"A:5"})), YES),
    ],
)
def test_without_verified_groups_a_named_country_still_counts(
    places: Places, expected: Truth
) -> None:
    assert expected is lies_in(places, "AE", None, edition())


@pytest.mark.parametrize(
    ("where", "more", "expected"),
    [
        ("exported_from", {"exported_from": "HK"}, YES),
        ("exported_from", {"exported_from": "US"}, NO),
        ("exported_from", {"exported_from": None}, UNKNOWN),
        ("headquarters", {"parties": (party(headquarters="HK", ultimate_parent="US"),)}, YES),
        ("headquarters", {"parties": (party(headquarters="US", ultimate_parent="HK"),)}, YES),
        ("headquarters", {"parties": (party(headquarters="US", ultimate_parent="US"),)}, NO),
        ("headquarters", {"parties": (party(ultimate_parent="US"),)}, UNKNOWN),
        ("headquarters", {"parties": (party(),)}, UNKNOWN),
        ("headquarters", {"parties": ()}, UNKNOWN),
        (
            "headquarters",
            {"parties": (Party("B", (PartyRole.FINANCIER,), headquarters="HK"),)},
            UNKNOWN,
        ),
    ],
)
def test_other_places_than_the_destination_may_count(
    where: str, more: dict[str, Any], expected: Truth
) -> None:
    one = of(item("3A001.a.7"), **more)
    assert expected is within(one, countries=["HK"], where=[where])


@pytest.mark.parametrize(("origin", "expected"), [("HK", YES), ("US", NO), (None, UNKNOWN)])
def test_the_place_where_it_was_made_may_count(origin: str | None, expected: Truth) -> None:
    one = of(item("3A001.a.7", origin=origin))
    assert expected is within(one, countries=["HK"], where=["origin"])


def test_one_place_is_enough_unless_all_are_asked_for() -> None:
    one = of(item("3A001.a.7", origin="US"), exported_from="HK")
    row: dict[str, Any] = {"countries": ["HK"], "where": ["exported_from", "origin"]}
    assert YES is within(one, **row)
    assert NO is within(one, **row, everywhere=True)
    both = of(item("3A001.a.7", origin="HK"), exported_from="HK")
    assert YES is within(both, **row, everywhere=True)


def test_a_place_may_be_left_to_others() -> None:
    row: dict[str, Any] = {
        "countries": ["HK"],
        "where": ["origin"],
        "unless_where": ["destination"],
    }
    made = item("3A001.a.7", origin="HK")
    assert YES is within(of(made, "TW"), **row)
    assert NO is within(of(made, "HK"), **row)


@pytest.mark.parametrize(("dollars", "expected"), [(999, UNKNOWN), (1000, YES), (1001, YES)])
def test_an_amount_is_reached_by_the_lines_of_its_entries_or_left_open(
    dollars: int, expected: Truth
) -> None:
    gun = item("0A501.a", value=Money(Decimal(dollars), "USD"))
    other = item("3A001.a.7", value=Money(Decimal(5000), "USD"))
    reach = reach_of({"eccns": ["0A501"], "at_least_usd": 1000})
    one = of(gun, others=(other,))
    assert expected is amount_reached(reach, one)
    assert expected is reaches(reach, one, edition())
    assert YES is amount_reached(reach_of({"eccns": ["0A501"]}), one)


def test_a_certain_no_ends_it_whatever_is_open() -> None:
    one = of(item("3A001.a.7", None))
    assert NO is within(one, kinds=["software"], eccns=["5D002"])
    assert UNKNOWN is within(one, kinds=["software"], eccns=["3A001"])
    assert NO is within(one, kinds=["software"], countries=["JP"])

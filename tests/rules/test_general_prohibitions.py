from __future__ import annotations

from datetime import date
from types import MappingProxyType

import pytest

from navicert.facts.destination import Destination
from navicert.facts.transaction import Transaction
from navicert.law.edition import standard_law
from navicert.law.tables.general_prohibitions import Cure
from navicert.rules.finding import Finding, FindingKind
from navicert.rules.general_prohibitions import (
    cured_by_exception,
    in_transit,
    needed_among,
    numbered,
    terms_broken,
    transit_countries,
)
from navicert.terms.activity import Activity
from navicert.terms.truth import Truth
from tests.golden.goldens import answered, name_of, paths

EDITION = standard_law().open_at(date(2026, 7, 30))


def order(*route: str, to: str = "TH", **answers: Truth) -> Transaction:
    return Transaction(
        reference="",
        day=EDITION.day,
        activity=Activity.EXPORT,
        exported_from="US",
        destination=Destination(to),
        lines=(),
        route=route,
        answers=MappingProxyType({slug.replace("_", "."): one for slug, one in answers.items()}),
    )


def finding(kind: FindingKind, holds: Truth, number: int = 1, citation: str = "") -> Finding:
    return Finding(kind, holds, citation, "", general_prohibition=number)


@pytest.mark.parametrize(
    ("needed", "answer", "holds"),
    [
        (Truth.NO, Truth.UNKNOWN, None),
        (Truth.YES, Truth.UNKNOWN, Truth.YES),
        (Truth.YES, Truth.NO, Truth.YES),
        (Truth.YES, Truth.YES, None),
        (Truth.UNKNOWN, Truth.UNKNOWN, Truth.UNKNOWN),
        (Truth.UNKNOWN, Truth.YES, None),
        (Truth.UNKNOWN, Truth.NO, Truth.UNKNOWN),
    ],
)
def test_transit_follows_the_need_and_the_answer(
    needed: Truth, answer: Truth, holds: Truth | None
) -> None:
    found = in_transit("VN", needed, order("VN", transit_VN=answer))
    assert ([] if holds is None else [(holds, 8)]) == [
        (one.holds, one.general_prohibition) for one in found
    ]


def test_every_listed_country_of_the_route_is_asked_once() -> None:
    assert ("VN", "KH") == transit_countries(order("SG", "VN", "KH", "VN", "US", "TH"), EDITION)


def test_start_and_end_are_no_transit() -> None:
    assert () == transit_countries(order("VN", to="VN"), EDITION)


def test_seventeen_countries_are_listed() -> None:
    assert 17 == len(EDITION.transit_countries())
    assert {"CN", "IR", "SY"}.isdisjoint(EDITION.transit_countries())


@pytest.mark.parametrize(("answer", "count"), [(Truth.NO, 1), (Truth.YES, 0), (Truth.UNKNOWN, 0)])
def test_a_term_is_broken_only_when_the_order_says_so(answer: Truth, count: int) -> None:
    found = terms_broken(order(license_D1_use=answer, GBS_reports=Truth.NO))
    assert [(9, frozenset())] * count == [
        (one.general_prohibition, one.allows_exceptions) for one in found
    ]


@pytest.mark.parametrize(
    ("values", "needed"),
    [
        ([], Truth.NO),
        ([Truth.NO], Truth.NO),
        ([Truth.NO, Truth.UNKNOWN], Truth.UNKNOWN),
        ([Truth.UNKNOWN, Truth.YES], Truth.YES),
    ],
)
def test_one_requirement_is_enough(values: list[Truth], needed: Truth) -> None:
    assert needed is needed_among(finding(FindingKind.REQUIREMENT, one) for one in values)


def test_notes_need_no_license() -> None:
    assert Truth.NO is needed_among([finding(FindingKind.NOTE, Truth.YES)])


@pytest.mark.parametrize(
    ("grounds", "number"),
    [
        (["15 CFR 734.3(a)(2)"], 1),
        (["15 CFR 734.4(d)"], 2),
        (["15 CFR 734.9(e)(1)"], 3),
        (["15 CFR 734.4(d)", "15 CFR 734.9(e)(1)"], 3),
        (["15 CFR 734.4(d)", "15 CFR 734.3(a)(2)"], 1),
        ([], 1),
    ],
)
def test_the_ground_of_scope_gives_the_number(grounds: list[str], number: int) -> None:
    scope = tuple(finding(FindingKind.SCOPE, Truth.YES, citation=one) for one in grounds)
    asked = [finding(FindingKind.REQUIREMENT, Truth.YES, n) for n in (1, 6)]
    assert [number, 6] == [one.general_prohibition for one in numbered(asked, scope)]


def test_four_of_the_ten_no_exception_cures() -> None:
    assert [4, 7, 9, 10] == [
        number
        for number in range(1, 11)
        if EDITION.general_prohibition(number).exceptions is Cure.NONE
    ]


@pytest.mark.parametrize(
    ("number", "allows", "cured"),
    [
        (1, None, True),
        (4, frozenset({"GOV"}), False),
        (5, None, False),
        (6, frozenset({"GOV"}), True),
        (6, frozenset(), False),
    ],
)
def test_five_and_six_are_cured_by_what_their_parts_name(
    number: int, allows: frozenset[str] | None, cured: bool
) -> None:
    one = Finding(
        FindingKind.REQUIREMENT,
        Truth.YES,
        "",
        "",
        general_prohibition=number,
        allows_exceptions=allows,
    )
    assert cured is cured_by_exception(one, EDITION)


def test_what_has_no_number_is_cured_by_nothing() -> None:
    assert not cured_by_exception(Finding(FindingKind.NOTE, Truth.YES, "", ""), EDITION)


def test_every_requirement_and_prohibition_of_the_goldens_has_its_number() -> None:
    """And none that no exception cures lets one through."""
    kinds = {FindingKind.REQUIREMENT, FindingKind.PROHIBITION}
    found = [
        (name_of(path), one)
        for path in paths()
        for one in answered(path).findings()
        if one.kind in kinds
    ]
    assert [] == [(name, one.label) for name, one in found if one.general_prohibition is None]
    assert [] == [
        (name, one.label)
        for name, one in found
        if one.general_prohibition in {4, 7, 9, 10} and one.allows_exceptions != frozenset()
    ]

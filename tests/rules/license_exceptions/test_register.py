from __future__ import annotations

from navicert.rules.license_exceptions.case import LicenseException
from navicert.rules.license_exceptions.register import EXCEPTIONS
from navicert.terms.citation import is_valid
from tests.rules.license_exceptions.cases import case, edition, item, needs, transaction

LINES = [
    case(transaction(item("3A001.a.7"), "TW"), needs("NS2"), controlled_for="NS"),
    case(transaction(item("9A610.x"), "DE"), needs("NS1"), needs("RS1"), controlled_for="NS RS"),
    case(transaction(item("5D002", "software"), "CN"), needs("NS1"), needs("EI:742.15")),
    case(transaction(item("3A090.a"), "DE"), needs("RS:742.6(a)(6)")),
    case(transaction(item(None, None), "HK"), needs("NS2"), maybe="NS MT"),
    case(transaction(item("EAR99"), "CU"), needs("746.2(a)")),
]


def answers() -> list[LicenseException]:
    return [rule(line, edition()) for line in LINES for rule in EXCEPTIONS]


def test_gbs_and_tsr_are_tried_first() -> None:
    assert ["gbs", "tsr"] == [rule.__name__ for rule in EXCEPTIONS[:2]]


def test_every_answer_cites_its_section_and_says_why() -> None:
    for found in answers():
        assert is_valid(found.citation), found
        assert found.reasons, found


def test_what_is_closed_overcomes_nothing_and_asks_nothing() -> None:
    for found in answers():
        if found.availability == "unavailable":
            assert not found.overcomes
            assert not found.conditions


def test_every_condition_has_its_own_slug_a_question_and_a_citation() -> None:
    for found in answers():
        slugs = [condition.slug for condition in found.conditions]
        assert len(slugs) == len(set(slugs))
        for condition in found.conditions:
            assert "{" not in condition.question
            assert condition.question.endswith("?") or "? " in condition.question
            assert condition.citation.startswith("15 CFR ")


def test_what_is_open_overcomes_a_requirement() -> None:
    assert [] == [
        found for found in answers() if found.availability != "unavailable" and not found.overcomes
    ]


def test_an_unknown_item_never_makes_an_exception_surely_available() -> None:
    unknown = LINES[4]
    assert "available" not in {rule(unknown, edition()).availability for rule in EXCEPTIONS}

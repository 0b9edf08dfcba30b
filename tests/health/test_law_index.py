"""The index of the law is current, and its statuses are those that the house can show."""

from __future__ import annotations

from navicert.casework.law_index import law_index, unlisted
from navicert.law.sections import NOT_MODELLED, STATUSES, named_in, sections
from navicert.law.shelf import standard_shelf
from tests.health.house import SOURCE
from tools.law_index.__main__ import PAGE, page

INDEX = law_index(standard_shelf())


def test_the_index_is_current() -> None:
    assert page() == PAGE.read_text(encoding="utf-8"), "run .venv/bin/python -m tools.law_index"


def test_every_section_is_listed_once_with_a_known_status() -> None:
    numbers = [one.number for one in sections(standard_shelf())]
    assert sorted(set(numbers)) == sorted(numbers)
    assert set(STATUSES) == {one.status for one in sections(standard_shelf())}


def test_every_section_that_a_rule_cites_is_listed() -> None:
    assert frozenset() == unlisted(standard_shelf())


def test_what_is_not_modelled_is_cited_by_no_rule() -> None:
    claimed = [
        (one.section.number, rule.name)
        for one in INDEX
        if one.section.status == NOT_MODELLED
        for rule in one.rules
        if any(one.section.number in named_in(citation) for citation in rule.citations)
    ]
    assert [] == claimed, "change the status of these sections in law/ear/730/coverage.csv"


def test_what_is_decided_or_asked_has_a_rule_a_table_or_a_module() -> None:
    empty = [
        one.section.number
        for one in INDEX
        if one.section.status != NOT_MODELLED and not (one.tables or one.rules or one.section.where)
    ]
    assert [] == empty, "nothing looks at these sections: say so in law/ear/730/coverage.csv"
    assert all((SOURCE / one.section.where).exists() for one in INDEX)

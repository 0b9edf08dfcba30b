from __future__ import annotations

from datetime import date

import pytest

from navicert.law.edition import standard_law
from navicert.rules.duties.answer import Answer
from navicert.rules.duties.truthfulness import must_notify, violation
from navicert.terms.truth import Truth

EDITION = standard_law().open_at(date(2026, 7, 30))


@pytest.mark.parametrize(
    ("slug", "paragraph"),
    [
        ("false_statement", "764.2(g)"),
        ("change_not_notified", "764.2(g)"),
        ("acting_with_knowledge", "764.2(e)"),
        ("against_denial_order", "764.2(k)"),
    ],
)
def test_every_violation_has_its_paragraph(slug: str, paragraph: str) -> None:
    assert paragraph == violation(slug, EDITION).value


@pytest.mark.parametrize("changed", list(Truth))
def test_representations_go_on(changed: Truth) -> None:
    assert changed is must_notify(changed).value


def test_each_answer_on_truth_names_its_paragraph() -> None:
    said = "dealing in an item in the knowledge of a violation"
    expected = Answer("764.2(e)", "15 CFR 764.2(e)", said)
    assert expected == violation("acting_with_knowledge", EDITION)
    said = "tell BIS and the other agencies at once, in writing"
    assert Answer(Truth.YES, "15 CFR 764.2(g)(2)", said) == must_notify(Truth.YES)

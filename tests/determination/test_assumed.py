from __future__ import annotations

from datetime import date

import pytest

from navicert.casework.rule_of_day import rule_of_day
from navicert.determination.assumed import assumed, assuming, is_ours
from navicert.facts.standing import OwnershipRule
from navicert.facts.transaction import AssumedRule
from navicert.law.edition import standard_law

IN_FORCE = AssumedRule(in_force=True, because="91 FR 1, read by J. Doe")
STAYED = AssumedRule(in_force=False, because="91 FR 2, read by J. Doe")


@pytest.mark.parametrize(
    ("day", "verified"),
    [
        (date(2025, 9, 28), False),
        (date(2025, 9, 29), True),
        (date(2025, 11, 9), True),
        (date(2025, 11, 10), False),
        (date(2026, 11, 9), False),
    ],
)
@pytest.mark.parametrize("rule", [IN_FORCE, STAYED])
def test_what_is_verified_is_never_overridden(
    day: date, rule: AssumedRule, *, verified: bool
) -> None:
    edition = assuming(standard_law().open_at(day), rule)
    assert verified is edition.affiliates_rule()
    (note,) = assumed(rule, edition)
    assert note.startswith("not used: ")


@pytest.mark.parametrize("rule", [IN_FORCE, STAYED])
def test_after_it_the_assumption_counts_and_is_told_with_its_ground(rule: AssumedRule) -> None:
    edition = assuming(standard_law().open_at(date(2026, 11, 10)), rule)
    assert rule.in_force is edition.affiliates_rule()
    told = rule_of_day(OwnershipRule.AFFILIATES, edition).said
    assert ", as assumed and not verified" in told
    (note,) = assumed(rule, edition)
    assert "assumed by whoever asked, not verified" in note
    assert note.endswith(f"on 2026-11-10, because: {rule.because}")
    assert is_ours(note)


def test_without_one_both_readings_are_told() -> None:
    edition = assuming(standard_law().open_at(date(2026, 11, 10)), None)
    assert () == tuple(assumed(None, edition))
    told = rule_of_day(OwnershipRule.AFFILIATES, edition).said
    assert "if it is in force" in told
    assert "if it is still stayed" in told

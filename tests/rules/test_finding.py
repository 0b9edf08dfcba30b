from __future__ import annotations

from msgspec.structs import fields, replace

from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.terms.truth import Truth

WHOLE = Finding(
    kind=FindingKind.REQUIREMENT,
    holds=Truth.UNKNOWN,
    citation="15 CFR 738.4",
    triggered_by="the destination",
    label="NS2",
    reason="NS",
    general_prohibition=1,
    allows_exceptions=frozenset({"LVS"}),
    overcome_by="a license",
    policy="case by case",
    agency="BIS",
    plain="A license is required.",
    missing=(MissingFact("eccn", "Which?", "15 CFR 774"),),
)


def test_a_signed_finding_is_the_same_but_for_its_rule_and_sentence() -> None:
    expected = replace(WHOLE, rule="scope.one", sentence="It is so.")
    assert expected == WHOLE.signed("scope.one", "It is so.")


def test_every_field_of_the_finding_above_is_filled_so_that_none_can_be_forgotten() -> None:
    empty = {one.name for one in fields(Finding) if getattr(WHOLE, one.name) in ("", None, ())}
    assert {"rule", "sentence"} == empty

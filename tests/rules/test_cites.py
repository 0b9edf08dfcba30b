from __future__ import annotations

from navicert.rules.cites import REGISTRY, Registered, cites
from navicert.rules.finding import Finding, FindingKind
from navicert.terms.truth import Truth


def find(how_many: int) -> tuple[Finding, ...]:
    """Something is found.

    More words that nobody reads on the screen.
    """
    return (Finding(FindingKind.NOTE, Truth.YES, "15 CFR 738", "x"),) * how_many


def test_a_rule_is_entered_with_its_citations_and_puts_its_name_on_what_it_finds() -> None:
    name = f"{find.__module__}.find"
    try:
        rule = cites("15 CFR 738.4")(find)
        expected = Registered(name, ("15 CFR 738.4",), "Something is found.")
        assert expected == REGISTRY[name]
        assert [(name, "Something is found.")] * 2 == [(f.rule, f.sentence) for f in rule(2)]
        assert () == rule(0)
    finally:
        REGISTRY.pop(name, None)


def test_a_rule_of_the_house_is_named_from_its_room_on() -> None:
    def silent() -> tuple[Finding, ...]:
        return (Finding(FindingKind.NOTE, Truth.YES, "15 CFR 738", "x"),)

    silent.__module__ = "navicert.rules.controls.of_nothing"
    name = "controls.of_nothing.silent"
    try:
        rule = cites("15 CFR 738.4", "15 CFR 742.4")(silent)
        assert Registered(name, ("15 CFR 738.4", "15 CFR 742.4"), "") == REGISTRY[name]
        assert [(name, "")] == [(found.rule, found.sentence) for found in rule()]
    finally:
        REGISTRY.pop(name, None)

"""Every golden gives what it says, and every rule is shown both ways."""

from __future__ import annotations

import importlib
import pkgutil
from collections import defaultdict
from pathlib import Path

import msgspec
import pytest

import navicert.rules
from navicert.rules.cites import REGISTRY
from tests.golden import test_procurement_cells
from tests.golden.goldens import Expected, Golden, answered, difference, golden, name_of, paths

HOLDING = frozenset({"yes", "unknown", "excludes"})
# Rules that say something of every order that they are asked about.
ALWAYS = frozenset({"recordkeeping.retention"})


def registered() -> frozenset[str]:
    for module in pkgutil.walk_packages(navicert.rules.__path__, "navicert.rules."):
        importlib.import_module(module.name)
    return frozenset(name for name in REGISTRY if not name.startswith("license_exceptions."))


def answers_shown() -> dict[str, set[str]]:
    shown: dict[str, set[str]] = defaultdict(set)
    for path in paths():
        for rule, answer in golden(path).rule.items():
            shown[rule].add(answer)
    for rule, answers in test_procurement_cells.answers_shown().items():
        shown[rule] |= answers
    return shown


@pytest.mark.parametrize("path", paths(), ids=name_of)
def test_the_golden_gives_what_it_says(path: Path) -> None:
    assert {} == difference(golden(path).expect, answered(path))


@pytest.mark.parametrize("path", paths(), ids=name_of)
def test_the_rules_of_the_golden_answer_as_it_says(path: Path) -> None:
    expected = golden(path).rule
    assert expected == {name: answered(path).of_rule(name) for name in expected}


@pytest.mark.parametrize("path", paths(), ids=name_of)
def test_the_golden_is_a_sentence_with_a_citation_and_a_rule(path: Path) -> None:
    one = golden(path)
    assert one.lesson.endswith(".")
    assert one.cite
    assert one.rule
    assert set() == set(one.rule) - set(REGISTRY) - registered()
    assert set(one.rule.values()) <= HOLDING | {"no"}


@pytest.mark.parametrize("rule", sorted(registered()))
def test_every_rule_has_a_golden_that_holds(rule: str) -> None:
    assert answers_shown()[rule] & HOLDING


@pytest.mark.parametrize("rule", sorted(registered() - ALWAYS))
def test_every_rule_has_a_golden_that_does_not_hold(rule: str) -> None:
    assert "no" in answers_shown()[rule]


def test_no_two_goldens_teach_the_same_sentence() -> None:
    lessons = [golden(path).lesson for path in paths()]
    assert sorted(set(lessons)) == sorted(lessons)


def test_a_wrong_outcome_is_seen() -> None:
    path = paths()[0]
    wrong = msgspec.structs.replace(golden(path).expect, outcome="WRONG")
    got = answered(path).determination.outcome.value
    assert ("WRONG", got) == difference(wrong, answered(path))["outcome"]


def test_a_label_too_many_or_too_few_is_seen() -> None:
    path = paths()[0]
    wrong = msgspec.structs.replace(golden(path).expect, holds=["NO SUCH LABEL"])
    assert "holds" in difference(wrong, answered(path))


def test_a_key_that_nobody_knows_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError, match="outcom"):
        msgspec.convert({"outcom": "NLR", "action": "release"}, Expected)
    with pytest.raises(msgspec.ValidationError, match="lesson"):
        msgspec.convert({"lessons": "x"}, Golden)

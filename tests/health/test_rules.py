"""Every rule says in one sentence what it decides, cites its section, and is tried by a test."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache

import pytest

import navicert.rules
from navicert.rules.cites import REGISTRY
from tests.health.house import TESTS

# A full stop inside a sentence: "U.S. ", "No. 1", "Supp. 1", "e.g. ".
ABBREVIATION = re.compile(r"\b(?:[A-Z]\.)*(?:[A-Z]|No|Nos|Supp|Art|Sec|e\.g|i\.e|cf|vs)\.(?=\s)")
SENTENCE_END = re.compile(r"[.!?](?=\s|$)")


@cache
def registered() -> tuple[str, ...]:
    """The dotted names of every rule, after every module of the room has been imported."""
    for module in pkgutil.walk_packages(navicert.rules.__path__, "navicert.rules."):
        importlib.import_module(module.name)
    return tuple(sorted(REGISTRY))


@cache
def texts_of_the_tests() -> tuple[str, ...]:
    """What every test and golden says, health tests aside."""
    files = [*TESTS.rglob("*.py"), *TESTS.rglob("*.toml"), *TESTS.rglob("*.json*")]
    return tuple(
        file.read_text(encoding="utf-8")
        for file in sorted(files)
        if "health" not in file.relative_to(TESTS).parts
    )


def is_tried(name: str, texts: tuple[str, ...]) -> bool:
    """Whether a text names the rule in full, or imports its module and names it in short."""
    module, _, rule = name.rpartition(".")
    package, _, last = module.rpartition(".")
    room = ".".join(filter(None, ("navicert.rules", package)))
    imports = re.compile(
        rf"navicert\.rules\.{re.escape(module)}\b|{re.escape(room)} import .*{last}\b"
    )
    short, full = re.compile(rf"\b{rule}\b"), re.compile(rf"\b{re.escape(name)}\b")
    return any(
        full.search(text) or (imports.search(text) and short.search(imports.sub("", text)))
        for text in texts
    )


def sentences(text: str) -> int:
    """How many sentences a text has; text after the last full stop counts as one more."""
    plain = ABBREVIATION.sub("", text.strip())
    ends = [match.end() for match in SENTENCE_END.finditer(plain)]
    return len(ends) + (not ends or ends[-1] != len(plain))


def faults(name: str) -> Iterator[str]:
    rule = REGISTRY[name]
    if not rule.citations:
        yield f"{name} cites nothing"
    if sentences(rule.sentence) != 1 or not rule.sentence.strip().endswith("."):
        yield f"{name} does not say in one sentence what it decides: {rule.sentence!r}"
    if not is_tried(name, texts_of_the_tests()):
        yield f"{name} is tried by no test"


def test_there_are_rules() -> None:
    assert registered()


def test_every_rule_has_a_sentence_a_citation_and_a_test() -> None:
    assert [] == [fault for name in registered() for fault in faults(name)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The item needs a license.", 1),
        ("The U.S. person needs one under Supp. 1 to part 764.", 1),
        ("The item needs a license. Ask for it.", 2),
        ("The item needs a license", 1),
        ("", 1),
    ],
)
def test_sentences_are_counted(text: str, count: int) -> None:
    assert count == sentences(text)


@pytest.mark.parametrize(
    ("text", "tried"),
    [
        ('rule = "controls.embargo.cuba"', True),
        ("from navicert.rules.controls.embargo import cuba", True),
        ("from navicert.rules.controls import embargo\nembargo.cuba(facts)", True),
        ("from navicert.rules.controls import embargo", False),
        ("destination = 'cuba'", False),
    ],
)
def test_a_rule_without_a_test_is_seen(text: str, tried: bool) -> None:
    assert tried == is_tried("controls.embargo.cuba", (text,))

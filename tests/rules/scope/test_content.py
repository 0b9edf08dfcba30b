from __future__ import annotations

from decimal import Decimal

import pytest

from navicert.facts.item import ItemKind, Part
from navicert.law.edition import standard_law
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.rules.scope.bill import Group, Piece
from navicert.rules.scope.content import counted, has_only, incorporated, relieved
from navicert.terms.eccn import parse
from navicert.terms.truth import Truth
from tests.rules.matters import DAY, NO, UNKNOWN, YES

EDITION = standard_law().open_at(DAY)
COMMODITY, SOFTWARE, TECHNOLOGY = ItemKind.COMMODITY, ItemKind.SOFTWARE, ItemKind.TECHNOLOGY
ASKED = MissingFact("bill_of_materials", "Which?", "15 CFR 774")


def part(eccn: str | None = "EAR99", kind: ItemKind = COMMODITY, **more: object) -> Part:
    facts: dict[str, object] = {"name": "part", "origin": "US", "value": None, **more}
    known = None if eccn is None else parse(eccn)
    return Part(eccn=known, kind=kind, **facts)  # type: ignore[arg-type]


def group(one: Part) -> Group:
    return Group(one, (Piece(one, Decimal(1), None),), Decimal(0), all_valued=False)


@pytest.mark.parametrize(
    ("one", "kind", "expected"),
    [
        (part(origin="JP"), COMMODITY, (NO, "not of US origin (JP)")),
        (part(origin=None), COMMODITY, (YES, "")),
        (part(), COMMODITY, (YES, "")),
        (part(kind=SOFTWARE), SOFTWARE, (YES, "")),
        (
            part(kind=TECHNOLOGY),
            COMMODITY,
            (NO, "technology used to design or make a commodity is not part of it"),
        ),
        (part(), SOFTWARE, (NO, "only software is commingled with software")),
        (part(kind=SOFTWARE), TECHNOLOGY, (NO, "only technology is commingled with technology")),
        (
            part(kind=SOFTWARE),
            COMMODITY,
            (NO, "software that is not bundled with the commodity is an item of its own"),
        ),
        (
            part(None, SOFTWARE, bundled=True),
            COMMODITY,
            (UNKNOWN, "bundled software without a classification"),
        ),
        (part("EAR99", SOFTWARE, bundled=True), COMMODITY, (YES, "")),
        (part("5D992.c", SOFTWARE, bundled=True), COMMODITY, (YES, "")),
        (
            part("5D002.c.1", SOFTWARE, bundled=True),
            COMMODITY,
            (NO, "bundled software controlled for more is its own item"),
        ),
    ],
)
def test_what_enters_the_computation(
    one: Part, kind: ItemKind, expected: tuple[Truth, str]
) -> None:
    assert expected == incorporated(group(one), kind, EDITION)


def test_bundled_software_of_an_entry_that_is_not_there_is_open() -> None:
    one = part("5D999.a", SOFTWARE, bundled=True)
    said = "bundled software controlled for more is its own item"
    assert (UNKNOWN, said) == incorporated(group(one), COMMODITY, EDITION)


@pytest.mark.parametrize(
    ("eccn", "reasons", "expected"),
    [
        ("3A991.a", {"AT"}, YES),
        ("3A001.a.7", {"AT"}, NO),
        ("3A001.a.7", {"AT", "NS", "RS", "MT", "NP"}, YES),
        ("EAR99", {"AT"}, YES),
        (None, {"AT"}, UNKNOWN),
        ("9A999", {"AT"}, UNKNOWN),
    ],
)
def test_a_whole_entry_has_only_some_reasons(
    eccn: str | None, reasons: set[str], expected: Truth
) -> None:
    assert expected is has_only(part(eccn), frozenset(reasons), EDITION)


def needs(label: str, holds: Truth = YES, reason: str = "") -> Finding:
    return Finding(FindingKind.REQUIREMENT, holds, "15 CFR 746.8", "x", label, reason)


RUSSIA = needs("746.8(a)(1)")
OTHER = needs("NS1")


@pytest.mark.parametrize(
    ("eccn", "leaves", "kept"),
    [
        ("3A991.a", "DE", (OTHER,)),
        ("3A001.a.7", "DE", (RUSSIA, OTHER)),
        ("3A991.a", "TR", (RUSSIA, OTHER)),
        ("3A001.a.7", "TR", (RUSSIA, OTHER)),
    ],
)
def test_what_a_partner_country_sends_is_relieved_for_at_alone(
    eccn: str, leaves: str, kept: tuple[Finding, ...]
) -> None:
    assert kept == relieved((RUSSIA, OTHER), part(eccn), leaves, EDITION)


def test_nothing_else_is_relieved() -> None:
    assert (OTHER,) == relieved((OTHER,), part("3A991.a"), "DE", EDITION)


def test_from_where_it_leaves_is_asked_where_it_decides() -> None:
    relief = next(one for one in EDITION.de_minimis().reliefs if RUSSIA.label in one.not_used)
    open_, other = relieved((RUSSIA, OTHER), part("3A991.a"), None, EDITION)
    question = MissingFact("from", "From which country is the item exported?", relief.citation)
    assert OTHER == other
    expected = Finding(
        FindingKind.REQUIREMENT, UNKNOWN, "15 CFR 746.8", "x", RUSSIA.label, missing=(question,)
    )
    assert expected == open_


def test_a_requirement_that_becomes_open_keeps_its_reason_and_its_questions() -> None:
    before = Finding(
        FindingKind.REQUIREMENT, UNKNOWN, "c", "x", RUSSIA.label, "AT", missing=(ASKED,)
    )
    (after,) = relieved((before,), part("3A991.a"), None, EDITION)
    assert ("AT", "c", "x", ASKED) == (
        after.reason,
        after.citation,
        after.triggered_by,
        after.missing[0],
    )


def test_named_entries_are_relieved_whatever_their_reasons() -> None:
    relief = next(one for one in EDITION.de_minimis().reliefs if one.also)
    label, symbol = min(relief.not_used), min(relief.also)
    found = (needs(label), OTHER)
    assert (OTHER,) == relieved(found, part(symbol), "DE", EDITION)
    assert found == relieved(found, part("3A001.a.7"), "DE", EDITION)


@pytest.mark.parametrize(
    ("findings", "gbs", "expected"),
    [
        ((), NO, (NO, "needs no license there (NLR)", (), ())),
        ((needs("NS1", NO),), NO, (NO, "needs no license there (NLR)", (), ())),
        ((needs("SS", YES, "SS"),), NO, (NO, "needs no license there (NLR)", (), ())),
        (
            (needs("NS1"), needs("RS1"), needs("NS1")),
            NO,
            (YES, "needs a license there: NS1, RS1", ("NS1", "RS1"), ()),
        ),
        (
            (needs("NS1"), needs("RS1")),
            YES,
            (NO, "may go under License Exception GBS (NS1, RS1)", ("NS1", "RS1"), ()),
        ),
        (
            (needs("NS1"),),
            UNKNOWN,
            (UNKNOWN, "may need a license there: NS1", ("NS1",), ()),
        ),
        (
            (needs("", UNKNOWN),),
            NO,
            (UNKNOWN, "may need a license there: not classified", (), ()),
        ),
    ],
)
def test_what_counts_as_controlled(
    findings: tuple[Finding, ...], gbs: Truth, expected: tuple[object, ...]
) -> None:
    assert expected == counted(findings, gbs, EDITION)


def test_what_is_open_brings_its_own_questions_alone() -> None:
    sure = Finding(FindingKind.REQUIREMENT, NO, "c", "x", "RS1", missing=(ASKED,))
    maybe = Finding(FindingKind.CLASSIFICATION, UNKNOWN, "c", "x", missing=(ASKED,))
    note = Finding(FindingKind.NOTE, YES, "c", "x", "N", missing=(ASKED,))
    said = "may need a license there: not classified"
    assert (UNKNOWN, said, (), (ASKED,)) == counted((sure, maybe, note), NO, EDITION)

"""Cases on the de minimis levels of US content.

Conventions of the vocabulary that are not facts of a case: nothing in it classifies the
foreign-made item, or tells a computer or semiconductor equipment of 734.4(a) by its parameters, so
that the item counts as one of which those paragraphs do not speak; content without a kind has that
of its entry's group; the civil use of the item is taken for granted, since none is ever stated.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from navicert.determination.assess import assess
from navicert.determination.content import DeMinimis
from navicert.determination.result import Determination
from navicert.determination.steps import de_minimis_of
from navicert.facts.destination import Destination
from navicert.facts.end_use import EndUse, EndUseKind, Knowledge
from navicert.facts.item import Item, ItemKind, Line, Part
from navicert.facts.transaction import Transaction
from navicert.law.edition import standard_law
from navicert.parties.watch import Watch
from navicert.rules.scope.de_minimis import percent
from navicert.terms import eccn
from navicert.terms.activity import Activity
from navicert.terms.money import Money
from navicert.terms.truth import Truth, parse
from tests.conformance.vocabulary import CATEGORIES, NOTED, Case, destination_of

COMPARED = (
    "subject_to_EAR",
    "threshold_pct",
    "controlled_content_pct",
    "controlled_content_usd",
    "APR_h_eligible",
)
ROUNDING = Decimal("0.05")


def determine(case: Case) -> Determination:
    """Ask the engine for the whole line."""
    return assess(transaction_of(case), Watch.of(()), standard_law())


def computed(case: Case) -> DeMinimis:
    """Ask the engine for the computation alone: other grounds of 734.3 are not in these cases."""
    transaction = transaction_of(case)
    found = de_minimis_of(transaction, transaction.lines[0].item, standard_law().open_at(case.day))
    if found is None:
        raise ValueError("the item of the case is not foreign-made and abroad")
    return found


def differences(case: Case) -> list[str]:
    """Compare what VOCABULARY names for this area."""
    got = answers(computed(case))
    return [
        f"{key}: expected {case.expected[key]!r}, got {got[key]!r}"
        for key in COMPARED
        if key in case.expected and not _same(key, case.expected[key], got[key])
    ]


def answers(found: DeMinimis) -> dict[str, object]:
    """Give the keys of the vocabulary; content is that of the worst case, as it must be planned."""
    worth, most = found.computed.product.worth, found.computed.most
    law = found.computed.edition.de_minimis()
    spare = percent(most, worth)
    within = None if spare is None else spare <= law.spare_parts_percent
    has_level = found.has_level
    return {
        "subject_to_EAR": _plain(found.subject),
        "threshold_pct": Decimal(0) if has_level is Truth.NO else found.computed.level.percent,
        "controlled_content_pct": percent(most, worth),
        "controlled_content_usd": most,
        "APR_h_eligible": within and has_level is not Truth.NO,
    }


def _plain(truth: Truth) -> bool | None:
    return {Truth.YES: True, Truth.NO: False, Truth.UNKNOWN: None}[truth]


def _same(key: str, expected: object, got: object) -> bool:
    if key == "controlled_content_pct" and got is not None:
        return abs(Decimal(str(expected)) - Decimal(str(got))) <= ROUNDING
    if isinstance(got, Decimal):
        return Decimal(str(expected)) == got
    return expected == got


def transaction_of(case: Case) -> Transaction:
    """Make the reexport of the foreign-made item that a case describes."""
    made_in = case.facts["foreign_item"].get("made_in", "DE")
    return Transaction(
        reference=case.id,
        day=case.day,
        activity=Activity.REEXPORT,
        exported_from=case.facts.get("exported_from") or made_in,
        destination=_destination(case.facts),
        lines=(Line(1, _item(case.facts, made_in)),),
        end_use=EndUse(EndUseKind.CIVIL),
        knowledge=Knowledge(violation=Truth.NO),
        screened_elsewhere="the case names no party",
    )


def _destination(facts: Mapping[str, Any]) -> Destination:
    found = destination_of(facts)
    return Destination(
        found.country, found.region or ("elsewhere" if found.country == "UA" else None)
    )


def _item(facts: Mapping[str, Any], made_in: str) -> Item:
    said = facts["foreign_item"]
    days = facts.get("days_since_report")
    filed = facts.get("one_time_report_filed", None if days is None else True)
    return Item(
        name=said.get("description", "the foreign-made item"),
        kind=ItemKind(said.get("kind", "commodity")),
        eccn=eccn.parse(said.get("eccn", "EAR99")),
        origin=made_in,
        value=_money(said),
        characteristics=MappingProxyType({"de_minimis_report_filed": parse(filed)}),
        figures=MappingProxyType(
            {} if days is None else {"days_since_de_minimis_report": Decimal(days)}
        ),
        bill_of_materials=tuple(_part(one) for one in facts.get("us_content", ())),
        us_technology=Truth.NO,
    )


def _money(said: Mapping[str, Any]) -> Money:
    """The fair market value goes first; book and intercompany values do not count."""
    value = said.get("fair_market_value", said.get("value_usd"))
    if value is None:
        raise ValueError("the case states no fair market value")
    return Money(Decimal(str(value)), "USD")


def _part(said: Mapping[str, Any]) -> Part:
    found = NOTED.fullmatch(said["eccn"])
    if found is None:
        raise ValueError(f"an ECCN such as EAR99 (food), not {said['eccn']!r}")
    number, note = eccn.parse(found["eccn"]), found["note"] or ""
    return Part(
        name=said["eccn"],
        origin="US",
        eccn=number,
        value=_money(said),
        kind=_kind(said.get("kind"), number),
        bundled=bool(said.get("bundled")),
        for_items=tuple(
            eccn.parse(word) for word in note.removeprefix("for ").split() if eccn.is_valid(word)
        ),
        category=note.replace(" ", "_") if note in CATEGORIES else "",
        characteristics=MappingProxyType(_supplements(said) | _encryption(said)),
    )


def _kind(said: str | None, number: eccn.Eccn) -> ItemKind:
    by_group = {"D": ItemKind.SOFTWARE, "E": ItemKind.TECHNOLOGY}
    return ItemKind(said) if said else by_group.get(number.group, ItemKind.COMMODITY)


def _encryption(said: Mapping[str, Any]) -> dict[str, Truth]:
    """Read which paragraph of License Exception ENC authorized the content, or that none did."""
    if "enc_authorized" not in said:
        return {}
    answer = str(said["enc_authorized"])
    slugs = {
        "740.17(b)(1)": "enc_740_17_b_1",
        "740.17(b)(2)": "enc_740_17_b_2",
        "740.17(b)(3)": "enc_740_17_b_3",
        "public": "public_encryption_source_code",
    }
    return {slug: parse(words in answer) for words, slug in slugs.items()}


def _supplements(said: Mapping[str, Any]) -> dict[str, Truth]:
    """Read which supplements to part 746 are said to list the content, or not to."""
    keys = (f"in_746_supp_{number}" for number in "24567")
    return {key: parse(said[key]) for key in keys if key in said}

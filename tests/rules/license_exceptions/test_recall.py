"""What is kept of one line is never the answer of another that differs in what counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from msgspec.structs import replace as changed

from navicert.law.tables.license_exceptions import Bar, Terms
from navicert.rules.license_exceptions.by_terms import reaches_of
from navicert.rules.license_exceptions.case import ExceptionCase, LicenseException
from navicert.rules.license_exceptions.gate import restriction
from navicert.rules.license_exceptions.reach import reaches
from navicert.rules.license_exceptions.recall import try_every
from navicert.rules.license_exceptions.register import EXCEPTIONS
from navicert.rules.license_exceptions.sweep import order_of, sweep
from navicert.rules.license_exceptions.totals import amount_reached, has_amount
from navicert.terms.activity import Activity
from navicert.terms.money import Money
from navicert.terms.truth import Truth
from tests.rules.license_exceptions.cases import (
    NO,
    UNKNOWN,
    YES,
    case,
    edition,
    item,
    needs,
    party,
    transaction,
)

OF_THE_ORDER = ("answers", "activity", "day", "parties")


def asked_anew(one: ExceptionCase) -> tuple[LicenseException, ...]:
    law = edition(one.transaction.day)
    return tuple(rule(one, law) for rule in EXCEPTIONS)


def recalled(one: ExceptionCase) -> tuple[LicenseException, ...]:
    return try_every(one, edition(one.transaction.day))


def chip(
    eccn: str = "3A001.a.7", to: str = "TW", kind: str = "commodity", **more: object
) -> ExceptionCase:
    deal: dict[str, Any] = {key: more.pop(key) for key in OF_THE_ORDER if key in more}
    order = transaction(item(eccn, kind, **more), to, **deal)
    return case(order, needs("NS2"), needs("RS1"), controlled_for="NS RS")


def usd(amount: int) -> Money:
    return Money(Decimal(amount), "USD")


DOUBTFUL = needs("744.21", frozenset({"GOV"}), UNKNOWN)
CONTRACTS = [
    case(
        transaction(item(eccn, value=usd(amount)), to),
        needs("NS1"),
        needs("RS1"),
        controlled_for="NS RS",
    )
    for eccn, to, limit in (
        ("9A610.x", "IL", 14_000_000),
        ("9A610.x", "NO", 25_000_000),
        ("0A506", "BR", 4_000_000),
    )
    for amount in (limit - 1, limit)
]
BEARINGS = [
    case(
        transaction(item("2B350.i", "commodity", **more), to),
        needs("CB2"),
        controlled_for=sure,
        maybe=maybe,
    )
    for to in ("BR", "IN", "IL")
    for sure, maybe in (("CB", ""), ("CB MT", ""), ("CB", "MT"))
    for more in ({}, {"characteristics": {"wetted_surfaces_of_list": YES}})
]
ALIKE_BUT_FOR_ONE_THING = [
    chip(),
    chip(to="VN"),
    chip(to="DE"),
    chip(eccn="3A001.b.2"),
    chip(eccn="3A001"),
    chip(eccn="EAR99"),
    chip(kind="technology", eccn="3E001"),
    chip(kind="technology", eccn="3E001", for_items=["3A001.a.7"]),
    chip(activity=Activity.REEXPORT),
    chip(activity=Activity.TRANSFER_IN_COUNTRY),
    chip(origin="CN"),
    chip(value=usd(5000)),
    chip(value=usd(5001)),
    chip(value=None),
    chip(figures={"lvs_limit_usd": Decimal(1)}),
    chip(figures={"lvs_year_usd": Decimal(60_001)}),
    chip(columns=frozenset({"NS2"})),
    chip(columns=frozenset({"NP1"})),
    chip(characteristics={"mt_controlled": YES}),
    chip(answers={"TMP.exhibition": YES}),
    chip(answers={"TMP.exhibition": NO}),
    chip(answers={"LVS.within_limit": NO}),
    chip(parties=()),
    chip(parties=(party(headquarters="CN", ultimate_parent="CN"),)),
    chip(to="AE", parties=(party(approvals=frozenset({"supp_8_to_740"})),)),
    chip(to="AE", parties=(party(),)),
    chip(day=date(2026, 2, 9)),
    chip(day=date(2026, 2, 10)),
    changed(chip(), unverified_party=YES),
    changed(chip(), unverified_party=UNKNOWN),
    changed(chip(), prohibited=True),
    changed(chip(), groups=None),
    changed(chip(), entry=None),
    changed(chip(), controlled_for=frozenset({"NS", "RS", "MT"})),
    changed(chip(), maybe_controlled_for=frozenset({"MT"})),
    changed(chip(), requirements=(needs("NS2"),)),
    changed(chip(), requirements=(needs("NS2"), needs("MT1"))),
    changed(chip(), requirements=(needs("NS2"), needs("746.3(a)"))),
    changed(chip(), requirements=(needs("NS2"), changed(DOUBTFUL, holds=YES))),
    changed(chip(), requirements=(needs("NS2"), DOUBTFUL)),
    changed(chip(), requirements=(needs("NS2"), changed(DOUBTFUL, citation="15 CFR 744.17"))),
    changed(chip(), requirements=(needs("NS2"), changed(DOUBTFUL, allows_exceptions=None))),
    changed(chip(), requirements=(needs("NS2"), changed(DOUBTFUL, label="744.17"))),
    changed(chip(), requirements=(needs("NS2"), changed(DOUBTFUL, label="", reason="END_USE"))),
    changed(chip(), requirements=(needs("NS2", holds=UNKNOWN),)),
    *CONTRACTS,
    *BEARINGS,
]


TABLE = edition().tables.license_exceptions
GATED = {bar.question.slug for bar in TABLE.gate}
ASKED = [GATED, *({one.slug for one in terms.asked} for terms in TABLE.terms.values())]


def answering(one: ExceptionCase, answers: dict[str, Truth]) -> ExceptionCase:
    return changed(one, transaction=replace(one.transaction, answers=answers))


def test_lines_that_differ_share_no_answer() -> None:
    for one in ALIKE_BUT_FOR_ONE_THING:
        assert asked_anew(one) == recalled(one)


@pytest.mark.parametrize("said", [YES, NO])
@pytest.mark.parametrize("number", range(len(ASKED)))
def test_lines_of_orders_that_answer_differently_share_no_answer(said: Truth, number: int) -> None:
    answers = dict.fromkeys(ASKED[number], said)
    for one in ALIKE_BUT_FOR_ONE_THING[number % 5 :: 5]:
        answered = answering(one, {**one.transaction.answers, **answers})
        assert asked_anew(answered) == recalled(answered)


def bars() -> list[Bar]:
    every = [
        bar
        for terms in TABLE.terms.values()
        for bar in (*terms.exclusions, *(bar for way in terms.ways for bar in way.exclusions))
    ]
    return [*TABLE.gate, *every]


def test_every_restriction_recalled_is_the_restriction_asked_for() -> None:
    for one in ALIKE_BUT_FOR_ONE_THING:
        law = edition(one.transaction.day)
        ready = changed(one, reached=sweep(one, law))
        for bar in bars():
            plain, kept = restriction(bar, one, law), restriction(bar, ready, law)
            assert plain.holds is kept.holds
            assert plain == kept or plain.holds is NO


@pytest.mark.parametrize("terms", TABLE.terms.values(), ids=list(TABLE.terms))
def test_a_paragraph_is_kept_by_all_that_it_reads(terms: Terms) -> None:
    known = set(reaches_of(terms, edition().tables))
    questions = [one for way in terms.ways for one in (*way.questions, way.selector) if one]
    barring = [bar for bar in TABLE.gate if not all(bar.admits(w.citation) for w in terms.ways)]
    excluding = [bar for way in terms.ways for bar in way.exclusions]
    asked = [*terms.questions, *questions, *(bar.question for bar in (*barring, *excluding))]
    assert {terms.reach, *(way.reach for way in terms.ways)} <= known
    assert {bar.reach for bar in (*terms.exclusions, *excluding, *barring)} <= known
    assert {reach for one in asked for reach in one.reaches} <= known


def test_most_of_these_lines_are_answered_differently() -> None:
    answers = [asked_anew(one) for one in ALIKE_BUT_FOR_ONE_THING]
    assert len(set(map(repr, answers))) > len(answers) // 2


@pytest.mark.parametrize("one", [chip(), chip(to="VN"), changed(chip(), entry=None), *CONTRACTS])
def test_a_sweep_says_of_every_reach_what_asking_it_says(one: ExceptionCase) -> None:
    law = edition(one.transaction.day)
    swept = sweep(one, law)
    for reach, place in swept.at.items():
        assert reaches(reach, one, law) is swept.truth(reach)
        counts = has_amount(reach) and swept.truth(reach) is not NO
        reached = counts and amount_reached(reach, one) is YES
        assert reached is bool(swept.amounts & 1 << place)


@pytest.mark.parametrize("one", ALIKE_BUT_FOR_ONE_THING)
def test_what_lines_of_an_order_share_says_the_same_of_each(one: ExceptionCase) -> None:
    law = edition(one.transaction.day)
    shared = changed(one, of_order=order_of(changed(one, requirements=(), entry=None), law))
    alone, together = sweep(one, law), sweep(shared, law)
    assert (alone.state, alone.required) == (together.state, together.required)


def test_an_order_that_reaches_an_amount_is_told_from_one_that_does_not() -> None:
    swept = [sweep(one, edition(one.transaction.day)) for one in CONTRACTS]
    for below, at in zip(swept[::2], swept[1::2], strict=True):
        assert 1 == (at.amounts & ~below.amounts).bit_count()
        assert 0 == below.amounts & ~at.amounts


def test_no_and_unknown_exclude_each_other() -> None:
    for one in ALIKE_BUT_FOR_ONE_THING:
        swept = sweep(one, edition(one.transaction.day))
        assert 0 == swept.no & swept.unknown

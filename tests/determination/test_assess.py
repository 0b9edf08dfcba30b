from __future__ import annotations

from datetime import date

import pytest

from navicert.determination.assess import assess
from navicert.facts.destination import Destination
from navicert.facts.end_use import EndUse, EndUseKind
from navicert.facts.item import Item, ItemKind, Line
from navicert.facts.party import Party
from navicert.facts.transaction import Transaction
from navicert.law.edition import standard_law
from navicert.parties.watch import Watch
from navicert.terms.activity import Activity
from navicert.terms.eccn import parse
from navicert.terms.outcome import Action, Outcome
from navicert.terms.party_role import PartyRole

NOBODY = Watch.of(())
DAY = date(2026, 7, 30)


def order(*eccns: str, country: str = "CN", screened: str = "by the desk") -> Transaction:
    items = (Item(f"item {e}", ItemKind.COMMODITY, parse(e), origin="US") for e in eccns)
    return Transaction(
        reference="PO 7",
        day=DAY,
        activity=Activity.EXPORT,
        exported_from="US",
        destination=Destination(country),
        lines=tuple(Line(number, item) for number, item in enumerate(items, start=1)),
        parties=(Party("Nordwind Handel", (PartyRole.END_USER,)),),
        end_use=EndUse(EndUseKind.CIVIL),
        screened_elsewhere=screened,
    )


def test_the_same_order_watch_and_law_give_the_same_answer() -> None:
    one = order("3A001.a.7", "EAR99")
    assert assess(one, NOBODY, standard_law()) == assess(one, NOBODY, standard_law())


@pytest.mark.parametrize("eccns", [("EAR99", "3A001.a.7"), ("3A001.a.7", "EAR99")])
def test_the_gravest_line_decides_wherever_it_stands(eccns: tuple[str, str]) -> None:
    answer = assess(order(*eccns), NOBODY, standard_law())
    place = eccns.index("3A001.a.7") + 1
    assert (Outcome.LICENSE, Action.HOLD) == (answer.outcome, answer.action)
    assert answer.because.startswith(f"line {place}: ")
    assert [1, 2] == [line.number for line in answer.lines]


def test_each_line_keeps_its_own_answer() -> None:
    answer = assess(order("EAR99", "3A001.a.7"), NOBODY, standard_law())
    assert [Outcome.NLR, Outcome.LICENSE] == [line.outcome for line in answer.lines]
    assert [Action.RELEASE, Action.HOLD] == [line.action for line in answer.lines]


def test_an_answer_says_which_law_was_asked_and_for_which_day() -> None:
    answer = assess(order("EAR99"), NOBODY, standard_law())
    assert (DAY, standard_law().digest) == (answer.law.day, answer.law.digest)
    assert standard_law().coverages == answer.law.coverages
    assert "PO 7" == answer.reference


def test_an_unscreened_order_is_held_and_says_so() -> None:
    answer = assess(order("EAR99", country="DE", screened=""), NOBODY, standard_law())
    assert (Outcome.NEED_FACTS, Action.HOLD) == (answer.outcome, answer.action)
    assert "unscreened" in answer.screening


def test_every_answer_says_that_it_is_no_legal_advice() -> None:
    assert "not legal advice" in assess(order("EAR99"), NOBODY, standard_law()).notes[0]

"""What an order says by itself answers conditions; where it contradicts an answer, it closes."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from msgspec.structs import replace as changed

from navicert.facts.end_use import EndUse, EndUseKind
from navicert.facts.party import Address, Party
from navicert.facts.transaction import Transaction
from navicert.law.tables.exception_questions import Question, Told
from navicert.law.tables.exception_reach import Reach
from navicert.rules.license_exceptions import users
from navicert.rules.license_exceptions.case import Availability, ExceptionCase, LicenseException
from navicert.rules.license_exceptions.checks import Check, alternatives, asked
from navicert.rules.license_exceptions.told import falls_away, heard
from navicert.terms.activity import Activity
from navicert.terms.money import Money
from navicert.terms.party_role import PartyRole
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
    slugs,
    transaction,
    tried,
)

UNAVAILABLE = Availability.UNAVAILABLE
CIVIL = Told(Reach(end_uses=frozenset({"civil"})), "the order calls it civil")


def order(kind: EndUseKind | None = None) -> ExceptionCase:
    return case(transaction(item("3A002.a"), "TH", end_use=EndUse(kind)))


def question(**more: object) -> Question:
    return Question("X.y", "Is it so?", "15 CFR 740.1", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("key", "kind", "expected"),
    [
        ({"met": (CIVIL,)}, EndUseKind.CIVIL, YES),
        ({"met": (CIVIL,)}, EndUseKind.MILITARY, UNKNOWN),
        ({"met": (CIVIL,), "decisive": "met"}, EndUseKind.MILITARY, NO),
        ({"met": (CIVIL,), "decisive": "met"}, None, UNKNOWN),
        ({"unmet": (CIVIL,)}, EndUseKind.CIVIL, NO),
        ({"unmet": (CIVIL,)}, EndUseKind.MILITARY, UNKNOWN),
        ({"unmet": (CIVIL,), "decisive": "unmet"}, EndUseKind.MILITARY, YES),
        ({"unmet": (CIVIL,), "decisive": "unmet"}, None, UNKNOWN),
    ],
)
def test_facts_answer_yes_or_no_or_both(
    key: dict[str, object], kind: EndUseKind | None, expected: Truth
) -> None:
    assert expected is heard(question(**key), order(kind), edition()).holds


def test_a_question_for_other_transactions_falls_away() -> None:
    for_civil = question(asked_where=(CIVIL,))
    assert falls_away(for_civil, order(EndUseKind.MILITARY), edition())
    assert not falls_away(for_civil, order(), edition())
    assert not falls_away(question(), order(), edition())


def test_a_contradiction_is_a_no_that_names_both_sides() -> None:
    found = asked(question(unmet=(CIVIL,)), order(EndUseKind.CIVIL), edition())
    assert NO is found.holds
    assert found.reason == "15 CFR 740.1: the order calls it civil: Is it so?"
    deal = replace(order(EndUseKind.CIVIL).transaction, answers={"X.y": YES})
    both = asked(question(unmet=(CIVIL,)), case(deal), edition())
    assert both.contradicts
    assert "the order calls it civil, although the order answers yes" in both.reason


def test_an_answer_of_no_beats_a_fact_that_says_yes() -> None:
    deal = replace(order(EndUseKind.CIVIL).transaction, answers={"X.y": NO})
    found = asked(question(met=(CIVIL,)), case(deal), edition())
    assert (NO, "answered no: Is it so?") == (found.holds, found.reason)


@pytest.mark.parametrize(("limit", "said"), [("most", "more than 5"), ("below", "not below 5")])
def test_a_figure_that_only_refutes_never_says_yes(limit: str, said: str) -> None:
    asked_for = question(figure="days", only_refutes=True, **{limit: Decimal(5)})
    inside, beyond = (item("3A002.a", figures={"days": Decimal(n)}) for n in (4, 6))
    assert UNKNOWN is heard(asked_for, case(transaction(inside, "TH")), edition()).holds
    found = heard(asked_for, case(transaction(beyond, "TH")), edition())
    assert (NO, f"the order's figure days is 6, {said}") == (found.holds, found.because)


def test_a_contradicted_member_of_a_group_is_not_saved_by_one_that_nobody_answered() -> None:
    deal = order().transaction
    one, two = (
        asked(question(group="g"), case(replace(deal, answers=answers)), edition())
        for answers in ({}, {"X.y": NO})
    )
    contradiction = changed(two, contradicts=True)
    assert (one,) == alternatives((one, two))
    assert (contradiction,) == alternatives((one, contradiction))
    sure = Check(YES, condition=one.condition)
    assert (sure,) == alternatives((sure, contradiction))


def users_of(*parties: Party, kind: EndUseKind | None = None) -> Transaction:
    return transaction(item("3A002.a"), "TH", parties=parties, end_use=EndUse(kind))


def test_one_government_among_the_users_counts() -> None:
    state, firm = party(government=YES), party(government=NO)
    assert YES is users.government(users_of(firm, state))
    assert NO is users.government(users_of(firm))
    assert UNKNOWN is users.government(users_of(firm, party()))
    assert UNKNOWN is users.government(users_of())


def test_a_military_use_or_user_counts() -> None:
    assert YES is users.military(users_of(party(military=YES), kind=EndUseKind.CIVIL))
    assert YES is users.military(users_of(party(military=NO), kind=EndUseKind.MILITARY))
    assert NO is users.military(users_of(party(military=NO), kind=EndUseKind.CIVIL))
    assert UNKNOWN is users.military(users_of(party(military=NO)))


def test_what_a_party_is_goes_by_the_words_of_the_order() -> None:
    firms = frozenset({"company"})
    assert YES is users.are(users_of(party(kind=" Company ")), firms)
    assert NO is users.are(users_of(party(kind="person")), firms)
    assert UNKNOWN is users.are(users_of(party()), firms)


def test_places_of_parties_are_those_of_their_role() -> None:
    exporter = Party("E", (PartyRole.APPLICANT,), headquarters="US", ultimate_parent="CN")
    agent = Party("A", (PartyRole.INTERMEDIATE_CONSIGNEE,), address=Address(country="VN"))
    user = Party("U", (PartyRole.END_USER,), headquarters="DE", nationality="FR")
    deal = users_of(exporter, agent, user)
    assert ("US",) == users.exporter(deal)
    assert ("CN",) == users.exporter_parent(deal)
    assert ("VN", None) == users.located(deal)
    assert ("DE", None, "FR") == users.homes(deal)
    assert (None, None, "DE", "DE") == users.headquarters(deal)


def gift(*values: int, answers: dict[str, Truth] | None = None) -> LicenseException:
    goods = [item("EAR99", value=Money(Decimal(one), "USD")) for one in values]
    said = {"GFT.gift_parcel": YES, **(answers or {})}
    deal = transaction(goods[0], "CU", said, others=tuple(goods[1:]))
    return tried(case(deal, needs("746.2(a)", frozenset({"GFT"}))))["GFT"]


def test_the_lines_of_a_parcel_are_added_up() -> None:
    assert UNAVAILABLE is not gift(400, 400).availability
    over = gift(400, 401, answers={"GFT.parcel_value": YES})
    assert UNAVAILABLE is over.availability
    assert "the order's lines come to more than 800 USD" in over.reasons[0]
    assert UNAVAILABLE is not gift(400, 401, answers={"GFT.food": YES}).availability


def test_a_paragraph_that_the_order_chose_and_refutes_is_replaced_by_no_other() -> None:
    goods = item("3A002.a", value=Money(Decimal(1), "USD"), quantity=Decimal(6))
    parts = replace(goods, figures={"parts_replaced": Decimal(5)})
    chosen = tried(case(transaction(parts, "TH", {"RPL.one_for_one": YES}), needs("NS2")))["RPL"]
    assert UNAVAILABLE is chosen.availability
    free = tried(case(transaction(parts, "TH"), needs("NS2")))["RPL"]
    assert {"RPL.serviced"} == slugs(free)


@pytest.mark.parametrize(
    ("symbol", "eccn", "kind", "way"),
    [("TSR", "3E001", "technology", ""), ("TMP", "5D002", "software", "beta_test")],
)
def test_exports_and_reexports_alone_are_no_transfers(
    symbol: str, eccn: str, kind: str, way: str
) -> None:
    goods = item(eccn, kind, for_items=["3A002.a"])
    deal = transaction(goods, "TH", activity=Activity.TRANSFER_IN_COUNTRY, exported_from="TH")
    found = tried(case(deal, needs("NS1"), controlled_for="NS"))[symbol]
    assert f"{symbol}.{way}" not in slugs(found)
    assert way or found.availability is UNAVAILABLE


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ({"payload_kg": 499}, Availability.AVAILABLE),
        ({"payload_kg": 500}, Availability.CONDITIONAL),
        ({"range_km": 299}, Availability.AVAILABLE),
        ({"range_km": 300, "payload_kg": 501}, Availability.CONDITIONAL),
        ({}, Availability.CONDITIONAL),
    ],
)
def test_an_unmanned_aircraft_is_judged_by_payload_or_range(
    figures: dict[str, int], expected: Availability
) -> None:
    goods = item("9A012.a", figures={name: Decimal(value) for name, value in figures.items()})
    one = case(transaction(goods, "DE"), needs("MT1"), needs("NS1"), controlled_for="NS MT")
    assert expected == tried(one)["STA"].availability


@pytest.mark.parametrize(("to", "end_user", "closed"), [("TH", "IR", True), ("TH", "TH", False)])
def test_nothing_replaces_what_nationals_of_e1_own(to: str, end_user: str, *, closed: bool) -> None:
    said = {"RPL.replaces_defective": YES, "RPL.not_of_e1_nationals": YES}
    deal = transaction(item("3A002.a"), to, said, parties=(party(nationality=end_user),))
    found = tried(case(deal, needs("NS2"), controlled_for="NS"))["RPL"]
    assert closed == (found.availability is UNAVAILABLE)

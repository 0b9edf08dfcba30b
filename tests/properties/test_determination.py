"""What must hold of every order: nothing fails open, and the same question has one answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import MappingProxyType

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from navicert.determination.assess import assess
from navicert.determination.report import report
from navicert.facts.denial_order import DenialOrder, OrderEvent, OrderEventKind
from navicert.facts.item import Item, Line
from navicert.facts.listing import ListedName, Listing
from navicert.facts.transaction import Transaction
from navicert.law.edition import standard_law
from navicert.parties.lists import needed
from navicert.parties.lists.snapshot import Snapshot
from navicert.parties.watch import Watch
from navicert.records.canonical import canonical
from navicert.rules.finding import FindingKind
from navicert.terms.list_code import ListCode
from navicert.terms.outcome import Action, Outcome
from navicert.terms.truth import Truth
from tests.properties.strategies import transactions

LAW = standard_law()
GRAVITY = (Action.RELEASE, Action.HOLD, Action.STOP)
LISTED = [ListCode.EL, ListCode.UVL, ListCode.MEU, ListCode.SDN, ListCode.ISN]
slowly = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=150)


def snapshot(listings: tuple[Listing, ...] = (), orders: tuple[DenialOrder, ...] = ()) -> Snapshot:
    """Make a list of what is given."""
    day, counts = date(2026, 1, 1), ()
    return Snapshot("OWN", "a list", "here", day, "0" * 64, listings, orders, counts, ALL)


ALL = tuple(one.code for one in needed.lists())
CLEAN = Watch.of([snapshot()])


@slowly
@given(transactions)
def test_the_same_order_and_edition_give_the_same_bytes(order: Transaction) -> None:
    """Asked twice, and asked of a law that was opened anew."""
    once = canonical(report(assess(order, CLEAN, LAW)))
    assert once == canonical(report(assess(order, CLEAN, LAW)))


@slowly
@given(transactions, st.sampled_from(LISTED))
def test_a_listed_party_never_loosens_a_verdict(order: Transaction, code: ListCode) -> None:
    """Putting a party of the order on a list can only make the answer stricter."""
    listing = Listing(
        code,
        "1",
        (ListedName(order.parties[0].name),),
        license_requirement="For all items subject to the EAR",
    )
    before = assess(order, CLEAN, LAW)
    after = assess(order, Watch.of([snapshot((listing,))]), LAW)
    for line, listed in zip(before.lines, after.lines, strict=True):
        assert GRAVITY.index(line.action) <= GRAVITY.index(listed.action)


@slowly
@given(transactions)
def test_a_denied_party_never_loosens_a_verdict(order: Transaction) -> None:
    """The same for a denial order over a party."""
    event = OrderEvent(date(2000, 1, 1), OrderEventKind.ISSUED, "an order")
    denial = DenialOrder("an order", ((order.parties[0].name,),), (event,))
    before = assess(order, CLEAN, LAW)
    after = assess(order, Watch.of([snapshot(orders=(denial,))]), LAW)
    for line, denied in zip(before.lines, after.lines, strict=True):
        assert GRAVITY.index(line.action) <= GRAVITY.index(denied.action)


@slowly
@given(transactions)
def test_an_open_question_never_yields_a_release(order: Transaction) -> None:
    """Whatever holds unknown, of a kind that can bar, keeps the line from going."""
    barring = {
        FindingKind.REQUIREMENT,
        FindingKind.PROHIBITION,
        FindingKind.CLASSIFICATION,
        FindingKind.SCREENING,
        FindingKind.RED_FLAG,
    }
    barring_all = {FindingKind.PROHIBITION, FindingKind.SCREENING, FindingKind.RED_FLAG}
    for line in assess(order, CLEAN, LAW).lines:
        asked = barring if line.outcome is not Outcome.NOT_SUBJECT else barring_all
        if any(one.kind in asked and one.holds is Truth.UNKNOWN for one in line.findings):
            assert line.action is not Action.RELEASE


@slowly
@given(transactions)
def test_what_is_not_said_is_never_better_than_what_is(order: Transaction) -> None:
    """Taking classification, end use and answers away never turns a hold into a release."""
    silent = replace(
        order,
        lines=tuple(Line(line.number, _silenced(line.item)) for line in order.lines),
        end_use=replace(order.end_use, kind=None),
    )
    for line in assess(silent, CLEAN, LAW).lines:
        assert line.outcome not in {Outcome.NLR, Outcome.EXCEPTION} or not _sent(order)


def _silenced(item: Item) -> Item:
    return replace(
        item, eccn=None, columns=None, characteristics=MappingProxyType({}), for_items=()
    )


def _sent(order: Transaction) -> bool:
    """Whether classification matters at all: only what is sent needs one; at home, nothing is."""
    places = (order.exported_from or "", order.destination.country)
    at_home = all(one and LAW.open_at(order.day).country_of(one) == "US" for one in places)
    return not (at_home and not order.is_deemed) and order.activity.value in {
        "export", "reexport", "transfer_in_country", "deemed_export", "deemed_reexport",
    }  # fmt: skip


@slowly
@given(transactions)
def test_nobody_goes_unscreened(order: Transaction) -> None:
    """With no list asked, and no word of who screened, nothing is released."""
    unscreened = replace(order, screened_elsewhere="")
    for line in assess(unscreened, Watch.of(()), LAW).lines:
        assert line.action is not Action.RELEASE


@slowly
@given(transactions, st.sampled_from(ALL))
def test_nobody_goes_while_one_needed_list_was_not_asked(
    order: Transaction, code: ListCode
) -> None:
    """Each of the lists that screening needs is needed by itself."""
    order = replace(order, screened_elsewhere="", day=max(order.day, date(2021, 1, 1)))
    watch = Watch.of([replace(snapshot(), covers=tuple(one for one in ALL if one != code))])
    for line in assess(order, watch, LAW).lines:
        assert line.action is not Action.RELEASE


@slowly
@given(transactions)
def test_a_listed_or_denied_party_holds_what_is_not_subject(order: Transaction) -> None:
    """The EAR do not reach the item, and still a person looks at the party."""
    listing = Listing(ListCode.EL, "1", (ListedName(order.parties[0].name),))
    event = OrderEvent(date(2000, 1, 1), OrderEventKind.ISSUED, "an order")
    denial = DenialOrder("an order", ((order.parties[0].name,),), (event,))
    for watch in (snapshot((listing,)), snapshot(orders=(denial,))):
        for line in assess(order, Watch.of([watch]), LAW).lines:
            assert line.action is not Action.RELEASE or line.outcome is not Outcome.NOT_SUBJECT


@slowly
@given(transactions)
def test_every_missing_fact_is_named(order: Transaction) -> None:
    """A line that needs facts says which."""
    for line in assess(order, CLEAN, LAW).lines:
        if line.outcome is Outcome.NEED_FACTS and line.decided_by != "red flag":
            assert line.missing, line.because


@slowly
@given(transactions)
def test_every_finding_has_rule_citation_and_trigger(order: Transaction) -> None:
    """So that an auditor can follow it."""
    for line in assess(order, CLEAN, LAW).lines:
        for finding in (*line.findings, *line.obligations):
            assert finding.rule
            assert finding.citation
            assert finding.triggered_by
            assert finding.sentence.endswith(".")


@slowly
@given(transactions)
def test_a_line_alone_is_answered_like_a_line_among_others(order: Transaction) -> None:
    """But for exceptions that look at the whole order, such as LVS: never looser in company."""
    together = assess(order, CLEAN, LAW)
    for line, answered in zip(order.lines, together.lines, strict=True):
        alone = assess(replace(order, lines=(line,)), CLEAN, LAW).lines[0]
        assert GRAVITY.index(alone.action) <= GRAVITY.index(answered.action)
        assert alone.findings == answered.findings

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from navicert.casework.expose_terms import Said
from navicert.exposure.losses import Ground
from navicert.exposure.remedies import AS_ORDERED, AUTHORIZED, STAYS, Remedy
from navicert.exposure.result import Scenario
from navicert.exposure.shock import Span, gravest
from navicert.facts.denial_order import (
    Authorization,
    DenialOrder,
    OrderEvent,
    OrderEventKind,
)
from navicert.facts.listing import ListedName, Listing, Relief
from navicert.terms.list_code import ListCode
from navicert.terms.truth import Truth
from tests.exposure.supply import MADE, MAKER, SINCE, cut, edge, graph, supply

LAST = date(2026, 6, 9)
NETWORK = f"{MAKER}\nnet,network,,AT,,,,1000\nop,customer,Opus AG,AT"
OPERATED = edge("op net operates")
ISSUED = OrderEvent(SINCE, OrderEventKind.ISSUED, "order")
PERMIT = Authorization(
    date(2026, 4, 1),
    date(2026, 4, 30),
    "permit",
    purposes=frozenset({"existing_network"}),
    excluded_groups=frozenset({"E:1"}),
)
ORDER = DenialOrder(
    "order",
    (("Zed Ltd.",),),
    (
        ISSUED,
        OrderEvent(PERMIT.since, OrderEventKind.CARVED_OUT, "permit", authorization=PERMIT),
        OrderEvent(date(2026, 5, 10), OrderEventKind.TERMINATED, "end"),
    ),
)


def spans(row: str, *remedies: Remedy, order: DenialOrder = ORDER) -> list[tuple[date, date, str]]:
    """From when to when an edge is barred, and under which clause."""
    found = scenario(row, *remedies, said=Said((order,)))
    return [(one.from_day, one.to_day, one.clause) for one in found.severed]


def scenario(row: str, *remedies: Remedy, said: Said | None = None) -> Scenario:
    chosen = remedies or (STAYS,)
    return cut(graph(NETWORK, OPERATED, row), remedies=chosen, said=said).scenarios[0]


def test_a_supply_of_what_is_subject_to_the_ear_is_barred_by_second_a() -> None:
    assert [(SINCE, LAST, "Second.A")] == spans(supply("q z supplies chip"))


def test_a_supply_of_what_is_not_subject_to_the_ear_stays() -> None:
    assert [] == spans(supply("q z supplies chip", subject="no"))


def test_a_supply_of_which_nobody_knows_may_be_severed() -> None:
    (found,) = scenario(edge("r z supplies chip")).severed
    assert Truth.UNKNOWN is found.holds
    assert "subject to the EAR" in found.ground.missing[0]


@pytest.mark.parametrize(
    ("row", "clause"),
    [
        (supply("z shop sells box"), "Second.C"),
        (supply("z net maintains"), "First.B"),
        (supply("z net updates"), "First.B"),
        (supply("z chip stores"), "First.B"),
        (supply("q z updates os"), "Second.A"),
    ],
)
def test_each_act_has_its_clause(row: str, clause: str) -> None:
    assert [(SINCE, LAST, clause)] == spans(row)


@pytest.mark.parametrize(
    "row",
    [
        supply("q net maintains"),
        supply("q net updates"),
        supply("q r supplies chip"),
        supply("z shop sells box", exported_from_us="no"),
        supply("z net maintains", exported_from_us="no"),
    ],
)
def test_what_no_clause_names_stays(row: str) -> None:
    assert [] == spans(row)


def test_an_authorization_opens_what_it_covers_for_its_days() -> None:
    kept = [(SINCE, date(2026, 3, 31), "First.B"), (date(2026, 5, 1), LAST, "First.B")]
    assert kept == spans(supply("z net maintains"), AUTHORIZED)
    assert [(SINCE, LAST, "First.B")] == spans(supply("z net maintains"), STAYS)
    assert [(SINCE, LAST, "Second.A")] == spans(supply("q z supplies chip"), AUTHORIZED)


def test_an_edge_may_state_its_purpose_itself() -> None:
    stated = supply("q z supplies chip", purpose="existing_network")
    assert [(SINCE, date(2026, 3, 31)), (date(2026, 5, 1), LAST)] == [
        one[:2] for one in spans(stated, AUTHORIZED)
    ]
    other = supply("z net maintains", purpose="new_network")
    assert [(SINCE, LAST, "First.B")] == spans(other, AUTHORIZED)


def test_an_authorization_leaves_out_its_excluded_groups() -> None:
    nodes = NETWORK.replace("net,network,,AT", "net,network,,IR")
    found = cut(graph(nodes, supply("z net maintains")), remedies=[AUTHORIZED], said=Said((ORDER,)))
    assert [(SINCE, LAST)] == [(one.from_day, one.to_day) for one in found.scenarios[0].severed]


def test_as_ordered_the_bar_ends_when_the_order_does() -> None:
    assert [(SINCE, date(2026, 5, 9), "Second.A")] == spans(supply("q z supplies chip"), AS_ORDERED)


def test_a_stated_end_ends_the_bar_under_every_remedy() -> None:
    ends = replace(ORDER, events=(replace(ISSUED, end=date(2026, 3, 31)),))
    assert [(SINCE, date(2026, 3, 31), "Second.A")] == spans(
        supply("q z supplies chip"), STAYS, order=ends
    )


def test_a_suspended_order_severs_nothing() -> None:
    event = OrderEvent(date(2026, 1, 1), OrderEventKind.SUSPENDED, "order")
    assert [] == spans(supply("q z supplies chip"), STAYS, order=replace(ORDER, events=(event,)))


def test_an_order_that_is_activated_later_severs_from_then_on() -> None:
    events = (
        OrderEvent(date(2026, 1, 1), OrderEventKind.SUSPENDED, "order"),
        OrderEvent(date(2026, 4, 15), OrderEventKind.ACTIVATED, "active"),
    )
    assert [(date(2026, 4, 15), LAST, "Second.A")] == spans(
        supply("q z supplies chip"), STAYS, order=replace(ORDER, events=events)
    )


def test_terms_of_its_own_and_names_that_are_near_are_for_a_person() -> None:
    own = replace(ORDER, standard_terms=False)
    near = replace(ORDER, persons=(("Zedd Limited",),))
    for order in (own, near):
        (found,) = scenario(supply("q z supplies chip"), said=Said((order,))).severed
        assert Truth.UNKNOWN is found.holds


def test_the_entity_list_severs_what_is_sent_and_nothing_that_it_sells() -> None:
    listing = Listing(
        ListCode.EL,
        "EL-1",
        (ListedName("Zed Ltd."),),
        since=date(2026, 3, 12),
        license_requirement="For all items subject to the EAR",
        citations=("91 FR 1",),
        reliefs=(Relief(date(2026, 4, 1), date(2026, 4, 30), "91 FR 2"),),
    )
    made = graph(NETWORK, supply("q z supplies chip"), supply("z shop sells box"))
    stays, eased = cut(made, remedies=[STAYS, AUTHORIZED], said=Said((), (listing,))).scenarios
    assert [(date(2026, 3, 12), LAST, "744.11")] == [
        (one.from_day, one.to_day, one.clause) for one in stays.severed
    ]
    assert [(date(2026, 3, 12), date(2026, 3, 31)), (date(2026, 5, 1), LAST)] == [
        (one.from_day, one.to_day) for one in eased.severed
    ]


def test_a_party_that_supplies_others_is_cut_off_from_them() -> None:
    found = cut(graph(MAKER, MADE, supply("q z supplies chip", share=100, stock=3)), "q")
    (one,) = found.scenarios[0].severed
    assert "Second.C" == one.clause
    assert date(2026, 3, 5) == found.scenarios[0].lines[0].stops_on.likely


def _span(start: int, end: int, holds: Truth, clause: str) -> Span:
    return Span(start, end, Ground(holds, clause))


def test_where_two_bars_bear_on_one_act_the_gravest_counts_whatever_their_order() -> None:
    sure = (_span(0, 10, Truth.YES, "A"), _span(20, 30, Truth.YES, "A"))
    may = (_span(5, 25, Truth.UNKNOWN, "B"),)
    expected = [
        (0, 10, Truth.YES),
        (10, 20, Truth.UNKNOWN),
        (20, 30, Truth.YES),
    ]
    for both in ((sure, may), (may, sure)):
        assert expected == [(one.start, one.end, one.ground.holds) for one in gravest(*both)]


def test_bars_with_a_gap_between_them_keep_it() -> None:
    found = gravest((_span(0, 3, Truth.YES, "A"),), (_span(5, 8, Truth.YES, "A"),))
    assert [(0, 3), (5, 8)] == [(one.start, one.end) for one in found]

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from navicert.facts.ownership import Stake, StakeKind, StakeSource
from navicert.parties.ownership.majority import Question, bound_in, possible
from navicert.parties.ownership.shares import graph_of
from tests.parties.ownership.graphs import HALF, stakes

ONE, OTHER = StakeSource(register="one"), StakeSource(register="other")


def test_several_stakes_of_one_source_add_up() -> None:
    share = graph_of(stakes(("X", "A", "20"), ("X", "A", "30"))).above["a"][0]
    assert (Decimal(50), Decimal(50)) == (share.low, share.high)


def test_of_contradicting_sources_the_larger_counts_and_both_are_kept() -> None:
    told = (
        Stake("X", "A", Decimal(49), source=ONE),
        Stake("X", "A", Decimal(51), source=OTHER),
    )
    share = graph_of(told).above["a"][0]
    assert (Decimal(51), Decimal(49)) == (share.low, share.floor)
    assert share.is_contradicted
    assert told == share.stakes


def test_a_share_of_a_range_may_bind_and_does_not_for_certain() -> None:
    graph = graph_of((Stake("X", "A", least=Decimal(25), most=Decimal(50)),))
    assert "a" not in bound_in(graph, Question(("X",), HALF)).bound
    assert "a" in bound_in(graph, Question(("X",), HALF, at_most=True)).bound


@pytest.mark.parametrize(("other", "bound"), [("50", True), ("50.01", False), ("60", False)])
def test_an_unknown_share_is_no_more_than_what_the_others_leave(other: str, *, bound: bool) -> None:
    held = possible(stakes(("X", "A", None), ("Z", "A", other)), "X", HALF)
    assert bound is ("a" in held.bound)
    assert Decimal(100) - Decimal(other) == held.of("A")


def test_two_unknown_shares_of_listed_owners_may_be_all_together() -> None:
    held = possible(stakes(("X", "A", None), ("Y", "A", None), ("Z", "A", "50")), "XY", HALF)
    assert Decimal(50) == held.of("A")


def test_where_shares_go_beyond_the_whole_the_others_leave_nothing_to_rely_on() -> None:
    held = possible(stakes(("X", "A", None), ("Z", "A", "90"), ("W", "A", "90")), "X", HALF)
    assert Decimal(100) == held.of("A")


def test_who_owns_itself_leaves_the_others_all_there_is() -> None:
    held = possible(stakes(("A", "A", "60"), ("X", "A", None)), "X", HALF)
    assert Decimal(100) == held.of("A")


def test_control_never_counts() -> None:
    graph = graph_of((Stake("X", "A", Decimal(100), StakeKind.CONTROL),))
    assert {} == graph.above
    assert frozenset({"x"}) == bound_in(graph, Question(("X",), HALF, at_most=True)).bound


@pytest.mark.parametrize(
    ("day", "held"),
    [("2019-12-31", False), ("2020-01-01", True), ("2021-06-30", True), ("2021-07-01", False)],
)
def test_a_stake_counts_on_its_days_both_included(day: str, *, held: bool) -> None:
    stake = Stake("X", "A", HALF, since=date(2020, 1, 1), until=date(2021, 6, 30))
    assert held is bool(graph_of((stake,), date.fromisoformat(day)).above)


def test_two_entities_of_one_name_stay_two() -> None:
    told = (
        Stake("X", "Holding", HALF, owned_id="1"),
        Stake("Holding", "A", HALF, owner_id="2"),
    )
    assert "a" not in bound_in(graph_of(told), Question(("X",), HALF)).bound


def test_owners_that_hold_more_than_the_whole_are_told() -> None:
    assert ("a",) == graph_of(stakes(("X", "A", "60"), ("Y", "A", "60"))).over()

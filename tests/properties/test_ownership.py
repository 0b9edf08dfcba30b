from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from navicert.facts.ownership import Stake
from navicert.parties.ownership.majority import Question, bound_in, certain, possible
from navicert.parties.ownership.shares import graph_of
from tests.parties.ownership.graphs import HALF, LISTED, STAKES, UNSURE, bound_by_force


@given(st.lists(STAKES, max_size=40), LISTED)
def test_the_fixed_point_is_that_of_brute_force(told: list[Stake], listed: tuple[str, ...]) -> None:
    assert bound_by_force(told, listed) == certain(told, listed, HALF).bound


@given(st.lists(UNSURE, max_size=30), UNSURE, st.booleans())
def test_one_more_stake_of_a_blocked_owner_never_unblocks_anyone(
    told: list[Stake], more: Stake, at_most: bool
) -> None:
    question = Question(("A",), HALF, at_most)
    before = bound_in(graph_of(told), question).bound
    owned = Stake("A", more.owned, more.percent, source=more.source)
    assert before <= bound_in(graph_of([*told, owned]), question).bound


@given(st.lists(UNSURE, max_size=30), st.randoms(use_true_random=False), st.booleans())
def test_the_order_of_stakes_does_not_count(
    told: list[Stake], chance: object, at_most: bool
) -> None:
    turned = list(told)
    chance.shuffle(turned)  # type: ignore[attr-defined] # a random.Random
    question = Question(("A", "B"), HALF, at_most)
    one, other = bound_in(graph_of(told), question), bound_in(graph_of(turned), question)
    assert (one.bound, one.held) == (other.bound, other.held)


@given(st.lists(UNSURE, max_size=30), LISTED)
def test_who_is_bound_for_certain_may_be_bound(told: list[Stake], listed: tuple[str, ...]) -> None:
    assert certain(told, listed, HALF).bound <= possible(told, listed, HALF).bound

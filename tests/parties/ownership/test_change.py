from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from navicert.facts.ownership import Stake
from navicert.parties.ownership.change import STEP, Change, changed, to_bind, to_free
from navicert.parties.ownership.majority import Question, bound_in
from navicert.parties.ownership.shares import graph_of
from tests.parties.ownership.graphs import HALF, LISTED, NODES, STAKES, UNSURE, stakes

ASKED = Question(("X",), HALF)


def _freed(change: Change | None) -> tuple[Decimal, list[tuple[str, str]]]:
    assert change is not None
    return change.total, [(one.owner, one.owned) for one in change.steps]


def test_a_sale_just_below_half_frees() -> None:
    graph = graph_of(stakes(("X", "A", "50")))
    assert (Decimal("0.01"), [("x", "a")]) == _freed(to_free(graph, "a", ASKED))


def test_the_weakest_link_of_a_chain_is_cut() -> None:
    graph = graph_of(stakes(("X", "A", "100"), ("A", "B", "51"), ("B", "C", "90")))
    assert (Decimal("1.01"), [("a", "b")]) == _freed(to_free(graph, "c", ASKED))


def test_freeing_one_owner_may_free_all_it_holds() -> None:
    graph = graph_of(
        stakes(
            ("X", "A", "50"), ("A", "B", "80"), ("A", "C", "80"), ("B", "D", "40"), ("C", "D", "40")
        )
    )
    assert (Decimal("0.01"), [("x", "a")]) == _freed(to_free(graph, "d", ASKED))


def test_two_ways_must_both_be_cut() -> None:
    graph = graph_of(stakes(("X", "A", "60"), ("X", "B", "70"), ("A", "C", "50"), ("B", "C", "50")))
    # C must fall from 100 to 49.99: either 50.01 of its own, or a side (10.01) and 0.01 beside.
    assert Decimal("10.02") == _freed(to_free(graph, "c", ASKED))[0]


def test_who_is_listed_is_freed_by_no_sale() -> None:
    assert None is to_free(graph_of(stakes(("X", "A", "50"))), "x", ASKED)


@pytest.mark.parametrize(
    ("edges", "gain"),
    [
        ([("X", "A", "49.99")], "0.01"),
        ([("X", "A", "30")], "20"),
        # One more percent of B binds it, and its 40 percent of A with it.
        ([("X", "B", "49"), ("B", "A", "40"), ("X", "A", "10")], "1"),
        ([("Z", "A", "100")], "50"),
    ],
)
def test_how_far_an_entity_is_from_being_bound(
    edges: list[tuple[str, str, str | None]], gain: str
) -> None:
    change = to_bind(graph_of(stakes(*edges)), "a", ASKED)
    assert change is not None
    assert (Decimal(gain), True) == (change.total, change.is_smallest)


def test_of_many_owners_the_answer_is_a_bound_that_works() -> None:
    graph = graph_of(
        stakes(
            *((("X", f"n{one}", "60")) for one in range(20)),
            *(((f"n{one}", "T", "5")) for one in range(20)),
        )
    )
    change = to_free(graph, "t", ASKED)
    assert change is not None
    assert not change.is_smallest
    assert "t" not in bound_in(changed(graph, change, "x"), ASKED).bound


@given(st.lists(STAKES, max_size=24), LISTED, st.sampled_from(NODES.lower()))
def test_a_change_turns_the_answer_around(
    told: list[Stake], listed: tuple[str, ...], target: str
) -> None:
    graph, question = graph_of(told), Question(listed, HALF)
    freed, gained = to_free(graph, target, question), to_bind(graph, target, question)
    assert freed is None or gained is None
    if freed is not None:
        assert target not in bound_in(changed(graph, freed, "a"), question).bound
    if gained is not None:
        after = changed(graph, gained, listed[0].casefold())
        assert target in bound_in(after, question).bound


@given(st.lists(UNSURE, max_size=24), st.sampled_from(NODES.lower()))
def test_a_gain_binds_also_where_shares_are_unknown(told: list[Stake], target: str) -> None:
    graph, question = graph_of(told), Question(("A",), HALF, at_most=True)
    gained = to_bind(graph, target, question)
    if gained is not None:
        assert target in bound_in(changed(graph, gained, "a"), question).bound


SURE = Question(("X",), HALF, at_most=True)


def ranged(owner: str, owned: str, low: str, high: str) -> Stake:
    return Stake(owner, owned, None, least=Decimal(low), most=Decimal(high))


@pytest.mark.parametrize(
    ("high", "total", "after"),
    [
        # 50 to 75: 25.01 points are needed if it is 75, so that 49.99 stay at most.
        ("75", "25.01", "49.99"),
        # 50 to under 75: 25 are enough, since what stays is under 50.
        ("74.999999999", "25.00", "49.999999999"),
    ],
)
def test_of_a_range_the_upper_end_must_lose_the_majority(high: str, total: str, after: str) -> None:
    graph = graph_of((ranged("X", "A", "50", high),))
    assert (Decimal("0.01"), [("x", "a")]) == _freed(to_free(graph, "a", ASKED))
    sure = to_free(graph, "a", SURE)
    assert sure is not None
    (step,) = sure.steps
    assert (Decimal(total), Decimal(high), Decimal(after)) == (sure.total, step.before, step.after)


def test_an_unknown_share_is_at_most_what_the_others_leave() -> None:
    # Z holds 30, so that X holds 70 at most: 20.01 points less are 49.99.
    graph = graph_of(stakes(("X", "A", None), ("Z", "A", "30")))
    sure = to_free(graph, "a", SURE)
    assert (Decimal("20.01"), [("x", "a")]) == _freed(sure)


RANGES = st.tuples(st.integers(0, 100), st.integers(0, 100)).map(sorted)
RANGED = st.builds(
    lambda owner, owned, ends: ranged(owner, owned, str(ends[0]), str(ends[1])),
    st.sampled_from(NODES[:5]),
    st.sampled_from(NODES[1:5]),
    RANGES,
)


@given(
    st.lists(RANGED, max_size=8, unique_by=lambda one: (one.owner, one.owned)),
    st.sampled_from(NODES[1:5].lower()),
    st.data(),
)
def test_a_sure_change_frees_whatever_the_true_shares_are(
    told: list[Stake], target: str, data: st.DataObject
) -> None:
    graph, question = graph_of(told), Question(("A",), HALF, at_most=True)
    sure = to_free(graph, target, question)
    if sure is None:
        assert target == "a" or target not in bound_in(graph, question).bound
        return
    assert target not in bound_in(changed(graph, sure, "a"), question).bound
    most = {(one.owner, one.owned): one.after for one in sure.steps}
    true = [data.draw(st.sampled_from((one.low, one.high))) for one in told]
    if any(graph_of(_as(told, true)).over()):
        return
    left = [
        min(share, most.get((one.upper, one.lower), share))
        for one, share in zip(told, true, strict=True)
    ]
    assert target not in bound_in(graph_of(_as(told, left)), Question(("A",), HALF)).bound


def _as(told: list[Stake], shares: list[Decimal]) -> list[Stake]:
    return [Stake(one.owner, one.owned, share) for one, share in zip(told, shares, strict=True)]


@given(RANGES, st.sampled_from((Decimal(1), Decimal("0.01"))))
def test_a_sure_change_of_one_range_is_no_larger_than_it_must_be(
    ends: list[int], less: Decimal
) -> None:
    low, high = ends
    sure = to_free(graph_of((ranged("X", "A", str(low), str(high)),)), "a", SURE)
    if high < HALF:
        assert sure is None
        return
    assert sure is not None
    assert Decimal(high) - sure.total < HALF <= Decimal(high) - (sure.total - less)


_SMALL = st.lists(
    st.builds(
        Stake,
        st.sampled_from("ABCD"),
        st.sampled_from("BCD"),
        st.sampled_from((Decimal(40), Decimal(50), Decimal(60), Decimal(100))),
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda one: (one.owner, one.owned),
)
_GRID = (Decimal(0), Decimal("0.01"), Decimal("10.01"), Decimal("50.01"))


@settings(max_examples=40)
@given(_SMALL, st.sampled_from("bcd"))
def test_no_smaller_change_of_a_grid_frees(told: list[Stake], target: str) -> None:
    question = Question(("A",), HALF)
    graph = graph_of(told)
    smallest = to_free(graph, target, question)
    if smallest is None:
        return
    assert smallest.is_smallest
    for cuts in product(_GRID, repeat=len(told)):
        if sum(cuts) + STEP > smallest.total:
            continue
        pairs = zip(told, cuts, strict=True)
        less = [Stake(one.owner, one.owned, max(one.low - cut, Decimal(0))) for one, cut in pairs]
        assert target in bound_in(graph_of(less), question).bound

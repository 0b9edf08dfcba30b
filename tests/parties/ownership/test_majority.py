from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navicert.facts.ownership import Stake, StakeKind, key
from navicert.parties.ownership.majority import certain, possible
from navicert.parties.ownership.owners import owners_of
from navicert.parties.ownership.shares import graph_of
from tests.parties.ownership.graphs import HALF, stakes

Edges = tuple[tuple[str, str, str | None], ...]


@pytest.mark.parametrize(
    ("edges", "listed", "query", "held"),
    [
        ((("X", "A", "25"), ("Y", "A", "25")), "XY", "A", "50"),
        ((("X", "A", "50"), ("A", "B", "50")), "X", "B", "50"),
        ((("X", "A", "25"), ("A", "B", "50")), "X", "B", "0"),
        ((("X", "A", "50"), ("X", "B", "50"), ("A", "C", "25"), ("B", "C", "25")), "X", "C", "50"),
        ((("X", "A", "50"), ("X", "B", "10"), ("A", "C", "25"), ("B", "C", "25")), "X", "C", "25"),
        ((("X", "A", "49.9"),), "X", "A", "49.9"),
        ((("X", "A", "60"), ("A", "B", "49")), "X", "B", "49"),
        ((("A", "B", "60"), ("B", "A", "60"), ("X", "A", "40")), "X", "A", "40"),
    ],
)
def test_a_share_counts_whole_once_its_holder_is_bound(
    edges: Edges, listed: str, query: str, held: str
) -> None:
    assert Decimal(held) == certain(stakes(*edges), listed, HALF).of(query)


@pytest.mark.parametrize(
    (("share"), "bound"),
    [("49.9", False), ("49.999999999999999999", False), ("50", True), ("50.1", True)],
)
def test_half_is_half_and_not_nearly_half(share: str, *, bound: bool) -> None:
    assert bound is ("a" in certain(stakes(("X", "A", share)), "X", HALF).bound)


def test_a_share_that_nobody_knows_may_be_all() -> None:
    edges = stakes(("X", "A", None), ("A", "B", "60"))
    zero = Decimal(0)
    assert (zero, Decimal(100)) == (
        certain(edges, "X", HALF).of("A"),
        possible(edges, "X", HALF).of("A"),
    )
    assert (zero, Decimal(60)) == (
        certain(edges, "X", HALF).of("B"),
        possible(edges, "X", HALF).of("B"),
    )


def test_names_are_compared_without_case_and_punctuation() -> None:
    edges = stakes(("Mizar Optics, Ltd.", "Alcor", "50"))
    assert HALF == certain(edges, ["MIZAR OPTICS LTD"], HALF).of("alcor")
    assert key("...") == "..."


@given(
    st.lists(
        st.tuples(
            st.sampled_from("XABCD"),
            st.sampled_from("ABCD"),
            st.decimals(0, 100, places=1) | st.none(),
        ),
        max_size=12,
    )
)
def test_more_listed_owners_never_bind_less(edges: list[tuple[str, str, Decimal | None]]) -> None:
    graph = [Stake(*edge) for edge in edges]
    few, more = certain(graph, "X", HALF), certain(graph, "XA", HALF)
    assert few.bound <= more.bound | {"x"}
    assert few.bound <= possible(graph, "X", HALF).bound


# The examples of OFAC's questions and answers 398 to 402, as their text has them.


def test_398_control_without_ownership_does_not_block_and_is_known() -> None:
    ties = (Stake("Blocked Person X", "Entity A", kind=StakeKind.CONTROL),)
    assert "entity a" not in certain(ties, ["Blocked Person X"], HALF).bound
    assert ("Blocked Person X",) == owners_of("Entity A", ties)


def test_399_shares_of_several_blocked_persons_count_together() -> None:
    held = certain(
        stakes(("Blocked Person X", "Entity A", "25"), ("Blocked Person Y", "Entity A", "25")),
        ["Blocked Person X", "Blocked Person Y"],
        HALF,
    )
    assert "entity a" in held.bound
    assert Decimal(50) == held.of("Entity A")


@pytest.mark.parametrize(
    ("edges", "blocked"),
    [
        # X owns 50% of A, and A 50% of B: B is blocked, since A is.
        ([("X", "A", "50"), ("A", "B", "50")], True),
        # X owns 50% of A and of B, and they 25% each of C: C is blocked.
        ([("X", "A", "50"), ("X", "B", "50"), ("A", "C", "25"), ("B", "C", "25")], True),
        # X owns 50% of A and 10% of B, and they 25% each of C: C is not, since B is not.
        ([("X", "A", "50"), ("X", "B", "10"), ("A", "C", "25"), ("B", "C", "25")], False),
        # X owns 50% of A and 10% of B; A 25% and B 25% of C, X 25% of C itself: A and X hold 50%.
        (
            [
                ("X", "A", "50"),
                ("X", "B", "10"),
                ("A", "C", "25"),
                ("B", "C", "25"),
                ("X", "C", "25"),
            ],
            True,
        ),
        # X owns 25% of A and of B, and they 50% each of C: C is not, since neither is.
        ([("X", "A", "25"), ("X", "B", "25"), ("A", "C", "50"), ("B", "C", "50")], False),
    ],
)
def test_401_an_indirect_share_counts_through_who_is_blocked_alone(
    edges: list[tuple[str, str, str | None]], *, blocked: bool
) -> None:
    last = max(owned for _, owned, _ in edges).casefold()
    assert blocked is (last in certain(stakes(*edges), "X", HALF).bound)


def test_402_who_sells_below_half_frees_the_entity_from_that_day() -> None:
    sold = date(2026, 3, 1)
    before = Stake("X", "A", Decimal(50), until=date(2026, 2, 28))
    after = Stake("X", "A", Decimal("49.99"), since=sold)
    majority = {
        day: graph_of((before, after), day).above["a"][0].low for day in (before.until, sold)
    }
    assert {before.until: Decimal(50), sold: Decimal("49.99")} == majority

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navicert.facts.ownership import Stake, key
from navicert.parties.ownership.majority import certain, possible

HALF = Decimal(50)
Edges = tuple[tuple[str, str, str | None], ...]


def stakes(*edges: tuple[str, str, str | None]) -> tuple[Stake, ...]:
    return tuple(
        Stake(owner, owned, None if share is None else Decimal(share))
        for owner, owned, share in edges
    )


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

from __future__ import annotations

from decimal import Decimal

from navicert.parties.ownership.interest import interests_in
from navicert.parties.ownership.shares import graph_of
from tests.parties.ownership.graphs import stakes


def _of(target: str, *edges: tuple[str, str, str | None]) -> dict[str, Decimal]:
    return {one.owner: one.least for one in interests_in(graph_of(stakes(*edges)), target)}


def test_a_chain_multiplies() -> None:
    found = _of("b", ("X", "A", "50"), ("A", "B", "50"))
    assert {"a": Decimal(50), "x": Decimal(25)} == found


def test_chains_add_up() -> None:
    found = _of("c", ("X", "A", "50"), ("X", "B", "40"), ("A", "C", "25"), ("B", "C", "25"))
    assert Decimal("22.5") == found["x"]


def test_a_circle_is_a_linear_system() -> None:
    # a = 40 % by X, 50 % by b; b = 80 % by a: x_a = .4 + .5 x_b, x_b = .8 x_a: x_a = 2/3.
    found = _of("a", ("X", "A", "40"), ("B", "A", "50"), ("A", "B", "80"))
    assert Decimal("66.6667") == found["x"]


def test_a_circle_without_end_has_no_answer() -> None:
    assert {} == _of("a", ("B", "A", "100"), ("A", "B", "100"))


def test_an_unknown_share_is_between_nothing_and_all() -> None:
    found = interests_in(graph_of(stakes(("X", "A", None), ("A", "B", "50"))), "b")
    assert [("a", Decimal(50), Decimal(50)), ("x", Decimal(0), Decimal(50))] == [
        (one.owner, one.least, one.most) for one in found
    ]


def test_nobody_above_has_no_interest() -> None:
    assert {} == _of("x", ("X", "A", "50"))

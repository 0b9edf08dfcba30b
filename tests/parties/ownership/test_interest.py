from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from navicert.facts.ownership import Stake
from navicert.parties.ownership.interest import Interests, interests_in
from navicert.parties.ownership.shares import graph_of
from tests.parties.ownership.graphs import stakes

CLOSE = 0.0002
Column = dict[str, int]


def _found(target: str, *edges: tuple[str, str, str | None]) -> Interests:
    return interests_in(graph_of(stakes(*edges)), target)


def _of(target: str, *edges: tuple[str, str, str | None]) -> dict[str, Decimal]:
    return {one.owner: one.least for one in _found(target, *edges).found}


def _between(target: str, *edges: tuple[str, str, str | None]) -> dict[str, tuple[str, str]]:
    found = _found(target, *edges).found
    return {one.owner: (str(one.least), str(one.most)) for one in found}


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


def test_a_circle_through_the_entity_itself_hides_nobody() -> None:
    # x = 0.1 / (1 - 0.8 * 0.9); of what comes up, D sees 80 % at once, and the rest never again.
    found = _of("c", ("X", "C", "10"), ("D", "C", "80"), ("C", "D", "90"))
    assert {"x": Decimal("35.7143"), "d": Decimal(80)} == found


def test_tight_circles_are_solved_too() -> None:
    # 0.1 / (1 - 0.81) = 52.63; and with Y's 0.1 of D: 0.9 * 0.1 / 0.19 = 47.37: 100 together.
    edges = (("X", "C", "10"), ("D", "C", "90"), ("C", "D", "90"), ("Y", "D", "10"))
    found = _of("c", *edges)
    assert (Decimal("52.6316"), Decimal("47.3684")) == (found["x"], found["y"])


def test_what_a_company_holds_of_itself_is_its_other_owners() -> None:
    assert {"b": Decimal(75)} == _of("a", ("A", "A", "60"), ("B", "A", "30"))


def test_a_pure_circle_is_named_and_not_left_out_in_silence() -> None:
    found = _found("a", ("B", "A", "100"), ("A", "B", "100"))
    assert ((), ("cannot be computed: the circle A-B owns itself whole",)) == (
        found.found,
        found.left_out,
    )


def test_a_pure_circle_above_hides_nobody_else() -> None:
    found = _found("c", ("Z", "C", "50"), ("X", "C", "50"), ("X", "Y", "100"), ("Y", "X", "100"))
    assert [("z", Decimal(50))] == [(one.owner, one.least) for one in found.found]
    assert ("cannot be computed: the circle X-Y owns itself whole",) == found.left_out


def test_a_company_that_owns_itself_whole_is_a_circle_of_one() -> None:
    found = _found("a", ("A", "A", "100"))
    assert ("cannot be computed: the circle A owns itself whole",) == found.left_out


def test_more_than_the_whole_is_said_where_it_has_no_answer() -> None:
    found = _found("a", ("X", "A", "80"), ("B", "A", "90"), ("A", "B", "90"))
    assert ("cannot be computed: more than the whole is held of A",) == found.left_out


def test_an_unknown_share_is_between_nothing_and_all() -> None:
    found = _between("b", ("X", "A", None), ("A", "B", "50"))
    assert {"a": ("50", "50"), "x": ("0", "50")} == found


def test_an_unknown_share_is_at_most_what_others_leave() -> None:
    assert {"k": ("40", "40"), "u": ("0", "60")} == _between(
        "a", ("K", "A", "40"), ("U", "A", None)
    )
    assert {"k": ("60", "60"), "u": ("0", "40")} == _between(
        "a", ("K", "A", "60"), ("U", "A", None)
    )


def test_unknown_shares_in_a_circle_are_at_most_what_last_owners_leave() -> None:
    # K has 20 of A for certain, however much B and A hold of each other.
    found = _between("a", ("K", "A", "20"), ("B", "A", None), ("A", "B", None), ("U", "B", None))
    assert ("20", "80") == (found["k"][0], found["u"][1])


def test_nobody_above_has_no_interest() -> None:
    assert Interests() == _found("x", ("X", "A", "50"))


def _column(draw: st.DrawFn, owners: str, total: int) -> Column:
    cuts = sorted(draw(st.lists(st.integers(0, total), min_size=len(owners) - 1, max_size=9)))
    cuts = [0, *cuts[: len(owners) - 1], total]
    return {one: cuts[at + 1] - cuts[at] for at, one in enumerate(owners)}


@st.composite
def _tables(draw: st.DrawFn, total: int) -> dict[str, Column]:
    """Four companies that hold each other and themselves, and two people; each in hundredths."""
    return {one: _column(draw, "ABCDXY", total) for one in "ABCD"}


def _stakes(table: dict[str, Column]) -> list[Stake]:
    return [
        Stake(owner, owned, Decimal(held))
        for owned, column in table.items()
        for owner, held in column.items()
        if held
    ]


def _series(table: dict[str, Column], owner: str, steps: int = 3000) -> float:
    """Walk up from A; what has come to the owner stays there."""
    at, arrived = {"A": 1.0}, 0.0
    for _ in range(steps):
        new: dict[str, float] = {}
        for node, part in at.items():
            for above, held in table.get(node, {}).items():
                new[above] = new.get(above, 0.0) + part * held / 100
        arrived += new.pop(owner, 0.0)
        at = new
    return arrived * 100


@given(_tables(97), st.sampled_from("BCDXY"))
def test_it_is_what_the_chains_add_up_to(table: dict[str, Column], owner: str) -> None:
    found = {one.owner: one for one in interests_in(graph_of(_stakes(table)), "a").found}
    told = float(found[owner.casefold()].least) if owner.casefold() in found else 0.0
    assert abs(told - _series(table, owner, 1200)) < CLOSE


@given(_tables(100))
def test_last_owners_have_the_whole_together(table: dict[str, Column]) -> None:
    found = interests_in(graph_of(_stakes(table)), "a")
    held = [one.least for one in found.found if one.owner in "xy"]
    if not found.left_out:
        assert abs(Fraction(sum(held)) - 100) < Fraction(CLOSE)

"""Random graphs of stakes, and the rule written down a second time, as plainly as can be."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from hypothesis import strategies as st

from navicert.facts.ownership import Stake

HALF = Decimal(50)
NODES = "ABCDEFGHIJKL"
NAMES = st.sampled_from(NODES)
SHARES = st.decimals(0, 100, places=2)
STAKES = st.builds(Stake, NAMES, NAMES, SHARES)
UNSURE = st.builds(Stake, NAMES, NAMES, SHARES | st.none())
LISTED = st.lists(st.sampled_from("AB"), min_size=1, max_size=2, unique=True).map(tuple)


def stakes(*edges: tuple[str, str, str | None]) -> tuple[Stake, ...]:
    return tuple(
        Stake(owner, owned, None if share is None else Decimal(share))
        for owner, owned, share in edges
    )


def bound_by_force(some: Iterable[Stake], listed: Iterable[str]) -> frozenset[str]:
    """Go over all entities again and again until nobody is added."""
    told = [one for one in some if one.owner != one.owned and one.counts]
    bound = {name.casefold() for name in listed}
    while True:
        more = {
            one.owned.casefold()
            for one in told
            if held_by_force(told, bound, one.owned) >= Fraction(50)
        }
        if more <= bound:
            return frozenset(bound)
        bound |= more


def held_by_force(some: Iterable[Stake], bound: Iterable[str], owned: str) -> Fraction:
    """Add what bound owners hold of one entity; several stakes of one owner are capped."""
    each: dict[str, Fraction] = {}
    for one in some:
        if one.owned == owned and one.owner.casefold() in set(bound):
            each[one.owner] = each.get(one.owner, Fraction(0)) + Fraction(one.low)
    return sum((min(share, Fraction(100)) for share in each.values()), Fraction(0))

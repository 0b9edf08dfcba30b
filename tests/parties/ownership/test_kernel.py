from __future__ import annotations

from decimal import Decimal

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from navicert.facts.ownership import Stake
from navicert.parties.ownership import kernel
from navicert.parties.ownership.kernel import ALL, Holdings, at_least, at_most, bound
from navicert.parties.ownership.majority import Question, bound_in
from navicert.parties.ownership.shares import graph_of
from tests.parties.ownership.graphs import HALF, LISTED, NODES, UNSURE

MAJORITY = at_least(HALF)


def _holdings(edges: list[tuple[int, int, str]], size: int) -> Holdings:
    ends = np.array([edge[:2] for edge in edges], np.int64).T
    shares = np.array([at_least(Decimal(share)) for _, _, share in edges], np.int64)
    return Holdings.of((ends[0], ends[1]), shares, shares, size)


def test_thirds_that_are_half_together_are_half() -> None:
    holdings = _holdings([(0, 2, "33.33"), (1, 2, "16.67")], 3)
    assert bound(holdings, [0, 1], MAJORITY)[0][2]


def test_nearly_half_is_not_half() -> None:
    assert not bound(_holdings([(0, 1, "49.999999")], 2), [0], MAJORITY)[0][1]


def test_a_share_finer_than_the_unit_is_cut_off_below_and_rounded_up_above() -> None:
    fine = Decimal("49.9999999999")
    assert at_least(fine) < MAJORITY == at_most(fine)


def test_a_chain_of_many_rounds_comes_to_its_end() -> None:
    size = 20_000
    holdings = _holdings([(at, at + 1, "50") for at in range(size - 1)], size)
    assert bound(holdings, [0], MAJORITY)[0].all()


def test_stakes_of_one_owner_add_up_to_the_whole_at_most() -> None:
    holdings = _holdings([(0, 1, "80"), (0, 1, "80")], 2)
    assert ALL == bound(holdings, [0], MAJORITY)[1][1]


@given(st.lists(UNSURE, max_size=40), LISTED, st.booleans(), st.integers(0, 2))
def test_arrays_say_what_the_exact_rule_says(
    told: list[Stake], listed: tuple[str, ...], may_be: bool, few: int
) -> None:
    place = {name: at for at, name in enumerate(NODES)}
    owners = np.array([place[one.owner] for one in told], np.int64)
    owned = np.array([place[one.owned] for one in told], np.int64)
    low = np.array([at_least(one.low) for one in told], np.int64)
    high = np.array([at_most(one.high) for one in told], np.int64)
    holdings = Holdings.of((owners, owned), low, high, len(NODES))
    kept, kernel.FEW = kernel.FEW, few
    try:
        mask, held = bound(holdings, [place[one] for one in listed], MAJORITY, may_be=may_be)
    finally:
        kernel.FEW = kept
    found = bound_in(graph_of(told), Question(listed, HALF, may_be))
    assert found.bound == {name.casefold() for name in NODES if mask[place[name]]}
    for name in NODES:
        assert found.of(name) == Decimal(int(held[place[name]])) / kernel.UNIT

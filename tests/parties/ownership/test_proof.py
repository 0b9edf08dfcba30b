from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from navicert.facts.ownership import Stake
from navicert.parties.ownership.majority import Question, bound_in
from navicert.parties.ownership.proof import Proof, proof_of
from navicert.parties.ownership.shares import graph_of
from tests.parties.ownership.graphs import HALF, LISTED, NODES, STAKES, UNSURE, stakes

ASKED = Question(("X",), HALF)


def _ends(proof: Proof | None) -> list[tuple[str, str]]:
    assert proof is not None
    return [(one.owner, one.owned) for one in proof.shares]


def test_a_chain_is_its_own_proof_from_the_top() -> None:
    graph = graph_of(stakes(("A", "B", "60"), ("X", "A", "50"), ("Z", "B", "40")))
    proof = proof_of(graph, "b", ASKED)
    assert [("x", "a"), ("a", "b")] == _ends(proof)
    assert proof is not None
    assert {"a": Decimal(50), "b": Decimal(60)} == proof.held


def test_a_diamond_needs_both_sides() -> None:
    graph = graph_of(stakes(("X", "A", "50"), ("X", "B", "50"), ("A", "C", "25"), ("B", "C", "25")))
    assert 4 == len(_ends(proof_of(graph, "c", ASKED)))


def test_what_it_can_do_without_is_left_out() -> None:
    graph = graph_of(stakes(("X", "C", "50"), ("X", "A", "50"), ("A", "C", "50"), ("X", "B", "99")))
    assert [("x", "c")] == _ends(proof_of(graph, "c", ASKED))


def test_a_circle_proves_nothing_by_itself() -> None:
    graph = graph_of(stakes(("A", "B", "60"), ("B", "A", "60"), ("X", "A", "40")))
    assert None is proof_of(graph, "b", ASKED)


def test_a_circle_that_is_entered_is_proved_by_the_entry() -> None:
    graph = graph_of(stakes(("A", "B", "60"), ("B", "A", "60"), ("X", "A", "50")))
    assert [("x", "a"), ("a", "b")] == _ends(proof_of(graph, "b", ASKED))


def test_who_is_listed_needs_no_proof() -> None:
    assert None is proof_of(graph_of(stakes(("X", "A", "50"))), "x", ASKED)


def test_a_proof_names_the_stakes_and_their_sources() -> None:
    graph = graph_of(stakes(("X", "A", "50")))
    proof = proof_of(graph, "a", ASKED)
    assert proof is not None
    assert (Stake("X", "A", HALF),) == proof.shares[0].stakes


@given(st.lists(UNSURE, max_size=24), LISTED, st.sampled_from(NODES.lower()), st.booleans())
def test_a_proof_holds_and_fails_without_any_share_of_it(
    told: list[Stake], listed: tuple[str, ...], target: str, at_most: bool
) -> None:
    question = Question(listed, HALF, at_most)
    graph = graph_of(told)
    found, proof = bound_in(graph, question), proof_of(graph, target, question)
    is_listed = target.upper() in listed
    assert (proof is None) == (is_listed or target not in found.bound)
    if proof is None:
        return
    ends = {(one.owner, one.owned) for one in proof.shares}
    every = {(one.owner, one.owned) for some in graph.below.values() for one in some}
    assert target in bound_in(graph.less(every - ends), question).bound
    for one in ends:
        assert target not in bound_in(graph.less(every - ends | {one}), question).bound


@given(st.permutations([*range(8)]), st.lists(STAKES, min_size=8, max_size=8))
def test_a_proof_does_not_hang_on_the_order_of_stakes(order: list[int], told: list[Stake]) -> None:
    question = Question(("A",), HALF)
    turned = graph_of([told[at] for at in order])
    for target in "bcdef":
        one, other = proof_of(graph_of(told), target, question), proof_of(turned, target, question)
        assert (one and _ends(one)) == (other and _ends(other))

"""What pieces of evidence come to: bounded both ways, and what decides decides."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from navicert.parties.screening.evidence import evidence
from navicert.parties.screening.evidence.evidence import Evidence
from navicert.terms.truth import Truth

WEIGHED = (
    "country",
    "nationality",
    "flag",
    "birth",
    "identifier",
    "identifier_differs",
    "address",
    "type",
)
PIECES = st.sampled_from(
    [(what, case) for what in WEIGHED for case in sorted(evidence.cases_of(what))]
).map(lambda found: evidence.of(found[0], found[1], "said"))


@given(st.lists(PIECES, max_size=30))
def test_a_total_is_bounded_both_ways(pieces: list[Evidence]) -> None:
    decided = any(one.decides for one in pieces)
    assert -0.35 <= evidence.total(pieces) <= (1.0 if decided else 0.5)


@given(st.lists(PIECES, max_size=10))
def test_no_contradiction_hides_what_decides(pieces: list[Evidence]) -> None:
    assert 1.0 == evidence.total([*pieces, evidence.of("identifier", "decides", "said")])


@given(PIECES)
def test_points_never_speak_against_the_answer(piece: Evidence) -> None:
    expected = {1: Truth.YES, 0: Truth.UNKNOWN, -1: Truth.NO}
    assert expected[(piece.points > 0) - (piece.points < 0)] is piece.agrees
    assert -1.0 <= piece.points <= 1.0


def test_only_an_identifier_decides() -> None:
    deciding = [
        (what, case)
        for what in WEIGHED
        for case in sorted(evidence.cases_of(what))
        if evidence.points_of(what, case) >= 1.0
    ]
    assert [("identifier", "decides")] == deciding


SCORES = st.floats(0, 1)


@given(SCORES, SCORES, st.lists(PIECES, max_size=10))
def test_evidence_never_moves_a_score_under_the_threshold_at_which_it_is_shown(
    score: float, least: float, pieces: list[Evidence]
) -> None:
    assert min(score, least) <= evidence.moved(score, pieces, least) <= 1


@given(SCORES, st.lists(PIECES, max_size=10))
def test_a_score_moves_the_way_that_the_evidence_speaks(
    score: float, pieces: list[Evidence]
) -> None:
    moved, points = evidence.moved(score, pieces, 0.3), evidence.total(pieces)
    assert moved >= score if points >= 0 else moved <= score


def test_another_type_and_another_date_of_birth_contradict_and_another_country_does_not() -> None:
    told = [("birth", "other"), ("type", "other"), ("type", "other_craft"), ("country", "other")]
    assert [True, True, True, False] == [
        evidence.of(what, case, "said").contradicts for what, case in told
    ]

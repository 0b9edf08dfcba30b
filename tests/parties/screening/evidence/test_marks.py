"""Numbers that carry their own check."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navicert.facts.identifier import Identifier
from navicert.parties.screening.evidence import marks
from navicert.terms.identifier_kind import IdentifierKind


@pytest.mark.parametrize("place", range(7))
def test_one_wrong_figure_of_an_imo_number_is_caught_where_its_weight_can(place: int) -> None:
    right = "9074729"
    wrong = right[:place] + str((int(right[place]) + 1) % 10) + right[place + 1 :]
    assert marks.imo_is_valid(right)
    assert not marks.imo_is_valid(wrong)


@pytest.mark.parametrize("key", ["", "907472", "90747291", "0000000", "٩٠٧٤٧٢٩", "IMO"])
def test_what_is_no_imo_number_is_refused(key: str) -> None:
    assert not marks.imo_is_valid(key)


def test_every_wrong_figure_of_an_lei_is_caught() -> None:
    right = "5493001KJTIIGC8Y1R12"
    for place, figure in enumerate(right):
        other = "1" if figure != "1" else "2"
        assert not marks.lei_is_valid(right[:place] + other + right[place + 1 :])


@given(st.sampled_from(IdentifierKind), st.text(max_size=30))
def test_any_text_is_checked(kind: IdentifierKind, number: str) -> None:
    one = Identifier(kind, number)
    assert marks.is_valid(one) in {True, False}
    assert marks.key_of(one) in one.key

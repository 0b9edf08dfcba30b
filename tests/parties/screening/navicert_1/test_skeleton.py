from __future__ import annotations

import pytest

from navicert.parties.screening.navicert_1.skeleton import skeleton


@pytest.mark.parametrize(
    ("one", "other"),
    [("muhammad", "mohamed"), ("jalolov", "zhalolov"), ("kaddafi", "qadhafi"), ("phil", "fil")],
)
def test_transliterations_of_one_word_have_one_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


def test_other_consonants_are_another_skeleton_and_nothing_has_none() -> None:
    assert skeleton("petrov") != skeleton("petrenko")
    assert "" == skeleton("")

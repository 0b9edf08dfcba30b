from __future__ import annotations

from navicert.parties.screening.navicert_1.asked import Asked
from navicert.parties.screening.navicert_1.reading import read


def test_a_name_is_worked_out_once_for_all_that_it_is_held_against() -> None:
    asked = Asked.of(read("Plant 7 Kangxun Ltd"))
    assert ("plant", "7", "kangxun", "limited") == asked.words
    assert ("7 kangxun limited plant", "plant7kangxunlimited") == (asked.in_order, asked.as_one)
    assert frozenset({"7"}) == asked.figures
    assert (True, False) == (asked.has_form, asked.marked)
    assert not asked.known[2]
    assert max(asked.weights) == asked.weights[2]


def test_a_particle_that_looks_like_a_legal_form_is_none() -> None:
    assert not Asked.of(read("Pedro de Souza")).has_form

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navicert.parties.screening.navicert_1.card import Card, Points, alert, verdict
from navicert.parties.screening.navicert_1.features import NAMES, features
from navicert.parties.screening.navicert_1.pair import aligned
from navicert.parties.screening.navicert_1.reading import read

NAME = st.text("abcdefgh imn.,-'12\u0430\u4e60", min_size=1, max_size=30)


def test_a_score_is_the_logistic_function_of_points_added_up() -> None:
    none = [0.0] * (len(NAMES) - 1)
    card = Card(Points(-1.0, (2.0, *none)), Points(9.0, (0.0, *none)), 0.5)
    assert 0.5 == card.score([0.5, *none])
    assert (("asked_covered", 1.0),) == card.shares([0.5, *none])


@pytest.mark.parametrize("card", [alert(), verdict()])
def test_a_shipped_card_has_points_for_every_figure_and_a_threshold(card: Card) -> None:
    assert len(NAMES) == len(card.latin.points) == len(card.native.points)
    assert 0 < card.threshold < 1


@given(NAME, NAME)
def test_every_pair_of_names_has_all_figures_and_a_score(one: str, other: str) -> None:
    asked, listed = read(one), read(other)
    if not asked.words or not listed.words:
        return
    figures = features(aligned(asked, listed), of_person=True)
    assert len(NAMES) == len(figures)
    assert 0 <= alert().score(figures) <= 1


def test_a_name_that_is_cut_or_added_to_scores_less() -> None:
    def score(one: str) -> float:
        met = aligned(read(one), read("Kangxun Zhongxing"))
        return alert().score(features(met, of_person=False))

    assert score("Kangxun Zhongxing") > score("Kangxun") > score("Kangxun Atlas Petrov")

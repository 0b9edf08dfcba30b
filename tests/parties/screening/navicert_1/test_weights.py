from __future__ import annotations

from navicert.parties.screening.navicert_1.weights import RARE, is_known, table, weight


def test_a_word_of_the_trade_tells_less_than_a_name_and_a_rare_name_most() -> None:
    assert weight("limited") < weight("trdg") < weight("kangxun") == RARE


def test_a_single_letter_tells_little_and_nobody_has_a_weight_of_nothing() -> None:
    assert weight("q") <= 0.3
    assert all(0.05 <= one <= 0.95 for one in table().values())


def test_only_words_that_many_have_are_known() -> None:
    assert is_known("muhammad")
    assert not is_known("kangxun")

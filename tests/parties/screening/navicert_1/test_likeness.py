from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navicert.parties.screening.navicert_1.likeness import like
from navicert.parties.screening.navicert_1.marks import CHINESE as SYLLABLES


@pytest.mark.parametrize(
    ("word", "listed", "way"),
    [
        ("kangxum", "kangxun", "typo1"),
        ("kangxumm", "kangxun", "typo2"),
        ("g0che", "goche", "ocr"),
        ("arnan", "aman", "ocr"),
        ("jalolov", "zhalolov", "phon"),
        ("ptrchmcl", "petrochemical", "vowel"),
        ("petrochem", "petrochemical", "prefix"),
    ],
)
def test_each_way_of_being_alike_is_told(word: str, listed: str, way: str) -> None:
    found = like(word, "", listed)
    assert found is not None
    assert way == found[1]
    assert 0 < found[0] < 1


@pytest.mark.parametrize(
    ("word", "listed"), [("7", "9"), ("2004", "2005"), ("li", "lu"), ("atlas", "zenit")]
)
def test_another_number_and_another_word_are_not_alike(word: str, listed: str) -> None:
    assert like(word, "", listed) is None


def test_a_syllable_of_another_script_has_no_typing_errors() -> None:
    assert like("ying", SYLLABLES, "yong") is None


def test_a_slip_is_less_likely_in_a_word_that_many_have() -> None:
    known, rare = like("taylor", "", "taygor"), like("kaylur", "", "kaygur")
    assert known is not None
    assert rare is not None
    assert known[0] < rare[0]


@given(st.text("abcdehiklmnorstu", max_size=12), st.text("abcdehiklmnorstu", max_size=12))
def test_likeness_is_a_share(word: str, listed: str) -> None:
    found = like(word, "", listed)
    assert found is None or 0 < found[0] <= 1

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from navicert.parties.screening.navicert_1.index.build import build
from navicert.parties.screening.navicert_1.index.listed_words import ListedWords
from navicert.parties.screening.navicert_1.likeness import EXACT, like

NAMES = (
    *("KANGXUN", "KANGXIN", "PETROVSKAYA", "PETROVS", "GOCHE", "AMAN", "ZHALOLOV", "JALOLOV"),
    *("DANDONG", "XIANGHE", "KASMURI", "SHADID", "\u0634\u062f\u064a\u062f"),
)
"""None of them has another way to be written, so that a word is compared with itself alone."""
WORDS = ListedWords(build(NAMES))
SLIPS = st.sampled_from([*map(str.lower, NAMES[:-1]), "g0che", "arnan", "ptrvsky", "petrov"])


@given(SLIPS, st.integers(0, 12), st.sampled_from(["", "a", "h", "m", "0", "n"]))
def test_a_listed_word_is_as_like_as_it_is_by_itself(word: str, place: int, letter: str) -> None:
    asked = word[:place] + letter + word[place + 1 :]
    for listed, likeness in WORDS.similar(asked, "").items():
        assert (EXACT if listed == asked else like(asked, "", listed)) == likeness


@given(SLIPS)
def test_every_listed_word_that_is_like_one_is_found(word: str) -> None:
    alike = {one for one in WORDS.listed if one == word or like(word, "", one)}
    assert alike == WORDS.similar(word, "").keys()

"""How names are read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navicert.parties.screening.names import read


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("ZTE Corporation", ("zte",)),
        ("Z.T.E. Corp.", ("zte",)),
        ("Sample Co.,Ltd.", ("sample",)),
        ("GAZPROM TRANSGAZ SARATOV, OOO", ("gazprom", "saratov", "transgaz")),
        ("OBSHCHESTVO S OGRANICHENNOI OTVETSTVENNOSTYU 'VEB'", ("veb",)),
        ("Muster GmbH & Co. KG", ("muster",)),
        ("Beispiel S.A. de C.V.", ("beispiel",)),
        ("The Sample and Sons, Inc.", ("sample", "sons")),
        ("Xi\u2019an Works", ("works", "xian")),
        ("J. Smith", ("j", "smith")),
        ("Company Limited", ("company", "limited")),
        ("\u200b\u202e", ()),
        ("!!!", ()),
    ],
)
def test_what_is_left_tells_who_it_is(text: str, core: tuple[str, ...]) -> None:
    assert core == read(text).core


def test_legal_forms_that_mean_the_same_are_the_same() -> None:
    assert read("OOO Atlas").forms == read("Atlas, Limited Liability Company").forms


@given(st.text(max_size=60))
def test_any_text_gives_sorted_words_of_plain_letters(text: str) -> None:
    name = read(text)
    assert list(name.core) == sorted(set(name.core))
    assert all(word.isascii() and word.isalnum() for word in name.words)
    assert bool(name.core) == bool(name.words)


def test_a_name_of_a_million_dots_takes_no_time() -> None:
    assert read("a." * 500_000 + "bc").words

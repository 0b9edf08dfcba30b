from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from navicert.adapters.typeset.glyphs import Glyphs, latin


def test_what_the_fonts_have_stays_as_it_is() -> None:
    for text in (
        "Gr\u00f6\u00dfe",
        "\u0416\u0443\u043a",
        "\u0391\u03b8\u03ae\u03bd\u03b1",
        "5 \u20ac \u2013 \u2116 7",
    ):
        glyphs = Glyphs()
        assert (text, []) == (glyphs.shown(text), glyphs.table())


def test_names_that_sound_alike_stay_two_names() -> None:
    glyphs = Glyphs()
    assert ["[LiWei 1]", "[LiWei 2]", "[LiWei 1]"] == glyphs.shown(
        ["\u674e\u4f1f", "\u674e\u5a01", "\u674e\u4f1f"]
    )
    assert [["1", "LiWei", "U+674E U+4F1F"], ["2", "LiWei", "U+674E U+5A01"]] == glyphs.table()


def test_a_letter_and_its_accent_are_one_where_they_can_be() -> None:
    assert "\u00c1na" == Glyphs().shown("A\u0301na")


@given(st.text(max_size=30), st.text(max_size=30))
def test_no_two_words_are_printed_as_one(one: str, other: str) -> None:
    glyphs = Glyphs()
    first, second = glyphs.shown([one, other])
    told = {row[0]: row[2] for row in glyphs.table()}
    assert len(told) == len({*told.values()})
    assert all(latin(word).isprintable() for word in glyphs.words)
    if first == second and "[" not in one + other:
        again = Glyphs()
        assert again.shown(one) == again.shown(other)

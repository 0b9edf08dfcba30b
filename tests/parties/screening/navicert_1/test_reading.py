from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navicert.parties.screening.navicert_1.index.build import build
from navicert.parties.screening.navicert_1.index.search import NameIndex
from navicert.parties.screening.navicert_1.reading import MOST_LETTERS, MOST_WORDS, read, readings
from navicert.parties.screening.navicert_1.spellings import is_spelled
from navicert.parties.screening.segments import Segments

HAN, HANGUL = "金日成", "박정희"


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
    assert "\x02" == read("\u0642\u062d\u0637\u0627\u0646\u064a").marks[0]
    assert ("\x01", "\x01") == read("\u738b\u4f1f").marks


@given(st.text(max_size=300))
def test_any_text_is_read_and_within_its_limits(text: str) -> None:
    found = read(text)
    assert len(found.words) == len(found.marks)
    assert len(found.words) <= 3 * MOST_WORDS
    assert all(word and len(word) <= MOST_LETTERS and word.isascii() for word in found.words)


def test_a_name_without_end_is_cut() -> None:
    assert len(read("a" * 10_000_000).words[0]) == MOST_LETTERS


def found(asked: str, *listed: str) -> list[int]:
    segments = Segments((NameIndex(build(listed)),), [1] * len(listed))
    return [hit.position for hit in segments.search_all(readings(asked), 0.0)]


def test_a_latin_name_has_one_reading() -> None:
    assert (read("Kim Il Sung"),) == readings("Kim Il Sung")


def test_the_first_reading_is_the_usual_one() -> None:
    assert readings(HAN)[0] == read(HAN)


def test_characters_of_korean_names_are_also_read_as_korean() -> None:
    assert ("gim", "ilseong") in [one.words for one in readings(HAN)]


def test_a_common_japanese_name_is_also_read_as_japanese() -> None:
    assert ("tanaka", "ichirou") in [one.words for one in readings("田中一郎")]


def test_a_family_name_is_read_as_one_and_no_other_character_is() -> None:
    assert ("zeng", "guofan") == read("曾国藩").words
    assert ("ouyang", "xiu") == read("欧阳修").words


def test_a_long_run_of_characters_is_no_name_of_a_person() -> None:
    told = [one.words[-3:] for one in readings("山田太郎工業株式会社")]
    assert {("ind", "company", "limited")} == set(told)


def test_a_native_name_finds_the_listed_latin_one() -> None:
    listed = ("Ivan Ivanov", "PARK, Chung Hee", "KIM Il Sung", "Mahmud Darwish")
    assert found(HANGUL, *listed)[0] == 1
    assert found(HAN, *listed)[0] == 2
    assert found("محمود درويش", *listed)[0] == 3


def test_a_latin_name_finds_the_listed_native_one() -> None:
    listed = ("Иван Иванов", HANGUL, "محمود درويش")
    assert found("Park Chung-hee", *listed)[0] == 1
    assert found("Mahmoud Darwish", *listed)[0] == 2


def test_a_native_name_finds_itself() -> None:
    assert found(HANGUL, "김일성", HANGUL)[0] == 1


def test_a_hostile_word_is_compared_in_little_time() -> None:
    start = time.perf_counter()
    assert not is_spelled("wy" * 32, "ui" * 31 + "xx")
    readings("金" * 2000)
    assert time.perf_counter() - start < 2

from __future__ import annotations

import pytest

from navicert.parties.screening.navicert_1.card import alert, verdict
from navicert.parties.screening.navicert_1.features import features
from navicert.parties.screening.navicert_1.pair import aligned, compare
from navicert.parties.screening.navicert_1.reading import read


@pytest.mark.parametrize(
    ("one", "other", "person"),
    [
        ("Huawei Tech Co Ltd", "Huawei Technologies Co., Ltd.", False),
        ("Kangxum Telecom", "KANGXUN TELECOM LTD", False),
        ("John Smith", "Smith, John", True),
        ("AlisherUsmanov", "Alisher Usmanov", True),
        ("Nikolai Patr ushev", "Nikolai Patrushev", True),
        ("Vladimir Putin", "Владимир Путин", True),
    ],
)
def test_one_name_written_in_two_ways_is_one(one: str, other: str, *, person: bool) -> None:
    assert compare(one, other, of_person=person) >= verdict().threshold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Samsung Electronics", "Samsung Heavy Industries"),
        ("Igor Deripaska", "Oleg Deripaska"),
        ("ZTE Corporation", "ZTE Parsian"),
        ("", "Atlas"),
    ],
)
def test_two_names_are_two(one: str, other: str) -> None:
    assert compare(one, other, of_person=False) < verdict().threshold


def test_words_divided_in_another_way_meet() -> None:
    found = aligned(read("van der bilt corp"), read("vanderbilt corp"))
    assert not found.unmet()


def test_initials_meet_the_words_that_they_begin() -> None:
    found = aligned(read("A. M. Kasmuri"), read("KASMURI, Abdul Manaf"))
    assert {"init", "exact"} == {how for _, _, _, how in found.pairs}
    assert not found.left()
    assert not found.unmet()


def test_no_word_is_used_twice() -> None:
    found = aligned(read("Ali Ali Ahmad"), read("Ahmad Ali"))
    assert len({i for i, _, _, _ in found.pairs}) == len(found.pairs)
    assert len({j for _, j, _, _ in found.pairs}) == len(found.pairs)


@pytest.mark.parametrize(
    ("asked", "listed"),
    [("Toyota Motor Corporation", "T-MOTOR"), ("Samsung Electronics", "M&S Electronics")],
)
def test_a_letter_in_the_name_of_a_company_stands_for_no_word(asked: str, listed: str) -> None:
    found = aligned(read(asked), read(listed), of_person=False)
    assert "init" not in [way for *_, way in found.pairs]
    assert alert().score(features(found, of_person=False)) < 0.3


def test_a_letter_in_the_name_of_a_company_counts_beside_rare_words() -> None:
    found = aligned(read("Kangxun Yasmin Works"), read("K. Yasmin Works"), of_person=False)
    assert "init" in [way for *_, way in found.pairs]

from __future__ import annotations

import pytest

from navicert.parties.screening.navicert_1.index.build import build
from navicert.parties.screening.navicert_1.index.packed import pack, unpack
from navicert.parties.screening.navicert_1.index.search import NameIndex
from navicert.parties.screening.navicert_1.match import matches
from navicert.parties.screening.navicert_1.reading import read

NAMES = (
    "KANGXUN TELECOM LTD",
    "KAVIAN PETROCHEMICAL COMPANY",
    "ANSAR EXCHANGE",
    "USMANOV, Alisher Burkhanovich",
    "KASMURI, Abdul Manaf",
    "AL-ASADI, Makki Kazim 'Abd al-Hamid",
    "ISLAMIC REVOLUTIONARY GUARD CORPS",
    "GENERAL TRADING LLC",
    "INVERSIONES AGUILA LTDA.",
    "Plant 7 Ltd",
)
INDEX = NameIndex(build(NAMES))


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("Kangxum Telcom", 0),
        ("KVN PTRCHMCL CMPNY", 1),
        ("A Exchange", 2),
        ("AlisherUsmanov", 3),
        ("A. M. Kasmuri", 4),
        ("Makki Kazim Abd AlHamid AlAsadi", 5),
        ("IRGC", 6),
        ("I. A. LTDA.", 8),
        ("Kavian Petrochemical Compan", 1),
    ],
)
def test_a_name_written_otherwise_is_worth_comparing(asked: str, listed: int) -> None:
    assert listed in INDEX.candidates(read(asked))


def test_a_clean_name_costs_no_comparison() -> None:
    assert [] == INDEX.candidates(read("Bertil Johansen"))
    assert [] == INDEX.candidates(read("???"))


def test_another_plant_does_not_score_as_the_listed_one() -> None:
    found = matches(read("Plant 9 Ltd"), INDEX, [False] * len(NAMES), 0.5)
    assert 9 not in {one.name for one in found}


def test_a_packed_index_answers_as_the_one_that_was_built() -> None:
    content = unpack(pack(INDEX.content))
    assert content is not None
    packed = NameIndex(content)
    for asked in ("Kangxum Telcom", "IRGC", "A Exchange", "GENERAL TRADING"):
        people = [False] * len(NAMES)
        assert matches(read(asked), INDEX, people) == matches(read(asked), packed, people)


@pytest.mark.parametrize("place", [0, 20, 200, -1])
def test_a_damaged_index_is_none(place: int) -> None:
    damaged = bytearray(pack(INDEX.content))
    damaged[place] ^= 0xFF
    assert unpack(bytes(damaged)) is None
    assert unpack(bytes(damaged[: len(damaged) // 2])) is None


def test_an_index_of_nothing_finds_nothing() -> None:
    empty = NameIndex(build([]))
    assert [] == empty.candidates(read("Kangxun"))
    assert unpack(pack(empty.content)) is not None

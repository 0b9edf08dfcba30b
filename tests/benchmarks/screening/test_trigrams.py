from __future__ import annotations

from benchmarks.screening.queries import Listed
from benchmarks.screening.trigrams import Trigrams

PARTIES = (
    Listed("1", "entity", ("Atlas Trading Company",)),
    Listed("2", "entity", ("Kangxun Trading Company", "ZTE Kangxun")),
    Listed("3", "entity", ("Nordwind Trading Company",)),
)


def test_the_party_that_shares_the_rarest_letters_comes_first() -> None:
    assert 1 == Trigrams(PARTIES).parties("Kangxum Company")[0]


def test_a_party_comes_once_and_no_more_come_than_wanted() -> None:
    index = Trigrams(PARTIES)
    assert [1] == index.parties("Zte Kangxun")
    assert 2 == len(index.parties("Atlas Kangxun Nordwind", most=2))


def test_a_name_that_shares_nothing_has_no_candidate() -> None:
    assert [] == Trigrams(PARTIES).parties("\u4e2d\u5174")

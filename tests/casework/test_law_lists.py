"""The lists of the law as snapshots: dated, marked, and met by name."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from navicert.casework.law_lists import files, law_lists
from navicert.casework.watch_lists import watch_of
from navicert.facts.listing import NameKind
from navicert.facts.party import Address, Party
from navicert.facts.standing import Strength
from navicert.parties.standing import standing_of

TODAY = date(2026, 11, 22)


def met(name: str, day: date, country: str = "CN") -> set[tuple[str, Strength]]:
    standing = standing_of(Party(name, (), Address(country=country)), watch_of(()), day)
    return {(match.listing.list.value, match.strength) for match in standing.matches}


@pytest.mark.parametrize(
    ("day", "codes"),
    [
        (date(2019, 8, 12), set()),
        (date(2019, 8, 13), {"S889"}),
        (date(2021, 3, 11), {"S889"}),
        (date(2021, 3, 12), {"S889", "FCC"}),
        (TODAY, {"S889", "FCC"}),
    ],
)
def test_zte_is_on_both_lists_of_buyers_from_their_days_on(day: date, codes: set[str]) -> None:
    assert {(code, Strength.SAME) for code in codes} == met("ZTE Corporation", day)


@pytest.mark.parametrize(
    ("name", "day", "codes"),
    [
        ("Tencent Holdings Limited", date(2025, 1, 6), set()),
        ("Tencent Holdings Limited", date(2025, 1, 7), {"S1260H"}),
        ("Beijing Megvii Technology Co., Ltd.", date(2025, 1, 6), {"S1260H"}),
        ("Beijing Megvii Technology Co., Ltd.", date(2025, 1, 7), set()),
        ("Alibaba Group Holding Limited", date(2026, 6, 7), set()),
        ("Alibaba Group Holding Limited", date(2026, 6, 8), {"S1260H"}),
        ("Directorate of Military Counterintelligence", date(2021, 3, 15), set()),
        ("Directorate of Military Counterintelligence", date(2021, 3, 16), {"MIEU"}),
    ],
)
def test_a_party_is_met_on_the_days_of_its_listing(name: str, day: date, codes: set[str]) -> None:
    assert codes == {code for code, strength in met(name, day) if strength is Strength.SAME}


def test_an_abbreviation_meets_nearly_at_most() -> None:
    assert {("S1260H", Strength.NEAR)} == met("CEC", TODAY)
    assert set() == met("DIM", TODAY)
    kinds = {name.kind for one in law_lists() for n in one.listings for name in n.names[:1]}
    assert {NameKind.PRIMARY} == kinds


def test_an_unverified_entry_says_so_and_a_verified_one_does_not() -> None:
    said = {one.name: one.remarks for snapshot in law_lists() for one in snapshot.listings}
    assert "unverified: nobody read the official text" in said["Tencent Holdings Limited"]
    assert "unverified" not in said["AO Kaspersky Lab"]
    assert "meant are its information security products" in said["AO Kaspersky Lab"]


def test_a_digest_is_that_of_the_file_that_a_record_keeps() -> None:
    kept = [hashlib.sha256(content).hexdigest() for content in files()]
    assert kept == [snapshot.digest for snapshot in law_lists()]

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from navicert.bootstrap import open_desk
from navicert.casework.ports import FeedFile
from navicert.casework.screen_parties import Job, Request, screen_parties
from navicert.casework.screened_parties import Asked
from navicert.casework.screening import KIND
from navicert.casework.screening_document import document
from navicert.casework.verify_records import verify_records
from navicert.errors import StateUnusable
from navicert.facts.party import Party
from navicert.facts.standing import Standing
from navicert.terms.list_code import ListCode

DAY = date(2026, 7, 30)
LISTS = b"""
title = "Ours"
as_of = 2026-07-29
covers = ["DPL", "EL", "UVL", "MEU", "SDN"]

[[listing]]
list = "EL"
entry = "one"
names = ["Kangxun Foundry", "Old Hill Foundry"]
countries = ["CN"]
since = 2016-03-08

[[listing]]
list = "SDN"
entry = "two"
names = ["Kangxun Foundry"]
"""


def asked(*names: str, **changes: object) -> Request:
    parties = tuple(Asked(Party(name, ())) for name in names)
    watch = (FeedFile("ours.toml", LISTS),)
    return replace(Request(parties, names[0], on=DAY, watch=watch), **changes)  # type: ignore[arg-type]


def test_a_name_on_no_list_is_clean_and_on_record(home: Path) -> None:
    with open_desk(home) as desk:
        found = screen_parties(asked("Lemon Bakery"), desk)
        assert found.is_clean
        assert found.receipt is not None
        record = desk.records.read(0)
        assert (KIND, "Lemon Bakery") == (record.kind, record.subject)
        kept = json.loads(record.content)[KIND]
        assert kept == {key: value for key, value in document(found).items() if key != "record"}
        assert ["Ours", "2026-07-29"] == [kept["lists"][-1][key] for key in ("title", "as_of")]
        assert "navicert-1" == kept["matcher"]
        assert 1 == verify_records(desk).size


def test_what_met_is_told_and_is_not_clean(home: Path) -> None:
    with open_desk(home) as desk:
        found = screen_parties(asked("KANGXUN FOUNDRY", "Lemon Bakery"), desk)
    assert ["KANGXUN FOUNDRY"] == [one.asked.party.name for one in found.met]
    assert {"EL": 1, "SDN": 1} == document(found)["totals"]["by_list"]
    assert not found.is_clean


def test_only_the_lists_that_were_chosen_count(home: Path) -> None:
    with open_desk(home) as desk:
        found = screen_parties(asked("Kangxun Foundry", lists=frozenset({ListCode.EL})), desk)
        assert ["one"] == [one.listing.entry for one in found.screened[0].standing.matches]
        found = screen_parties(asked("Kangxun Foundry", lists=frozenset({ListCode.UN})), desk)
    assert () == found.met
    assert not found.is_clean
    assert "no list that was asked has it: UN" in found.doubts[-1]


def test_the_day_decides_which_listings_count(home: Path) -> None:
    with open_desk(home) as desk:
        found = screen_parties(asked("Old Hill Foundry", on=date(2016, 3, 7)), desk)
    assert () == found.met


def test_a_list_that_was_not_asked_leaves_nobody_screened(home: Path) -> None:
    with open_desk(home) as desk:
        found = screen_parties(asked("Lemon Bakery", watch=()), desk)
    assert (1, ()) == (len(found.unscreened), found.met)
    assert not found.is_clean


def test_a_list_that_is_too_old_is_a_doubt(home: Path) -> None:
    with open_desk(home) as desk:
        found = screen_parties(asked("Lemon Bakery", on=date(2026, 12, 1)), desk)
    assert not found.is_clean
    assert "days before" in found.doubts[0]


def test_a_name_without_a_letter_is_not_screened(home: Path) -> None:
    with open_desk(home) as desk:
        found = screen_parties(asked("?!", "Lemon Bakery"), desk)
    assert ["?!"] == [one.asked.party.name for one in found.unscreened]


def test_nothing_is_recorded_where_nobody_wants_it(home: Path) -> None:
    with open_desk(home) as desk:
        found = screen_parties(asked("Lemon Bakery", keep_record=False), desk)
        assert found.receipt is None
        assert [] == list(desk.records.entries())
    assert found.is_clean


def test_an_answer_that_cannot_be_recorded_is_given_and_in_doubt(home: Path) -> None:
    class Full:
        def append(self, *_: object) -> None:
            raise StateUnusable("the disk is full")

        def of_kinds(self, *_: object) -> tuple[()]:
            return ()

    broken: Any = Full()
    with open_desk(home) as desk:
        found = screen_parties(asked("Lemon Bakery"), replace(desk, records=broken))
    assert "the disk is full" in found.doubts[-1]
    assert not found.is_clean


def test_steps_are_told_and_the_way_to_spread_the_work_is_taken(home: Path) -> None:
    told: list[tuple[str, int, int]] = []
    spreads: list[int] = []

    def spread(job: Job, parties: Sequence[Party]) -> Iterator[Standing]:
        spreads.append(len(parties))
        return map(job, parties)

    with open_desk(home) as desk:
        request = asked("A Lemon", "B Lemon", keep_record=False)
        screen_parties(request, desk, spread, lambda *step: told.append(step))
    assert [2] == spreads
    assert [("screening", 1, 2), ("screening", 2, 2)] == told


def test_a_screening_of_earlier_knowledge_says_that_nothing_was_known(home: Path) -> None:
    with open_desk(home) as desk:
        known = datetime(2020, 1, 1, tzinfo=UTC)
        found = screen_parties(asked("Lemon Bakery", known=known), desk)
    assert found.doubts[0].startswith("as known at 2020-01-01T00:00:00Z")


@pytest.mark.parametrize("least", [0.0, 0.3, 0.9])
def test_no_name_below_the_least_score_is_told(home: Path, least: float) -> None:
    with open_desk(home) as desk:
        found = screen_parties(asked("Kangxum Foundry Works", least=least), desk)
    scores = [one.score for one in found.screened[0].standing.matches]
    assert [] == [score for score in scores if score < least]

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from navicert.bootstrap import open_desk
from navicert.casework.ports import FeedFile
from navicert.casework.screen_parties import Job, Request, screen_parties
from navicert.casework.screened_parties import Asked
from navicert.casework.screening import KIND, Verdict
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


def test_only_the_lists_that_were_chosen_are_shown_and_the_others_count(home: Path) -> None:
    with open_desk(home) as desk:
        found = screen_parties(asked("Kangxun Foundry", lists=frozenset({ListCode.EL})), desk)
        (one,) = found.screened
        assert (["one"], ["two"]) == ([r.entry for r in one.rows], [r.entry for r in one.aside])
        assert {"SDN": 1} == document(found)["totals"]["not_shown"]
        found = screen_parties(asked("Kangxun Foundry", lists=frozenset({ListCode.UN})), desk)
    assert ((), Verdict.MATCH) == (found.screened[0].rows, found.verdict)
    assert "no list that was asked has it: UN" in found.doubts[-1]


def test_a_list_that_was_not_chosen_is_still_needed(home: Path) -> None:
    request = asked("Lemon Bakery", lists=frozenset({ListCode.FCC}), watch=())
    with open_desk(home) as desk:
        found = screen_parties(request, desk)
    assert ListCode.EL in found.screened[0].standing.unasked
    assert Verdict.NOT_CLEAR is found.verdict


def test_a_higher_least_score_hides_rows_and_clears_nobody(home: Path) -> None:
    with open_desk(home) as desk:
        found = screen_parties(asked("Kangxun Fundry", least=1.0), desk)
    (one,) = found.screened
    assert ((), 2) == (one.rows, len(one.aside))
    assert not found.is_clean
    assert 0.3 == found.counted


def test_an_entry_of_two_lists_is_one_row_that_names_both(home: Path) -> None:
    other = LISTS.replace(b"Ours", b"Theirs").replace(b"Kangxun Foundry", b"KANGXUN FOUNDRY")
    files = (FeedFile("ours.toml", LISTS), FeedFile("theirs.toml", other))
    with open_desk(home) as desk:
        found = screen_parties(asked("Kangxun Foundry", watch=files), desk)
    rows = found.screened[0].rows
    assert ["EL", "SDN"] == [row.code for row in rows]
    assert [{"Ours", "Theirs"}] * 2 == [{one.title for one in row.lists} for row in rows]
    told = document(found)["parties"][0]["matches"][0]["from"]
    assert {sha256(LISTS).hexdigest(), sha256(other).hexdigest()} == {one["digest"] for one in told}
    assert ["2026-07-29"] * 2 == [one["as_of"] for one in told]


def test_rows_go_by_verdict_then_score_then_list_then_entry(home: Path) -> None:
    rows = (
        ("UVL", "9", "Harbour Mill"),
        ("DPL", "3", "Harbor Mill Trading"),
        ("DPL", "2", "Harbour Mill"),
        ("CMIC", "5", "Harbour Mills"),
        ("DPL", "1", "Harbour Mill"),
    )
    names = "".join(
        f'[[listing]]\nlist = "{code}"\nentry = "{entry}"\nnames = ["{name}"]\nsince = 2020-01-01\n'
        for code, entry, name in rows
    )
    watch = (FeedFile("ours.toml", f'title = "Ours"\nas_of = 2026-07-29\n{names}'.encode()),)
    with open_desk(home) as desk:
        found = screen_parties(asked("Harbour Mill", watch=watch), desk)
    told = found.screened[0].rows
    sure = [f"{row.code}:{row.entry}" for row in told if row.is_sure]
    scores = [row.points for row in told if not row.is_sure]
    assert ["DPL:1", "DPL:2", "UVL:9"] == sure
    assert sorted(told, key=lambda row: not row.is_sure) == list(told)
    assert (2, sorted(scores, reverse=True)) == (len(scores), scores)


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

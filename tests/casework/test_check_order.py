from __future__ import annotations

import gzip
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from navicert.bootstrap import open_desk
from navicert.casework.check_order import NOT_RECORDED, Answer, Request, check_order
from navicert.casework.intake import intake
from navicert.casework.order.document import OrderDocument
from navicert.casework.ports import Desk, FeedFile
from navicert.errors import ListRowRefused, ListShrank, StateUnusable
from navicert.law.edition import standard_law
from navicert.terms.outcome import Action

CHAIRS: dict[str, Any] = {
    "reference": "EX-1",
    "day": date(2026, 7, 30),
    "activity": "export",
    "from": "US",
    "destination": {"country": "DE"},
    "screened_elsewhere": "the desk, 2026-07-29",
    "parties": [
        {
            "name": "Nordheide GmbH",
            "roles": ["purchaser", "ultimate_consignee", "end_user"],
            "government": False,
            "military": False,
            "address": {"country": "DE"},
        }
    ],
    "end_use": {"kind": "civil"},
    "lines": [
        {
            "item": "office chair",
            "kind": "commodity",
            "eccn": "EAR99",
            "origin": "US",
            "quantity": 10,
            "value": Decimal("210.00"),
            "currency": "USD",
            "exported_from_us": True,
        }
    ],
}
DENIED = b"""
title = "Orders of the house"
as_of = 2026-07-29

[[denial_order]]
reference = "90 FR 1"
persons = [["Nordheide GmbH"]]

[[denial_order.event]]
day = 2026-01-01
kind = "issued"
citation = "90 FR 1"
end = 2030-01-01
"""


def chairs(**changes: object) -> OrderDocument:
    return OrderDocument("order.toml", CHAIRS | changes)


def desk(home: Path) -> Desk:
    return open_desk(home)


class Unusable:
    """A store that refuses everything, as a full or foreign disk does."""

    def __getattr__(self, name: str) -> object:
        message = f"the disk is full: {name}"
        raise StateUnusable(message)


def test_a_release_is_recorded_with_the_order_as_it_was_read(home: Path) -> None:
    with desk(home) as here:
        answer = check_order(Request(chairs()), standard_law(), here)
        content = json.loads(here.records.read(0).content)
    assert Action.RELEASE is answer.action
    assert "EX-1" == content["order"]["reference"]
    assert "210.00" == content["order"]["lines"][0]["value"]
    assert answer.document == content["determination"] | {"record": answer.document["record"]}


def test_a_record_can_be_replayed(home: Path) -> None:
    with desk(home) as here:
        check_order(Request(chairs(), on=date(2026, 8, 1)), standard_law(), here)
        first = here.records.read(0).content
        again = OrderDocument("record", json.loads(first)["order"])
        check_order(Request(again), standard_law(), here)
        second = here.records.read(1).content
    assert first == second
    assert date(2026, 8, 1) == intake(again).day


def test_the_same_order_twice_gives_two_records_of_the_same_bytes(home: Path) -> None:
    with desk(home) as here:
        for _ in range(2):
            check_order(Request(chairs()), standard_law(), here)
        assert here.records.read(0).content == here.records.read(1).content


def test_an_answer_that_cannot_be_recorded_is_given_and_held(home: Path) -> None:
    with desk(home) as here:
        broken: Any = Unusable()
        answer = check_order(Request(chairs()), standard_law(), replace(here, records=broken))
    assert Action.HOLD is answer.action
    assert "the disk is full" in answer.doubts[0]
    assert answer.document["record"] is None
    assert "NLR" == answer.document["outcome"]


def test_lists_that_cannot_be_asked_hold_the_order_and_the_record_says_so(home: Path) -> None:
    with desk(home) as here:
        broken: Any = Unusable()
        answer = check_order(Request(chairs()), standard_law(), replace(here, snapshots=broken))
        content = json.loads(here.records.read(0).content)
    assert Action.HOLD is answer.action
    assert ["hold", list(answer.doubts)] == [
        content["determination"]["action"],
        content["determination"]["doubts"],
    ]


def test_a_stop_stays_a_stop_though_nothing_can_be_recorded(home: Path) -> None:
    watch = (FeedFile("orders.toml", DENIED),)
    with desk(home) as here:
        broken: Any = Unusable()
        request = Request(chairs(), watch=watch)
        answer = check_order(request, standard_law(), replace(here, records=broken))
    assert Action.STOP is answer.action


def test_a_named_list_is_kept_by_its_digest(home: Path) -> None:
    with desk(home) as here:
        request = Request(chairs(), watch=(FeedFile("orders.toml", DENIED),))
        answer = check_order(request, standard_law(), here)
        assert DENIED == here.blobs.get(answer.document["lists"][-1]["digest"])


def test_a_named_list_that_is_malformed_leaves_nothing_behind(home: Path) -> None:
    watch = (FeedFile("orders.toml", DENIED.replace(b"persons", b"people")),)
    with desk(home) as here, pytest.raises(ListRowRefused, match=r"orders\.toml"):
        check_order(Request(chairs(), watch=watch), standard_law(), here)
    assert not home.exists()


def test_nothing_is_kept_when_no_record_is_wanted(home: Path) -> None:
    with desk(home) as here:
        answer = check_order(Request(chairs(), keep_record=False), standard_law(), here)
    assert (Action.HOLD, (NOT_RECORDED,)) == (answer.action, answer.doubts)
    assert not home.exists()


def test_whole_numbers_that_json_would_round_are_recorded_as_they_were_written(home: Path) -> None:
    line = CHAIRS["lines"][0] | {"quantity": 9_007_199_254_740_993}
    with desk(home) as here:
        check_order(Request(chairs(lines=[line])), standard_law(), here)
        content = json.loads(here.records.read(0).content)
    assert "9007199254740993" == content["order"]["lines"][0]["quantity"]


COVERING = """
title = "All of them"
as_of = 2026-07-30
covers = ["DPL", "EL", "UVL", "MEU", "SDN"]

[[listing]]
list = "EL"
names = ["Somebody Else Ltd."]
"""


def watched(home: Path, *texts: str) -> Answer:
    """Check the chairs, which nobody screened elsewhere, against files in our own form."""
    files = tuple(FeedFile(f"{n}.toml", text.encode()) for n, text in enumerate(texts))
    with desk(home) as here:
        return check_order(
            Request(chairs(screened_elsewhere=""), watch=files), standard_law(), here
        )


def test_lists_that_cover_what_is_needed_release(home: Path) -> None:
    assert Action.RELEASE is watched(home, COVERING).action


@pytest.mark.parametrize("code", ["DPL", "EL", "UVL", "MEU", "SDN"])
def test_a_needed_list_that_was_not_asked_holds_and_is_named(home: Path, code: str) -> None:
    answer = watched(home, COVERING.replace(f'"{code}"', '"OWN"'))
    assert Action.HOLD is answer.action
    assert [code] == answer.document["parties"][0]["not_asked"]


def test_a_list_of_ones_own_that_covers_nothing_screens_nobody(home: Path) -> None:
    answer = watched(home, COVERING.replace("covers", "# covers"))
    assert (Action.HOLD, False) == (answer.action, answer.document["parties"][0]["screened"])


def test_an_empty_list_is_refused(home: Path) -> None:
    with pytest.raises(ListShrank, match="0 entries"):
        watched(home, COVERING.partition("[[listing]]")[0])


@pytest.mark.parametrize(
    ("day", "words"),
    [("2026-06-29", "days before"), ("2026-07-31", "after the day"), ("", "no known day")],
)
def test_a_list_that_cannot_tell_of_the_day_holds(home: Path, day: str, words: str) -> None:
    line = f"as_of = {day}" if day else ""
    answer = watched(home, COVERING.replace("as_of = 2026-07-30", line))
    assert Action.HOLD is answer.action
    assert any(words in doubt for doubt in answer.doubts)


@pytest.mark.needs_corpus
def test_a_part_of_an_official_list_screens_nobody(home: Path, corpus: Path) -> None:
    text = gzip.decompress((corpus / "lists" / "csl-2022-04.csv.gz").read_bytes()).decode()
    lines = text.splitlines(keepends=True)
    for most in (1, 31, len(lines) // 2):
        file = FeedFile("part.csv", "".join(lines[:most]).encode())
        request = Request(chairs(screened_elsewhere=""), watch=(file,))
        with desk(home) as here, pytest.raises((ListShrank, ListRowRefused)):
            check_order(request, standard_law(), here)


@pytest.mark.needs_corpus
def test_an_official_list_of_another_year_screens_nobody(home: Path, corpus: Path) -> None:
    content = (corpus / "lists" / "csl-2022-04.csv.gz").read_bytes()
    request = Request(chairs(screened_elsewhere=""), watch=(FeedFile("csl.csv.gz", content),))
    for on, current in ((None, None), (None, date(2022, 4, 1)), (date(2018, 5, 14), None)):
        with desk(home) as here:
            asked = replace(request, on=on, watch_as_of=current)
            assert Action.HOLD is check_order(asked, standard_law(), here).action
    with desk(home) as here:
        asked = replace(request, watch_as_of=date(2026, 7, 30))
        assert Action.RELEASE is check_order(asked, standard_law(), here).action

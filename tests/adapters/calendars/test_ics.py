from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from navicert.adapters.calendars.ics import calendar
from navicert.bootstrap import open_desk
from navicert.casework.promises.board import board
from navicert.casework.promises.done import Marking, mark_done
from navicert.casework.promises.load import load
from navicert.casework.undertaking_ports import NoChecks

ZTE = Path(__file__).resolve().parents[3] / "examples" / "zte"


def parsed(content: bytes) -> Any:  # noqa: ANN401 - the library's own types know too little
    return Calendar.from_ical(content)


@pytest.fixture
def written() -> bytes:
    with open_desk() as desk:
        load(str(ZTE / "settlement-2018.toml"), desk)
        return calendar(board(desk, date(2018, 7, 1)))


def test_every_commitment_with_a_day_is_a_whole_day_with_its_reminders(written: bytes) -> None:
    events = {str(one["uid"]): one for one in parsed(written).walk("VEVENT")}
    expected = {
        "zte-2018/replace-boards@navicert": date(2018, 7, 8),
        "zte-2018/pay-penalty@navicert": date(2018, 8, 7),
        "zte-2018/fund-escrow@navicert": date(2018, 9, 6),
    }
    assert expected == {uid: one["dtstart"].dt for uid, one in events.items()}
    boards = events["zte-2018/replace-boards@navicert"]
    triggers = [alarm["trigger"].dt for alarm in boards.walk("VALARM")]
    # 8 June is a Friday; 1 and 8 July 2018 are Sundays, so these remind on the Friday before
    expected_triggers = [timedelta(days=n) for n in (-30, -9, -2, 1)]
    assert expected_triggers == triggers
    assert "BIS superseding order of 8 June 2018: within 30 days (deduced)" in boards["description"]
    assert date(2018, 7, 9) == boards["dtend"].dt


def test_the_same_state_gives_the_same_bytes(written: bytes) -> None:
    with open_desk() as desk:
        assert written == calendar(board(desk, date(2018, 7, 1)))
    stamps = {one["dtstamp"].dt for one in parsed(written).walk("VEVENT")}
    assert 1 == len(stamps)
    assert next(iter(stamps)) <= datetime.now(UTC)


def test_what_is_done_says_so_and_reminds_nobody(written: bytes) -> None:
    assert written
    with open_desk() as desk:
        mark_done(Marking("replace-boards", date(2018, 7, 5), "Eva"), desk, NoChecks())
        found = parsed(calendar(board(desk, date(2018, 7, 6))))
    (boards,) = [one for one in found.walk("VEVENT") if "replace-boards" in one["uid"]]
    assert str(boards["summary"]).startswith("done: ")
    assert [] == boards.walk("VALARM")


def test_no_line_is_longer_than_75_bytes_and_each_ends_as_rfc_5545_says(written: bytes) -> None:
    lines = written.split(b"\r\n")
    assert b"" == lines[-1]
    assert all(len(line) <= 75 for line in lines)
    assert b"\n" not in b"".join(lines)

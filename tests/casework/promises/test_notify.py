"""Notices from the log to a real mail server and a real receiver, and back into the log."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from navicert.bootstrap import open_desk, open_post
from navicert.casework.ports import Desk
from navicert.casework.promises.done import Marking, mark_done
from navicert.casework.promises.load import load
from navicert.casework.promises.notify import NOTICE, Came, notify, owed
from navicert.casework.undertaking_ports import Message, NoChecks
from navicert.errors import NotSent, StateUnusable
from tests.casework.promises.plans import HEAD

PLAN = (
    HEAD
    + """\

[[escalation]]
days_before = 30
tell = ["mailto:eva@b.example"]

[[escalation]]
on_the_day = true
tell = ["mailto:eva@b.example", "https://b.example/hook"]

[[escalation]]
days_after = 3
tell = ["mailto:boss@b.example"]

[[commitment]]
id = "report"
title = "Report"
owed_by = "Atlas Foundry"
owed_to = "BIS"
citation = "plan 3"
day = 2026-03-10
"""
)


class Letters:
    """A post that keeps what it is given, and refuses the targets that it is told to."""

    def __init__(self) -> None:
        self.sent: list[Message] = []
        self.refused: frozenset[str] = frozenset()

    def send(self, message: Message) -> None:
        if message.target in self.refused:
            raise NotSent("the server is down")
        self.sent.append(message)

    @contextmanager
    def turn(self) -> Iterator[None]:
        yield


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    path = tmp_path / "plan.toml"
    path.write_text(PLAN, encoding="utf-8")
    with open_desk() as desk:
        load(str(path), desk)
        yield desk


def recorded(desk: Desk) -> list[dict[str, Any]]:
    return [json.loads(entry.content) for entry in desk.records.of_kinds((NOTICE,))]


def test_each_notice_is_sent_once_however_often_the_command_runs(desk: Desk) -> None:
    post = Letters()
    days = [date(2026, 2, 5), date(2026, 2, 6), date(2026, 2, 6), date(2026, 3, 9)]
    days += [date(2026, 3, 10), date(2026, 3, 10), date(2026, 3, 13), date(2026, 4, 1)]
    counts = [len(notify(desk, post, day)) for day in days]
    assert [0, 1, 0, 0, 2, 0, 1, 0] == counts
    assert [
        ("mailto:eva@b.example", "Due in 32 days: Report"),
        ("https://b.example/hook", "Due today: Report"),
        ("mailto:eva@b.example", "Due today: Report"),
        ("mailto:boss@b.example", "Overdue by 3 days: Report"),
    ] == [(one.target, one.subject) for one in post.sent]
    assert 4 == len({one.id for one in post.sent})


def test_a_failed_notice_is_on_record_and_tried_again_by_the_next_run(desk: Desk) -> None:
    post = Letters()
    post.refused = frozenset({"mailto:eva@b.example"})
    assert [Came.FAILED] == [one.came for one in notify(desk, post, date(2026, 2, 9))]
    post.refused = frozenset()
    assert [Came.SENT] == [one.came for one in notify(desk, post, date(2026, 2, 10))]
    assert () == notify(desk, post, date(2026, 2, 10))
    first, second = recorded(desk)
    assert ("failed", "the server is down") == (first["came"], first["why"])
    assert ("sent", first["id"]) == (second["came"], second["id"])


def test_one_that_fails_keeps_no_other_from_being_sent(desk: Desk) -> None:
    post = Letters()
    post.refused = frozenset({"https://b.example/hook"})
    came = [one.came for one in notify(desk, post, date(2026, 3, 10))]
    assert [Came.FAILED, Came.SENT] == came


def test_a_dry_run_sends_and_records_nothing(desk: Desk) -> None:
    assert [Came.TO_SEND] * 2 == [one.came for one in owed(desk, date(2026, 3, 10))]
    assert [] == recorded(desk)


def test_what_is_done_is_told_to_nobody(desk: Desk) -> None:
    mark_done(Marking("report", date(2026, 2, 1), "Eva"), desk, NoChecks())
    assert () == notify(desk, Letters(), date(2026, 3, 20))


def test_a_deadline_that_moves_is_told_anew(desk: Desk, tmp_path: Path) -> None:
    post = Letters()
    notify(desk, post, date(2026, 3, 10))
    moved = tmp_path / "moved.toml"
    moved.write_text(PLAN.replace("2026-03-10", "2026-04-10"), encoding="utf-8")
    load(str(moved), desk)
    assert ["Due in 29 days: Report"] == [
        one.subject for one in notify(desk, post, date(2026, 3, 12))
    ]


def test_a_letter_says_what_is_owed_to_whom_by_when_and_how_to_end_it(desk: Desk) -> None:
    post = Letters()
    notify(desk, post, date(2026, 2, 9))
    (letter,) = post.sent
    assert "Tuesday 2026-03-10, to its end in America/New_York" in letter.text
    assert "Atlas Foundry" in letter.text
    assert "plan 3" in letter.text
    assert "navicert undertakings done plan-1/report --on DAY --by NAME" in letter.text
    assert "org.navicert.commitment.due" == letter.event["type"]
    assert letter.id == letter.event["id"]
    assert "2026-03-10" == letter.event["data"]["deadline"]
    assert {"specversion", "id", "source", "type", "time"} <= letter.event.keys()


def test_two_runs_at_once_do_not_both_send(desk: Desk) -> None:
    with open_post(desk).turn(), pytest.raises(StateUnusable, match="another run"):
        notify(desk, open_post(desk), date(2026, 3, 10))
    assert [] == recorded(desk)


def test_without_a_server_the_notice_stays_owed_and_says_what_to_set(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NAVICERT_SMTP_HOST", raising=False)
    monkeypatch.setenv("NAVICERT_SMTP_PASSWORD", "hunter2")
    (told,) = notify(desk, open_post(desk), date(2026, 2, 9))
    assert "set NAVICERT_SMTP_HOST and NAVICERT_SMTP_FROM" in told.why
    assert "hunter2" not in json.dumps(recorded(desk))

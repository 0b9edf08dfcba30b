from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from navicert.bootstrap import open_checks, open_desk
from navicert.casework.ports import Desk
from navicert.casework.promises.board import board
from navicert.casework.promises.done import Marking, mark_done, reopen
from navicert.casework.promises.load import load
from navicert.casework.undertaking_ports import CheckRun, NoChecks
from navicert.errors import UnreadableFile
from navicert.undertakings.commitments.standing import Status
from tests.casework.promises.plans import HEAD
from tests.health.house import ROOT

COMMITMENT = """
[[commitment]]
id = "{id}"
title = "T"
owed_by = "Atlas Foundry"
owed_to = "BIS"
citation = "plan 3"
{when}
"""
PLAN = HEAD
PLAN += COMMITMENT.format(
    id="report", when="day = 2026-02-01\nrhythm = {every={months=1}, count=2}"
)
PLAN += COMMITMENT.format(id="review", when="day = 2026-05-01\ndepends_on = ['report']")
PLAN += COMMITMENT.format(id="letters", when="day = 2026-02-01\ncheck = 'discipline'")
PLAN += COMMITMENT.format(id="truth", when="throughout = {since = 2026-01-05}")
DAY = date(2026, 2, 3)


class OneRun:
    """A check with one run."""

    def __init__(self, *, passed: bool) -> None:
        self.run = CheckRun(passed, date(2026, 2, 1), "record 7")

    def last_run(self, check: str) -> CheckRun | None:
        return self.run if check == "discipline" else None


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    path = tmp_path / "plan.toml"
    path.write_text(PLAN, encoding="utf-8")
    desk = open_desk()
    load(str(path), desk)
    return desk


def refusal(desk: Desk, marking: Marking) -> str:
    with desk, pytest.raises(UnreadableFile) as refused:
        mark_done(marking, desk, NoChecks())
    return str(refused.value)


def status(desk: Desk, name: str, on: date = date(2026, 6, 1)) -> Status:
    (found,) = [one for one in board(desk, on) if one.id == name]
    return found.standing.status


def test_what_is_marked_is_done_from_its_day_on(desk: Desk) -> None:
    with desk:
        mark_done(Marking("plan-1/report/1", DAY, "Eva", "sent by courier"), desk, NoChecks())
        assert Status.DONE is status(desk, "plan-1/report/1")
        assert Status.OVERDUE is status(desk, "plan-1/report/1", date(2026, 2, 2))
        assert Status.OVERDUE is status(desk, "plan-1/report/2")
        (entry,) = desk.records.of_kinds(("commitment_done",))
        assert "plan-1/report/1" == entry.subject
        assert b'"by":"Eva"' in entry.content


@pytest.mark.parametrize(
    ("marking", "told"),
    [
        (Marking("nothing", DAY, "Eva"), "is no commitment that was loaded: there are plan-1/"),
        (Marking("report", DAY, "Eva"), "there are plan-1/report/1, plan-1/report/2"),
        (Marking("plan-1/review", DAY, "Eva"), "not before report is done"),
        (Marking("plan-1/truth", DAY, "Eva"), "owed throughout"),
        (Marking("report/1", DAY, " "), "--by: nobody is named"),
        (Marking("report/1", date(2999, 1, 1), "Eva"), "has not come"),
        (Marking("report/1", date(2026, 1, 4), "Eva"), "is before the instrument itself"),
        (Marking("letters", DAY, "Eva"), "names the check 'discipline', which has never run"),
    ],
)
def test_what_cannot_be_done_is_refused(desk: Desk, marking: Marking, told: str) -> None:
    assert told in refusal(desk, marking)


def test_nothing_with_a_check_is_done_before_the_check_passes(desk: Desk) -> None:
    with desk:
        with pytest.raises(UnreadableFile, match="did not pass on 2026-02-01"):
            mark_done(Marking("letters", DAY, "Eva"), desk, OneRun(passed=False))
        with pytest.raises(UnreadableFile, match="has never run"):
            mark_done(Marking("letters", DAY, "Eva"), desk, open_checks(desk))
        mark_done(Marking("letters", DAY, "Eva"), desk, OneRun(passed=True))
        (entry,) = desk.records.of_kinds(("commitment_done",))
        assert b'"check":{"check":"discipline","day":"2026-02-01","reference":"record 7"}' in (
            entry.content
        )


def test_a_mistake_is_taken_back_and_both_stay_on_record(desk: Desk) -> None:
    with desk:
        mark_done(Marking("report/1", DAY, "Eva"), desk, NoChecks())
        with pytest.raises(UnreadableFile, match="done on 2026-02-03 already, says Eva"):
            mark_done(Marking("report/1", DAY, "Kim"), desk, NoChecks())
        with pytest.raises(UnreadableFile, match="and why"):
            reopen(Marking("report/1", DAY, "Kim"), desk)
        reopen(Marking("report/1", DAY, "Kim", "the courier lost it"), desk)
        assert Status.OVERDUE is status(desk, "plan-1/report/1")
        with pytest.raises(UnreadableFile, match="it is not marked as done"):
            reopen(Marking("report/1", DAY, "Kim", "again"), desk)
        mark_done(Marking("report/1", DAY, "Kim"), desk, NoChecks())
        assert 2 == len(list(desk.records.of_kinds(("commitment_done",))))


def test_all_of_a_rhythm_must_be_done_before_what_depends_on_it(desk: Desk) -> None:
    with desk:
        mark_done(Marking("report/1", DAY, "Eva"), desk, NoChecks())
        assert Status.WAITING is status(desk, "plan-1/review")
        mark_done(Marking("report/2", DAY, "Eva"), desk, NoChecks())
        assert Status.OVERDUE is status(desk, "plan-1/review")


def test_a_payment_is_marked_by_its_penalty_alone(desk: Desk) -> None:
    with desk:
        load(str(ROOT / "examples" / "zte" / "settlement-2018.toml"), desk)
    told = refusal(desk, Marking("pay-penalty", date(2018, 7, 1), "Eva"))
    assert "the penalty 'to-pay' of the instrument says whether it is done" in told
    assert "settlement-2018.toml, such as state = " in told


def test_what_was_superseded_is_marked_for_a_day_before_that_alone(
    desk: Desk, tmp_path: Path
) -> None:
    later = tmp_path / "later.toml"
    over = '[[supersedes]]\nid = "plan-1"\nday = 2026-02-10\ncitation = "x"\n'
    later.write_text(HEAD.replace("plan-1", "plan-2") + over, encoding="utf-8")
    with desk:
        load(str(later), desk)
    told = refusal(desk, Marking("report/1", date(2026, 2, 10), "Eva"))
    assert "superseded by plan-2 since 2026-02-10" in told
    with desk:
        mark_done(Marking("report/1", date(2026, 2, 9), "Eva"), desk, NoChecks())
        assert Status.DONE is status(desk, "plan-1/report/1")

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from navicert.bootstrap import open_desk
from navicert.casework.ports import Desk
from navicert.casework.promises.done import Marking, mark_done
from navicert.casework.promises.instrument_records import INSTRUMENT
from navicert.casework.promises.load import Was, load
from navicert.casework.promises.recorded import instruments
from navicert.casework.undertaking_ports import NoChecks
from navicert.casework.verify_records import verify_records
from navicert.errors import InstrumentRefused, RecordError
from tests.casework.promises.plans import HEAD
from tests.health.house import ROOT

PLAN = (
    HEAD
    + """\

[[commitment]]
id = "report"
title = "Report"
owed_by = "Atlas Foundry"
owed_to = "BIS"
citation = "plan 3"
day = 2026-02-01
"""
)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.toml"
    path.write_text(PLAN, encoding="utf-8")
    return path


def records(desk: Desk) -> int:
    return len(list(desk.records.of_kinds((INSTRUMENT,))))


def test_an_instrument_goes_on_record_with_its_text_and_digest(plan: Path) -> None:
    with open_desk() as desk:
        loaded = load(str(plan), desk)
        assert Was.NEW is loaded.was
        (entry,) = desk.records.of_kinds((INSTRUMENT,))
        told = json.loads(entry.content)
        assert ("plan-1", PLAN, loaded.digest) == (entry.subject, told["text"], told["digest"])
        (held,) = instruments(desk)
        assert loaded.instrument == held.instrument
        assert 1 == verify_records(desk, ()).size


def test_loading_the_same_twice_says_so_and_records_nothing(plan: Path) -> None:
    with open_desk() as desk:
        load(str(plan), desk)
        assert Was.SAME is load(str(plan), desk).was
        assert 1 == records(desk)


def test_a_new_version_takes_the_place_and_shows_what_changed(plan: Path) -> None:
    with open_desk() as desk:
        load(str(plan), desk)
        before = plan.read_text(encoding="utf-8")
        plan.write_text(before.replace("2026-02-01", "2026-03-01"), encoding="utf-8")
        dry = load(str(plan), desk, dry_run=True)
        loaded = load(str(plan), desk)
        expected = ("commitments[report].when.day", "2026-02-01", "2026-03-01")
        assert (expected,) == dry.changes == loaded.changes
        assert (Was.CHANGED, None) == (dry.was, dry.receipt)
        (held,) = instruments(desk)
        assert (2, 2) == (held.version, records(desk))


def test_an_earlier_version_may_come_back(plan: Path) -> None:
    with open_desk() as desk:
        load(str(plan), desk)
        plan.write_text(PLAN.replace("A plan", "Our plan"), encoding="utf-8")
        load(str(plan), desk)
        plan.write_text(PLAN, encoding="utf-8")
        assert Was.CHANGED is load(str(plan), desk).was
        assert "A plan" == instruments(desk)[0].instrument.title


def test_what_is_refused_is_not_recorded(plan: Path) -> None:
    plan.write_text(PLAN + "shoe_size = 4\n", encoding="utf-8")
    with open_desk() as desk:
        with pytest.raises(InstrumentRefused, match="shoe_size"):
            load(str(plan), desk)
        assert 0 == records(desk)


def test_an_instrument_that_was_altered_in_the_log_is_found(plan: Path, home: Path) -> None:
    with open_desk() as desk:
        load(str(plan), desk)
    with closing(sqlite3.connect(home / "navicert.db")) as database, database:
        database.execute(
            "update record_entry set content ="
            " replace(cast(content as text), '2026-02-01', '2027-02-01')"
        )
    with open_desk() as desk, pytest.raises(RecordError):
        instruments(desk)


def test_a_payment_that_was_marked_on_another_day_than_its_penalty_says_is_refused(
    tmp_path: Path,
) -> None:
    text = (ROOT / "examples" / "zte" / "settlement-2018.toml").read_text(encoding="utf-8")
    unbound, bound = tmp_path / "unbound.toml", tmp_path / "bound.toml"
    unbound.write_text(text.replace('penalty = "to-pay"\n', ""), encoding="utf-8")
    bound.write_text(text, encoding="utf-8")
    line = text.splitlines().index('penalty = "to-pay"') + 1
    with open_desk() as desk:
        load(str(unbound), desk)
        mark_done(Marking("pay-penalty", date(2018, 7, 1), "Eva"), desk, NoChecks())
        with pytest.raises(InstrumentRefused, match=rf"bound.toml:{line}: .*2018-07-01, says Eva"):
            load(str(bound), desk)


def test_papers_that_supersede_each_other_are_refused(tmp_path: Path) -> None:
    over = '[[supersedes]]\nid = "{}"\nday = 2026-02-10\ncitation = "x"\n'
    first, second = tmp_path / "first.toml", tmp_path / "second.toml"
    first.write_text(HEAD + over.format("plan-2"), encoding="utf-8")
    second.write_text(HEAD.replace("plan-1", "plan-2") + over.format("plan-1"), encoding="utf-8")
    with open_desk() as desk:
        assert ("plan-2",) == load(str(first), desk).absent
        with pytest.raises(InstrumentRefused, match=r"second.toml:11: .*supersede each other"):
            load(str(second), desk)
        assert 1 == records(desk)


def test_what_is_superseded_and_loaded_is_not_absent() -> None:
    with open_desk() as desk:
        for year in (2017, 2018):
            path = ROOT / "examples" / "zte" / f"settlement-{year}.toml"
            assert () == load(str(path), desk).absent

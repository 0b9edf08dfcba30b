"""A commitment rests on the last run of its check, as long as the evidence of that run stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from navicert.bootstrap import open_checks
from navicert.casework.certify_ports import CertifyDesk
from navicert.casework.recorded_checks import KIND, record_checks
from navicert.casework.run_checks import run_check
from navicert.casework.sign_letter import held
from navicert.casework.undertaking_ports import CheckRun
from navicert.errors import RecordAltered
from tests.casework.certifying import ALL, CHECK, ROSTER, TODAY, TWO, add, desk_at


@pytest.fixture
def at(tmp_path: Path) -> Iterator[CertifyDesk]:
    found = desk_at(tmp_path)
    with found.desk:
        yield found


def run(at: CertifyDesk) -> None:
    now = held(at.desk.records)
    record_checks([(CHECK, run_check(CHECK, now, at.tools))], now, at.desk)


def last(at: CertifyDesk, check: str = "told") -> CheckRun | None:
    return open_checks(at.desk).last_run(check)


def test_a_check_that_never_ran_has_no_run(at: CertifyDesk) -> None:
    add(at, "roster", ROSTER)
    assert last(at) is None


def test_the_last_run_counts(at: CertifyDesk) -> None:
    add(at, "roster", ROSTER)
    add(at, "letters", TWO)
    run(at)
    assert CheckRun(passed=False, day=TODAY, reference="record 2") == last(at)
    add(at, "letters", ALL, date(2018, 4, 2))
    run(at)
    assert CheckRun(passed=True, day=TODAY, reference="record 4") == last(at)
    assert last(at, "another") is None


def test_a_run_on_evidence_that_changed_since_does_not_pass(at: CertifyDesk) -> None:
    add(at, "roster", ROSTER)
    add(at, "letters", ALL)
    run(at)
    add(at, "letters", ALL + b"4,2018-03-09\n", date(2018, 4, 3))
    found = last(at)
    assert found is not None
    assert not found.passed
    assert "changed since" in found.reference


def test_a_check_that_could_not_be_decided_does_not_pass(at: CertifyDesk) -> None:
    run(at)
    found = last(at)
    assert found is not None
    assert not found.passed


def test_an_entry_that_says_nothing_is_an_altered_record(at: CertifyDesk) -> None:
    at.desk.records.append(b"{}", KIND, "told")
    with pytest.raises(RecordAltered, match="what a check found"):
        last(at)

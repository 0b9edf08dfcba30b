"""A check that looked at no row at all proves nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from navicert.casework.certify_ports import CertifyDesk
from navicert.casework.run_checks import run_check
from navicert.casework.sign_letter import held
from navicert.undertakings.checks.result import Verdict
from tests.casework.certifying import CHECK, add, desk_at

EMPTY = {"roster": b"id,name\n", "letters": b"id,dated\n"}


@pytest.fixture
def at(tmp_path: Path) -> Iterator[CertifyDesk]:
    found = desk_at(tmp_path)
    with found.desk:
        for table, content in EMPTY.items():
            add(found, table, content)
        yield found


def test_a_check_of_tables_that_may_be_empty_and_all_are_is_undecided(at: CertifyDesk) -> None:
    tables = tuple(replace(one, least=0) for one in CHECK.tables)
    found = run_check(replace(CHECK, tables=tables), held(at.desk.records), at.tools)
    assert Verdict.ERRORED is found.verdict
    assert ("none of its tables has a row: the statement was held against nothing",) == (
        found.reasons
    )


def test_a_check_that_expects_no_row_at_all_may_find_none(at: CertifyDesk) -> None:
    tables = tuple(replace(one, least=0, most=0) for one in CHECK.tables)
    found = run_check(replace(CHECK, tables=tables), held(at.desk.records), at.tools)
    assert found.passed

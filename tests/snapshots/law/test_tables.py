"""The tables of fixed days are those that were read; how to renew them stands in tables.py."""

from __future__ import annotations

from datetime import date

import pytest

from tests.snapshots.law.tables import DAYS, FOLDER, path_of, text_on


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_law_of_a_fixed_day_is_the_one_that_was_read(day: date) -> None:
    assert path_of(day).read_text(encoding="utf-8") == text_on(day)


def test_every_snapshot_has_its_day() -> None:
    assert {path_of(day) for day in DAYS} == set(FOLDER.glob("*.txt"))


def test_the_day_of_89_fr_28594_changed_two_rows_and_nothing_else() -> None:
    before, after = (text_on(day).splitlines()[1:] for day in (DAYS[2], DAYS[3]))
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert [
        ("AU  CB1 NS1 MT1 RS1  (footnotes 3)", "AU  CB1  (footnotes 9)"),
        ("GB  CB1 NS1 MT1 RS1  (footnotes 3)", "GB  CB1  (footnotes 9)"),
    ] == changed

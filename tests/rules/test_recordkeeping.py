from __future__ import annotations

from datetime import date

import pytest

from navicert.facts.export_history import ExportHistory
from navicert.law.edition import standard_law
from navicert.rules.recordkeeping import may_destroy, retain_until
from navicert.terms.day import years_after
from navicert.terms.truth import Truth

EXPORT = date(2021, 3, 10)


@pytest.mark.parametrize(
    ("day", "years", "until"),
    [
        (date(2024, 2, 28), 5, date(2029, 2, 28)),
        (date(2024, 2, 29), 5, date(2029, 2, 28)),
        (date(2024, 2, 29), 4, date(2028, 2, 29)),
        (date(2024, 12, 31), 5, date(2029, 12, 31)),
    ],
)
def test_years_end_on_the_same_day_of_the_year(day: date, years: int, until: date) -> None:
    assert until == years_after(day, years)


@pytest.mark.parametrize(
    ("history", "until"),
    [
        (ExportHistory(EXPORT), date(2026, 3, 10)),
        (ExportHistory(EXPORT, known_reexport=date(2023, 6, 5)), date(2028, 6, 5)),
        (ExportHistory(EXPORT, termination=date(2024, 2, 1)), date(2029, 2, 1)),
        (ExportHistory(EXPORT, boycott_request=date(2022, 1, 1)), date(2027, 1, 1)),
        (ExportHistory(EXPORT, known_reexport=date(2020, 1, 1)), date(2026, 3, 10)),
    ],
)
def test_the_latest_event_counts(history: ExportHistory, until: date) -> None:
    assert until == retain_until(history, standard_law().open_at(date(2026, 7, 30)))


@pytest.mark.parametrize(
    ("day", "asked_for", "may"),
    [
        (date(2026, 3, 10), Truth.NO, Truth.NO),
        (date(2026, 3, 11), Truth.NO, Truth.YES),
        (date(2026, 3, 11), Truth.YES, Truth.NO),
        (date(2026, 3, 11), Truth.UNKNOWN, Truth.UNKNOWN),
    ],
)
def test_what_an_agency_asked_for_is_kept(day: date, asked_for: Truth, may: Truth) -> None:
    history = ExportHistory(EXPORT, asked_for=asked_for)
    assert may is may_destroy(history, standard_law().open_at(day))

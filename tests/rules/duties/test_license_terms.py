from __future__ import annotations

from datetime import date

import pytest

from navicert.errors import LawNotCovered
from navicert.law.edition import standard_law
from navicert.rules.duties.answer import Answer
from navicert.rules.duties.license_terms import (
    LicenseKind,
    LicenseStatus,
    emergency_expiry,
    expiry,
    replacement_needed,
    resolved_by,
    status,
    validity_years,
)
from navicert.terms.truth import Truth

LAW = standard_law()
EDITION = LAW.open_at(date(2026, 7, 30))


@pytest.mark.parametrize(
    ("kind", "day", "years"),
    [
        (LicenseKind.GENERAL, date(2026, 7, 30), 4),
        (LicenseKind.SHORT_SUPPLY, date(2026, 7, 30), 1),
        (LicenseKind.FIREARMS, date(2025, 9, 29), 1),
        (LicenseKind.FIREARMS, date(2025, 9, 30), 4),
        (LicenseKind.ADVANCED_COMPUTING, date(2025, 1, 12), 4),
        (LicenseKind.ADVANCED_COMPUTING, date(2025, 1, 13), 1),
    ],
)
def test_years_of_validity(kind: LicenseKind, day: date, years: int) -> None:
    assert years == validity_years(kind, LAW.open_at(day)).value


def test_days_that_nobody_verified_have_no_validity() -> None:
    with pytest.raises(LawNotCovered):
        validity_years(LicenseKind.GENERAL, LAW.open_at(date(2024, 5, 29)))


@pytest.mark.parametrize(
    ("issued", "end"),
    [(date(2026, 3, 1), date(2030, 3, 1)), (date(2028, 2, 29), date(2032, 2, 29))],
)
def test_a_license_ends_on_the_same_day_of_the_year(issued: date, end: date) -> None:
    assert end == expiry(issued, LicenseKind.GENERAL, EDITION).value


@pytest.mark.parametrize(
    ("issued", "end"),
    [
        (date(2026, 1, 31), date(2026, 2, 28)),
        (date(2026, 12, 1), date(2027, 1, 31)),
        (date(2026, 7, 15), date(2026, 8, 31)),
        (date(2028, 1, 1), date(2028, 2, 29)),
    ],
)
def test_an_emergency_license_ends_with_the_next_month(issued: date, end: date) -> None:
    assert end == emergency_expiry(issued).value


def test_the_clock_runs_ninety_days() -> None:
    assert date(2026, 4, 1) == resolved_by(date(2026, 1, 1), EDITION).value


@pytest.mark.parametrize(
    ("false", "worth"),
    [
        (Truth.YES, LicenseStatus.VOID),
        (Truth.NO, LicenseStatus.STANDS),
        (Truth.UNKNOWN, LicenseStatus.UNKNOWN),
    ],
)
def test_a_false_statement_voids_from_the_first_day(false: Truth, worth: LicenseStatus) -> None:
    assert worth is status(false).value


@pytest.mark.parametrize(
    ("change", "needed"),
    [
        ("lower_price", False),
        ("address_in_same_country", False),
        ("approved_name_change", False),
        ("other", True),
        ("a change that nobody listed", True),
    ],
)
def test_only_listed_changes_go_without_a_replacement(change: str, needed: bool) -> None:
    assert needed is replacement_needed(change, EDITION).value


def test_each_answer_on_days_names_its_paragraph() -> None:
    four, general = "generally valid for 4 years", LicenseKind.GENERAL
    assert Answer(4, "15 CFR 750.7(g)", four) == validity_years(general, EDITION)
    said = "runs until 2030-03-01, unless its face says otherwise"
    expected = Answer(date(2030, 3, 1), "15 CFR 750.7(g)", said)
    assert expected == expiry(date(2026, 3, 1), general, EDITION)
    said = "runs until 2026-08-31 at the latest"
    expected = Answer(date(2026, 8, 31), "15 CFR 750.7(g)", said)
    assert expected == emergency_expiry(date(2026, 7, 15))
    said = "90 days, what 750.4(b) stops not counted"
    expected = Answer(date(2026, 4, 1), "15 CFR 750.4(a)(1)", said)
    assert expected == resolved_by(date(2026, 1, 1), EDITION)


def test_a_void_license_and_a_change_name_their_paragraphs() -> None:
    void = LicenseStatus.VOID
    said = "the license: void as of date of issuance"
    assert Answer(void, "15 CFR 750.7(a)(2)", said) == status(Truth.YES)
    said = "a lower unit price or total value: no replacement license"
    expected = Answer(value=False, citation="15 CFR 750.7(c)(1)(i)", plain=said)
    assert expected == replacement_needed("lower_price", EDITION)
    expected = Answer(
        value=True, citation="15 CFR 750.7(c)(1)", plain="any other change: a replacement license"
    )
    assert expected == replacement_needed("other", EDITION)

from __future__ import annotations

from datetime import date

import pytest

from navicert.facts.exception_use import ExceptionUse
from navicert.law.edition import standard_law
from navicert.rules.duties.reports import (
    notice_days,
    sales_report_due,
    self_classification_due,
    sta_consignee_statement,
    sta_shipment_notice,
    statement_log,
    uvl_statement,
)
from navicert.terms.truth import Truth

EDITION = standard_law().open_at(date(2026, 7, 30))


def test_self_classification_is_reported_by_february() -> None:
    assert date(2026, 2, 1) == self_classification_due(2025, EDITION).value


@pytest.mark.parametrize(("half", "due"), [(1, date(2026, 8, 1)), (2, date(2027, 2, 1))])
def test_sales_are_reported_a_month_after_the_half(half: int, due: date) -> None:
    assert due == sales_report_due(2026, half, EDITION).value


def test_nac_is_notified_25_days_before() -> None:
    assert 25 == notice_days(EDITION).value


@pytest.mark.parametrize("said", list(Truth))
def test_papers_follow_the_fact_that_they_hang_on(said: Truth) -> None:
    assert ~said is sta_consignee_statement(ExceptionUse(government_consignee=said)).value
    assert said is sta_shipment_notice(ExceptionUse(tangible=said)).value
    assert ~said is uvl_statement(ExceptionUse(needs_license=said)).value
    assert said is statement_log(ExceptionUse(several_shipments=said)).value

from __future__ import annotations

from datetime import date

import pytest

from navicert.facts.exception_use import ExceptionUse
from navicert.law.edition import standard_law
from navicert.rules.duties.answer import Answer
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


def test_each_report_names_its_paragraph() -> None:
    expected = Answer(date(2026, 2, 1), "15 CFR 740.17(e)(3)", "due by 2026-02-01")
    assert expected == self_classification_due(2025, EDITION)
    expected = Answer(date(2026, 8, 1), "15 CFR 740.17(e)(1)", "due by 2026-08-01")
    assert expected == sales_report_due(2026, 1, EDITION)
    said = "notify BIS 25 calendar days before"
    assert Answer(25, "15 CFR 740.8", said) == notice_days(EDITION)


def test_each_paper_names_its_paragraph() -> None:
    use = ExceptionUse(
        government_consignee=Truth.NO,
        tangible=Truth.YES,
        needs_license=Truth.NO,
        several_shipments=Truth.YES,
    )
    yes = Truth.YES
    said = "obtain the statement before the shipment"
    assert Answer(yes, "15 CFR 740.20(d)(2)", said) == sta_consignee_statement(use)
    said = "tell the consignee with each shipment"
    assert Answer(yes, "15 CFR 740.20(d)(3)", said) == sta_shipment_notice(use)
    said = "obtain the UVL statement before the shipment"
    assert Answer(yes, "15 CFR 744.15(b)", said) == uvl_statement(use)
    citation = "15 CFR 740.20(d)(2); 15 CFR 744.15(b)(1)"
    assert Answer(yes, citation, "keep a log of the shipments") == statement_log(use)

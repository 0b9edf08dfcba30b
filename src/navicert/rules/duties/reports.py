"""Reports, notices and papers that a license exception or a listed party brings (740, 744.15)."""

from __future__ import annotations

from datetime import date

from navicert.facts.exception_use import ExceptionUse
from navicert.law.edition import Edition
from navicert.rules.duties.answer import Answer
from navicert.terms.truth import Truth


def self_classification_due(exports_in: int, edition: Edition) -> Answer[date]:
    """The yearly self-classification report of ENC is due early in the year that follows."""
    day = edition.duties().reports.self_classification.after(exports_in)
    return Answer(day, "15 CFR 740.17(e)(3)", f"due by {day}")


def sales_report_due(year: int, half: int, edition: Edition) -> Answer[date]:
    """The half-year report of ENC is due a month after the half that it covers; half is 1 or 2."""
    reports = edition.duties().reports
    day = (reports.first_half if half == 1 else reports.second_half).after(year)
    return Answer(day, "15 CFR 740.17(e)(1)", f"due by {day}")


def notice_days(edition: Edition) -> Answer[int]:
    """NAC is used only some days after BIS was notified."""
    days = edition.duties().reports.notice_days
    return Answer(days, "15 CFR 740.8", f"notify BIS {days} calendar days before")


def sta_consignee_statement(use: ExceptionUse) -> Answer[Truth]:
    """STA needs the consignee's statement first, but not from a government of A:5 or A:6."""
    said = "obtain the statement before the shipment"
    return Answer(~use.government_consignee, "15 CFR 740.20(d)(2)", said)


def sta_shipment_notice(use: ExceptionUse) -> Answer[Truth]:
    """The consignee is told with each shipment under STA, unless nothing tangible is shipped."""
    return Answer(use.tangible, "15 CFR 740.20(d)(3)", "tell the consignee with each shipment")


def uvl_statement(use: ExceptionUse) -> Answer[Truth]:
    """A party of the Unverified List signs a statement first, where no license is needed."""
    said = "obtain the UVL statement before the shipment"
    return Answer(~use.needs_license, "15 CFR 744.15(b)", said)


def statement_log(use: ExceptionUse) -> Answer[Truth]:
    """One statement for several shipments needs a log that says which they are."""
    citation = "15 CFR 740.20(d)(2); 15 CFR 744.15(b)(1)"
    return Answer(use.several_shipments, citation, "keep a log of the shipments")

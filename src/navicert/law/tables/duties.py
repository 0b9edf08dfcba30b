"""Deadlines and procedures of parts 740, 750, 764 and 766, in calendar days and years."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from navicert.errors import LawNotCovered
from navicert.law.dated import Dated, Value, dated
from navicert.law.shelf import Shelf


@dataclass(frozen=True, slots=True)
class YearlyDay:
    """A day that comes back every year, counted from the year that is reported."""

    month: int
    day: int
    years_later: int

    def after(self, year: int) -> date:
        """Give the day that belongs to a year.

        >>> YearlyDay(2, 1, 1).after(2025)
        datetime.date(2026, 2, 1)
        """
        return date(year + self.years_later, self.month, self.day)


@dataclass(frozen=True, slots=True)
class Validity:
    """For how many years a sort of license runs, between two days of issue."""

    kind: str
    years: int
    since: date
    until: date | None
    citation: str


@dataclass(frozen=True, slots=True)
class LicenseChange:
    """A change of a license, and whether it takes a replacement license."""

    slug: str
    replacement: bool
    citation: str
    says: str


@dataclass(frozen=True, slots=True)
class Licenses:
    """Clock, validity and changes of licenses (part 750)."""

    resolved_days: int
    validities: tuple[Validity, ...]
    changes: tuple[LicenseChange, ...]

    def validity(self, kind: str, day: date) -> Validity:
        """Give the validity of a license issued on a day; what has no rule of its own: general."""
        for wanted in (kind, "general"):
            for one in self.validities:
                if one.kind == wanted and one.since <= day and (one.until or day) >= day:
                    return one
        message = f"validity of licenses (15 CFR 750.7(g)): nobody verified it for {day}"
        raise LawNotCovered(message)


@dataclass(frozen=True, slots=True)
class DisclosureContent:
    """One thing that a disclosure has to contain, in which of its documents, by our ``key``."""

    key: str
    of: tuple[str, ...]
    citation: str
    says: str


@dataclass(frozen=True, slots=True)
class Disclosures:
    """Voluntary self-disclosure (764.5): days, years to look back, and what it contains."""

    since: date
    narrative_days: int
    resolution_days: int
    review_years: int
    address: tuple[str, ...] = ()
    email: str = ""
    permission_address: tuple[str, ...] = ()
    permission_email: str = ""
    contents: tuple[DisclosureContent, ...] = ()


@dataclass(frozen=True, slots=True)
class Violation:
    """One paragraph of 764.2, by our slug."""

    slug: str
    paragraph: str
    says: str


@dataclass(frozen=True, slots=True)
class Denials:
    """Periods of temporary denials and denials on conviction (766.24, 766.25)."""

    order_days: int
    renewal_days: int
    pattern_renewal_days: Dated[int]
    pattern_renewal_years: Dated[int]
    request_days: int
    opposition_days: int
    good_cause_days: int
    conviction_years: int


@dataclass(frozen=True, slots=True)
class Reports:
    """Days on which reports of License Exception ENC are due, and the notice of NAC (740)."""

    first_half: YearlyDay
    second_half: YearlyDay
    self_classification: YearlyDay
    notice_days: int


@dataclass(frozen=True, slots=True)
class Duties:
    """All of them."""

    licenses: Licenses
    disclosures: Disclosures
    violations: tuple[Violation, ...]
    denials: Denials
    reports: Reports

    def disclosures_on(self, day: date) -> Disclosures:
        """Give the periods of disclosure; raise LawNotCovered before the rule of 2024."""
        if day < self.disclosures.since:
            message = (
                f"voluntary self-disclosure (15 CFR 764.5): nobody verified it for {day}; the "
                f"first value is of {self.disclosures.since} (89 FR 75482)"
            )
            raise LawNotCovered(message)
        return self.disclosures


def read(shelf: Shelf) -> Duties:
    """Read the periods from the shelf."""
    disclosure = shelf.document("764/disclosure.toml")
    violations = shelf.document("764/violations.toml")["violation"]
    return Duties(
        licenses=_licenses(shelf.document("750/licenses.toml")),
        disclosures=Disclosures(
            disclosure["verified_from"],
            disclosure["narrative_days"],
            disclosure["resolution_days"],
            disclosure["review_years"],
            tuple(disclosure["address"]),
            disclosure["email"],
            tuple(disclosure["permission_address"]),
            disclosure["permission_email"],
            tuple(
                DisclosureContent(c["key"], tuple(c["of"]), c["citation"], c["says"])
                for c in disclosure["content"]
            ),
        ),
        violations=tuple(Violation(r["slug"], r["paragraph"], r["says"]) for r in violations),
        denials=_denials(shelf.document("766/denials.toml")),
        reports=_reports(shelf.document("740/reports.toml")),
    )


def _licenses(document: dict[str, Any]) -> Licenses:
    return Licenses(
        resolved_days=document["resolved_or_escalated_days"],
        validities=tuple(
            Validity(r["kind"], r["years"], r["since"], r.get("until"), r["citation"])
            for r in document["validity"]
        ),
        changes=tuple(
            LicenseChange(r["slug"], r["replacement"], r["citation"], r["says"])
            for r in document["change"]
        ),
    )


def _denials(document: dict[str, Any]) -> Denials:
    renewed = "renewal of a temporary denial for a pattern"
    rows = document["pattern_renewal"]
    renewals = (Value(r["since"], r["days"], r["citation"]) for r in rows)
    years = (Value(r["since"], r.get("years", 0), r["citation"]) for r in rows)
    return Denials(
        order_days=document["order_days"],
        renewal_days=document["renewal_days"],
        pattern_renewal_days=dated(renewed, renewals),
        pattern_renewal_years=dated(f"{renewed}, in years", years),
        request_days=document["request_days_before_expiry"],
        opposition_days=document["opposition_days_before_expiry"],
        good_cause_days=document["opposition_days_for_good_cause"],
        conviction_years=document["conviction_years"],
    )


def _reports(document: dict[str, Any]) -> Reports:
    return Reports(
        first_half=YearlyDay(**document["first_half_due"]),
        second_half=YearlyDay(**document["second_half_due"]),
        self_classification=YearlyDay(**document["self_classification_due"]),
        notice_days=document["notice_days"],
    )

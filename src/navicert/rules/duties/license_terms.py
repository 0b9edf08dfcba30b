"""Licenses: how long they run and take, when they are void, what changes them (part 750)."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from navicert.law.edition import Edition
from navicert.rules.duties.answer import Answer
from navicert.terms.day import years_after
from navicert.terms.truth import Truth

OTHER = "other"


class LicenseKind(StrEnum):
    """Sorts of licenses whose years differ (750.7(g))."""

    GENERAL = "general"
    SHORT_SUPPLY = "short_supply"
    FIREARMS = "firearms"
    ADVANCED_COMPUTING = "advanced_computing"


class LicenseStatus(StrEnum):
    """What a license is worth after what was said to get it."""

    STANDS = "stands"
    VOID = "void as of date of issuance"
    UNKNOWN = "unknown"


def validity_years(kind: LicenseKind, edition: Edition) -> Answer[int]:
    """A license generally runs for some years, some sorts for fewer; its face decides."""
    found = edition.duties().licenses.validity(kind.value, edition.day)
    return Answer(found.years, found.citation, f"generally valid for {found.years} years")


def expiry(issued: date, kind: LicenseKind, edition: Edition) -> Answer[date]:
    """It ends on the same day of the year, unless its face says another day."""
    years = validity_years(kind, edition)
    day = years_after(issued, years.value)
    return Answer(day, years.citation, f"runs until {day}, unless its face says otherwise")


def emergency_expiry(issued: date) -> Answer[date]:
    """An emergency license ends with the calendar month after that of its issue."""
    after_next = (issued.replace(day=1) + timedelta(days=62)).replace(day=1)
    day = after_next - timedelta(days=1)
    return Answer(day, "15 CFR 750.7(g)", f"runs until {day} at the latest")


def resolved_by(registered: date, edition: Edition) -> Answer[date]:
    """An application is resolved, or goes to the President, some days after its registration."""
    days = edition.duties().licenses.resolved_days
    day = registered + timedelta(days=days)
    return Answer(day, "15 CFR 750.4(a)(1)", f"{days} days, what 750.4(b) stops not counted")


def status(false_representation: Truth) -> Answer[LicenseStatus]:
    """A license that a false or misleading statement brought is void from its first day."""
    found = {
        Truth.YES: LicenseStatus.VOID,
        Truth.NO: LicenseStatus.STANDS,
        Truth.UNKNOWN: LicenseStatus.UNKNOWN,
    }[false_representation]
    return Answer(found, "15 CFR 750.7(a)(2)", f"the license: {found.value}")


def replacement_needed(change: str, edition: Edition) -> Answer[bool]:
    """A change that 750.7(c) does not list takes a replacement license; ``change`` is its slug."""
    changes = {one.slug: one for one in edition.duties().licenses.changes}
    found = changes.get(change, changes[OTHER])
    needed = "a replacement license" if found.replacement else "no replacement license"
    return Answer(found.replacement, found.citation, f"{found.says}: {needed}")

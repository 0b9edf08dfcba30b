"""The five prohibitions, one rule each, in the order in which they came into force."""

from __future__ import annotations

from navicert.facts.equipment import Purchase
from navicert.law.edition import Edition
from navicert.rules.cites import cites
from navicert.rules.finding import Finding
from navicert.rules.procurement.reach import under


@cites("Pub. L. 115-232, section 889(a)(1)(A)", "FAR 52.204-25(b)(1)")
def agency_procurement(purchase: Purchase, edition: Edition) -> tuple[Finding, ...]:
    """An executive agency may not procure equipment or services of the companies of section 889."""
    return under("889(a)(1)(A)", purchase, edition)


@cites("47 CFR 54.9")
def universal_service(purchase: Purchase, edition: Edition) -> tuple[Finding, ...]:
    """Universal service support may not buy or keep up anything of a designated company."""
    return under("47 CFR 54.9", purchase, edition)


@cites("Pub. L. 115-232, section 889(a)(1)(B)", "FAR 52.204-25(b)(2)")
def contractor_use(purchase: Purchase, edition: Edition) -> tuple[Finding, ...]:
    """Who uses covered equipment gets no contract of an agency, whatever paid for it."""
    return under("889(a)(1)(B)", purchase, edition)


@cites("Pub. L. 115-232, section 889(b)(1)", "2 CFR 200.216")
def grants_and_loans(purchase: Purchase, edition: Edition) -> tuple[Finding, ...]:
    """Grant or loan money of an agency may not procure covered equipment or services."""
    return under("889(b)(1)", purchase, edition)


@cites("47 CFR 54.10", "47 U.S.C. 1602(a)")
def covered_list_subsidies(purchase: Purchase, edition: Edition) -> tuple[Finding, ...]:
    """A subsidy of the FCC may not buy or maintain what the Covered List has named for 60 days."""
    return under("47 CFR 54.10", purchase, edition)


def bans(purchase: Purchase, edition: Edition) -> tuple[Finding, ...]:
    """Ask all five; LawNotCovered for a day before section 889."""
    rules = (
        agency_procurement,
        universal_service,
        contractor_use,
        grants_and_loans,
        covered_list_subsidies,
    )
    return tuple(found for rule in rules for found in rule(purchase, edition))

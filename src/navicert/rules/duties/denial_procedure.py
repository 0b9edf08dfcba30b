"""Temporary denials and denials on conviction: terms, deadlines, remedies (766.23 to 766.25)."""

from __future__ import annotations

from datetime import date, timedelta

from navicert.facts.proceeding import Actor, Renewal
from navicert.law.edition import Edition
from navicert.rules.duties.answer import Answer
from navicert.terms.day import years_after
from navicert.terms.truth import Truth, parse


def latest_expiry(issued: date, edition: Edition) -> Answer[date]:
    """A temporary denial order ends some days after its issue at the latest."""
    days = edition.duties().denials.order_days
    end = issued + timedelta(days=days)
    return Answer(end, "15 CFR 766.24(b)(4)", f"ends on {end} at the latest, {days} days on")


def renewal_days(renewal: Renewal, edition: Edition) -> Answer[int]:
    """A renewal runs for some days; longer for a pattern of violations, by the day it is signed."""
    law = edition.duties().denials
    if renewal.pattern is not Truth.YES:
        days = law.renewal_days
        return Answer(days, "15 CFR 766.24(d)(1)", f"at most {days} days")
    found = law.pattern_renewal_days.at(renewal.signed)
    return Answer(found.value, found.citation, f"at most {found.value} days, for a pattern")


def renewal_expiry(renewal: Renewal, edition: Edition) -> Answer[date]:
    """A renewed order ends that many days after the renewal at the latest."""
    days = renewal_days(renewal, edition)
    end = renewal.signed + timedelta(days=days.value)
    return Answer(end, days.citation, f"ends on {end} at the latest")


def request_in_time(days_before_expiry: int, edition: Edition) -> Answer[bool]:
    """BIS asks for a renewal no later than some days before the order ends."""
    least = edition.duties().denials.request_days
    said = f"{days_before_expiry} days before the end; {least} are needed"
    return Answer(days_before_expiry >= least, "15 CFR 766.24(d)(1)", said)


def opposition_in_time(
    days_before_expiry: int, good_cause: Truth, edition: Edition
) -> Answer[Truth]:
    """A respondent opposes no later than some days before the end; fewer for good cause shown."""
    law = edition.duties().denials
    ordinary = parse(days_before_expiry >= law.opposition_days)
    late = parse(days_before_expiry >= law.good_cause_days) & good_cause
    said = f"{days_before_expiry} days before the end; {law.opposition_days} are needed"
    return Answer(ordinary | late, "15 CFR 766.24(d)(3)(i)", said)


def may_oppose(actor: Actor) -> Answer[bool]:
    """A respondent may oppose a renewal; a related person may not."""
    return Answer(
        actor is Actor.RESPONDENT, "15 CFR 766.24(d)(3)", f"{actor.value}: see 766.24(d)(3)"
    )


def may_appeal(actor: Actor) -> Answer[bool]:
    """Both may appeal: a related person on the relation and the need to prevent evasion alone."""
    citation = "15 CFR 766.24(e)(1)(i)" if actor is Actor.RESPONDENT else "15 CFR 766.23(c)"
    return Answer(value=True, citation=citation, plain="an appeal is open")


def appeal_stays_order() -> Answer[bool]:
    """An appeal stays neither the order nor its renewal."""
    return Answer(
        value=False, citation="15 CFR 766.24(e)(1)(ii)", plain="the order stands meanwhile"
    )


def latest_denial_end(conviction: date, edition: Edition) -> Answer[date]:
    """A denial on conviction ends some years after the conviction at the latest."""
    years = edition.duties().denials.conviction_years
    end = years_after(conviction, years)
    return Answer(end, "15 CFR 766.25(d)", f"ends on {end} at the latest")

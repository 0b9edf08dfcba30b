"""Voluntary self-disclosure: procedure, deadlines, and what it lets one do (15 CFR 764.5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from navicert.facts.disclosure import Disclosure, Gravity, LaterAct
from navicert.law.edition import Edition
from navicert.rules.duties.answer import Answer
from navicert.terms.day import years_after
from navicert.terms.truth import Truth, all_of, parse


class Procedure(StrEnum):
    """How a disclosure is made."""

    BUNDLED = "one abbreviated narrative, bundled quarterly"
    ABBREVIATED = "abbreviated narrative"
    FULL = "initial notification as soon as possible + full narrative"


class Mitigation(StrEnum):
    """What becomes of the mitigating weight of a disclosure."""

    KEPT = "considered"
    AT_RISK = "may be reduced or eliminated"


@dataclass(frozen=True, slots=True)
class Lateness:
    """What follows when the narrative comes late."""

    additional_violation: bool
    mitigation: Mitigation


@dataclass(frozen=True, slots=True)
class Leave:
    """What an act with the item of a violation needs, and the rule that it would break."""

    permission_needed: bool
    notice_to_oee: bool
    rule: str


def procedure(disclosure: Disclosure, edition: Edition) -> Answer[Procedure]:
    """Minor violations of one quarter go into one short report; who is unsure takes the long way.

    Raises LawNotCovered before the rule of 16 September 2024.
    """
    edition.duties().disclosures_on(edition.day)
    if disclosure.gravity is not Gravity.MINOR:
        return Answer(Procedure.FULL, "15 CFR 764.5(d)(1)", Procedure.FULL.value)
    if disclosure.within_one_quarter is Truth.YES:
        return Answer(Procedure.BUNDLED, "15 CFR 764.5(c)(3)", Procedure.BUNDLED.value)
    return Answer(Procedure.ABBREVIATED, "15 CFR 764.5(c)(2)", Procedure.ABBREVIATED.value)


def resolution_days(disclosure: Disclosure, edition: Edition) -> Answer[int | None]:
    """Minor cases are generally resolved within some days; significant ones have no such term."""
    days = edition.duties().disclosures_on(edition.day).resolution_days
    if disclosure.gravity is Gravity.MINOR:
        return Answer(days, "15 CFR 764.5(e)(1)", f"generally resolved within {days} days")
    return Answer(None, "15 CFR 764.5(e)(2)", "investigated as quickly as the facts permit")


def counts(disclosure: Disclosure) -> Answer[Truth]:
    """It counts only from the firm itself, before an inquiry on the same facts, not on part 760."""
    value = all_of(
        (~disclosure.boycott, ~disclosure.known_before, disclosure.authorized_by_management)
    )
    return Answer(value, "15 CFR 764.5(b)(1), (3), (5)", f"counts as a disclosure: {value.value}")


def narrative_due(disclosure: Disclosure, edition: Edition) -> Answer[date | None]:
    """The full narrative is due some days after OEE received the notification, unless extended."""
    period = edition.duties().disclosures_on(edition.day)
    due = disclosure.extended_until
    if due is None and disclosure.notified is not None:
        due = disclosure.notified + timedelta(days=period.narrative_days)
    return Answer(due, "15 CFR 764.5(d)(2)(iii)", f"the narrative must be received by {due}")


def review_from(disclosure: Disclosure, edition: Edition) -> Answer[date | None]:
    """The review should reach some years back from the notification."""
    years = edition.duties().disclosures_on(edition.day).review_years
    start = None if disclosure.notified is None else years_after(disclosure.notified, -years)
    return Answer(start, "15 CFR 764.5(d)(3)", f"review the exports since {start}")


def extension_considered(disclosure: Disclosure, edition: Edition) -> Answer[Truth]:
    """A request to extend is considered only when received before the deadline has passed."""
    original = Disclosure(notified=disclosure.notified, extended_until=disclosure.extended_until)
    due, asked = narrative_due(original, edition).value, disclosure.extension_requested
    value = Truth.UNKNOWN if due is None or asked is None else parse(asked <= due)
    return Answer(value, "15 CFR 764.5(d)(2)(iv)(C)", f"asked on {asked}, due on {due}")


def in_time(disclosure: Disclosure, edition: Edition) -> Answer[Truth]:
    """The narrative is in time when OEE received it by the deadline."""
    due, received = narrative_due(disclosure, edition).value, disclosure.narrative_received
    value = Truth.UNKNOWN if due is None or received is None else parse(received <= due)
    return Answer(value, "15 CFR 764.5(d)(2)(iii)", f"received on {received}, due on {due}")


def lateness(late: Truth) -> Answer[Lateness]:
    """A late narrative is no further violation, but may cost the mitigation."""
    mitigation = Mitigation.KEPT if late is Truth.NO else Mitigation.AT_RISK
    said = f"no additional violation; mitigation {mitigation.value}"
    return Answer(
        Lateness(additional_violation=False, mitigation=mitigation), "15 CFR 764.5(d)(2)(iii)", said
    )


def aggravates(disclosure: Disclosure) -> Answer[Truth]:
    """Deciding not to disclose a significant violation that was found is aggravating."""
    significant = (
        Truth.UNKNOWN
        if disclosure.gravity is None
        else parse(disclosure.gravity is Gravity.SIGNIFICANT)
    )
    value = significant & disclosure.decided_not_to_disclose
    return Answer(value, "15 CFR 764.5(a)", f"aggravating: {value.value}")


def leave_for(act: LaterAct) -> Answer[Leave]:
    """Dealing in the item of a known violation needs leave; bringing it home needs notice alone."""
    leave, citation = _LEAVE[act]
    needed = "permission of BIS" if leave.permission_needed else "no permission"
    notice = "notice to OEE" if leave.notice_to_oee else "no notice"
    return Answer(leave, citation, f"{needed}, {notice}")


def barred(act: LaterAct, permission: Truth) -> Answer[Truth]:
    """Without the leave that it needs, an act with the item is barred by 764.2(e)."""
    leave = leave_for(act)
    value = ~permission if leave.value.permission_needed else Truth.NO
    return Answer(value, f"{leave.citation}; 15 CFR {leave.value.rule}", leave.plain)


_ITEM = "764.2(e)"
_PERMISSION = Leave(permission_needed=True, notice_to_oee=True, rule=_ITEM)
_NOTICE = Leave(permission_needed=False, notice_to_oee=True, rule=_ITEM)
_FREE = Leave(permission_needed=False, notice_to_oee=False, rule=_ITEM)
_LEAVE: Mapping[LaterAct, tuple[Leave, str]] = {
    LaterAct.DEAL: (_PERMISSION, "15 CFR 764.5(g)(1)(i), (ii)"),
    LaterAct.RETURN_TO_US: (_NOTICE, "15 CFR 764.5(g)(1)(iii)"),
    LaterAct.REEXPORT_OR_TRANSFER: (_PERMISSION, "15 CFR 764.5(g)(4)"),
    LaterAct.AFTER_FILING_ERROR: (_NOTICE, "15 CFR 764.5(g)(5)"),
    LaterAct.AFTER_RETURN: (_FREE, "15 CFR 764.5(g)(1)(iii)"),
}

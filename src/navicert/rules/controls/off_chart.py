"""Requirements that no column of the chart shows: EI, SL, SI, CC, CW, UN, RS and the rest (742)."""

from __future__ import annotations

from navicert.errors import LawNotCovered
from navicert.facts.item import Item
from navicert.law.edition import Edition
from navicert.law.tables.control_list import ControlRow, Entry
from navicert.rules.bearing import Bearing
from navicert.rules.cites import cites
from navicert.rules.described import Covering
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.rules.matter import Matter
from navicert.terms.truth import Truth, any_of

ELSEWHERE = "refer"
"""Rows that only point to a section which another rule decides."""
GOVERNED_BY_THEIR_OWN_SECTION = frozenset({"IQ", "KP", "IR"})


def _has_off_chart_rows(_item: Item, entry: Entry | None, _edition: Edition) -> bool:
    return any(map(_is_off_chart, entry.rows if entry else ()))


def _is_off_chart(row: ControlRow) -> bool:
    elsewhere = row.destinations.startswith(ELSEWHERE)
    return bool(row.destinations) and not elsewhere and row.reason != "UN"


def _has_un_rows(_item: Item, entry: Entry | None, _edition: Edition) -> bool:
    return any(row.reason == "UN" for row in (entry.rows if entry else ()))


@cites(
    "15 CFR 742.4",
    "15 CFR 742.6",
    "15 CFR 742.7",
    "15 CFR 742.13",
    "15 CFR 742.15",
    bears=Bearing(items=_has_off_chart_rows),
)
def off_chart(matter: Matter) -> tuple[Finding, ...]:
    """Some entries need a license for destinations that the entry itself or part 742 names."""
    return tuple(
        finding
        for covering in matter.described.rows
        if _is_off_chart(covering.row)
        for finding in _off_chart_row(covering, matter)
    )


@cites("15 CFR 746.1(b)(3)", bears=Bearing(items=_has_un_rows))
def arms_embargo(matter: Matter) -> tuple[Finding, ...]:
    """Items with the UN reason need a license to countries under a United Nations arms embargo."""
    country = matter.edition.country_of(matter.destination.country)
    rows = [one for one in matter.described.rows if one.row.reason == "UN"]
    holds = any_of([one.holds for one in rows])
    if holds is Truth.NO or not _embargoed(country, matter.edition):
        return ()
    only_gov = country not in GOVERNED_BY_THEIR_OWN_SECTION
    open_ = [one for one in rows if one.holds is Truth.UNKNOWN]
    return (
        Finding(
            FindingKind.REQUIREMENT,
            holds,
            "15 CFR 746.1(b)(3)",
            f"{matter.item.eccn} is controlled for UN reasons; 746.1(b)(2) names {country}",
            label="UN:746.1(b)",
            reason="UN",
            general_prohibition=6,
            allows_exceptions=frozenset({"GOV"}) if only_gov else None,
            overcome_by="a license; GOV alone of the license exceptions (746.1(b)(4))",
            missing=() if holds is Truth.YES else _asked(open_),
        ),
    )


def _asked(rows: list[Covering]) -> tuple[MissingFact, ...]:
    return tuple(dict.fromkeys(fact for one in rows for fact in one.missing))


def _embargoed(country: str, edition: Edition) -> bool:
    """A gap counts as an embargo: the requirement must not vanish with the day."""
    try:
        return edition.under_arms_embargo(country)
    except LawNotCovered:
        return True


def _off_chart_row(covering: Covering, matter: Matter) -> tuple[Finding, ...]:
    row, covered = covering.row, covering.holds
    if matter.is_authorized_elsewhere:
        return ()
    country = matter.destination.country
    try:
        if not matter.edition.in_scope(row.destinations, country):
            return ()
        trigger = f"{matter.item.eccn} is controlled for {row.reason} to {country}, off the chart"
    except LawNotCovered as gap:
        covered, trigger = Truth.UNKNOWN, str(gap)
    approval = matter.edition.approval_for(row.label, country)
    if approval and matter.recipients_have(approval):
        return ()
    return (_requirement(covering, covered, trigger),)


def _requirement(covering: Covering, holds: Truth, trigger: str) -> Finding:
    row = covering.row
    return Finding(
        FindingKind.REQUIREMENT,
        holds,
        row.citation,
        trigger,
        label=row.label,
        reason=row.reason,
        general_prohibition=1,
        overcome_by="a license, or a license exception of part 740 that covers this reason",
        missing=covering.missing,
    )

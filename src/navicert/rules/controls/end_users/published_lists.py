"""Lists outside the EAR that stop no export: the Covered List, sections 889 and 1260H."""

from __future__ import annotations

from navicert.facts.standing import Match, Standing
from navicert.rules.cites import cites
from navicert.rules.controls.end_users.matches import flag, is_party, sure, who
from navicert.rules.controls.end_uses.reach import reach
from navicert.rules.controls.military_items import in_supplement_2
from navicert.rules.finding import Finding, FindingKind
from navicert.rules.matter import Matter
from navicert.terms.list_code import ListCode
from navicert.terms.list_code import format as title_of
from navicert.terms.truth import Truth

PROCUREMENT = frozenset({ListCode.FCC, ListCode.S889})
PUBLISHED = PROCUREMENT | {ListCode.S1260H}


@cites("47 CFR 1.50002", "Pub. L. 115-232, section 889(f)(3)")
def procurement_lists(standing: Standing) -> tuple[Finding, ...]:
    """A company whose equipment agencies or networks may not buy is noted, and may be sold to."""
    return tuple(
        _noted(match, standing) for match in standing.matches if match.listing.list in PROCUREMENT
    )


@cites("Pub. L. 116-283, section 1260H", "15 CFR 744.21(g)", "15 CFR Supp. 3 to 732")
def chinese_military_companies(standing: Standing, matter: Matter) -> tuple[Finding, ...]:
    """A Chinese military company is a red flag for items of Supplement No. 2, else a note."""
    matches = [match for match in standing.matches if match.listing.list is ListCode.S1260H]
    if not matches:
        return ()
    if not is_party(standing) or _within_744_21(standing, matter) is Truth.NO:
        return tuple(_noted(match, standing) for match in matches)
    reason = dict(matter.transaction.knowledge.resolved).get(_flag_of(standing), "")
    if reason:
        return tuple(_noted(match, standing, f"; resolved: {reason}") for match in matches)
    return tuple(_flagged(match, standing) for match in matches)


def _flag_of(standing: Standing) -> str:
    """Name the flag, as the order names it to say how it was resolved."""
    return f"section 1260H: {standing.party.name}"


def _within_744_21(standing: Standing, matter: Matter) -> Truth:
    """Tell whether 744.21 could reach the item and a place; NO where it surely does not."""
    law = matter.edition.part_744()
    places = (matter.destination.country, standing.party.address.country)
    there = reach("744.21(a)(1)", tuple(filter(None, places)), law).there
    return there & in_supplement_2(matter.item, law)


def _flagged(match: Match, standing: Standing) -> Finding:
    told = (
        f"{who(match, standing)}; a Chinese military company may be a military end user: find "
        f"out what it does (744.21(g)), and give the reason under knowledge.resolved as "
        f"{_flag_of(standing)!r}{_remarks(match)}"
    )
    return flag(told, told, sure(match))


def _noted(match: Match, standing: Standing, more: str = "") -> Finding:
    title = title_of(match.listing.list)
    citation = "; ".join(match.listing.citations) or title
    told = f"{who(match, standing)}; {title}{_remarks(match)}{more}"
    return Finding(
        FindingKind.NOTE, Truth.YES, citation, told, label=match.listing.list.value, plain=told
    )


def _remarks(match: Match) -> str:
    return f"; {match.listing.remarks}" if match.listing.remarks else ""

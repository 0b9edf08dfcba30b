"""The Unverified List (744.15), the MEU List (744.21), SDNs (744.8), and all other lists."""

from __future__ import annotations

from navicert.errors import LawNotCovered
from navicert.facts.standing import Match, Standing
from navicert.rules.cites import cites
from navicert.rules.controls.end_users.matches import is_party, on, owners, sure, who
from navicert.rules.controls.end_users.published_lists import PUBLISHED
from navicert.rules.controls.end_uses.reach import reach
from navicert.rules.controls.military_items import in_supplement_2, supplement_2_asked
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.rules.matter import Matter
from navicert.terms.activity import SENDING
from navicert.terms.list_code import ListCode
from navicert.terms.list_code import format as title_of
from navicert.terms.truth import Truth

OF_PART_744 = frozenset(
    {ListCode.EL, ListCode.DPL, ListCode.UVL, ListCode.MEU, ListCode.MIEU, ListCode.INFORMED}
)
OTHER_LISTS = frozenset(ListCode) - OF_PART_744 - PUBLISHED
STATEMENT = "UVL.statement"


@cites("15 CFR 744.15")
def unverified_list(standing: Standing, matter: Matter) -> tuple[Finding, ...]:
    """A party on the Unverified List must give a statement first, and no exception may be used."""
    if matter.transaction.answer(STATEMENT) is Truth.YES:
        return ()
    question = "Did you obtain the UVL statement before the export?"
    missing = MissingFact(f"answers.{STATEMENT}", question, "15 CFR 744.15(b)")
    return tuple(
        Finding(
            FindingKind.RED_FLAG,
            sure(match) & ~matter.transaction.answer(STATEMENT),
            "15 CFR 744.15(b)",
            who(match, standing),
            label="744.15",
            general_prohibition=5,
            overcome_by="the UVL statement of 744.15(b); then answer UVL.statement in the order",
            missing=(missing,),
        )
        for match in on(standing, ListCode.UVL)
    )


@cites("15 CFR 744.21(b)(1)", "15 CFR 744.21(a)(2)")
def military_end_user_list(standing: Standing, matter: Matter) -> tuple[Finding, ...]:
    """A listed military end user needs a license for Supplement No. 2, in Russia for any item."""
    law = matter.edition.part_744()
    any_item = reach("744.21(a)(2)", _seats(standing, matter), law).there
    listed = any_item | in_supplement_2(matter.item, law)
    if listed is Truth.NO or not _is_sent_to(standing, matter):
        return ()
    citation = "15 CFR 744.21(a), (b); Supp. 7 to 744"
    return tuple(
        Finding(
            FindingKind.REQUIREMENT,
            sure(match) & listed,
            citation,
            who(match, standing),
            label="744.21",
            reason="END_USER",
            general_prohibition=5,
            allows_exceptions=frozenset({"GOV"}),
            overcome_by="a license; GOV as 744.21(c) says",
            missing=() if listed is Truth.YES else supplement_2_asked(citation, matter.item),
        )
        for match in on(standing, ListCode.MEU)
    )


def _seats(standing: Standing, matter: Matter) -> tuple[str, ...]:
    """Give the destination, where the party sits, and where the list says that it does."""
    listings = [match.listing for match in on(standing, ListCode.MEU)]
    listed = [country for one in listings for country in one.countries]
    listed += [address.country or "" for one in listings for address in one.addresses]
    places = (matter.destination.country, standing.party.address.country, *listed)
    return tuple(dict.fromkeys(filter(None, places)))


@cites("15 CFR 744.8")
def blocked_persons(standing: Standing, matter: Matter) -> tuple[Finding, ...]:
    """An SDN under a program of 744.8 needs a license, unless OFAC authorized the transaction."""
    if matter.transaction.ofac_authorization or not _is_sent_to(standing, matter):
        return ()
    if on(standing, ListCode.EL):
        return ()
    return tuple(
        finding
        for match in on(standing, ListCode.SDN)
        for finding in _blocked(match, standing, matter)
    )


@cites("15 CFR 744.8", "15 CFR 732.3(h)")
def other_lists(standing: Standing, matter: Matter) -> tuple[Finding, ...]:
    """A party on any other list stops the order until the agency that keeps the list is asked."""
    through_owners = owners(standing)
    return tuple(
        _agency(match, standing)
        for match in standing.matches
        if match.listing.list in OTHER_LISTS
        and not (match in through_owners and standing.holdings)
        and not (match.listing.list is ListCode.SDN and matter.transaction.ofac_authorization)
    )


def _agency(match: Match, standing: Standing) -> Finding:
    title = title_of(match.listing.list)
    return Finding(
        FindingKind.SCREENING,
        sure(match),
        "15 CFR 744.8; 31 CFR chapter V",
        who(match, standing),
        label=match.listing.list.value,
        general_prohibition=5,
        overcome_by=f"an authorization of who keeps the {title}",
        agency=title,
    )


def _is_sent_to(standing: Standing, matter: Matter) -> bool:
    return is_party(standing) and matter.transaction.activity in SENDING


def _blocked(match: Match, standing: Standing, matter: Matter) -> tuple[Finding, ...]:
    tags = match.listing.programs
    try:
        named = matter.edition.part_744().programs(tags)
        holds, said = sure(match), ", ".join(named)
    except LawNotCovered as gap:
        named, holds, said = tags, Truth.UNKNOWN, str(gap)
    if not named:
        return ()
    question = "Is the party the listed one, and is the transaction authorized by OFAC?"
    missing = MissingFact("ofac_authorization", question, "15 CFR 744.8(b)")
    return (
        Finding(
            FindingKind.REQUIREMENT,
            holds,
            "15 CFR 744.8(b)",
            f"{who(match, standing)}; {said}",
            label="744.8",
            reason="END_USER",
            general_prohibition=5,
            allows_exceptions=frozenset(),
            overcome_by="an OFAC license or general license, else a license from BIS; no exception",
            policy="presumption of denial (744.8(d))",
            missing=(missing,) if holds is Truth.UNKNOWN else (),
        ),
    )

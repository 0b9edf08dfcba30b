"""Lists that the law shelf itself carries, as snapshots that every watch asks."""

from __future__ import annotations

from functools import cache

from navicert.facts.listing import ListedName, Listing, NameKind, PartyType
from navicert.law.edition import standard_law
from navicert.law.tables.published_lists import NamedParty, PublishedList
from navicert.parties.lists.snapshot import Snapshot

UNVERIFIED = "unverified: nobody read the official text for this entry"
_LONGEST_ABBREVIATION = 6


@cache
def law_lists() -> tuple[Snapshot, ...]:
    """Give every list of the shelf, once a process.

    They tell who stood on them on every day since their first, and are as old as the law of this
    edition; a newer edition of the law brings newer ones.
    """
    return tuple(map(_snapshot, _published()))


def codes() -> frozenset[str]:
    """Give the codes of these lists."""
    return frozenset(one.code.value for one in _published())


def files() -> tuple[bytes, ...]:
    """Give the files of these lists, which a record keeps: the next edition has others."""
    return tuple(one.content for one in _published())


def _published() -> tuple[PublishedList, ...]:
    return standard_law().tables.published_lists


def _snapshot(one: PublishedList) -> Snapshot:
    listings = tuple(_listing(party, one) for party in one.parties)
    return Snapshot(
        code=one.code.value,
        title=one.title,
        source=one.source,
        as_of=one.looked_at,
        digest=one.digest,
        listings=listings,
        orders=(),
        counts_by_list=((one.code.value, len(listings)),),
        history_from=min(party.since for party in one.parties),
    )


def _listing(party: NamedParty, one: PublishedList) -> Listing:
    aliases = tuple(ListedName(text, _kind(text)) for text in party.also)
    said = [one.effect, party.scope and f"meant are its {party.scope}"]
    details = [("authority", one.authority), ("scope", party.scope)]
    if not party.verified:
        said.append(UNVERIFIED)
        details.append(("verified", "no"))
    return Listing(
        list=one.code,
        entry=party.name,
        names=(ListedName(party.name), *aliases),
        type=PartyType.ENTITY,
        countries=(party.country,) if party.country else (),
        citations=(party.citation,),
        since=party.since,
        until=party.until,
        remarks="; ".join(filter(None, said)),
        details=tuple(detail for detail in details if detail[1]),
    )


def _kind(alias: str) -> NameKind:
    """Take an abbreviation for a weak alias: many firms are called CEC."""
    short = len(alias) <= _LONGEST_ABBREVIATION and alias.isupper()
    return NameKind.WEAK if short else NameKind.ALIAS

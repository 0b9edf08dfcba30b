"""Cleared pairs: matches that an officer looked at and decided are somebody else."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from hashlib import sha256

import msgspec

from navicert.facts.clearing import Clearing, ClearingScope
from navicert.facts.denial_order import DenialOrder
from navicert.facts.listing import Listing
from navicert.facts.party import Party
from navicert.facts.standing import Capacity, ClearedMatch, Match, OrderMatch
from navicert.terms import partial_date
from navicert.terms.list_code import ListCode

_READ = frozenset({"scope"})
"""What a reader makes of the rest: a better reader does not change what a list says."""


@dataclass(frozen=True, slots=True)
class Clearings:
    """Clearings that hold, by the name that they are of."""

    by_name: Mapping[str, tuple[Clearing, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, all_: Iterable[Clearing]) -> Clearings:
        """Sort clearings by name."""
        found: dict[str, tuple[Clearing, ...]] = {}
        for one in all_:
            found[folded(one.name)] = (*found.get(folded(one.name), ()), one)
        return cls(found)

    def found(self, party: Party, match: Match | OrderMatch, day: date) -> ClearedMatch | None:
        """Give the clearing of a match; None where there is none, or it holds no longer.

        Every name of the party that met the entry must be cleared of it. What a number decides is
        never cleared: the same passport is the same person.
        """
        if not self.by_name or (isinstance(match, Match) and match.is_decided):
            return None
        asked = dict.fromkeys(folded(one.name) for one in match.names) or {folded(match.name): None}
        clearings = [self._of_name(name, party, match, day) for name in asked]
        first = clearings[0]
        return None if first is None or None in clearings else ClearedMatch(match, first)

    def _of_name(
        self, name: str, party: Party, match: Match | OrderMatch, day: date
    ) -> Clearing | None:
        holding = (one for one in self.by_name.get(name, ()) if not one.has_expired_on(day))
        return next((one for one in holding if _is_of(one, party, match)), None)


def folded(name: str) -> str:
    r"""Write a name so that spaces, capitals and the form of its letters make no difference.

    >>> folded("ACME  Works\t"), folded("\uff21cme")
    ('acme works', 'acme')
    """
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def about(party: Party, capacity: Capacity) -> tuple[str, str]:
    """Give the country and the date of birth of who was asked, empty where nothing is known.

    Of an owner, or of whom the party acts for, only the name is.
    """
    if capacity not in {Capacity.ITSELF, Capacity.RELATED_PERSON}:
        return "", ""
    born = partial_date.format(party.birth_date) if party.birth_date else ""
    return party.address.country or "", born


def entry_of(match: Match | OrderMatch) -> tuple[ListCode, str]:
    """Give the list and the number of the entry, or the reference of the denial order."""
    if isinstance(match, OrderMatch):
        return ListCode.DPL, match.order.reference
    return match.listing.list, match.listing.entry


def digest_of(said: Listing | DenialOrder) -> str:
    """Give the SHA-256 of all that a list says in an entry; what it leaves out does not count."""
    told = {
        one.name: getattr(said, one.name)
        for one in fields(said)
        if one.name not in _READ and getattr(said, one.name) != one.default
    }
    return sha256(msgspec.json.encode(told, order="deterministic")).hexdigest()


def why_not(one: Clearing, party: Party, match: Match | OrderMatch, day: date) -> str:
    """Say why a decision that was made of such a match does not clear this one."""
    if one.has_expired_on(day):
        return f"its last day, {one.until}, has passed"
    if isinstance(match, Match) and match.is_decided:
        return "a number is the same, which decides whatever the names are"
    country, born = about(party, match.capacity)
    if one.scope is not ClearingScope.NAME and one.country != country:
        return f"it is of a party in {one.country or 'no stated country'}"
    if one.scope is ClearingScope.PARTY and one.birth_date != born:
        return f"it is of a party born on {one.birth_date or 'no stated day'}"
    if not _is_of(one, party, match):
        return "the list says something else in the entry now"
    return "another name of the party meets the entry too"


def _is_of(one: Clearing, party: Party, match: Match | OrderMatch) -> bool:
    country, born = about(party, match.capacity)
    if one.scope is not ClearingScope.NAME and one.country != country:
        return False
    if one.scope is ClearingScope.PARTY and one.birth_date != born:
        return False
    code, entry = entry_of(match)
    same = [each for each in one.entries if (each.list, each.entry) == (code, entry)]
    if not same:
        return False
    said = match.order if isinstance(match, OrderMatch) else match.listing
    return digest_of(said) in {each.digest for each in same}

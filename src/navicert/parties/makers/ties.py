"""Which named companies stand behind the maker of a thing, by its name, its brand, its owners.

The same name is sure, a near one a doubt. So is a maker that bears a named company's name and is
not it: subsidiaries and affiliates count, and no list names them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from navicert.facts.equipment import Maker, Relation, Tie
from navicert.facts.listing import Listing
from navicert.facts.party import Party
from navicert.facts.standing import Strength
from navicert.parties.makers.brands import Brand, brand_of
from navicert.parties.makers.holdings import Holdings
from navicert.parties.standing import standing_of
from navicert.parties.watch import Watch
from navicert.terms.truth import Truth

_SHORTEST = 3
"""Letters that a word must have to be a company's name by itself."""


Found = tuple[tuple[Listing, bool, str], ...]
"""Listings that a name met: whether it is the same, and how they met."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Above which share a company is a subsidiary, and may be an affiliate."""

    subsidiary_above: Decimal
    affiliate_above: Decimal


@dataclass(frozen=True, slots=True)
class Makers:
    """Asks who is behind a maker: lists of named companies, stakes, and the day to ask.

    ``known`` remembers what names met: owners come again and again.
    """

    watch: Watch
    day: date
    holdings: Holdings
    thresholds: Thresholds
    known: dict[str, Found] = field(default_factory=dict)

    def maker(self, manufacturer: str | None, brand: str | None) -> Maker:
        """Give what ties a manufacturer and a brand to named companies, each company once."""
        ties: dict[tuple[str, str], Tie] = {}
        known = manufacturer is not None
        for tie in self._all(manufacturer, brand):
            key = (tie.list.value, tie.listed)
            if key not in ties or _graver(tie, ties[key]):
                ties[key] = tie
        return Maker(known or bool(ties), tuple(ties.values()))

    def _all(self, manufacturer: str | None, brand: str | None) -> Iterator[Tie]:
        if manufacturer is not None:
            yield from self._named(manufacturer)
            yield from self._owned(manufacturer)
        if brand is not None:
            yield from self._branded(brand, sure=manufacturer is None)

    def _named(self, name: str) -> Iterator[Tie]:
        met = self._met(name)
        for listing, same, how in met:
            question = "" if same else f"Is {name!r} {listing.name}, or its subsidiary? Say why."
            holds = Truth.YES if same else Truth.UNKNOWN
            yield Tie(listing.list, listing.entry, Relation.ITSELF, holds, how, question)
        found = {(listing.list, listing.entry) for listing, _, _ in met}
        for listing, word in self._bearing(name):
            if (listing.list, listing.entry) not in found:
                how = f"{name!r} bears the name {word!r} of {listing.name}"
                question = f"Is {name!r} a subsidiary or affiliate of {listing.name}?"
                yield _doubt(listing, Relation.BEARS_ITS_NAME, how, question)

    def _branded(self, brand: str, *, sure: bool) -> Iterator[Tie]:
        """Give what a brand tells: who made it where nobody is named, else a doubt."""
        known = brand_of(brand)
        for listing, same, how in self._met(known.maker if known else brand):
            told = _told(brand, known) if known else f"by its brand: {how}"
            holds = sure and same and (known is None or known.sure)
            question = f"Who made what is sold as {brand!r}: {listing.name}, or its subsidiary?"
            yield Tie(
                listing.list,
                listing.entry,
                Relation.BRAND,
                Truth.YES if holds else Truth.UNKNOWN,
                told,
                "" if holds else question,
            )

    def _owned(self, name: str) -> Iterator[Tie]:
        for owner in self.holdings.owners(name):
            for listing, same, _ in self._met(owner):
                yield from self._share(name, owner, (listing, same))

    def _share(self, name: str, owner: str, met: tuple[Listing, bool]) -> Iterator[Tie]:
        listing, same = met
        limit = self.thresholds
        least, most = self.holdings.share(name, owner, limit.subsidiary_above)
        if least > limit.subsidiary_above and same:
            how = f"{owner} holds {_percent(least)} of {name}, so it is its subsidiary"
            yield Tie(listing.list, listing.entry, Relation.SUBSIDIARY, Truth.YES, how)
        elif most > limit.affiliate_above:
            held = _percent(least) if least == most else f"{_percent(least)} to {_percent(most)}"
            how = f"{owner} holds {held} of {name}"
            question = f"Is {name!r} a subsidiary or affiliate of {listing.name}? {how}."
            yield _doubt(listing, Relation.AFFILIATE, how, question)

    def _met(self, name: str) -> Found:
        if name not in self.known:
            matches = standing_of(Party(name, ()), self.watch, self.day).matches
            self.known[name] = tuple(
                (m.listing, m.strength is Strength.SAME, m.how) for m in matches
            )
        return self.known[name]

    def _bearing(self, name: str) -> Iterator[tuple[Listing, str]]:
        words = frozenset(_words(name))
        seen: set[int] = set()
        for subject in self.watch.subjects:
            own = _words(subject.text)
            listing = subject.said
            if len(own) != 1 or len(own[0]) < _SHORTEST or subject.entry in seen:
                continue
            if own[0] in words and isinstance(listing, Listing):
                seen.add(subject.entry)
                yield listing, own[0]


def _graver(tie: Tie, other: Tie) -> bool:
    return tie.holds is Truth.YES and other.holds is not Truth.YES


def _doubt(listing: Listing, relation: Relation, how: str, question: str) -> Tie:
    return Tie(listing.list, listing.entry, relation, Truth.UNKNOWN, how, question)


def _told(brand: str, known: Brand) -> str:
    return f"{brand!r} is a brand of {known.maker} ({known.source})"


def _percent(share: Decimal) -> str:
    return f"{share.normalize():f}%"


def _words(text: str) -> tuple[str, ...]:
    """Give the words of a name, for comparing single ones.

    >>> _words("ZTE (USA) Inc.")
    ('zte', 'usa', 'inc')
    """
    spaced = "".join(one if one.isalnum() else " " for one in text.casefold())
    return tuple(spaced.split())

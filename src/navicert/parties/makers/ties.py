"""Which named companies stand behind the maker of a thing, by its name, its brand, its owners.

The same name, legal forms aside, is sure, a near one a doubt; so with names that a table tells of.
So is a maker that bears a named company's name and is not it: subsidiaries and affiliates count,
and no list names them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from navicert.facts.equipment import Maker, Relation, Tie
from navicert.facts.listing import Listing
from navicert.facts.party import Party
from navicert.facts.standing import Strength
from navicert.parties.makers.brands import Borne, borne_by, words
from navicert.parties.makers.holdings import Holdings
from navicert.parties.ownership.register import bare
from navicert.parties.screening.compare import is_typo
from navicert.parties.standing import standing_of
from navicert.parties.watch import Watch
from navicert.terms.truth import Truth

_SHORTEST = 3
"""Letters that a word must have to be a company's name by itself."""
_MOST_WORDS = 32
"""Words of a name that are looked at; no company has more."""
_LEAST = 0.1
"""Score from which a near name is a doubt: lists are short, and 'Hauwei' scores 0.35."""
_QUESTIONS: Mapping[Relation, str] = {
    Relation.ITSELF: "Is {name} {company}, or its subsidiary? Say why.",
    Relation.BRAND: "Who made what is sold as {name}: {company}, or its subsidiary?",
    Relation.AFFILIATE: "Is {name} a subsidiary or affiliate of {company}?",
}

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
        """Give what ties a manufacturer and a brand to named companies, each company once.

        A brand that leaves open who made a thing leaves it open beside any manufacturer as well:
        who names one more never loosens what the brand alone says.
        """
        made = () if manufacturer is None else tuple(self._all(manufacturer))
        sold = () if brand is None else tuple(self._named(brand, Relation.BRAND))
        ties: dict[tuple[str, str], Tie] = {}
        for tie in (*made, *sold):
            key = (tie.list.value, tie.listed)
            if key not in ties or _graver(tie, ties[key]):
                ties[key] = tie
        told = any(tie.holds is Truth.YES for tie in sold)
        known = told or (manufacturer is not None and not sold)
        return Maker(known, tuple(ties.values()))

    def _all(self, manufacturer: str) -> Iterator[Tie]:
        yield from self._named(manufacturer, Relation.ITSELF)
        yield from self._owned(manufacturer)

    def _named(self, name: str, relation: Relation) -> Iterator[Tie]:
        by = "by its brand: " if relation is Relation.BRAND else ""
        yield from self._known(name, relation)
        yield from self._bearing(name, near=False)
        for listing, same, how in self._met(name):
            question = "" if same else _asked(relation, name, listing)
            yield _tie(listing, relation, f"{by}{how}", question)
        yield from self._bearing(name, near=True)

    def _known(self, name: str, relation: Relation) -> Iterator[Tie]:
        """Give what the tables of brands and companies tell of a name, or of a part of it."""
        for borne in borne_by(name):
            brand = borne.brand
            as_ = Relation.BRAND if relation is Relation.BRAND else brand.relation
            how = f"{_bears(name, borne)} {brand.said} ({brand.source})"
            for listing, same, _ in self._met(brand.maker):
                sure = same and borne.whole and brand.sure
                yield _tie(listing, as_, how, "" if sure else _asked(as_, name, listing))

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
            yield _tie(listing, Relation.SUBSIDIARY, how, "")
        elif most > limit.affiliate_above:
            held = _percent(least) if least == most else f"{_percent(least)} to {_percent(most)}"
            how = f"{owner} holds {held} of {name}"
            question = f"Is {name!r} a subsidiary or affiliate of {listing.name}? {how}."
            yield Tie(listing.list, listing.entry, Relation.AFFILIATE, Truth.UNKNOWN, how, question)

    def _met(self, name: str) -> Found:
        if name not in self.known:
            matches = standing_of(Party(name, ()), self.watch, self.day, _LEAST).matches
            own = bare(name)
            self.known[name] = tuple(
                (m.listing, m.strength is Strength.SAME or own == bare(m.listed_name), m.how)
                for m in matches
            )
        return self.known[name]

    def _bearing(self, name: str, *, near: bool) -> Iterator[Tie]:
        """Give the companies whose one word is a word of a name, or a word with a letter off."""
        borne = dict.fromkeys(words(name)[:_MOST_WORDS])
        for subject in self.watch.subjects:
            own, listing = words(subject.text), subject.said
            if len(own) != 1 or len(own[0]) < _SHORTEST or not isinstance(listing, Listing):
                continue
            if any(is_typo(one, own[0]) for one in borne) if near else own[0] in borne:
                nearly = "nearly " if near else ""
                how = f"{name!r} {nearly}bears the name {own[0]!r} of {listing.name}"
                question = _asked(Relation.BEARS_ITS_NAME, name, listing)
                yield _tie(listing, Relation.BEARS_ITS_NAME, how, question)


def _graver(tie: Tie, other: Tie) -> bool:
    return tie.holds is Truth.YES and other.holds is not Truth.YES


def _tie(listing: Listing, relation: Relation, how: str, question: str) -> Tie:
    """Give a tie: sure where nothing is to be asked."""
    holds = Truth.UNKNOWN if question else Truth.YES
    return Tie(listing.list, listing.entry, relation, holds, how, question)


def _asked(relation: Relation, name: str, listing: Listing) -> str:
    question = _QUESTIONS.get(relation, _QUESTIONS[Relation.AFFILIATE])
    return question.format(name=repr(name), company=listing.name)


def _bears(name: str, borne: Borne) -> str:
    if borne.whole:
        return f"{name!r} is"
    near = "nearly " if borne.near else ""
    return f"{name!r} {near}bears the name {borne.brand.brand!r},"


def _percent(share: Decimal) -> str:
    return f"{share.normalize():f}%"

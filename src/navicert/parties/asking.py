"""Asking a watch: every name of a party that meets a list, and every number that stands on one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from navicert.facts.denial_order import DenialOrder, OrderState
from navicert.facts.listing import Listing, PartyType
from navicert.facts.party import Party
from navicert.facts.standing import Capacity, Strength
from navicert.parties.screening import explain
from navicert.parties.screening.evidence import evidence, identifiers
from navicert.parties.screening.navicert_1.card import alert
from navicert.parties.screening.navicert_1.features import features
from navicert.parties.screening.navicert_1.meeting import Meeting, meeting
from navicert.parties.screening.navicert_1.pair import aligned
from navicert.parties.screening.navicert_1.reading import Reading, read, readings
from navicert.parties.screening.navicert_1.words import known
from navicert.parties.watch import Subject, Watch

KEPT = 1 << 12
"""How many names are remembered as they were read: forwarders come again and again."""

_IN_FORCE = frozenset({OrderState.ACTIVE, OrderState.SUSPENDED})
"""A suspended sanction is a state, not an absence: it is reported, and a rule says what follows."""

_BY_NUMBER = "a number of its own, whatever the names are"
_NOTHING = Meeting(Strength.NEAR, 0.0, _BY_NUMBER, ())


@dataclass(frozen=True, slots=True)
class Asked:
    """One name that is asked, for whom it stands, and how it may be read, likeliest first."""

    capacity: Capacity
    text: str
    readings: tuple[Reading, ...]

    @property
    def says_something(self) -> bool:
        """Whether it has a word to compare that is no legal form: "Limited" names nobody."""
        return not known().forms.issuperset(self.readings[0].words)


@dataclass(frozen=True, slots=True)
class Asking:
    """A watch that is asked as of a day for names that score at least ``least``.

    ``at_address`` asks besides who is listed at the party's address, under whatever name.
    """

    watch: Watch
    day: date
    least: float
    at_address: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A listed name that an asked name met; or that has the party's number, ``by_number``."""

    capacity: Capacity
    asked: str
    subject: Subject
    result: Meeting
    by_number: bool = False


def names_of(party: Party) -> tuple[Asked, ...]:
    """Give every name to ask: its own, those it acts for, those who own it, and its address."""
    return tuple(Asked(capacity, text, _read(text)) for capacity, text in _texts(party))


@lru_cache(maxsize=KEPT)
def _read(text: str) -> tuple[Reading, ...]:
    return readings(text)


def _texts(party: Party) -> Iterator[tuple[Capacity, str]]:
    for text in (party.name, *party.aliases):
        yield Capacity.ITSELF, text
    for text in party.on_behalf_of:
        yield Capacity.ON_BEHALF_OF, text
    for text in party.owned_by:
        yield Capacity.OWNED_BY, text
    if any(map(str.isalnum, party.address.text)):
        yield Capacity.AT_ADDRESS, party.address.text


def hits(party: Party, names: tuple[Asked, ...], asking: Asking) -> Iterator[Hit]:
    """Give what every name meets; then the listings that only a number of the party leads to."""
    met: set[int] = set()
    for asked in names:
        for hit in _by_name(asked, asking):
            if hit.capacity in _FOUND_ALREADY:
                met.add(hit.subject.entry)
            yield hit
    if party.identifiers:
        yield from _by_number(party, asking, met)
    if asking.at_address:
        yield from _at_address(party, asking, met)


_FOUND_ALREADY = frozenset({Capacity.ITSELF, Capacity.AT_ADDRESS})


def _by_name(asked: Asked, asking: Asking) -> Iterator[Hit]:
    if not asked.readings[0].words:
        return
    for position, score, met, _ in asking.watch.segments.search_all(asked.readings, asking.least):
        subject = asking.watch.subjects[position]
        if asked.capacity is Capacity.AT_ADDRESS and not subject.is_address:
            continue
        if _in_force(subject.said, asking.day):
            result = meeting(asked.text, subject.text, met, score)
            yield Hit(asked.capacity, asked.text, subject, explain.weighed(result, subject.kind))


def _by_number(party: Party, asking: Asking, met: set[int]) -> Iterator[Hit]:
    """Give listings that no name led to; a number of a kind that many share leads nowhere.

    One that another country issued does: who wrote the country down may have been wrong.
    """
    enough = evidence.points_of("identifier", "other_country")
    for place in asking.watch.numbers.places(party.identifiers):
        subject = asking.watch.subjects[place]
        said = subject.said
        if subject.entry in met or not isinstance(said, Listing) or not said.holds_on(asking.day):
            continue
        if any(one.points >= enough for one in identifiers.weigh(party, said)):
            met.add(subject.entry)
            yield Hit(
                Capacity.ITSELF, party.name, subject, _compared(party, subject), by_number=True
            )


def _at_address(party: Party, asking: Asking, met: set[int]) -> Iterator[Hit]:
    """Give listings that no name led to, at the address of the party."""
    for place, listed, sure in asking.watch.neighbors.at(party.address):
        subject, score = asking.watch.subjects[place], round(sure * _WORTH, 4)
        if subject.entry in met or score < asking.least or not _in_force(subject.said, asking.day):
            continue
        how = f"listed at {listed.text!r}; the names were not compared"
        result = Meeting(Strength.NEAR, score, how, ())
        yield Hit(Capacity.AT_ADDRESS, party.address.text, subject, result)


_WORTH = 0.6
"""What the very same place is worth as a score: reason to look, and no more."""


def _compared(party: Party, subject: Subject) -> Meeting:
    """Score the names all the same, so that a reader sees how unlike they are."""
    asked, listed = read(party.name), read(subject.text)
    if not asked.words or not listed.words:
        return _NOTHING
    said = subject.said
    of_person = isinstance(said, Listing) and said.type is PartyType.PERSON
    found = aligned(asked, listed, of_person=of_person)
    score = alert().score(features(found, of_person=of_person))
    words = meeting(party.name, subject.text, found, score).words
    return Meeting(Strength.NEAR, score, _BY_NUMBER, words)


def _in_force(said: Listing | DenialOrder, day: date) -> bool:
    if isinstance(said, Listing):
        return said.holds_on(day)
    return said.state_on(day) in _IN_FORCE

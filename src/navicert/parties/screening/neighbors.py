"""Who is listed at an address: whatever a party is called, its address may stand on a list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from anyascii import anyascii

from navicert.facts.listing import Listing
from navicert.facts.party import Address
from navicert.parties.screening.evidence.addresses import same_place
from navicert.parties.screening.numbers import Said

LEAST_SURE = 0.5
"""How surely two addresses are one place, from 0 to 1: the same building, whatever the unit."""

_WORD = re.compile(r"[a-z0-9]+")
_LONGEST = 600
_MOST_SHARED = 400
"""Addresses that share a word; one that more of them have is a city's, or a kind of street."""
_LEAST_SHARED = 2
_RARE = 20
"""Addresses of a word that counts twice."""
_MOST_COMPARED = 50
_LEAST_WRITTEN = 5
"""Words of an address that is told by its words alone; fewer may be a city or a province."""


class Neighbor(NamedTuple):
    """A listing by its place among the subjects, its address, and how surely it is the same."""

    place: int
    address: Address
    sure: float


class Neighbors:
    """The addresses of listed parties; looked through when one is first asked for."""

    def __init__(self, subjects: Sequence[Said]) -> None:
        self._subjects = subjects

    def at(self, asked: Address) -> tuple[Neighbor, ...]:
        """Give the listings with this address, one each, the surest first."""
        best: dict[int, Neighbor] = {}
        for place, listed in self._candidates(asked):
            sure = 1.0 if _is_written_alike(asked, listed) else same_place(asked, listed)
            if sure >= LEAST_SURE and (place not in best or best[place].sure < sure):
                best[place] = Neighbor(place, listed, sure)
        return tuple(sorted(best.values(), key=lambda one: (-one.sure, one.place)))

    def _candidates(self, asked: Address) -> Iterator[tuple[int, Address]]:
        """Give listed addresses that share two words or numbers, or a rare one; the most first."""
        shared = Counter[int]()
        for word in _words(asked):
            found = self._by_word.get(word, ())
            if len(found) <= _MOST_SHARED:
                shared.update(found)
            if len(found) <= _RARE:
                shared.update(found)
        likely = [(-count, number) for number, count in shared.items() if count >= _LEAST_SHARED]
        for _, number in sorted(likely)[:_MOST_COMPARED]:
            yield self._addresses[number]

    @cached_property
    def _addresses(self) -> Sequence[tuple[int, Address]]:
        """Every address of a listing, with the place of the listing's first name."""
        seen, found = set[int](), list[tuple[int, Address]]()
        for place, subject in enumerate(self._subjects):
            said = subject.said
            if isinstance(said, Listing) and id(said) not in seen:
                seen.add(id(said))
                found += [(place, address) for address in said.addresses]
        return found

    @cached_property
    def _by_word(self) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number, (_, address) in enumerate(self._addresses):
            for word in _words(address):
                found.setdefault(word, []).append(number)
        return found


def _is_written_alike(one: Address, other: Address) -> bool:
    """Tell whether two addresses have the same words, where their parts cannot be told apart."""
    words = frozenset(_words(one))
    return len(words) >= _LEAST_WRITTEN and words == frozenset(_words(other))


def _words(address: Address) -> Sequence[str]:
    told = f"{address.text} {address.street} {address.city}"[:_LONGEST]
    return tuple(dict.fromkeys(_WORD.findall(anyascii(told).lower())))

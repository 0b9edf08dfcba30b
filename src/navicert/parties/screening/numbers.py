"""Where each number stands on the lists: the same strong number is found whatever the names are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Protocol

from navicert.facts.denial_order import DenialOrder
from navicert.facts.identifier import Identifier
from navicert.facts.listing import Listing
from navicert.parties.screening.evidence import marks
from navicert.terms.identifier_kind import STRONG, IdentifierKind

_LOOKED_UP = STRONG | {IdentifierKind.OTHER}


class Said(Protocol):
    """A name on a list, with what was said of whom it names."""

    @property
    def said(self) -> Listing | DenialOrder:
        """The entry that the name stands in."""
        ...


class Numbers:
    """Numbers of listed parties; looked through when one is first asked for, since few are."""

    def __init__(self, subjects: Sequence[Said]) -> None:
        self._subjects = subjects

    def places(self, asked: Iterable[Identifier]) -> tuple[int, ...]:
        """Give the subjects, one a listing, whose listing has one of these numbers."""
        keys = dict.fromkeys(key for one in asked for key in _key(one))
        found = (place for key in keys for place in self._by_number.get(key, ()))
        return tuple(dict.fromkeys(found))

    @cached_property
    def _by_number(self) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = {}
        before: Listing | DenialOrder | None = None
        for place, subject in enumerate(self._subjects):
            said = subject.said
            if said is before or not isinstance(said, Listing):
                continue
            before = said
            for key in dict.fromkeys(key for one in said.identifiers for key in _key(one)):
                found.setdefault(key, []).append(place)
        return found


def _key(one: Identifier) -> Iterator[str]:
    if one.kind in _LOOKED_UP and (key := marks.key_of(one)) and not marks.is_empty(key):
        yield key

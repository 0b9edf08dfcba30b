"""Which entry of one snapshot is the same entry in another: each has at most one counterpart.

An authority's own number decides where both sides have it: it stays when a name changes, and two
numbers are two parties whatever their names. The id of a row is weaker, since some sources count
their rows or digest their content anew; it joins two entries only when they share a name. What is
left is joined by names: first all of them the same, then the first name, then any that is not weak.
Entries are joined only within one list.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from navicert.facts.listing import Listing, NameKind

NUMBER = "entity_number"
"""The column in which the Consolidated Screening List repeats the authority's own number."""

_MOST_TRIED = 50
"""Entries of one key that are looked at, so that a file of one name only costs no more."""


def pairs(before: Sequence[Listing], after: Sequence[Listing]) -> tuple[tuple[int, int], ...]:
    """Give the positions of the entries that are the same, by the position in ``after``.

    >>> from navicert.facts.listing import ListedName
    >>> from navicert.terms.list_code import ListCode
    >>> old = [Listing(ListCode.EL, "1", (ListedName("Acme"),))]
    >>> new = [
    ...     Listing(ListCode.EL, "1", (ListedName("Bolt"),)),
    ...     Listing(ListCode.EL, "2", (ListedName("ACME"),)),
    ... ]
    >>> pairs(old, new)
    ((0, 1),)
    """
    pairing = _Pairing(tuple(map(_entry, before)), tuple(map(_entry, after)))
    for keys in (_same, _numbers, _ids_with_names, _all_names, _first_name, _any_name):
        pairing.join(keys)
    return tuple(sorted(pairing.found, key=lambda pair: pair[1]))


@dataclass(frozen=True, slots=True)
class _Entry:
    """What an entry is told by; ``names`` has no weak aliases but where there is nothing else."""

    said: Listing
    number: str
    names: tuple[str, ...]


class _Pairing:
    """Pairs found so far; every pass joins what those before it left over."""

    def __init__(self, before: tuple[_Entry, ...], after: tuple[_Entry, ...]) -> None:
        self.found: list[tuple[int, int]] = []
        self._before, self._after = before, after
        self._left = dict.fromkeys(range(len(before)))
        self._open = dict.fromkeys(range(len(after)))

    def join(self, keys: Callable[[_Entry], Iterable[Hashable]]) -> None:
        """Join entries that share a key, in the order in which they stand."""
        held: defaultdict[Hashable, deque[int]] = defaultdict(deque)
        for position in self._left:
            for key in keys(self._before[position]):
                held[self._before[position].said.list, key].append(position)
        for position in tuple(self._open):
            entry = self._after[position]
            own = ((entry.said.list, key) for key in keys(entry))
            other = next(self._counterparts(entry, own, held), None)
            if other is not None:
                del self._left[other], self._open[position]
                self.found.append((other, position))

    def _counterparts(
        self, entry: _Entry, keys: Iterable[Hashable], held: Mapping[Hashable, deque[int]]
    ) -> Iterator[int]:
        for key in keys:
            candidates = held.get(key, deque())
            while candidates and candidates[0] not in self._left:
                candidates.popleft()
            for other in islice(candidates, _MOST_TRIED):
                if other in self._left and not _are_two(self._before[other], entry):
                    yield other


def _entry(said: Listing) -> _Entry:
    strong = [name.text for name in said.names if name.kind is not NameKind.WEAK]
    names = map(_plain, strong or [name.text for name in said.names])
    return _Entry(said, dict(said.details).get(NUMBER, ""), tuple(dict.fromkeys(names)))


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(filter(str.isalnum, folded)) or folded


def _are_two(one: _Entry, other: _Entry) -> bool:
    return bool(one.number and other.number) and one.number != other.number


def _same(entry: _Entry) -> Iterable[Hashable]:
    yield replace(entry.said, entry="")


def _numbers(entry: _Entry) -> Iterable[Hashable]:
    if entry.number:
        yield entry.number


def _ids_with_names(entry: _Entry) -> Iterable[Hashable]:
    ids = dict.fromkeys(filter(None, (entry.number, entry.said.entry)))
    return ((one, name) for one in ids for name in entry.names)


def _all_names(entry: _Entry) -> Iterable[Hashable]:
    yield tuple(sorted(entry.names))


def _first_name(entry: _Entry) -> Iterable[Hashable]:
    return entry.names[:1]


def _any_name(entry: _Entry) -> Iterable[Hashable]:
    return entry.names

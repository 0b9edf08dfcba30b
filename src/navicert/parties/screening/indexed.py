"""The names of a list, indexed: in one piece, or as an older list and what a newer one changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from navicert.parties.screening.navicert_1.index.build import build
from navicert.parties.screening.navicert_1.index.search import NameIndex


@dataclass(frozen=True, slots=True)
class Indexed:
    """The indexes of a list's names, one after the other.

    ``places`` gives for each name of the indexes its place among the list's names, going up within
    an index, and any place for one that is gone; empty where the only index has the names in their
    order. ``gone`` has for each index the numbers of its names that count no longer.
    """

    indexes: tuple[NameIndex, ...]
    places: Sequence[int] = ()
    gone: tuple[frozenset[int], ...] = ()

    def __len__(self) -> int:
        """Count the names of all indexes, those that are gone too."""
        return sum(map(len, self.indexes))


class Change(NamedTuple):
    """What a newer list changed; ``kept`` goes up, as long as the list is.

    ``kept`` gives for each earlier name its place now, -1 where it is gone; ``added`` are the
    places of those that are new.
    """

    kept: tuple[int, ...]
    added: tuple[int, ...]


def change(before: Sequence[str], now: Sequence[str]) -> Change:
    """Hold the names of two lists against each other, in their order.

    A name that moved to another place is gone there and added here.

    >>> change(["Atlas", "Boreas", "Ceres"], ["Aeolus", "Atlas", "Ceres", "Atlas"])
    Change(kept=(1, -1, 2), added=(0, 3))
    """
    behind = Counter(before)
    kept, added, place = list[int](), list[int](), 0
    for name in before:
        behind[name] -= 1
        while place < len(now) and now[place] != name and not behind[now[place]]:
            added.append(place)
            place += 1
        if place < len(now) and now[place] == name:
            kept.append(place)
            place += 1
        else:
            kept.append(-1)
    return Change(tuple(kept), (*added, *range(place, len(now))))


def updated(base: NameIndex, told: Change, added: NameIndex) -> Indexed:
    """Put an index and that of the names which were added side by side."""
    gone = frozenset(number for number, place in enumerate(told.kept) if place < 0)
    places = (*(max(place, 0) for place in told.kept), *told.added)
    return Indexed((base, added), places, (gone, frozenset()))


def whole(names: Sequence[str]) -> Indexed:
    """Index names here and now."""
    return Indexed((NameIndex(build(names)),))

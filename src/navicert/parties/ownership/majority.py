"""Which entities are bound through ownership: a fixed point over direct shares.

An entity is bound when bound owners together hold the majority of it. A share counts whole once
its holder is bound, and not at all before: 50 percent of 50 percent binds, 25 of 50 does not.
Sources: OFAC guidance of 13 August 2014, FAQs 398 to 402; 15 CFR 744.11(a)(1).
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from navicert.facts.ownership import Stake

ALL = Decimal(100)


@dataclass(frozen=True, slots=True)
class Shares:
    """What bound owners hold of each entity that they hold anything of, by the key of its name."""

    held: Mapping[str, Decimal]
    bound: frozenset[str]

    def of(self, name: str) -> Decimal:
        """Give the share in percent; nothing for who is not owned by them."""
        return self.held.get(key(name), Decimal(0))


def key(name: str) -> str:
    """Give the form in which names of owners are compared: case and punctuation do not count.

    >>> key("Mizar Optics, Ltd.") == key("MIZAR OPTICS LTD")
    True
    """
    words = "".join(one if one.isalnum() else " " for one in name.casefold()).split()
    return " ".join(words) or name


def certain(stakes: Iterable[Stake], listed: Iterable[str], majority: Decimal) -> Shares:
    """Count the shares that are known; a share that is not counts as nothing."""
    return _shares(stakes, listed, majority, Decimal(0))


def possible(stakes: Iterable[Stake], listed: Iterable[str], majority: Decimal) -> Shares:
    """Count a share that nobody knows as all that the known ones leave."""
    return _shares(stakes, listed, majority, ALL)


def _shares(
    stakes: Iterable[Stake], listed: Iterable[str], majority: Decimal, unknown: Decimal
) -> Shares:
    below: dict[str, list[tuple[str, Decimal]]] = defaultdict(list)
    for stake in stakes:
        percent = unknown if stake.percent is None else stake.percent
        below[key(stake.owner)].append((key(stake.owned), percent))
    bound = set(map(key, listed))
    held: dict[str, Decimal] = defaultdict(Decimal)
    waiting = deque(sorted(bound))
    while waiting:
        for owned, percent in below.get(waiting.popleft(), ()):
            held[owned] = min(held[owned] + percent, ALL)
            if held[owned] >= majority and owned not in bound:
                bound.add(owned)
                waiting.append(owned)
    return Shares(dict(held), frozenset(bound))

"""What the makers of an inventory have to do with named companies through ownership."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from navicert.facts.ownership import Stake, key
from navicert.parties.ownership.majority import certain, possible

_A_LITTLE = Decimal("1E-9")
"""More than half is half and a little; shares have fewer figures."""


class Holdings(Protocol):
    """Whoever can tell what stands above a company, and how much named owners hold of it."""

    def owners(self, company: str) -> tuple[str, ...]:
        """Give every direct and indirect owner, nearest first."""

    def share(self, company: str, owner: str, above: Decimal) -> tuple[Decimal, Decimal]:
        """Give what an owner holds at least, and at most, in percent.

        What a company holds of which the owner has more than ``above`` counts as the owner's.
        """


@dataclass(frozen=True, slots=True)
class StatedStakes:
    """Holdings by a table of stakes, by the key of whom they are of.

    Shares count whole once their holder is held by more than the majority. Only the stakes above a
    company can bear on it, so that each question looks at these alone.
    """

    above: Mapping[str, tuple[Stake, ...]]

    @classmethod
    def of(cls, stakes: Iterable[Stake] = ()) -> StatedStakes:
        """Put stakes in order of whom they are of."""
        found: defaultdict[str, list[Stake]] = defaultdict(list)
        for stake in stakes:
            found[key(stake.owned)].append(stake)
        return cls({owned: tuple(of_it) for owned, of_it in found.items()})

    def owners(self, company: str) -> tuple[str, ...]:
        """Give every direct and indirect owner, nearest first; a circle ends by itself."""
        own = key(company)
        names = {key(one.owner): one.owner for one in reversed(self._bearing_on(company))}
        order = dict.fromkeys(key(one.owner) for one in self._bearing_on(company))
        return tuple(names[owner] for owner in order if owner != own)

    def share(self, company: str, owner: str, above: Decimal) -> tuple[Decimal, Decimal]:
        """Give what an owner holds at least, and at most."""
        stakes, majority = self._bearing_on(company), above + _A_LITTLE
        return (
            certain(stakes, (owner,), majority).of(company),
            possible(stakes, (owner,), majority).of(company),
        )

    def _bearing_on(self, company: str) -> tuple[Stake, ...]:
        """Give the stakes of a company, of its owners and of theirs."""
        found: list[Stake] = []
        waiting, seen = deque([key(company)]), {key(company)}
        while waiting:
            for stake in self.above.get(waiting.popleft(), ()):
                found.append(stake)
                if key(stake.owner) not in seen:
                    seen.add(key(stake.owner))
                    waiting.append(key(stake.owner))
        return tuple(found)

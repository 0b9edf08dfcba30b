"""What the makers of an inventory have to do with named companies through ownership."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from navicert.facts.ownership import Stake
from navicert.parties.ownership.majority import certain, possible
from navicert.parties.ownership.owners import owners_of

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
    """Holdings by a table of stakes; shares count whole once their holder is held by more."""

    stakes: tuple[Stake, ...] = ()

    def owners(self, company: str) -> tuple[str, ...]:
        """Give every direct and indirect owner, nearest first."""
        return owners_of(company, self.stakes)

    def share(self, company: str, owner: str, above: Decimal) -> tuple[Decimal, Decimal]:
        """Give what an owner holds at least, and at most."""
        majority, named = above + _A_LITTLE, (owner,)
        return (
            certain(self.stakes, named, majority).of(company),
            possible(self.stakes, named, majority).of(company),
        )

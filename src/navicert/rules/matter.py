"""The matter: one line of a transaction with its entry, under the law of the day."""

from __future__ import annotations

from dataclasses import dataclass

from navicert.facts.destination import Destination
from navicert.facts.item import Item
from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition
from navicert.law.tables.control_list import Entry
from navicert.rules.worth import Worth


@dataclass(frozen=True, slots=True)
class Matter:
    """What the rules on controls look at; ``entry`` is None for EAR99 and what is not listed."""

    transaction: Transaction
    item: Item
    entry: Entry | None
    edition: Edition
    worth: tuple[Worth, ...] | None = None

    @property
    def destination(self) -> Destination:
        """The destination of the transaction."""
        return self.transaction.destination

    @property
    def is_authorized_elsewhere(self) -> bool:
        """Whether OFAC authorized it, which the EAR then take for their own (746.7(a)(2))."""
        country = self.edition.country_of(self.destination.country)
        governed = self.edition.agency_prohibitions_on(country)
        return bool(governed) and bool(self.transaction.ofac_authorization)

"""The matter: one line of a transaction with its entry, under the law of the day."""

from __future__ import annotations

import msgspec

from navicert.facts.destination import Destination
from navicert.facts.item import Item
from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition
from navicert.law.tables.control_list import Entry
from navicert.rules.described import Described, as_described
from navicert.rules.worth import Worth
from navicert.terms.party_role import PartyRole

RECIPIENTS = frozenset({PartyRole.ULTIMATE_CONSIGNEE, PartyRole.END_USER})
"""Those for whom an approval counts: not the exporter, not who carries the goods."""


class Matter(msgspec.Struct, frozen=True, eq=False):
    """What the rules on controls look at; ``entry`` is None for EAR99 and what is not listed.

    ``known`` is ``described``, where it was looked up before.
    """

    transaction: Transaction
    item: Item
    entry: Entry | None
    edition: Edition
    worth: tuple[Worth, ...] | None = None
    known: Described | None = None

    @property
    def described(self) -> Described:
        """What holds of all items described as this one is."""
        return self.known or as_described(self.item, self.entry, self.edition)

    @property
    def destination(self) -> Destination:
        """The destination of the transaction."""
        return self.transaction.destination

    @property
    def deal(self) -> tuple[Transaction, Item, Edition]:
        """The transaction, its item and the law: for rules that need no entry."""
        return self.transaction, self.item, self.edition

    @property
    def is_authorized_elsewhere(self) -> bool:
        """Whether OFAC authorized it, which the EAR then take for their own (746.7(a)(2)).

        A release of technology to a national is no export that OFAC authorizes.
        """
        if not self.transaction.ofac_authorization or self.transaction.is_deemed:
            return False
        country = self.edition.country_of(self.destination.country)
        return bool(self.edition.agency_prohibitions_on(country))

    def recipients_have(self, mark: str) -> bool:
        """Tell whether every ultimate consignee and end user carries the mark of an authority."""
        named = [party for party in self.transaction.parties if RECIPIENTS & set(party.roles)]
        return bool(named) and all(mark in party.approvals for party in named)

"""Who gets the item in the end: military or not, a government or not (15 CFR 746.3(a)(4))."""

from __future__ import annotations

from navicert.facts.end_use import EndUseKind
from navicert.facts.party import Party
from navicert.facts.transaction import Transaction
from navicert.rules.finding import MissingFact
from navicert.terms.party_role import PartyRole
from navicert.terms.truth import Truth, any_of, parse

RECEIVING = frozenset({PartyRole.ULTIMATE_CONSIGNEE, PartyRole.END_USER})


def recipients(transaction: Transaction) -> tuple[Party, ...]:
    """Give the ultimate consignee and the end user; other parties do not use the item."""
    return tuple(one for one in transaction.parties if RECEIVING.intersection(one.roles))


def military(transaction: Transaction) -> Truth:
    """Tell whether the item is for a military use or user; an order that says neither is open."""
    kind = transaction.end_use.kind
    use = Truth.UNKNOWN if kind is None else parse(kind is EndUseKind.MILITARY)
    return use | military_users(transaction)


def military_users(transaction: Transaction) -> Truth:
    """Tell whether who gets the item is military; an order that names no end user is open."""
    said = any_of(party.military for party in recipients(transaction))
    return said if _names_end_user(transaction) else said | Truth.UNKNOWN


def _names_end_user(transaction: Transaction) -> bool:
    return any(PartyRole.END_USER in one.roles for one in transaction.parties)


def to_its_government(transaction: Transaction) -> bool:
    """Tell whether all who get the item are the government there, or that of the United States.

    It must be said of them; a government elsewhere, or one that only sells or buys, frees nothing.
    """
    governments = {None, "US", transaction.destination.country}
    found = recipients(transaction)
    return bool(found) and all(
        one.government is Truth.YES and one.address.country in governments for one in found
    )


def asked(transaction: Transaction, citation: str) -> tuple[MissingFact, ...]:
    """Ask what keeps ``military`` from an answer."""
    if transaction.end_use.kind is not None:
        return users_asked(transaction, citation)
    question = "Is the end use or the end user military?"
    return (MissingFact("end_use.kind", question, citation), *users_asked(transaction, citation))


def users_asked(transaction: Transaction, citation: str) -> tuple[MissingFact, ...]:
    """Ask who gets the item, where nobody said whether it is military."""
    named = recipients(transaction)
    unsaid = [one.name for one in named if one.military is Truth.UNKNOWN]
    if not _names_end_user(transaction):
        unsaid.append("the end user, whom the order does not name,")
    if not unsaid:
        return ()
    who = " and ".join(unsaid)
    question = f"Is {who} military: acting for military items, in whatever uniform?"
    return (MissingFact("parties.military", question, citation),)

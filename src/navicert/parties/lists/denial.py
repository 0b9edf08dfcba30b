"""From a listing on the Denied Persons List to the denial order behind it: the one place for it.

The list keeps orders that have ended; their stated dates decide, never their presence.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from navicert.facts.denial_order import DenialOrder, OrderEvent, OrderEventKind, OrderKind
from navicert.facts.listing import Listing
from navicert.terms.list_code import ListCode
from navicert.terms.truth import Truth

_STANDARD = (Truth.YES, Truth.NO)


def order_of(listing: Listing) -> DenialOrder:
    """Give the order over one listed person: issued on its effective day, to its stated end."""
    kind = OrderKind.TEMPORARY if _is_temporary(listing) else OrderKind.STANDING
    return DenialOrder(
        reference=_reference(listing),
        persons=(tuple(name.text for name in listing.names),),
        events=(_issued(listing, kind),),
        kind=kind,
        standard_terms=_standard_terms(listing),
    )


def orders_of(listings: Iterable[Listing]) -> tuple[DenialOrder, ...]:
    """Give the orders behind the denied persons among some listings, each once.

    The list has a row for each address; rows with the same name and dates are one order.
    """
    orders: dict[tuple[str, bool | None], DenialOrder] = {}
    for listing in listings:
        if listing.list is ListCode.DPL:
            orders.setdefault((_reference(listing), _standard_terms(listing)), order_of(listing))
    return tuple(orders.values())


def _reference(listing: Listing) -> str:
    since = listing.since.isoformat() if listing.since else "no day stated"
    until = listing.until.isoformat() if listing.until else "no end stated"
    return f"Denied Persons List: {listing.name}, {since} to {until}"


def _issued(listing: Listing, kind: OrderKind) -> OrderEvent:
    # A temporary order is renewed; the last notice made the term that the row states.
    which = -1 if kind is OrderKind.TEMPORARY else 0
    return OrderEvent(
        day=listing.since or date.min,
        kind=OrderEventKind.ISSUED,
        citation=listing.citations[which] if listing.citations else "Denied Persons List (BIS)",
        end=listing.until,
    )


def _is_temporary(listing: Listing) -> bool:
    return "TDO" in listing.remarks.upper()


def _standard_terms(listing: Listing) -> bool | None:
    return listing.standard_order is Truth.YES if listing.standard_order in _STANDARD else None

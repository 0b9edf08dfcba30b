"""Acts around a shipment: selling, financing or carrying it asks what the shipment itself asks."""

from __future__ import annotations

from dataclasses import replace

from navicert.facts.transaction import Transaction
from navicert.rules.cites import cites
from navicert.rules.finding import Finding, FindingKind
from navicert.terms.activity import Activity
from navicert.terms.activity import format as words
from navicert.terms.truth import Truth

US = "US"
SENDS = frozenset({Activity.SELL, Activity.DELIVER, Activity.FORWARD, Activity.TRANSPORT})
"""Verbs of whoever makes goods go somewhere."""
AROUND_A_SHIPMENT = SENDS | frozenset(
    {
        Activity.FINANCE,
        Activity.FACILITATE,
        Activity.NEGOTIATE,
        Activity.ORDER,
        Activity.BUY,
        Activity.RECEIVE,
        Activity.SERVICE,
        Activity.TRANSFER_IN_COUNTRY,
    }
)
"""Verbs of 736.2(b)(10) for which goods go somewhere; storing, using and scrapping keep them."""


def underlying(transaction: Transaction) -> Transaction:
    """Give the shipment that an act belongs to; the transaction itself when it is none.

    Goods that leave a country for another one are exported or reexported, whatever the verb.
    Where nobody said from where they leave, who sends them is asked as of an export; who only
    buys, finances or services is not. A transfer in country that leaves the country is none, and
    no reexport leaves the United States.
    """
    origin = transaction.exported_from
    if transaction.activity is Activity.REEXPORT and origin == US:
        return replace(transaction, activity=Activity.EXPORT)
    around = transaction.activity in (SENDS if origin is None else AROUND_A_SHIPMENT)
    if not around or origin == transaction.destination.country:
        return transaction
    shipment = Activity.EXPORT if origin in {None, US} else Activity.REEXPORT
    return replace(transaction, activity=shipment)


def whose_parties(transaction: Transaction) -> Transaction:
    """Give what the parties are parties to: a service need not have a consignee."""
    service = transaction.activity is Activity.SERVICE
    return transaction if service else underlying(transaction)


@cites("15 CFR 736.2(b)(10)", "15 CFR 734.13", "15 CFR 734.14")
def asked_as_a_shipment(transaction: Transaction) -> tuple[Finding, ...]:
    """Who sells, finances, carries or services needs what the shipment itself needs."""
    shipment = underlying(transaction).activity
    if shipment is transaction.activity:
        return ()
    origin = transaction.exported_from or "a country that the order does not name"
    return (
        Finding(
            FindingKind.NOTE,
            Truth.YES,
            "15 CFR 736.2(b)(10)",
            f"{words(transaction.activity)}: the goods go from {origin} to "
            f"{transaction.destination}, so the {words(shipment)} is asked about too",
        ),
    )

"""What stands on the commercial invoice (15 CFR 758.6)."""

from __future__ import annotations

from navicert.errors import LawNotCovered
from navicert.facts.item import Item
from navicert.law.tables.clearance import InvoiceEntries
from navicert.rules.cites import cites
from navicert.rules.clearance.clearing import Clearing, gap_in, is_tangible, medium, obligation
from navicert.rules.finding import Finding
from navicert.rules.matter import Matter
from navicert.terms.activity import Activity
from navicert.terms.truth import Truth, any_of, parse


@cites("15 CFR 758.6(a)")
def destination_control_statement(matter: Matter, clearing: Clearing) -> tuple[Finding, ...]:
    """The commercial invoice must carry the destination control statement for listed items."""
    shipped = _invoiced(matter, clearing)
    if shipped is Truth.NO:
        return ()
    text = "put the destination control statement on the invoice"
    return (obligation("15 CFR 758.6(a)", text, shipped, medium(matter.item)),)


@cites("15 CFR 758.6(a)(2)")
def eccn_on_invoice(matter: Matter, clearing: Clearing) -> tuple[Finding, ...]:
    """The ECCN itself must stand on the invoice for military and space items and some chips."""
    shipped = _invoiced(matter, clearing)
    if shipped is Truth.NO or matter.item.eccn is None:
        return ()
    try:
        named = matter.edition.clearance().invoice_on(matter.edition.day)
    except LawNotCovered as gap:
        return (gap_in("15 CFR 758.6(a)(2)", gap),)
    holds = shipped & any_of(_named(one, matter.item) for one in named)
    if holds is Truth.NO:
        return ()
    text = f"write {matter.item.eccn} on the invoice"
    return (obligation("15 CFR 758.6(a)(2)", text, holds, medium(matter.item)),)


def _invoiced(matter: Matter, clearing: Clearing) -> Truth:
    """Tell whether 758.6 reaches the shipment: listed, tangible, neither under BAG nor GFT."""
    item = matter.item
    listed = item.eccn is not None and not item.eccn.is_ear99
    exempt = matter.edition.clearance().not_on_invoice_under & clearing.used
    if matter.transaction.activity is not Activity.EXPORT or not listed or exempt:
        return Truth.NO
    return is_tangible(item)


def _named(entries: InvoiceEntries, item: Item) -> Truth:
    if item.eccn is None:
        return Truth.UNKNOWN
    if entries.series:
        return parse(item.eccn.is_600_series or item.eccn.is_9x515)
    # A .z item says so; an ECCN without paragraph stands for the entry's other paragraphs.
    return parse(any(item.eccn.is_within(one) for one in entries.entries))

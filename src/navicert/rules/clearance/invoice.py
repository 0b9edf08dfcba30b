"""What stands on the commercial invoice (15 CFR 758.6)."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from navicert.errors import LawNotCovered
from navicert.law.library import Tables
from navicert.law.tables.clearance import InvoiceEntries
from navicert.rules.cites import cites
from navicert.rules.clearance.clearing import Clearing, gap_in, is_tangible, medium, obligation
from navicert.rules.finding import Finding
from navicert.rules.matter import Matter
from navicert.terms.activity import Activity
from navicert.terms.eccn import Eccn
from navicert.terms.truth import Truth, parse

KEPT = 1 << 13
"""How many classifications on how many days are remembered."""


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
    edition = matter.edition
    try:
        named = _is_named(edition.tables, edition.day, matter.item.eccn)
    except LawNotCovered as gap:
        return (gap_in("15 CFR 758.6(a)(2)", gap),)
    holds = shipped & named
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


@lru_cache(maxsize=KEPT)
def _is_named(tables: Tables, day: date, eccn: Eccn) -> Truth:
    return parse(any(_names(one, eccn) for one in tables.clearance.invoice_on(day)))


def _names(entries: InvoiceEntries, eccn: Eccn) -> bool:
    if entries.series:
        return eccn.is_600_series or eccn.is_9x515
    # A .z item says so; an ECCN without paragraph stands for the entry's other paragraphs.
    return any(eccn.is_within(one) for one in entries.entries)

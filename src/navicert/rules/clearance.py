"""Export clearance: filing, statement, ECCN on the invoice, license code (15 CFR part 758)."""

from __future__ import annotations

from decimal import Decimal

from navicert.facts.item import Item, ItemKind
from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition
from navicert.rules.cites import cites
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.rules.matter import Matter
from navicert.terms.activity import Activity
from navicert.terms.outcome import Outcome
from navicert.terms.truth import Truth, any_of, parse


@cites("15 CFR 758.1(b)")
def electronic_export_information(
    matter: Matter, outcome: Outcome, used: tuple[str, ...]
) -> tuple[Finding, ...]:
    """Electronic Export Information must be filed for some exports from the United States."""
    transaction, item, edition = matter.transaction, matter.item, matter.edition
    if transaction.activity is not Activity.EXPORT or transaction.exported_from != "US":
        return ()
    if not _tangible(item):
        return ()
    needed = any_of(
        (
            parse(outcome is Outcome.LICENSE),
            parse(bool(edition.clearance().eei_exceptions_any_value.intersection(used))),
            _by_item(transaction, item, edition),
            _by_value(transaction, item, edition),
        )
    )
    return () if needed is Truth.NO else (_eei(item, needed),)


@cites("15 CFR 758.6(a)")
def destination_control_statement(matter: Matter, used: tuple[str, ...]) -> tuple[Finding, ...]:
    """The commercial invoice must carry the destination control statement for listed items."""
    transaction, item = matter.transaction, matter.item
    listed = item.eccn is not None and not item.eccn.is_ear99
    exempt = bool(matter.edition.clearance().statement_not_for_exceptions.intersection(used))
    if transaction.activity is not Activity.EXPORT or not listed or exempt or not _tangible(item):
        return ()
    return (_obligation("15 CFR 758.6(a)", "put the destination control statement on the invoice"),)


@cites("15 CFR 758.6(a)(2)")
def eccn_on_invoice(matter: Matter) -> tuple[Finding, ...]:
    """The ECCN itself must stand on the invoice for military and space items and some chips."""
    transaction, item, edition = matter.transaction, matter.item, matter.edition
    if transaction.activity is not Activity.EXPORT or item.eccn is None or item.eccn.is_ear99:
        return ()
    named = (
        item.eccn.is_600_series
        or item.eccn.is_9x515
        or item.eccn.symbol in edition.clearance().eccn_on_invoice_entries
        or "z" in item.eccn.paragraph[:1]
    )
    if not named or not _tangible(item):
        return ()
    return (_obligation("15 CFR 758.6(a)(2)", f"write {item.eccn} on the invoice"),)


@cites("15 CFR 758.1(g)")
def license_code(matter: Matter, outcome: Outcome) -> tuple[Finding, ...]:
    """The filing states the license code of the authorization that is used."""
    transaction, edition = matter.transaction, matter.edition
    if transaction.activity is not Activity.EXPORT or transaction.exported_from != "US":
        return ()
    if outcome is not Outcome.NLR:
        return ()
    code = edition.clearance().nlr_license_code
    return (_obligation("15 CFR 758.1(g)", f"if EEI is filed: license code {code} (NLR)"),)


def _tangible(item: Item) -> bool:
    return item.kind in {None, ItemKind.COMMODITY}


def _by_item(transaction: Transaction, item: Item, edition: Edition) -> Truth:
    destination = edition.country_of(transaction.destination.country)
    table = edition.clearance()
    if edition.in_group(destination, table.eei_groups_any_value):
        return Truth.YES
    if item.eccn is None:
        return Truth.UNKNOWN
    military = (item.eccn.is_600_series or item.eccn.is_9x515) and item.eccn.paragraph[:1] != ("y",)
    listed = not item.eccn.is_ear99 and destination in table.eei_ccl_any_value_to
    return parse(military or listed)


def _by_value(transaction: Transaction, item: Item, edition: Edition) -> Truth:
    table = edition.clearance()
    if transaction.destination.country in table.eei_not_to:
        return Truth.NO
    if item.value is None or item.value.currency != "USD":
        return Truth.UNKNOWN
    total: Decimal = item.value.amount * item.quantity
    return parse(total > table.eei_above_usd)


def _eei(item: Item, needed: Truth) -> Finding:
    question = "What is the line worth in US dollars?"
    missing = (MissingFact("value", question, "15 CFR 758.1(b)(5)"),)
    return Finding(
        FindingKind.OBLIGATION,
        needed,
        "15 CFR 758.1(b)",
        f"file Electronic Export Information for {item.name!r}",
        missing=missing if needed is Truth.UNKNOWN else (),
    )


def _obligation(citation: str, text: str) -> Finding:
    return Finding(FindingKind.OBLIGATION, Truth.YES, citation, text)

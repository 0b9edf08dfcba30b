"""Content for which there is no de minimis level, row by row (15 CFR 734.4(a) and (b))."""

from __future__ import annotations

from collections.abc import Iterable

from navicert.facts.item import ItemKind, Part
from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition
from navicert.law.tables.de_minimis import Encryption, NoLevel, Trigger
from navicert.rules.classification.coverage import within_any
from navicert.rules.scope.bill import Group, Product
from navicert.rules.scope.content import Judged
from navicert.terms.eccn import Eccn
from navicert.terms.truth import Truth, all_of, any_of, parse

DECLARED = "no_part_without_de_minimis_level"
"""The exporter's word that no part which nobody classified is named by 734.4(a) or (b)."""


def applies(
    row: NoLevel, product: Product, content: Iterable[Judged], transaction: Transaction
) -> tuple[Truth, tuple[Group, ...]]:
    """Tell whether a paragraph takes the item in, its destination aside, and by which parts."""
    about = _product(row, product, transaction)
    if about is Truth.NO:
        return Truth.NO, ()
    held = [(one, _triggers(row.trigger, one)) for one in content]
    parts = tuple(one.group for one, holds in held if holds is not Truth.NO)
    return about & any_of(holds for _, holds in held), parts


def authorized(law: Encryption, one: Judged, transaction: Transaction, edition: Edition) -> Truth:
    """Tell whether content is no encryption content, or was authorized for the destination."""
    part = one.group.part
    if part.eccn is None or within_any(part.eccn, law.eccns) is Truth.NO:
        return Truth.YES
    country = transaction.destination.country
    said = any_of(
        part.characteristic(slug) & (~edition.is_in_group(country, not_to) if not_to else Truth.YES)
        for slug, not_to in law.authorized
    )
    return said if one.incorporated is Truth.YES and part.origin else said | Truth.UNKNOWN


def may_be_without_level(product: Product, content: Iterable[Judged]) -> tuple[Group, ...]:
    """Give the parts that nobody classified and that may therefore be anything."""
    if product.item.characteristic(DECLARED) is Truth.YES:
        return ()
    return tuple(one.group for one in content if one.group.part.eccn is None)


def _product(row: NoLevel, product: Product, transaction: Transaction) -> Truth:
    item = product.item
    first = row.exempt_from.get(transaction.exported_from or item.origin or "")
    if first is not None and first <= transaction.day:
        return Truth.NO
    return all_of(
        (
            _is_one(row, item.eccn),
            item.characteristic(row.ask) if row.ask else Truth.YES,
            ~item.characteristic(row.unless) if row.unless else Truth.YES,
        )
    )


def _is_one(row: NoLevel, eccn: Eccn | None) -> Truth:
    if not row.product and not row.product_prefixes:
        return Truth.YES
    if eccn is None:
        return Truth.UNKNOWN
    named = within_any(eccn, row.product) if row.product else Truth.NO
    begins = eccn.symbol.startswith(row.product_prefixes) if row.product_prefixes else False
    return (named | parse(begins)) & ~within_any(eccn, row.except_product)


def _triggers(trigger: Trigger, one: Judged) -> Truth:
    part = one.group.part
    if trigger.controlled:
        return one.incorporated & one.counts
    if part.eccn is None or (trigger.kinds and part.kind not in trigger.kinds):
        return Truth.NO
    holds = _named(trigger, part) & _asked(trigger, part)
    certain = one.incorporated is Truth.YES and part.origin is not None
    return holds if certain else holds & Truth.UNKNOWN


def _named(trigger: Trigger, part: Part) -> Truth:
    eccn = part.eccn
    if eccn is None or eccn.is_ear99:
        return Truth.NO
    if trigger.family:
        return _in_the_family(trigger, eccn)
    if trigger.categories:
        hardware = part.kind is ItemKind.COMMODITY and eccn.group == "A"
        return parse(hardware and eccn.symbol[0] in trigger.categories)
    return within_any(eccn, trigger.eccns)


def _in_the_family(trigger: Trigger, eccn: Eccn) -> Truth:
    if not (eccn.is_600_series or eccn.is_9x515):
        return Truth.NO
    if not eccn.paragraph:
        return Truth.UNKNOWN
    first = eccn.paragraph[0]
    return parse(
        first == trigger.paragraph if trigger.paragraph else first != trigger.not_paragraph
    )


def _asked(trigger: Trigger, part: Part) -> Truth:
    """Ask the part itself; what was not said of ``not_when`` leaves the paragraph in force."""
    sure = part.eccn is not None and within_any(part.eccn, trigger.sure_when) is Truth.YES
    when = Truth.YES if sure or not trigger.when else part.characteristic(trigger.when)
    lifted = bool(trigger.not_when) and part.characteristic(trigger.not_when) is Truth.YES
    return when & parse(not lifted)

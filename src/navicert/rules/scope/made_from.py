"""Where a foreign-made item comes from, and what it is: the product scope of 734.9."""

from __future__ import annotations

from navicert.facts.item import Item
from navicert.law.tables.direct_products import DirectProductRule, Product, Technology
from navicert.rules.classification.reasons import reasons_for_control, stated_reasons
from navicert.rules.matter import Matter
from navicert.rules.scope.answer import NO, YES, Answer, both, either, stated
from navicert.terms.eccn import Eccn
from navicert.terms.truth import Truth, parse

ECCN_QUESTION = "Which ECCN and paragraph is the item, or is it EAR99?"


def product_scope(rule: DirectProductRule, matter: Matter) -> Answer:
    """Tell whether the item is a product of the rule, by any of its routes."""
    also = (_of_item(slug, rule, matter) for slug in rule.also)
    return both((_is_product(rule, matter), _route(rule, matter), *also))


def _route(rule: DirectProductRule, matter: Matter) -> Answer:
    item = matter.item
    routes = []
    if rule.direct is not None:
        said = (item.direct_product_of, "direct_product_of")
        routes.append(_from(rule.direct, said, rule, matter))
    if rule.plant is not None:
        said = (item.plant_direct_product_of, "plant_direct_product_of")
        routes.append(_from(rule.plant, said, rule, matter))
    if rule.contains:
        routes.append(_of_item(rule.contains, rule, matter))
    return either(routes)


def _from(
    technology: Technology,
    stated_as: tuple[tuple[Eccn, ...] | None, str],
    rule: DirectProductRule,
    matter: Matter,
) -> Answer:
    said, fact = stated_as
    question = matter.edition.direct_product_question(fact)
    if said is None:
        return stated(Truth.UNKNOWN, fact, question, rule.citation)
    named = parse(any(_names(technology, one) for one in said))
    asked = _of_item(technology.asks, rule, matter) if technology.asks else YES
    return both((Answer(named), asked))


def _names(technology: Technology, eccn: Eccn) -> bool:
    if eccn.is_ear99:
        return False
    if technology.eccns:
        return any(eccn.is_within(one) for one in technology.eccns)
    in_category = not technology.categories or eccn.symbol[0] in technology.categories
    return eccn.group in technology.groups and in_category and _in_series(technology.series, eccn)


def _in_series(series: str, eccn: Eccn) -> bool:
    return {"": True, "600": eccn.is_600_series, "9x515": eccn.is_9x515}[series]


def _is_product(rule: DirectProductRule, matter: Matter) -> Answer:
    product = rule.product
    if product.any:
        return YES
    if product.reason:
        return _controlled_for(product.reason, rule, matter)
    listed = (_of_item(slug, rule, matter) for slug in product.or_listed)
    return either((_classified(product, rule, matter.item), *listed))


def _classified(product: Product, rule: DirectProductRule, item: Item) -> Answer:
    eccn = item.eccn
    if eccn is None:
        return stated(Truth.UNKNOWN, "eccn", ECCN_QUESTION, rule.citation)
    if eccn.is_ear99:
        return NO
    if product.series and _in_series(product.series, eccn):
        return YES
    if product.on_the_list or eccn.symbol[0] in product.categories:
        return YES
    return stated(_among(product, eccn), "eccn", ECCN_QUESTION, rule.citation)


def _among(product: Product, eccn: Eccn) -> Truth:
    """A paragraph that is not deep enough to tell is unknown."""
    if any(eccn.is_within(one) for one in product.except_eccns):
        return Truth.NO
    if any(one.is_within(eccn) for one in product.except_eccns):
        return Truth.UNKNOWN
    if any(eccn.is_within(one) for one in product.eccns):
        return Truth.YES
    return parse(None if any(one.is_within(eccn) for one in product.eccns) else False)


def _controlled_for(reason: str, rule: DirectProductRule, matter: Matter) -> Answer:
    item, entry = matter.item, matter.entry
    if item.eccn is not None and item.eccn.is_ear99:
        return NO
    if entry is not None:
        holds = reasons_for_control(item, entry, matter.edition).get(reason, Truth.NO)
    else:
        holds = parse(None if item.columns is None else reason in stated_reasons(item))
    question = f"Is the item controlled for {reason} reasons? State its ECCN with its paragraph."
    return stated(holds, "eccn", question, rule.citation)


def _of_item(slug: str, rule: DirectProductRule, matter: Matter) -> Answer:
    question = matter.edition.direct_product_question(slug)
    holds = matter.item.characteristic(slug)
    return stated(holds, f"characteristics.{slug}", question, rule.citation)

"""A rule that need not be asked of an order, or of an item, would have found nothing there."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from navicert.determination.steps import findings_for, inquiry_into
from navicert.facts.item import Item, Line
from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition, standard_law
from navicert.parties.standing import standing_of
from navicert.parties.watch import Watch
from navicert.rules import silence
from navicert.rules.controls import country_chart
from navicert.rules.described import as_described
from navicert.rules.finding import Finding
from navicert.terms.eccn import EAR99
from tests.properties.strategies import codes, transactions, truths

LAW = standard_law()
OF_ITEMS = ("source_code", "access_information", "software_key", "described_in_744_9")
OF_USES = ("foreign_vessel_or_aircraft", "incorporated_into_0a919", "advanced_node")
OF_ACTS = ("launch_into_space", "end_to_end_encrypted", "unladen_in_transit", "unclassified")


def said(slugs: tuple[str, ...]) -> st.SearchStrategy[MappingProxyType[str, Any]]:
    return st.dictionaries(st.sampled_from(slugs), truths, max_size=2).map(MappingProxyType)


def given_to(rule: Callable[..., tuple[Finding, ...]], facts: dict[str, Any]) -> dict[str, Any]:
    return {name: facts[name] for name in inspect.signature(rule).parameters}


def facts_of(order: Transaction, edition: Edition) -> list[dict[str, Any]]:
    """Give of every line all that rules are asked with."""
    standings = tuple(standing_of(one, Watch.of(()), order.day) for one in order.parties)
    inquiry = inquiry_into(order, standings, edition)
    found = [findings_for(inquiry, line) for line in order.lines]
    return [
        {
            "matter": one.matter,
            "transaction": one.matter.transaction,
            "item": one.matter.item,
            "entry": one.matter.entry,
            "edition": edition,
            "standings": standings,
            "subject": one.subject,
        }
        for one in found
    ]


def needs_an_entry(rule: Callable[..., tuple[Finding, ...]]) -> bool:
    named = inspect.signature(rule).parameters.get("entry")
    return named is not None and "None" not in str(named.annotation)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=300)
@given(transactions, said(OF_ITEMS), said(OF_USES), said(OF_ACTS), st.lists(codes | st.just("US")))
def test_a_rule_that_is_left_out_would_have_found_nothing(
    order: Transaction,
    of_items: dict[str, Any],
    of_uses: dict[str, Any],
    of_acts: dict[str, Any],
    route: list[str],
) -> None:
    lines = tuple(
        Line(
            one.number, replace(one.item, characteristics={**one.item.characteristics, **of_items})
        )
        for one in order.lines
    )
    use = replace(order.end_use, characteristics=of_uses)
    order = replace(order, lines=lines, end_use=use, answers=of_acts, route=tuple(route))
    edition = LAW.open_at(order.day)
    for facts in facts_of(order, edition):
        left_out = silence.of_order(facts["transaction"], edition)
        left_out |= as_described(facts["item"], facts["entry"], edition).silent
        for rule in left_out:
            if facts["entry"] is not None or not needs_an_entry(rule):
                assert () == rule(**given_to(rule, facts)), rule


def test_a_rule_that_speaks_of_some_items_alone_is_left_out_of_the_others() -> None:
    edition = LAW.open_at(date(2026, 9, 1))
    left_out = as_described(Item("an item", eccn=EAR99), None, edition).silent
    assert country_chart.country_chart in left_out
    assert country_chart.stated_columns not in left_out

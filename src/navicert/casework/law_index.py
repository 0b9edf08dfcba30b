"""What the house makes of a section: its status, the tables and the rules that cite it."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass

import navicert.rules
from navicert.law.sections import (
    Section,
    citations_of_tables,
    named_in,
    part_of,
    sections,
    speaks_of,
)
from navicert.law.shelf import Shelf
from navicert.rules.cites import REGISTRY, Registered


@dataclass(frozen=True, slots=True)
class Indexed:
    """One section with what holds it up."""

    section: Section
    tables: tuple[str, ...]
    rules: tuple[Registered, ...]


def law_index(shelf: Shelf) -> tuple[Indexed, ...]:
    """Give every listed section with its tables and rules, in the order of the regulation."""
    cited = citations_of_tables(shelf)
    rules = every_rule()
    return tuple(
        Indexed(
            one,
            tuple(table for table, named in cited.items() if one.number in named),
            tuple(rule for rule in rules if _reads(rule, one.number)),
        )
        for one in sections(shelf)
    )


def rules_citing(number: str) -> tuple[Registered, ...]:
    """Give the rules that cite a section; a rule that cites its whole part counts too."""
    return tuple(rule for rule in every_rule() if _reads(rule, number))


def every_rule() -> tuple[Registered, ...]:
    """Give every rule of the house, in order of its name."""
    for module in pkgutil.walk_packages(navicert.rules.__path__, "navicert.rules."):
        importlib.import_module(module.name)
    return tuple(REGISTRY[name] for name in sorted(REGISTRY))


def unlisted(shelf: Shelf) -> frozenset[str]:
    """Give what a rule cites although the list of sections does not name it."""
    listed = {one.number for one in sections(shelf)}
    parts = {part_of(number) for number in listed}
    return frozenset(
        named
        for rule in every_rule()
        for citation in rule.citations
        for named in named_in(citation)
        if named not in listed | parts
    )


def _reads(rule: Registered, number: str) -> bool:
    return any(speaks_of(citation, number) for citation in rule.citations)

"""Every exception of the register on one line, each answer worked out once for all that are alike.

What an exception answers follows from a few things: which reaches hold, which requirements stand,
what the gate found, what the order answers, and for some what the entry's own line says. Lines
that agree in these share one answer; ``tests/properties`` holds it against asking each anew.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from navicert.law.edition import Edition
from navicert.law.library import Tables
from navicert.rules.license_exceptions.case import (
    ExceptionCase,
    LicenseException,
    Restriction,
)
from navicert.rules.license_exceptions.gate import gate
from navicert.rules.license_exceptions.list_line import said
from navicert.rules.license_exceptions.reach import reaches
from navicert.rules.license_exceptions.register import EXCEPTIONS, Rule, symbol_of
from navicert.rules.license_exceptions.requirements import part_of
from navicert.rules.license_exceptions.sweep import KEPT, Side, places, sweep
from navicert.terms.truth import Truth

ADDED_UP = "LVS"
"""The exception that looks at what the order is worth: no two orders need be alike there."""


@dataclass(frozen=True, slots=True, eq=False)
class Gate:
    """What the gate of 740.2 found, as one thing that can be told from another at once."""

    restrictions: tuple[Restriction, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What the exceptions of a line have in common, standing for all of it."""

    gate: Gate


def try_every(case: ExceptionCase, edition: Edition) -> tuple[LicenseException, ...]:
    """Give what every exception of the register answers, in its order."""
    reached = sweep(case, edition)
    swept = replace(case, reached=reached)
    said_of = (edition.tables, edition.day, *_said_by_order(case))
    bits = _gate_bits(edition.tables)
    key = (*said_of, reached.no & bits, reached.unknown & bits, reached.amounts)
    found = _gate(Side(key, swept, edition))
    ready = replace(swept, restrictions=found.restrictions)
    ground = _ground((*said_of, found, _required(case)), found)
    side = Side((ground, reached.no, reached.unknown), ready, edition)
    return tuple(
        [
            answer or _listed(rule, side)
            for rule, answer in zip(EXCEPTIONS, _unlisted(side), strict=True)
        ]
    )


def _said_by_order(case: ExceptionCase) -> tuple[Hashable, ...]:
    answers, figures = case.transaction.answers, case.line.item.figures
    return (tuple(answers.items()) if answers else (), tuple(figures.items()) if figures else ())


def _required(case: ExceptionCase) -> tuple[Hashable, ...]:
    """Give of the requirements what exceptions look at; what is unsure is asked about by name."""
    return tuple(
        [
            (
                one.label or one.citation,
                part_of(one),
                one.reason,
                one.allows_exceptions,
                "" if one.holds is Truth.YES else one.citation,
            )
            for one in case.requirements
        ]
    )


@lru_cache(maxsize=KEPT)
def _gate(side: Side) -> Gate:
    return Gate(gate(side.case, side.edition))


@lru_cache(maxsize=KEPT)
def _ground(_key: tuple[Hashable, ...], found: Gate) -> Ground:
    return Ground(found)


@lru_cache(maxsize=KEPT)
def _unlisted(side: Side) -> tuple[LicenseException | None, ...]:
    """Ask every exception that looks at no line of the entry."""
    register = _register(side.edition.tables)
    return tuple(None if listed else _own(rule, side) for rule, listed in register)


def _own(rule: Rule, side: Side) -> LicenseException:
    """Ask one exception, on those reaches alone that are its own."""
    edition = side.edition
    terms = edition.exception_terms(symbol_of(rule))
    if reaches(terms.reach, side.case, edition) is Truth.NO:
        return _asked(rule, Side((edition.tables, edition.day), side.case, edition))
    return _asked(rule, Side(_of_its_own(rule, side), side.case, edition))


def _listed(rule: Rule, side: Side) -> LicenseException:
    """Ask an exception that the entry's own line must allow; far from its reach none is read."""
    symbol, case, edition = symbol_of(rule), side.case, side.edition
    if reaches(edition.exception_terms(symbol).reach, case, edition) is Truth.NO:
        return _own(rule, side)
    if symbol == ADDED_UP:
        return rule(case, edition)
    line = said(case, edition, symbol) if case.entry else case.line.item.eccn
    return _asked(rule, Side((*_of_its_own(rule, side), line), case, edition))


def _of_its_own(rule: Rule, side: Side) -> tuple[Hashable, ...]:
    """Give what all exceptions share, and the reaches that one of them has."""
    bits, reached = _bits_of(rule, side.edition.tables), side.case.reached
    swept = reached or sweep(side.case, side.edition)
    return (side.key[0], swept.no & bits, swept.unknown & bits)


@lru_cache(maxsize=KEPT)
def _asked(rule: Rule, side: Side) -> LicenseException:
    return rule(side.case, side.edition)


@cache
def _register(tables: Tables) -> tuple[tuple[Rule, bool], ...]:
    """Give every exception with whether the entry's own line counts for it."""
    terms = tables.license_exceptions.terms
    return tuple((rule, bool(terms[symbol_of(rule)].list_line)) for rule in EXCEPTIONS)


@cache
def _bits_of(rule: Rule, tables: Tables) -> int:
    at = places(tables)
    terms = tables.license_exceptions.terms[symbol_of(rule)]
    return sum(1 << at[reach] for reach in terms.reaches)


@cache
def _gate_bits(tables: Tables) -> int:
    at = places(tables)
    found = (one for bar in tables.license_exceptions.gate for one in bar.reaches)
    return sum(1 << at[one] for one in found)

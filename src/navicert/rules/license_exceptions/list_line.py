"""What an entry's own list-based line says of an exception (15 CFR 740.3, .4, .6, .20; 774)."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

from navicert.facts.item import Item
from navicert.law.edition import Edition
from navicert.law.tables.control_list import Eligibility, Entry
from navicert.law.tables.exception_questions import Question
from navicert.law.tables.license_exceptions import Terms
from navicert.rules.classification.coverage import covers
from navicert.rules.license_exceptions.case import ExceptionCase, Token
from navicert.rules.license_exceptions.checks import Check, open_fact
from navicert.rules.license_exceptions.side import KEPT, Side
from navicert.terms.eccn import Eccn
from navicert.terms.truth import Truth, any_of, parse

REQUIRED = "required"
EXCLUDES = "excludes"
FOLLOWING = (("MT", "mt_controlled"), ("NP", "np_controlled"))
"""Conditions of the lines that follow from the entry's own control rows."""


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """What the lines say, and the line that says it; of several possible ones the strictest."""

    allowed: Truth
    line: Eligibility | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Lined:
    """Whether the line takes an item in for the destination, and what to ask where it is open."""

    allowed: Truth
    ask: str


def said(case: ExceptionCase, edition: Edition, symbol: str) -> Said:
    """Go through an entry's lines for a symbol; the first that matches decides."""
    if case.reached is None or case.entry is None:
        return _said(case, edition, symbol)
    return _said_before(symbol, Side.of(_seen(case, edition, symbol), case, edition))


def lined(terms: Terms, case: ExceptionCase, edition: Edition) -> Lined:
    """Tell whether the entry's line takes an item in, with the question that settles it."""
    if case.reached is None:
        return _lined(terms, case, edition)
    return lined_alike(terms, case, edition)


def lined_alike(terms: Terms, case: ExceptionCase, edition: Edition) -> Lined:
    """Tell the same, or recall what was told of an item like it."""
    if case.entry is None:
        return _lined(terms, case, edition)
    side = Side.of(_seen(case, edition, terms.symbol), case, edition)
    return _lined_before(terms, side)


@lru_cache(maxsize=KEPT)
def _lined_before(terms: Terms, side: Side) -> Lined:
    return _lined(terms, *side.opened())


def _lined(terms: Terms, case: ExceptionCase, edition: Edition) -> Lined:
    symbol = terms.symbol
    found = said(case, edition, symbol) if case.entry else Said(_without_entry(case))
    if not found.line and case.entry and not case.entry.eligibility_for(symbol):
        found = Said(_silent(terms, case.entry, edition))
    return _same(found.allowed, _ask(symbol, found, case, edition))


@lru_cache(maxsize=KEPT)
def _same(allowed: Truth, ask: str) -> Lined:
    """Give one and the same for what different entries say alike."""
    return Lined(allowed, ask)


def lines_alike(case: ExceptionCase, edition: Edition) -> Hashable:
    """Stand for what the entry's lines say of every exception: one and the same where alike."""
    if case.entry is None:
        return _without_entry(case)
    there = _there(case.entry.eligibility, case, edition)
    return _lines_before(Side.of((*_seen_of_item(case, edition), there), case, edition))


@lru_cache(maxsize=KEPT)
def _lines_before(side: Side) -> Hashable:
    case, edition = side.opened()
    terms = edition.tables.license_exceptions.terms.values()
    return _same_lines(tuple(_lined(one, case, edition) for one in terms if one.list_line))


@lru_cache(maxsize=KEPT)
def _same_lines(_lines: tuple[Lined, ...]) -> Token:
    return Token()


def _seen(case: ExceptionCase, edition: Edition, symbol: str) -> tuple[Hashable, ...]:
    """Give all that the lines of an entry look at; the place where one of them names places."""
    lines = case.entry.eligibility_for(symbol) if case.entry else ()
    return (*_seen_of_item(case, edition), _there(lines, case, edition))


def _there(
    lines: tuple[Eligibility, ...], case: ExceptionCase, edition: Edition
) -> tuple[Truth, ...]:
    """Tell of the lines that name places whether the destination is one of them."""
    return tuple([_goes_there(one, case, edition) for one in lines if one.only_to or one.not_to])


def _seen_of_item(case: ExceptionCase, edition: Edition) -> tuple[Hashable, ...]:
    if case.described is not None:
        return (edition.tables, edition.day, case.described)
    item = case.line.item
    return (
        edition.tables,
        edition.day,
        item.eccn,
        item.for_items,
        tuple(item.characteristics.items()),
        tuple([reason in case.controlled_for for reason, _ in FOLLOWING]),
        tuple([reason in case.maybe_controlled_for for reason, _ in FOLLOWING]),
    )


@lru_cache(maxsize=KEPT)
def _said_before(symbol: str, side: Side) -> Said:
    return _said(*side.opened(), symbol)


def _said(case: ExceptionCase, edition: Edition, symbol: str) -> Said:
    item = _informed(case)
    maybe: list[Eligibility] = []
    for line in case.entry.eligibility_for(symbol) if case.entry else ():
        matches = _goes_there(line, case, edition) & _takes_in(line, item)
        if matches is Truth.YES:
            return _among((*maybe, line))
        if matches is Truth.UNKNOWN:
            maybe.append(line)
    return Said(Truth.UNKNOWN, _strictest(maybe)) if maybe else Said(Truth.NO)


def line_check(terms: Terms, case: ExceptionCase, edition: Edition) -> tuple[Check, ...]:
    """Hold an item against its entry's line, where the exception asks for one."""
    if not terms.list_line:
        return ()
    reason = f"the entry's {terms.symbol} line does not take the item in for this destination"
    slug = f"{terms.symbol}.list_line"
    found = lined(terms, case, edition)
    return (open_fact(found.allowed, reason, Question(slug, found.ask, terms.citation), case),)


def _silent(terms: Terms, entry: Entry, edition: Edition) -> Truth:
    """Read an entry that has no such line.

    Where nobody verified part 740, or the lines of the entry were read for a later day alone, they
    may be missing: then nobody knows.
    """
    read_later = bool(edition.known_entry(entry.symbol).eligibility)
    if not entry.eligibility and (read_later or not edition.exceptions_verified()):
        return Truth.UNKNOWN
    return parse(terms.list_line == EXCLUDES)


def _takes_in(line: Eligibility, item: Item) -> Truth:
    """Hold an item against a line; a carve-out that nobody spoke of stays open, both ways."""
    taken_out = any_of(item.characteristic(slug) for slug in line.limits.unless)
    return covers(replace(line.limits, unless=()), item, _not_said) & ~taken_out


def _ask(symbol: str, found: Said, case: ExceptionCase, edition: Edition) -> str:
    """Put the question, with those that the line itself hangs on."""
    limits = found.line.limits if found.line else None
    open_ones = [
        edition.question(slug)
        for slug in ((*limits.conditions, *limits.unless) if limits else ())
        if case.line.item.characteristic(slug) is Truth.UNKNOWN
    ]
    ask = f"Does the {symbol} line of its entry take the item in, for this destination?"
    return " ".join((ask, *open_ones))


def _without_entry(case: ExceptionCase) -> Truth:
    """EAR99 has no line; an entry that nobody verified may have one."""
    eccn = case.line.item.eccn
    return Truth.NO if eccn is not None and eccn.is_ear99 else Truth.UNKNOWN


def _informed(case: ExceptionCase) -> Item:
    known = dict(case.line.item.characteristics)
    for reason, slug in FOLLOWING:
        maybe = reason in case.maybe_controlled_for or None
        sure = parse(reason in case.controlled_for)
        known.setdefault(slug, Truth.UNKNOWN if maybe and sure is Truth.NO else sure)
    return replace(case.line.item, characteristics=MappingProxyType(known))


def _goes_there(line: Eligibility, case: ExceptionCase, edition: Edition) -> Truth:
    if not line.only_to and not line.not_to:
        return Truth.YES
    if case.groups is None:
        return Truth.UNKNOWN
    country = case.transaction.destination.country
    only = not line.only_to or edition.in_scope(line.only_to, country)
    return parse(only and not (line.not_to and edition.in_scope(line.not_to, country)))


def _among(lines: tuple[Eligibility, ...]) -> Said:
    answers = {line.allowed for line in lines}
    return Said(parse(answers.pop()) if len(answers) == 1 else Truth.UNKNOWN, _strictest(lines))


def _strictest(lines: tuple[Eligibility, ...] | list[Eligibility]) -> Eligibility:
    """Give the line with the least amount; one without an amount only where all have none."""
    return min(lines, key=lambda line: (line.amount is None, line.amount or 0))


def _not_said(_related: Eccn, _reason: str) -> Truth:
    return Truth.UNKNOWN

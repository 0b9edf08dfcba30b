"""Every exception of the register on one line, each answer worked out once for all that are alike.

What an exception answers follows from a few things: which of its reaches hold and which of the
gate's, which requirements stand, what the order answers, and for some what the entry's own line
says. Lines that agree in these share one answer; ``tests/properties`` holds it against asking each
anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache, reduce
from operator import or_

import msgspec

from navicert.law.edition import Edition
from navicert.law.library import Tables
from navicert.law.tables.license_exceptions import Terms
from navicert.rules.license_exceptions.by_terms import closed, reaches_of
from navicert.rules.license_exceptions.case import ExceptionCase, LicenseException, Reached
from navicert.rules.license_exceptions.list_line import lined_alike, lines_alike
from navicert.rules.license_exceptions.lvs import looked_at, lvs
from navicert.rules.license_exceptions.register import EXCEPTIONS, Rule, symbol_of
from navicert.rules.license_exceptions.side import KEPT, Side
from navicert.rules.license_exceptions.sweep import state_bits, sweep

ADDED_UP = "LVS"
"""The exception that looks at what the order is worth: no two orders need be alike there."""


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """What every exception answers on lines that are alike: one and the same for all of them."""

    given: tuple[LicenseException, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Recalled:
    """What all answer but the one that is added up; None where that may be for the line."""

    given: tuple[LicenseException | None, ...]
    answers: Answers | None


def try_every(case: ExceptionCase, edition: Edition) -> tuple[LicenseException, ...]:
    """Give what every exception of the register answers, in its order."""
    return answers_on(case, edition).given


def answers_on(case: ExceptionCase, edition: Edition) -> Answers:
    """Give the same, as what is shared by all lines that are alike."""
    reached = sweep(case, edition)
    key = (reached.ground, reached.required, reached.state, lines_alike(case, edition))
    recalled = _recalled(Side.of(key, case, edition, reached))
    if recalled.answers is not None:
        return recalled.answers
    ready = msgspec.structs.replace(case, reached=reached)
    return _added_up(recalled, Side.of(looked_at(ready, edition), ready, edition))


@lru_cache(maxsize=KEPT)
def _added_up(recalled: _Recalled, side: Side) -> Answers:
    added = lvs(*side.opened())
    return Answers(tuple(added if one is None else one for one in recalled.given))


@lru_cache(maxsize=KEPT)
def _recalled(side: Side) -> _Recalled:
    case, edition = side.opened()
    reached = case.reached or sweep(case, edition)
    key = (reached.ground, reached.required, reached.state & _unlisted_bits(edition.tables))
    given = tuple(
        answer or _near(number, case, reached, edition)
        for number, answer in enumerate(_unlisted(Side.of(key, case, edition, reached)))
    )
    sure = tuple(one for one in given if one is not None)
    return _Recalled(given, Answers(sure) if len(sure) == len(given) else None)


@lru_cache(maxsize=KEPT)
def _unlisted(side: Side) -> tuple[LicenseException | None, ...]:
    """Answer every exception but those that may be for the line and look at its entry's own."""
    case, edition = side.opened()
    reached = case.reached or sweep(case, edition)
    seen = (reached.ground, reached.state & _first_bits(edition.tables))
    register = _register(edition.tables)
    return tuple(
        answer or (None if terms.list_line else _near(number, case, reached, edition))
        for (number, (_, terms, _)), answer in zip(
            enumerate(register), _far(Side.of(seen, case, edition)), strict=True
        )
    )


@lru_cache(maxsize=KEPT)
def _far(side: Side) -> tuple[LicenseException | None, ...]:
    """Answer every exception that is not for the line at all; None for each that may be."""
    case, edition = side.opened()
    terms = (edition.exception_terms(symbol_of(rule)) for rule in EXCEPTIONS)
    return tuple(closed(one, case, edition) for one in terms)


def _near(
    number: int, case: ExceptionCase, reached: Reached, edition: Edition
) -> LicenseException | None:
    """Ask an exception that may be for the line, or recall what it said of one like it."""
    rule, terms, bits = _register(edition.tables)[number]
    if terms.symbol == ADDED_UP:
        return None
    line = lined_alike(terms, case, edition) if terms.list_line else None
    key = (reached.ground, reached.required, reached.state & bits, line)
    return _asked(rule, Side.of(key, case, edition, reached))


@lru_cache(maxsize=KEPT)
def _asked(rule: Rule, side: Side) -> LicenseException:
    return rule(*side.opened())


@cache
def _register(tables: Tables) -> tuple[tuple[Rule, Terms, int], ...]:
    """Give every exception with its terms and the bits of all that it reads."""
    found = tables.license_exceptions.terms
    terms = [found[symbol_of(rule)] for rule in EXCEPTIONS]
    return tuple(
        (rule, one, state_bits(reaches_of(one, tables), tables))
        for rule, one in zip(EXCEPTIONS, terms, strict=True)
    )


@cache
def _first_bits(tables: Tables) -> int:
    """Give the bits of what each exception asks first: whether it is for such a line."""
    terms = tables.license_exceptions.terms
    return state_bits((terms[symbol_of(rule)].reach for rule in EXCEPTIONS), tables)


@cache
def _unlisted_bits(tables: Tables) -> int:
    """Give the bits of all that counts where no line of the entry does."""
    register = _register(tables)
    unlisted = (bits for _, terms, bits in register if not terms.list_line)
    return reduce(or_, unlisted, _first_bits(tables))

"""An exception decided by its terms on the shelf: its limits, then one of its paragraphs."""

from __future__ import annotations

from functools import cache, lru_cache

import msgspec

from navicert.law.edition import Edition
from navicert.law.library import Tables
from navicert.law.tables.exception_questions import Question
from navicert.law.tables.exception_reach import Reach
from navicert.law.tables.license_exceptions import Bar, Terms, Way
from navicert.rules.license_exceptions.case import (
    Availability,
    ExceptionCase,
    LicenseException,
)
from navicert.rules.license_exceptions.checks import (
    Check,
    answer,
    asked,
    asked_all,
    open_fact,
    together,
)
from navicert.rules.license_exceptions.gate import passes, restriction
from navicert.rules.license_exceptions.list_line import line_check, lined
from navicert.rules.license_exceptions.reach import reaches
from navicert.rules.license_exceptions.requirements import (
    other_reasons,
    shut,
    taken,
    takes_something,
)
from navicert.rules.license_exceptions.side import KEPT, Side
from navicert.rules.license_exceptions.sweep import state_bits
from navicert.terms.truth import Truth

BEST_FIRST = (Availability.AVAILABLE, Availability.CONDITIONAL, Availability.UNAVAILABLE)


class Tried(msgspec.Struct, frozen=True):
    """One paragraph with its checks; ``selector`` is whether the transaction is under it.

    ``is_meant`` tells that the order answers so, whether or not its facts agree, ``is_open``
    whether nothing closes the paragraph, ``is_chosen`` whether facts or the order's answer place
    the transaction under it.
    """

    way: Way
    checks: tuple[Check, ...]
    selector: Check | None
    is_meant: bool
    is_open: bool
    is_chosen: bool


def decide(
    symbol: str, case: ExceptionCase, edition: Edition, further: tuple[Check, ...] = ()
) -> LicenseException:
    """Try an exception: what limits it as a whole, then each paragraph of it."""
    terms = edition.exception_terms(symbol)
    first = _first(terms, case, edition)
    if together(first) is Availability.UNAVAILABLE:
        return answer(symbol, terms.citation, first, frozenset())
    common = (*first, *_limits(terms, case, edition), *further)
    if together(common) is Availability.UNAVAILABLE:
        return answer(symbol, terms.citation, common, frozenset())
    tried = tuple([_try(way, terms, case, edition) for way in terms.ways])
    chosen = sorted((one for one in tried if one.is_chosen), key=_rank)
    if chosen:
        return _under(chosen[0], terms, case, common)
    return _to_choose(tried, terms, case, common)


def closed(terms: Terms, case: ExceptionCase, edition: Edition) -> LicenseException | None:
    """Answer an exception that is not in force, or not for such a line at all."""
    first = _first(terms, case, edition)
    if together(first) is Availability.UNAVAILABLE:
        return answer(terms.symbol, terms.citation, first, frozenset())
    return None


def reaches_of(terms: Terms, tables: Tables) -> tuple[Reach, ...]:
    """Give every reach that an exception looks at: its own, and those of what may bar its ways."""
    gate = tables.license_exceptions.gate
    barring = (bar for bar in gate if any(not bar.admits(way.citation) for way in terms.ways))
    return (*terms.reaches, *(one for bar in barring for one in bar.reaches))


def _first(terms: Terms, case: ExceptionCase, edition: Edition) -> tuple[Check, ...]:
    return (_in_force(terms, edition), _reach_check(terms, case, edition))


def _limits(terms: Terms, case: ExceptionCase, edition: Edition) -> tuple[Check, ...]:
    """Give what limits an exception as a whole, or recall it of a line like this one."""
    reached = case.reached
    if reached is None:
        return _limited(terms, case, edition)
    bits = _limit_bits(terms, edition.tables)
    line = lined(terms, case, edition) if terms.list_line else None
    key = (reached.ground, reached.required, reached.state & bits, line)
    return _limited_before(terms, Side.of(key, case, edition))


@lru_cache(maxsize=KEPT)
def _limited_before(terms: Terms, side: Side) -> tuple[Check, ...]:
    return _limited(terms, *side.opened())


@cache
def _limit_bits(terms: Terms, tables: Tables) -> int:
    bars = (one for bar in terms.exclusions for one in bar.reaches)
    return state_bits((*bars, *(one for q in terms.questions for one in q.reaches)), tables)


def _limited(terms: Terms, case: ExceptionCase, edition: Edition) -> tuple[Check, ...]:
    return (
        *(_exclusion(bar, case, edition) for bar in terms.exclusions),
        *line_check(terms, case, edition),
        *shut(case, terms.symbol),
        *asked_all((one for one in terms.questions if "{" not in one.ask), case, edition),
    )


def _in_force(terms: Terms, edition: Edition) -> Check:
    if terms.exists_from is not None and edition.day < terms.exists_from:
        return Check(Truth.NO, f"{terms.symbol} came into force on {terms.exists_from}")
    if terms.until is not None and edition.day > terms.until:
        return Check(Truth.NO, f"{terms.symbol} ended on {terms.until}")
    return Check(Truth.YES)


def _reach_check(terms: Terms, case: ExceptionCase, edition: Edition) -> Check:
    holds = reaches(terms.reach, case, edition)
    if holds is not Truth.UNKNOWN:
        return Check(holds, terms.reason)
    ask = f"Is it sure that this line is within {terms.symbol}: {terms.reason}?"
    return open_fact(
        holds, terms.reason, Question(f"{terms.symbol}.scope", ask, terms.citation), case
    )


def _exclusion(bar: Bar, case: ExceptionCase, edition: Edition) -> Check:
    found = restriction(bar, case, edition)
    reason = f"{bar.citation}: {found.reason}"
    contradicts = found.contradicts
    return Check(~found.holds, reason, found.condition, found.confirms, contradicts=contradicts)


def _try(way: Way, terms: Terms, case: ExceptionCase, edition: Edition) -> Tried:
    """Try a paragraph, or recall how it went on a line that was like this for its own reaches."""
    reached = case.reached
    if reached is None:
        return _tried(way, terms, case, edition)
    key = (
        reached.ground,
        reached.state & _bits_of(way, edition.tables),
        reached.required if terms.sole_reason else None,
        not case.requirements or bool(taken(case, terms.symbol, way.overcomes)),
    )
    return _tried_before(way, terms, Side.of(key, case, edition))


@lru_cache(maxsize=KEPT)
def _tried_before(way: Way, terms: Terms, side: Side) -> Tried:
    return _tried(way, terms, *side.opened())


@cache
def _bits_of(way: Way, tables: Tables) -> int:
    gate = tables.license_exceptions.gate
    barring = (one for bar in gate if not bar.admits(way.citation) for one in bar.reaches)
    return state_bits((*way.reaches, *barring), tables)


def _tried(way: Way, terms: Terms, case: ExceptionCase, edition: Edition) -> Tried:
    fits = _fits(way, terms, case, edition)
    if fits.holds is Truth.NO:
        return Tried(way, (fits,), None, is_meant=False, is_open=False, is_chosen=False)
    checks = (
        fits,
        *passes(way.citation, case, edition),
        *(other_reasons(case, terms.symbol, way.overcomes) if terms.sole_reason else ()),
        takes_something(case, terms.symbol, way.overcomes),
        *(_exclusion(bar, case, edition) for bar in way.exclusions),
        *asked_all(way.questions, case, edition),
    )
    selector = asked(way.selector, case, edition) if way.selector else None
    known = (*checks, selector) if selector else checks
    is_open = together(known) is not Availability.UNAVAILABLE
    return Tried(
        way,
        checks,
        selector,
        is_meant=_is_meant(way, case),
        is_open=is_open,
        is_chosen=is_open and (selector is None or selector.holds is Truth.YES),
    )


def _is_meant(way: Way, case: ExceptionCase) -> bool:
    return way.selector is not None and case.transaction.answer(way.selector.slug) is Truth.YES


def _fits(way: Way, terms: Terms, case: ExceptionCase, edition: Edition) -> Check:
    holds = reaches(way.reach, case, edition)
    if holds is not Truth.UNKNOWN:
        return Check(holds, way.reason)
    short = way.citation.removeprefix("15 CFR ")
    ask = f"Is it sure that {short} fits: {way.reason}?"
    return open_fact(
        holds, way.reason, Question(f"{terms.symbol}.{short}", ask, way.citation), case
    )


def _rank(one: Tried) -> int:
    return BEST_FIRST.index(together(one.checks))


def _under(
    one: Tried, terms: Terms, case: ExceptionCase, common: tuple[Check, ...]
) -> LicenseException:
    selector = (one.selector,) if one.selector else ()
    checks = (*common, *selector, *one.checks)
    return answer(
        terms.symbol, one.way.citation, checks, taken(case, terms.symbol, one.way.overcomes)
    )


def _to_choose(
    tried: tuple[Tried, ...], terms: Terms, case: ExceptionCase, common: tuple[Check, ...]
) -> LicenseException:
    """No paragraph is chosen yet: the open ones come back as the questions that choose.

    An order that chose one which is closed to it gets no other instead.
    """
    meant = tuple(one for one in tried if one.is_meant)
    remaining = () if meant else tuple(one for one in tried if one.is_open)
    if not remaining:
        closed = (check for one in meant or tried for check in (*one.checks, one.selector) if check)
        no = tuple(check for check in closed if check.holds is Truth.NO)
        return answer(terms.symbol, terms.citation, no, frozenset())
    selectors = tuple(one.selector for one in remaining if one.selector)
    overcomes = frozenset[str]().union(
        *(taken(case, terms.symbol, one.way.overcomes) for one in remaining)
    )
    return answer(terms.symbol, terms.citation, (*common, *selectors), overcomes)

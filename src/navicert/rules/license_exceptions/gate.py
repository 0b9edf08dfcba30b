"""The gate: what takes every license exception away, or all but a few (15 CFR 740.2(a))."""

from __future__ import annotations

from functools import cache, lru_cache

from navicert.law.edition import Edition
from navicert.law.library import Tables
from navicert.law.tables.exception_questions import Question
from navicert.law.tables.license_exceptions import Bar
from navicert.rules.license_exceptions.case import ExceptionCase, Restriction
from navicert.rules.license_exceptions.checks import Check, asked
from navicert.rules.license_exceptions.reach import reaches
from navicert.rules.license_exceptions.side import KEPT, Side
from navicert.rules.license_exceptions.sweep import state_bits
from navicert.rules.license_exceptions.totals import amount_reached
from navicert.terms.truth import Truth

__all__ = ["Restriction", "gate", "passes"]

NOT_VERIFIED = Question(
    "gate.law_of_the_day",
    "Has somebody held this line against part 740 as it stood on the day? The shelf does not "
    "reach back to it.",
    "15 CFR part 740",
)


def gate(case: ExceptionCase, edition: Edition) -> tuple[Restriction, ...]:
    """Give the restrictions of 740.2 that hold for a line, or that may hold.

    What a missing fact leaves open comes back as unknown, with the question that settles it.
    """
    reached = case.reached
    if reached is None:
        return _gate(case, edition)
    bits = _gate_bits(edition.tables)
    return _gate_before(Side.of((reached.ground, reached.state & bits), case, edition))


@lru_cache(maxsize=KEPT)
def _gate_before(side: Side) -> tuple[Restriction, ...]:
    return _gate(*side.opened())


@cache
def _gate_bits(tables: Tables) -> int:
    found = (one for bar in tables.license_exceptions.gate for one in bar.reaches)
    return state_bits(found, tables)


def _gate(case: ExceptionCase, edition: Edition) -> tuple[Restriction, ...]:
    found = [restriction(bar, case, edition) for bar in edition.gate_of_exceptions()]
    if not edition.exceptions_verified():
        found.append(_of_the_day(case, edition))
    return tuple(one for one in found if one.holds is not Truth.NO)


def passes(paragraph: str, case: ExceptionCase, edition: Edition) -> tuple[Check, ...]:
    """Give a check for each restriction that does not leave a paragraph of part 740 open."""
    return tuple(
        Check(
            ~one.holds,
            f"{one.citation}: {one.reason}",
            one.condition,
            one.confirms,
            contradicts=one.contradicts,
        )
        for one in gate(case, edition)
        if not one.admits(paragraph)
    )


def restriction(bar: Bar, case: ExceptionCase, edition: Edition) -> Restriction:
    """Apply one restriction to a line; what facts leave open the order's answers may settle."""
    reached = case.reached
    if reached is None:
        return _restriction(bar, case, edition)
    key = (reached.ground, reached.state & _bits_of(bar, edition.tables))
    return _restriction_before(bar, Side.of(key, case, edition))


@lru_cache(maxsize=KEPT)
def _restriction_before(bar: Bar, side: Side) -> Restriction:
    return _restriction(bar, *side.opened())


@cache
def _bits_of(bar: Bar, tables: Tables) -> int:
    return state_bits(bar.reaches, tables)


def _restriction(bar: Bar, case: ExceptionCase, edition: Edition) -> Restriction:
    facts = reaches(bar.reach, case, edition)
    if bar.asks:
        facts = facts & Truth.UNKNOWN
    check = asked(bar.question, case, edition, _amount(bar)) if facts is Truth.UNKNOWN else None
    return Restriction(
        citation=bar.citation,
        holds=~check.holds if check else facts,
        reason=f"{bar.reason}; {check.refuted}" if check and check.refuted else bar.reason,
        survivors=bar.survivors,
        bars=bar.bars,
        surviving_symbols=bar.surviving_symbols,
        condition=check.condition if check else None,
        contradicts=check.contradicts if check else False,
        confirms=bar.question.confirms and not _amount_is_reached(bar, case),
    )


def _amount(bar: Bar) -> str:
    return f"{bar.reach.at_least_usd:,}" if bar.reach.at_least_usd is not None else ""


def _amount_is_reached(bar: Bar, case: ExceptionCase) -> bool:
    return bar.reach.at_least_usd is not None and amount_reached(bar.reach, case) is Truth.YES


def _of_the_day(case: ExceptionCase, edition: Edition) -> Restriction:
    check = asked(NOT_VERIFIED, case, edition)
    return Restriction(
        citation=NOT_VERIFIED.citation,
        holds=~check.holds,
        reason="nobody verified part 740 for the day",
        surviving_symbols=frozenset(),
        condition=check.condition,
    )

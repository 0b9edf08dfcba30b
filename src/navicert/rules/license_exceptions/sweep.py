"""All reaches of part 740 held against a case at once, side by side with what looked alike before.

A case is looked at from several sides: its item, its place, its requirements. Two cases that look
the same from a side have the same answer there, so each side is worked out once and kept.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from navicert.law.edition import Edition
from navicert.law.library import Tables
from navicert.law.tables.exception_reach import Reach
from navicert.rules.finding import Finding
from navicert.rules.license_exceptions.case import ExceptionCase, Reached, Required, Token
from navicert.rules.license_exceptions.reach import VIEWS, Look
from navicert.rules.license_exceptions.requirements import part_of
from navicert.rules.license_exceptions.side import KEPT, Side
from navicert.rules.license_exceptions.totals import amount_reached, has_amount
from navicert.terms.truth import Truth


def sweep(case: ExceptionCase, edition: Edition) -> Reached:
    """Hold every reach of the shelf against a case."""
    no = unknown = 0
    law = (edition.tables, edition.day)
    for number, view in enumerate(VIEWS):
        closed, open_ = _from(number, Side.of((*law, view.sees(case)), case, edition))
        no |= closed
        unknown |= open_
    reached, doubtful = _amounts(no, case, edition)
    unknown = (unknown | doubtful) & ~no
    at = places(edition.tables)
    state = no | unknown << len(at) | reached << 2 * len(at)
    ground = _token((*law, *_said_by_order(case)))
    required = _required(Side.of(_requirements_seen(case.requirements), case, edition))
    return Reached(at, no, unknown, reached, state, ground, required)


@cache
def places(tables: Tables) -> Mapping[Reach, int]:
    """Number the reaches of a shelf."""
    reaches = tables.license_exceptions.reaches
    return MappingProxyType({reach: number for number, reach in enumerate(reaches)})


def state_bits(reaches: Iterable[Reach], tables: Tables) -> int:
    """Give the bits that some reaches have in the state of a case."""
    at = places(tables)
    bits = 0
    for reach in reaches:
        bits |= 1 << at[reach]
    return bits | bits << len(at) | bits << 2 * len(at)


def _amounts(no: int, case: ExceptionCase, edition: Edition) -> tuple[int, int]:
    """Give the bits whose amount the order reaches, and those where nobody knows."""
    reached = unknown = 0
    for reach, bit in _with_amounts(edition.tables):
        if not no & bit:
            found = amount_reached(reach, case)
            if found is Truth.YES:
                reached |= bit
            elif found is Truth.UNKNOWN:
                unknown |= bit
    return reached, unknown


def _said_by_order(case: ExceptionCase) -> tuple[Hashable, ...]:
    answers, figures = case.transaction.answers, case.line.item.figures
    return (tuple(answers.items()) if answers else (), tuple(figures.items()) if figures else ())


def _requirements_seen(requirements: tuple[Finding, ...]) -> tuple[Hashable, ...]:
    """Give of the requirements what exceptions look at; what is unsure is asked about by name."""
    return tuple(
        [
            (
                one.label,
                "" if one.label and one.holds is Truth.YES else one.citation,
                part_of(one),
                one.reason,
                one.allows_exceptions,
                one.holds,
            )
            for one in requirements
        ]
    )


@lru_cache(maxsize=KEPT)
def _required(side: Side) -> Required:
    return Required(side.opened()[0].requirements)


@lru_cache(maxsize=KEPT)
def _token(_key: tuple[Hashable, ...]) -> Token:
    return Token()


@cache
def _with_amounts(tables: Tables) -> tuple[tuple[Reach, int], ...]:
    return tuple((one, 1 << at) for one, at in places(tables).items() if has_amount(one))


@lru_cache(maxsize=KEPT)
def _from(view: int, side: Side) -> tuple[int, int]:
    """Give the bits of what one view denies, and of what it leaves open."""
    no = unknown = 0
    case, edition = side.opened()
    for look in VIEWS[view].looks:
        for reach, bit in _limited(look, edition.tables):
            found = look.test(reach, case, edition)
            if found is Truth.NO:
                no |= bit
            elif found is Truth.UNKNOWN:
                unknown |= bit
    return no, unknown


@cache
def _limited(look: Look, tables: Tables) -> tuple[tuple[Reach, int], ...]:
    found = places(tables).items()
    return tuple((reach, 1 << at) for reach, at in found if look.limits(reach))

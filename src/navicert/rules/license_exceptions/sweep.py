"""All reaches of part 740 held against a case at once, side by side with what looked alike before.

A case is looked at from several sides: its item, its place, its requirements. Two cases that look
the same from a side have the same answer there, so each side is worked out once and kept.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from types import MappingProxyType

from navicert.law.edition import Edition
from navicert.law.library import Tables
from navicert.law.tables.exception_reach import Reach
from navicert.rules.license_exceptions.case import ExceptionCase, Reached
from navicert.rules.license_exceptions.reach import VIEWS, Look
from navicert.rules.license_exceptions.totals import amount_reached, has_amount
from navicert.terms.truth import Truth

KEPT = 1 << 16
"""Answers kept of each sort: more than 10,000 lines of every kind leave behind, or none recurs."""


@dataclass(frozen=True, slots=True)
class Side:
    """A case from one side: ``key`` is all that counts there, and all that tells two apart."""

    key: tuple[Hashable, ...]
    case: ExceptionCase = field(compare=False, repr=False)
    edition: Edition = field(compare=False, repr=False)


def sweep(case: ExceptionCase, edition: Edition) -> Reached:
    """Hold every reach of the shelf against a case."""
    no = unknown = 0
    law = (edition.tables, edition.day)
    for number, view in enumerate(VIEWS):
        closed, open_ = _from(number, Side((*law, view.sees(case)), case, edition))
        no |= closed
        unknown |= open_
    at = places(edition.tables)
    amounts = 0
    for reach in _with_amounts(edition.tables):
        bit = 1 << at[reach]
        if not no & bit:
            found = amount_reached(reach, case)
            amounts |= bit if found is Truth.YES else 0
            unknown |= bit if found is Truth.UNKNOWN else 0
    return Reached(at, no, unknown & ~no, amounts)


@cache
def places(tables: Tables) -> Mapping[Reach, int]:
    """Number the reaches of a shelf."""
    reaches = tables.license_exceptions.reaches
    return MappingProxyType({reach: number for number, reach in enumerate(reaches)})


@cache
def _with_amounts(tables: Tables) -> tuple[Reach, ...]:
    return tuple(one for one in places(tables) if has_amount(one))


@lru_cache(maxsize=KEPT)
def _from(view: int, side: Side) -> tuple[int, int]:
    """Give the bits of what one view denies, and of what it leaves open."""
    no = unknown = 0
    for look in VIEWS[view].looks:
        for reach, number in _limited(look, side.edition.tables):
            found = look.test(reach, side.case, side.edition)
            if found is Truth.NO:
                no |= 1 << number
            elif found is Truth.UNKNOWN:
                unknown |= 1 << number
    return no, unknown


@cache
def _limited(look: Look, tables: Tables) -> tuple[tuple[Reach, int], ...]:
    return tuple(one for one in places(tables).items() if look.limits(one[0]))

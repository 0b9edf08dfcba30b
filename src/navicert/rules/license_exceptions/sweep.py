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
from navicert.rules.license_exceptions.case import (
    ExceptionCase,
    OfOrder,
    Reached,
    Required,
    Seen,
    Token,
)
from navicert.rules.license_exceptions.reach import (
    OF_ORDER,
    OF_PLACE,
    VIEWS,
    Look,
    is_about,
    of_requirements,
    order_sees,
)
from navicert.rules.license_exceptions.requirements import part
from navicert.rules.license_exceptions.side import KEPT, Side
from navicert.rules.license_exceptions.totals import amount_reached, has_amount, is_out_of_reach
from navicert.rules.worth import Most, most_of
from navicert.terms.truth import Truth


def sweep(case: ExceptionCase, edition: Edition) -> Reached:
    """Hold every reach of the shelf against a case."""
    law = (edition.tables, edition.day)
    order = case.of_order or order_of(case, edition)
    required, no, unknown = _requirements(case, edition)
    no, unknown = no | order.seen.no, unknown | order.seen.unknown
    place = (*law, order.seen, case.line.item.origin)
    sides = [(*law, *view.sees(case)) for view in VIEWS]
    for number, key in enumerate((*sides, place)):
        closed, open_ = _from(number, Side.of(key, case, edition))
        no |= closed
        unknown |= open_
    reached, doubtful = _amounts(no, order.most, case, edition)
    unknown = (unknown | doubtful) & ~no
    at = places(edition.tables)
    state = no | unknown << len(at) | reached << 2 * len(at)
    ground = _token((*law, *_said_by_order(case)))
    return Reached(at, no, unknown, reached, state, ground, required)


def order_of(case: ExceptionCase, edition: Edition) -> OfOrder:
    """Work out what the lines of an order share."""
    key = (edition.tables, edition.day, *order_sees(case))
    return OfOrder(_of_order(Side.of(key, case, edition)), most_of(case.order_worth()))


@lru_cache(maxsize=KEPT)
def _of_order(side: Side) -> Seen:
    return Seen(*_looked(OF_ORDER, *side.opened()))


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


def _amounts(no: int, most: Most, case: ExceptionCase, edition: Edition) -> tuple[int, int]:
    """Give the bits whose amount the order reaches, and those where nobody knows."""
    reached = unknown = 0
    for reach, bit in _with_amounts(edition.tables):
        if no & bit:
            continue
        found = Truth.UNKNOWN if is_out_of_reach(reach, most, case) else amount_reached(reach, case)
        if found is Truth.YES:
            reached |= bit
        elif found is Truth.UNKNOWN:
            unknown |= bit
    return reached, unknown


def _said_by_order(case: ExceptionCase) -> tuple[Hashable, ...]:
    answers, figures = case.transaction.answers, case.line.item.figures
    return (tuple(answers.items()) if answers else (), tuple(figures.items()) if figures else ())


def _requirements(case: ExceptionCase, edition: Edition) -> tuple[Required, int, int]:
    """Give what stands for the requirements, and the bits that they deny and leave open.

    What is unsure is asked about by the section, what has no label is named by it.
    """
    key, yes, maybe, tables = [], 0, 0, edition.tables
    for one in case.requirements:
        where, bits = _of_one(tables, one.label, one.citation, one.reason)
        sure = one.holds is Truth.YES
        named = "" if one.label and sure else one.citation
        key.append((one.label, named, where, one.reason, one.allows_exceptions, one.holds))
        yes |= bits if sure else 0
        maybe |= bits if one.holds is Truth.UNKNOWN else 0
    required = _required(Side.of(tuple(key), case, edition))
    return required, _of_requirements(tables) & ~(yes | maybe), maybe & ~yes


@lru_cache(maxsize=KEPT)
def _of_one(tables: Tables, label: str, citation: str, reason: str) -> tuple[str, int]:
    """Give the part that a requirement is of, and the bits of the reaches that are about it."""
    at, bits = places(tables), 0
    for reach in filter(of_requirements, at):
        if is_about(reach, label, citation, reason):
            bits |= 1 << at[reach]
    return part(label, reason, citation), bits


@cache
def _of_requirements(tables: Tables) -> int:
    at = places(tables)
    return sum(1 << at[reach] for reach in filter(of_requirements, at))


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
    """Give the bits of what one view denies, and of what it leaves open; the last is of a place."""
    looks = VIEWS[view].looks if view < len(VIEWS) else OF_PLACE
    return _looked(looks, *side.opened())


def _looked(looks: tuple[Look, ...], case: ExceptionCase, edition: Edition) -> tuple[int, int]:
    no = unknown = 0
    for look in looks:
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

"""All reaches of part 740 held against a case at once, side by side with what looked alike before.

A case is looked at from several sides: its item, its place, its requirements. Two cases that look
the same from a side have the same answer there, so each side is worked out once and kept.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from decimal import Decimal
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
    OF_ITEM,
    OF_LINE,
    OF_ORDER,
    OF_PLACE,
    Look,
    is_about,
    item_sees,
    of_requirements,
    order_sees,
)
from navicert.rules.license_exceptions.requirements import part
from navicert.rules.license_exceptions.side import KEPT, Side
from navicert.rules.license_exceptions.totals import (
    amount_reached,
    has_amount,
    is_of_line,
    is_out_of_reach,
)
from navicert.rules.worth import most_of
from navicert.terms.truth import Truth

Numbered = tuple[Reach, int]
"""A reach with its bit."""


def sweep(case: ExceptionCase, edition: Edition) -> Reached:
    """Hold every reach of the shelf against a case."""
    tables = edition.tables
    order = case.of_order or order_of(case, edition)
    required, no, unknown = _requirements(case, edition)
    law = (tables, edition.day)
    item = _of_item(Side.of((*law, *item_sees(case)), case, edition))
    place = _of_place(Side.of((*law, order.seen, case.line.item.origin), case, edition))
    no |= order.seen.no | item.no | place.no | (0 if case.prohibited else _prohibited(tables))
    reached, doubtful = _amounts_of_line(no, case, tables)
    reached |= order.amounts & ~no
    unknown |= order.seen.unknown | item.unknown | place.unknown | order.open | doubtful
    unknown &= ~no
    at = places(tables)
    state = no | unknown << len(at) | reached << 2 * len(at)
    ground = _ground(order.answered, case.line.item.figures)
    return Reached(at, no, unknown, reached, state, ground, required)


def order_of(case: ExceptionCase, edition: Edition) -> OfOrder:
    """Work out what the lines of an order share."""
    tables, day = edition.tables, edition.day
    answers = case.transaction.answers
    amounts, open_ = _amounts(case, tables)
    return OfOrder(
        seen=_of_order(Side.of((tables, day, *order_sees(case)), case, edition)),
        amounts=amounts,
        open=open_,
        answered=_token((tables, day, tuple(answers.items()) if answers else ())),
    )


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


def _amounts(case: ExceptionCase, tables: Tables) -> tuple[int, int]:
    """Give the bits whose amount the order reaches, and those where nobody knows."""
    most = most_of(case.order_worth())
    reached = unknown = 0
    for reach, bit in _with_amounts(tables)[0]:
        if is_out_of_reach(reach, most) or amount_reached(reach, case) is Truth.UNKNOWN:
            unknown |= bit
        else:
            reached |= bit
    return reached, unknown


def _amounts_of_line(no: int, case: ExceptionCase, tables: Tables) -> tuple[int, int]:
    """Give the same of those amounts that are held against the line alone."""
    reached = unknown = 0
    for reach, bit in _with_amounts(tables)[1]:
        if no & bit:
            continue
        unsaid = reach.above_figure and not case.line.item.figures
        if unsaid or amount_reached(reach, case) is Truth.UNKNOWN:
            unknown |= bit
        else:
            reached |= bit
    return reached, unknown


def _ground(answered: Token, figures: Mapping[str, Decimal]) -> Token:
    return _token((answered, tuple(figures.items()))) if figures else answered


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
    bits = 0
    for reach, bit in _asking(tables):
        if is_about(reach, label, citation, reason):
            bits |= bit
    return part(label, reason, citation), bits


@cache
def _of_requirements(tables: Tables) -> int:
    return sum(bit for _, bit in _asking(tables))


@cache
def _asking(tables: Tables) -> tuple[Numbered, ...]:
    """Give the reaches that turn on the requirements of a line."""
    return tuple((one, 1 << at) for one, at in places(tables).items() if of_requirements(one))


@lru_cache(maxsize=KEPT)
def _required(side: Side) -> Required:
    return Required(side.opened()[0].requirements)


@lru_cache(maxsize=KEPT)
def _token(_key: tuple[Hashable, ...]) -> Token:
    return Token()


@cache
def _with_amounts(tables: Tables) -> tuple[tuple[Numbered, ...], tuple[Numbered, ...]]:
    """Give the reaches that turn on an amount: of the whole order, and of the line alone."""
    found = [(one, 1 << at) for one, at in places(tables).items() if has_amount(one)]
    whole = tuple(one for one in found if not is_of_line(one[0]))
    return whole, tuple(one for one in found if is_of_line(one[0]))


@cache
def _prohibited(tables: Tables) -> int:
    """Give the bits that a line without a prohibition denies."""
    return sum(bit for look in OF_LINE for _, bit in _limited(look, tables))


@lru_cache(maxsize=KEPT)
def _of_item(side: Side) -> Seen:
    return Seen(*_looked(OF_ITEM, *side.opened()))


@lru_cache(maxsize=KEPT)
def _of_place(side: Side) -> Seen:
    return Seen(*_looked(OF_PLACE, *side.opened()))


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
def _limited(look: Look, tables: Tables) -> tuple[Numbered, ...]:
    found = places(tables).items()
    return tuple((reach, 1 << at) for reach, at in found if look.limits(reach))

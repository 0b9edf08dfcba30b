"""A register of owners: a file that says who holds which share of whom, as it was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from navicert.errors import Problem
from navicert.facts.ownership import NOTHING, WHOLE, Stake, key
from navicert.parties.ownership.shares import EXACT
from navicert.parties.screening.names import read

MOST_FLAGS = 1_000
"""Flags that are kept in words; the others are counted."""
ROUNDED = Decimal(1)
"""By how much shares that were rounded one by one may go beyond the whole together."""


@dataclass(frozen=True, slots=True)
class Entity:
    """One owner or owned of a register: its id there, its names, and numbers that are its own.

    ``country`` is as the register writes it.
    """

    id: str
    name: str
    country: str = ""
    kind: str = ""
    aliases: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Register:
    """A register: ``form`` is that of its file, ``digest`` the SHA-256 of its bytes as they came.

    ``flags`` are what is odd and was kept: shares over 100 percent together, an entity that owns
    itself, an id that nobody has. ``flagged`` counts them all, ``left_out`` what is no stake.
    """

    title: str
    form: str
    as_of: date | None
    digest: str
    entities: tuple[Entity, ...]
    stakes: tuple[Stake, ...]
    flags: tuple[Problem, ...] = ()
    flagged: int = 0
    left_out: tuple[tuple[str, int], ...] = ()


@dataclass(slots=True)
class Flags:
    """What is odd of a register, the first in words."""

    kept: list[Problem] = field(default_factory=list)
    count: int = 0

    def add(self, place: Problem, message: str) -> None:
        """Note one."""
        self.count += 1
        if len(self.kept) < MOST_FLAGS:
            self.kept.append(Problem(place.file, place.line, place.key, message))


@dataclass(frozen=True, slots=True)
class Contents:
    """What a reader took from a file, before its shares are looked over."""

    form: str
    entities: tuple[Entity, ...]
    stakes: tuple[Stake, ...]
    title: str = ""
    as_of: date | None = None
    left_out: tuple[tuple[str, int], ...] = ()


def look_over(stakes: Iterable[Stake], flags: Flags) -> None:
    """Flag who owns itself, and whose owners hold more than the whole on one day."""
    held: dict[str, list[Stake]] = {}
    for stake in stakes:
        if stake.upper == stake.lower:
            flags.add(_place(stake), f"{stake.owner!r} owns itself: it is kept, and binds nobody")
        elif stake.counts and stake.low > NOTHING:
            held.setdefault(stake.lower, []).append(stake)
    for some in held.values():
        if sum((stake.low for stake in some), NOTHING) > WHOLE + ROUNDED:
            _flag_over(some, flags)


def _flag_over(stakes: list[Stake], flags: Flags) -> None:
    """Flag the first stake that brings the sum of a day over the whole; days may take turns."""
    for day in sorted({stake.since or date.min for stake in stakes}):
        total = NOTHING
        for stake in stakes:
            total = EXACT.add(total, stake.low) if stake.holds_on(day) else total
            if total > WHOLE + ROUNDED:
                message = (
                    f"the owners of {stake.owned!r} hold {total} percent or more together: all are "
                    "kept, and what they hold at most cannot be told from the others"
                )
                flags.add(_place(stake), message)
                return


def _place(stake: Stake) -> Problem:
    return Problem(stake.source.file, stake.source.line, "percent", "")


def node_of(name: str, country: str = "") -> str:
    """Give the id of an entity that has none: its name, and its country where it is told.

    >>> node_of("Mizar Optics, Ltd.", "SG")
    'mizar optics ltd, SG'
    """
    return f"{key(name)}, {country}" if country else key(name)


def bare(name: str) -> str:
    """Give a name by its words without legal forms, case, accents and order; all if it has no more.

    >>> bare("Pure Holding Ltd."), bare("PURE HOLDING"), bare("Ltd")
    ('holding pure', 'holding pure', 'ltd')
    """
    return read(name).line or key(name)


def numbers(identifiers: Iterable[str]) -> Iterator[str]:
    """Give numbers by their letters and figures alone, those that are long enough to tell apart.

    >>> list(numbers(("1027700132195", "GB-COH 09-123", "7")))
    ['1027700132195', 'GBCOH09123']
    """
    for one in identifiers:
        plain = "".join(filter(str.isalnum, one)).upper()
        if len(plain) >= SHORTEST:
            yield plain


SHORTEST = 5
"""Letters and figures of a number by which an entity is found."""

"""What every license exception is asked with, and what it answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import msgspec

from navicert.facts.item import Line
from navicert.facts.transaction import Transaction
from navicert.law.tables.control_list import Entry
from navicert.law.tables.exception_reach import Reach
from navicert.law.tables.license_exceptions import admits
from navicert.rules.described import Described
from navicert.rules.finding import Finding
from navicert.rules.worth import Worth, worth_of
from navicert.terms.truth import Truth


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of an exception, as a question, with the order's answer to it.

    ``slug`` is where the answer goes in an order's ``answers``: ``STA.consignee_statement``. Of
    the conditions of one ``group`` any one suffices; in no group it must be met by itself.
    """

    slug: str
    question: str
    citation: str
    answer: Truth
    group: str = ""


@dataclass(frozen=True, slots=True)
class Restriction:
    """What one paragraph of 740.2 takes away.

    ``holds`` is yes, or unknown with the ``condition`` whose answer can lift it; ``confirms``
    marks what every user of an exception vouches for. ``survivors`` are the citations of part
    740 that stay open; ``bars``, where it names some, the only ones that it closes.
    ``surviving_symbols`` are the symbols that stay open in whole or in part. ``contradicts``
    tells that the order's answer lifts it and its own facts do not.
    """

    citation: str
    holds: Truth
    reason: str
    survivors: tuple[str, ...] = ()
    bars: tuple[str, ...] = ()
    surviving_symbols: frozenset[str] | None = None
    condition: Condition | None = None
    confirms: bool = False
    contradicts: bool = False

    @property
    def only(self) -> frozenset[str] | None:
        """Give the symbols that surely are all that survives; None while that is not sure."""
        return self.surviving_symbols if self.holds is Truth.YES else None

    def admits(self, paragraph: str) -> bool:
        """Tell whether a paragraph of part 740 stays open: ``15 CFR 740.9(a)(1)``."""
        return admits(paragraph, self.survivors, self.bars)


class Token:
    """Stands for a long key, kept once: the same token is the same key, without comparing."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, eq=False)
class Required:
    """Stands for what exceptions look at of some requirements; these are like all it stands for."""

    findings: tuple[Finding, ...]


class Reached(msgspec.Struct, frozen=True, eq=False):
    """What a case is about, for every reach of the shelf at once: one bit each.

    ``at`` gives the place of a reach. A bit of ``no`` says that it is not reached, one of
    ``unknown`` that facts leave it open; ``amounts`` has those whose amount the order reaches.
    ``state`` is the three side by side. ``ground`` stands for the law of the day and for what
    the order answers, ``required`` for what exceptions look at of the requirements.
    """

    at: Mapping[Reach, int]
    no: int
    unknown: int
    amounts: int
    state: int
    ground: Token
    required: Required

    def truth(self, reach: Reach) -> Truth:
        """Tell whether a case is within a reach."""
        bit = 1 << self.at[reach]
        if self.no & bit:
            return Truth.NO
        return Truth.UNKNOWN if self.unknown & bit else Truth.YES


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """Bits of the reaches that an order denies, and leaves open, whatever line is asked about.

    Orders alike in all that these look at have one and the same.
    """

    no: int
    unknown: int


class OfOrder(msgspec.Struct, frozen=True, eq=False):
    """What the lines of an order share: what is ``seen`` of it, and what it comes to.

    Bits of ``amounts`` are reaches whose amount the order reaches, of ``open`` those where nobody
    knows. ``answered`` stands for the law of the day and for what the order answers.
    """

    seen: Seen
    amounts: int
    open: int
    answered: Token


class ExceptionCase(msgspec.Struct, frozen=True, eq=False):
    """One line with the license requirements that it meets.

    ``requirements`` are those that hold or may hold. ``entry`` is the item's entry of the
    Commerce Control List, None for EAR99 and for what the list does not have. ``groups`` are
    the Country Groups of the destination, None when nobody verified them for the day.
    ``controlled_for`` are the reasons for control of the item itself, whatever the destination,
    ``maybe_controlled_for`` those that hang on missing facts. ``unverified_party`` tells
    whether a party is on the Unverified List, ``entity_list_party`` whether one is on the
    Entity List, ``prohibited`` whether a prohibition stands that no exception overcomes.
    ``of_order`` is what the order's lines share, None to work it out for the line alone;
    ``described`` what holds of all items described alike, if the reasons for control are its.
    ``reached`` is what all reaches of the shelf came to; None to ask each anew, and to recall
    nothing of other lines.
    """

    transaction: Transaction
    line: Line
    requirements: tuple[Finding, ...]
    entry: Entry | None
    groups: frozenset[str] | None
    controlled_for: frozenset[str]
    maybe_controlled_for: frozenset[str]
    unverified_party: Truth
    entity_list_party: Truth
    worth: tuple[Worth, ...] | None = None
    prohibited: bool = False
    of_order: OfOrder | None = None
    described: Described | None = None
    reached: Reached | None = None

    def order_worth(self) -> tuple[Worth, ...]:
        """Give what the order's lines are worth by classification, added up once an order."""
        return worth_of(self.transaction) if self.worth is None else self.worth


class Availability(StrEnum):
    """Whether an exception may be used."""

    AVAILABLE = "available"
    CONDITIONAL = "conditional"
    UNAVAILABLE = "unavailable"


@dataclass(frozen=True, slots=True)
class LicenseException:
    """What one exception answers.

    ``overcomes`` are the labels of the requirements that it can overcome; ``reasons`` say why
    it may not be used, or what it rests on; ``conditions`` are its checklist. ``contradicted``
    are those of the reasons for which the order says yes and its own facts no.
    """

    symbol: str
    availability: Availability
    citation: str
    overcomes: frozenset[str] = frozenset()
    reasons: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()
    contradicted: tuple[str, ...] = ()

"""Who owns which share of whom, and who controls whom (744.11(a)(1); OFAC FAQs 398-402)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

_BETWEEN = re.compile(r"[\W_]+")
NOTHING, WHOLE = Decimal(0), Decimal(100)
UNIT = Decimal("0.000000001")
"""What "less than" takes from its bound: the finest that the arithmetic of registers tells."""
_HUNDREDTH, _TRACE = Decimal("0.01"), 100 * UNIT
UNKNOWN_OWNER = "unknown owner"
"""How an owner is called whom a register knows of and does not name; nobody can screen it."""


class StakeKind(StrEnum):
    """A share of ownership, which counts, or control without one, which does not (FAQ 398)."""

    OWNERSHIP = "ownership"
    CONTROL = "control"


@dataclass(frozen=True, slots=True)
class StakeSource:
    """Who says so: the register and its day, the file and the line in it, and what it cites."""

    register: str = ""
    day: date | None = None
    file: str = ""
    line: int = 0
    cited: str = ""

    def __str__(self) -> str:
        """Give it as messages do: what it cites, then ``file:line`` or the register."""
        place = f"{self.file}:{self.line}" if self.line else self.file or self.register
        return ", ".join(filter(None, (self.cited, place)))


@dataclass(frozen=True, slots=True)
class Stake:
    """One direct share of ownership in percent, or one tie of control.

    ``percent`` is the share where it is known. Where it is not, ``least`` and ``most`` say
    between what it lies, both included; without them nobody knows it, which is not nothing.
    ``since`` and ``until`` are the days of it, both included, None where nobody says.
    ``owner_id`` and ``owned_id`` tell entities of one name apart; without them the name does.
    """

    owner: str
    owned: str
    percent: Decimal | None = None
    kind: StakeKind = StakeKind.OWNERSHIP
    least: Decimal | None = None
    most: Decimal | None = None
    since: date | None = None
    until: date | None = None
    source: StakeSource = StakeSource()
    owner_id: str = ""
    owned_id: str = ""

    def holds_on(self, day: date) -> bool:
        """Tell whether it is held on a day; a day that nobody stated is no limit."""
        if self.since is not None and day < self.since:
            return False
        return self.until is None or day <= self.until

    @property
    def counts(self) -> bool:
        """Whether it is ownership: control alone never counts in a sum (FAQ 398)."""
        return self.kind is StakeKind.OWNERSHIP

    @property
    def low(self) -> Decimal:
        """The share that it is at least."""
        return self.percent if self.percent is not None else self.least or NOTHING

    @property
    def high(self) -> Decimal:
        """The share that it is at most."""
        if self.percent is not None:
            return self.percent
        return WHOLE if self.most is None else self.most

    @property
    def is_known(self) -> bool:
        """Whether the share is one number."""
        return self.low == self.high

    @property
    def upper(self) -> str:
        """The owner as a node of a graph."""
        return self.owner_id or key(self.owner)

    @property
    def lower(self) -> str:
        """The owned as a node of a graph."""
        return self.owned_id or key(self.owned)

    @property
    def said(self) -> str:
        """The share in words.

        >>> Stake("A", "B", least=Decimal(25), most=Decimal(50)).said
        '25 to 50 percent'
        >>> Stake("A", "B").said, Stake("A", "B", least=Decimal(75)).said
        ('an unknown share', '75 to 100 percent')
        """
        if not self.counts:
            return "control"
        if self.percent is None and self.least is None and self.most is None:
            return "an unknown share"
        return f"{between(self.low, self.high)} percent"


def written(percent: Decimal) -> str:
    """Give a share in words; one that is a trace less than a bound is under it.

    >>> written(Decimal("74.999999999")), written(Decimal("49.99")), written(Decimal("50.00"))
    ('under 75', '49.99', '50.00')
    """
    bound = percent + UNIT
    is_under = percent > NOTHING and bound == bound.quantize(_HUNDREDTH) != percent
    return f"under {bound.normalize():f}" if is_under else f"{percent:f}"


def between(low: Decimal, high: Decimal) -> str:
    """Give a share that is one number, or lies between two.

    >>> between(Decimal(50), Decimal("74.999999999")), between(Decimal(25), Decimal(25))
    ('50 to under 75', '25')
    """
    return written(low) if low == high else f"{written(low)} to {written(high)}"


def points(total: Decimal) -> str:
    """Give percentage points, traces of "less than" aside.

    >>> points(UNIT), points(Decimal("25.000000001")), points(Decimal("0.01"))
    ('less than 0.01', '25', '0.01')
    """
    if NOTHING < total < _HUNDREDTH:
        return "less than 0.01"
    rounded = total.quantize(_HUNDREDTH)
    return f"{total:f}" if abs(total - rounded) > _TRACE else _plain(total, rounded)


def _plain(total: Decimal, rounded: Decimal) -> str:
    return f"{total:f}" if total == rounded else f"{rounded.normalize():f}"


def key(name: str) -> str:
    """Give the form in which names of owners are compared: case and punctuation do not count.

    >>> key("Mizar Optics, Ltd.") == key("MIZAR OPTICS LTD")
    True
    """
    return _BETWEEN.sub(" ", name.casefold()).strip() or name


@dataclass(frozen=True, slots=True)
class EntityMatched:
    """One entity of a register that a party was taken for, and by what: a number or its name.

    ``sure`` is False where it is one of several, or of another country: then its owners are
    possible ones alone.
    """

    party: str
    entity: str
    name: str
    country: str
    by: str
    sure: bool


@dataclass(frozen=True, slots=True)
class RegisterAsked:
    """One register that was asked: which, of which day, its digest, and what it gave.

    ``stakes_used`` counts the stakes above the parties on the day; ``unknown_owners`` those of
    them whose owner the register does not name. ``unknown_parties`` are the parties that it does
    not know.
    """

    title: str
    as_of: date | None
    digest: str
    entities: int
    stakes: int
    matched: tuple[EntityMatched, ...] = ()
    stakes_used: int = 0
    unknown_owners: int = 0
    unknown_parties: tuple[str, ...] = ()


def in_no_register(asked: tuple[RegisterAsked, ...]) -> tuple[str, ...]:
    """Give the parties that none of the registers knows: nothing is told of their owners.

    >>> one = RegisterAsked("one", None, "", 1, 1, unknown_parties=("A", "B"))
    >>> in_no_register((one, RegisterAsked("other", None, "", 1, 1, unknown_parties=("B",))))
    ('B',)
    """
    if not asked:
        return ()
    rest = [frozenset(one.unknown_parties) for one in asked[1:]]
    return tuple(name for name in asked[0].unknown_parties if all(name in one for one in rest))

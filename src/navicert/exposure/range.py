"""A number that is known exactly, or only to lie between two others; what is unknown is None."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from navicert.errors import MalformedAmount

MOST = Decimal(10) ** 13
"""The largest number that a graph may state; a sum of many still fits the machine's integers."""
PLACES = 6
_NUMBER = re.compile(r"-?[0-9]{1,14}(?:\.[0-9]{1,12})?")


@dataclass(frozen=True, slots=True)
class Range:
    """``low`` to ``high``, with the likely value between them.

    ``peaked`` says that the source names the likely value: then draws are triangular, else they
    are uniform and ``likely`` is the middle.
    """

    low: Decimal
    likely: Decimal
    high: Decimal
    peaked: bool = False

    @property
    def is_exact(self) -> bool:
        """Whether it is one number.

        >>> exactly(Decimal(5)).is_exact, parse("4..6").is_exact
        (True, False)
        """
        return self.low == self.high

    def __str__(self) -> str:
        """Write it as it is read: ``5``, ``4..6`` or ``4..5..6``."""
        if self.is_exact:
            return f"{self.low:f}"
        inner = f"..{self.likely:f}" if self.peaked else ""
        return f"{self.low:f}{inner}..{self.high:f}"


def exactly(value: Decimal) -> Range:
    """Give the range of one number."""
    return Range(value, value, value)


def parse(text: str) -> Range | None:
    """Read a number or a range; None when nothing stands there, which means unknown.

    >>> str(parse("4..5..6")), parse("4..6").likely, parse(" ")
    ('4..5..6', Decimal('5'), None)
    >>> parse("6..4")
    Traceback (most recent call last):
    ...
    navicert.errors.MalformedAmount: '6..4' runs backwards: write low..high or low..likely..high

    Raises:
        MalformedAmount: for what is no number, too large, or no range.
    """
    said = text.strip()
    if not said:
        return None
    ends = [_number(part, said) for part in said.split("..")]
    if len(ends) > 3:  # noqa: PLR2004 - low, likely, high
        raise MalformedAmount(f"{_short(said)} is no range: low..high or low..likely..high")
    if ends != sorted(ends):
        message = f"{_short(said)} runs backwards: write low..high or low..likely..high"
        raise MalformedAmount(message)
    low, high = ends[0], ends[-1]
    peaked = len(ends) == 3  # noqa: PLR2004 - the one in the middle is the likely one
    return Range(low, ends[1] if peaked else (low + high) / 2, high, peaked)


def hull(claims: Sequence[Range]) -> Range:
    """Give the least range that holds every claim; no claim is taken for better than another.

    >>> str(hull([exactly(Decimal(70)), exactly(Decimal(75))]))
    '70..75'
    """
    if len(set(claims)) == 1:
        return claims[0]
    low, high = min(one.low for one in claims), max(one.high for one in claims)
    return Range(low, (low + high) / 2, high)


def _number(text: str, whole: str) -> Decimal:
    said = text.strip()
    if _NUMBER.fullmatch(said) is None:
        message = (
            f"{_short(whole)} is no number: write 5, 4..6 or 4..5..6, with a point for decimals"
        )
        raise MalformedAmount(message)
    value = Decimal(said)
    if abs(value) > MOST:
        raise MalformedAmount(f"{_short(whole)}: larger than {MOST:,}, the most that is taken")
    return value


def _short(text: str) -> str:
    return repr(text[:40])

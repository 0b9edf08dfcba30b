"""Shares as registers write them: a number, a range, a bound, or nothing that anybody knows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from navicert.errors import MalformedAmount
from navicert.facts.ownership import UNIT, WHOLE
from navicert.terms import money

UNKNOWN = frozenset({"", "unknown", "not known", "n/a", "na", "none", "-", "?"})
_RANGE = re.compile(
    r"(?P<low>[\d.]+)\s*%?\s*(?:-|\u2013|to)\s*(?P<high>[\d.]+)\s*%?", re.IGNORECASE
)
_LEAST = re.compile(r"(?:>=|≥|>|at least|more than|over)\s*(?P<low>[\d.]+)\s*%?", re.IGNORECASE)
_MOST = re.compile(
    r"(?P<op><=|≤|<|at most|less than|under|up to)\s*(?P<high>[\d.]+)\s*%?", re.IGNORECASE
)
_BELOW = frozenset({"<", "less than", "under"})


@dataclass(frozen=True, slots=True)
class Percent:
    """A share: exact, or between two bounds, both included; nothing at all where it is unknown."""

    exact: Decimal | None = None
    least: Decimal | None = None
    most: Decimal | None = None


@lru_cache(maxsize=1 << 12)
def parse(text: str) -> Percent:
    """Read a share.

    >>> parse("33.33 %").exact, parse("25-50").least, parse("25 to 50%").most
    (Decimal('33.33'), Decimal('25'), Decimal('50'))
    >>> parse("more than 75").least, parse("< 25").most, parse("unknown")
    (Decimal('75'), Decimal('24.999999999'), Percent(exact=None, least=None, most=None))
    >>> parse("101")
    Traceback (most recent call last):
    ...
    navicert.errors.MalformedAmount: 101 is more than the whole: a share is 0 to 100 percent
    """
    told = " ".join(text.split())
    if told.casefold() in UNKNOWN:
        return Percent()
    if found := _RANGE.fullmatch(told):
        return between(amount(found["low"]), amount(found["high"]))
    if found := _LEAST.fullmatch(told):
        return between(amount(found["low"]), None)
    if found := _MOST.fullmatch(told):
        high = amount(found["high"])
        return between(None, below(high) if found["op"].casefold() in _BELOW else high)
    return Percent(exact=amount(told.removesuffix("%").strip()))


def below(bound: Decimal) -> Decimal:
    """Give the most that is less than a bound."""
    return max(bound - UNIT, Decimal(0))


def between(low: Decimal | None, high: Decimal | None) -> Percent:
    """Give a range; raises MalformedAmount when it ends before it begins."""
    if low is not None and high is not None and low > high:
        raise MalformedAmount(f"{low} to {high} ends before it begins")
    return Percent(exact=low) if low is not None and low == high else Percent(None, low, high)


def amount(told: object) -> Decimal:
    """Read a number of percent; raises MalformedAmount beyond 100."""
    number = money.parse_amount(told)
    if number > WHOLE:
        raise MalformedAmount(f"{number} is more than the whole: a share is 0 to 100 percent")
    return number

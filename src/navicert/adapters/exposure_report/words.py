"""Figures and days of a report as people read them; None is said, never shown as nought."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal

from navicert.errors import MalformedAmount
from navicert.exposure.losses import DayEstimate, Estimate
from navicert.exposure.range import Range, parse
from navicert.terms.truth import Truth

UNKNOWN = "not known"
NEVER = "not within the horizon"
HOLDS = {Truth.YES: "barred", Truth.UNKNOWN: "may be barred", Truth.NO: "stays"}

_STEPS = ((Decimal(10) ** 12, "tn"), (Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "m"))
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_FIGURES = 3
_WHOLE = Decimal(100)


def short(value: Decimal | None) -> str:
    """Write a number with three figures, in millions and billions where it is large.

    >>> short(Decimal(2_300_000_000)), short(Decimal("99950000")), short(Decimal(48_210))
    ('2.3bn', '100m', '48,210')
    >>> short(Decimal("4.256")), short(None)
    ('4.26', 'not known')
    """
    if value is None:
        return UNKNOWN
    for step, unit in _STEPS:
        if abs(value) >= step:
            return f"{_figures(value / step)}{unit}"
    return _figures(value) if abs(value) < _WHOLE else f"{_round(value, 0):,f}"


def long_day(day: date) -> str:
    """Write a day that nobody can misread.

    >>> long_day(date(2018, 5, 9))
    '9 May 2018'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def money(value: Decimal | None, currency: str) -> str:
    """Write an amount.

    >>> money(Decimal(500_000_000), "USD")
    'USD 500m'
    """
    return UNKNOWN if value is None else f"{currency} {short(value)}"


def spread(estimate: Estimate, unit: str = "") -> str:
    """Write what lies between p05 and p95; empty where nothing was drawn or nothing varies."""
    low, high = estimate.p05, estimate.p95
    if low is None or high is None or short(low) == short(high):
        return ""
    return f"{short(low)}{unit} to {short(high)}{unit}"


def days_spread(estimate: DayEstimate) -> str:
    """Write the early and the late end of a day; empty where they are one."""
    low, high = estimate.p05, estimate.p95
    if low is None or low == high:
        return ""
    return f"{long_day(low)} to {NEVER if high is None else long_day(high)}"


def day_or_never(day: date | None) -> str:
    """Write a day of an estimate."""
    return NEVER if day is None else long_day(day)


def ranged(value: Range | None) -> str:
    """Write an input as it was stated."""
    if value is None:
        return UNKNOWN
    return short(value.low) if value.is_exact else f"{short(value.low)} to {short(value.high)}"


def claimed(text: str) -> str:
    """Write what a source claims as people read it, in full.

    >>> claimed("900000"), claimed("12..13"), claimed("guilty plea")
    ('900,000', '12 to 13', 'guilty plea')
    """
    try:
        found = parse(text)
    except MalformedAmount:
        return text
    if found is None:
        return UNKNOWN
    ends = (found.low,) if found.is_exact else (found.low, found.high)
    return " to ".join(f"{end:,f}" for end in ends)


def listed(words: Iterable[str], most: int = 3) -> str:
    """Write a list of words as a sentence has it.

    >>> listed(["a", "b", "c"]), listed(["a", "b", "c", "d", "e"])
    ('a, b and c', 'a, b, c and 2 more')
    """
    found = list(words)
    if len(found) > most:
        return f"{', '.join(found[:most])} and {len(found) - most:,} more"
    return " and ".join(filter(None, (", ".join(found[:-1]), *found[-1:])))


def counted(count: int, one: str, many: str = "") -> str:
    """Write how many there are of a thing.

    >>> counted(1, "line"), counted(2, "country", "countries")
    ('1 line', '2 countries')
    """
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def _figures(value: Decimal) -> str:
    """Write three figures, without noughts that say nothing."""
    places = max(0, _FIGURES - 1 - value.adjusted()) if value else 0
    text = f"{_round(value, places):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _round(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_EVEN)

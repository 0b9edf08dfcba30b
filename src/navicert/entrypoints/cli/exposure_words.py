"""Estimates as people read them: the likely value, and the range of the draws beside it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from navicert.errors import TermError
from navicert.exposure.range import parse
from navicert.exposure.result import DayEstimate, Estimate

_SCALES = ((Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "m"))

_LARGE = Decimal("9.95")


def amount(value: Decimal | None) -> str:
    """Write an amount short.

    >>> amount(Decimal("2300000000")), amount(Decimal("36500000")), amount(Decimal("1234.5"))
    ('2.3bn', '36.5m', '1,234.50')
    """
    if value is None:
        return "unknown"
    for scale, name in _SCALES:
        if abs(value) >= scale:
            short = (value / scale).quantize(Decimal("0.01")).normalize()
            return f"{short:,f}{name}"
    return f"{value:,.2f}" if value != value.to_integral_value() else f"{value:,.0f}"


def claimed(text: str, unit: str) -> str:
    """Write what a source claims, readably, with its unit; words stay as they are.

    >>> claimed("876000000", "USD"), claimed("4..6", "days"), claimed("guilty plea", "")
    ('876m USD', '4 to 6 days', 'guilty plea')
    """
    try:
        found = parse(text)
    except TermError:
        return text
    if found is None:
        return "unknown"
    ends = (found.low,) if found.is_exact else (found.low, found.high)
    return f"{' to '.join(amount(one) for one in ends)} {unit}".strip()


def money(told: Estimate, currency: str) -> str:
    """Write an estimate of money, with its range where it has one."""
    if told.likely is None:
        return "unknown"
    return f"{amount(told.likely)} {currency}{_span(told, amount)}"


def people(told: Estimate) -> str:
    """Write an estimate of people."""
    return f"{_whole(told.likely)}{_span(told, _whole)}"


def days(told: DayEstimate) -> str:
    """Write an estimate of a day.

    >>> from datetime import date
    >>> days(DayEstimate(date(2026, 3, 22), date(2026, 3, 22)))
    '2026-03-22'
    """
    likely = told.likely.isoformat() if told.likely else "never"
    known = (told.p05, told.p50, told.p95)
    if told.likely is None and told.worst is not None:
        likely = f"never ({told.worst} at worst)"
    if not any(known) or len({told.likely, told.p05, told.p95}) == 1:
        return likely
    low, high = (one.isoformat() if one else "never" for one in (told.p05, told.p95))
    return f"{likely} ({low} to {high})"


def percent(value: Decimal) -> str:
    """Write a share, with a place where it is small.

    >>> percent(Decimal("42.0455")), percent(Decimal("0.3077"))
    ('42%', '0.3%')
    """
    return f"{value:.0f}%" if value >= _LARGE else f"{value:.1f}%"


def _whole(value: Decimal | None) -> str:
    return "unknown" if value is None else f"{value:,.0f}"


def _span(told: Estimate, write: Callable[[Decimal | None], str]) -> str:
    if told.likely is None:
        return ""
    low, high = write(told.p05), write(told.p95)
    if told.p05 is None or low == high == write(told.likely):
        worst = told.worst is not None and told.worst != told.likely
        return f" ({write(told.worst)} at worst)" if worst and told.p05 is None else ""
    return f" ({low} to {high})"

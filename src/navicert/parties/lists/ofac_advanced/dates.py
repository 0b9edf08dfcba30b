"""Dates of an advanced file, which gives every date as a period from a day to a day."""

from __future__ import annotations

import calendar
from datetime import date

from navicert.parties.lists.ofac_advanced.values import done
from navicert.parties.lists.xml_elements import Element
from navicert.terms import partial_date
from navicert.terms.partial_date import PartialDate

_DECEMBER = 12
_EARLIEST = 1000


def day(element: Element) -> date:
    """Read a day; a missing month or day is the first."""
    year, month, of_month = _numbers(element)
    return _made(element, year, month or 1, of_month or 1)


def period(element: Element) -> PartialDate:
    """Read a period as a date of which parts may be unknown."""
    days: list[date] = []
    about = False
    for tag in ("Start", "End"):
        for edge in element.each(tag):
            about = about or edge.attribute("Approximate") == "true"
            days.extend(_edge(edge))
    element.attributes()
    for comment in element.each("Comment"):
        comment.words()
    element.finish()
    if not days:
        raise element.refused("a period without a date")
    return partial_date.between(min(days), max(days), about=about)


def _edge(edge: Element) -> list[date]:
    days = [day(one) for one in edge.each("From")]
    days += [_last_day(one) for one in edge.each("To")]
    done(edge)
    return days


def _last_day(element: Element) -> date:
    year, month, of_month = _numbers(element)
    month = month or _DECEMBER
    if not 1 <= month <= _DECEMBER or not _EARLIEST <= year <= date.max.year:
        return _made(element, year, month, 1)
    return _made(element, year, month, of_month or calendar.monthrange(year, month)[1])


def _numbers(element: Element) -> tuple[int, int, int]:
    texts = [element.word(tag) for tag in ("Year", "Month", "Day")]
    done(element)
    if not texts[0] or any(text and not (text.isascii() and text.isdigit()) for text in texts):
        raise element.refused(f"{'-'.join(texts)[:40]!r} is not a date")
    year, month, of_month = (int(text[:9] or 0) for text in texts)
    return year, month, of_month


def _made(element: Element, year: int, month: int, of_month: int) -> date:
    try:
        if year >= _EARLIEST:
            return date(year, month, of_month)
    except ValueError:
        pass
    raise element.refused(f"'{year}-{month}-{of_month}' is not a date")

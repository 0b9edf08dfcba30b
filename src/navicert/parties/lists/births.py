"""Dates of birth as lists write them; what is no date stays where the reader keeps its text."""

from __future__ import annotations

from collections.abc import Iterable

from navicert.terms import partial_date
from navicert.terms.partial_date import PartialDate


def parse(texts: Iterable[str]) -> tuple[PartialDate, ...]:
    """Read those that are dates, each once, in their order.

    >>> [partial_date.format(one) for one in parse(["circa 1944", "12 Mar 1965", "spring"])]
    ['about 1944', '1965-03-12']
    """
    dates = (partial_date.parse(text) for text in texts if partial_date.is_valid(text))
    return tuple(dict.fromkeys(dates))


def unread(texts: Iterable[str]) -> tuple[str, ...]:
    """Give those that are no dates.

    >>> unread(["1944", "15/08/19yy"])
    ('15/08/19yy',)
    """
    return tuple(text for text in texts if text and not partial_date.is_valid(text))

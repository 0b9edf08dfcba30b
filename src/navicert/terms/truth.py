"""Three-valued truth (Kleene): a missing fact is unknown, and unknown is an answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum


class Truth(Enum):
    """Yes, no, or not known.

    >>> Truth.NO & Truth.UNKNOWN, Truth.YES & Truth.UNKNOWN
    (<Truth.NO: 'no'>, <Truth.UNKNOWN: 'unknown'>)
    >>> Truth.YES | Truth.UNKNOWN, ~Truth.UNKNOWN
    (<Truth.YES: 'yes'>, <Truth.UNKNOWN: 'unknown'>)
    """

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"

    __hash__ = object.__hash__
    """There is one of each; that of ``Enum`` hashes the name anew at every look-up."""

    def __and__(self, other: Truth) -> Truth:
        """Both hold; one certain no decides."""
        if self is _NO or other is _NO:
            return _NO
        return _YES if self is _YES and other is _YES else _UNKNOWN

    def __or__(self, other: Truth) -> Truth:
        """Either holds; one certain yes decides."""
        if self is _YES or other is _YES:
            return _YES
        return _NO if self is _NO and other is _NO else _UNKNOWN

    def __invert__(self) -> Truth:
        """Not; unknown stays unknown."""
        return _OPPOSITE[self]

    def __bool__(self) -> bool:
        """Refuse: an unknown would silently become a yes or a no."""
        message = "a Truth has three values: compare it with 'is Truth.YES' or 'is Truth.NO'"
        raise TypeError(message)


_YES, _NO, _UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN
"""Read a hundred times for each line of an order, so by a name of the module."""

_OPPOSITE: Mapping[Truth, Truth] = {
    Truth.YES: Truth.NO,
    Truth.NO: Truth.YES,
    Truth.UNKNOWN: Truth.UNKNOWN,
}


def parse(value: bool | None) -> Truth:  # noqa: FBT001 - the one place where a plain bool comes in
    """Read a plain answer; None is unknown.

    >>> parse(None)
    <Truth.UNKNOWN: 'unknown'>
    """
    if value is None:
        return Truth.UNKNOWN
    return Truth.YES if value else Truth.NO


def all_of(values: Iterable[Truth]) -> Truth:
    """Conjunction; of nothing it is yes. One certain no decides, and nothing more is asked."""
    result = _YES
    for value in values:
        if value is _NO:
            return _NO
        result = result & value
    return result


def any_of(values: Iterable[Truth]) -> Truth:
    """Disjunction; of nothing it is no. One certain yes decides, and nothing more is asked."""
    result = _NO
    for value in values:
        if value is _YES:
            return _YES
        result = result | value
    return result

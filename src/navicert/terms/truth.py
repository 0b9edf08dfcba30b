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

    def __and__(self, other: Truth) -> Truth:
        """Both hold; one certain no decides."""
        if Truth.NO in (self, other):
            return Truth.NO
        return Truth.YES if self is other is Truth.YES else Truth.UNKNOWN

    def __or__(self, other: Truth) -> Truth:
        """Either holds; one certain yes decides."""
        if Truth.YES in (self, other):
            return Truth.YES
        return Truth.NO if self is other is Truth.NO else Truth.UNKNOWN

    def __invert__(self) -> Truth:
        """Not; unknown stays unknown."""
        return _OPPOSITE[self]

    def __bool__(self) -> bool:
        """Refuse: an unknown would silently become a yes or a no."""
        message = "a Truth has three values: compare it with 'is Truth.YES' or 'is Truth.NO'"
        raise TypeError(message)


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
    """Conjunction; of nothing it is yes."""
    result = Truth.YES
    for value in values:
        result = result & value
    return result


def any_of(values: Iterable[Truth]) -> Truth:
    """Disjunction; of nothing it is no."""
    result = Truth.NO
    for value in values:
        result = result | value
    return result

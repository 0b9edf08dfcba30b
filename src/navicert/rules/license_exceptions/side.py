"""A case from one side: the key under which what was worked out for it is kept for those alike."""

from __future__ import annotations

from collections.abc import Hashable

from msgspec.structs import replace

from navicert.law.edition import Edition
from navicert.rules.license_exceptions.case import ExceptionCase, Reached

KEPT = 1 << 16
"""Answers kept of each sort: more than 10,000 lines of every kind leave behind, or none recurs."""


class Side(tuple[Hashable, ...]):  # noqa: SLOT001 - a tuple takes no slots of its own
    """All that counts of a case from one side: two cases with the same side share the answer.

    It is a plain tuple, so that keys are compared without a call of Python. The case goes along
    for the first who asks, and is let go then: a key must not keep an order alive.
    """

    _asked: tuple[ExceptionCase, Edition, Reached | None]

    @classmethod
    def of(
        cls,
        key: tuple[Hashable, ...],
        case: ExceptionCase,
        edition: Edition,
        reached: Reached | None = None,
    ) -> Side:
        """Look at a case from the side that a key tells from all others.

        What all reaches came to may be given beside it, to be put in when somebody asks.
        """
        side = cls(key)
        side._asked = (case, edition, reached)
        return side

    def opened(self) -> tuple[ExceptionCase, Edition]:
        """Give the case behind the key, once."""
        case, edition, reached = self._asked
        del self._asked
        return (case if reached is None else replace(case, reached=reached)), edition

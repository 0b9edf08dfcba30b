"""What is alike in all that counts shares one answer: keys for what is worked out once."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

T = TypeVar("T")


class Alike(tuple[Hashable, ...], Generic[T]):  # noqa: SLOT001 - a tuple takes no slots of its own
    """A key of all that counts, and what it was made from, for the first who asks.

    It is a plain tuple, so that keys are compared without a call of Python. What stands behind it
    is let go once it was looked at: a key that is kept must not keep an order alive.

    >>> one = Alike.of(("US", "DE"), "an order")
    >>> one == Alike.of(("US", "DE"), "another order"), one.opened()
    (True, 'an order')
    """

    _behind: T

    @classmethod
    def of(cls, key: tuple[Hashable, ...], behind: T) -> Alike[T]:
        """Make a key with what stands behind it."""
        one = cls(key)
        one._behind = behind
        return one

    def opened(self) -> T:
        """Give what stands behind the key, once."""
        behind = self._behind
        del self._behind
        return behind

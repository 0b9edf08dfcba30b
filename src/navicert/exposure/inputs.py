"""Every figure of a graph as one vector, so that a draw is a vector too and a swing is one entry.

The last entry is not-a-number: what nobody states points there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

import numpy as np
import numpy.typing as npt

from navicert.exposure.range import Range

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

NODE, EDGE, SUBSTITUTE = 0, 1, 2
"""Of what an input is a figure."""


@dataclass(frozen=True, slots=True)
class Rest:
    """A figure that is what others leave of a total; ``at`` and ``others`` are positions."""

    total: float
    at: int
    others: Integers


@dataclass(frozen=True, slots=True)
class Inputs:
    """Low, likely and high of each figure; ``of`` has a row for each: of what, which, which figure.

    ``fields`` are the names that the third number of ``of`` points to.
    """

    low: Floats
    likely: Floats
    high: Floats
    peaked: Flags
    of: Integers
    fields: tuple[str, ...]
    rests: tuple[Rest, ...] = ()

    @property
    def open(self) -> Integers:
        """The positions of the figures that are not exact and do not follow from others."""
        is_open = self.low < self.high
        is_open[[one.at for one in self.rests]] = False
        return np.flatnonzero(is_open)

    def settled(self, x: Floats) -> Floats:
        """Set in each row of figures what follows from the others, and give the rows."""
        for one in self.rests:
            x[:, one.at] = np.maximum(0.0, one.total - x[:, one.others].sum(axis=1))
        return x

    def range(self, at: int) -> Range:
        """Give the range of one figure."""
        low, likely, high = (
            Decimal(repr(float(one[at]))) for one in (self.low, self.likely, self.high)
        )
        return Range(low, likely, high, bool(self.peaked[at]))


@dataclass(slots=True)
class Gathering:
    """The vector while a graph is gone through."""

    fields: tuple[str, ...]
    values: list[tuple[float, float, float, bool]] = field(default_factory=list)
    of: list[tuple[int, int, int]] = field(default_factory=list)

    def take(self, found: Range | None, of: tuple[int, int, str]) -> int:
        """Take a figure in and give its position; -1, the last entry, where there is none."""
        if found is None:
            return -1
        low, likely, high = float(found.low), float(found.likely), float(found.high)
        self.values.append((low, likely, high, found.peaked))
        self.of.append((of[0], of[1], self.fields.index(of[2])))
        return len(self.values) - 1

    def inputs(self) -> Inputs:
        """Give the whole vector."""
        nothing = (np.nan, np.nan, np.nan, False)
        every = np.array([*self.values, nothing], dtype=np.float64)
        of = np.array(self.of or [(0, 0, 0)], dtype=np.int64)
        low, likely, high = (np.ascontiguousarray(every[:, at]) for at in range(3))
        return Inputs(low, likely, high, every[:, 3].astype(bool), of, self.fields)

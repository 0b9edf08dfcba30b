"""From numbers of many draws to one estimate: likely, worst, and three percentiles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import numpy as np

from navicert.exposure.flow import NEVER
from navicert.exposure.inputs import Floats, Integers
from navicert.exposure.measures import Outcome
from navicert.exposure.result import DayEstimate, Estimate
from navicert.exposure.shock import Window

CENT, WHOLE_ONE, FINE = Decimal("0.01"), Decimal(1), Decimal("0.0001")
LOW, MIDDLE, HIGH = 0.05, 0.5, 0.95


@dataclass(frozen=True, slots=True)
class Estimates:
    """The outcomes of one scenario: of the likely figures and of the draws, sure and at worst.

    Without draws ``drawn`` and ``drawn_worst`` are None.
    """

    window: Window
    sure: Outcome
    worst: Outcome
    drawn: Outcome | None = None
    drawn_worst: Outcome | None = None

    def number(self, name: str, column: int = 0, places: Decimal = CENT) -> Estimate:
        """Give an estimate of an amount; more of it is worse."""
        likely = written(getattr(self.sure, name)[0, column], places)
        worst = written(getattr(self.worst, name)[0, column], places)
        if self.drawn is None or self.drawn_worst is None:
            return Estimate(likely, worst)
        drawn, gravest = getattr(self.drawn, name), getattr(self.drawn_worst, name)
        return Estimate(
            likely,
            worst,
            written(_percentile(drawn[:, column], LOW), places),
            written(_percentile(drawn[:, column], MIDDLE), places),
            written(_percentile(gravest[:, column], HIGH), places),
        )

    def day(self, name: str, column: int = 0, *, early_is_worse: bool = True) -> DayEstimate:
        """Give an estimate of a day; an early stop is worse, and a late return."""
        likely, worst = getattr(self.sure, name)[0, column], getattr(self.worst, name)[0, column]
        if self.drawn is None or self.drawn_worst is None:
            return DayEstimate(self._day(likely), self._day(worst))
        drawn, gravest = getattr(self.drawn, name), getattr(self.drawn_worst, name)
        low, high = (gravest, drawn) if early_is_worse else (drawn, gravest)
        return DayEstimate(
            self._day(likely),
            self._day(worst),
            self._day(_percentile(low[:, column], LOW)),
            self._day(_percentile(drawn[:, column], MIDDLE)),
            self._day(_percentile(high[:, column], HIGH)),
        )

    def _day(self, at: float) -> date | None:
        return None if at >= NEVER else self.window.day(int(at))


def _percentile(values: Floats | Integers, share: float) -> float:
    """Give a value that was drawn; of draws that know nothing, nothing."""
    return float(np.quantile(values, share, method="inverted_cdf"))


def written(value: float, places: Decimal) -> Decimal | None:
    """Write a number with as many places as it is told with; None for what is not known.

    >>> written(1.005, CENT), written(float("nan"), CENT)
    (Decimal('1.01'), None)
    """
    number = float(value)
    if not np.isfinite(number):
        return None
    return Decimal(repr(number)).quantize(places, ROUND_HALF_UP)

"""The score card: a weight for each figure, added up; two cards, for two questions.

``alert``: is this listed party worth a person's look? ``verdict``: are these two names one? Each
has points of its own, ``native``, for names of which one is written in a script that is not
compared letter by letter. The cards, how they were fitted and on what are in ``card.toml``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import exp
from typing import Any

from navicert.parties import shipped
from navicert.parties.screening.navicert_1.features import NAMES
from navicert.parties.screening.navicert_1.words import PACKAGE

VERSION = "navicert-1"
MARKED = NAMES.index("marked")


@dataclass(frozen=True, slots=True)
class Points:
    """``points`` a unit of each figure in the order of ``NAMES``, ``base`` to start from."""

    base: float
    points: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One card: points for names in Latin letters, and for those with one of another script.

    ``threshold`` is the least score that counts.
    """

    latin: Points
    native: Points
    threshold: float

    def score(self, figures: list[float]) -> float:
        """Give the score of an alignment, between 0 and 1, to four places."""
        own = self._own(figures)
        points, total = own.points, own.base
        for place in range(len(NAMES)):
            total += points[place] * figures[place]
        return round(1 / (1 + exp(-max(-40.0, min(40.0, total)))), 4)

    def shares(self, figures: list[float]) -> tuple[tuple[str, float], ...]:
        """Say what each figure added to the score, the largest first; those of nothing left out."""
        told = [
            (name, round(points * figure, 3))
            for name, points, figure in zip(NAMES, self._own(figures).points, figures, strict=True)
            if points * figure
        ]
        return tuple(sorted(told, key=lambda one: (-abs(one[1]), one[0])))

    def _own(self, figures: list[float]) -> Points:
        return self.native if figures[MARKED] else self.latin


@cache
def alert() -> Card:
    """Give the card that decides whether a person must look."""
    return _card("alert")


@cache
def verdict() -> Card:
    """Give the card that decides whether two names are one."""
    return _card("verdict")


def _card(name: str) -> Card:
    told = shipped.table(PACKAGE, "card.toml")[name]
    return Card(_points(told), _points(told["native"]), told["threshold"])


def _points(told: Mapping[str, Any]) -> Points:
    return Points(told["base"], tuple(float(told["points"][one]) for one in NAMES))

"""The questions of part 740: what a condition asks, and what of an order answers it by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from navicert.law.tables.exception_reach import Reach, reach_of
from navicert.terms.truth import Truth, parse

DECISIVE = ("met_only_where", "unmet_only_where")
"""Facts that answer both ways: the other way where they do not hold."""


@dataclass(frozen=True, slots=True)
class Told:
    """What an order says by itself, and ``because``, how to put it to whoever reads the answer."""

    reach: Reach
    because: str


@dataclass(frozen=True, slots=True)
class Question:
    """What the exporter says; ``confirms`` marks what every user of it must vouch for.

    ``figure`` names the number of an order that answers it: yes from ``least`` to ``most``, and
    ``below``; with ``only_refutes`` a number within says nothing. Of the questions of one
    ``group`` any one yes suffices. The rest of the order answers too: yes where one of ``met``
    holds, no where one of ``unmet`` does; ``decisive`` names those of the two that also say the
    opposite where they do not hold. ``asked_where`` are the only transactions that it is for.
    """

    slug: str
    ask: str
    citation: str
    confirms: bool = False
    group: str = ""
    figure: str = ""
    least: Decimal | None = None
    most: Decimal | None = None
    below: Decimal | None = None
    only_refutes: bool = False
    met: tuple[Told, ...] = ()
    unmet: tuple[Told, ...] = ()
    decisive: str = ""
    asked_where: tuple[Told, ...] = ()

    @property
    def reaches(self) -> tuple[Reach, ...]:
        """Everything that an order is held against for it."""
        return tuple(one.reach for one in (*self.met, *self.unmet, *self.asked_where))

    def measured(self, figures: Mapping[str, Decimal]) -> Truth:
        """Answer from the figures of an order; what they do not say is unknown."""
        value = figures.get(self.figure)
        if value is None or (self.least, self.most, self.below) == (None, None, None):
            return Truth.UNKNOWN
        within = (
            (self.least is None or value >= self.least)
            and (self.most is None or value <= self.most)
            and (self.below is None or value < self.below)
        )
        return parse(None if within and self.only_refutes else within)


def question(row: dict[str, Any], symbol: str, citation: str) -> Question:
    """Read a question of the shelf; ``symbol`` begins its slug."""
    return Question(
        slug=f"{symbol}.{row['slug']}",
        ask=row["ask"],
        citation=row.get("citation", citation),
        confirms=row.get("confirms", False),
        group=f"{symbol}.{row['group']}" if "group" in row else "",
        figure=row.get("figure", ""),
        least=_number(row, "least"),
        most=_number(row, "most"),
        below=_number(row, "below"),
        only_refutes=row.get("only_refutes", False),
        met=_told(row, "met_where") + _told(row, "met_only_where"),
        unmet=_told(row, "unmet_where") + _told(row, "unmet_only_where"),
        decisive=next((key[:-11] for key in DECISIVE if key in row), ""),
        asked_where=_told(row, "asked_where"),
    )


def _told(row: dict[str, Any], key: str) -> tuple[Told, ...]:
    return tuple(Told(reach_of(one), one.get("because", "")) for one in row.get(key, ()))


def _number(row: dict[str, Any], key: str) -> Decimal | None:
    return Decimal(str(row[key])) if key in row else None

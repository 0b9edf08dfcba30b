"""What a shock does to each supplier, stock, line, product, network, country and employer.

Money is in the graph's currency, shares are in percent. Every estimate names the likely value
beside what the draws give.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from navicert.exposure.graph import EdgeKey
from navicert.exposure.range import Range
from navicert.terms.truth import Truth


@dataclass(frozen=True, slots=True)
class Estimate:
    """A measure: ``likely`` with every input at its likely value and what is sure severed.

    ``worst`` is the same with every edge severed that may be. ``p05``, ``p50`` and ``p95`` are of
    the draws; ``p95`` is of those in which what may be severed is. All None: not known.
    """

    likely: Decimal | None
    worst: Decimal | None
    p05: Decimal | None = None
    p50: Decimal | None = None
    p95: Decimal | None = None


@dataclass(frozen=True, slots=True)
class DayEstimate:
    """A day, None for never within the horizon; ``p05`` is the early end, ``p95`` the late one.

    ``worst`` is the day with every edge severed that may be, and so is ``p05`` of a stop.
    """

    likely: date | None
    worst: date | None
    p05: date | None = None
    p50: date | None = None
    p95: date | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """What the rule said of an act: YES it is barred, UNKNOWN it may be; clause and citation."""

    holds: Truth
    clause: str = ""
    citation: str = ""
    plain: str = ""
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SeveredEdge:
    """One edge in one span: ``from_day`` is the first barred day, ``to_day`` the last.

    ``value`` is what the edge is worth a year, None where nobody says so.
    """

    edge: EdgeKey
    from_day: date
    to_day: date
    ground: Ground
    value: Range | None = None

    @property
    def holds(self) -> Truth:
        """YES: severed; UNKNOWN: may be severed."""
        return self.ground.holds

    @property
    def clause(self) -> str:
        """The clause of the order, such as ``Second.A``."""
        return self.ground.clause

    @property
    def citation(self) -> str:
        """Where that is written."""
        return self.ground.citation


@dataclass(frozen=True, slots=True)
class SupplierLoss:
    """What a supplier may not sell within the horizon, and its share of all its revenue then."""

    node: str
    name: str
    country: str | None
    at_risk: Estimate
    share: Estimate
    revenue: Range | None
    since: date | None


@dataclass(frozen=True, slots=True)
class FrozenStock:
    """Stock that the denied person may not use, move or dispose of; ``unit``: pieces or days."""

    company: str
    part: str
    name: str
    stock: Range | None
    unit: str
    value: Estimate
    since: date
    until: date
    ground: Ground


@dataclass(frozen=True, slots=True)
class LineStop:
    """When a line slows, stops and runs again, and the part that runs out first.

    ``stops_on`` follows from the stock being used up. ``barred_on`` is the first day on which the
    company may, by the order itself, not use a part of the line that it has in stock.
    ``lost_days`` are days of full output lost within the horizon; ``back_by`` names what brings it
    back: an authorization, the end of the bar, or a substitute; ``unknown`` are parts whose stock
    nobody states: it may stop earlier. ``not_known`` are those of them that are surely cut.
    """

    line: str
    name: str
    company: str
    slows_on: DayEstimate
    stops_on: DayEstimate
    back_on: DayEstimate
    lost_days: Estimate
    because: str
    back_by: str = ""
    barred_on: date | None = None
    unknown: tuple[str, ...] = ()
    not_known: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it hangs on stock that nobody states when it stops: None is not never then."""
        return self.stops_on.likely is None and bool(self.not_known)


@dataclass(frozen=True, slots=True)
class ProductLoss:
    """A product that is no longer made, sold or updated; revenue lost within the horizon.

    ``at_least``: more is lost if its line stops earlier, since stock is not known.
    """

    product: str
    name: str
    stops_on: DayEstimate
    back_on: DayEstimate
    revenue: Decimal | None
    revenue_lost: Estimate
    without_updates_since: date | None = None
    users: Estimate | None = None
    at_least: bool = False


@dataclass(frozen=True, slots=True)
class NetworkLoss:
    """A network without support: nobody may maintain or update it as it was.

    ``since`` and ``until`` are the first and the last such day, ``days`` how many there are: an
    authorization may lie between.
    """

    network: str
    name: str
    country: str | None
    since: date
    until: date
    users: Estimate
    ground: Ground
    days: int = 0


@dataclass(frozen=True, slots=True)
class CountryLoss:
    """Users in a country of what has lost support, at most at any time; against its population."""

    country: str
    name: str
    users: Estimate
    population: Range | None
    share: Estimate


@dataclass(frozen=True, slots=True)
class JobLoss:
    """Jobs that hang on the business that was cut: all jobs times the share of it that is cut."""

    node: str
    name: str
    jobs: Range
    at_risk: Estimate

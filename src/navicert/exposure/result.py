"""What came of a shock: plain frozen data of which the summary, JSON and the reports are made.

Money is in the graph's currency, shares are in percent, days are dates. Every estimate names the
likely value beside what the draws give.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from navicert.exposure.graph import Assumption, EdgeKey, Source, SupplyGraph
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
    nobody states: it may stop earlier.
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


@dataclass(frozen=True, slots=True)
class ProductLoss:
    """A product that is no longer made, sold or updated; revenue lost within the horizon."""

    product: str
    name: str
    stops_on: DayEstimate
    back_on: DayEstimate
    revenue: Decimal | None
    revenue_lost: Estimate
    without_updates_since: date | None = None
    users: Estimate | None = None


@dataclass(frozen=True, slots=True)
class NetworkLoss:
    """A network without support: nobody may maintain or update it as it was."""

    network: str
    name: str
    country: str | None
    since: date
    until: date
    users: Estimate
    ground: Ground


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


@dataclass(frozen=True, slots=True)
class Point:
    """How things stand from a day on, until the day of the next point; of the likely run.

    ``lines_running`` counts lines at their rate: a line at half speed is a half.
    ``supply_per_day`` and ``revenue_per_day`` are money; ``users_served`` have support.
    """

    day: date
    severed: int
    may_be_severed: int
    lines_running: Decimal
    supply_per_day: Decimal
    revenue_per_day: Decimal
    users_served: Decimal


@dataclass(frozen=True, slots=True)
class Balance:
    """What was, what is severed or lost, what remains: the last two add up to the first, exactly.

    ``worst`` is what is lost with every edge severed that may be.
    """

    was: Decimal
    lost: Decimal
    remains: Decimal
    worst: Decimal
    draws: Estimate


@dataclass(frozen=True, slots=True)
class Totals:
    """The whole graph within the horizon: money, people, lines."""

    supplies: Balance
    sales: Balance
    users: Balance
    jobs: Balance
    frozen: Estimate
    lines: int
    lines_stopped: Estimate
    first_stop: DayEstimate
    last_stop: DayEstimate


@dataclass(frozen=True, slots=True)
class Swing:
    """How far a measure goes when one input goes from its low to its high, all others likely."""

    input: str
    source: str
    range: Range
    measure: str
    low: Decimal
    high: Decimal
    base: Decimal

    @property
    def width(self) -> Decimal:
        """How far it swings."""
        return abs(self.high - self.low)


@dataclass(frozen=True, slots=True)
class Scenario:
    """One remedy and all that follows; ``lifted_on`` is the day on which the bar ends early."""

    name: str
    remedy: str
    lifted_on: date | None
    authorizations: bool
    severed: tuple[SeveredEdge, ...]
    suppliers: tuple[SupplierLoss, ...]
    frozen: tuple[FrozenStock, ...]
    lines: tuple[LineStop, ...]
    products: tuple[ProductLoss, ...]
    networks: tuple[NetworkLoss, ...]
    countries: tuple[CountryLoss, ...]
    jobs: tuple[JobLoss, ...]
    timeline: tuple[Point, ...]
    totals: Totals
    tornado: tuple[Swing, ...] = ()


@dataclass(frozen=True, slots=True)
class OrderPeriod:
    """What an order or a listing is from one day to another, both included."""

    since: date
    until: date
    state: str
    citation: str
    authorizations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OrderTold:
    """An order or a listing that was asked; ``hypothetical`` when no instrument was given."""

    reference: str
    names: tuple[str, ...]
    periods: tuple[OrderPeriod, ...]
    hypothetical: bool = False
    kind: str = "denial order"


@dataclass(frozen=True, slots=True)
class Told:
    """One of several claims: what it says, and who says so."""

    value: str
    source: str
    place: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Sources that state the same thing differently; ``taken`` is what was computed with."""

    of: str
    what: str
    unit: str
    claims: tuple[Told, ...]
    taken: str = ""


@dataclass(frozen=True, slots=True)
class Unknown:
    """What nobody states, and what was done about it."""

    of: str
    what: str
    effect: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Digests:
    """What the answer rests on, so that it can be computed again."""

    graph: str = ""
    orders: str = ""
    law: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """The whole answer: one scenario a remedy, the first being that the bar stays."""

    title: str
    denied: tuple[str, ...]
    since: date
    until: date
    currency: str
    orders: tuple[OrderTold, ...]
    scenarios: tuple[Scenario, ...]
    contradictions: tuple[Contradiction, ...]
    unknowns: tuple[Unknown, ...]
    assumptions: tuple[Assumption, ...]
    sources: tuple[Source, ...]
    draws: int
    seed: int
    graph: SupplyGraph
    digests: Digests = field(default_factory=Digests)

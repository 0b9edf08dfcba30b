"""What came of a shock: plain frozen data of which the summary, JSON and the reports are made.

Money is in the graph's currency, shares are in percent, days are dates.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from navicert.exposure.graph import Assumption, Figure, Source, SupplyGraph
from navicert.exposure.losses import (
    CountryLoss,
    DayEstimate,
    Estimate,
    FrozenStock,
    Ground,
    JobLoss,
    LineStop,
    NetworkLoss,
    ProductLoss,
    SeveredEdge,
    SupplierLoss,
)
from navicert.exposure.range import Range

__all__ = [
    "Balance",
    "Contradiction",
    "CountryLoss",
    "DayEstimate",
    "Digests",
    "Estimate",
    "FrozenStock",
    "Ground",
    "JobLoss",
    "LineStop",
    "NetworkLoss",
    "OrderPeriod",
    "OrderTold",
    "Point",
    "ProductLoss",
    "Result",
    "Scenario",
    "SeveredEdge",
    "SupplierLoss",
    "Swing",
    "Told",
    "Totals",
    "Unknown",
]
from navicert.terms.truth import Truth


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
    """The whole graph within the horizon: money, people, lines.

    ``users`` are those without support on the worst day; ``user_days`` add up all days. With
    ``at_least`` what is lost of ``sales`` and ``jobs``, and ``lines_stopped``, may be more: some
    line hangs on stock that nobody states.
    """

    supplies: Balance
    sales: Balance
    users: Balance
    jobs: Balance
    frozen: Estimate
    lines: int
    lines_stopped: Estimate
    first_stop: DayEstimate
    last_stop: DayEstimate
    user_days: Estimate
    at_least: bool = False


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
class Computed:
    """What the run gives for a measure: the likely value, and the ends it may lie between."""

    likely: Decimal | None
    low: Decimal | None
    high: Decimal | None
    how: str


@dataclass(frozen=True, slots=True)
class Compared:
    """A stated figure beside the computed one; UNKNOWN where one of the two is not known.

    ``near`` says that the likely value is the stated one as far as reports round.
    """

    figure: Figure
    computed: Computed
    agrees: Truth
    near: bool = False

    @property
    def stands(self) -> str:
        """Say in a word or two how they stand to each other."""
        if self.agrees is Truth.UNKNOWN:
            return "cannot be compared"
        if self.agrees is Truth.NO:
            return "differs"
        return "as stated" if self.near else "within the range"

    @property
    def why(self) -> str:
        """Say how they stand to each other, and what the computed one comes from."""
        note = f"; the source: {self.figure.note}" if self.figure.note else ""
        return f"{self.stands}: {self.computed.how}{note}"


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
    stated: tuple[Compared, ...] = ()
    not_compared: tuple[Figure, ...] = ()
    digests: Digests = field(default_factory=Digests)

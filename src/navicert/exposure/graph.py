"""A supply graph: who gives what to whom, each figure with its source, contradictions kept.

Figures are of a year, of a day or of the moment, as docs/exposure.md says of each; None is
unknown, which is never nought.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from navicert.exposure.range import Range, hull
from navicert.terms.truth import Truth


class NodeKind(StrEnum):
    """What stands in a graph."""

    COMPANY = "company"
    SUPPLIER = "supplier"
    PART = "part"
    PRODUCT = "product"
    LINE = "line"
    NETWORK = "network"
    CUSTOMER = "customer"
    COUNTRY = "country"
    PEOPLE = "people"


class EdgeKind(StrEnum):
    """How one node hangs on another; five of them are acts that an order can bar."""

    SUPPLIES = "supplies"
    COMPONENT = "component"
    MADE_ON = "made_on"
    RUNS = "runs"
    SELLS = "sells"
    MAINTAINS = "maintains"
    UPDATES = "updates"
    USES = "uses"
    EMPLOYS = "employs"
    STORES = "stores"
    OPERATES = "operates"


ACTS = frozenset(
    {EdgeKind.SUPPLIES, EdgeKind.SELLS, EdgeKind.MAINTAINS, EdgeKind.UPDATES, EdgeKind.STORES}
)
"""The kinds that stand for an act of somebody with an item."""


@dataclass(frozen=True, slots=True)
class Node:
    """One node; ``revenue`` is that of a year, ``population`` that of a country.

    ``place`` is where it was read, ``file:line``.
    """

    id: str
    kind: NodeKind
    name: str
    country: str | None = None
    revenue: Range | None = None
    employees: Range | None = None
    population: Range | None = None
    users: Range | None = None
    source: str = ""
    note: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Numbers:
    """The figures of an edge: money a year, percent, pieces, stock, pieces a day, days, people.

    ``stock`` is in pieces where ``use_per_day`` is known, else in days of need.
    """

    value: Range | None = None
    share: Range | None = None
    quantity: Range | None = None
    stock: Range | None = None
    use_per_day: Range | None = None
    lead_days: Range | None = None
    users: Range | None = None


FIGURES = ("value", "share", "quantity", "stock", "use_per_day", "lead_days", "users")
"""The names of the figures of an edge."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What one source says of an edge."""

    numbers: Numbers
    source: str = ""
    note: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class EdgeKey:
    """What makes an edge the same one whoever speaks of it."""

    tail: str
    head: str
    kind: EdgeKind
    item: str = ""

    def __str__(self) -> str:
        """Write it as people read it: ``q supplies z: modem``."""
        item = f": {self.item}" if self.item else ""
        return f"{self.tail} {self.kind.value.replace('_', ' ')} {self.head}{item}"


@dataclass(frozen=True, slots=True)
class Edge:
    """One edge from ``key.tail`` to ``key.head``, with every claim of it.

    ``numbers`` are the hulls of the claims: they are not added up. ``subject`` and
    ``exported_from_us`` are unknown where nobody says so or claims differ. ``purpose`` is a slug
    that an authorization may name (``existing_network``).
    """

    key: EdgeKey
    numbers: Numbers
    claims: tuple[Claim, ...] = ()
    subject: Truth = Truth.UNKNOWN
    exported_from_us: Truth = Truth.UNKNOWN
    eccn: str = ""
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class Substitute:
    """What may stand in for a part once it is qualified; ``covers`` is in percent of the need."""

    item: str
    substitute: str
    supplier: str
    qualification_days: Range | None
    covers: Range | None
    subject: Truth = Truth.UNKNOWN
    exported_from_us: Truth = Truth.UNKNOWN
    source: str = ""
    note: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A stated fact of a node, which several sources may state differently.

    ``text`` is what stands there in words; ``value`` is None then.

    ``measure`` names what the answer has on it, as ``stated.MEASURES`` lists; empty: nothing.
    """

    of: str
    what: str
    value: Range | None
    text: str = ""
    unit: str = ""
    measure: str = ""
    source: str = ""
    note: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where figures come from."""

    id: str
    title: str
    publisher: str = ""
    day: date | None = None
    url: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Assumption:
    """What was taken for granted where no source says it."""

    id: str
    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Total:
    """What some suppliers sell together a year, so that one of them has what the others leave.

    ``rest`` is the edge whose value nobody states: it is the total less the values of all other
    supplies of ``suppliers``, and never less than nothing.
    """

    value: Decimal
    suppliers: tuple[str, ...]
    rest: EdgeKey
    source: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a graph wants to be computed, where the command says nothing else."""

    as_of: date | None = None
    currency: str = "USD"
    horizon_days: int = 365
    draws: int = 1000
    seed: int = 1


@dataclass(frozen=True, slots=True)
class SupplyGraph:
    """A whole graph in the order in which it was read; ``digest`` is the SHA-256 of its files."""

    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    substitutes: tuple[Substitute, ...] = ()
    figures: tuple[Figure, ...] = ()
    sources: tuple[Source, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    totals: tuple[Total, ...] = ()
    settings: Settings = Settings()
    digest: str = ""

    def node(self, id_: str) -> Node | None:
        """Give the node of an id; None when there is none."""
        return next((one for one in self.nodes if one.id == id_), None)


def merged(claims: tuple[Claim, ...]) -> Numbers:
    """Give the figures of an edge: of each the hull of what its claims state.

    >>> from decimal import Decimal
    >>> from navicert.exposure.range import exactly
    >>> two = tuple(Claim(Numbers(value=exactly(Decimal(n)))) for n in (4, 6))
    >>> str(merged(two).value)
    '4..6'
    """
    if len(claims) == 1:
        return claims[0].numbers
    said = {name: [getattr(one.numbers, name) for one in claims] for name in FIGURES}
    return Numbers(
        **{
            name: hull([one for one in ranges if one is not None]) if any(ranges) else None
            for name, ranges in said.items()
        }
    )

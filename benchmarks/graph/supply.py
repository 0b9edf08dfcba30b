"""A made-up supply graph of a million edges in columns, the same for the same seed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from navicert.exposure.columns import NODE_FIGURES, Columns, Substitutes, Table, Trait
from navicert.exposure.graph import FIGURES, EdgeKind, NodeKind
from navicert.exposure.inputs import Inputs, Integers
from navicert.terms.truth import Truth

COMPANIES, PRODUCTS_OF, ASSEMBLIES_OF, LEAVES_OF, PARTS_OF = 1_000, 10, 5, 9, 300
POOL, SUPPLIERS, SUPPLIES, SALES, NETWORKS = 30_000, 20_000, 450_000, 20_000, 5_000
COUNTRIES = 100
DENIED_SHARE = 0.25
"""Of all supplies, how many come from the party that is cut off."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each kind of node begins; the denied party is the first supplier."""

    suppliers: int
    parts: int
    assemblies: int
    products: int
    lines: int
    networks: int
    countries: int
    end: int


def layout() -> Layout:
    """Put companies first, then the rest, one kind after the other."""
    products = COMPANIES * PRODUCTS_OF
    assemblies = products * ASSEMBLIES_OF
    sizes = (COMPANIES, SUPPLIERS, POOL, assemblies, products, products, NETWORKS, COUNTRIES)
    begins = np.cumsum(sizes).tolist()
    return Layout(*begins)


class _Vector:
    """The vector of figures while edges are made; every figure is exact."""

    def __init__(self) -> None:
        self.parts: list[np.ndarray[tuple[int, ...], np.dtype[np.float64]]] = []
        self.count = 0

    def take(self, values: npt.NDArray[Any]) -> Integers:
        at = np.arange(self.count, self.count + len(values))
        self.parts.append(values.astype(np.float64))
        self.count += len(values)
        return at

    def inputs(self) -> Inputs:
        every = np.append(np.concatenate(self.parts), np.nan)
        of = np.zeros((len(every), 3), dtype=np.int64)
        return Inputs(every, every, every, np.zeros(len(every), dtype=bool), of, FIGURES)


def graph(seed: int) -> tuple[Columns, int]:
    """Give the columns, and the position of the party that is cut off."""
    chance, at, vector = np.random.Generator(np.random.PCG64(seed)), layout(), _Vector()
    parts = _parts_of(chance, at)
    tables = {kind: _table(0) for kind in EdgeKind}
    tables[EdgeKind.COMPONENT] = _bill(chance, at, parts)
    tables[EdgeKind.SUPPLIES] = _supplies(chance, at, parts, vector)
    products = np.arange(at.products, at.lines)
    whose = np.repeat(np.arange(COMPANIES), PRODUCTS_OF)
    lines = np.arange(at.lines, at.networks)
    tables[EdgeKind.RUNS] = _table(len(lines), tail=whose, head=lines)
    tables[EdgeKind.MADE_ON] = _table(len(lines), tail=products, head=lines)
    tables[EdgeKind.SELLS] = _sales(chance, at, vector)
    tables |= _networks(chance, at, vector)
    columns = Columns(
        nodes=at.end,
        kinds=_kinds(at),
        tables=tables,
        substitutes=Substitutes(*(np.empty(0, dtype=np.int64) for _ in range(5))),
        figures={name: np.full(at.end, -1) for name in NODE_FIGURES},
        inputs=vector.inputs(),
        traits=_traits(),
    )
    return columns, at.suppliers


def _traits() -> tuple[Trait, ...]:
    """Give the same traits for every run: a supply from the denied party is surely reached."""
    yes, no = Truth.YES, Truth.NO
    return (
        Trait(EdgeKind.SUPPLIES, "CN", "DE", yes, yes, "", "", NodeKind.COMPANY),
        Trait(EdgeKind.SUPPLIES, "DE", "DE", no, no, "", "", NodeKind.COMPANY),
        Trait(EdgeKind.SELLS, "DE", "AT", no, no, "", "", NodeKind.NETWORK),
        Trait(EdgeKind.MAINTAINS, "CN", "AT", yes, yes, "", "", NodeKind.NETWORK),
    )


def _kinds(at: Layout) -> Integers:
    order = list(NodeKind)
    kinds = np.full(at.end, order.index(NodeKind.COUNTRY), dtype=np.int64)
    for kind, start, end in (
        (NodeKind.COMPANY, 0, at.suppliers),
        (NodeKind.SUPPLIER, at.suppliers, at.parts),
        (NodeKind.PART, at.parts, at.products),
        (NodeKind.PRODUCT, at.products, at.lines),
        (NodeKind.LINE, at.lines, at.networks),
        (NodeKind.NETWORK, at.networks, at.countries),
    ):
        kinds[start:end] = order.index(kind)
    return kinds


def _table(count: int, **columns: Integers) -> Table:
    """Make a table; a column that is not given has nothing in it."""
    nothing = np.full(count, -1, dtype=np.int64)
    figures = {name: columns.get(name, nothing) for name in FIGURES}
    ends = {name: columns.get(name, nothing) for name in ("tail", "head", "item", "trait")}
    return Table(edge=np.arange(count), figures=figures, **ends)


def _parts_of(chance: np.random.Generator, at: Layout) -> Integers:
    """Give each company the parts that it buys: companies by parts."""
    first = chance.integers(0, POOL, size=COMPANIES)
    return at.parts + (first[:, None] + np.arange(PARTS_OF)[None, :] * 97) % POOL


def _bill(chance: np.random.Generator, at: Layout, parts: Integers) -> Table:
    """Hang assemblies under each product and parts of its company under each assembly."""
    assemblies = np.arange(at.assemblies, at.products)
    products = np.repeat(np.arange(at.products, at.lines), ASSEMBLIES_OF)
    company = np.repeat(np.arange(COMPANIES), PRODUCTS_OF * ASSEMBLIES_OF)
    chosen = chance.integers(0, PARTS_OF, size=(len(assemblies), LEAVES_OF))
    leaves = parts[company[:, None], chosen].ravel()
    tail = np.concatenate([assemblies, leaves])
    head = np.concatenate([products, np.repeat(assemblies, LEAVES_OF)])
    return _table(len(tail), tail=tail, head=head)


def _supplies(chance: np.random.Generator, at: Layout, parts: Integers, vector: _Vector) -> Table:
    """Give every part of a company one supplier or two, which share its need."""
    pairs = COMPANIES * PARTS_OF
    twice = SUPPLIES - pairs
    company = np.repeat(np.arange(COMPANIES), PARTS_OF)
    item = parts.ravel()
    share = np.where(np.arange(pairs) < twice, 60.0, 100.0)
    tail = at.suppliers + chance.integers(1, SUPPLIERS, size=SUPPLIES)
    tail[chance.random(SUPPLIES) < DENIED_SHARE] = at.suppliers
    return _table(
        SUPPLIES,
        tail=tail,
        head=np.concatenate([company, company[:twice]]),
        item=np.concatenate([item, item[:twice]]),
        trait=np.where(tail == at.suppliers, 0, 1),
        share=vector.take(np.concatenate([share, np.full(twice, 40.0)])),
        value=vector.take(chance.integers(10, 1_000, size=SUPPLIES) * 1_000.0),
        stock=vector.take(chance.integers(0, 90, size=SUPPLIES).astype(np.float64)),
        lead_days=vector.take(np.full(SUPPLIES, 10.0)),
    )


def _sales(chance: np.random.Generator, at: Layout, vector: _Vector) -> Table:
    products = np.tile(np.arange(at.products, at.lines), SALES // (at.lines - at.products))
    return _table(
        SALES,
        tail=(products - at.products) // PRODUCTS_OF,
        head=at.networks + chance.integers(0, NETWORKS, size=SALES),
        item=products,
        trait=np.full(SALES, 2),
        value=vector.take(chance.integers(10, 1_000, size=SALES) * 100_000.0),
    )


def _networks(chance: np.random.Generator, at: Layout, vector: _Vector) -> dict[EdgeKind, Table]:
    """Give every network one that maintains it, the denied party or a company, and its users."""
    nodes = np.arange(at.networks, at.countries)
    tail = np.where(chance.random(NETWORKS) < DENIED_SHARE, at.suppliers, 0)
    users = vector.take(chance.integers(1_000, 1_000_000, size=NETWORKS).astype(np.float64))
    where = at.countries + chance.integers(0, at.end - at.countries, size=NETWORKS)
    return {
        EdgeKind.MAINTAINS: _table(NETWORKS, tail=tail, head=nodes, trait=np.full(NETWORKS, 3)),
        EdgeKind.USES: _table(NETWORKS, tail=nodes, head=where, users=users),
        EdgeKind.OPERATES: _table(NETWORKS, tail=np.zeros_like(nodes), head=nodes),
    }

"""The bill of materials of ``navicert deminimis`` as part of a supply graph, or as one by itself.

A bill says what is in what. Alone, it stands for one maker with one line: each bought part comes
from a supplier of its own, in the country where the part comes from.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from navicert.adapters.bom import cyclonedx, table_form
from navicert.adapters.bom.rows import PRODUCT, Bill, Row
from navicert.adapters.orders.read import Form, form_of
from navicert.adapters.supply.checks import check
from navicert.adapters.supply.table import Problems
from navicert.adapters.supply.table import Row as TableRow
from navicert.adapters.supply.words import Words
from navicert.errors import UnreadableFile
from navicert.exposure.graph import (
    Assumption,
    Claim,
    Edge,
    EdgeKey,
    EdgeKind,
    Node,
    NodeKind,
    Numbers,
    SupplyGraph,
)
from navicert.exposure.range import Range, exactly
from navicert.terms.truth import Truth

MAKER, LINE = "maker", "line"
ONE = Assumption("bill", "read from a bill of materials alone: one maker, one line, and for each "
                 "bought part one supplier, in the country of the part's origin, for all of its "
                 "need")  # fmt: skip
_PARSERS = {
    Form.CSV: table_form.parse_csv,
    Form.XLSX: table_form.parse_xlsx,
    Form.JSON: cyclonedx.parse,
}


def parse(data: bytes, file: str) -> Bill:
    """Read the rows of a bill; UnreadableFile for what is none."""
    form = form_of(data, file)
    if form not in _PARSERS:
        raise UnreadableFile(f"{file}: a bill of materials is CSV, XLSX or CycloneDX JSON")
    return _PARSERS[form](data, file)


def added(graph: SupplyGraph, bill: Bill) -> SupplyGraph:
    """Give the graph with the parts of a bill; what the graph says itself stays as it is."""
    known, said = {one.id for one in graph.nodes}, {one.key for one in graph.edges}
    nodes = tuple(one for one in _nodes(bill) if one.id not in known)
    edges = tuple(one for one in _components(bill) if one.key not in said)
    return replace(graph, nodes=(*graph.nodes, *nodes), edges=(*graph.edges, *edges))


def alone(bill: Bill) -> SupplyGraph:
    """Give the graph of a bill by itself; GraphRefused for a cycle or a part of nothing."""
    nodes, edges = list(_nodes(bill)), list(_components(bill))
    top = next((one for one in nodes if one.kind is NodeKind.PRODUCT), None)
    if top is None:
        raise UnreadableFile(f"{bill.file}: no row without a parent: which is the product?")
    nodes += [
        Node(MAKER, NodeKind.COMPANY, f"maker of {top.name}", top.country, place=top.place),
        Node(LINE, NodeKind.LINE, f"line of {top.name}", top.country, place=top.place),
    ]
    edges += [
        _edge(EdgeKey(MAKER, LINE, EdgeKind.RUNS), top.place),
        _edge(EdgeKey(top.id, LINE, EdgeKind.MADE_ON), top.place),
    ]
    whole = {edge.key.head for edge in edges if edge.key.kind is EdgeKind.COMPONENT}
    for part in [one for one in nodes if one.kind is NodeKind.PART and one.id not in whole]:
        supplier = f"supplier:{part.id}"
        name = f"supplier of {part.name}"
        nodes.append(Node(supplier, NodeKind.SUPPLIER, name, part.country, place=part.place))
        edges.append(_supply(supplier, part))
    problems = Problems()
    graph = SupplyGraph(top.name, tuple(nodes), tuple(edges), assumptions=(ONE,))
    check(graph, problems)
    problems.settle()
    return graph


def _nodes(bill: Bill) -> Iterator[Node]:
    problems, seen = Problems(), set[str]()
    for row, place in _placed(bill):
        if row.id in seen:
            continue
        seen.add(row.id)
        kind = NodeKind.PRODUCT if row.parent == PRODUCT else NodeKind.PART
        words = _words(row, place, problems)
        name = words.text("name") or row.id
        yield Node(words.id("id"), kind, name, words.country("origin"), place=place)
    problems.settle()


def _components(bill: Bill) -> Iterator[Edge]:
    problems = Problems()
    for row, place in _placed(bill):
        if row.parent != PRODUCT:
            quantity = _words(row, place, problems).number("quantity")
            key = EdgeKey(row.id, row.parent, EdgeKind.COMPONENT)
            yield _edge(key, place, quantity or exactly(Decimal(1)))
    problems.settle()


def _supply(supplier: str, part: Node) -> Edge:
    key = EdgeKey(supplier, MAKER, EdgeKind.SUPPLIES, part.id)
    edge = _edge(key, part.place)
    subject = Truth.YES if part.country == "US" else Truth.UNKNOWN
    numbers = Numbers(share=exactly(Decimal(100)))
    claims = (replace(edge.claims[0], numbers=numbers),)
    return replace(edge, numbers=numbers, claims=claims, subject=subject)


def _edge(key: EdgeKey, place: str, quantity: Range | None = None) -> Edge:
    numbers = Numbers(quantity=quantity)
    return Edge(key, numbers, (Claim(numbers, place=place),))


def _words(row: Row, place: str, problems: Problems) -> Words:
    says = {key: str(value) for key, value in row.says.items() if value is not None}
    return Words(TableRow({**says, "id": row.id}, place), problems)


def _placed(bill: Bill) -> Iterator[tuple[Row, str]]:
    lines = bill.lines([row.at for row in bill.rows])
    for row, line in zip(bill.rows, lines, strict=True):
        yield row, f"{bill.file}:{line}"

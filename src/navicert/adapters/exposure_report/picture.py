"""The supply graph with its severed edges; of a large one what weighs most."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from navicert.adapters.drawing.graph import Edge as Arrow
from navicert.adapters.drawing.graph import Graph as Drawing
from navicert.adapters.drawing.graph import Node as Box
from navicert.adapters.drawing.graph import Style
from navicert.adapters.drawing.svg import draw
from navicert.adapters.exposure_report.given import Given, spans
from navicert.adapters.exposure_report.words import short
from navicert.exposure.graph import Edge, EdgeKind, Node, NodeKind
from navicert.terms.truth import Truth

MOST_EACH, SMALL = 5, 30
"""Nodes of a kind that are drawn of a graph that is not small; the tables have the others."""

DENIED, HURT, PLAIN = "denied", "hurt", "plain"
SEVERED, MAYBE, STAYS = "severed", "maybe", "stays"
STYLES = (
    Style(DENIED, "denied person", "#7d0019", width=4, fill="#f6dde1"),
    Style(HURT, "loses something", "#7d0019", width=2, dash="6 3", fill="#fdf3f4"),
    Style(PLAIN, "loses nothing that the figures tell", "#555555", fill="#ffffff"),
    Style(SEVERED, "severed", "#b00020", dash="8 4", width=3),
    Style(MAYBE, "may be severed", "#a15c00", dash="2 4", width=2),
    Style(STAYS, "stays", "#666666"),
)
_LAYERS = {
    NodeKind.SUPPLIER: 0,
    NodeKind.PART: 1,
    NodeKind.COMPANY: 2,
    NodeKind.PRODUCT: 3,
    NodeKind.LINE: 4,
    NodeKind.NETWORK: 5,
    NodeKind.CUSTOMER: 5,
    NodeKind.COUNTRY: 6,
    NodeKind.PEOPLE: 6,
}
_LEFT_OUT = frozenset({EdgeKind.EMPLOYS, EdgeKind.STORES})
_GOES_ON = frozenset({EdgeKind.COMPONENT, EdgeKind.MADE_ON})
_UNSAID = _GOES_ON | {EdgeKind.RUNS}
"""Edges that need no word: the boxes at their ends tell what they are."""


def picture(given: Given) -> str:
    """Draw the graph under the first scenario as SVG."""
    weights = _weights(given)
    taken_up = _taken_up(given)
    tied = _touched(given)
    drawable = [
        one for one in given.result.graph.nodes if _is_told(one, taken_up) and one.id in tied
    ]
    drawn = list(_chosen(given, drawable, weights))
    known = frozenset(one.id for one in drawn)
    arrows = tuple(_arrows(given, known))
    touched = {end for arrow in arrows for end in (arrow.source, arrow.target)}
    kept = [one for one in drawn if one.id in touched or _is_denied(given, one)]
    boxes = tuple(_box(given, one, weights) for one in kept)
    return draw(
        Drawing(
            title=f"What the bar cuts: {given.result.title}",
            description=(
                f"{len(boxes)} nodes and {len(arrows)} edges of the supply graph, "
                f"{sum(a.style == SEVERED for a in arrows)} of them severed"
            ),
            nodes=boxes,
            edges=arrows,
            styles=STYLES,
            left_out=len(drawable) - len(drawn),
        )
    )


def _touched(given: Given) -> frozenset[str]:
    """Give what an edge touches or moves; the others have nowhere to stand, but the denied."""
    edges = given.result.graph.edges
    ends = (end for one in edges for end in (one.key.tail, one.key.head, one.key.item))
    return frozenset((*ends, *given.result.denied))


def _is_told(node: Node, taken_up: frozenset[str]) -> bool:
    """Leave out parts that no bill of materials takes up: their names stand on the edges."""
    return node.kind is not NodeKind.PART or node.id in taken_up


def _taken_up(given: Given) -> frozenset[str]:
    edges = given.result.graph.edges
    return frozenset(one.key.tail for one in edges if one.key.kind in _GOES_ON)


def _weights(given: Given) -> dict[str, Decimal]:
    """Tell what each node loses, in its own measure; only nodes of a kind are compared."""
    one = given.first
    found: dict[str, Decimal | None] = {row.node: row.at_risk.likely for row in one.suppliers}
    found |= {row.line: row.lost_days.likely for row in one.lines}
    found |= {row.product: row.revenue_lost.likely for row in one.products}
    found |= {row.network: row.users.likely for row in one.networks}
    by_country = {row.country: row.users.likely for row in one.countries}
    for node in given.result.graph.nodes:
        if node.kind is NodeKind.COUNTRY:
            found[node.id] = by_country.get(node.id, by_country.get(node.country or ""))
    for key, of in spans(one).items():
        part, value = given.names.nodes.get(key.item), of[0].value
        is_sure = key.kind is EdgeKind.SUPPLIES and any(one.holds is Truth.YES for one in of)
        if is_sure and part is not None and part.kind is NodeKind.PART and value is not None:
            found[part.id] = (found.get(part.id) or Decimal(0)) + value.likely
    return {id_: value for id_, value in found.items() if value}


def _chosen(given: Given, nodes: list[Node], weights: dict[str, Decimal]) -> Iterator[Node]:
    """Choose kind by kind, downward: first what hangs on those chosen already, then by weight."""
    tied = _tied(given)
    near: set[str] = set()
    for kind in sorted(NodeKind, key=lambda one: (_LAYERS[one], one.value)):
        of_kind = [one for one in nodes if one.kind is kind]
        of_kind.sort(
            key=lambda one: (
                not _is_denied(given, one),
                one.id not in near,
                -weights.get(one.id, Decimal(0)),
                one.id,
            )
        )
        for one in of_kind if len(nodes) <= SMALL else of_kind[:MOST_EACH]:
            near.update(tied.get(one.id, ()))
            yield one


def _tied(given: Given) -> dict[str, list[str]]:
    """Give what hangs on each node: a supplier's part, its product, its line, its users."""
    found: dict[str, list[str]] = {}
    for edge in given.result.graph.edges:
        key = edge.key
        if key.kind is EdgeKind.SUPPLIES and key.item:
            found.setdefault(key.tail, []).append(key.item)
        elif key.kind in _GOES_ON or key.kind is EdgeKind.USES:
            found.setdefault(key.tail, []).append(key.head)
    return found


def _box(given: Given, node: Node, weights: dict[str, Decimal]) -> Box:
    style = HURT if node.id in weights else PLAIN
    if _is_denied(given, node):
        style = DENIED
    where = f", {node.country}" if node.country and node.kind is not NodeKind.COUNTRY else ""
    lines = [node.name or node.id, f"{node.kind.value}{where}"]
    if told := _loss(given, node, weights):
        lines.append(told)
    return Box(node.id, tuple(lines), style, _LAYERS[node.kind])


def _loss(given: Given, node: Node, weights: dict[str, Decimal]) -> str:
    """Say what a node loses, in a word or two."""
    if node.id not in weights:
        return ""
    amount, currency = short(weights[node.id]), given.result.currency
    return {
        NodeKind.SUPPLIER: f"{currency} {amount} at risk",
        NodeKind.PART: f"{currency} {amount} a year cut",
        NodeKind.LINE: f"{amount} days lost",
        NodeKind.PRODUCT: f"{currency} {amount} lost",
    }.get(node.kind, f"{amount} users")


def _is_denied(given: Given, node: Node) -> bool:
    return node.id in given.result.denied or node.name in given.result.denied


def _arrows(given: Given, known: frozenset[str]) -> Iterator[Arrow]:
    """Draw supplies to the part where the bill goes on from it, else to the company."""
    severed = spans(given.first)
    seen: set[tuple[str, str, str]] = set()
    for edge in sorted(given.result.graph.edges, key=lambda one: -_value(one)):
        key = edge.key
        ends = _ends(edge, known)
        if key.kind in _LEFT_OUT or ends is None:
            continue
        style = STAYS
        if key in severed:
            sure = any(one.holds is Truth.YES for one in severed[key])
            style = SEVERED if sure else MAYBE
        arrow = Arrow(*ends, label=_label(given, edge, ends), style=style)
        if (*ends, arrow.label) not in seen:
            seen.add((*ends, arrow.label))
            yield arrow


def _ends(edge: Edge, known: frozenset[str]) -> tuple[str, str] | None:
    key = edge.key
    tail, head = key.tail, key.head
    if key.item in known and key.kind is EdgeKind.SUPPLIES:
        head = key.item
    elif key.item in known and key.kind is EdgeKind.SELLS:
        tail = key.item
    return (tail, head) if {tail, head} <= known and tail != head else None


def _label(given: Given, edge: Edge, ends: tuple[str, str]) -> str:
    key, numbers = edge.key, edge.numbers
    if key.kind is EdgeKind.SUPPLIES:
        item = "" if key.item in ends else given.name(key.item)
        value = "" if numbers.value is None else short(numbers.value.likely)
        return " ".join(filter(None, (item, value)))
    if key.kind is EdgeKind.USES:
        return "" if numbers.users is None else f"{short(numbers.users.likely)} users"
    return "" if key.kind in _UNSAID else key.kind.value


def _value(edge: Edge) -> Decimal:
    value = edge.numbers.value
    return Decimal(0) if value is None else value.likely

"""A directed graph as SVG: layered, with arrow heads and a legend; no script, style or reference.

The same graph gives the same bytes. A title and a description stand in it for who cannot see it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from navicert.adapters.drawing import arrows, boxes, places
from navicert.adapters.drawing.boxes import Box
from navicert.adapters.drawing.graph import Edge, Graph, Node, Style
from navicert.adapters.drawing.layers import rows_of
from navicert.adapters.drawing.text import safe, wrapped

MOST_NODES, MOST_EDGES = 300, 1_200
MARGIN, HEAD, ABOVE, LINE = 24, 22, 68, 20
LEAST_WIDTH, NOTE_COLUMNS, TITLE_COLUMNS = 720, 96, 72
PLAIN = Style("", "")


@dataclass(frozen=True, slots=True)
class _Canvas:
    """What is drawn of a graph, where it stands, and how large that is."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    boxes: Mapping[places.Place, Box]
    rows: Mapping[str, int]

    @property
    def width(self) -> int:
        right = max((box.middle + box.width // 2 for box in self.boxes.values()), default=0)
        return max(right + MARGIN + arrows.LOOP, LEAST_WIDTH)

    @property
    def bottom(self) -> int:
        low = max((box.bottom for box in self.boxes.values()), default=MARGIN + HEAD)
        return low + arrows.DIP + MARGIN


def draw(graph: Graph) -> str:
    """Draw a graph; of too large a one the first nodes, and it says how many are left out."""
    unique = {node.id: node for node in reversed(graph.nodes)}
    all_nodes = tuple(reversed(unique.values()))
    nodes = all_nodes[:MOST_NODES]
    known = {node.id for node in nodes}
    inside = tuple(one for one in graph.edges if {one.source, one.target} <= known)
    canvas = _placed(graph, nodes, inside[:MOST_EDGES])
    left_out = (
        len(all_nodes) - len(nodes) + graph.left_out,
        len(graph.edges) - len(canvas.edges),
    )
    styles = {style.name: style for style in graph.styles}
    legend = tuple(_legend(canvas, graph, styles))
    notes = _notes(graph, left_out)
    below = canvas.bottom + LINE * len(legend)
    parts = (
        *_head(graph, canvas.width, below + LINE * len(notes) + MARGIN),
        *_edges(canvas, styles),
        *(_node(canvas, one, styles) for one in canvas.nodes),
        *legend,
        *(_line(line, MARGIN, below + LINE * at) for at, line in enumerate(notes)),
        "</svg>",
    )
    return "\n".join(part for part in parts if part) + "\n"


def _placed(graph: Graph, nodes: tuple[Node, ...], edges: tuple[Edge, ...]) -> _Canvas:
    rows = rows_of(nodes, edges)
    links = places.links_of(rows, edges)
    order = places.ordered(links)
    texts = {places.node(node.id): boxes.text_of(node) for node in nodes}
    widths = {
        one: boxes.WIDTH if one in texts else boxes.BEND_WIDTH for row in order for one in row
    }
    middles = places.spread(order, widths, links)
    found: dict[places.Place, Box] = {}
    top = MARGIN + HEAD * (len(_title(graph)) + 1)
    for row in order:
        tall = max((boxes.height(texts.get(one, ())) for one in row), default=0)
        for one in row:
            text = texts.get(one, ())
            own = boxes.height(text) if one in texts else tall
            found[one] = Box(middles[one] + MARGIN, top, own, widths[one], text)
        top += tall + ABOVE
    return _Canvas(nodes, edges, found, rows)


def _title(graph: Graph) -> tuple[str, ...]:
    return wrapped(graph.title, TITLE_COLUMNS, 3)


def _notes(graph: Graph, left_out: tuple[int, int]) -> tuple[str, ...]:
    """Give what stands below the legend: first what is not drawn."""
    nodes, edges = left_out
    said = f"Not drawn, for want of room: {nodes} more nodes, {edges} more edges."
    notes = (said, graph.note) if nodes or edges else (graph.note,)
    return tuple(line for note in notes for line in wrapped(note, NOTE_COLUMNS, 12) if line)


def _head(graph: Graph, width: int, height: int) -> Iterator[str]:
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{safe(graph.title)}" '
        f'width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        'font-family="sans-serif" font-size="12" fill="#111111">'
    )
    yield f"<title>{safe(graph.title)}</title>"
    yield f"<desc>{safe(graph.description)}</desc>"
    yield f'<rect width="{width}" height="{height}" fill="#ffffff"/>'
    for at, line in enumerate(_title(graph)):
        yield (
            f'<text x="{MARGIN}" y="{MARGIN + HEAD * at}" font-size="16" font-weight="bold" '
            f'unicode-bidi="plaintext">{safe(line)}</text>'
        )


def _edges(canvas: _Canvas, styles: Mapping[str, Style]) -> Iterator[str]:
    """Draw every line, then every label, so that no line runs through one."""
    ways = [places.way_of(at, edge, canvas.rows) for at, edge in enumerate(canvas.edges)]
    ports = _ports(canvas, ways)
    curves = [_curve(canvas, at, way, ports) for at, way in enumerate(ways)]
    labels = arrows.Labels()
    for edge, curve in zip(canvas.edges, curves, strict=True):
        yield arrows.drawn(edge, curve, styles.get(edge.style, PLAIN))
    for edge, curve in zip(canvas.edges, curves, strict=True):
        yield labels.drawn(edge, curve)


def _curve(
    canvas: _Canvas,
    at: int,
    way: tuple[places.Place, ...],
    ports: Mapping[tuple[int, bool], int],
) -> arrows.Curve:
    edge = canvas.edges[at]
    if not way:
        return arrows.beside(
            canvas.boxes[places.node(edge.source)], canvas.boxes[places.node(edge.target)]
        )
    reverse = way[0] != places.node(edge.source)
    held = [canvas.boxes[one] for one in way]
    return arrows.along(held, (ports[at, True], ports[at, False]), reverse=reverse)


def _ports(canvas: _Canvas, ways: list[tuple[places.Place, ...]]) -> Mapping[tuple[int, bool], int]:
    """Share the lower and the upper side of each box out among the lines that touch it."""
    touching: dict[tuple[places.Place, bool], list[tuple[int, int]]] = {}
    for at, way in enumerate(ways):
        if way:
            touching.setdefault((way[0], True), []).append((canvas.boxes[way[1]].middle, at))
            touching.setdefault((way[-1], False), []).append((canvas.boxes[way[-2]].middle, at))
    found: dict[tuple[int, bool], int] = {}
    for (place, lower), lines in touching.items():
        box = canvas.boxes[place]
        step = box.width * 3 // 4 // len(lines)
        left = box.middle - step * (len(lines) - 1) // 2
        for position, (_, at) in enumerate(sorted(lines)):
            found[at, lower] = left + step * position
    return found


def _node(canvas: _Canvas, node: Node, styles: Mapping[str, Style]) -> str:
    return boxes.drawn(node, canvas.boxes[places.node(node.id)], styles.get(node.style, PLAIN))


def _legend(canvas: _Canvas, graph: Graph, styles: Mapping[str, Style]) -> Iterator[str]:
    """Explain the styles that are used: a small box for nodes, a line for edges."""
    of_nodes = {node.style for node in canvas.nodes}
    of_edges = {edge.style for edge in canvas.edges}
    used = [
        (style, is_box)
        for is_box, names in ((True, of_nodes), (False, of_edges))
        for style in graph.styles
        if style.name in names and style.label and styles[style.name] is style
    ]
    for at, (style, is_box) in enumerate(used):
        y = canvas.bottom + LINE * at
        dash = f' stroke-dasharray="{style.dash}"' if style.dash else ""
        shape = (
            f'<rect x="{MARGIN}" y="{y - 11}" width="36" height="14" fill="{style.fill}"'
            if is_box
            else f'<path d="M{MARGIN},{y - 4} H{MARGIN + 36}" fill="none"'
        )
        drawn = f'{shape} stroke="{style.color}" stroke-width="{style.width}"{dash}/>'
        yield drawn + _line(style.label, MARGIN + 46, y)


def _line(text: str, x: int, y: int) -> str:
    return f'<text x="{x}" y="{y}" unicode-bidi="plaintext">{safe(text)}</text>'

"""Arrows of a drawing: curves from row to row, with their heads and their labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from navicert.adapters.drawing.boxes import Box
from navicert.adapters.drawing.graph import Edge, Style
from navicert.adapters.drawing.text import safe, width, wrapped

HEAD, HALF_HEAD = 9, 4
LOOP, DIP = 26, 40
LABEL_COLUMNS, COLUMN, LABEL_HEIGHT = 22, 7, 15
STOPS = (50, 36, 64, 26, 74, 16, 84)
"""Where along its last piece a label may stand, in hundredths; the first free one is taken."""

Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Curve:
    """A way in SVG, the tip of its arrow, whether the tip looks down, and two ends for a label."""

    path: str
    tip: Point
    label_from: Point
    label_to: Point
    down: bool


def along(boxes: Sequence[Box], ends: Point, *, reverse: bool) -> Curve:
    """Lead a curve from the first box, the uppermost, through the others to the last.

    ``ends`` are where it leaves and where it arrives, from the left; ``reverse`` says that the
    arrow points to the first box.
    """
    first, *between, last = boxes
    start = (ends[0], first.bottom + (HEAD if reverse else 0))
    end = (ends[1], last.top - (0 if reverse else HEAD))
    parts, here = [f"M{_at(start)}"], start
    for one in between:
        parts.append(_down(here, (one.middle, one.top)) + f" V{one.bottom}")
        here = (one.middle, one.bottom)
    parts.append(_down(here, end))
    tip = (ends[0], first.bottom) if reverse else (ends[1], last.top)
    stop = (between[0].middle, between[0].top) if between else end
    return Curve(" ".join(parts), tip, start, stop, down=not reverse)


def beside(source: Box, target: Box) -> Curve:
    """Lead a curve within one row, below it; a node that points to itself gets a loop."""
    if source == target:
        side, low = source.middle + source.width // 2, source.bottom
        path = (
            f"M{side},{source.top + 12} C{side + LOOP},{source.top} {side + LOOP},{low + LOOP} "
            f"{side - 20},{low + HEAD}"
        )
        return Curve(path, (side - 20, low), (side, low), (side + LOOP, low + LOOP), down=False)
    start, tip = (source.middle, source.bottom), (target.middle, target.bottom)
    deep = max(start[1], tip[1]) + DIP
    end = (tip[0], tip[1] + HEAD)
    path = f"M{_at(start)} C{start[0]},{deep} {end[0]},{deep} {_at(end)}"
    low = deep - DIP // 4
    return Curve(path, tip, (start[0], low), (end[0], low), down=False)


def _at(point: Point) -> str:
    return f"{point[0]},{point[1]}"


def _down(start: Point, end: Point) -> str:
    half = (start[1] + end[1]) // 2
    return f"C{start[0]},{half} {end[0]},{half} {_at(end)}"


def drawn(edge: Edge, curve: Curve, style: Style) -> str:
    """Draw the line and the head of an arrow."""
    x, y = curve.tip
    back = y - HEAD if curve.down else y + HEAD
    dash = f' stroke-dasharray="{style.dash}"' if style.dash else ""
    return (
        f"<g><title>{safe(edge.label)}</title>"
        f'<path d="{curve.path}" fill="none" stroke="{style.color}" '
        f'stroke-width="{style.width}"{dash}/>'
        f'<path d="M{x},{y} L{x - HALF_HEAD},{back} L{x + HALF_HEAD},{back} Z" '
        f'fill="{style.color}"/></g>'
    )


class Labels:
    """The labels that stand already, so that the next one stands beside them."""

    def __init__(self) -> None:
        self._taken: list[tuple[int, int, int]] = []

    def drawn(self, edge: Edge, curve: Curve) -> str:
        """Put the label of an edge on its line, on white, where no other stands."""
        lines = wrapped(edge.label, LABEL_COLUMNS, 1)
        if not lines[0]:
            return ""
        half = (width(lines[0]) * COLUMN + 6) // 2
        x, y = self._free(curve, half)
        return (
            f'<rect x="{x - half}" y="{y - 11}" width="{2 * half}" height="{LABEL_HEIGHT}" '
            'fill="#ffffff"/>'
            f'<text x="{x}" y="{y}" text-anchor="middle" font-size="11" '
            f'unicode-bidi="plaintext">{safe(lines[0])}</text>'
        )

    def _free(self, curve: Curve, half: int) -> Point:
        spots = [_between(curve.label_from, curve.label_to, stop) for stop in STOPS]
        free = (spot for spot in spots if not self._meets(spot, half))
        x, y = next(free, spots[0])
        self._taken.append((x, y, half))
        return x, y

    def _meets(self, spot: Point, half: int) -> bool:
        return any(
            abs(spot[0] - x) < half + other and abs(spot[1] - y) < LABEL_HEIGHT
            for x, y, other in self._taken
        )


def _between(start: Point, end: Point, stop: int) -> Point:
    """Give a point of the curve of ``_down``, ``stop`` hundredths along it."""
    one, rest = stop / 100, 1 - stop / 100
    eased = one * one * (3 - 2 * one)
    x = round(start[0] + (end[0] - start[0]) * eased)
    half = (start[1] + end[1]) / 2
    y = (
        start[1] * rest**3
        + 3 * half * rest * rest * one
        + 3 * half * rest * one * one
        + end[1] * one**3
    )
    return x, round(y) + 4

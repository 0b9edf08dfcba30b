"""Boxes of a drawing: nodes with their text, and the narrow places where edges pass a row."""

from __future__ import annotations

from dataclasses import dataclass

from navicert.adapters.drawing.graph import Node, Style
from navicert.adapters.drawing.text import CUT, clean, safe, wrapped

WIDTH, BEND_WIDTH, COLUMNS = 190, 10, 24
LINE, PAD = 16, 8
MOST_LINES, LINES_EACH = 8, 3
BOLD = ' font-weight="bold"'


@dataclass(frozen=True, slots=True)
class Box:
    """A place in pixels: the middle from the left, the upper edge, and what it holds."""

    middle: int
    top: int
    height: int
    width: int
    text: tuple[str, ...] = ()

    @property
    def bottom(self) -> int:
        """The lower edge."""
        return self.top + self.height


def text_of(node: Node) -> tuple[str, ...]:
    """Give the lines of a node as they fit its box; what was cut stands whole in its title."""
    lines = tuple(piece for line in node.lines for piece in wrapped(line, COLUMNS, LINES_EACH))
    return lines if len(lines) <= MOST_LINES else (*lines[: MOST_LINES - 1], CUT)


def height(text: tuple[str, ...]) -> int:
    """Give how tall a box with these lines is."""
    return LINE * max(len(text), 1) + 2 * PAD


def drawn(node: Node, box: Box, style: Style) -> str:
    """Draw a node, its first line in bold."""
    lines = "".join(
        f'<tspan x="{box.middle}" y="{box.top + PAD + LINE * (at + 1) - 4}"'
        f"{'' if at else BOLD}>{safe(line)}</tspan>"
        for at, line in enumerate(box.text)
    )
    dash = f' stroke-dasharray="{style.dash}"' if style.dash else ""
    return (
        f"<g><title>{safe('; '.join(map(clean, node.lines)))}</title>"
        f'<rect x="{box.middle - box.width // 2}" y="{box.top}" width="{box.width}" '
        f'height="{box.height}" rx="4" fill="{style.fill}" stroke="{style.color}" '
        f'stroke-width="{style.width}"{dash}/>'
        f'<text text-anchor="middle" unicode-bidi="plaintext">{lines}</text></g>'
    )

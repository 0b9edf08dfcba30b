"""What is drawn: nodes, edges and what their styles mean."""

from __future__ import annotations

import re
from dataclasses import dataclass

_COLOR = re.compile(r"#[0-9a-f]{6}")
_DASH = re.compile(r"(\d{1,2}( \d{1,2}){0,5})?")


@dataclass(frozen=True, slots=True)
class Style:
    """A look and its meaning in the legend: a color, and beside it a dash and a width.

    Two styles of one drawing must differ in ``dash`` or ``width`` too, or who sees no color
    could not tell them apart. ``label`` is what the legend says; ``fill`` is for nodes.

    >>> Style("red; }", "bound", color="url(#x)")
    Traceback (most recent call last):
        ...
    ValueError: 'url(#x)' is no color: write it as #rrggbb
    """

    name: str
    label: str
    color: str = "#333333"
    dash: str = ""
    width: int = 1
    fill: str = "#ffffff"

    def __post_init__(self) -> None:
        for color in (self.color, self.fill):
            if not _COLOR.fullmatch(color):
                raise ValueError(f"{color!r} is no color: write it as #rrggbb")
        if not _DASH.fullmatch(self.dash):
            raise ValueError(f"{self.dash!r} is no dash: write lengths, such as '6 3'")


@dataclass(frozen=True, slots=True)
class Node:
    """A box with lines of text; ``layer`` is counted from 0 at the top, None leaves it free."""

    id: str
    lines: tuple[str, ...]
    style: str = ""
    layer: int | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow from one node to another."""

    source: str
    target: str
    label: str = ""
    style: str = ""


@dataclass(frozen=True, slots=True)
class Graph:
    """A drawing to be: the first nodes are the ones that are kept where there are too many.

    ``note`` stands below the legend; ``left_out`` counts nodes that were left out before this.
    """

    title: str
    description: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...] = ()
    styles: tuple[Style, ...] = ()
    note: str = ""
    left_out: int = 0

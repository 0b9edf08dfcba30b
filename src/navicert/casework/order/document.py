"""The plain form of an order: what a reader took out of a file, and where it stood there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from navicert.errors import Problem

KeyPath = tuple[str | int, ...]
"""Where a value stands in the document: keys, and positions in lists counted from 0."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands in the file: its line (from 1; 0 for none) and its key or column."""

    line: int
    key: str


Locate = Callable[[Sequence[KeyPath]], tuple[Place, ...]]
"""Finds the place of each path, or of the nearest table that holds it; asked only of refusals."""


def dotted(path: KeyPath) -> str:
    """Write a path as people read it, positions counted from 1.

    >>> dotted(("lines", 0, "eccn"))
    'lines[1].eccn'
    """
    steps = (f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).removeprefix(".")[:200]


def nowhere(paths: Sequence[KeyPath]) -> tuple[Place, ...]:
    """Give places without lines, for a document that comes from no file."""
    return tuple(Place(0, dotted(path)) for path in paths)


@dataclass(frozen=True, slots=True)
class OrderDocument:
    """One order as it came: dicts, lists, str, int, Decimal, bool, date and None, no float.

    ``file`` is the name that messages show. ``problems`` are those that the form itself has,
    such as a column that nobody knows; intake tells them together with its own. ``ignored`` are
    columns of a table of parties that say nothing to a screening.
    """

    file: str
    content: Mapping[str, object]
    locate: Locate = nowhere
    problems: tuple[Problem, ...] = ()
    ignored: tuple[str, ...] = ()

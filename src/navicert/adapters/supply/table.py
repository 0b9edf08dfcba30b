"""One table of a supply graph as text: what each row says by column, and on which line."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from navicert.errors import EmptyOrder, GraphRefused, Problem, UnreadableFile

MOST_PROBLEMS = 1_000
MOST_TEXT = 2_000
_SPACES = re.compile(r"[\s-]+")

Cells = Sequence[object]
Rows = Iterable[tuple[int, Cells]]


@dataclass(slots=True)
class Problems:
    """What is wrong with a graph, gathered so that all of it is told at once."""

    found: list[Problem] = field(default_factory=list)

    def note(self, place: str, key: str, message: str) -> None:
        """Note a problem at ``file:line``; beyond the most that are told, nothing is kept."""
        if len(self.found) < MOST_PROBLEMS:
            file, _, line = place.rpartition(":")
            self.found.append(Problem(file, int(line), key[:80], message))

    def settle(self) -> None:
        """Go on only if nothing was noted; raise GraphRefused with every problem."""
        if self.found:
            raise GraphRefused(tuple(self.found))


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its texts by column, and where it stands."""

    says: Mapping[str, str]
    place: str

    def get(self, column: str) -> str:
        """Give the text of a column; empty where nothing stands."""
        return self.says.get(column, "")


@dataclass(frozen=True, slots=True)
class Form:
    """Which columns a table has, and which it cannot do without."""

    name: str
    columns: tuple[str, ...]
    needed: tuple[str, ...]


NODES = Form(
    "nodes",
    ("id", "kind", "name", "country", "revenue", "employees", "population", "users", "source",
     "note"),
    ("id", "kind"),
)  # fmt: skip
EDGES = Form(
    "edges",
    ("from", "to", "kind", "item", "value", "share", "quantity", "stock", "use_per_day",
     "lead_days", "users", "subject", "exported_from_us", "eccn", "purpose", "source", "note"),
    ("from", "to", "kind"),
)  # fmt: skip
SUBSTITUTES = Form(
    "substitutes",
    ("item", "substitute", "supplier", "qualification_days", "covers", "subject",
     "exported_from_us", "source", "note"),
    ("item", "supplier"),
)  # fmt: skip
FIGURES = Form(
    "figures", ("of", "what", "value", "unit", "measure", "source", "note"), ("of", "what")
)
SOURCES = Form("sources", ("id", "title", "publisher", "day", "url", "note"), ("id", "title"))
ASSUMPTIONS = Form("assumptions", ("id", "text", "source"), ("id", "text"))
GRAPH = Form("graph", ("key", "value"), ("key", "value"))


def rows(form: Form, file: str, found: Rows, problems: Problems) -> tuple[Row, ...]:
    """Give the rows below the header; unknown columns and ragged rows are noted.

    Raises:
        UnreadableFile: when a needed column is missing or one stands twice.
        EmptyOrder: when there is no header.
    """
    each = iter(found)
    line, header = next(each, (0, ()))
    if not header:
        raise EmptyOrder(f"{file}: the table is empty; its first row names its columns")
    place = f"{file}:{line}"
    columns = tuple(_SPACES.sub("_", str(cell or "").strip().lower())[:200] for cell in header)
    _check(form, columns, place, problems)
    return tuple(_row(columns, cells, f"{file}:{at}", problems) for at, cells in each)


def _check(form: Form, columns: tuple[str, ...], place: str, problems: Problems) -> None:
    for name in columns:
        if name and name not in form.columns:
            near = difflib.get_close_matches(name[:100], form.columns, n=1)
            known = f"did you mean {near[0]}?" if near else f"known are {', '.join(form.columns)}"
            problems.note(place, name, f"not a column of {form.name}; {known}")
    missing = [name for name in form.needed if name not in columns]
    twice = next((name for at, name in enumerate(columns) if name and name in columns[:at]), None)
    if missing or twice:
        what = f"the column {twice} stands twice" if twice else f"needs {', '.join(missing)}"
        raise UnreadableFile(f"{place}: a table of {form.name}: {what}")


def _row(columns: tuple[str, ...], cells: Cells, place: str, problems: Problems) -> Row:
    if len(cells) > len(columns):
        message = f"the row has {len(cells)} cells, the header {len(columns)}"
        problems.note(place, "", message)
    says: dict[str, str] = {}
    for name, cell in zip(columns, cells, strict=False):
        text = _text(cell)
        if text and not name:
            problems.note(place, "", f"{text[:40]!r} stands in a column without a name")
        elif len(text) > MOST_TEXT:
            problems.note(place, name, f"{len(text):,} characters; the most are {MOST_TEXT:,}")
        elif text:
            says[name] = text
    return Row(says, place)


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    if isinstance(cell, date):
        return cell.isoformat()[:10]
    return str(cell).strip()

"""Which paragraphs the entries of the Commerce Control List have, and which they send elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from navicert.law.shelf import Shelf, parts_of
from navicert.terms.eccn import Eccn

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A paragraph that its entry gives to an agency, or to the entry ``see``.

    ``partly`` says that only some items of it are the agency's.
    """

    paths: tuple[Eccn, ...]
    agency: str
    see: str
    partly: bool
    citation: str


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """Asked with an ECCN; ``verified`` is the day of the list that was read."""

    by_entry: Mapping[str, frozenset[Path]]
    elsewhere: Mapping[str, tuple[Elsewhere, ...]]
    verified: date

    def has(self, eccn: Eccn) -> bool:
        """Tell whether the entry has the paragraph; one without a list of items has any."""
        known = self.by_entry.get(eccn.symbol)
        return known is None or not eccn.paragraph or eccn.paragraph in known

    def near(self, eccn: Eccn) -> tuple[Eccn, ...]:
        """Give what may be meant: the same letters and digits taken apart, else what is beside."""
        known = self.by_entry.get(eccn.symbol, frozenset())
        apart = tuple(step for part in eccn.paragraph for step in _STEP.findall(part))
        if apart in known:
            return (Eccn(eccn.symbol, apart),)
        above = eccn.paragraph[:-1]
        while above and above not in known:
            above = above[:-1]
        depth = len(above)
        beside = (one for one in known if len(one) == depth + 1 and one[:depth] == above)
        found = sorted(beside, key=_order)
        return tuple(Eccn(eccn.symbol, one) for one in found) or (Eccn(eccn.symbol, above),)

    def deepest(self, eccn: Eccn) -> tuple[Eccn, ...]:
        """Give the paragraphs in which a path ends: itself, where nothing lies below it."""
        known = self.by_entry.get(eccn.symbol, frozenset())
        depth = len(eccn.paragraph)
        below = {one for one in known if len(one) > depth and one[:depth] == eccn.paragraph}
        ends = below - {one[:-1] for one in below}
        return tuple(Eccn(eccn.symbol, one) for one in sorted(ends, key=_order)) or (eccn,)


_STEP = re.compile(r"[a-z]|\d+")


def _order(path: Path) -> tuple[tuple[int, str], ...]:
    return tuple((int(step) if step.isdigit() else 0, step) for step in path)


def read(shelf: Shelf) -> Paragraphs:
    """Read the paragraphs and the notes that send some of them elsewhere."""
    rows = shelf.rows("774/paragraphs.csv")
    by_entry = {cells["eccn"]: _with_those_above(cells["paragraphs"]) for cells in rows}
    verified = shelf.document("774/paragraphs.toml")["verified_from"]
    return Paragraphs(by_entry, _elsewhere(shelf), verified)


def _with_those_above(cell: str) -> frozenset[Path]:
    deepest = (tuple(path.split(".")) for path in parts_of(cell))
    return frozenset(path[:depth] for path in deepest for depth in range(1, len(path) + 1))


def _elsewhere(shelf: Shelf) -> dict[str, tuple[Elsewhere, ...]]:
    found: dict[str, tuple[Elsewhere, ...]] = {}
    for one in shelf.document("774/elsewhere.toml")["paragraphs"]:
        symbol = one["eccn"]
        sent = Elsewhere(
            paths=tuple(Eccn(symbol, tuple(path.split("."))) for path in one["paths"]),
            agency=one.get("agency", ""),
            see=one.get("see", ""),
            partly=one.get("partly", False),
            citation=one["citation"],
        )
        found[symbol] = (*found.get(symbol, ()), sent)
    return found

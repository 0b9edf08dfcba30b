"""A bill of materials as rows: what each says of a part, under which assembly, and where."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from navicert.errors import BillRefused, Problem

PRODUCT = ""
"""The parent of the row that tells of the foreign-made item itself."""

MOST_PROBLEMS = 1_000

Says = Mapping[str, object]
"""What a row says, by the name of its column: text, Decimal, yes or no."""


@dataclass(frozen=True, slots=True)
class Row:
    """One use of a part: ``id`` of the part and of the assembly that it stands in."""

    at: int
    id: str
    parent: str
    says: Says


@dataclass(frozen=True, slots=True)
class Bill:
    """Every row of a file; ``lines`` gives for rows, by ``Row.at``, the lines they stand on."""

    file: str
    rows: tuple[Row, ...]
    lines: Callable[[Sequence[int]], Sequence[int]]


@dataclass(slots=True)
class Problems:
    """What is wrong with a bill, gathered so that all of it is told at once."""

    bill: Bill
    found: list[tuple[int, str, str]]

    def note(self, row: Row, key: str, message: str) -> None:
        """Note a problem with a row; beyond the most that are told, nothing is kept."""
        if len(self.found) < MOST_PROBLEMS:
            self.found.append((row.at, key, message))

    def settle(self) -> None:
        """Go on only if nothing was noted; raise BillRefused with every problem and its line."""
        if not self.found:
            return
        lines = self.bill.lines([at for at, _, _ in self.found])
        raise BillRefused(
            tuple(
                Problem(self.bill.file, line, key, message)
                for line, (_, key, message) in zip(lines, self.found, strict=True)
            )
        )

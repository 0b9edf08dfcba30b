"""Reading an inventory of equipment, and a table of who owns whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from navicert.adapters.inventory.table import Row, Table, table_of
from navicert.adapters.orders.read import bytes_of
from navicert.casework.order.limits import FIRST_DAY, LAST_DAY
from navicert.errors import MalformedAmount, MalformedDate
from navicert.facts.equipment import Category, Equipment, Funding, Purpose, Use
from navicert.terms import day, money
from navicert.terms.truth import Truth

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "row": ("id", "line", "no"),
    "asset": ("item", "equipment", "description", "name", "asset_name"),
    "manufacturer": ("maker", "producer", "make", "vendor", "provider"),
    "brand": (),
    "model": ("model_number",),
    "category": ("kind", "type"),
    "purpose": (),
    "use": (),
    "quantity": ("qty",),
    "acquired": ("purchased", "purchase_date", "acquired_on", "bought"),
    "funding": ("money", "paid_by"),
    "place": ("site", "location"),
    "routes_traffic": (),
    "essential": (),
    "contractor": (),
}
UNKNOWN = frozenset({"unknown", "?", "n/a", "none", "not known"})
"""What people write where they do not know: the same as nothing."""

_Word = TypeVar("_Word", bound=StrEnum)


def read_inventory(path: Path) -> tuple[Equipment, ...]:
    """Read an inventory, one thing a row.

    Raises:
        UnreadableFile: when it is no CSV or XLSX, or cannot be read.
        FileTooLarge: with the limit.
        EmptyTable: when no row stands below the header.
        InventoryRefused: with every fault of it, each with its line.
    """
    return inventory_of(*bytes_of(path))


def inventory_of(data: bytes, file: str) -> tuple[Equipment, ...]:
    """Read an inventory from bytes; ``file`` is the name that messages show."""
    table = table_of((data, file), "inventory", COLUMNS)
    found = tuple(_equipment(_Cells(table, row)) for row in table.rows)
    table.close()
    return found


@dataclass(frozen=True, slots=True)
class _Cells:
    """The cells of one row, each read as what it should be; what it is not becomes a fault."""

    table: Table
    row: Row

    def text(self, column: str) -> str:
        """Give a text, empty where nobody knows it."""
        found = self.row.cells.get(column, "")
        return "" if found.casefold() in UNKNOWN else found

    def needed(self, column: str) -> str:
        """Give a text that must be there."""
        if not self.text(column):
            self.refuse(column, "is missing")
        return self.text(column)

    def word(self, column: str, words: type[_Word]) -> _Word | None:
        """Give one of some words."""
        found = self.text(column).casefold().replace(" ", "_").replace("-", "_")
        if not found:
            return None
        if found in set(words):
            return words(found)
        known = ", ".join(words)
        self.refuse(column, f"{found[:60]!r} is none of {known}; leave it empty if not known")
        return None

    def truth(self, column: str) -> Truth:
        """Give yes, no or unknown."""
        found = self.text(column).casefold()
        if found in {"yes", "no"}:
            return Truth(found)
        if found:
            self.refuse(column, f"{found[:60]!r} is neither yes nor no; leave it empty")
        return Truth.UNKNOWN

    def day(self, column: str) -> date | None:
        """Give a day."""
        text = self.text(column)
        try:
            found = day.parse(text) if text else None
        except MalformedDate as wrong:
            self.refuse(column, str(wrong))
            return None
        if found is not None and not FIRST_DAY <= found <= LAST_DAY:
            self.refuse(column, f"{found} is no day between {FIRST_DAY} and {LAST_DAY}")
        return found

    def amount(self, column: str) -> Decimal | None:
        """Give a number that is zero or more."""
        text = self.text(column).removesuffix("%").strip()
        try:
            return money.parse_amount(text) if text else None
        except MalformedAmount as wrong:
            self.refuse(column, str(wrong))
            return None

    def refuse(self, column: str, message: str) -> None:
        """Note a fault of this row."""
        self.table.refuse(self.row.line, column, message)


def _equipment(cells: _Cells) -> Equipment:
    return Equipment(
        asset=cells.needed("asset"),
        manufacturer=cells.text("manufacturer") or None,
        brand=cells.text("brand") or None,
        model=cells.text("model"),
        category=cells.word("category", Category),
        purpose=cells.word("purpose", Purpose),
        use=cells.word("use", Use),
        funding=cells.word("funding", Funding),
        acquired=cells.day("acquired"),
        quantity=cells.amount("quantity"),
        place=cells.text("place"),
        routes_traffic=cells.truth("routes_traffic"),
        essential=cells.truth("essential"),
        contractor=cells.truth("contractor"),
        row=cells.text("row"),
        line=cells.row.line,
    )

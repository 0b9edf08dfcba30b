"""The one place that reads the package's law files, as they are, with their digest."""

from __future__ import annotations

import csv
import hashlib
import io
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any

from navicert.errors import ShelfDamaged
from navicert.law.coverage import Coverage

REQUIRED = ("title", "citation", "source", "verified_from", "last_looked_at")


OTHER_LAW = ("fcc", "ndaa")
"""Law beside the EAR that names parties, each in a folder of its own."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Every file by its address, and what can be asked of it.

    A file of the EAR is at home under its part (``740/country_groups.csv``), one of other law
    under the name of its folder (``fcc/covered_list.csv``).
    """

    contents: Mapping[str, bytes] = field(repr=False)

    @property
    def digest(self) -> str:
        """SHA-256 over every address and the SHA-256 of its bytes, in order of address."""
        whole = hashlib.sha256()
        for address in sorted(self.contents):
            one = hashlib.sha256(self.contents[address]).hexdigest()
            whole.update(f"{address}\0{one}\n".encode())
        return whole.hexdigest()

    @property
    def addresses(self) -> tuple[str, ...]:
        """Every address, in order."""
        return tuple(sorted(self.contents))

    def rows(self, address: str) -> list[dict[str, str]]:
        """Read a CSV file; every row has every column."""
        text = self._text(address)
        head, *rows = list(csv.reader(io.StringIO(text))) or [[]]
        for number, row in enumerate(rows, start=2):
            if len(row) != len(head):
                message = f"{_place(address)}:{number}: a row with missing or extra cells"
                raise ShelfDamaged(message)
        return [dict(zip(head, row, strict=True)) for row in rows]

    def document(self, address: str) -> dict[str, Any]:
        """Read a TOML file and see that it says where it is from."""
        try:
            document = _toml(self._text(address))
        except tomllib.TOMLDecodeError as error:
            raise ShelfDamaged(f"{_place(address)}: not TOML: {error}") from None
        missing = [key for key in REQUIRED if key not in document]
        if missing:
            message = f"{_place(address)}: {', '.join(missing)} missing"
            raise ShelfDamaged(message)
        return document

    def coverage(self, address: str) -> Coverage:
        """Read what is known of the table that a TOML file describes."""
        head = self.document(address)
        return Coverage(
            table=address.removesuffix(".toml"),
            title=head["title"],
            citation=head["citation"],
            source=head["source"],
            verified_from=head["verified_from"],
            last_looked_at=head["last_looked_at"],
            note=head.get("note", ""),
        )

    def coverages(self) -> tuple[Coverage, ...]:
        """Read what is known of every table."""
        return tuple(self.coverage(a) for a in self.addresses if a.endswith(".toml"))

    def _text(self, address: str) -> str:
        try:
            return self.contents[address].decode("utf-8")
        except UnicodeDecodeError as error:
            raise ShelfDamaged(f"{_place(address)}: not UTF-8: {error}") from None
        except KeyError:
            message = f"{_place(address)} is not on the shelf: install the package again"
            raise ShelfDamaged(message) from None


@lru_cache(maxsize=256)
def _toml(text: str) -> dict[str, Any]:
    """Parse a file once, though its table and its coverage both ask for it; nobody changes it."""
    return tomllib.loads(text)


def day_of(cell: str) -> date:
    """Read the day in a cell of the shelf."""
    return date.fromisoformat(cell)


def parts_of(cell: str) -> tuple[str, ...]:
    """Split a cell that holds several values, joined by semicolons."""
    return tuple(part for part in cell.split(";") if part)


def _place(address: str) -> str:
    """Give the path of a file, as people find it in the package."""
    return f"law/{address}" if address.startswith(OTHER_LAW) else f"law/ear/{address}"


@cache
def standard_shelf() -> Shelf:
    """Read the shelf that the package carries, once a process."""
    root = files("navicert.law")
    found = _walk(root / "ear", "")
    for folder in OTHER_LAW:
        found |= _walk(root / folder, f"{folder}/")
    return Shelf(MappingProxyType(dict(sorted(found.items()))))


def _walk(folder: Traversable, prefix: str) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for child in folder.iterdir():
        if child.is_dir():
            found |= _walk(child, f"{prefix}{child.name}/")
        elif child.name.endswith((".csv", ".toml")):
            found[f"{prefix}{child.name}"] = child.read_bytes()
    return found

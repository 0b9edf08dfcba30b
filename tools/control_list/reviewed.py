"""The sentences that people have read and turned into structure, keyed so that a change shows.

No sentence is copied: a row is found by entry, reason, place in the table and the first eight
hexadecimal digits of the SHA-256 of the sentence with its spaces closed up.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tools.control_list.refused import Refused

FOLDER = Path(__file__).with_name("reviewed")
Key = tuple[str, ...]


def fingerprint(sentence: str) -> str:
    """Give the mark of a sentence that no change of spacing alters.

    >>> fingerprint("NS applies to  it") == fingerprint("NS applies to it")
    True
    """
    plain = re.sub(r"\s+", "", sentence)
    return hashlib.sha256(plain.encode()).hexdigest()[:8]


@dataclass(slots=True)
class Reviewed:
    """One table of reviewed sentences; every one must be met in the official text."""

    name: str
    keys: tuple[str, ...]
    rows: dict[Key, list[dict[str, str]]]
    met: set[Key] = field(default_factory=set)

    def find(self, *key: str) -> list[dict[str, str]] | None:
        """Give the rows of a sentence, in order, or None when nobody reviewed it."""
        if key not in self.rows:
            return None
        self.met.add(key)
        return self.rows[key]

    def unmet(self) -> Iterator[Refused]:
        """Tell of every review whose sentence is gone from the official text."""
        for key in self.rows:
            if key not in self.met:
                where = f"{self.name} {' '.join(key)}"
                yield Refused(where, "reviewed, but no such sentence stands in the official text")


def load(name: str, *keys: str, folder: Path = FOLDER) -> Reviewed:
    """Read ``name``.csv; ``keys`` are its key columns, the fingerprint last."""
    rows: dict[Key, list[dict[str, str]]] = defaultdict(list)
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            rows[tuple(row[key] for key in keys)].append(row)
    return Reviewed(name, keys, dict(rows))

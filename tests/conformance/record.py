"""The dated record of the companies that cases name, as the ZTE example tells it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from navicert.parties.lists.read import read
from navicert.parties.lists.snapshot import Snapshot

EXAMPLES = Path(__file__).parents[2] / "examples" / "zte"


@cache
def record() -> tuple[Snapshot, ...]:
    """Read listings and denial orders."""
    names = ("listings.toml", "orders.toml")
    return tuple(read(name, (EXAMPLES / name).read_bytes(), None) for name in names)

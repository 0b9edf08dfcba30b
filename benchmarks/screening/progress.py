"""Progress, on standard error, of whatever takes more than two seconds."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
EVERY_S = 2.0


def shown(items: Sequence[T], what: str) -> Iterator[T]:
    """Give the items one by one, and say every two seconds how many are done."""
    start = told = time.perf_counter()
    for done, item in enumerate(items):
        now = time.perf_counter()
        if now - told >= EVERY_S:
            say(f"{what}: {done:,} of {len(items):,} ({now - start:.0f} s)")
            told = now
        yield item


def say(message: str) -> None:
    """Say what is being done."""
    print(message, file=sys.stderr, flush=True)

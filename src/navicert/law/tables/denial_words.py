"""The words of the standard terms of a denial order (Supplement No. 1 to part 764)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from navicert.law.shelf import Shelf


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """One clause in its standard words; ``starts_at`` are those before which nothing counts."""

    id: str
    words: str
    starts_at: str


@dataclass(frozen=True, slots=True)
class Variant:
    """Other words that say what the standard says in their place; clause ``*`` is any."""

    clause: str
    words: str
    standard: str


@dataclass(frozen=True, slots=True)
class Also:
    """What else a numbered paragraph says where all of ``marks`` stand in it."""

    id: str
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DenialWords:
    """Everything that an order's words are held against."""

    clauses: tuple[ClauseWords, ...]
    variants: tuple[Variant, ...]
    also: tuple[Also, ...]
    called: Mapping[str, tuple[str, ...]]


def read(shelf: Shelf) -> DenialWords:
    """Read the words from the shelf."""
    told = shelf.document("764/denial_words.toml")
    return DenialWords(
        tuple(ClauseWords(c["id"], c["words"], c.get("starts_at", "")) for c in told["clause"]),
        tuple(Variant(v["clause"], v["words"], v["as"]) for v in told["variant"]),
        tuple(Also(a["id"], tuple(a["marks"])) for a in told["also"]),
        {c["as"]: tuple(c["names"]) for c in told["called"]},
    )

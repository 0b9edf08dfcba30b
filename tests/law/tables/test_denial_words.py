"""The words that orders are held against stand where the shelf says that they were read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from navicert.law.shelf import standard_shelf
from navicert.law.tables import denial_words

WORD = re.compile(r"@?[a-z0-9§]+(?:\.\d+)*")


def rows() -> Iterator[dict[str, Any]]:
    document = standard_shelf().document("764/denial_words.toml")
    yield from document["clause"]
    yield from document["variant"]


def plain(text: str) -> str:
    """An order's text in the manner of the shelf, done here anew."""
    for name in ("the Denied Person", "Denied Person"):
        text = text.replace(name, " @person ")
    text = re.sub(r"the Regulations|the EAR", " @rules ", text)
    text = re.sub(r"(?<=\d)\(([a-z0-9]+)\)", r"\1", text).lower().replace("-", "")
    return " ".join(WORD.findall(text.replace("u.s.c.", "usc")))


def test_every_clause_and_variant_says_where_it_was_read_or_that_it_was_not() -> None:
    assert all("read_in" in row for row in rows())
    unread = [row.get("id") or row["clause"] for row in rows() if not row["read_in"]]
    assert ["First", "First.B", "First.C", "Second.A", "Third"] == unread[:5]


def test_every_clause_is_read_in_2025_23119_in_its_own_words_or_in_a_variant() -> None:
    words = denial_words.read(standard_shelf())
    told = [row for row in rows() if "2025-23119" in row["read_in"]]
    found = {row.get("id") or row["clause"] for row in told}
    assert {clause.id for clause in words.clauses} == found


def test_they_stand_word_for_word_in_the_orders_that_are_named(corpus: Path) -> None:
    folder = corpus / "orders" / "federal-register"
    for row in rows():
        for name in row["read_in"]:
            text = plain((folder / f"{name}.txt").read_text(encoding="utf-8"))
            assert row["words"] in text, (name, row["words"][:60])

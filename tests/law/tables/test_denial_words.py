"""The words that orders are held against stand where the shelf says that they were read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from navicert.law.shelf import standard_shelf
from navicert.law.tables import denial_words

_EXPORT = "export or reexport"
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


def test_a_clause_that_was_not_read_whole_says_of_each_run_of_its_words_where_it_was() -> None:
    clauses = [row for row in rows() if "id" in row and not row["read_in"]]
    assert ["First", "First.B", "First.C", "Second.A", "Third"] == [row["id"] for row in clauses]
    memory = {}
    for row in clauses:
        assert row["words"] == " ".join(part["words"] for part in row["part"]), row["id"]
        assert all(len({"read_in", "excerpt_of", "from_memory"} & {*p}) == 1 for p in row["part"])
        memory[row["id"]] = [part["words"] for part in row["part"] if "from_memory" in part]
    tail = "or in any other activity subject to @rules"
    assert {"First": [], "First.B": [tail], "First.C": [tail]} == {
        id_: memory[id_] for id_ in ("First", "First.B", "First.C")
    }
    assert ["export or reexport"] == memory["Second.A"]
    assert ["any person", "@person by affiliation"] == [
        " ".join(words.split()[:3]) if words.startswith("@") else words for words in memory["Third"]
    ]


def test_each_run_that_was_read_stands_in_the_order_that_is_named(corpus: Path) -> None:
    folder = corpus / "orders" / "federal-register"
    read = [part for row in rows() for part in row.get("part", []) if "read_in" in part]
    assert 6 == len(read)
    for part in read:
        for name in part["read_in"]:
            text = plain((folder / f"{name}.txt").read_text(encoding="utf-8"))
            assert part["words"] in text, (name, part["words"][:60])


def test_what_is_said_to_be_from_memory_stands_in_no_order_of_the_corpus(corpus: Path) -> None:
    folder = corpus / "orders" / "federal-register"
    texts = [plain(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.txt"))]
    memory = [part for row in rows() for part in row.get("part", []) if "from_memory" in part]
    ordered = {
        "any person": "of @rules any person firm",
        "export or reexport": f"{_EXPORT} to or on",
    }
    whole = [ordered.get(part["words"], part["words"]) for part in memory]
    assert 5 == len(whole)
    assert [] == [words for words in whole if any(words in text for text in texts)]

"""The paragraphs are those that the official text prints, and no words of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tools.control_list.__main__ import OFFICIAL
from tools.control_list.official import read
from tools.control_list.paragraphs import paths_of, rows

LOWER = re.compile(r"[a-z0-9.;]+")


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        (["a. Tools:", "a.1 Being one;", "a.2. Two."], "a.1 a.2"),
        (["Items: a. Tools.", ".b. Others."], "a b"),
        (["a. [Reserved]", "b.-d. [Reserved]", "e. through .w [Reserved].", "x. Parts."], "x"),
        (["y.1. Pumps.", "y.2. [RESERVED]", "b. Reserved."], "y.1"),
        (["z.1.a “Those”", "a word without a label", "Related Controls: a. No."], "z.1.a"),
        (["Items: The list of items controlled is contained in the ECCN heading."], ""),
    ],
)
def test_labels_are_read_and_reserved_ones_left_out(items: list[str], expected: str) -> None:
    assert expected == " ".join(paths_of(items))


def test_what_is_printed_before_the_list_is_no_paragraph(corpus: Path) -> None:
    entries = {entry.symbol: entry for entry in read(corpus / "law" / OFFICIAL)}
    assert ("a.1", "a.2", "b.1", "b.2", "c", "d") == paths_of(entries["1A008"].items)
    assert ("b.1.a", "b.1.b", "b.1.c", "c", "e", "f") == paths_of(entries["2E003"].items)


def test_the_table_has_letters_and_numbers_alone(corpus: Path) -> None:
    made = rows(read(corpus / "law" / OFFICIAL))
    assert 360 == len(made)
    assert all(LOWER.fullmatch(row["paragraphs"]) for row in made)

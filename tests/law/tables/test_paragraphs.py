from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

from navicert.law.edition import standard_law
from navicert.law.shelf import parts_of, standard_shelf
from navicert.law.tables.control_list import ControlRow
from navicert.terms.eccn import Eccn, parse

LIST = standard_law().tables.control_list
KNOWN = LIST.paragraphs
OVER_RESERVED = frozenset(
    {
        *("3A001.a.4", "3A001.a.8", "3A001.a.9", "3A001.a.15", "3A001.b.6", "3A001.b.13"),
        *("3A611.d", "3B001.c.1.b", "4A003.z.4", "8A001.d", "9E003.a.7"),
    }
)
"""Paragraphs that the list reserves, and that ranges of its own sentences run over."""
UNCONTROLLED = frozenset({"0B505.b"})
"""The control rows of the entry name every other paragraph (see 774/elsewhere.toml)."""
NAMED = re.compile(r"(?<!\w)\d[A-E]\d{3}(?:\.[a-z0-9]{1,3})+(?![\w])")


def own_paths() -> Iterator[str]:
    shelf = standard_shelf()
    for table in ("774/control_rows", "774/eligibility", "738/footnotes"):
        for cells in shelf.rows(f"{table}.csv"):
            for column in ("paragraphs", "except_paragraphs"):
                yield from (f"{cells['eccn']}.{path}" for path in parts_of(cells[column]))


def named_on_the_shelf() -> Iterator[str]:
    for address, content in standard_shelf().contents.items():
        if not address.startswith("774/entries"):
            yield from NAMED.findall(content.decode())


def test_no_paragraph_that_the_shelf_names_is_refused() -> None:
    named = {parse(path) for path in chain(own_paths(), named_on_the_shelf())}
    assert len(named) > 400
    refused = {str(eccn) for eccn in named if not KNOWN.has(eccn)}
    assert set(OVER_RESERVED) >= refused, refused - OVER_RESERVED


def test_no_paragraph_of_a_worked_case_is_refused(corpus: Path) -> None:
    cases = (corpus / "cases" / "cases.jsonl").read_text(encoding="utf-8")
    named = {parse(path) for path in NAMED.findall(cases)}
    assert named
    assert [] == sorted(str(eccn) for eccn in named if not KNOWN.has(eccn))


def controls(row: ControlRow, end: Eccn) -> bool:
    named, beyond = row.limits.paragraphs, row.limits.except_paragraphs
    within = not named or any(end.is_within(path) for path in named)
    return row.reason != "UN" and within and not any(end.is_within(path) for path in beyond)


def test_every_paragraph_has_a_control_row_or_is_sent_elsewhere() -> None:
    free = set()
    for symbol in KNOWN.by_entry:
        entry = LIST.entries[symbol].values[-1].value
        sent = [path for one in entry.elsewhere for path in one.paths]
        for end in KNOWN.deepest(Eccn(symbol)) if entry.status == "controlled" else ():
            elsewhere = any(end.is_within(path) for path in sent)
            if not elsewhere and not any(controls(row, end) for row in entry.rows):
                free.add(str(end))
    assert UNCONTROLLED == free


@pytest.mark.parametrize(
    "eccn", ["3A001.b.2", "3A001.b", "3A001", "EAR99", "3D001.q", "9A610.y.29"]
)
def test_what_the_entry_has_or_leaves_open_is_known(eccn: str) -> None:
    assert KNOWN.has(parse(eccn))


@pytest.mark.parametrize(
    ("eccn", "near"),
    [
        ("3A001.b2", ["3A001.b.2"]),
        ("3B001.a4", ["3B001.a.4"]),
        ("3B001.f1b2", ["3B001.f.1.b.2"]),
        ("4A090.z", ["4A090.a", "4A090.b"]),
        ("3B001.a.4.q", ["3B001.a.4.a", "3B001.a.4.b"]),
        ("4A090.b.9.z", ["4A090.b"]),
    ],
)
def test_what_it_lacks_is_answered_with_what_is_near(eccn: str, near: list[str]) -> None:
    assert not KNOWN.has(parse(eccn))
    assert near == [str(one) for one in KNOWN.near(parse(eccn))]


def test_numbers_are_in_their_order() -> None:
    assert ["3A001.a.13", "3A001.a.14"] == [str(one) for one in KNOWN.near(parse("3A001.a.99"))][
        -2:
    ]

"""Identifiers of the Consolidated Screening List: which they are, and what only stands there."""

from __future__ import annotations

import csv
import gzip
import io
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navicert.facts.identifier import Identifier
from navicert.parties.lists.csl import ids
from navicert.parties.lists.read import read
from navicert.terms.identifier_kind import IdentifierKind as Kind


@pytest.mark.parametrize(
    ("piece", "expected"),
    [
        ("CA, BC166787, Passport", Identifier(Kind.PASSPORT, "BC166787", "CA", "Passport")),
        ("D1234, Iran, Passport", Identifier(Kind.PASSPORT, "D1234", "IR", "Passport")),
        (
            "RU, 2022-07-12, 2012-10-31, 530285387, Passport",
            Identifier(
                Kind.PASSPORT,
                "530285387",
                "RU",
                "Passport, expires 2022-07-12, issued 2012-10-31",
            ),
        ),
        (
            "MX, 2005-12-14, 343997, Folio Mercantil No.",
            Identifier(Kind.REGISTRATION, "343997", "MX", "Folio Mercantil No., dated 2005-12-14"),
        ),
        (
            "IMO 8898831, Vessel Registration Identification",
            Identifier(Kind.IMO, "8898831", None, "Vessel Registration Identification"),
        ),
        (
            "0x8576acc5c05d6ce88f4e49bf65bdf0c62f91353c, Digital Currency Address - ETH",
            Identifier(
                Kind.WALLET,
                "0x8576acc5c05d6ce88f4e49bf65bdf0c62f91353c",
                None,
                "Digital Currency Address - ETH",
            ),
        ),
        (
            "PA, 467323, Doc. 694710, Public Registration Number",
            Identifier(
                Kind.REGISTRATION, "467323, Doc. 694710", "PA", "Public Registration Number"
            ),
        ),
        (
            "RU, 25340038P8SYW80B9W34, Legal Entity Number",
            Identifier(Kind.LEI, "25340038P8SYW80B9W34", "RU", "Legal Entity Number"),
        ),
        (
            "NL, 852496527, Legal Entity Number",
            Identifier(Kind.REGISTRATION, "852496527", "NL", "Legal Entity Number"),
        ),
    ],
)
def test_an_identifier_has_its_kind_number_and_country(piece: str, expected: Identifier) -> None:
    assert (expected,) == ids.identifiers(ids.parse(piece))


@pytest.mark.parametrize(
    "piece",
    [
        "Male, Gender",
        "section 1(b) of Executive Order 13224, as amended, Secondary sanctions risk:",
        "Panama, Former Vessel Flag",
        "-, Passport",
    ],
)
def test_a_remark_is_no_identifier(piece: str) -> None:
    assert () == ids.identifiers(ids.parse(piece))
    assert () == ids.unread(ids.parse(piece))


def test_a_kind_that_nobody_knows_is_named_as_unread() -> None:
    assert ("Library Card",) == ids.unread(ids.parse("NO, 12, Library Card"))


@given(st.text(st.sampled_from("A1,;- NO/"), max_size=60))
def test_whatever_the_cell_holds_it_is_read(cell: str) -> None:
    found = ids.identifiers(ids.parse(cell))
    assert all(any(map(str.isalnum, one.number)) for one in found)


def test_every_kind_of_the_list_of_april_2022_is_known(corpus: Path) -> None:
    content = (corpus / "lists" / "csl-2022-04.csv.gz").read_bytes()
    text = gzip.decompress(content).decode("utf-8-sig")
    cells = [row["ids"] for row in csv.DictReader(io.StringIO(text, newline=""))]
    given_ids = [one for cell in cells for one in ids.parse(cell)]
    assert sum(1 for cell in cells for piece in cell.split(";") if piece.strip()) == len(given_ids)
    assert () == ids.unread(given_ids)
    listings = read("csl", content).listings
    kinds = Counter(one.kind for listing in listings for one in listing.identifiers)
    # Counted in the file by its last word alone.
    assert cells.count("") + sum(map(bool, cells)) == 14160
    expected = {Kind.IMO: ", Vessel Registration Identification", Kind.MMSI: ", MMSI"}
    for kind, ending in expected.items():
        assert kinds[kind] == sum(cell.count(ending) for cell in cells)

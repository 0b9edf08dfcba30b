"""The Consolidated Screening List as JSON: the same facts as its CSV form, and no more."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navicert.errors import ListRowRefused, NavicertError, UnreadableFile
from navicert.facts.listing import PartyType
from navicert.parties.lists.csl import reader as csl_reader
from navicert.parties.lists.csl_json.reader import read
from navicert.parties.lists.read import read as read_any
from navicert.terms.list_code import ListCode
from tests.parties.lists.csl_json.written import LINE, lines, whole
from tests.parties.lists.written import VESSEL_ENTRY, csl


def test_an_entry_keeps_what_the_list_says() -> None:
    (listing,) = read("csl.json", whole(VESSEL_ENTRY)).listings
    assert (ListCode.SDN, "26626", PartyType.VESSEL) == (listing.list, listing.entry, listing.type)
    assert ["SAMPLE STAR", "NA", "Old Star", "Older Star"] == [n.text for n in listing.names]
    assert ["1 Keji Road, Shenzhen, 518057, CN", "NO"] == [a.text for a in listing.addresses]
    assert ("Shenzhen", "518057", "CN") == (
        listing.addresses[0].city,
        listing.addresses[0].postal_code,
        listing.addresses[0].country,
    )
    assert ("CN", "NO", "PA") == listing.countries
    assert ("VENEZUELA-EO13850", "IRAN") == listing.programs
    assert (date(2016, 3, 8), None) == (listing.since, listing.until)
    assert [("imo", "8767977"), ("passport", "K1"), ("call_sign", "5IM316")] == [
        (one.kind.value, one.number) for one in listing.identifiers
    ]
    assert "Passport, expires 2029-02-04, issued 2019-02-05" == listing.identifiers[1].note
    assert "PA" == listing.flag
    assert ("ids", CELL) in listing.details
    assert ("vessel_owner", "Sample Line") in listing.details


CELL = (
    "IMO 8767977, Vessel Registration Identification; "
    "RU, 2029-02-04, 2019-02-05, K1, Passport; Male, Gender"
)


def test_the_csv_and_the_json_form_of_an_entry_give_the_same_listing() -> None:
    (from_json,) = read("csl.json", whole(VESSEL_ENTRY)).listings
    row = {key: text for key, text in VESSEL_ENTRY.items() if isinstance(text, str)}
    row["_id"] = row.pop("id")
    row |= {"alt_names": "NA; Old Star; Older Star", "programs": "VENEZUELA-EO13850; IRAN"}
    row |= {"addresses": "1 Keji Road, Shenzhen, 518057, CN; NO", "ids": CELL}
    (from_csv,) = csl_reader.read("csl.csv", csl(row)).listings
    assert from_csv == from_json


def test_a_line_of_the_projection_claims_no_day_and_keeps_odd_countries() -> None:
    contents = read("csl.jsonl", lines(LINE))
    (listing,) = contents.listings
    assert (None, None) == (listing.since, listing.until)
    assert ("DK", "TR") == listing.countries
    assert ("countries", "TURKIYE; REGION: KASHMIR") in listing.details
    assert "JANE Q SAMPLE (DK, TURKIYE, REGION: KASHMIR)" == listing.entry
    assert [None] == [order.standard_terms for order in contents.orders]


def test_the_file_is_told_from_others_by_its_keys() -> None:
    for text in (whole(VESSEL_ENTRY, total=1, sources=[]), lines(LINE, LINE)):
        assert "CSL" == read_any("download", text.encode()).code
    pretty = json.dumps({"results": [VESSEL_ENTRY]}, indent=2)
    assert 1 == read_any("download", pretty.encode()).entries


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (whole({**VESSEL_ENTRY, "surprise": 1}), "unknown field `surprise`"),
        (whole(VESSEL_ENTRY, surprise=1), "unknown field `surprise`"),
        (whole({**VESSEL_ENTRY, "ids": [{"surprise": 1}]}), "results[0].ids[0]"),
        (whole({**VESSEL_ENTRY, "type": "Ghost"}), "results[0].type: 'Ghost' is none of"),
        (whole({**VESSEL_ENTRY, "source": "Nobody (XYZ)"}), "results[0].source: "),
        (whole({**VESSEL_ENTRY, "start_date": "8 March"}), "results[0].start_date: '8 March'"),
        (whole({**VESSEL_ENTRY, "name": " ", "alt_names": None}), "without a name"),
        (whole({**VESSEL_ENTRY, "name": "x" * 10_000_000}), "<= 131072"),
        (lines(LINE, {**LINE, "name": 7}), "csl.json:2: name: "),
        (lines(LINE, {"name": "x", "alt_names": []}), "csl.json:2: "),
    ],
)
def test_what_the_form_does_not_know_is_refused_by_its_place(text: str, said: str) -> None:
    with pytest.raises(ListRowRefused, match=r"^csl\.json") as refused:
        read("csl.json", text)
    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (whole(VESSEL_ENTRY, VESSEL_ENTRY)[:-900], "cut off"),
        (lines(LINE, LINE)[:-20], "csl.json:2: not JSON, or cut off"),
        (whole(VESSEL_ENTRY, total=25_921), "1 of 25,921 results: one page"),
        ('{"results": [], "sources": ' + "[" * 100_000, "too deep"),
        (lines({**LINE, "name": "a\0b"}), "csl.json:1: a NUL"),
        (lines(LINE).replace("JANE", "\\ud800"), "not JSON"),
    ],
    ids=["half a file", "half a line", "a page", "deep", "NUL", "half a character"],
)
def test_what_is_not_whole_is_unreadable(text: str, said: str) -> None:
    with pytest.raises(UnreadableFile, match=r"^csl\.json") as refused:
        read("csl.json", text)
    assert said in str(refused.value)


VALUES = st.recursive(
    st.none() | st.integers() | st.text(max_size=5), lambda inner: st.lists(inner, max_size=2)
)


@given(st.dictionaries(st.sampled_from(sorted(VESSEL_ENTRY)), VALUES, max_size=4))
def test_whatever_the_keys_hold_the_reader_answers_or_refuses(keys: dict[str, Any]) -> None:
    try:
        contents = read("csl.json", whole({**VESSEL_ENTRY, **keys}))
    except NavicertError:
        return
    assert 1 == len(contents.listings)


def test_the_projection_of_july_2026_has_25_921_rows(corpus: Path) -> None:
    content = (corpus / "lists" / "csl-2026-07-31.jsonl.gz").read_bytes()
    rows = [json.loads(line) for line in gzip.decompress(content).splitlines()]
    snapshot = read_any("csl.jsonl.gz", content)
    assert 25_921 == len(rows) == snapshot.entries
    # The title of each source has its code in the last parentheses, but for two of them.
    codes = (row["source"].rpartition("(")[2].partition(")")[0] for row in rows)
    expected = Counter({"NS-MBS List": "MBS"}.get(code, code) for code in codes)
    assert dict(expected) == dict(snapshot.counts_by_list)
    assert not any(one.since or one.until for one in snapshot.listings)
    for row, listing in zip(rows, snapshot.listings, strict=True):
        names = {name.text for name in listing.names}
        assert row["name"].strip() in names
        assert {part.strip() for alias in row["alt_names"] for part in alias.split(";")} - {
            ""
        } <= names
        assert (row["license_requirement"] or "").strip() == listing.license_requirement
        assert len(row.get("ofac_addresses_2025-12", [])) == len(listing.addresses)

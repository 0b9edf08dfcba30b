from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from benchmarks.screening.queries import (
    Listed,
    NotReadable,
    Query,
    read_list,
    read_queries,
)

ROW = '{"id": "ofac-36", "type": "entity", "names": ["AEROCARIBBEAN AIRLINES"]}\n'
LISTED = Listed("ofac-36", "entity", ("AEROCARIBBEAN AIRLINES",))


def test_a_list_is_read_plain_and_gzipped(tmp_path: Path) -> None:
    plain, packed = tmp_path / "list.jsonl", tmp_path / "list.jsonl.gz"
    plain.write_text(ROW, encoding="utf-8")
    packed.write_bytes(gzip.compress(ROW.encode()))
    assert ((LISTED,), (LISTED,)) == (read_list(plain), read_list(packed))


def test_a_row_of_the_consolidated_screening_list_has_its_aliases(tmp_path: Path) -> None:
    file = tmp_path / "csl.jsonl"
    file.write_text('{"name": "A", "alt_names": ["B"], "type": "Individual"}\n', encoding="utf-8")
    (party,) = read_list(file)
    assert (("A", "B"), True) == (party.names, party.is_person)


def test_a_query_without_expected_ids_is_clean(tmp_path: Path) -> None:
    file = tmp_path / "queries.jsonl"
    file.write_text('{"q": "Sarah Poole", "type": "person", "exp": [], "cls": "clean_us"}\n')
    assert (Query("Sarah Poole", "person", frozenset(), "clean_us"),) == read_queries(file)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('{"id": "a", "names": "Atlas"}', ":1: wants 'names'"),
        (f'{ROW}{{"names": ["Atlas"]}}', ":2: wants 'id'"),
        ("[]", ":1: wants an object"),
        ("{", ":1: "),
    ],
)
def test_a_malformed_list_is_refused_with_its_line(tmp_path: Path, text: str, wanted: str) -> None:
    file = tmp_path / "list.jsonl"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(NotReadable) as refused:
        read_list(file)
    assert f"{file}{wanted}" in str(refused.value)


@pytest.mark.parametrize(
    "row",
    [
        '{"q": "Atlas", "exp": "ofac-36", "cls": "typo"}',
        '{"q": "Atlas", "cls": "typo"}',
        '{"q": null, "exp": [], "cls": "typo"}',
    ],
)
def test_a_malformed_query_is_refused(tmp_path: Path, row: str) -> None:
    file = tmp_path / "queries.jsonl"
    file.write_text(row, encoding="utf-8")
    with pytest.raises(NotReadable, match=r"queries\.jsonl:1: wants '"):
        read_queries(file)


def test_a_broken_archive_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "list.jsonl.gz"
    file.write_bytes(gzip.compress(ROW.encode())[:-12])
    with pytest.raises(NotReadable, match=r"list\.jsonl\.gz"):
        read_list(file)

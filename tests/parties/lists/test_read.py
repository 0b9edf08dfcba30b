"""Any file of a list, and any hostile one: it is read whole, or refused and named."""

from __future__ import annotations

import gzip
import hashlib
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navicert.errors import (
    FileTooLarge,
    ListRowRefused,
    NavicertError,
    UnknownListFormat,
    UnreadableFile,
)
from navicert.parties.lists.read import read
from tests.parties.lists.written import DENIED_PERSON, ENTITY, csl, dpl

CSL = csl(ENTITY).encode()
PACKED = gzip.compress(CSL, mtime=0)


@pytest.mark.parametrize(
    "content",
    [
        CSL,
        PACKED,
        gzip.compress(CSL[:300]) + gzip.compress(CSL[300:]),
        b"\xef\xbb\xbf" + CSL,
        CSL.replace(b"\n", b"\r\n"),
        gzip.compress(b"\xef\xbb\xbf" + CSL.replace(b"\n", b"\r\n")),
        CSL.decode().encode("utf-16"),
    ],
    ids=["plain", "gzip", "gzip in two members", "BOM", "CRLF", "all of these", "UTF-16"],
)
def test_packing_and_marks_change_nothing_but_the_digest(content: bytes) -> None:
    snapshot = read("list", content)
    assert snapshot.code == "CSL"
    assert snapshot.listings == read("list", CSL).listings
    assert snapshot.digest == hashlib.sha256(content).hexdigest()


def test_the_form_is_told_by_what_is_in_the_file() -> None:
    assert read("whatever", dpl(DENIED_PERSON).encode()).code == "DPL"
    assert read("empty.toml", b"").code == "OWN"


def test_an_unknown_form_names_the_lists_that_are_read() -> None:
    with pytest.raises(UnknownListFormat) as refused:
        read("notes.txt", b"Dear colleague,\nplease find attached")
    assert "notes.txt" in str(refused.value)
    assert "Consolidated Screening List" in str(refused.value)
    assert "UK Sanctions List; A FollowTheMoney export" in str(refused.value)


@pytest.mark.parametrize(
    ("content", "title", "lost", "new"),
    [
        (CSL.replace(b",source,", b",origin,", 1), "Consolidated Screening", "source", "origin"),
        (
            dpl(DENIED_PERSON).replace("Standard_Order", "Standard").encode(),
            "Denied Persons List",
            "Standard_Order",
            "Standard",
        ),
    ],
)
def test_a_list_of_an_authority_with_another_column_is_named_as_such(
    content: bytes, title: str, lost: str, new: str
) -> None:
    with pytest.raises(UnknownListFormat, match=f"looks like the {title}") as refused:
        read("list", content)
    assert f"without {lost}, and with {new} instead" in str(refused.value)


def test_bytes_that_are_no_text_are_called_so() -> None:
    with pytest.raises(UnreadableFile, match="not UTF-8 text, nor a workbook or an archive"):
        read("rnd.bin", b"\x93\xfa\x00\x11" * 20)


def bomb(megabytes: int) -> bytes:
    packer = zlib.compressobj(9, wbits=31)
    zeros = b" " * 1024 * 1024
    return b"".join(packer.compress(zeros) for _ in range(megabytes)) + packer.flush()


@pytest.mark.parametrize(
    ("content", "error", "said"),
    [
        (PACKED[:-9], UnreadableFile, "cut off"),
        (PACKED[:3], UnreadableFile, "cut off"),
        (PACKED[:40] + b"\xff" * 40, UnreadableFile, "damaged gzip"),
        (PACKED + b"more", UnreadableFile, "4 bytes after the end"),
        (bomb(200), FileTooLarge, "more than 67,108,864 bytes"),
        (b"x" * 100_000_000, FileTooLarge, "more than 67,108,864 bytes"),
        (CSL.replace(b"Works", b"W\0rks"), UnreadableFile, "list:2: a NUL"),
        (CSL.replace(b"Works", b"W\xf6rks"), UnreadableFile, "list:2: not UTF-8"),
        (CSL[:-20], ListRowRefused, "cells where the header has 29"),
    ],
    ids=[
        *("cut gzip", "cut gzip header", "damaged gzip", "gzip and more", "bomb", "too long"),
        *("NUL", "latin-1", "cut row"),
    ],
)
def test_hostile_bytes_are_refused_with_the_reason(
    content: bytes, error: type[NavicertError], said: str
) -> None:
    with pytest.raises(error, match=r"^list") as refused:
        read("list", content)
    assert said in str(refused.value)


def refusal(content: bytes) -> str:
    """What reading says against the bytes; their name alone when it took them."""
    try:
        read("list", content)
    except NavicertError as refused:
        return str(refused)
    return "list"


@given(st.binary(max_size=200), st.integers(min_value=0, max_value=600))
def test_any_bytes_anywhere_are_read_or_refused(noise: bytes, at: int) -> None:
    for content in (noise, CSL[:at] + noise + CSL[at:], PACKED[:at] + noise):
        assert refusal(content).startswith("list")


def test_half_a_list_is_still_half_a_list_of_whole_rows(corpus: Path) -> None:
    lines = (
        (corpus / "lists" / "bis-dpl" / "dpl-2022-09.txt").read_bytes().splitlines(keepends=True)
    )
    assert read("dpl", b"".join(lines[:291])).entries == 290

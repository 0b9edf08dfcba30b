from __future__ import annotations

import gzip
import io
import sys
from pathlib import Path

import pytest

from navicert.adapters.orders import limits
from navicert.adapters.orders.read import read, read_bytes
from navicert.casework.intake import intake
from navicert.errors import EmptyOrder, FileTooLarge, UnreadableFile

ORDER = (
    b'day = 2026-07-30\nactivity = "export"\ndestination.country = "NO"\n[[lines]]\nitem = "a"\n'
)


def test_a_file_of_100_mb_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "order.json"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("it was opened"))
    with pytest.raises(FileTooLarge, match="100 MB; an order may have 32 MB"):
        read(path)


def test_a_stream_without_an_end_is_refused_at_the_limit() -> None:
    with pytest.raises(FileTooLarge, match="32 MB"):
        read(Path("/dev/zero"))


def test_a_toml_file_has_its_own_limit() -> None:
    with pytest.raises(FileTooLarge, match="16 MB"):
        read_bytes(b"#" * (limits.MOST_BYTES_TOML + 1), "order.toml")


def test_the_standard_input_is_toml_or_json(monkeypatch: pytest.MonkeyPatch) -> None:
    json = b'{"day": "2026-07-30", "activity": "export", "destination": {"country": "NO"},'
    for data in (ORDER, json + b' "lines": [{"item": "a"}]}'):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        assert "NO" == intake(read(Path("-"))).destination.country


def test_the_suffix_may_be_in_capitals(tmp_path: Path) -> None:
    path = tmp_path / "ORDER.TOML"
    path.write_bytes(ORDER)
    assert str(path) == read(path).file


@pytest.mark.parametrize("suffix", ["toml", "json", "csv", "xlsx"])
def test_an_empty_file_is_an_empty_order(suffix: str) -> None:
    with pytest.raises(EmptyOrder, match="empty"):
        read_bytes(b" \r\n", f"order.{suffix}")


def test_a_file_that_is_not_there_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="No such file"):
        read(tmp_path / "order.toml")
    with pytest.raises(UnreadableFile, match="folder"):
        read(tmp_path)
    with pytest.raises(UnreadableFile, match="cannot be read"):
        read(Path("a\0b"))


@pytest.mark.parametrize(
    ("data", "file", "words"),
    [
        (gzip.compress(ORDER, mtime=0), "order.toml", "gzip"),
        (gzip.compress(ORDER, mtime=0)[:20], "order.toml", "gzip"),
        (b"PK\x03\x04", "order.csv", "not CSV"),
        (ORDER, "order.xlsx", "not XLSX"),
        (b"\xd0\xcf\x11\xe0\xa1", "order.xls", "old or encrypted workbook"),
        (b"%PDF-1.7", "order", "a PDF"),
        ("day = 'ü'\n".encode("latin-1"), "order.toml", "order.toml:1: byte 0xFC is not UTF-8"),
        ("day".encode("utf-16"), "order.csv", "UTF-16"),
    ],
    ids=["gzip", "half a gzip", "zip", "toml", "xls", "pdf", "latin-1", "utf-16"],
)
def test_bytes_that_are_not_what_the_name_promises_are_refused(
    data: bytes, file: str, words: str
) -> None:
    with pytest.raises(UnreadableFile, match=words):
        read_bytes(data, file)

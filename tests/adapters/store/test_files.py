"""Blobs: found by their digest, whole or not there, and held against it."""

from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navicert.adapters.store.files import FileBlobs, write_once, write_whole
from navicert.errors import StateUnusable

HELLO = sha256(b"hello").hexdigest()


def test_bytes_are_found_under_their_digest(tmp_path: Path) -> None:
    blobs = FileBlobs(tmp_path / "blobs")
    assert HELLO == blobs.put(b"hello") == blobs.put(b"hello")
    assert b"hello" == blobs.get(HELLO)
    files = [path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()]
    assert [Path("blobs", HELLO[:2], HELLO[2:])] == files


@given(content=st.binary())
def test_whatever_goes_in_comes_out(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    blobs = FileBlobs(tmp_path_factory.getbasetemp() / "any")
    assert content == blobs.get(blobs.put(content))


@pytest.mark.parametrize("digest", [HELLO, "", "../../etc/passwd", HELLO.upper(), f"{HELLO}0"])
def test_what_was_never_kept_is_not_found(tmp_path: Path, digest: str) -> None:
    with pytest.raises(KeyError):
        FileBlobs(tmp_path).get(digest)


def test_a_damaged_blob_is_named_and_healed_by_the_same_bytes(tmp_path: Path) -> None:
    blobs = FileBlobs(tmp_path)
    path = tmp_path / HELLO[:2] / HELLO[2:]
    blobs.put(b"hello")
    path.write_bytes(b"hell")
    with pytest.raises(StateUnusable, match=f"{HELLO[2:]}: damaged"):
        blobs.get(HELLO)
    blobs.put(b"hello")
    assert b"hello" == blobs.get(HELLO)


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / HELLO[:2]).write_text("a file where a folder should be")
    with pytest.raises(StateUnusable, match=f"{tmp_path}/{HELLO[:2]}"):
        FileBlobs(tmp_path).put(b"hello")


def test_a_file_is_replaced_whole_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "file"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert (b"two", [path]) == (path.read_bytes(), list(path.parent.iterdir()))


def test_a_file_is_put_once(tmp_path: Path) -> None:
    path = tmp_path / "file"
    assert [True, False] == [write_once(path, content) for content in (b"one", b"two")]
    assert (b"one", [path]) == (path.read_bytes(), list(tmp_path.iterdir()))

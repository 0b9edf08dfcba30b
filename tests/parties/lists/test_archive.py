"""ZIP archives: taken out within limits, or refused with the reason."""

from __future__ import annotations

import io
import warnings
import zipfile

import pytest

from navicert.errors import FileTooLarge, NavicertError, UnreadableFile
from navicert.parties.lists.archive import member_names, members, packed


def archive(*files: tuple[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    whole = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(whole, "w", packing) as made:
        warnings.simplefilter("ignore")
        for name, content in files:
            made.writestr(zipfile.ZipInfo(name), content, packing)
    return whole.getvalue()


def test_the_same_files_give_the_same_bytes_in_whatever_order() -> None:
    one, other = {"a.csv": b"1", "b.csv": b"2"}, {"b.csv": b"2", "a.csv": b"1"}
    assert packed(one) == packed(other)
    assert one == members("x.zip", packed(other))


def test_files_come_by_their_names() -> None:
    content = archive(("a.csv", b"1"), ("b.csv", b"2"))
    assert ("a.csv", "b.csv") == member_names(content)
    assert {"a.csv": b"1", "b.csv": b"2"} == members("x.zip", content)


@pytest.mark.parametrize(
    ("content", "error", "said"),
    [
        (archive(("a", b"\0" * 68_000_000)), FileTooLarge, "unpacks to more than"),
        (archive(*((str(n), b"") for n in range(33))), FileTooLarge, "33 files in it"),
        (archive(("a", b"1"), ("a", b"2")), UnreadableFile, "'a' stands in it twice"),
        (archive(("a", b"long" * 99))[:-30], UnreadableFile, "not a whole ZIP archive"),
        (archive(("a", b"text"), packing=zipfile.ZIP_STORED).replace(b"text", b"test"),
         UnreadableFile, "not a whole ZIP archive"),
        (b"PK\x03\x04", UnreadableFile, "not a whole ZIP archive"),
    ],
    ids=["bomb", "many", "twice", "cut", "damaged", "magic alone"],
)  # fmt: skip
def test_a_bad_archive_is_refused(content: bytes, error: type[NavicertError], said: str) -> None:
    with pytest.raises(error, match=r"^x\.zip: ") as refused:
        members("x.zip", content)
    assert said in str(refused.value)


def test_a_file_that_is_longer_than_the_directory_says_is_refused() -> None:
    content = archive(("a", b"x" * 100), packing=zipfile.ZIP_STORED)
    lying = content.replace((100).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    with pytest.raises(UnreadableFile):
        members("x.zip", lying)


def test_what_is_no_archive_has_no_names() -> None:
    assert () == member_names(b"name,type")

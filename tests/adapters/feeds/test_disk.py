"""List files from the disk: whole, or a message that says why not."""

from pathlib import Path

import pytest

from navicert.adapters.feeds.disk import DiskFeed
from navicert.casework.ports import FeedFile
from navicert.errors import FileTooLarge, UnreadableFile


def test_a_file_comes_with_its_name_and_its_bytes_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"\xef\xbb\xbfname\r\n")
    assert FeedFile("list.csv", b"\xef\xbb\xbfname\r\n") == DiskFeed().fetch(str(path))


def test_a_file_of_the_largest_size_is_read_and_one_byte_more_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"x" * 10)
    assert 10 == len(DiskFeed(10).fetch(str(path)).content)
    with pytest.raises(FileTooLarge, match=r"list\.csv: larger than 9 bytes"):
        DiskFeed(9).fetch(str(path))


def test_a_file_without_an_end_is_refused() -> None:
    with pytest.raises(FileTooLarge, match="/dev/zero: larger than 1,000 bytes"):
        DiskFeed(1000).fetch("/dev/zero")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"none\.csv: No such file or directory; give"):
        DiskFeed().fetch(str(tmp_path / "none.csv"))


def test_a_folder_is_no_list(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="Is a directory"):
        DiskFeed().fetch(str(tmp_path))

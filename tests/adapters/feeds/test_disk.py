"""List files from the disk: whole, or a message that says why not."""

import io
import os
import zipfile
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
    with pytest.raises(UnreadableFile, match=r"none\.csv: No such file or directory; name"):
        DiskFeed().fetch(str(tmp_path / "none.csv"))


def test_a_folder_is_no_list(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="Is a directory"):
        DiskFeed().fetch(str(tmp_path))


def written(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).write_bytes(name.encode())
    return folder


SDN = ("SDN.CSV", "alt.csv.gz", "add.csv", "sdn_comments.csv")


@pytest.mark.parametrize("place", ["", *SDN])
def test_the_folder_of_an_ofac_list_or_any_of_its_files_gives_all_four(
    tmp_path: Path, place: str
) -> None:
    file = DiskFeed().fetch(str(written(tmp_path, *SDN, "notes.txt") / place))
    assert "ofac-sdn.zip" == file.name
    with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
        assert sorted(SDN) == archive.namelist()
        assert all(archive.read(name) == name.encode() for name in SDN)


def test_the_same_files_give_the_same_archive_on_any_day(tmp_path: Path) -> None:
    written(tmp_path, *SDN)
    first = DiskFeed().fetch(str(tmp_path))
    for name in SDN:
        os.utime(tmp_path / name, (0, 0))
    assert first == DiskFeed().fetch(str(tmp_path / "add.csv"))


def test_one_file_of_an_ofac_list_is_not_the_list(tmp_path: Path) -> None:
    written(tmp_path, "sdn.csv", "add.csv")
    with pytest.raises(UnreadableFile, match=r"without alt\.csv, sdn_comments\.csv; the list is"):
        DiskFeed().fetch(str(tmp_path / "sdn.csv"))


@pytest.mark.parametrize("more", ["cons_prim.csv", "sdn.csv.gz"])
def test_a_folder_with_two_lists_or_a_file_twice_is_refused(tmp_path: Path, more: str) -> None:
    names = {"sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv", more}
    with pytest.raises(UnreadableFile, match=r"it holds ofac-sdn and|are the same file"):
        DiskFeed().fetch(str(written(tmp_path, *names)))


def test_the_files_of_a_list_together_are_not_larger_than_the_largest(tmp_path: Path) -> None:
    written(tmp_path, *SDN)
    together = sum(map(len, SDN))
    assert DiskFeed(together).fetch(str(tmp_path)).content
    with pytest.raises(FileTooLarge):
        DiskFeed(together - 1).fetch(str(tmp_path))

from __future__ import annotations

from pathlib import Path

import pytest

from navicert.adapters.feeds.anywhere import AnyFeed
from navicert.casework.ports import Seen
from navicert.errors import UnreadableFile
from tests.adapters.feeds.server import Reply, serving


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


def test_a_path_is_read_from_the_disk_and_an_address_from_the_web(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"disk")
    with serving(Reply(200, b"web")) as told:
        places = (str(tmp_path / "a.csv"), f"{told.url}/a.csv")
        assert [b"disk", b"web"] == [AnyFeed().fetch(place).content for place in places]


@pytest.mark.parametrize("place", ["file:///etc/passwd", "ftp://example.gov/a.csv", "FILE://x"])
def test_any_other_kind_of_address_is_refused(place: str) -> None:
    with pytest.raises(UnreadableFile, match="neither a path nor an http or https address"):
        AnyFeed().fetch(place)


def test_a_file_on_the_disk_that_was_seen_is_not_read_again(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"")
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert AnyFeed().fetch_unless(str(tmp_path / "a.csv"), Seen(empty)) is None


def test_the_files_of_a_folder_come_by_name_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.csv", "a.csv", ".hidden"):
        (tmp_path / name).touch()
    (tmp_path / "folder").mkdir()
    assert [str(tmp_path / name) for name in ("a.csv", "b.csv")] == list(
        AnyFeed().files_in(str(tmp_path))
    )
    with pytest.raises(UnreadableFile, match="nowhere: No such file"):
        AnyFeed().files_in(str(tmp_path / "nowhere"))

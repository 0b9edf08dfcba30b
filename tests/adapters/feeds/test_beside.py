from __future__ import annotations

import os
from pathlib import Path

import pytest

from navicert.adapters.feeds.anywhere import AnyFeed
from navicert.adapters.feeds.beside import inside
from navicert.adapters.feeds.disk import DiskFeed
from navicert.adapters.letters import letter_form
from navicert.errors import UnreadableFile


@pytest.fixture
def document(tmp_path: Path) -> str:
    (tmp_path / "secret.csv").write_text("secret", encoding="utf-8")
    folder = tmp_path / "case"
    (folder / "below").mkdir(parents=True)
    (folder / "below" / "a.csv").write_text("a", encoding="utf-8")
    return str(folder / "case.toml")


@pytest.mark.parametrize(
    "name",
    ["", ".", "/etc/passwd", "../secret.csv", "below/../../secret.csv", "below", "a\0b", "a" * 300],
)
def test_what_lies_elsewhere_or_is_no_file_is_refused(document: str, name: str) -> None:
    with pytest.raises(UnreadableFile, match=r"case\.toml"):
        DiskFeed().fetch_beside(document, name)


@pytest.mark.parametrize("target", ["../secret.csv", "/etc/passwd", "/dev/null", "link.csv", ".."])
def test_a_link_that_leaves_the_folder_is_refused(document: str, target: str) -> None:
    link = Path(document).with_name("link.csv")
    link.symlink_to(target)
    for name in ("link.csv", "below/../link.csv", "link.csv/secret.csv"):
        with pytest.raises(UnreadableFile, match=r"case\.toml"):
            DiskFeed().fetch_beside(document, name)


def test_a_folder_that_is_a_link_out_is_refused(document: str, tmp_path: Path) -> None:
    Path(document).with_name("out").symlink_to(tmp_path)
    with pytest.raises(UnreadableFile, match="a link to a place outside the folder"):
        DiskFeed().fetch_beside(document, "out/secret.csv")


def test_a_pipe_is_refused_and_nobody_waits_for_it(document: str) -> None:
    os.mkfifo(Path(document).with_name("pipe.csv"))
    with pytest.raises(UnreadableFile, match="no plain file"):
        DiskFeed().fetch_beside(document, "pipe.csv")


def test_a_file_in_the_folder_is_read_through_links_that_stay_in_it(document: str) -> None:
    Path(document).with_name("link.csv").symlink_to("below/a.csv")
    for name in ("below/a.csv", "./below/a.csv", "link.csv"):
        assert b"a" == AnyFeed().fetch_beside(document, name).content


def test_the_folder_itself_may_be_reached_by_a_link(document: str, tmp_path: Path) -> None:
    (tmp_path / "shortcut").symlink_to(Path(document).parent)
    assert (tmp_path / "shortcut" / "below" / "a.csv") == inside(
        str(tmp_path / "shortcut" / "case.toml"), "below/a.csv"
    )


def test_one_file_of_a_list_is_that_file_and_not_the_list(document: str) -> None:
    Path(document).with_name("sdn.csv").write_text("mine", encoding="utf-8")
    assert b"mine" == DiskFeed().fetch_beside(document, "sdn.csv").content


def test_a_document_of_the_web_names_no_files() -> None:
    with pytest.raises(UnreadableFile, match="save both into one folder first"):
        AnyFeed().fetch_beside("https://example.org/case.toml", "a.csv")


def test_a_check_of_a_letter_is_no_link_out(tmp_path: Path) -> None:
    (tmp_path / "letter").mkdir()
    (tmp_path / "letter" / "told.toml").symlink_to("/etc/passwd")
    place = tmp_path / "letter" / "letter.toml"
    text = 'id = "l"\ntitle = "t"\nday = 2016-11-30\nfrom = "A"\nto = "B"\n'
    place.write_text(f'{text}[[paragraph]]\ncheck = "told.toml"\n', encoding="utf-8")
    with pytest.raises(UnreadableFile, match="a link to a place outside the folder"):
        letter_form.read(str(place), lambda file: Path(file).read_bytes())

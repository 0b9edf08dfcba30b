"""An update on the terminal: what became of each list, and why."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from navicert.entrypoints.cli.main import run

OWN = '[[listing]]\nlist = "OWN"\nnames = ["A"]\n'


def test_each_file_of_a_folder_has_its_result_and_the_forms_left_say_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "ours.toml").write_text(f'title = "Ours"\n{OWN}', encoding="utf-8")
    (tmp_path / "README").write_text("fetched on Monday", encoding="utf-8")
    for name in ("consolidated.csv", "consolidated.json"):
        (tmp_path / name).write_text("maintenance", encoding="utf-8")
    assert 3 == run(["lists", "update", "--from", str(tmp_path)])
    told = " ".join(capsys.readouterr().out.split())
    assert "Ours loaded not stated 1 first load" in told
    assert "README skipped: no list" in told
    assert "skipped: another form" in told
    assert "The last good load of each stays in force." in told


def test_without_a_network_one_reason_is_told_once_for_all_lists(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def nameless(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", nameless)
    for proxy in ("HTTPS_PROXY", "HTTP_PROXY", "https_proxy", "http_proxy", "ALL_PROXY"):
        monkeypatch.delenv(proxy, raising=False)
    assert 3 == run(["lists", "update"])
    told = " ".join(capsys.readouterr().out.split())
    assert 1 == told.count("no server of this name is known here")
    assert "Errno" not in told
    assert "Denied Persons List; " in told


def test_a_folder_says_which_lists_it_lacks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "ours.toml").write_text(f'title = "Ours"\n{OWN}', encoding="utf-8")
    assert 0 == run(["lists", "update", "--from", str(tmp_path)])
    assert "Denied Persons List not in the folder" in " ".join(capsys.readouterr().out.split())

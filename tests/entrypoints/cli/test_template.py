from __future__ import annotations

from pathlib import Path

import pytest

from navicert.entrypoints.cli.main import run


@pytest.mark.parametrize("form", ["toml", "json", "csv", "xlsx"])
def test_a_template_can_be_checked_as_it_is(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    order = tmp_path / f"order.{form}"
    assert 0 == run(["template", form, "--output", str(order)])
    assert f"written: {order}" in capsys.readouterr().err
    assert 3 == run(["check", str(order)])


def test_a_template_never_takes_the_place_of_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    order = tmp_path / "order.toml"
    order.write_text("mine", encoding="utf-8")
    assert 2 == run(["template", "--output", str(order)])
    assert "is there already" in capsys.readouterr().err
    assert "mine" == order.read_text(encoding="utf-8")


def test_a_template_is_toml_unless_another_form_is_named(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    run(["template"])
    assert b"[[lines]]" in capsysbinary.readouterr().out


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_template_of_a_list_can_be_loaded_as_it_is(form: str, tmp_path: Path) -> None:
    ours = tmp_path / f"ours.{form}"
    assert 0 == run(["template", form, "--of", "list", "--output", str(ours)])
    assert 0 == run(["lists", "load", str(ours), "--as-of", "2026-01-01"])


def test_a_list_has_no_template_in_toml(capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == run(["template", "--of", "list"])
    assert "take csv or xlsx" in capsys.readouterr().err

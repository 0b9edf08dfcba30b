from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from navicert import __version__
from navicert.entrypoints.cli.main import run
from tests.health.house import ROOT

HEAVY = ("sqlalchemy", "alembic", "babel", "rapidfuzz", "lxml", "msgspec", "cryptography")
CHAIRS = ROOT / "examples" / "orders" / "chairs-germany.toml"


def navicert(
    *words: str, given: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", "from navicert.entrypoints.cli.main import main; main()", *words],
        input=given,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )


def test_help_names_every_command_and_imports_nothing_heavy() -> None:
    code = (
        "import sys; from navicert.entrypoints.cli.main import run; run(['--help']); "
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    for command in ("check", "replay", "template", "lists", "records", "law"):
        assert f" {command} " in told.stdout
    assert told.stdout.rstrip().endswith("[]")


def test_help_loads_nothing_heavy() -> None:
    """The time itself is measured by benchmarks/determine.py; here is what it hangs on."""
    asked = "import sys; from navicert.entrypoints.cli.main import run; run(['--help']); "
    told = "print(*sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr)"
    found = subprocess.run(
        [sys.executable, "-c", asked + told], capture_output=True, text=True, check=True
    )
    loaded = set(found.stderr.split())
    heavy = {"sqlalchemy", "alembic", "babel", "rapidfuzz", "lxml", "cryptography", "xlsxwriter"}
    assert (set(), True) == (heavy & loaded, "cyclopts" in loaded)


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == run(["--version"])
    assert f"navicert {__version__}\n" == capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [["chek"], ["check"], ["check", "--jsn", "order.toml"], ["replay"], ["template", "pdf"]],
)
def test_a_mistyped_command_ends_with_2_and_says_so(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == run(words)
    told = capsys.readouterr()
    assert ("", True) == (told.out, "Error" in told.err)


def test_an_order_comes_in_by_the_standard_input() -> None:
    found = navicert("check", "-", given=CHAIRS.read_bytes())
    assert (0, True) == (found.returncode, found.stdout.startswith(b"RELEASE"))


def test_a_pipe_gets_no_color_and_a_name_no_control_of_the_terminal() -> None:
    found = navicert("check", str(CHAIRS))
    assert b"\x1b" not in found.stdout


def test_a_terminal_that_knows_only_ascii_gets_an_answer() -> None:
    found = navicert("check", str(CHAIRS), PYTHONIOENCODING="ascii")
    assert (0, b"") == (found.returncode, found.stderr)


def test_a_reader_who_leaves_early_gets_no_traceback(tmp_path: Path) -> None:
    script = f"{sys.executable} -c 'from navicert.entrypoints.cli.main import main; main()'"
    command = f"{script} law show 3A001 --json | head -c 1; {script} law show 3A001 | head -n 1"
    found = subprocess.run(
        ["sh", "-c", command], capture_output=True, check=False, cwd=tmp_path, text=True
    )
    assert "Traceback" not in found.stderr


@pytest.mark.parametrize(
    ("command", "has"),
    [
        ([], True),
        (["check"], True),
        (["template"], True),
        (["orders", "show"], False),
        (["undertakings"], False),
        (["screen"], False),
        (["certify", "sign"], False),
    ],
)
def test_only_what_checks_an_order_says_where_to_start_with_one(
    command: list[str], has: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 0 == run([*command, "--help"])
    assert has == ("Start with: navicert template" in capsys.readouterr().out)

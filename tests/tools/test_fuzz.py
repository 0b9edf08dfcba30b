"""The fuzzer finds what breaks a reader, keeps the file, and changes files the same way again."""

from __future__ import annotations

import json
import mmap
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from navicert.errors import UnreadableFile
from tests.health.house import ROOT
from tools.fuzz import child
from tools.fuzz.child import Trial
from tools.fuzz.mutations import mutated
from tools.fuzz.page import HEAD, PAGE, shown
from tools.fuzz.readers import READERS, Reader
from tools.fuzz.verdict import Unclean, is_read


def raising(error: Exception) -> Callable[[str, bytes], None]:
    def take(_: str, __: bytes) -> None:
        raise error

    return take


def test_a_refusal_must_begin_with_the_name_of_the_file() -> None:
    assert not is_read(Reader({}, raising(UnreadableFile("a.csv:2: no text"))), "a.csv", b"")
    with pytest.raises(Unclean, match="names no file"):
        is_read(Reader({}, raising(UnreadableFile("no text"))), "a.csv", b"")


def test_what_breaks_a_reader_is_kept_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "READERS", {"x": Reader({}, raising(KeyError("k")))})
    with mmap.mmap(-1, PAGE) as page:
        trial = Trial("x", {}, page, tmp_path, 1)
        for content in (b"one", b"two"):
            trial.take("a.csv", content)
        assert (2, 0, 1, 3) == HEAD.unpack_from(page)
        assert ("a.csv", b"two") == shown(page)
    kept = sorted(tmp_path.iterdir())
    assert b"one" == kept[0].read_bytes()
    assert "KeyError" in kept[1].read_text()


@pytest.mark.parametrize("name", READERS)
def test_one_seed_changes_a_file_in_one_way_and_another_in_another(name: str) -> None:
    content = next(iter(READERS[name].files.values()))
    made = [[mutated(content, Random(seed)) for seed in range(20)] for _ in range(2)]  # noqa: S311
    assert made[0] == made[1]
    assert len(set(made[0])) > 10


def test_the_last_line_says_what_was_done(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tools.fuzz", "dpl", "--minutes", "0.05"]
    done = subprocess.run(
        [*command, "--keep", str(tmp_path)], cwd=ROOT, capture_output=True, check=False, text=True
    )
    told = json.loads(done.stdout.splitlines()[-1])
    assert (0, "dpl", 0) == (done.returncode, told["reader"], told["findings"])
    assert told["runs"] > 0

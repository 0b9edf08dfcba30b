"""Nothing that git keeps ties the house to a registry, to one machine, or to a lock file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.health.house import kept_files, place

# Joined here, so that this file does not name what it forbids.
HOSTS = tuple(
    ".".join(labels)
    for labels in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("yarnpkg", "com"),
        ("crates", "io"),
        ("deb", "debian", "org"),
        ("proxy", "golang", "org"),
        ("maven", "apache", "org"),
    )
)
OPTIONS = tuple("--" + "-".join(words) for words in (("index", "url"), ("extra", "index", "url")))
FORBIDDEN = re.compile(
    "|".join(re.escape(name) for name in (*HOSTS, *OPTIONS))
    + r"|--find-links|--trusted-host"
    + r"|(?<![\w.~/-])/(?:work|farm|root|home)/\w"
)
LOCKS = frozenset(
    {"uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock", "pylock.toml", "pixi.lock"}
    | {"package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "Cargo.lock"}
)
THIS_FILE = Path(__file__).resolve()


def ties(path: Path) -> Iterator[str]:
    """Where a text file names a registry or a place on one machine."""
    text = path.read_bytes().decode("utf-8", errors="replace")
    for number, line in enumerate(text.splitlines(), start=1):
        if found := FORBIDDEN.search(line):
            yield f"{place(path, number)} names {found.group()!r}"


def test_no_kept_file_names_a_registry_or_a_place_on_one_machine() -> None:
    assert [] == [tie for path in kept_files() if path != THIS_FILE for tie in ties(path)]


def test_no_lock_file_is_kept() -> None:
    assert [] == [place(path) for path in kept_files() if path.name in LOCKS]


@pytest.mark.parametrize(
    ("line", "is_tie"),
    [
        *((f"see {host} for more", True) for host in HOSTS),
        *((f"install {option} somewhere", True) for option in OPTIONS),
        ("see /" + "work/main/README.md", True),
        ("cd '/" + "root/x'", True),
        ("the framework/main part", False),
        ("https://example.com/work/main", False),
        ("shared/work/main", False),
    ],
)
def test_a_tie_is_seen(tmp_path: Path, line: str, is_tie: bool) -> None:
    file = tmp_path / "notes.md"
    file.write_text(f"first\n{line}\n", encoding="utf-8")
    assert is_tie == any(ties(file))

"""Where the house stands, and how the health tests read it without importing it."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "navicert"
TESTS = ROOT / "tests"
LAW = SOURCE / "law" / "ear"

ABOVE_THE_PURE_FLOORS = frozenset({"casework", "adapters", "bootstrap.py", "entrypoints"})


@cache
def modules(source: Path = SOURCE) -> tuple[Path, ...]:
    """Every Python file below ``source``, sorted; never empty, so that no check passes unseen."""
    found = tuple(sorted(source.rglob("*.py")))
    assert found, f"there is no Python file below {source}"
    return found


def pure_modules(source: Path = SOURCE) -> tuple[Path, ...]:
    """The modules below casework: no clock, no chance, no files."""
    return tuple(
        module
        for module in modules(source)
        if module.relative_to(source).parts[0] not in ABOVE_THE_PURE_FLOORS
    )


def pure_rooms(source: Path = SOURCE) -> frozenset[str]:
    """The names of the rooms below casework, as one imports them."""
    tops = {module.relative_to(source).parts[0] for module in pure_modules(source)}
    return frozenset(top.removesuffix(".py") for top in tops - {"__init__.py"})


def nodes(module: Path) -> Iterator[ast.AST]:
    """Every node of a module's syntax tree."""
    return ast.walk(ast.parse(module.read_text(encoding="utf-8"), filename=str(module)))


def place(path: Path, line: int = 0) -> str:
    """Name a file, and a line in it, as an editor opens it."""
    shown = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
    return f"{shown}:{line}" if line else str(shown)


@cache
def kept_files() -> tuple[Path, ...]:
    """What git keeps, or would keep at the next commit."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    ).stdout.decode()
    found = tuple(ROOT / name for name in sorted(set(listing.split("\0"))) if name)
    assert found, "git lists no file"
    return tuple(path for path in found if path.is_file())

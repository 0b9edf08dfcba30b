"""Below casework there is no clock, no chance and no file but the shelf's own."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.health.house import SOURCE, nodes, place, pure_modules

SHELF = SOURCE / "law" / "shelf.py"
# Filled while the rules are imported, never after.
REGISTER = SOURCE / "rules" / "cites.py"
IMPURE_MODULES = frozenset(
    {"http", "os", "random", "secrets", "shutil", "socket", "subprocess", "tempfile", "time"}
    | {"urllib", "uuid"}
)
CLOCK_AND_FILES = frozenset(
    {"now", "utcnow", "today", "open", "read_text", "read_bytes", "write_text", "write_bytes"}
)
# A type that offers no way to change the value; mypy then refuses the attempt.
READ_ONLY = re.compile(r"\b(?:Mapping|Sequence|Collection|Iterable)\[")


def called(node: ast.Call) -> str:
    """The last word of what a call names: ``today`` of ``datetime.date.today()``."""
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def imported(node: ast.AST) -> set[str]:
    """The top names that an import statement brings in."""
    if isinstance(node, ast.Import):
        return {alias.name.partition(".")[0] for alias in node.names}
    if isinstance(node, ast.ImportFrom) and node.module:
        return {node.module.partition(".")[0]}
    return set()


def impurities(module: Path) -> Iterator[str]:
    for node in nodes(module):
        if isinstance(node, ast.Call) and called(node) in CLOCK_AND_FILES:
            yield f"{place(module, node.lineno)} calls {called(node)}"
        for name in sorted(imported(node) & IMPURE_MODULES):
            yield f"{place(module, getattr(node, 'lineno', 0))} imports {name}"


def mutable_globals(module: Path) -> Iterator[str]:
    """Lists, dicts and sets at the top of a module that no type keeps from being changed."""
    displays = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
    for node in ast.parse(module.read_text(encoding="utf-8")).body:
        if not isinstance(node, ast.Assign | ast.AnnAssign) or not isinstance(node.value, displays):
            continue
        kind = ast.unparse(node.annotation) if isinstance(node, ast.AnnAssign) else ""
        if not assigns_dunder(node) and not READ_ONLY.search(kind):
            yield f"{place(module, node.lineno)} needs a tuple, a frozenset or a Mapping annotation"


def assigns_dunder(node: ast.stmt) -> bool:
    """Whether the statement sets a name of Python's own, such as ``__all__``."""
    return any(isinstance(name, ast.Name) and name.id.startswith("__") for name in ast.walk(node))


def test_below_casework_nothing_asks_the_clock_chance_or_the_disk() -> None:
    pure = [module for module in pure_modules() if module != SHELF]
    assert [] == [found for module in pure for found in impurities(module)]


def test_no_pure_module_keeps_a_mutable_global() -> None:
    kept = [module for module in pure_modules() if module != REGISTER]
    assert [] == [found for module in kept for found in mutable_globals(module)]


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("from datetime import date\nday = date.today()", "calls today"),
        ("import datetime\nat = datetime.datetime.now()", "calls now"),
        ("text = open('a').read()", "calls open"),
        ("from pathlib import Path\ntext = Path('a').read_text()", "calls read_text"),
        ("import random", "imports random"),
        ("from time import monotonic", "imports time"),
        ("import urllib.request", "imports urllib"),
    ],
)
def test_an_impurity_is_seen(tmp_path: Path, source: str, seen: str) -> None:
    module = tmp_path / "impure.py"
    module.write_text(source, encoding="utf-8")
    (found,) = impurities(module)
    assert found.endswith(seen)


def test_a_mutable_global_is_seen(tmp_path: Path) -> None:
    module = tmp_path / "keeping.py"
    module.write_text(
        "SEEN = {}\nFIXED = ()\nNAMES: Mapping[str, str] = {}\n__all__ = ['FIXED']\n",
        encoding="utf-8",
    )
    (found,) = mutable_globals(module)
    assert found.startswith(f"{module}:1 ")

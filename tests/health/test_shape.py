"""The house has small rooms with names, and tests where the code is."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.health.house import ROOT, SOURCE, TESTS, modules, nodes, place

LONGEST = 300
VAGUE = frozenset({"common", "helpers", "manager", "misc", "utils"})
# These folders are named for a kind of proof, not for a room.
KINDS_OF_PROOF = frozenset(
    {"conformance", "contracts", "golden", "health", "properties", "snapshots"}
)
# An adapter's engine too may wait until it is needed; there ruff asks for the reason in the line.
STARTS_LAZILY = ("adapters", "bootstrap.py", "casework", "entrypoints")


def too_long(files: Iterable[Path]) -> list[str]:
    lengths = ((file, len(file.read_text(encoding="utf-8").splitlines())) for file in files)
    return [f"{place(file)} has {length} lines" for file, length in lengths if length > LONGEST]


def vaguely_named(files: Iterable[Path], root: Path) -> list[str]:
    return [
        place(file)
        for file in files
        if VAGUE & {part.removesuffix(".py").strip("_") for part in file.relative_to(root).parts}
    ]


def catches_everything(module: Path) -> Iterator[str]:
    for node in nodes(module):
        if not isinstance(node, ast.ExceptHandler):
            continue
        names = (
            {name.id for name in ast.walk(node.type) if isinstance(name, ast.Name)}
            if (node.type)
            else {"everything"}
        )
        if names & {"Exception", "BaseException", "everything"}:
            yield place(module, node.lineno)


def imports_inside_functions(module: Path) -> Iterator[str]:
    for node in nodes(module):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            for inner in ast.walk(node):
                if isinstance(inner, ast.Import | ast.ImportFrom):
                    yield place(module, inner.lineno)


def has_no_counterpart(test: Path, root: Path = ROOT) -> bool:
    """Whether a test file is named for no module and no package, of src or of a root folder.

    ``test_read.py`` stands for ``read.py``, and so does ``test_read_any_bytes.py``.
    """
    path = test.relative_to(root / "tests")
    if path.parts[0] in KINDS_OF_PROOF:
        return False
    words = path.stem.removeprefix("test_").split("_")
    stems = ["_".join(words[:count]) for count in range(1, len(words) + 1)]
    rooms = [base / path.parent for base in (root / "src" / "navicert", root)]
    return not any(
        (room / f"{stem}.py").is_file() or (room / stem).is_dir()
        for room in rooms
        for stem in stems
    )


def test_no_module_has_more_than_300_lines() -> None:
    assert [] == too_long(modules())


def test_no_file_or_folder_has_a_vague_name() -> None:
    assert [] == vaguely_named((*modules(), *modules(TESTS)), ROOT)


def test_nothing_in_the_source_catches_every_exception() -> None:
    assert [] == [found for module in modules() for found in catches_everything(module)]


def test_only_what_starts_lazily_imports_inside_a_function() -> None:
    eager = [m for m in modules() if m.relative_to(SOURCE).parts[0] not in STARTS_LAZILY]
    assert [] == [found for module in eager for found in imports_inside_functions(module)]


def test_tests_lie_where_the_code_lies() -> None:
    assert [] == [place(test) for test in TESTS.rglob("test_*.py") if has_no_counterpart(test)]


def test_a_long_module_is_seen(tmp_path: Path) -> None:
    (tmp_path / "long.py").write_text("x = 1\n" * (LONGEST + 1), encoding="utf-8")
    (tmp_path / "right.py").write_text("x = 1\n" * LONGEST, encoding="utf-8")
    assert [f"{tmp_path}/long.py has 301 lines"] == too_long(modules(tmp_path))


@pytest.mark.parametrize("name", ["utils.py", "_helpers.py", "common/eccn.py", "misc/__init__.py"])
def test_a_vague_name_is_seen(tmp_path: Path, name: str) -> None:
    assert [str(tmp_path / name)] == vaguely_named([tmp_path / name], tmp_path)


@pytest.mark.parametrize("clause", ["except Exception", "except", "except (ValueError, Exception)"])
def test_a_clause_that_catches_everything_is_seen(tmp_path: Path, clause: str) -> None:
    module = tmp_path / "greedy.py"
    module.write_text(f"try:\n    pass\n{clause}:\n    pass\n", encoding="utf-8")
    assert [f"{module}:3"] == list(catches_everything(module))


def test_an_import_inside_a_function_is_seen(tmp_path: Path) -> None:
    module = tmp_path / "hiding.py"
    module.write_text("import a\n\n\ndef f():\n    import b\n", encoding="utf-8")
    assert [f"{module}:5"] == list(imports_inside_functions(module))


def test_a_test_without_a_counterpart_is_seen(tmp_path: Path) -> None:
    (tmp_path / "src" / "navicert" / "terms").mkdir(parents=True)
    (tmp_path / "src" / "navicert" / "terms" / "eccn.py").touch()
    stray = tmp_path / "tests" / "terms" / "test_country.py"
    assert has_no_counterpart(stray, tmp_path)
    assert not has_no_counterpart(stray.with_name("test_eccn.py"), tmp_path)
    assert not has_no_counterpart(stray.with_name("test_eccn_paragraphs.py"), tmp_path)
    assert has_no_counterpart(stray.with_name("test_eccns.py"), tmp_path)
    assert not has_no_counterpart(tmp_path / "tests" / "test_terms.py", tmp_path)
    assert not has_no_counterpart(tmp_path / "tests" / "golden" / "test_zte.py", tmp_path)

"""Makes a copy of the house that mutmut can work on.

mutmut leaves decorated functions alone, and every rule is decorated. In the copy, and there only,
``@cites(...)`` above a rule becomes a call below it, so that the rule itself can be changed.
"""

from __future__ import annotations

import ast
import shutil
import subprocess
from pathlib import Path

DECORATOR = "cites"


def copy_tree(root: Path, copy: Path) -> None:
    """Copy what git keeps, or would keep at the next commit."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607
        cwd=root,
        check=True,
        capture_output=True,
    ).stdout.decode()
    for name in filter(None, listing.split("\0")):
        if (root / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(root / name, copy / name)


def undecorated(source: str) -> str:
    r"""Move ``@cites(...)`` from above each rule to the end of the module.

    >>> print(undecorated('@cites("15 CFR 1")\ndef rule():\n    return ()\n').strip())
    def rule():
        return ()
    <BLANKLINE>
    <BLANKLINE>
    rule = cites("15 CFR 1")(rule)
    """
    lines = source.splitlines()
    calls: list[str] = []
    for function in ast.parse(source).body:
        if not isinstance(function, ast.FunctionDef):
            continue
        for decorator in function.decorator_list:
            if _is_cites(decorator):
                calls.append(f"{function.name} = {ast.unparse(decorator)}({function.name})")
                _blank(lines, decorator)
    tail = ["", "", *calls] if calls else []
    kept = [line for line in lines if line is not _GONE]
    return "\n".join([*kept, *tail]) + "\n"


def _is_cites(decorator: ast.expr) -> bool:
    call = isinstance(decorator, ast.Call) and isinstance(decorator.func, ast.Name)
    return call and ast.unparse(decorator).startswith(f"{DECORATOR}(")


_GONE = "\0gone"


def _blank(lines: list[str], decorator: ast.expr) -> None:
    for number in range(decorator.lineno - 1, decorator.end_lineno or decorator.lineno):
        lines[number] = _GONE


FORGETFUL = """

def answered(path: Path) -> Answered:
    learning = __import__("os").environ.get("MUTANT_UNDER_TEST") == "stats"
    return (_answered.__wrapped__ if learning else _answered)(path)
"""


def _forget(goldens: Path) -> None:
    """Answer each golden anew for each test while mutmut learns which tests reach a rule."""
    source = goldens.read_text(encoding="utf-8")
    renamed = source.replace("@cache\ndef answered(", "@cache\ndef _answered(")
    goldens.write_text(renamed + FORGETFUL, encoding="utf-8")


def prepare(root: Path, copy: Path, settings: str) -> None:
    """Copy the house, free the rules of their decorators, and write mutmut's settings."""
    copy_tree(root, copy)
    for module in (copy / "src" / "navicert" / "rules").rglob("*.py"):
        source = module.read_text(encoding="utf-8")
        if f"@{DECORATOR}(" in source:
            module.write_text(undecorated(source), encoding="utf-8")
    _forget(copy / "tests" / "golden" / "goldens.py")
    with (copy / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(settings)

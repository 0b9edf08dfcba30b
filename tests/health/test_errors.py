"""Every error stands in the tree that the docstring of ``errors.py`` draws, and only those do."""

from __future__ import annotations

import ast
import re

from tests.health.house import SOURCE

ERRORS = SOURCE / "errors.py"
BRANCH = re.compile(r"^(?P<indent>[ \u2502]*)(?:[\u251c\u2514]\u2500\u2500 )(?P<name>\w+)")
STEP = 4  # columns a level


def drawn(source: str) -> dict[str, str]:
    """Each name of the drawn tree with the name it hangs from; the root hangs from Exception."""
    lines = (ast.get_docstring(ast.parse(source)) or "").splitlines()
    tree: dict[str, str] = {}
    above: list[str] = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        branch = BRANCH.match(line)
        if branch:
            level = len(branch["indent"]) // STEP + 1
            tree[branch["name"]] = above[level - 1]
            above[level:] = [branch["name"]]
        elif BRANCH.match(following):
            tree[line.strip()] = "Exception"
            above = [line.strip()]
    return tree


def written(source: str) -> dict[str, str]:
    """Each exception class with its first base; a class without a base is not an exception."""
    classes = (node for node in ast.parse(source).body if isinstance(node, ast.ClassDef))
    return {node.name: ast.unparse(node.bases[0]) for node in classes if node.bases}


def test_the_drawn_tree_is_the_tree_of_classes() -> None:
    source = ERRORS.read_text(encoding="utf-8")
    assert written(source)
    assert written(source) == drawn(source)


def test_no_other_module_makes_an_error_of_its_own() -> None:
    strays = [
        f"{module}: {name}"
        for module in sorted(SOURCE.rglob("*.py"))
        if module != ERRORS
        for name, base in written(module.read_text(encoding="utf-8")).items()
        if base.rpartition(".")[2] in {"Exception", *written(ERRORS.read_text(encoding="utf-8"))}
    ]
    assert [] == strays


def test_a_wrong_branch_is_seen() -> None:
    classes = "class A(Exception): ...\nclass B(A): ...\nclass C(B): ...\n"
    right = '"""Errors.\n\nA\n└── B\n    └── C\n"""\n' + classes
    wrong = '"""Errors.\n\nA\n├── B\n└── C\n"""\n' + classes
    missing = '"""Errors.\n\nA\n└── B\n"""\n' + classes
    assert written(right) == drawn(right)
    assert written(wrong) != drawn(wrong)
    assert written(missing) != drawn(missing)

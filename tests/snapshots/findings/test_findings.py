"""What the rules say is what was read; how to renew it stands in findings.py."""

from __future__ import annotations

import pytest

from tests.snapshots.findings.findings import FOLDER, MODULES, path_of, text_on


@pytest.mark.parametrize("module", MODULES)
def test_a_rule_says_what_was_read(module: str) -> None:
    assert path_of(module).read_text(encoding="utf-8") == text_on(module)


def test_every_file_has_its_module() -> None:
    assert {path_of(module) for module in MODULES} == set(FOLDER.glob("*.txt"))

"""What the rules say is what was read; how to renew it stands in findings.py."""

from __future__ import annotations

from tests.snapshots.findings.findings import FOLDER, TOPICS, path_of, texts


def test_the_rules_say_what_was_read() -> None:
    read = {module: path_of(module).read_text(encoding="utf-8") for module in TOPICS}
    said = texts()
    assert [] == [module for module in TOPICS if read[module] != said[module]]
    assert read == said


def test_every_file_has_its_module() -> None:
    assert {path_of(module) for module in TOPICS} == set(FOLDER.glob("*.txt"))

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.retrieval import main

LIST = (
    '{"id": "1", "type": "entity", "names": ["Kangxun Telecom Ltd"]}\n'
    '{"id": "2", "type": "person", "names": ["Vladislav Ostrogorski", "Vlad Ostrogorsky"]}\n'
)
QUERIES = (
    '{"q": "Kangxum Telecom", "exp": ["1"], "cls": "typo"}\n'
    '{"q": "Ostrogorski Vladislav", "exp": ["2"], "cls": "order"}\n'
    '{"q": "Quetzalcoatl Basket Weavers", "exp": ["1"], "cls": "alias_holdout"}\n'
    '{"q": "Sarah Poole", "exp": [], "cls": "clean"}\n'
)


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    listed, queries = tmp_path / "list.jsonl", tmp_path / "queries.jsonl"
    listed.write_text(LIST, encoding="utf-8")
    queries.write_text(QUERIES, encoding="utf-8")
    return [str(listed), str(queries)]


def test_recall_is_told_as_json(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main([*files, "--json"])
    (line,) = capsys.readouterr().out.splitlines()
    found = json.loads(line)
    assert {"alias_holdout": 0.0, "order": 1.0, "typo": 1.0} == found["by_class"]
    assert (0.6667, 1.0) == (found["recall_at_1pct"], found["but_aliases_at_1pct"])
    assert (1.0, 0.6667) == (found["candidate_recall"], found["candidate_recall_with_aliases"])
    assert (3, 1, 3) == (found["positive"], found["clean"], found["names"])
    assert {"recall_at_0_2pct", "recall_at_5pct", "threshold_at_1pct"} <= found.keys()


def test_the_table_comes_before_the_json(
    files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    main(files)
    lines = capsys.readouterr().out.splitlines()
    assert "order" in json.loads(lines[-1])["by_class"]
    assert any(line.startswith("order ") for line in lines)


def test_a_malformed_file_is_refused_with_its_line(
    files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    Path(files[1]).write_text('{"q": "Atlas"}\n', encoding="utf-8")
    with pytest.raises(SystemExit):
        main(files)
    assert "queries.jsonl:1: wants 'q' and 'cls'" in capsys.readouterr().err

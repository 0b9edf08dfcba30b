from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.peers import BRUTE, LOGIC, OURS, has_nomenklatura, main, ratios, times
from tests.benchmarks.test_retrieval import LIST, QUERIES


def test_ratios_say_how_many_times_longer_a_peer_takes() -> None:
    figures = {
        OURS: {"p50_ms": 0.2},
        BRUTE: {"p50_ms": 8.0},
        LOGIC: {"p50_ms": 6.0, "rescoring_p50_ms": 5.0},
    }
    expected = {BRUTE: 40.0, LOGIC: 30.0, "logic-v2, rescoring alone": 25.0}
    assert expected == ratios(figures)


def test_times_are_of_the_queries_that_were_asked() -> None:
    found = times({
        "names": 3, "ready_s": 0.1, "memory_mb": 5, "seconds": [0.001, 0.002, 0.003, 0.002],
        "parts": {"rescoring": [0.001, 0.001]},
    })  # fmt: skip
    assert (4, 2.0, 3.0, 500) == tuple(
        found[name] for name in ("queries", "p50_ms", "p99_ms", "names_per_s")
    )
    assert 1.0 == found["rescoring_p50_ms"]


def test_a_missing_peer_is_named_with_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert has_nomenklatura("true")
    assert not has_nomenklatura("false")
    assert "--help says how to install it" in capsys.readouterr().err


def test_the_rest_runs_without_nomenklatura(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    listed, queries = tmp_path / "list.jsonl", tmp_path / "queries.jsonl"
    listed.write_text(LIST, encoding="utf-8")
    queries.write_text(QUERIES, encoding="utf-8")
    asked = [str(listed), str(queries), "--whole", str(listed), "--python", "false", "--json"]
    assert 0 == main(asked)
    found = json.loads(capsys.readouterr().out)
    assert ({OURS, BRUTE}, False) == (set(found["engines"]), found["logic_v2_measured"])
    assert (3, 4) == (found["whole"]["names"], found["whole"]["batch_names"])
    assert 0.6667 == found["engines"][OURS]["recall_at_1pct"]

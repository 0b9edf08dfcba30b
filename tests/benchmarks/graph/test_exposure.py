"""The plain way and ours come to the same figures, on a graph that is small."""

from __future__ import annotations

import pytest

from benchmarks.graph import exposure, supply
from benchmarks.graph.plain import Plain, built


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_both_come_to_the_same_totals(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (
        ("COMPANIES", 5),
        ("PARTS_OF", 20),
        ("POOL", 200),
        ("SUPPLIERS", 30),
        ("SUPPLIES", 150),
        ("SALES", 100),
        ("NETWORKS", 20),
        ("COUNTRIES", 5),
    ):
        monkeypatch.setattr(supply, name, value)
    columns, denied = supply.graph(seed)
    _, ours = exposure.timed(columns, denied)
    theirs = Plain(built(columns), denied, exposure.LIFTED, exposure.DAYS).run()
    assert theirs["sales_total"] > 0
    assert theirs["lines_stopped"] > 0
    assert exposure.agree(ours, theirs)

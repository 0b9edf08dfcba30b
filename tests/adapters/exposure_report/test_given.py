"""What a report looks up in a result."""

from __future__ import annotations

import pytest

from navicert.adapters.exposure_report.given import Given, beside, spans
from navicert.exposure.graph import EdgeKey, EdgeKind
from tests.adapters.exposure_report.sample import result

GIVEN = Given.of(result())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("zte", "ZTE Corporation"),
        ("q supplies zte: modem", "Qualcomm supplies ZTE Corporation: Modem"),
        ("net uses cIN: users", "Network & partners uses India: users"),
        ("zte: penalty", "ZTE Corporation: penalty"),
        ("something else: altogether", "something else: altogether"),
        ("", ""),
    ],
)
def test_names_stand_for_ids(text: str, told: str) -> None:
    assert told == GIVEN.told(text)


def test_sources_are_those_of_a_node_and_of_what_touches_it() -> None:
    assert ("S0", "S1") == GIVEN.sources("zte")
    assert ("S0",) == GIVEN.sources("modem")
    assert () == GIVEN.sources("nobody")


def test_rows_of_every_remedy_stand_beside_each_other() -> None:
    rows = beside(result(), lambda one: one.suppliers, lambda one: one.node)
    assert ["q", "a", "i", "x"] == [one.id for one in rows]
    assert {3} == {len(one.under) for one in rows}


def test_the_spans_of_an_edge_come_in_order() -> None:
    network = EdgeKey("zte", "net", EdgeKind.MAINTAINS)
    first, second = spans(result().scenarios[1])[network]
    assert first.to_day < second.from_day

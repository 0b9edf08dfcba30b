from __future__ import annotations

from decimal import Decimal

import numpy as np
import pytest

from navicert.exposure.columns import columns_of
from navicert.exposure.draws import drawn, likely
from navicert.exposure.graph import Edge, EdgeKey, EdgeKind, Node, NodeKind, Numbers, SupplyGraph
from navicert.exposure.graph import Total as Sum
from navicert.exposure.range import parse
from navicert.exposure.totals import with_totals

REST = EdgeKey("rest", "z", EdgeKind.SUPPLIES, "part")


def graph(total: int, *values: str) -> SupplyGraph:
    """A company that buys from some named suppliers, and from one that has the rest."""
    named = [f"s{at}" for at in range(len(values))]
    keys = [EdgeKey(one, "z", EdgeKind.SUPPLIES, "part") for one in named]
    edges = [Edge(key, Numbers(parse(value))) for key, value in zip(keys, values, strict=True)]
    suppliers = tuple(Node(one, NodeKind.SUPPLIER, one) for one in (*named, "rest"))
    return SupplyGraph(
        "t",
        (Node("z", NodeKind.COMPANY, "Z"), Node("part", NodeKind.PART, "P"), *suppliers),
        (*edges, Edge(REST, Numbers())),
        totals=(Sum(Decimal(total), (*named, "rest"), REST),),
    )


def rest_of(found: SupplyGraph) -> str:
    return str(next(edge.numbers.value for edge in found.edges if edge.key == REST))


@pytest.mark.parametrize(
    ("values", "rest"),
    [
        (("30", "20"), "50"),
        (("30..50", "20"), "30..40..50"),
        (("30..40..60", "10..20"), "20..45..60"),
        (("90", "20"), "0"),  # more than the total: nothing is left, never less
        ((), "100"),
    ],
)
def test_the_rest_is_what_the_others_leave(values: tuple[str, ...], rest: str) -> None:
    assert rest == rest_of(with_totals(graph(100, *values)))


def test_a_value_that_nobody_states_is_not_taken_from_the_total() -> None:
    assert "70" == rest_of(with_totals(graph(100, "30", "")))


def test_each_draw_adds_up_to_the_total() -> None:
    columns = columns_of(with_totals(graph(100, "30..50", "0..10..20")))
    chance = np.random.default_rng(7)
    x = drawn(columns.inputs, 500, chance.random)
    values = columns.tables[EdgeKind.SUPPLIES].figures["value"]
    assert np.allclose(100.0, x[:, values].sum(axis=1))
    assert 100.0 == likely(columns.inputs)[:, values].sum()
    assert len(set(x[:, values[-1]].tolist())) > 400


def test_the_rest_is_no_figure_of_its_own_to_draw_or_to_swing() -> None:
    columns = columns_of(with_totals(graph(100, "30..50")))
    value = columns.tables[EdgeKind.SUPPLIES].figures["value"]
    assert [int(value[0])] == columns.inputs.open.tolist()


def test_a_graph_without_totals_is_as_it_was() -> None:
    plain = SupplyGraph("t", (), ())
    assert plain is with_totals(plain)

"""The supply graph of the report."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import etree

from navicert.adapters.exposure_report.given import Given
from navicert.adapters.exposure_report.picture import MOST_EACH, picture
from navicert.exposure.graph import Edge, EdgeKey, EdgeKind, Node, NodeKind, Numbers
from tests.adapters.exposure_report.sample import EVIL, result, without_losses


def words(svg: str) -> list[str]:
    drawn = etree.fromstring(svg.encode())
    return ["".join(one.itertext()) for one in drawn.iter("{*}text", "{*}tspan", "{*}title")]


def test_the_same_graph_gives_the_same_bytes() -> None:
    assert picture(Given.of(result())) == picture(Given.of(result()))


def test_names_losses_and_the_legend_are_told() -> None:
    told = words(picture(Given.of(result())))
    for one in ("Qualcomm", "USD 500m at risk", "ZTE Corporation", "severed", "may be severed"):
        assert one in told
    assert any(EVIL in one for one in told)


def test_severed_edges_are_broken_lines() -> None:
    drawn = etree.fromstring(picture(Given.of(result())).encode())
    dashes = [one.get("stroke-dasharray") for one in drawn.iter("{*}path") if one.get("stroke")]
    assert 4 + 1 == dashes.count("8 4")  # four supplies and the legend
    assert 1 + 1 == dashes.count("2 4")


def test_nothing_is_severed_where_nothing_is() -> None:
    assert "severed" not in words(picture(Given.of(without_losses())))


def test_of_a_large_graph_the_largest_are_drawn_and_the_others_counted() -> None:
    one = result()
    more = tuple(Node(f"s{n}", NodeKind.SUPPLIER, f"Supplier {n}") for n in range(40))
    edges = tuple(
        Edge(EdgeKey(node.id, "zte", EdgeKind.SUPPLIES, "modem"), Numbers()) for node in more
    )
    graph = replace(one.graph, nodes=(*more, *one.graph.nodes), edges=(*edges, *one.graph.edges))
    told = words(picture(Given.of(replace(one, graph=graph))))
    assert "Qualcomm" in told
    assert MOST_EACH - 4 == sum(re.fullmatch(r"Supplier \d+", one) is not None for one in told)
    assert any(f"{40 - (MOST_EACH - 4)} more nodes" in line for line in told)

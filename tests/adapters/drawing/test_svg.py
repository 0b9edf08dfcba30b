from __future__ import annotations

import itertools
import re
from dataclasses import replace

import pytest
from lxml import etree

from navicert.adapters.drawing.graph import Edge, Graph, Node, Style
from navicert.adapters.drawing.svg import MOST_NODES, draw

OWN = Style("own", "Ownership", color="#8a1c1c", width=2)
CONTROL = Style("control", "Control", color="#1f4e79", dash="3 3")
LISTED = Style("listed", "Listed", color="#8a1c1c", width=3)
HOSTILE = '</text><script>alert(1)</script>" onload="x" \x00\x1b[31m\u202eevil&#1;'


def _nodes(*names: str) -> tuple[Node, ...]:
    return tuple(Node(name, (f"Company {name}",)) for name in names)


def _graph(*edges: tuple[str, str]) -> Graph:
    names = dict.fromkeys(name for edge in edges for name in edge)
    ties = tuple(Edge(source, target, "50 %", "own") for source, target in edges)
    return Graph("Owners", "who owns whom", _nodes(*names), ties, (OWN, CONTROL, LISTED))


def _parsed(svg: str) -> etree._Element:
    return etree.fromstring(svg.encode())


def _all(svg: str, name: str) -> list[etree._Element]:
    return list(_parsed(svg).iter(f"{{http://www.w3.org/2000/svg}}{name}"))


def _texts(svg: str) -> str:
    return " ".join("".join(map(str, one.itertext())) for one in _all(svg, "text"))


def _top(svg: str, name: str) -> int:
    group = next(one for one in _all(svg, "g") if f"Company {name}" == one[0].text)
    return int(str(group[1].get("y")))


def test_owner_stands_above_whom_it_owns() -> None:
    svg = draw(_graph(("a", "b"), ("b", "c"), ("a", "c")))
    assert _top(svg, "a") < _top(svg, "b") < _top(svg, "c")


def test_circle_is_drawn_whole() -> None:
    svg = draw(_graph(("a", "b"), ("b", "c"), ("c", "a"), ("a", "a")))
    heads = [one for one in _all(svg, "path") if str(one.get("d")).endswith("Z")]
    assert 4 == len(heads)


def test_layer_that_is_given_stays() -> None:
    graph = replace(
        _graph(("a", "b")), nodes=(Node("a", ("Company a",), layer=3), Node("b", ("Company b",)))
    )
    low = replace(graph, nodes=(*graph.nodes, Node("c", ("Company c",), layer=1)))
    svg = draw(low)
    assert _top(svg, "c") < _top(svg, "a") < _top(svg, "b")


def test_same_graph_gives_the_same_bytes() -> None:
    graph = _graph(*((f"{one % 7}", f"{one % 11}x") for one in range(60)))
    assert draw(graph) == draw(graph)


def test_hostile_text_stays_text() -> None:
    graph = Graph(
        HOSTILE,
        HOSTILE,
        (Node(HOSTILE, (HOSTILE, "x" * 1_000_000)), Node("b", ())),
        (Edge(HOSTILE, "b", HOSTILE, HOSTILE),),
        (Style("own", HOSTILE),),
        note=HOSTILE,
    )
    svg = draw(graph)
    names = {etree.QName(one).localname for one in _parsed(svg).iter()}
    assert {"svg", "title", "desc", "rect", "text", "tspan", "path", "g"} == names
    attributes = {str(name) for one in _parsed(svg).iter() for name in one.attrib}
    assert not {name for name in attributes if name.startswith("on") or "href" in name}
    assert not re.search("[\x00-\x08\x0b-\x1f\u202e]", svg)
    assert len(svg) < 20_000


def test_picture_refers_to_nothing_and_says_what_it_is() -> None:
    svg = draw(_graph(("a", "b")))
    assert "img" == _parsed(svg).get("role")
    assert "Owners" == _parsed(svg)[0].text
    assert "who owns whom" == _parsed(svg)[1].text
    assert ["http://www.w3.org/2000/svg"] == re.findall("[a-z]+://[^\"']*", svg)
    assert not re.search(r"<style|<script|<use|<image|url\(|style=", svg)


def test_text_that_is_cut_stands_whole_in_a_title() -> None:
    name = "Mizar " * 40 + "the end"
    svg = draw(Graph("t", "d", (Node("a", (name,)),)))
    assert "the end" not in _texts(svg)
    assert "…" in _texts(svg)
    assert any("the end" in str(one.text) for one in _all(svg, "title"))


@pytest.mark.parametrize("name", ["中兴通讯股份有限公司", "شركة الاختبار", "Пример", "कंपनी"])
def test_any_script_is_kept(name: str) -> None:
    assert name in _texts(draw(Graph("t", "d", (Node("a", (name,)),))))


def test_too_many_nodes_are_counted_not_drawn() -> None:
    chain = [(str(one), str(one + 1)) for one in range(MOST_NODES + 9)]
    svg = draw(_graph(*chain))
    assert "10 more nodes, 10 more edges" in _texts(svg)
    assert MOST_NODES == sum(str(one[0].text).startswith("Company") for one in _all(svg, "g"))


def test_edge_to_nobody_is_counted() -> None:
    graph = Graph("t", "d", _nodes("a"), (Edge("a", "gone"),))
    assert "0 more nodes, 1 more edges" in _texts(draw(graph))


def test_legend_explains_what_is_used_by_line_beside_color() -> None:
    graph = replace(
        _graph(("a", "b")),
        edges=(Edge("a", "b", "1", "own"), Edge("a", "b", "", "control")),
    )
    svg = draw(graph)
    assert "Ownership" in _texts(svg)
    assert "Control" in _texts(svg)
    assert "Listed" not in _texts(svg)
    assert 2 == sum(one.get("stroke-dasharray") == "3 3" for one in _all(svg, "path"))


def test_boxes_of_a_row_do_not_overlap() -> None:
    svg = draw(_graph(*(("a", f"b{one}") for one in range(20))))
    rows: dict[str, list[int]] = {}
    for one in _all(svg, "g"):
        if str(one[0].text).startswith("Company"):
            rows.setdefault(str(one[1].get("y")), []).append(int(str(one[1].get("x"))))
    for lefts in rows.values():
        ordered = sorted(lefts)
        assert all(b - a >= 190 for a, b in itertools.pairwise(ordered))


def test_nothing_to_draw_is_a_picture_still() -> None:
    assert "Owners" in _texts(draw(Graph("Owners", "d", ())))


def test_deep_chain_does_not_exhaust_the_stack() -> None:
    assert draw(_graph(*((str(one), str(one + 1)) for one in range(5_000))))


@pytest.mark.parametrize("color", ["red", "#12345", "url(#x)", '#123456"'])
def test_color_that_is_none_is_refused(color: str) -> None:
    with pytest.raises(ValueError, match="no color"):
        Style("x", "x", color=color)


def test_dash_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="no dash"):
        Style("x", "x", dash='1"')

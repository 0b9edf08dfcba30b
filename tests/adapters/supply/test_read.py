from __future__ import annotations

import io
import json
import shutil
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter

from navicert.adapters.supply.read import read, read_bytes, read_folder
from navicert.errors import FileTooLarge, GraphRefused, InputError, UnreadableFile
from navicert.exposure.graph import EdgeKind, NodeKind
from navicert.terms.truth import Truth
from tests.health.house import ROOT

EXAMPLE = ROOT / "examples" / "supply"
HEADER = b'title = "t"\n[[sources]]\nid = "a"\ntitle = "a"\n[[sources]]\nid = "b"\ntitle = "b"\n'
NODES = "id,kind,country\nz,company,CN\nq,supplier,US\nchip,part,\nbox,product,\nline,line,\n"
EDGES = "from,to,kind,item,share,stock,subject,source\n"


def problems(edges: str = "", nodes: str = NODES, header: bytes = HEADER) -> list[str]:
    """What is wrong with a graph of these rows."""
    files = {
        "graph.toml": header,
        "nodes.csv": nodes.encode(),
        "edges.csv": (EDGES + edges).encode(),
    }
    with pytest.raises(GraphRefused) as refused:
        read_folder(files, "g")
    return [str(one) for one in refused.value.problems]


def test_the_example_is_read_whole() -> None:
    graph = read(EXAMPLE).graph
    assert (20, 21, 1, 3, 2) == (
        len(graph.nodes),
        len(graph.edges),
        len(graph.substitutes),
        len(graph.figures),
        len(graph.sources),
    )
    chip = graph.edges[0]
    assert ("orchard", "kestrel", EdgeKind.SUPPLIES, "chip") == (
        chip.key.tail,
        chip.key.head,
        chip.key.kind,
        chip.key.item,
    )
    assert (Decimal(73000000), Decimal(200000)) == (
        chip.numbers.value.likely if chip.numbers.value else None,
        chip.numbers.stock.likely if chip.numbers.stock else None,
    )
    assert (Truth.YES, "3A991.a") == (chip.subject, chip.eccn)


def test_claims_of_two_sources_are_one_edge() -> None:
    uses = [one for one in read(EXAMPLE).graph.edges if one.key.tail == "phone"]
    users = next(one for one in uses if one.key.kind is EdgeKind.USES)
    assert ("900000..1100000", ["books", "press"]) == (
        str(users.numbers.users),
        [claim.source for claim in users.claims],
    )


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("q,z,supplies,chip,101", "g/edges.csv:2: share: 101 is more than 100 percent"),
        ("q,z,supplies,chip,90..120", "g/edges.csv:2: share: 90..120 is more than 100 percent"),
        ("q,z,supplies,chip,,-1", "g/edges.csv:2: stock: -1 is less than nothing"),
        ("q,z,supplies,chip,,9..1", "g/edges.csv:2: stock: '9..1' runs backwards"),
        ("q,z,supplies,chip,,1..2..3..4", "g/edges.csv:2: stock: '1..2..3..4' is no range"),
        ("q,z,supplies,chip,,nan", "g/edges.csv:2: stock: 'nan' is no number"),
        ("q,z,supplies,chip,,1e9", "g/edges.csv:2: stock: '1e9' is no number"),
        ("q,z,supplies,chip,,99999999999999", "g/edges.csv:2: stock: '99999999999999': larger"),
        ("q,y,supplies,chip", "g/edges.csv:2: to: no node has the id 'y'"),
        ("q,z,supplies,chop", "g/edges.csv:2: item: no part or product has the id 'chop'"),
        ("q,z,supplies,", "g/edges.csv:2: item: is empty"),
        ("q,chip,supplies,chip", "g/edges.csv:2: to: 'chip' is a part; of an edge supplies it is"),
        ("z,z,supplies,chip", "g/edges.csv:2: to: 'z' hangs on itself"),
        ("q,z,sells_to,chip", "g/edges.csv:2: kind: 'sells_to' is no kind"),
        ("q,z,supplies,chip,,,maybe", "g/edges.csv:2: subject: 'maybe': write yes, no or unknown"),
        ("q,z,supplies,chip,,,,c", "g/edges.csv:2: source: 'c' is no source"),
    ],
)
def test_a_row_that_cannot_be_is_named_with_its_line(row: str, said: str) -> None:
    (found,) = problems(row)
    assert found.startswith(said)


def test_a_source_states_an_edge_once() -> None:
    (found,) = problems("q,z,supplies,chip,5,,,a\nq,z,supplies,chip,6,,,a")
    assert "stands already at g/edges.csv:2, from the source 'a'" in found


def test_an_id_stands_once() -> None:
    (found,) = problems(nodes=f"{NODES}z,part,\n")
    assert "g/nodes.csv:7: id: 'z' stands already at g/nodes.csv:2" == found


def test_a_cycle_is_named_with_its_lines() -> None:
    nodes = f"{NODES}board,part,\n"
    bill = "chip,board,component\nboard,chip,component\nchip,box,component"
    (found,) = problems(bill, nodes)
    assert "g/edges.csv:" in found
    assert "board holds chip (line 2)" in found
    assert "chip holds board (line 3)" in found


def test_unknown_columns_are_refused_by_name() -> None:
    files = {"graph.toml": HEADER, "nodes.csv": b"id,kind,revenu\n", "edges.csv": EDGES.encode()}
    with pytest.raises(GraphRefused, match="revenu: not a column of nodes; did you mean revenue"):
        read_folder(files, "g")


def test_unknown_keys_of_the_header_are_refused_with_their_line() -> None:
    assert ["g/graph.toml:2: horizon: Object contains unknown field `horizon`"] == problems(
        header=b'title = "t"\nhorizon = 3\n'
    )
    (found,) = problems(header=b'title = "t"\ncurrency = "DOLLARS"\n')
    assert "g/graph.toml:2: currency" in found


def test_a_stray_table_is_refused(tmp_path: Path) -> None:
    for name in ("graph.toml", "nodes.csv", "edges.csv", "nodse.csv"):
        (tmp_path / name).write_bytes(b"")
    with pytest.raises(UnreadableFile, match=r"nodse\.csv: no table of a supply graph"):
        read(tmp_path)


def test_a_folder_without_edges_is_no_graph(tmp_path: Path) -> None:
    (tmp_path / "graph.toml").write_bytes(HEADER)
    with pytest.raises(UnreadableFile, match=r"holds no edges\.csv"):
        read(tmp_path)


@pytest.mark.parametrize("data", [b"\0", b"\xff\xfe", b"id\n" * 3, b'"', b"a,b\n" + b"1," * 600])
def test_what_is_no_table_is_a_clean_refusal(data: bytes) -> None:
    files = {"graph.toml": HEADER, "nodes.csv": data, "edges.csv": EDGES.encode()}
    with pytest.raises(InputError):
        read_folder(files, "g")


def test_a_name_of_a_million_letters_is_refused() -> None:
    assert all(len(one) < 3_000 for one in problems(nodes=f"{NODES}{'x' * 100_000},part,\n"))
    with pytest.raises(UnreadableFile):
        read_folder({"graph.toml": HEADER, "nodes.csv": b"x" * 10**6, "edges.csv": b""}, "g")


def test_a_chain_of_parts_too_deep_is_refused() -> None:
    nodes = NODES + "".join(f"p{n},part,\n" for n in range(500))
    bill = "".join(f"p{n},p{n + 1},component\n" for n in range(499))
    (found,) = problems(bill, nodes)
    assert "more than 400 deep" in found


def test_too_many_rows_are_refused() -> None:
    nodes = "id,kind\n" + "".join(f"p{n},part\n" for n in range(100_001))
    files = {"graph.toml": HEADER, "nodes.csv": nodes.encode(), "edges.csv": EDGES.encode()}
    with pytest.raises(FileTooLarge):
        read_folder(files, "g")


def workbook(sheets: dict[str, list[list[object]]]) -> bytes:
    whole = io.BytesIO()
    with xlsxwriter.Workbook(whole, {"in_memory": True}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    return whole.getvalue()


SHEETS: dict[str, list[list[object]]] = {
    "graph": [["key", "value"], ["title", "t"], ["horizon_days", 90]],
    "sources": [["id", "title", "day"], ["a", "A", "2026-01-31"]],
    "nodes": [["id", "kind"], ["z", "company"], ["q", "supplier"], ["chip", "part"]],
    "edges": [
        ["from", "to", "kind", "item", "share", "stock", "source"],
        ["q", "z", "supplies", "chip", 40, "4..6", "a"],
    ],
}


def test_a_workbook_has_the_tables_as_sheets() -> None:
    graph = read_bytes(workbook(SHEETS), "g.xlsx").graph
    assert ("t", 90, "a") == (graph.title, graph.settings.horizon_days, graph.sources[0].id)
    assert ("40", "4..6") == (str(graph.edges[0].numbers.share), str(graph.edges[0].numbers.stock))


def test_a_sheet_that_nobody_knows_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="the sheet 'prices' is none of"):
        read_bytes(workbook({**SHEETS, "prices": [["a"]]}), "g.xlsx")


def test_a_problem_in_a_sheet_names_it() -> None:
    broken: dict[str, list[list[object]]] = {**SHEETS, "nodes": [["id", "kind"], ["z", "firm"]]}
    with pytest.raises(GraphRefused, match=r"g\.xlsx\[nodes\]:2: kind: 'firm' is no kind"):
        read_bytes(workbook(broken), "g.xlsx")


BILL = b"""id,parent,name,quantity,value,currency,origin,eccn,kind
phone,,Phone,1,100,USD,CN,5A992.c,
board,phone,Board,1,,,CN,,
chip,board,Chip,2,10,USD,US,3A991.a,
case,phone,Case,1,,,DE,,
"""


def test_a_bill_alone_is_a_maker_with_a_line_and_suppliers() -> None:
    graph = read_bytes(BILL, "bom.csv").graph
    kinds = [one.kind for one in graph.nodes]
    assert (1, 1, 1, 2) == tuple(
        kinds.count(kind)
        for kind in (NodeKind.COMPANY, NodeKind.LINE, NodeKind.PRODUCT, NodeKind.SUPPLIER)
    )
    supplies = {one.key.item: one for one in graph.edges if one.key.kind is EdgeKind.SUPPLIES}
    assert {"chip": Truth.YES, "case": Truth.UNKNOWN} == {
        item: one.subject for item, one in supplies.items()
    }


def test_a_bill_adds_its_parts_to_a_folder() -> None:
    nodes = "id,kind\nphone,product\n"
    files = {"graph.toml": HEADER, "nodes.csv": nodes.encode(), "edges.csv": EDGES.encode(),
             "bom.csv": BILL}  # fmt: skip
    graph = read_folder(files, "g").graph
    assert ["phone", "board", "chip", "case"] == [one.id for one in graph.nodes]
    assert 3 == sum(one.key.kind is EdgeKind.COMPONENT for one in graph.edges)


def test_cyclonedx_is_read_with_its_dependencies() -> None:
    told = {
        "bomFormat": "CycloneDX",
        "metadata": {"component": {"type": "device", "bom-ref": "phone", "name": "Phone"}},
        "components": [
            {"type": "device", "bom-ref": "board", "name": "Board"},
            {"type": "firmware", "bom-ref": "os", "name": "OS"},
        ],
        "dependencies": [
            {"ref": "phone", "dependsOn": ["board"]},
            {"ref": "board", "dependsOn": ["os"]},
        ],
    }
    graph = read_bytes(json.dumps(told).encode(), "bom.json").graph
    bill = {
        (one.key.tail, one.key.head) for one in graph.edges if one.key.kind is EdgeKind.COMPONENT
    }
    assert {("board", "phone"), ("os", "board")} == bill


def test_cyclonedx_that_goes_in_a_circle_is_refused() -> None:
    told = {
        "bomFormat": "CycloneDX",
        "metadata": {"component": {"bom-ref": "phone", "name": "Phone"}},
        "components": [{"bom-ref": "a", "name": "A"}, {"bom-ref": "b", "name": "B"}],
        "dependencies": [{"ref": "a", "dependsOn": ["b"]}, {"ref": "b", "dependsOn": ["a"]}],
    }
    with pytest.raises(GraphRefused, match="a cycle"):
        read_bytes(json.dumps(told).encode(), "bom.json")


def test_the_digest_is_that_of_the_bytes() -> None:
    assert read(EXAMPLE).graph.digest == read(EXAMPLE).graph.digest
    other = read_bytes(BILL.replace(b"Case", b"Shell"), "bom.csv").graph.digest
    assert other != read_bytes(BILL, "bom.csv").graph.digest


def test_a_table_that_links_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    shutil.copytree(ROOT / "examples" / "supply", folder)
    (folder / "nodes.csv").rename(tmp_path / "nodes.csv")
    (folder / "nodes.csv").symlink_to(tmp_path / "nodes.csv")
    with pytest.raises(UnreadableFile, match="link to a place outside the folder"):
        read(folder)


TOTAL = b"""[[totals]]
value = "100"
suppliers = ["q"]
rest = "q"
to = "z"
item = "chip"
source = "a"
"""


def test_a_total_is_read_with_the_edge_that_has_the_rest() -> None:
    files = {
        "graph.toml": HEADER + TOTAL,
        "nodes.csv": NODES.encode(),
        "edges.csv": (EDGES + "q,z,supplies,chip,100,,yes,a\n").encode(),
    }
    (total,) = read_folder(files, "g").graph.totals
    assert (Decimal(100), ("q",), "q") == (total.value, total.suppliers, total.rest.tail)


@pytest.mark.parametrize(
    ("total", "edge", "told"),
    [
        (
            TOTAL.replace(b'"100"', b'"5..6"'),
            "q,z,supplies,chip,100,,yes,a",
            "a total is one number",
        ),
        (TOTAL.replace(b'"100"', b'"much"'), "q,z,supplies,chip,100,,yes,a", "'much' is no number"),
        (
            TOTAL.replace(b'["q"]', b'["p"]'),
            "q,z,supplies,chip,100,,yes,a",
            "is none of the suppliers",
        ),
        (TOTAL, "q,z,supplies,box,100,,yes,a", "no edge is 'q supplies z: chip'"),
    ],
)
def test_a_total_that_cannot_be_is_refused(total: bytes, edge: str, told: str) -> None:
    assert any(told in one for one in problems(f"{edge}\n", header=HEADER + total))

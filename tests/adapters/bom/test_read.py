"""Bills of materials from files: the same item from each form, and a clear no to bad ones."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest

from navicert.adapters.bom.read import read, read_bytes
from navicert.adapters.orders import limits
from navicert.errors import BillRefused, EmptyOrder, FileTooLarge, UnreadableFile
from navicert.facts.item import Item, ItemKind
from navicert.law.edition import standard_law
from navicert.rules.scope.bill import product_of
from navicert.terms.money import Money
from navicert.terms.truth import Truth
from tests.adapters.bom.written import CSV, as_json, cyclonedx, said, xlsx

EXPECTED = {("FPGA", 6, 300), ("Firmware", 1, 30)}


def lists(symbol: str) -> bool:
    return standard_law().tables.control_list.has(symbol)


def taken(data: bytes, file: str) -> Item:
    return read_bytes(data, file, lists)


def pieces(item: Item) -> set[tuple[str, int, int]]:
    product = product_of(item)
    return {
        (piece.part.name, int(piece.quantity), int(piece.value or 0))
        for group in product.groups
        for piece in group.pieces
    }


def test_every_form_gives_the_same_pieces() -> None:
    rows: list[list[object]] = [list(line.split(",")) for line in CSV.splitlines()]
    forms = {
        "bom.csv": CSV.encode(),
        "bom.tsv": CSV.replace(",", "\t").encode(),
        "semicolons.csv": CSV.replace(",", ";").encode(),
        "bom.xlsx": xlsx(rows),
        "bom.json": as_json(cyclonedx()),
    }
    for file, data in forms.items():
        item = taken(data, file)
        assert EXPECTED == pieces(item), file
        assert ("Router", "DE") == (item.name, item.origin)
        assert Money(Decimal(1000), "USD") == item.value


def test_kinds_and_characteristics_are_read() -> None:
    item = taken(CSV.encode(), "bom.csv")
    (board, firmware) = item.bill_of_materials or ()
    assert (ItemKind.SOFTWARE, True) == (firmware.kind, firmware.bundled)
    (chip,) = board.parts
    assert Truth.YES is chip.characteristic("x")


def test_a_type_that_is_no_text_is_no_software() -> None:
    part = {"bom-ref": "p", "type": ["firmware"], "properties": said(origin="DE")}
    (found,) = taken(as_json(cyclonedx(components=[part])), "bom.json").bill_of_materials or ()
    assert ItemKind.SOFTWARE is not found.kind


def test_a_part_in_two_assemblies_says_its_facts_once() -> None:
    text = CSV + "B2,R1,Second,1,200,,DE,,,,\nC1,B2,,4,,,,,,,\n"
    assert {("FPGA", 6, 300), ("FPGA", 4, 200), ("Firmware", 1, 30)} == pieces(
        taken(text.encode(), "bom.csv")
    )


def test_dependencies_hang_parts_on_others_to_any_depth() -> None:
    count = 3_000
    parts = [
        {"bom-ref": f"p{at}", "type": "device", "name": f"p{at}", "properties": said(origin="DE")}
        for at in range(count)
    ]
    leaf = {"bom-ref": "leaf", "type": "device", "properties": said(origin="US", value="1")}
    uses = [{"ref": f"p{at}", "dependsOn": [f"p{at + 1}"]} for at in range(count - 1)]
    uses.append({"ref": f"p{count - 1}", "dependsOn": ["leaf"]})
    document = cyclonedx(components=[*parts, leaf], dependencies=uses)
    assert {("leaf", 1, 1)} == pieces(taken(as_json(document), "bom.json"))


@pytest.mark.timeout(20)
def test_many_parts_that_hang_on_one_take_no_longer_than_others() -> None:
    count = 40_000
    parts = [{"bom-ref": f"p{at}", "properties": said(origin="DE")} for at in range(count)]
    uses = [{"ref": "p0", "dependsOn": [f"p{at}" for at in range(1, count)]}]
    document = cyclonedx(components=parts, dependencies=uses)
    (whole,) = taken(as_json(document), "bom.json").bill_of_materials or ()
    assert count - 1 == len(whole.parts)


@pytest.mark.parametrize(
    ("change", "line", "key", "words"),
    [
        (("C1,B1,FPGA", "R1,C1,,,,,,,,,\nC1,B1,FPGA"), 4, "parent", "a cycle: "),
        (("3,50,", "3,-50,"), 4, "value", "zero or more"),
        (("3,50,", "7,50,"), 4, "value", "worth more than the assembly B1"),
        (("3a001.A.7", "3A0X1"), 4, "eccn", "is not an ECCN"),
        (("3a001.A.7", "3A077"), 4, "eccn", "not an entry of the Commerce Control List"),
        (("3,50,", "3,,"), 4, "value", "needs its fair market value"),
        (("Router,,1000", "Router,,"), 2, "value", "fair market value of the product"),
        (("USD,DE", "USD,US"), 2, "origin", "Only foreign-made items"),
        (("C1,B1", "C1,B7"), 4, "parent", "no row has the id 'B7'"),
        (("C1,B1", "C1,"), 4, "parent", "one row without a parent"),
        (("C1,B1", ",B1"), 4, "id", "every part has an id"),
        (("3,50,,US", "3,50,EUR,US"), 4, "currency", "one currency for the whole bill"),
        (("3,50,,US", "0,50,,US"), 4, "quantity", "more than zero"),
        (("3,50,,US", "3,50,,USA"), 4, "origin", "did you mean 'US'"),
        (("firmware", "software"), 0, "", ""),
        (("software,yes", "hardware,yes"), 5, "kind", "use one of commodity"),
        (("software,yes", "software,perhaps"), 5, "bundled", "write yes, no or unknown"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(
    change: tuple[str, str], line: int, key: str, words: str
) -> None:
    text = CSV.replace(*change)
    if not line:
        assert "Router" == taken(text.encode(), "bom.csv").name
        return
    with pytest.raises(BillRefused) as caught:
        taken(text.encode(), "bom.csv")
    assert any(
        (problem.file, problem.line, problem.key) == ("bom.csv", line, key)
        and words in problem.message
        for problem in caught.value.problems
    ), caught.value


def test_a_cycle_in_cyclonedx_is_named_with_its_line() -> None:
    uses = [{"ref": "board", "dependsOn": ["fw"]}, {"ref": "fw", "dependsOn": ["board"]}]
    with pytest.raises(BillRefused, match=r"bom\.json:\d+: parent: a cycle: ") as caught:
        taken(as_json(cyclonedx(dependencies=uses)), "bom.json")
    assert caught.value.problems[0].line > 1


def test_a_part_that_contradicts_itself_is_refused() -> None:
    text = CSV + "C1,R1,FPGA,1,60,,US,3A001.a.7,,,yes\n"
    with pytest.raises(BillRefused, match="something else than the part's first row"):
        taken(text.encode(), "bom.csv")


@pytest.mark.parametrize(
    ("data", "file", "error", "words"),
    [
        (b"", "bom.csv", EmptyOrder, "empty"),
        (b"id,parent\n", "bom.csv", EmptyOrder, "no row below the header"),
        (b"name,eccn\nx,EAR99\n", "bom.csv", UnreadableFile, "needs the columns id and parent"),
        (b"id,parent,shoe\nx,,1\n", "bom.csv", BillRefused, "not a column"),
        (b"id,id,parent\nx,,1\n", "bom.csv", UnreadableFile, "stands twice"),
        (b"id,parent\nx\n", "bom.csv", BillRefused, "1 cells, the header 2"),
        (b"id,parent\n\xff,\n", "bom.csv", UnreadableFile, "not UTF-8"),
        (b"PK\x03\x04 torn", "bom.xlsx", UnreadableFile, "not a whole XLSX"),
        (b"{", "bom.json", UnreadableFile, "not JSON"),
        (b"{}", "bom.json", UnreadableFile, "not a CycloneDX bill"),
        (b'{"bomFormat": "CycloneDX"}', "bom.json", UnreadableFile, "metadata.component"),
        (b"[" * 100_000, "bom.json", FileTooLarge, "deeper"),
        (b"a = 1", "bom.toml", UnreadableFile, "CSV, XLSX or CycloneDX"),
    ],
)
def test_what_is_no_bill_is_refused(
    data: bytes, file: str, error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        taken(data, file)


def test_dependencies_name_components_alone() -> None:
    uses = [{"ref": "board", "dependsOn": ["ghost"]}]
    with pytest.raises(UnreadableFile, match="'ghost', which is no component"):
        taken(as_json(cyclonedx(dependencies=uses)), "bom.json")


def test_a_reference_stands_once() -> None:
    twice = {"bom-ref": "router", "type": "device", "name": "x"}
    with pytest.raises(UnreadableFile, match="stands twice"):
        taken(as_json(cyclonedx(components=[twice])), "bom.json")


def test_a_bomb_is_not_unpacked() -> None:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * (limits.MOST_UNPACKED + 1))
    with pytest.raises(FileTooLarge):
        taken(whole.getvalue(), "bom.xlsx")


def test_too_many_rows_are_refused() -> None:
    row = "x,R1,,,1,,DE,,,,\n"
    text = CSV + row * limits.MOST_ROWS
    with pytest.raises(FileTooLarge, match="rows"):
        taken(text.encode(), "bom.csv")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"gone\.csv"):
        read(tmp_path / "gone.csv", lists)
    path = tmp_path / "bom.csv"
    path.write_text(CSV, encoding="utf-8")
    assert "Router" == read(path, lists).name

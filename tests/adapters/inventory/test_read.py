"""Reading inventories and stakes, honest and hostile."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter

from navicert.adapters.inventory.read import read_inventory
from navicert.errors import EmptyTable, InputError, InventoryRefused, UnreadableFile
from navicert.facts.equipment import Category, Equipment, Funding, Purpose
from navicert.terms.truth import Truth


def written(folder: Path, text: str, name: str = "inventory.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


FULL = (
    "row;Asset;Maker;Brand;Model;Category;Purpose;Qty;Purchase date;Money;Site;routes_traffic\n"
    "A-1;Gate camera;Dahua;Dahua;X1;Video Surveillance;public safety;2,;2021-06-01;Grant;Omaha;NO\n"
)


def test_columns_go_by_the_names_that_people_give_them(tmp_path: Path) -> None:
    text = FULL.replace("2,;", "2;")
    (found,) = read_inventory(written(tmp_path, text))
    expected = Equipment(
        asset="Gate camera",
        manufacturer="Dahua",
        brand="Dahua",
        model="X1",
        category=Category.VIDEO_SURVEILLANCE,
        purpose=Purpose.PUBLIC_SAFETY,
        funding=Funding.GRANT,
        acquired=date(2021, 6, 1),
        quantity=Decimal(2),
        place="Omaha",
        routes_traffic=Truth.NO,
        row="A-1",
        line=2,
    )
    assert expected == found


def test_what_is_empty_or_unknown_is_not_known(tmp_path: Path) -> None:
    text = "asset,manufacturer,brand,purpose\nRouter,unknown,?,n/a\n"
    (found,) = read_inventory(written(tmp_path, text))
    assert (None, None, None, None) == (
        found.manufacturer,
        found.brand,
        found.purpose,
        found.category,
    )


def test_namibia_and_null_are_names_like_others(tmp_path: Path) -> None:
    found = read_inventory(written(tmp_path, "asset,manufacturer\nNA,null\nNO,-0-\n"))
    assert [("NA", "null"), ("NO", "-0-")] == [(one.asset, one.manufacturer) for one in found]


def test_a_workbook_is_read_with_its_days_and_numbers(tmp_path: Path) -> None:
    path = tmp_path / "inventory.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet = book.add_worksheet("inventory")
        sheet.write_row(0, 0, ["asset", "quantity", "acquired"])
        sheet.write_row(1, 0, ["Router", 3])
        sheet.write_datetime(1, 2, date(2020, 2, 29), day)
    (found,) = read_inventory(path)
    assert (Decimal(3), date(2020, 2, 29)) == (found.quantity, found.acquired)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("Router,phones,,,", "2: category: 'phones' is none of telecommunications"),
        ("Router,,2021-02-30,,", "2: acquired: '2021-02-30' is not an ISO 8601 date"),
        ("Router,,1066-10-14,,", "2: acquired: 1066-10-14 is no day between"),
        ("Router,,,-3,", "2: quantity: '-3' is not an amount"),
        ("Router,,,,maybe", "2: contractor: 'maybe' is neither yes nor no"),
        (",telecommunications,,,", "2: asset: is missing"),
        ("Router,,,", "2: the row has 4 cells, the header 5"),
        (f"{'x' * 501},,,,", "2: asset: 501 characters; the most are 500"),
    ],
)
def test_what_is_malformed_is_told_with_its_line(tmp_path: Path, row: str, told: str) -> None:
    path = written(tmp_path, f"asset,category,acquired,quantity,contractor\n{row}\n")
    with pytest.raises(InventoryRefused) as refused:
        read_inventory(path)
    assert f"{path}:{told}" in str(refused.value)


def test_every_fault_is_told_not_only_the_first(tmp_path: Path) -> None:
    path = written(tmp_path, "asset,funding\n,cash\nRouter,gold\n")
    with pytest.raises(InventoryRefused) as refused:
        read_inventory(path)
    assert [2, 2, 3] == [problem.line for problem in refused.value.problems]


@pytest.mark.parametrize(
    ("header", "told"),
    [("asset,color", "color: is not a column"), ("asset,item", "asset: stands twice")],
)
def test_columns_that_nobody_knows_or_that_stand_twice(
    tmp_path: Path, header: str, told: str
) -> None:
    with pytest.raises(InventoryRefused, match=told):
        read_inventory(written(tmp_path, f"{header}\nRouter,red\n"))


@pytest.mark.parametrize("text", ["asset,brand\n", "\n\n"])
def test_an_empty_table_has_no_answer(tmp_path: Path, text: str) -> None:
    with pytest.raises(EmptyTable):
        read_inventory(written(tmp_path, text))


@pytest.mark.parametrize(
    "data", [b"asset\n\x00\n", b"\xff\xfeasset", b"PK\x03\x04junk", b'asset\n"open']
)
def test_hostile_bytes_are_refused_in_plain_words(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "inventory.csv"
    path.write_bytes(data)
    with pytest.raises(InputError):
        read_inventory(path)


def test_a_table_of_another_form_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        read_inventory(written(tmp_path, "{}", "inventory.json"))

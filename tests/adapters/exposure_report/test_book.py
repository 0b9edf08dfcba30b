"""The workbook of the report, read back."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from navicert.adapters.exposure_report.book import book, write_book
from navicert.errors import UnreadableFile
from navicert.exposure.graph import Figure
from navicert.exposure.losses import Estimate
from navicert.exposure.range import parse
from navicert.exposure.result import Result
from tests.adapters.exposure_report.sample import EVIL, FORMULA, result, without_losses

Rows = list[dict[str, object]]
SHEETS = (
    "Summary", "Suppliers", "Lines", "Products", "Networks", "Countries", "Jobs", "Tornado",
    "Contradictions", "Unknowns", "Assumptions", "Orders", "Sources", "Severed edges",
    "Frozen stock", "Time line", "Stated",
)  # fmt: skip


def rows(name: str, of: Result | None = None) -> Rows:
    found = CalamineWorkbook.from_filelike(io.BytesIO(book(of or result())))
    header, *told = found.get_sheet_by_name(name).to_python()
    return [dict(zip(map(str, header), row, strict=True)) for row in told]


def same(row: dict[str, object], name: str, estimate: Estimate) -> bool:
    pairs = {
        name: estimate.likely,
        f"{name}_worst": estimate.worst,
        f"{name}_p05": estimate.p05,
        f"{name}_p50": estimate.p50,
        f"{name}_p95": estimate.p95,
    }
    told = {key: row[key] for key in pairs}
    return told == {
        key: "" if value is None else pytest.approx(float(value), rel=1e-12)
        for key, value in pairs.items()
    }


def test_the_same_result_gives_the_same_bytes() -> None:
    assert book(result()) == book(result())


def test_every_sheet_that_was_asked_for_is_there() -> None:
    names = CalamineWorkbook.from_filelike(io.BytesIO(book(result()))).sheet_names
    assert sorted(SHEETS) == sorted(names)


def test_suppliers_are_those_of_every_remedy() -> None:
    told = rows("Suppliers")
    expected = [(one.name, s) for one in result().scenarios for s in one.suppliers]
    assert len(expected) == len(told)
    for row, (remedy, loss) in zip(told, expected, strict=True):
        assert (remedy, loss.name, loss.since) == (row["remedy"], row["supplier"], row["since"])
        assert same(row, "at_risk", loss.at_risk)
        assert same(row, "share_percent", loss.share)


def test_what_nobody_knows_is_an_empty_cell_and_not_nought() -> None:
    (row,) = [one for one in rows("Suppliers") if one["supplier"] == EVIL][:1]
    assert ("", "") == (row["revenue"], row["share_percent"])


def test_severed_edges_keep_their_days_clause_and_doubt() -> None:
    told = rows("Severed edges")
    assert sum(len(one.severed) for one in result().scenarios) == len(told)
    row = next(one for one in told if one["kind"] == "maintains")
    assert ("unknown", "Second.E", date(2018, 4, 15), date(2019, 4, 14)) == (
        row["holds"],
        row["clause"],
        row["from_day"],
        row["to_day"],
    )
    assert str(row["questions"]).startswith("Does the service use")
    assert "S1" == row["sources"]


def test_the_summary_has_the_totals_of_every_remedy() -> None:
    found = {(one["remedy"], one["measure"]): one for one in rows("Summary")}
    for scenario in result().scenarios:
        sales = found[scenario.name, "sales"]
        balance = scenario.totals.sales
        assert [float(balance.was), float(balance.lost), float(balance.remains)] == [
            sales["was"],
            sales["lost"],
            sales["remains"],
        ]
        stop = found[scenario.name, "first line stops"]
        assert scenario.totals.first_stop.likely == stop["day_likely"]
    assert 1000.0 == found["", "draws"]["was"]


def test_days_are_days_and_the_others_numbers() -> None:
    (row, *_) = rows("Lines")
    assert date(2018, 5, 9) == row["stops_on"]
    assert "" == row["back_on"]
    (row, *_) = rows("Countries")
    assert (1_339_000_000.0, 100_000_000.0) == (row["population"], row["users"])
    assert [date(2018, 4, 15), date(2018, 5, 9)] == [r["day"] for r in rows("Time line")][:2]


def test_a_text_is_never_a_formula() -> None:
    assert FORMULA in [one["title"] for one in rows("Sources")]
    assert b"<f>" not in book(result())


def test_contradicting_claims_stand_below_each_other() -> None:
    told = [(one["says"], one["source"], one["computed_with"]) for one in rows("Contradictions")]
    assert [("70000", "S0", "70000..75000"), ("75000", "S9", "70000..75000")] == told


def test_a_file_that_is_there_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "report.xlsx"
    write_book(without_losses(), path)
    before = path.read_bytes()
    with pytest.raises(UnreadableFile, match="is there already"):
        write_book(result(), path)
    assert before == path.read_bytes()


def test_a_stated_figure_without_a_measure_is_in_the_sheet_as_not_compared() -> None:
    figures = (
        Figure("zte", "founded", parse("1985"), unit="year", source="S0", place="figures.csv:2"),
        Figure("zte", "plea", None, text="guilty", source="S0"),
    )
    told = [
        (one["what"], one["stated_low"], one["in_words"], one["source"])
        for one in rows("Stated", replace(result(), not_compared=figures))
        if one["stands"] == "not compared"
    ]
    assert [("founded", 1985, "", "S0"), ("plea", "", "guilty", "S0")] == told

"""The control list on the shelf, held against the official text and the corpus tables."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from navicert.terms import eccn, reason_for_control
from tests.health.house import LAW as EAR
from tests.law.ear.rows_774 import LIMITS, Row, head, limited, rows, rows_of, several, shelf
from tools.control_list.__main__ import OFFICIAL
from tools.control_list.build import build
from tools.control_list.official import read

READ_OTHERWISE = {
    ("1D018", "MT", ""): "printed without a column; every other MT row is MT1",
    ("4A001", "NP", ""): "printed without a column; the entry says how a license would be reviewed",
    ("9A515", "NS", "NS1"): "the entry's note takes .a.1 to .a.4 and .g off the chart",
    ("9A515", "RS", "RS1"): "the same",
}


def test_every_entry_of_the_corpus_is_on_the_shelf(corpus: Path) -> None:
    wanted = {row["eccn"] for row in rows_of(corpus / "law" / "eccn.csv")}
    assert 638 == len(wanted)
    assert wanted == {row["eccn"] for row in shelf("entries")}


def test_every_control_row_of_the_corpus_is_accounted_for(corpus: Path) -> None:
    wanted = rows_of(corpus / "law" / "eccn_controls.csv")
    assert 1549 == len(wanted)
    assert [] == [f"{r['eccn']}: {r['control_text']}" for r in wanted if not accounted(r)]


def accounted(row: Row) -> bool:
    reason, columns = row["reason"] or "RU-SECTOR", several(row["chart_columns"])
    if (row["eccn"], reason, row["chart_columns"]) in READ_OTHERWISE:
        return bool(rows(row["eccn"], reason))
    if len(columns) > 1:  # 1A231 prints two rows in one
        return all(rows(row["eccn"], column[:2]) for column in columns)
    found = [r for r in rows(row["eccn"], reason) if r["columns"] == "".join(columns)]
    placed = [r for r in found if r["columns"] or r["destinations"]]
    if row["scope"] == "entire":
        return any(not (r["paragraphs"] or r["except_paragraphs"]) for r in placed)
    if row["scope"] == "entire_except":
        return any(r["except_paragraphs"] or r["unless"] for r in placed)
    return bool(placed) and (any(map(limited, placed)) or says_only_the_heading(row))


def says_only_the_heading(row: Row) -> bool:
    """Some sentences look partial and repeat the heading, or point to another entry."""
    return "entire entry" in row["control_text"] or row["eccn"] == "9D003"


def test_no_more_was_left_out_than_the_readings_named(corpus: Path) -> None:
    wanted = rows_of(corpus / "law" / "eccn_controls.csv")
    keys = {(r["eccn"], r["reason"], r["chart_columns"]) for r in wanted}
    assert set() == set(READ_OTHERWISE) - keys


def test_generating_again_gives_the_same_bytes(corpus: Path) -> None:
    tables, refused = build(read(corpus / "law" / OFFICIAL))
    assert [] == refused
    assert tables == {name: (EAR / "774" / name).read_bytes() for name in tables}


def test_amounts_agree_with_the_corpus(corpus: Path) -> None:
    for entry in rows_of(corpus / "law" / "eccn.csv"):
        wanted = {a.replace(",", "") for a in re.findall(r"\$(\d[\d,]*)", entry["LVS"])}
        lines = [r for r in shelf("eligibility") if r["eccn"] == entry["eccn"]]
        assert wanted == {r["amount_usd"] for r in lines if r["amount_usd"]}, entry["eccn"]


@pytest.mark.parametrize("symbol", ["GBS", "TSR"])
def test_yes_and_not_applicable_agree_with_the_corpus(corpus: Path, symbol: str) -> None:
    controlled = {r["eccn"] for r in shelf("entries") if r["status"] == "controlled"}
    for entry in rows_of(corpus / "law" / "eccn.csv"):
        if entry["eccn"] not in controlled:
            continue
        lines = [r for r in shelf("eligibility") if r["eccn"] == entry["eccn"]]
        yes = any(r["verdict"] == "yes" for r in lines if r["symbol"] == symbol)
        assert yes == (entry[symbol].strip()[:3] not in {"", "N/A"}), entry["eccn"]


def test_special_conditions_for_sta_agree_with_the_corpus(corpus: Path) -> None:
    taken = {
        r["eccn"] for r in shelf("eligibility") if (r["symbol"], r["verdict"]) == ("STA", "no")
    }
    stated = {r["eccn"] for r in rows_of(corpus / "law" / "eccn.csv") if r["STA_conditions"]}
    emerging = {"0A521", "0B521", "0C521", "0D521", "0E521"}
    missed_by_the_corpus_table = {"1D002", "3E001"}  # both stand in the official text
    assert {"1D003"} == stated - taken  # its heading stands there with nothing below it
    assert emerging | missed_by_the_corpus_table == taken - stated


def test_records_say_how_many_entries_there_are() -> None:
    assert head("774/entries.toml")["records"] == len({row["eccn"] for row in shelf("entries")})


def test_every_row_belongs_to_an_entry_and_is_numbered_from_one() -> None:
    entries = {(r["eccn"], r["since"]) for r in shelf("entries")}
    numbers: dict[tuple[str, str], list[int]] = {}
    for row in shelf("control_rows"):
        numbers.setdefault((row["eccn"], row["since"]), []).append(int(row["row"]))
    assert set() == set(numbers) - entries
    assert [] == [k for k, found in numbers.items() if found != list(range(1, len(found) + 1))]
    assert set() == {(r["eccn"], r["since"]) for r in shelf("eligibility")} - entries


def test_controlled_entries_and_only_they_have_control_rows() -> None:
    controlled = {r["eccn"] for r in shelf("entries") if r["status"] == "controlled"}
    assert controlled == {r["eccn"] for r in shelf("control_rows")}
    assert controlled == {r["eccn"] for r in shelf("eligibility")}


def test_every_entry_of_another_agency_names_it() -> None:
    others = [r for r in shelf("entries") if r["status"] == "other_agency"]
    assert others
    assert all(r["agency"] for r in others)


def test_families_follow_the_symbol() -> None:
    for row in shelf("entries"):
        parsed = eccn.parse(row["eccn"])
        expected = "600" if parsed.is_600_series else "9x515" if parsed.is_9x515 else ""
        assert expected == row["family"]


def test_a_row_has_a_column_or_destinations_and_never_both() -> None:
    assert [] == [r for r in shelf("control_rows") if bool(r["columns"]) == bool(r["destinations"])]


def test_columns_are_columns_of_the_chart_and_of_their_reason() -> None:
    for row in shelf("control_rows"):
        for column in several(row["columns"]):
            assert column in reason_for_control.COLUMNS
            assert column[:2] == row["reason"]


def test_paragraphs_and_items_are_well_formed() -> None:
    for row in (*shelf("control_rows"), *shelf("eligibility")):
        for path in (*several(row["paragraphs"]), *several(row["except_paragraphs"])):
            assert eccn.is_valid(f"{row['eccn']}.{path}"), row
        for item in several(row["for_items"]):
            assert item == "*" or eccn.is_valid(item), row


def test_every_condition_has_a_question_and_every_question_is_asked() -> None:
    asked = {
        slug
        for row in (*shelf("control_rows"), *shelf("eligibility"))
        for slug in several(row["conditions"]) + several(row["unless"])
    }
    answered = [row["slug"] for row in shelf("conditions")]
    assert sorted(asked) == answered
    assert all(re.fullmatch(r"[a-z][a-z0-9_]+", slug) for slug in answered)
    assert all(row["question"].endswith("?") for row in shelf("conditions"))


def test_every_destination_code_is_defined_and_used() -> None:
    used = {r["destinations"] for r in shelf("control_rows")}
    used |= {r[k] for r in shelf("eligibility") for k in ("only_to", "not_to")}
    scopes = head("742/destination_scopes.toml")["scope"]
    assert isinstance(scopes, dict)
    assert used - {""} == set(scopes)
    assert all("citation" in scope for scope in scopes.values())


def test_only_lvs_has_amounts() -> None:
    with_amount = [r for r in shelf("eligibility") if r["amount_usd"]]
    assert {"LVS"} == {r["symbol"] for r in with_amount}
    assert {"yes"} == {r["verdict"] for r in with_amount}


def test_the_last_line_of_a_symbol_decides_whatever_is_left() -> None:
    last = {(r["eccn"], r["since"], r["symbol"]): r for r in shelf("eligibility")}
    open_ended = [r for r in last.values() if any(r[k] for k in (*LIMITS, "only_to"))]
    assert [] == open_ended

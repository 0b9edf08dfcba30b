"""Restricted procurement, a case a row: expectations from section 889 and the rules of the FCC."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from navicert.casework.procurement import Request, judge
from navicert.facts.equipment import Category, Equipment, Funding, Purpose, Use
from navicert.law.edition import standard_law
from navicert.parties.ownership.above import Above
from navicert.terms.truth import Truth

CELLS = Path(__file__).parent / "procurement_cells.csv"
PARTS = ("889(a)(1)(A)", "47 CFR 54.9", "889(a)(1)(B)", "889(b)(1)", "47 CFR 54.10")


RULES = (
    "agency_procurement",
    "universal_service",
    "contractor_use",
    "grants_and_loans",
    "covered_list_subsidies",
)  # in the order of the parts


def answers_shown() -> dict[str, set[str]]:
    """What the cases show of each rule: that it holds, that nobody knows, that it does not."""
    shown: dict[str, set[str]] = {}
    for part, rule in zip(PARTS, RULES, strict=True):
        told = {
            "yes"
            if part in named(row["barred"])
            else "unknown"
            if part in named(row["open"])
            else "no"
            for row in rows()
        }
        shown[f"procurement.bans.{rule}"] = told
    return shown


def rows() -> list[dict[str, str]]:
    with CELLS.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def thing(row: dict[str, str]) -> Equipment:
    return Equipment(
        asset=row["case"],
        manufacturer=row["manufacturer"] or None,
        brand=row["brand"] or None,
        category=Category(row["category"]),
        purpose=Purpose(row["purpose"]) if row["purpose"] else None,
        use=Use(row["use"]) if row["use"] else None,
        funding=Funding(row["funding"]) if row["funding"] else None,
        acquired=date.fromisoformat(row["acquired"]) if row["acquired"] else None,
        routes_traffic=Truth(row["routes_traffic"] or "unknown"),
        essential=Truth(row["essential"] or "unknown"),
        contractor=Truth(row["contractor"] or "unknown"),
    )


def named(text: str) -> set[str]:
    found = {part for part in PARTS if part in text}
    assert len(text.replace("47 CFR ", "").split()) == len(found), text
    return found


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["case"])
def test_each_part_bars_what_it_says(row: dict[str, str]) -> None:
    request = Request((thing(row),), Above(), date.fromisoformat(row["day"]))
    (found,) = judge(request, standard_law()).judged
    told = {truth: {f.label for f in found.findings if f.holds is truth} for truth in Truth}
    assert named(row["barred"]) == told[Truth.YES]
    assert named(row["open"]) == told[Truth.UNKNOWN]


def test_what_is_open_names_the_fact_that_is_missing() -> None:
    for row in rows():
        request = Request((thing(row),), Above(), date.fromisoformat(row["day"]))
        for found in judge(request, standard_law()).judged[0].findings:
            assert bool(found.missing) == (found.holds is Truth.UNKNOWN), row["case"]


@pytest.mark.parametrize(("part", "rule"), list(zip(PARTS, RULES, strict=True)))
def test_each_part_is_what_its_rule_tells(part: str, rule: str) -> None:
    told = {
        found.rule
        for row in rows()
        for found in judge(
            Request((thing(row),), Above(), date.fromisoformat(row["day"])), standard_law()
        )
        .judged[0]
        .findings
        if found.label == part
    }
    assert {f"procurement.bans.{rule}"} == told

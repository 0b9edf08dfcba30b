"""A judged inventory as a workbook: the things, then every finding with its citation."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from navicert.adapters.sheets.workbook import Cell, Sheet, write
from navicert.casework.procurement import CAVEAT, Answer, Judged, Verdict
from navicert.facts.equipment import Equipment
from navicert.terms.truth import Truth

_THING = (
    "row", "asset", "manufacturer", "brand", "model", "category", "purpose", "quantity",
    "acquired", "funding", "place",
)  # fmt: skip
_ASSETS = ("verdict", *_THING, "parts", "may_be_barred_by", "maker")
_FINDINGS = (
    "row", "asset", "part", "holds", "company", "since", "citation", "says",
    "because", "questions", "overcome_by",
)  # fmt: skip
_ABOUT = ("what", "value")


def write_workbook(answer: Answer, path: Path) -> None:
    """Write it; UnreadableFile when the file is there already or cannot be written."""
    write(path, sheets(answer))


def sheets(answer: Answer) -> tuple[Sheet, ...]:
    """Give the three sheets."""
    return (
        Sheet("Assets", _ASSETS, [_asset(one) for one in answer.judged]),
        Sheet(
            "Findings", _FINDINGS, [row for one in answer.judged for row in _findings(one, answer)]
        ),
        Sheet("About", _ABOUT, list(_about(answer))),
    )


def _asset(one: Judged) -> tuple[Cell, ...]:
    ties = "; ".join(dict.fromkeys(tie.how for tie in one.maker.ties))
    return (
        one.verdict.value,
        *_cells(one.thing),
        ", ".join(found.label for found in one.findings if found.holds is Truth.YES),
        ", ".join(found.label for found in one.findings if found.holds is Truth.UNKNOWN),
        ties if one.maker.known else "nobody says who made it",
    )


def _cells(thing: Equipment) -> tuple[Cell, ...]:
    return (
        thing.row,
        thing.asset,
        thing.manufacturer,
        thing.brand,
        thing.model,
        thing.category,
        thing.purpose,
        thing.quantity,
        thing.acquired,
        thing.funding,
        thing.place,
    )


def _findings(one: Judged, answer: Answer) -> Iterator[tuple[Cell, ...]]:
    for found in one.findings:
        yield (
            one.thing.row,
            one.thing.asset,
            found.label,
            found.holds.value,
            found.reason,
            answer.since(found),
            found.citation,
            found.plain,
            found.triggered_by,
            " ".join(fact.question for fact in found.missing),
            found.overcome_by,
        )


def _about(answer: Answer) -> Iterator[tuple[Cell, ...]]:
    yield "day", answer.day
    yield "digest of the law", answer.digest
    for verdict in Verdict:
        yield verdict.value, answer.count(verdict)
    yield "note", CAVEAT

"""A judged inventory on the terminal: what is barred, what is open, and why."""

from __future__ import annotations

import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from navicert.casework.procurement import CAVEAT, Answer, Judged, Verdict
from navicert.entrypoints.cli.terminal import plain
from navicert.facts.equipment import Relation
from navicert.rules.finding import Finding
from navicert.terms.truth import Truth

STYLE = {Verdict.BARRED: "bold red", Verdict.OPEN: "yellow", Verdict.FREE: "green"}
_ORDER = tuple(Verdict)
_IS_TO = {
    Relation.ITSELF: "",
    Relation.BRAND: "brand of ",
    Relation.SUBSIDIARY: "subsidiary of ",
    Relation.AFFILIATE: "affiliate of ",
    Relation.BEARS_ITS_NAME: "bears the name of ",
}
_MOST_SHOWN = 200
_MOST_QUESTIONS = 12
_HEADS = ("", "row", "asset", "maker", "part", "since", "made by")


def refuse_existing(xlsx: Path | None) -> None:
    """Refuse a workbook that is there already before the work, not after it."""
    from navicert.adapters.sheets import workbook

    if xlsx is not None:
        workbook.refuse_existing(xlsx)


def write(answer: Answer, xlsx: Path) -> None:
    """Write the workbook, and say so."""
    from navicert.adapters.inventory.workbook import write_workbook

    write_workbook(answer, xlsx)
    print(f"written: {xlsx}", file=sys.stderr)  # noqa: T201 - what was written goes to stderr


def show(answer: Answer, console: Console) -> None:
    """Print the answer, then each thing that is barred or open, then what to find out."""
    told = ", ".join(f"{answer.count(one):,} {one.value}" for one in Verdict)
    console.print(plain(f"{len(answer.judged):,} judged on {answer.day}: {told}", _style(answer)))
    worth = [one for one in answer.judged if one.verdict is not Verdict.FREE]
    worth.sort(key=lambda one: _ORDER.index(one.verdict))
    if worth:
        console.print(_table(worth[:_MOST_SHOWN], answer))
    if len(worth) > _MOST_SHOWN:
        more = f"and {len(worth) - _MOST_SHOWN:,} more: --xlsx FILE or --json has all"
        console.print(plain(more, "bold"))
    for one in answer.registers:
        day = f" of {one.as_of}" if one.as_of else ""
        console.print(plain(f"register of owners: {one.title}{day}, {one.stakes:,} stakes", "dim"))
    for doubt in answer.doubts:
        console.print(plain(doubt, "yellow"))
    _questions(worth, console)
    _parts(worth, answer, console)
    console.print(plain(CAVEAT, "dim italic"))


def _style(answer: Answer) -> str:
    return next((STYLE[one] for one in Verdict if answer.count(one)), "")


def _table(worth: list[Judged], answer: Answer) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    for head in _HEADS:
        table.add_column(head, overflow="fold", no_wrap=head in {"", "row", "part", "since"})
    for one in worth:
        told = [found for found in one.findings if found.holds is not Truth.NO]
        told.sort(key=lambda found: found.holds is not Truth.YES)
        for at, found in enumerate(told):
            may = "" if found.holds is Truth.YES else "may: "
            style = "red" if found.holds is Truth.YES else "yellow"
            part = plain(f"{may}{found.label}", style)
            since, maker = plain(answer.since(found)), plain(_company(one, found))
            table.add_row(*_thing(one, first=at == 0), part, since, maker)
    return table


def _thing(one: Judged, *, first: bool) -> tuple[Text, ...]:
    if not first:
        return (plain(""),) * 4
    thing = one.thing
    maker = " / ".join(filter(None, (thing.manufacturer, thing.brand))) or "not stated"
    verdict = plain(one.verdict.value, STYLE[one.verdict])
    return verdict, plain(thing.row or thing.line), plain(thing.asset), plain(maker)


def _company(one: Judged, found: Finding) -> str:
    """Name the company that the part names, and what the maker is to it."""
    tie = next((tie for tie in one.maker.ties if tie.listed == found.reason), None)
    return f"{_IS_TO[tie.relation]}{tie.listed}" if tie else "nobody says who made it"


def _parts(worth: list[Judged], answer: Answer, console: Console) -> None:
    told = {found.label for one in worth for found in one.findings if found.holds is not Truth.NO}
    for part in answer.parts:
        if part.id in told:
            console.print(plain(f"{part.id}: {part.gist} ({part.citation})", "dim"))


def _questions(worth: list[Judged], console: Console) -> None:
    asked = dict.fromkeys(
        f"row {one.thing.row or one.thing.line}: {fact.question} [{fact.fact}]"
        for one in worth
        for found in one.findings
        for fact in found.missing
    )
    for question in list(asked)[:_MOST_QUESTIONS]:
        console.print(plain(f"? {question}", "yellow"))
    if len(asked) > _MOST_QUESTIONS:
        more = f"? and {len(asked) - _MOST_QUESTIONS:,} more questions: --json has all"
        console.print(plain(more, "yellow"))

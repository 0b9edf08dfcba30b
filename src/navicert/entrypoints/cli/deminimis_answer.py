"""The de minimis answer on the terminal: what comes to what, by destination, and why."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from rich.console import Console
from rich.table import Table

from navicert.casework.deminimis import (
    ELSEWHERE,
    Answer,
    currency,
    destination_of,
    largest,
    shares,
    threshold,
)
from navicert.determination.content import DeMinimis
from navicert.entrypoints.cli import deminimis_chart
from navicert.entrypoints.cli.terminal import cited, plain
from navicert.errors import StateUnusable, UnknownCountry
from navicert.facts.destination import Destination, OccupiedRegion
from navicert.rules.scope.content import Judged
from navicert.terms import country
from navicert.terms.truth import Truth

SUBJECT = {Truth.YES: "subject", Truth.NO: "not subject", Truth.UNKNOWN: "open"}
STYLE = {Truth.YES: "bold red", Truth.NO: "green", Truth.UNKNOWN: "yellow"}
PART_STYLE = {Truth.YES: "", Truth.NO: "dim", Truth.UNKNOWN: "yellow"}
ORDER = {Truth.YES: 0, Truth.UNKNOWN: 1, Truth.NO: 2}
MOST_QUESTIONS = 12
_CENT = Decimal("0.01")
CAVEAT = (
    "This is the US content alone. An item that is not subject by its content may be a direct "
    "product (734.9); parties and end uses (part 744) were not asked: navicert check asks them."
)


def destinations(named: Iterable[str]) -> tuple[Destination, ...]:
    """Read destinations joined by commas; UnknownCountry tells which one is none."""
    words = [word for text in named for word in text.split(",") if word.strip()]
    return tuple(_destination(word.strip()) for word in words)


def is_settled(answer: Answer) -> bool:
    """Whether every destination has an answer."""
    return all(one.subject is not Truth.UNKNOWN for one in answer.answers)


def show(answer: Answer, console: Console, *, every_part: bool) -> None:
    """Print the item, the destinations, what is open, and each part where it was asked for."""
    item = answer.product.item
    worth = f"{answer.product.worth or 0:,} {currency(answer)}"
    leaves = f", exported from {answer.exported_from}" if answer.exported_from else ""
    console.print(plain(f"{item.name}, made in {item.origin}{leaves}, worth {worth}", "bold"))
    console.print(_table(answer))
    for truth in ORDER:
        count = sum(one.subject is truth for one in answer.answers)
        if count:
            console.print(plain(f"{count:,} {SUBJECT[truth]}", STYLE[truth]))
    for one in answer.answers if every_part else ():
        _explain(one, console)
    _questions(answer, console)
    console.print(plain(CAVEAT, "dim"))


def write_chart(answer: Answer, path: Path) -> None:
    """Write the bar chart; StateUnusable when the file cannot be written."""
    try:
        path.write_text(deminimis_chart.draw(answer), encoding="utf-8")
    except OSError as error:
        raise StateUnusable(f"{path}: cannot be written: {error.strerror}") from None
    print(f"written: {path}", file=sys.stderr)  # noqa: T201 - what was written goes to stderr


def _destination(word: str) -> Destination:
    code, _, region = word.partition("/")
    if region and (code.upper() != "UA" or region.upper() not in set(OccupiedRegion)):
        known = ", ".join(f"UA/{one}" for one in OccupiedRegion)
        raise UnknownCountry(f"--to: {word!r} is no destination; regions are {known}")
    return destination_of(country.parse(code), region.upper())


def _table(answer: Answer) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name, side in (
        ("destination", "left"),
        ("level", "right"),
        (f"content {currency(answer)}", "right"),
        ("share", "right"),
        ("", "left"),
        ("why; largest counted parts", "left"),
    ):
        table.add_column(name, justify="right" if side == "right" else "left", overflow="fold")
    for one in sorted(answer.answers, key=lambda one: (ORDER[one.subject], str(one.destination))):
        table.add_row(
            plain(_named(one.destination)),
            plain(_percent(threshold(one))),
            plain(_span(one.computed.least, one.computed.most)),
            plain(_span(*shares(one), "%")),
            plain(SUBJECT[one.subject], STYLE[one.subject]),
            plain(_why(one)),
        )
    return table


def _named(destination: Destination) -> str:
    name = country.names().get(destination.country, destination.country)
    region = destination.region
    shown = f" ({region})" if region and region != ELSEWHERE else ""
    return f"{destination.country} {name}{shown}"


def _why(one: DeMinimis) -> str:
    grounds = [cited(found.label) for found in one.findings if found.label]
    parts = [_brief(judged) for judged in largest(one, 3)]
    return "; ".join(part for part in (", ".join(grounds), ", ".join(parts)) if part)


def _brief(judged: Judged) -> str:
    part, more = judged.group.part, len(judged.group.pieces) - 1
    also = f" and {more:,} more" if more else ""
    return f"{part.name} ({part.eccn or 'no ECCN'}){also} {_number(judged.group.value)}"


def _explain(one: DeMinimis, console: Console) -> None:
    for found in one.findings:
        console.print(plain(f"  {found.plain or found.triggered_by} ({cited(found.citation)})"))
    words = {Truth.YES: "counts", Truth.UNKNOWN: "may count", Truth.NO: "drops out"}
    for judged in sorted(one.computed.judged, key=lambda one: ORDER[one.incorporated & one.counts]):
        counts = judged.incorporated & judged.counts
        for piece in judged.group.pieces:
            part = piece.part
            value = "no value" if piece.value is None else _number(piece.value)
            text = f"  {words[counts]:<10}{value:>14}  {part.name} ({part.eccn or 'no ECCN'})"
            console.print(plain(f"{text}: {judged.why}", PART_STYLE[counts]))


def _questions(answer: Answer, console: Console) -> None:
    asked = dict.fromkeys(
        f"{fact.question} [{fact.fact}; {cited(fact.citation)}]"
        for one in answer.answers
        for found in one.findings
        for fact in found.missing
    )
    for question in list(asked)[:MOST_QUESTIONS]:
        console.print(plain(f"? {question}", "yellow"))
    if len(asked) > MOST_QUESTIONS:
        console.print(
            plain(f"? and {len(asked) - MOST_QUESTIONS:,} more: --json has all", "yellow")
        )


def _span(least: Decimal | None, most: Decimal | None, unit: str = "") -> str:
    if least is None or most is None:
        return "unknown"
    low, high = _number(least), _number(most)
    return f"{low}{unit}" if low == high else f"{low} to {high}{unit}"


def _percent(value: Decimal | None) -> str:
    return "unknown" if value is None else f"{value:f}%"


def _number(value: Decimal) -> str:
    return f"{value.quantize(_CENT, ROUND_HALF_UP).normalize():,f}"

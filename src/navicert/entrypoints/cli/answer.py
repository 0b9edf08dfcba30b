"""The answer on the terminal: the gate first, then why, what to do, each line, and the sources."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from navicert.adapters.law_texts.library import LawTexts
from navicert.casework import known_then
from navicert.casework.check_order import Answer
from navicert.determination import assumed
from navicert.determination.report import gate
from navicert.determination.result import LineDetermination
from navicert.entrypoints.cli import line_answer, sources
from navicert.entrypoints.cli.line_answer import Manner
from navicert.entrypoints.cli.terminal import joined, plain
from navicert.errors import StateUnusable
from navicert.facts.transaction import Transaction
from navicert.rules.license_exceptions.case import Availability
from navicert.terms import activity, country
from navicert.terms.outcome import Action, Outcome
from navicert.terms.outcome import format as words

BANDS = {
    Action.RELEASE: "bold #ffffff on #0b6b2e",
    Action.HOLD: "bold #000000 on #f2c200",
    Action.STOP: "bold #ffffff on #b00020",
}
COLORS = {Action.RELEASE: "green", Action.HOLD: "yellow", Action.STOP: "red"}

MOST_IN_FULL = 3
"""Lines up to which a released line too is printed in full without being asked for."""

OPEN_EXCEPTIONS = "Keep the order. Confirm a license exception below, or apply for a license."
STEPS = {
    Outcome.PROHIBITED: "Do not proceed, and do not move what is already under way, before whoever "
    "is named under 'overcome by' has authorized it.",
    Outcome.LICENSE: "Keep the order. Apply for a license.",
    Outcome.REFER: "Keep the order, and ask the agency that is named.",
    Outcome.NEED_FACTS: "Keep the order. Answer the questions below in it, and check it again.",
    Outcome.EXCEPTION: "Meet the obligations below, and state the license exception.",
    Outcome.NLR: "Meet the obligations below.",
    Outcome.NOT_SUBJECT: "Keep the reason on file.",
}


def manner_at(home: Path, *, explain: bool) -> Manner:
    """Choose how to print; headings are for display, so an answer is given without them too."""
    try:
        return Manner(explain, LawTexts.open(home).heading_of)
    except StateUnusable:
        return Manner(explain)


def show(answer: Answer, console: Console, manner: Manner) -> None:
    """Print an answer."""
    _banner(answer, console)
    console.print(_reasons(answer))
    lines = answer.determination.lines
    if len(lines) > 1:
        console.print()
        console.print(_overview(answer))
    seen: line_answer.Seen = {}
    for line in _in_full(lines, explain=manner.explain):
        console.print(_heading(line))
        if heading := manner.heading_of(line.eccn):
            console.print(Padding(plain(f"{line.eccn}: {heading}", "dim"), (0, 0, 0, 2)))
        line_answer.show(line, seen, console, manner)
    console.print(plain("\nwhat this rests on", "bold"))
    sources.show(answer, console, explain=manner.explain)


def _in_full(
    lines: tuple[LineDetermination, ...], *, explain: bool
) -> tuple[LineDetermination, ...]:
    """Choose the lines to print in full: of many, those that nobody must look at are left out."""
    if explain or len(lines) <= MOST_IN_FULL:
        return lines
    return tuple(line for line in lines if line.action is not Action.RELEASE)


def _banner(answer: Answer, console: Console) -> None:
    outcome = words(answer.determination.outcome)
    band = plain(f"{answer.action.upper()}: {outcome}", BANDS[answer.action])
    if console.is_terminal:
        console.print(Padding(band, (1, 2), style=BANDS[answer.action]))
    else:
        console.print(band)
    console.print(plain(_subject(answer.transaction), "bold"))
    console.print()


def _subject(transaction: Transaction) -> str:
    to = country.format(transaction.destination.country)
    region = f", {transaction.destination.region}" if transaction.destination.region else ""
    what = f"{activity.format(transaction.activity)} to {to}{region} on {transaction.day}"
    return f"{transaction.reference}: {what}" if transaction.reference else what


def _reasons(answer: Answer) -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column()
    grid.add_row("why", plain(answer.determination.because))
    for note in filter(known_then.is_ours, answer.determination.notes):
        grid.add_row("of", plain(note, "bold"))
    for note in filter(assumed.is_ours, answer.determination.notes):
        grid.add_row("if", plain(note, "bold yellow"))
    for doubt in answer.doubts:
        grid.add_row("but", plain(doubt, "bold red"))
    grid.add_row("next", plain(_step(answer)))
    return grid


def _step(answer: Answer) -> str:
    if answer.doubts and answer.determination.action is Action.RELEASE:
        return "Keep the order. Mend what is said above, and check it again."
    if answer.determination.outcome is Outcome.LICENSE and _has_open_exceptions(answer):
        return OPEN_EXCEPTIONS
    if answer.determination.outcome is Outcome.NOT_SUBJECT and answer.action is Action.HOLD:
        return "Keep the order, and have a person look at the parties and flags named above."
    return STEPS[answer.determination.outcome]


def _has_open_exceptions(answer: Answer) -> bool:
    return any(
        one.availability is not Availability.UNAVAILABLE
        for line in answer.determination.lines
        if line.outcome is Outcome.LICENSE
        for one in line.exceptions
    )


def _overview(answer: Answer) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", title_justify="left")
    for head in ("line", "item", "ECCN", "answer"):
        table.add_column(head, overflow="fold", no_wrap=head in {"line", "ECCN"})
    for line in answer.determination.lines:
        action = gate(line.action, answer.doubts)
        verdict = plain(f"{action.upper()}: {words(line.outcome)}", COLORS[action])
        table.add_row(str(line.number), plain(line.item), plain(line.eccn or "not stated"), verdict)
    return table


def _heading(line: LineDetermination) -> Text:
    name = plain(f"\nline {line.number}: {line.item}, {line.eccn or 'no ECCN stated'}: ", "bold")
    verdict = plain(words(line.outcome), f"bold {COLORS[line.action]}")
    return joined(name, verdict)

"""One line of an answer on the terminal: findings, license exceptions, obligations, questions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from navicert.determination.result import LineDetermination
from navicert.entrypoints.cli import exception_list
from navicert.entrypoints.cli.terminal import cited, joined, plain
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.terms.truth import Truth

RANKS = (
    FindingKind.PROHIBITION,
    FindingKind.REQUIREMENT,
    FindingKind.RED_FLAG,
    FindingKind.SCREENING,
    FindingKind.CLASSIFICATION,
    FindingKind.SCOPE,
    FindingKind.EXCEPTION,
    FindingKind.OBLIGATION,
    FindingKind.NOTE,
)
"""What an officer must see first stands first; within a kind the order of part 732 is kept."""

EXCEPTIONS = "license exceptions ([x] met, [ ] to be answered under answers, [-] not met)"
GRAVE = frozenset({FindingKind.PROHIBITION, FindingKind.REQUIREMENT, FindingKind.RED_FLAG})
HOLDS = {Truth.YES: "yes", Truth.UNKNOWN: "may", Truth.NO: "no"}
OF_PARTIES = "15 CFR 732.3(g), (h)"
"""What rules/screening cites when it says of each party whether somebody screened it."""


Seen = dict[tuple[object, ...], int]
"""What was printed, and of which line, so that it is not said again word for word."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How to print: ``explain`` all, and the headings of official texts where they are kept."""

    explain: bool = False
    heading_of: Callable[[str], str | None] = lambda _: None


def show(line: LineDetermination, seen: Seen, console: Console, manner: Manner) -> None:
    """Print what one line rests on; what is in ``seen`` is only pointed to."""
    said = (line.findings, line.exceptions, line.used)
    first = seen.setdefault(said, line.number)
    if first != line.number:
        console.print(Padding(plain(f"findings as in line {first}", "dim"), (0, 0, 0, 2)))
    else:
        _section(console, "", findings(line, manner))
        _section(console, EXCEPTIONS, exception_list.lay_out(line, explain=manner.explain))
    _section(console, "obligations", obligations(line.obligations))
    _section(console, "questions to answer in the order", questions(line))


def _section(console: Console, title: str, table: Table) -> None:
    if not table.row_count:
        return
    if title:
        console.print(Padding(plain(title, "bold"), (0, 0, 0, 2)))
    console.print(Padding(table, (0, 0, 0, 2)))


def findings(line: LineDetermination, manner: Manner) -> Table:
    """Lay out what holds or may hold, the gravest first."""
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("holds", no_wrap=True)
    table.add_column("rule", overflow="fold", max_width=20)
    table.add_column("why, and what could overcome it", overflow="fold")
    shown = [finding for finding in line.findings if finding.holds is not Truth.NO]
    shown.sort(key=lambda finding: RANKS.index(finding.kind))
    for finding in shown:
        crowd = [one for one in shown if _same_of_parties(one, finding)]
        if len(crowd) < 2:  # noqa: PLR2004 - one is no crowd
            table.add_row(_holds(finding), _rule(finding), _why(finding, manner))
        elif finding is crowd[0]:
            table.add_row(_holds(finding), _rule(finding), _crowd(crowd))
    return table


def _same_of_parties(one: Finding, other: Finding) -> bool:
    return one.citation == other.citation == OF_PARTIES and one.holds is other.holds


def _crowd(crowd: list[Finding]) -> Text:
    """Say once what holds of several parties; the sources say it of each."""
    unscreened = crowd[0].holds is Truth.UNKNOWN
    told = "are unscreened" if unscreened else "were screened elsewhere, as the order says"
    return plain(f"{len(crowd)} parties {told}: see 'parties' below")


def _holds(finding: Finding) -> Text:
    if finding.holds is Truth.UNKNOWN:
        return plain(HOLDS[finding.holds], "yellow")
    return plain(HOLDS[finding.holds], "bold red" if finding.kind in GRAVE else "dim")


def _rule(finding: Finding) -> Text:
    where = cited(finding.citation)
    label = finding.label if finding.label and finding.label not in where else ""
    style = "" if finding.kind in GRAVE else "dim"
    return joined(plain(f"{label}\n" if label else "", "bold"), plain(where, style))


def _why(finding: Finding, manner: Manner) -> Text:
    parts = [plain(finding.triggered_by)]
    if finding.overcome_by:
        parts.append(plain(f"overcome by: {finding.overcome_by}", "cyan"))
    if finding.policy:
        parts.append(plain(f"license review: {finding.policy}", "dim"))
    if manner.explain and finding.sentence:
        parts.append(plain(f"rule: {finding.sentence} [{finding.rule}]", "dim italic"))
    if manner.explain:
        parts += [plain(heading, "dim") for heading in _headings(finding, manner)]
    return Text("\n").join(parts)


def _headings(finding: Finding, manner: Manner) -> list[str]:
    """Give the official headings of the sections that a finding cites, as far as they are kept."""
    sections = (part.strip() for part in finding.citation.split(";"))
    found = ((cited(section), manner.heading_of(section)) for section in sections)
    return [f"{section}: {heading}" for section, heading in found if heading]


def obligations(found: Iterable[Finding]) -> Table:
    """Lay out what must be done; what may have to be done says so."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True, style="dim")
    grid.add_column(overflow="fold")
    for one in found:
        doubt = " (perhaps)" if one.holds is Truth.UNKNOWN else ""
        grid.add_row(cited(one.citation), plain(f"{one.triggered_by}{doubt}"))
    return grid


def questions(line: LineDetermination) -> Table:
    """Lay out what is missing, each question once, and where in the order its answer goes."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    asked: dict[tuple[str, str], list[str]] = {}
    for fact in _asked(line):
        asked.setdefault((fact.fact, fact.question), []).append(cited(fact.citation))
    for (place, question), citations in asked.items():
        where = plain(f" ({'; '.join(dict.fromkeys(citations))})", "dim")
        grid.add_row(plain("?", "bold"), joined(plain(question), where, plain(f" {place}", "cyan")))
    return grid


def _asked(line: LineDetermination) -> list[MissingFact]:
    """Give the questions of findings and obligations; who is unscreened stands below."""
    unscreened = {
        fact for one in line.findings if one.citation == OF_PARTIES for fact in one.missing
    }
    ours = (*line.missing, *(fact for one in line.obligations for fact in one.missing))
    return [fact for fact in dict.fromkeys(ours) if fact not in unscreened]

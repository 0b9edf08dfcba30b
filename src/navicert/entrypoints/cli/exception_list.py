"""License exceptions on the terminal: conditions as a checklist, what is shut only counted."""

from __future__ import annotations

from collections import Counter

from rich.table import Table
from rich.text import Text

from navicert.determination.result import LineDetermination
from navicert.entrypoints.cli.terminal import cited, joined, plain
from navicert.rules.license_exceptions.case import Availability, Condition, LicenseException
from navicert.terms.truth import Truth

BOXES = {Truth.YES: "[x]", Truth.UNKNOWN: "[ ]", Truth.NO: "[-]"}
COLORS = {
    "used": "bold green",
    Availability.AVAILABLE.value: "green",
    Availability.CONDITIONAL.value: "yellow",
}
MOST_OPEN = 5
"""Open conditions that are printed unasked; exceptions with more are for rare situations."""


def lay_out(line: LineDetermination, *, explain: bool = False) -> Table:
    """Lay out the exceptions that may serve, then the conditions that several of them share."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    shut = [one for one in line.exceptions if one.availability is Availability.UNAVAILABLE]
    shown = [one for one in line.exceptions if explain or one not in shut]
    shared = _shared(shown)
    for one in shown:
        state = "used" if one.symbol in line.used else one.availability.value
        text = _exception(one, state, shared, explain=explain)
        grid.add_row(plain(one.symbol, "bold"), text)
    if shared:
        told = [plain("asked by several of these:", "dim"), *map(_condition, shared)]
        grid.add_row("", Text("\n").join(told))
    if shut and not explain:
        grid.add_row("", plain(f"{len(shut)} not available; --explain says why", "dim"))
    return grid


def _shared(shown: list[LicenseException]) -> list[Condition]:
    counts = Counter(condition for one in shown for condition in one.conditions)
    return [condition for condition, count in counts.items() if count > 1]


def _exception(
    one: LicenseException, state: str, shared: list[Condition], *, explain: bool
) -> Text:
    overcomes = f", overcomes {', '.join(sorted(one.overcomes))}" if one.overcomes else ""
    where = plain(f" ({cited(one.citation)})", "dim")
    head = joined(plain(state, COLORS.get(state, "dim")), where, plain(overcomes))
    own = [condition for condition in one.conditions if condition not in shared]
    bare = f"within the terms of {cited(one.citation)}"
    parts = [head, *(plain(reason, "dim") for reason in one.reasons if reason != bare)]
    open_ = [condition for condition in own if condition.answer is Truth.UNKNOWN]
    if len(open_) > MOST_OPEN and not explain:
        parts.append(plain(f"{len(open_)} questions for rare situations; --explain lists them"))
    else:
        parts += _checklist(own)
    return Text("\n").join(parts)


def _checklist(conditions: list[Condition]) -> list[Text]:
    """List conditions, and say before alternatives that one of them suffices."""
    sizes = Counter(condition.group for condition in conditions if condition.group)
    parts: list[Text] = []
    said = ""
    for condition in conditions:
        if sizes[condition.group] > 1 and condition.group != said:
            parts.append(plain("any one of these suffices:", "dim"))
        said = condition.group
        parts.append(_condition(condition))
    return parts


def _condition(condition: Condition) -> Text:
    slug = f" answers.{condition.slug}" if condition.answer is Truth.UNKNOWN else ""
    return joined(
        plain(f"{BOXES[condition.answer]} ", "bold"),
        plain(f"{condition.question} ({cited(condition.citation)})"),
        plain(slug, "cyan"),
    )

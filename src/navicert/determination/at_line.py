"""Where the answer to a question goes: to a line of the order, or to the order as a whole."""

from __future__ import annotations

from msgspec.structs import replace

from navicert.facts.item import Line
from navicert.rules.finding import Finding, MissingFact

OF_A_LINE = frozenset(
    {
        "eccn", "for_items", "columns", "characteristics", "origin", "us_content",
        "bill_of_materials", "figures",
        "us_technology", "published", "exported_from_us", "value", "kind",
        "direct_product_of", "plant_direct_product_of",
    }
)  # fmt: skip
"""Facts that belong to a line of the order, not to the order as a whole."""


def at_line(findings: list[Finding], line: Line) -> tuple[Finding, ...]:
    """Say in which line of the order a missing fact belongs."""
    return tuple(
        [
            replace(finding, missing=tuple(_placed(fact, line) for fact in finding.missing))
            if finding.missing
            else finding
            for finding in findings
        ]
    )


def _placed(fact: MissingFact, line: Line) -> MissingFact:
    if fact.fact.split(".")[0] not in OF_A_LINE:
        return fact
    return replace(fact, fact=f"lines[{line.number}].{fact.fact}")

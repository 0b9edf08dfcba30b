"""Every word that the rules of some rooms say of the goldens, as text that git can compare.

Run this file to write it anew after a change of a rule that was meant:

    .venv/bin/python -m tests.snapshots.findings.findings

Then read the difference line by line before it is committed.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from navicert.rules.finding import Finding
from tests.golden.goldens import answered, name_of, paths

FOLDER = Path(__file__).parent
MODULES = (
    "classification.entry",
    "classification.order_of_review",
    "controls.anti_terrorism",
    "controls.country_chart",
    "controls.embargo",
    "controls.off_chart",
    "denial",
    "screening",
)
TOPICS = frozenset(
    {
        "anti-terrorism", "chart", "classification", "dates", "denial", "embargo", "footnotes",
        "iraq", "off-chart", "paragraphs", "russia", "screening", "traps", "ukraine",
    }
)  # fmt: skip
"""The goldens that are asked: others may come and go without touching these files."""


def text_of(finding: Finding) -> str:
    """Every field of a finding that somebody reads."""
    allows = finding.allows_exceptions
    fields = {
        "cites": finding.citation,
        "because": finding.triggered_by,
        "label": finding.label,
        "reason": finding.reason,
        "general prohibition": finding.general_prohibition or "",
        "exceptions": "" if allows is None else " ".join(sorted(allows)) or "none",
        "overcome by": finding.overcome_by,
        "policy": finding.policy,
        "agency": finding.agency,
        "says": finding.plain,
    }
    asks = [f"asks {one.fact}: {one.question} [{one.citation}]" for one in finding.missing]
    head = f"{finding.kind.value} {finding.holds.value} ({finding.rule.rsplit('.', 1)[-1]})"
    said = [f"{name}: {value}" for name, value in fields.items() if value]
    return "\n".join([head, *(f"    {line}" for line in [*said, *asks])])


def texts() -> dict[str, str]:
    """The whole file of each module."""
    found: dict[str, dict[str, str]] = {module: {} for module in MODULES}
    for path in paths():
        if path.parent.name in TOPICS:
            for finding in answered(path).findings():
                module = finding.rule.rsplit(".", 1)[0]
                if module in found:
                    found[module].setdefault(text_of(finding), name_of(path))
    return {module: "\n\n".join(_blocks(module, said)) + "\n" for module, said in found.items()}


def _blocks(module: str, said: dict[str, str]) -> Iterator[str]:
    """Each different finding of a module, with the first golden that brings it out."""
    yield f"What {module} says of the goldens"
    for text, name in sorted(said.items(), key=lambda pair: (pair[1], pair[0])):
        yield f"{name}\n{text}"


def path_of(module: str) -> Path:
    """Where a module's file stands."""
    return FOLDER / f"{module}.txt"


if __name__ == "__main__":
    for one, text in texts().items():
        path_of(one).write_text(text, encoding="utf-8")

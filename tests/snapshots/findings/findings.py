"""Every word that the rules say of the goldens, as text that git can compare.

Run this file to write it anew after a change of a rule that was meant:

    .venv/bin/python -m tests.snapshots.findings.findings

Then read the difference line by line before it is committed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from navicert.rules.finding import Finding
from tests.golden.goldens import answered, name_of, paths

FOLDER = Path(__file__).parent
SHARED = frozenset(
    {
        "anti-terrorism", "chart", "classification", "dates", "denial", "embargo", "footnotes",
        "iraq", "off-chart", "paragraphs", "russia", "screening", "traps", "ukraine",
    }
)  # fmt: skip
"""The goldens that modules are asked about which have something to say of nearly every order."""
TOPICS: Mapping[str, frozenset[str]] = {
    "classification.entry": SHARED,
    "classification.order_of_review": SHARED,
    "clearance.filing": frozenset({"clearance"}),
    "clearance.invoice": frozenset({"clearance"}),
    "clearance.license_code": frozenset({"clearance"}),
    "controls.anti_terrorism": SHARED,
    "controls.country_chart": SHARED,
    "controls.embargo": SHARED,
    "controls.end_users.affiliates": frozenset({"affiliates", "ownership"}),
    "controls.end_users.entity_list": frozenset({"entity-list", "entity-list-scope", "informed"}),
    "controls.end_users.other_lists": frozenset(
        {"military-end-user-list", "other-lists", "sdn", "unverified-list"}
    ),
    "controls.end_uses.advanced_computing": frozenset({"semiconductors"}),
    "controls.end_uses.intelligence": frozenset({"end-use"}),
    "controls.end_uses.military": frozenset({"end-use"}),
    "controls.end_uses.proliferation": frozenset({"end-use"}),
    "controls.end_uses.semiconductors": frozenset({"end-use", "semiconductors"}),
    "controls.end_uses.stated": frozenset({"end-use"}),
    "controls.end_uses.us_persons": frozenset({"us-persons"}),
    "controls.off_chart": SHARED,
    "denial": SHARED,
    "diversion": frozenset({"diversion"}),
    "general_prohibitions": frozenset({"general-prohibitions"}),
    "license_exceptions.claimed": frozenset({"exceptions"}),
    "recordkeeping": frozenset({"clearance"}),
    "red_flags": frozenset({"red-flags"}),
    "scope.access": frozenset({"not-an-export"}),
    "scope.activities": frozenset({"not-an-export"}),
    "scope.de_minimis": frozenset({"de-minimis"}),
    "scope.direct_product": frozenset({"direct-product"}),
    "scope.excluded": frozenset({"scope"}),
    "scope.release": frozenset({"not-an-export", "scope"}),
    "scope.subject": frozenset({"scope"}),
    "scope.underlying": frozenset({"shipments"}),
    "screening": SHARED,
}
"""The goldens that each module is asked about: others may come and go without touching its file."""


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
    found: dict[str, dict[str, str]] = {module: {} for module in TOPICS}
    for path in paths():
        for finding in answered(path).findings():
            module = finding.rule.rsplit(".", 1)[0]
            if path.parent.name in TOPICS.get(module, frozenset()):
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

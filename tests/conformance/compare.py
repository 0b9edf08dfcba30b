"""What a determination says in the words of the cases, and whether it is what they expect."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from navicert.determination.result import Determination, LineDetermination
from navicert.rules.finding import Finding, FindingKind
from navicert.rules.license_exceptions.case import Availability
from navicert.rules.scope.excluded import LABEL
from navicert.terms.truth import Truth

NOT_COMPARED = frozenset({"flags", "note", "exception_reasons", "satisfied_by"})
AVAILABILITY = {
    Availability.AVAILABLE: True,
    Availability.CONDITIONAL: "conditional",
    Availability.UNAVAILABLE: False,
}
REQUIREMENTS = (
    "subject_to_EAR",
    "licence_required",
    "controls_hit",
    "authorization_without_exception",
)


def answers(determination: Determination) -> dict[str, Any]:
    """Say what the first line of a determination answers, in the words of the cases."""
    line = determination.lines[0]
    required = _required(line)
    return {
        "subject_to_EAR": _subject(line),
        "licence_required": required,
        "controls_hit": [_aliases(finding) for finding in _certain(line)],
        "authorization_without_exception": None
        if required is None
        else "LICENCE"
        if required
        else "NLR",
        "prohibited": _prohibited(line),
        "clause": _clause(line),
        "other_agency": next((f.agency for f in line.findings if f.agency), None),
        "authorized_by": _authorization(line),
        "exceptions": {one.symbol: AVAILABILITY[one.availability] for one in line.exceptions},
    }


def differing(
    keys: tuple[str, ...], expected: Mapping[str, Any], got: Mapping[str, Any]
) -> list[str]:
    """Name every key on which a case and the engine differ."""
    found = [
        f"{key}: expected {expected[key]!r}, got {_shown(got[key])!r}"
        for key in keys
        if key in expected and not _agree(key, expected[key], got[key])
    ]
    if "authorized_by" in expected and bool(expected["authorized_by"]) != bool(
        got["authorized_by"]
    ):
        found.append(
            f"authorized_by: expected {expected['authorized_by']!r}, got {got['authorized_by']!r}"
        )
    return found + _exceptions(expected.get("exceptions", {}), got["exceptions"])


def _exceptions(expected: Mapping[str, Any], got: Mapping[str, Any]) -> list[str]:
    found = []
    for symbol, value in expected.items():
        mine = any(got.values()) if symbol == "*" else got.get(symbol, False)
        if mine != value:
            found.append(f"exceptions.{symbol}: expected {value!r}, got {mine!r}")
    return found


def _agree(key: str, expected: object, got: object) -> bool:
    if isinstance(expected, list) and isinstance(got, list):
        return _same_controls(expected, got)
    if key == "other_agency":
        return got is not None and _words(str(expected))[0] in _words(str(got))
    return bool(expected == got)


def _same_controls(expected: list[str], got: list[tuple[str, ...]]) -> bool:
    wanted = [_control(one) for one in expected]
    every_expected = all(any(_meets(one, aliases) for aliases in got) for one in wanted)
    every_got = all(any(_meets(one, aliases) for one in wanted) for aliases in got)
    return every_expected and every_got


def _meets(wanted: str, aliases: Iterable[str]) -> bool:
    """A shorter citation matches a longer one that begins with it."""
    return any(wanted.startswith(alias) or alias.startswith(wanted) for alias in aliases)


def _control(text: str) -> str:
    """Drop what a case writes around a citation: EMBARGO:, "worldwide"."""
    text = text.removeprefix("EMBARGO:").strip()
    return re.sub(r"\s+worldwide$", "", text)


def _aliases(finding: Finding) -> tuple[str, ...]:
    """Give the forms in which a requirement can be cited: by label, by reason and section."""
    sections = re.findall(r"\b7\d\d\.\d+(?:\([A-Za-z0-9]+\))*", finding.citation)
    by_reason = tuple(f"{finding.reason}:{section}" for section in sections)
    return (finding.label, *by_reason)


def _certain(line: LineDetermination) -> list[Finding]:
    return [
        finding
        for finding in line.findings
        if finding.kind is FindingKind.REQUIREMENT and finding.holds is Truth.YES
    ]


def _required(line: LineDetermination) -> bool | None:
    """A certain requirement says yes; an open one, or an open classification, says nothing."""
    if _certain(line):
        return True
    open_kinds = {FindingKind.REQUIREMENT, FindingKind.CLASSIFICATION, FindingKind.SCOPE}
    unknown = any(f.kind in open_kinds and f.holds is Truth.UNKNOWN for f in line.findings)
    return None if unknown and _subject(line) is not False else False


def _subject(line: LineDetermination) -> bool | None:
    """An exclusion decides; then any ground that holds, however many others do not."""
    scope = [finding for finding in line.findings if finding.kind is FindingKind.SCOPE]
    excluding = {one.holds for one in scope if one.label == LABEL}
    values = {one.holds for one in scope if one.label != LABEL}
    if Truth.NO in excluding:
        return False
    if Truth.YES in values:
        return None if Truth.UNKNOWN in excluding else True
    return None if Truth.UNKNOWN in values or Truth.NO not in values else False


def _prohibited(line: LineDetermination) -> bool | None:
    values = [f.holds for f in line.findings if f.kind is FindingKind.PROHIBITION]
    if Truth.YES in values:
        return True
    return None if Truth.UNKNOWN in values else False


def _clause(line: LineDetermination) -> str | None:
    return next(
        (
            finding.label
            for finding in line.findings
            if finding.kind is FindingKind.PROHIBITION
            and finding.holds is Truth.YES
            and finding.general_prohibition == 4
        ),
        None,
    )


def _authorization(line: LineDetermination) -> str | None:
    return next(
        (
            finding.triggered_by
            for finding in line.findings
            if finding.label == "TGL"
            or (
                finding.kind is FindingKind.PROHIBITION
                and finding.holds is Truth.NO
                and finding.general_prohibition == 4
            )
        ),
        None,
    )


def _words(text: str) -> list[str]:
    return re.findall(r"[A-Za-z]+", text)


def _shown(value: object) -> object:
    if isinstance(value, list):
        return [one[0] if isinstance(one, tuple) else one for one in value]
    return value

"""What is certified, whole: the letter, its checks, the evidence they ran on, and the results."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from navicert.records.canonical import canonical
from navicert.undertakings.certifications.letter import Letter
from navicert.undertakings.checks.check import Check
from navicert.undertakings.checks.evidence import Evidence
from navicert.undertakings.checks.result import Result

FORMAT = "navicert.certification/1"


@dataclass(frozen=True, slots=True)
class Body:
    """A letter and the results of its checks, in the order of its statements.

    ``evidence`` is every file that a check read, by table.
    """

    letter: Letter
    evidence: tuple[Evidence, ...]
    results: tuple[Result, ...]

    @property
    def statements(self) -> tuple[tuple[Check, Result], ...]:
        """Give each statement's check with its result."""
        return tuple(zip(self.letter.checks, self.results, strict=True))

    def canonical(self) -> bytes:
        """Give the bytes that are signed for."""
        return canonical({"format": FORMAT, **_fields(self)})

    @property
    def digest(self) -> str:
        """Give the SHA-256 of the canonical bytes, in hexadecimal."""
        return sha256(self.canonical()).hexdigest()


def unproved(body: Body) -> tuple[str, ...]:
    """Say what keeps the letter from being certified; nothing when every statement is proved."""
    return tuple(_gaps(body))


def _gaps(body: Body) -> Iterator[str]:
    checks = body.letter.checks
    if not checks:
        yield "the letter has no statement, so there is nothing to certify"
    if len(checks) != len(body.results):
        yield f"the letter has {len(checks)} statement(s), and {len(body.results)} result(s)"
    held = {one.table for one in body.evidence}
    if len(held) < len(body.evidence):
        yield "a table has two files of evidence"
    for paragraph in body.letter.paragraphs:
        if paragraph.check is not None and paragraph.text != paragraph.check.told:
            yield f"the statement of {paragraph.check.id} does not say what its check says"
    for check, result in zip(checks, body.results, strict=False):
        yield from _gaps_of(check, result, held)


def _gaps_of(check: Check, result: Result, held: set[str]) -> Iterator[str]:
    if result.check != check.id:
        yield f"the result of {result.check} stands in the place of that of {check.id}"
    elif not result.passed:
        yield f"{check.id}: {result.verdict.value}"
    for table in check.tables:
        if table.name not in held:
            yield f"{check.id}: there is no evidence of {table.name}"


def _fields(body: Body) -> dict[str, object]:
    return {"letter": body.letter, "evidence": body.evidence, "results": body.results}

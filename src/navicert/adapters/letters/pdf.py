"""Letters as PDF/A, with an annex that says what each statement rests on."""

from __future__ import annotations

import json
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any, Final

import msgspec
import typst

from navicert.adapters.typeset.glyphs import Glyphs
from navicert.errors import UnreadableFile
from navicert.undertakings.certifications.body import Body
from navicert.undertakings.certifications.signing import EYES
from navicert.undertakings.checks.check import Check
from navicert.undertakings.checks.result import Result, Verdict, named

_TEMPLATE = Path(__file__).with_name("letter.typ")
_STANDARD: Final = "a-2b"
_WORDS = {Verdict.PASSED: "proved", Verdict.FAILED: "contradicted", Verdict.ERRORED: "undecided"}


def print_letter(body: Body) -> bytes:
    """Print a letter; the same content gives the same bytes.

    Only the fonts that come with the typesetter are used: a word of a script that they lack is
    transliterated, and the annex gives its characters. UnreadableFile says when it cannot be set.
    """
    glyphs = Glyphs()
    shown = glyphs.shown(_document(body))
    shown["words"] = glyphs.table()
    letter = typst.Compiler(
        _TEMPLATE.read_bytes(),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(shown)},
    )
    moment = datetime.combine(body.letter.day, time(), UTC)
    try:
        pdf = letter.compile(format="pdf", pdf_standards=_STANDARD, timestamp=moment)
    except typst.TypstError as refused:
        message = f"the letter {body.letter.id} cannot be printed: {str(refused)[:300]}"
        raise UnreadableFile(message) from None
    if not isinstance(pdf, bytes):
        raise UnreadableFile(f"the letter {body.letter.id} gave no page")
    return pdf


def _document(body: Body) -> dict[str, Any]:
    letter = body.letter
    return {
        "digest": body.digest,
        "letter": {
            "id": letter.id,
            "title": letter.title,
            "day": letter.day.isoformat(),
            "from": letter.sender,
            "to": letter.recipient,
            "paragraphs": _paragraphs(body),
        },
        "signing": _SIGNING,
        "gaps": sum(not result.passed for result in body.results),
        "evidence": msgspec.to_builtins(body.evidence),
        "checks": [
            _check(number, check, result)
            for number, (check, result) in enumerate(body.statements, start=1)
        ],
    }


def _paragraphs(body: Body) -> list[dict[str, Any]]:
    results = iter(enumerate(body.results, start=1))
    found: list[dict[str, Any]] = []
    for one in body.letter.paragraphs:
        if one.check is None:
            found.append({"text": one.text, "number": None})
            continue
        number, result = next(results)
        found.append(
            {
                "text": one.text,
                "number": number,
                "proved": result.passed,
                "word": _WORDS[result.verdict],
                "check": one.check.id,
            }
        )
    return found


def _check(number: int, check: Check, result: Result) -> dict[str, Any]:
    return {
        "number": number,
        "id": check.id,
        "word": _WORDS[result.verdict],
        "statement": check.told,
        "parameters": [f"{one.name} = {one.told}" for one in check.parameters],
        "tables": [f"{one.name}, {one.rows} row(s)" for one in check.tables],
        "sql": check.sql,
        "found": found(result),
        "named": list(named(check, result)),
    }


def found(result: Result) -> str:
    """Say in one sentence what a check found."""
    if result.reasons:
        return "It could not be decided: " + "; ".join(result.reasons) + "."
    if not result.count:
        return "No row contradicts the statement."
    shown = f", of which the first {len(result.rows)} are named" * (len(result.rows) < result.count)
    return f"{result.count} row(s) contradict the statement{shown}:"


_SIGNING = (
    f"It is certified only with the signatures of {EYES} different people (Ed25519), over the "
    "canonical bytes of this letter, its checks, their results and the digests of the evidence. "
    "They lie in the log of records and in the bundle that goes with this letter, which 'navicert "
    "certify verify' proves."
)

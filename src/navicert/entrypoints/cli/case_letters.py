"""The letters of a case: read from ``case.toml``, tried on the evidence of their day, and shown."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
from rich.console import Console

from navicert.adapters.evidence_sql.runner import DuckRunner
from navicert.adapters.evidence_sql.sheets import sheet
from navicert.adapters.feeds.beside import inside
from navicert.adapters.letters import letter_form
from navicert.casework.certify_ports import Tools
from navicert.casework.ports import Feed
from navicert.casework.replay_letters import Attempt, replay_letters
from navicert.entrypoints.cli import certify_answer
from navicert.entrypoints.cli.terminal import joined, plain
from navicert.undertakings.checks.evidence import Evidence


class EvidenceForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file of evidence of a case."""

    table: str
    file: str
    day: date
    system: str


class LettersForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The section ``[letters]`` of a case: its letters, and its evidence."""

    files: tuple[str, ...]
    evidence: tuple[EvidenceForm, ...]


class _InMemory:
    """The files of a case by their digests, for as long as it is replayed."""

    def __init__(self) -> None:
        self._files: dict[str, bytes] = {}

    def put(self, content: bytes) -> str:
        """Keep bytes and give their digest."""
        digest = sha256(content).hexdigest()
        self._files[digest] = content
        return digest

    def get(self, digest: str) -> bytes:
        """Give the bytes; KeyError when they were never kept."""
        return self._files[digest]


def tried(folder: Path, form: LettersForm | None, feed: Feed) -> tuple[Attempt, ...]:
    """Try to sign the letters of a case; InputError says which of its files cannot be read."""
    if form is None:
        return ()
    tools = Tools(_InMemory(), sheet, DuckRunner())
    evidence = tuple(_evidence(folder, one, (tools, feed)) for one in form.evidence)
    letters = tuple(
        letter_form.read(
            str(inside(str(folder / "case.toml"), name)), lambda place: feed.fetch(place).content
        )
        for name in form.files
    )
    return replay_letters(letters, evidence, tools)


def document(attempts: tuple[Attempt, ...]) -> list[dict[str, Any]]:
    """Give the attempts as a plain document."""
    return [
        certify_answer.body_document(one.body)
        | {
            "signed": not one.refusal,
            "refusal": one.refusal,
            "named": list(one.named),
            "corrected": list(one.corrected),
        }
        for one in attempts
    ]


def show(attempts: tuple[Attempt, ...], console: Console) -> None:
    """Print each attempt: refused with everybody who contradicts it, or signed."""
    if not attempts:
        return
    console.print()
    console.print(plain("Letters: could they have been signed on their day?", "bold"))
    for one in attempts:
        letter = one.body.letter
        word = plain("REFUSED", "bold red") if one.refusal else plain("can be signed", "green")
        console.print()
        console.print(joined(plain(f"{letter.day}  "), word, plain(f"  {letter.title}")))
        for check, result in one.body.statements:
            told = plain(f"{check.told} ({check.id})")
            count = f"{result.count} contradict it" if result.count else result.verdict.value
            console.print(joined(plain("  "), told, plain(f": {count}", "bold")))
            for reason in result.reasons:
                console.print(plain(f"    {reason}", "yellow"))
        _people("who contradict it", one.named, console)
        _people("corrected since an earlier letter", one.corrected, console)


def _people(what: str, people: tuple[str, ...], console: Console) -> None:
    if people:
        head = plain(f"  {what} ({len(people)}): ", "dim")
        console.print(joined(head, plain(", ".join(people))))


def _evidence(folder: Path, form: EvidenceForm, by: tuple[Tools, Feed]) -> Evidence:
    tools, feed = by
    content = feed.fetch_beside(str(folder / "case.toml"), form.file).content
    return Evidence(
        table=form.table,
        system=form.system,
        day=form.day,
        added_by="the case",
        digest=tools.kept.put(content),
        file=Path(form.file).name,
        size=len(content),
    )

"""Replay letters: could each have been signed on its day, on the evidence of that day?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from navicert.casework.certify_ports import Tools
from navicert.casework.run_checks import run_letter
from navicert.errors import SigningRefused
from navicert.undertakings.certifications.body import Body
from navicert.undertakings.certifications.letter import Letter
from navicert.undertakings.certifications.signing import Signed, sign
from navicert.undertakings.checks.evidence import Added, Evidence, newest
from navicert.undertakings.checks.result import named


@dataclass(frozen=True, slots=True)
class Attempt:
    """An attempt to sign a letter on the day that it bears.

    ``refusal`` says why it could not be signed, empty when it could. ``named`` are those who
    contradict any of its statements, ``corrected`` those who contradicted an earlier letter of the
    case and contradict none any more.
    """

    body: Body
    refusal: str
    named: tuple[str, ...]
    corrected: tuple[str, ...]

    @property
    def day(self) -> date:
        """Give the day of the letter."""
        return self.body.letter.day


def replay_letters(
    letters: tuple[Letter, ...], evidence: tuple[Evidence, ...], tools: Tools
) -> tuple[Attempt, ...]:
    """Try to sign each letter, by day; nothing is recorded, and no signature is kept."""
    added = tuple(Added(one, at, "") for at, one in enumerate(evidence))
    before: dict[str, None] = {}
    attempts = []
    for letter in sorted(letters, key=lambda one: (one.day, one.id)):
        held = {one.evidence.table: one.evidence for one in newest(added, letter.day)}
        body = run_letter(letter, held, tools)
        found = _named(body)
        gone = tuple(one for one in before if one not in found)
        attempts.append(Attempt(body, _refusal(body), found, gone))
        before |= dict.fromkeys(found)
    return tuple(attempts)


def _named(body: Body) -> tuple[str, ...]:
    every = (one for check, result in body.statements for one in named(check, result))
    return tuple(sorted(dict.fromkeys(every)))


def _refusal(body: Body) -> str:
    """Sign with a key that nobody has, through the gate of every signature."""
    unsigned = Signed(body, "", body.letter.day, "a replay", "")
    try:
        sign(unsigned, Ed25519PrivateKey.from_private_bytes(bytes(32)))
    except SigningRefused as refused:
        return str(refused)
    return ""

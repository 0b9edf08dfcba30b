"""What the issuer's record says of a letter when it is exported: alarms, their ends, disclosures.

It is an entry of the log like the signatures, and the last that the checkpoint of the bundle
covers: nobody leaves an alarm out of it without the key of the log.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from navicert.records.canonical import canonical
from navicert.undertakings.certifications.truth import Rung

KIND = "certification_export"
"""What an entry of the log is, that holds what was known at an export."""

FORMAT = "navicert.known/1"
FOUND_UNTRUE, FOUND_UNDECIDABLE = "found untrue", "found undecidable"


@dataclass(frozen=True, slots=True)
class Case:
    """A disclosure that an alarm opened or was added to, as it stood."""

    id: str
    discovered: date
    closed: date | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What is on record of one letter on a day; ``content`` is the digest of what is exported.

    ``rung`` are the alarms of every content that was certified as this letter.
    """

    letter: str
    content: str
    day: date
    rung: tuple[Rung, ...] = ()
    cases: tuple[Case, ...] = ()

    def canonical(self) -> bytes:
        """Give the bytes that lie in the log."""
        return canonical({"format": FORMAT, "known": self})

    @property
    def doubt(self) -> str:
        """Say in few words what became of what is exported; nothing where no alarm rang of it."""
        told = self._standing or self._own
        if not told:
            return ""
        word = FOUND_UNTRUE if any(one.alarm.is_false for one in told) else FOUND_UNDECIDABLE
        return word if self._standing else f"{word} and proved again"

    @property
    def proved_again(self) -> date | None:
        """Give the day since which every statement is proved again; None where none rang before."""
        days = [one.until for one in self._own if one.until is not None]
        return max(days) if days and not self._standing else None

    @property
    def _own(self) -> tuple[Rung, ...]:
        return tuple(one for one in self.rung if one.alarm.content == self.content)

    @property
    def _standing(self) -> tuple[Rung, ...]:
        return tuple(one for one in self._own if one.until is None)


@dataclass(frozen=True, slots=True)
class KnownEntry:
    """The same as it lies in the log, with the audit path to the checkpoint in hexadecimal."""

    known: Known
    index: int
    recorded_at: str
    path: tuple[str, ...] = ()


def sentences(known: Known) -> tuple[str, ...]:
    """Say what was found untrue of a letter, and what became of it; nothing where nothing was."""
    return tuple(_sentences(known))


def _sentences(known: Known) -> Iterator[str]:
    for one in known.rung:
        yield f"{_whose(one, known)}{_found(one)}{_after(one)}{_disclosed(one, known.cases)}"


def _whose(one: Rung, known: Known) -> str:
    same = one.alarm.content == known.content
    return "" if same else f"an earlier content of this letter ({one.alarm.content[:12]}): "


def _found(one: Rung) -> str:
    alarm = one.alarm
    if not alarm.is_false:
        why = "; ".join(alarm.reasons) or "no reason is on record"
        return f"could no longer be decided on {alarm.day}: {alarm.statement} {why}"
    named = ", ".join(alarm.named[:_MOST_NAMED])
    more = f" and {alarm.count - _MOST_NAMED} more" if alarm.count > _MOST_NAMED else ""
    rows = f"contradicted by {alarm.count} row(s): {named}{more}"
    return f"found untrue on {alarm.day}: {alarm.statement} {rows}"


_MOST_NAMED = 40


def _after(one: Rung) -> str:
    if one.until is None:
        return "; nothing on record ended it"
    became = "proved again" if one.proved_again else "found otherwise"
    return f"; {became} on {one.until}"


def _disclosed(one: Rung, cases: tuple[Case, ...]) -> str:
    if not one.alarm.case:
        return ""
    closed = next((f", closed on {case.closed}" for case in cases
                   if case.id == one.alarm.case and case.closed), "")  # fmt: skip
    return f"; disclosure {one.alarm.case} (15 CFR 764.5){closed}"

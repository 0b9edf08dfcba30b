"""Ports of the jobs with undertakings: checks of evidence, and the post for notices."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class CheckRun:
    """The last run of a check: whether it passed, on which day, and where that is on record."""

    passed: bool
    day: date
    reference: str


class Checks(Protocol):
    """The checks of evidence that commitments name."""

    def last_run(self, check: str) -> CheckRun | None:
        """Give the last run of a check; None when it never ran, or there is no such check."""
        ...


class NoChecks:
    """No check at all: nothing that needs one counts as done."""

    def last_run(self, check: str) -> CheckRun | None:  # noqa: ARG002 - the port's own word
        """Give none."""
        return None


@dataclass(frozen=True, slots=True)
class Message:
    """A notice made ready: its id is the same for each try; ``event`` is its CloudEvent."""

    id: str
    target: str
    subject: str
    text: str
    event: dict[str, Any]
    moment: datetime


class Way(Protocol):
    """One way by which notices leave the house."""

    def send(self, message: Message) -> None:
        """Deliver a message to its target (mailto:, https:); NotSent says why it cannot be."""
        ...


class Post(Way, Protocol):
    """How notices leave the house, each by its own way."""

    def turn(self) -> AbstractContextManager[object]:
        """Let one run at a time send, so that two at once do not send twice."""
        ...

"""Cases to try: a whole significant one, and a whole minor one."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import msgspec
from msgspec.structs import replace

from navicert.facts.disclosure import Gravity
from navicert.law.edition import Edition, standard_law
from navicert.undertakings.disclosures.case import Case, Extension, Notification
from navicert.undertakings.disclosures.status import Status, status_of

EXAMPLE = Path(__file__).parents[3] / "examples" / "disclosure" / "case.toml"
RECEIVED = date(2026, 3, 5)
DUE = date(2026, 9, 1)
"""180 days after 5 March 2026: 26 + 30 + 31 + 30 + 31 + 31 + 1."""


def whole() -> Case:
    """The example, complete, without the extension."""
    told = tomllib.loads(EXAMPLE.read_text(encoding="utf-8"))["disclosure"]
    return replace(msgspec.convert(told, Case), extension=())


def minor(name: str = "MINOR-1", **other: date) -> Case:
    """A minor violation of one quarter, complete."""
    case = replace(
        whole(),
        id=name,
        gravity=Gravity.MINOR,
        notification=None,
        discovered=date(2026, 4, 2),
        happened_from=date(2026, 1, 5),
        happened_until=date(2026, 3, 31),
    )
    return replace(case, **other)


def asking(*extensions: Extension) -> Case:
    """The whole case with requests for more time."""
    return replace(whole(), extension=extensions)


def asked(requested: date, until: date | None = None) -> Extension:
    """A request that shows everything it should."""
    return Extension(
        requested=requested,
        granted_until=until,
        began_promptly="said",
        expeditious="said",
        needed="said",
        interim_measures="said",
        timeline="said",
        contact="said",
    )


def received(day: date) -> Case:
    """The whole case, notified on another day."""
    return replace(whole(), notification=Notification(received=day))


def edition(day: date) -> Edition:
    """The law of a day."""
    return standard_law().open_at(day)


def status(case: Case, day: date) -> Status:
    """The standing of a case on a day."""
    return status_of(case, edition(day))


def told(case: Case, day: date) -> list[tuple[str, str]]:
    """The standing and the citation of every point."""
    return [(point.standing.value, point.citation) for point in status(case, day).points]


def states(case: Case, day: date) -> dict[str, str]:
    """The standing by the citation; of several with one citation the last."""
    return {citation: state for state, citation in told(case, day)}

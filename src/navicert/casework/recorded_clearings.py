"""Cleared pairs on record: a decision counts only where the signed log has it too.

Whoever can write the database could put a pair into its table and hide a listed party. What the
log says of the pairs cannot be altered unseen, so the two are compared whenever they are asked.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import msgspec

from navicert.casework.lapsed import Decisions
from navicert.casework.ports import Desk, KeptClearing
from navicert.errors import RecordAltered, StateUnusable
from navicert.parties.clearings import Clearings
from navicert.records.canonical import canonical
from navicert.records.record import Receipt

CLEARED = "clearing"
REVOKED = "clearing_revocation"
FORMAT = "navicert.clearing/1"


@dataclass(frozen=True, slots=True)
class OnRecord:
    """The cleared pairs that hold, and what is amiss with others.

    ``decisions`` are all that the log has by then, also those that hold no longer.
    """

    clearings: Clearings = field(default_factory=Clearings)
    doubts: tuple[str, ...] = ()
    decisions: Decisions = field(default_factory=Decisions)


def record(kept: KeptClearing, desk: Desk) -> Receipt:
    """Put a decision, or its revocation, on record."""
    kind = CLEARED if kept.revoked_at is None else REVOKED
    content = canonical({"format": FORMAT, **_told(kept)})
    return desk.records.append(content, kind, kept.clearing.name)


def on_record(desk: Desk, known: datetime | None = None) -> OnRecord:
    """Give the pairs that hold now, or held at a moment; one that nobody recorded never does."""
    try:
        kept = desk.clearings.all()
        recorded = _recorded(desk)
    except (StateUnusable, RecordAltered) as unusable:
        return OnRecord(doubts=(f"the cleared pairs could not be asked: {unusable}",))
    proved = [one for one in kept if recorded.get(one.clearing.number) == _told(one)]
    numbers = {one.clearing.number for one in proved}
    amiss = sorted({*recorded, *(one.clearing.number for one in kept)} - numbers)
    held = tuple(one.clearing for one in proved if _holds(one, desk, known))
    made = (one for one in proved if known is None or _moment(one.made_at) <= known)
    return OnRecord(Clearings.of(held), tuple(map(_doubt, amiss)), Decisions.of(made))


def in_force(kept: KeptClearing, desk: Desk) -> bool:
    """Tell whether a decision was neither revoked nor has expired."""
    return _holds(kept, desk, None)


def _holds(kept: KeptClearing, desk: Desk, known: datetime | None) -> bool:
    moment, today = (known, known.astimezone().date()) if known else (None, desk.clock.today())
    if kept.clearing.has_expired_on(today):
        return False
    if moment is None:
        return kept.revoked_at is None
    gone = _moment(kept.revoked_at) if kept.revoked_at else None
    return _moment(kept.made_at) <= moment and (gone is None or moment < gone)


def _moment(written: str) -> datetime:
    return datetime.fromisoformat(written)


def _doubt(number: int) -> str:
    return (
        f"cleared pair {number} is not what the log has on record, so it clears nothing: see "
        "'navicert clear --list', and have the log proved with 'navicert records verify'"
    )


def _recorded(desk: Desk) -> dict[int, dict[str, Any]]:
    found: dict[int, dict[str, Any]] = {}
    for entry in desk.records.of_kinds((CLEARED, REVOKED)):
        try:
            told: dict[str, Any] = json.loads(entry.content)
            del told["format"]
            found[int(told["clearing"]["number"])] = told
        except (ValueError, TypeError, KeyError):
            message = f"entry {entry.index} is altered: it does not say what was cleared"
            raise RecordAltered(entry.index, message) from None
    return found


def _told(kept: KeptClearing) -> dict[str, Any]:
    """Give a decision as JSON gives it back, so that both sides compare."""
    told: dict[str, Any] = json.loads(msgspec.json.encode(kept))
    return told

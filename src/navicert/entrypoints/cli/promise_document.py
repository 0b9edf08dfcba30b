"""Commitments as plain documents: what --json prints."""

from __future__ import annotations

from collections import Counter
from typing import Any

from navicert.casework.promises.board import COLUMNS, Placed, column_of
from navicert.casework.promises.done import Marked, Marking
from navicert.casework.promises.load import Loaded
from navicert.casework.promises.notify import Told
from navicert.entrypoints.cli.order_document import instrument
from navicert.records.record import Receipt

FORMAT = "navicert.undertakings/1"
Document = dict[str, Any]


def loaded(one: Loaded, *, dry_run: bool) -> Document:
    """Say what was loaded and what it changed."""
    return {
        "format": FORMAT,
        "was": one.was.value,
        "dry_run": dry_run,
        "digest": one.digest,
        "instrument": instrument(one.instrument),
        "changes": [
            {"key": key, "before": before, "after": after} for key, before, after in one.changes
        ],
        "supersedes_absent": list(one.absent),
        "doubts": list(one.doubts()),
        "record": _record(one.receipt),
    }


def listed(placed: tuple[Placed, ...], within: int) -> Document:
    """Give commitments as they stand."""
    counts = Counter(column_of(one, within) for one in placed)
    return {
        "format": FORMAT,
        "within": within,
        "counts": {name: counts[name] for name in COLUMNS},
        "commitments": [_placed(one, within) for one in placed],
    }


def marked(made: Marked, marking: Marking, *, reopened: bool) -> Document:
    """Say what was put on record."""
    return {
        "format": FORMAT,
        "commitment": made.placed.id,
        "done": not reopened,
        "on": None if reopened else marking.day.isoformat(),
        "by": marking.by,
        "note": marking.note,
        "record": _record(made.receipt),
    }


def notified(told: tuple[Told, ...]) -> Document:
    """Say of each notice what became of it."""
    counts = Counter(one.came.value for one in told)
    return {
        "format": FORMAT,
        "counts": dict(sorted(counts.items())),
        "notices": [
            {
                "id": one.notice.id,
                "commitment": f"{one.notice.instrument}/{one.notice.occurrence}",
                "deadline": one.notice.deadline.isoformat(),
                "days": one.notice.days,
                "planned": one.notice.planned.isoformat(),
                "target": one.notice.target,
                "subject": one.subject,
                "came": one.came.value,
                "why": one.why,
            }
            for one in told
        ],
    }


def _placed(one: Placed, within: int) -> Document:
    standing, what = one.standing, one.standing.occurrence
    commitment, done = what.commitment, one.standing.done
    return {
        "id": one.id,
        "instrument": one.held.instrument.id,
        "title": what.title,
        "status": standing.status.value,
        "column": column_of(one, within),
        "on": one.on.isoformat(),
        "day": None if what.day is None else what.day.isoformat(),
        "act_by": None if what.act_by is None else what.act_by.isoformat(),
        "time_zone": one.held.instrument.time_zone,
        "days_left": standing.days_left,
        "how": what.how,
        "owed_by": commitment.owed_by,
        "owed_to": commitment.owed_to,
        "owner": commitment.owner,
        "citation": commitment.citation,
        "basis": commitment.basis.value,
        "basis_words": commitment.basis.words,
        "penalty": commitment.penalty,
        "depends_on": list(commitment.depends_on),
        "waits_for": list(standing.waits_for),
        "check": commitment.check,
        "note": commitment.note,
        "superseded": {"by": over.by, "on": over.day.isoformat(), "citation": over.citation}
        if (over := standing.superseded)
        else None,
        "done": {"on": done.day.isoformat(), "by": done.by, "note": done.note}
        | {"late": standing.is_late}
        if done
        else None,
    }


def _record(receipt: Receipt | None) -> int | None:
    return None if receipt is None else receipt.index

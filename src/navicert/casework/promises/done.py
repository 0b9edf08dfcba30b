"""Mark a commitment as done, or take that back; both stay on record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from navicert.casework.ports import Desk
from navicert.casework.promises import instrument_records, recorded
from navicert.casework.promises.board import Placed, board
from navicert.casework.undertaking_ports import Checks
from navicert.errors import UnreadableFile
from navicert.records.canonical import canonical
from navicert.records.record import Receipt
from navicert.undertakings.commitments import reckoning
from navicert.undertakings.commitments.standing import Status

_UNDATED = frozenset({Status.CONTINUING, Status.ENDED})
_MOST_NAMED = 10


@dataclass(frozen=True, slots=True)
class Marking:
    """Which occurrence was done (``INSTRUMENT/COMMITMENT/NUMBER``), when, and who says so."""

    id: str
    day: date
    by: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Marked:
    """What was marked, and where that is on record."""

    placed: Placed
    receipt: Receipt


def mark_done(marking: Marking, desk: Desk, checks: Checks) -> Marked:
    """Put on record that something was done.

    Raises UnreadableFile when there is no such commitment, it is done, it waits for another, its
    check has not passed, the day has not come, or nobody is named.
    """
    with desk.at_once():
        placed = _named(marking.id, board(desk))
        today = reckoning.day_in(placed.held.instrument.time_zone, desk.clock.now())
        if marking.day > today:
            raise UnreadableFile(f"--on: {marking.day} has not come; it is {today} there")
        if not marking.by.strip():
            raise UnreadableFile("--by: nobody is named who says that it is done")
        _refuse(placed, marking.day)
        proof = _proof(placed, checks)
        told = _told(placed, marking) | {"day": marking.day.isoformat(), "check": proof}
        return Marked(
            placed, desk.records.append(canonical(told), instrument_records.DONE, placed.id)
        )


def reopen(marking: Marking, desk: Desk) -> Marked:
    """Take back that something was done; UnreadableFile when it is not done, or without a why."""
    with desk.at_once():
        placed = _named(marking.id, board(desk, date.max))
        _refuse_bound(placed)
        if placed.standing.status is not Status.DONE:
            raise UnreadableFile(f"{placed.id}: it is not marked as done, so nothing to take back")
        if not marking.by.strip() or not any(map(str.isalpha, marking.note)):
            raise UnreadableFile("--by and --note: say who takes it back, and why")
        told = _told(placed, marking)
        return Marked(
            placed, desk.records.append(canonical(told), instrument_records.REOPENED, placed.id)
        )


def _told(placed: Placed, marking: Marking) -> dict[str, object]:
    return {
        "format": recorded.DONE_FORMAT,
        "instrument": placed.held.instrument.id,
        "instrument_digest": placed.held.digest,
        "occurrence": placed.standing.occurrence.id,
        "deadline": placed.standing.occurrence.day,
        "by": marking.by.strip(),
        "note": marking.note,
    }


def _named(asked: str, placed: tuple[Placed, ...]) -> Placed:
    found = [one for one in placed if asked in {one.id, one.standing.occurrence.id}]
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(one.id for one in found[:_MOST_NAMED])
        raise UnreadableFile(f"{asked[:80]!r} is several: name one of {ids}")
    near = [one.id for one in placed if f"/{asked}/" in f"/{one.id}/"] or [one.id for one in placed]
    ids = ", ".join(near[:_MOST_NAMED]) or "none; load an instrument first"
    raise UnreadableFile(f"{asked[:80]!r} is no commitment that was loaded: there are {ids}")


def _refuse(placed: Placed, day: date) -> None:
    standing = placed.standing
    _refuse_bound(placed)
    if standing.done is not None:
        message = f"{placed.id}: done on {standing.done.day} already, says {standing.done.by}"
        raise UnreadableFile(f"{message}; take that back with --reopen if it is wrong")
    if standing.superseded is not None and day >= standing.superseded.day:
        over = standing.superseded
        message = f"{placed.id}: superseded by {over.by} since {over.day}, so owed no more then"
        raise UnreadableFile(f"{message}; name with --on the day before, if it was done by then")
    if standing.status in _UNDATED:
        raise UnreadableFile(f"{placed.id}: owed throughout, so it is never done")
    if standing.waits_for:
        names = ", ".join(standing.waits_for)
        raise UnreadableFile(f"{placed.id}: not before {names} is done; mark that first")
    if day < placed.held.instrument.day:
        message = f"--on: {day} is before the instrument itself, {placed.held.instrument.day}"
        raise UnreadableFile(message)


def _refuse_bound(placed: Placed) -> None:
    """Refuse what the instrument's own penalty decides: two records of one payment would differ."""
    penalty = placed.standing.occurrence.commitment.penalty
    if penalty:
        message = f"{placed.id}: the penalty {penalty!r} of the instrument says whether it is done"
        raise UnreadableFile(
            f'{message}: add its event to {placed.held.file}, such as state = "paid", and load '
            "the file again"
        )


def _proof(placed: Placed, checks: Checks) -> dict[str, object] | None:
    name = placed.standing.occurrence.commitment.check
    if not name:
        return None
    run = checks.last_run(name)
    if run is None or not run.passed:
        how = "has never run" if run is None else f"did not pass on {run.day} ({run.reference})"
        message = f"{placed.id}: the instrument names the check {name!r}, which {how}"
        raise UnreadableFile(f"{message}: nothing counts as done before it passes")
    return {"check": name, "day": run.day, "reference": run.reference}

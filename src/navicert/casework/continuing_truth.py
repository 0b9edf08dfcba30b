"""Run the checks of what was certified on the newest evidence, and ring where one fails."""

from __future__ import annotations

from dataclasses import dataclass

from navicert.casework.alarms import end, ring, rung_of
from navicert.casework.certify_ports import CertifyDesk
from navicert.casework.run_checks import Held, run_letter
from navicert.casework.sign_letter import complete, held
from navicert.undertakings.certifications.body import Body
from navicert.undertakings.certifications.truth import Alarm, Rung, changes
from navicert.undertakings.checks.check import Check
from navicert.undertakings.checks.result import Result, named


@dataclass(frozen=True, slots=True)
class Truth:
    """One certification as it stands: what its checks find now, and what is no longer proved.

    ``fresh`` are those of the alarms that were not on record yet; ``rung`` are all that are on
    record of it, with those that ended.
    """

    body: Body
    results: tuple[Result, ...]
    alarms: tuple[Alarm, ...]
    fresh: tuple[Alarm, ...] = ()
    rung: tuple[Rung, ...] = ()

    @property
    def past(self) -> tuple[Rung, ...]:
        """Give the alarms that ended."""
        return tuple(one for one in self.rung if one.until is not None)


def standing(at: CertifyDesk) -> tuple[Truth, ...]:
    """Run the checks of every certification on the newest evidence; nothing is recorded.

    Of a letter that was certified more than once, each content is held: what was represented
    once stays represented.
    """
    now = held(at.desk.records)
    return tuple(_truth(both[0].signed.body, now, at) for both in complete(at.desk.records))


def recheck(at: CertifyDesk) -> tuple[Truth, ...]:
    """Do the same, and put on record each alarm that says something new, and each that ended."""
    found = standing(at)
    with at.desk.at_once():
        return tuple(_recorded(one, at) for one in found)


def _recorded(truth: Truth, at: CertifyDesk) -> Truth:
    open_ = {one.alarm.about: one.alarm for one in _own(truth.body, at) if one.until is None}
    alarms, fresh = [], []
    for found in truth.alarms:
        before = open_.pop(found.about, None)
        if before is not None and found.same_as(before):
            alarms.append(before)
        else:
            fresh.append(ring(found, truth.body.letter.sender, at))
            alarms.append(fresh[-1])
    for before in open_.values():
        end(before, at)
    return Truth(truth.body, truth.results, tuple(alarms), tuple(fresh), _own(truth.body, at))


def _own(body: Body, at: CertifyDesk) -> tuple[Rung, ...]:
    rung = rung_of(at.desk.records, body.letter.id)
    return tuple(one for one in rung if one.alarm.content == body.digest)


def _truth(body: Body, now: Held, at: CertifyDesk) -> Truth:
    again = run_letter(body.letter, now, at.tools)
    own = _own(body, at)
    known = {one.alarm.about: one.alarm for one in own if one.until is None}
    found = tuple(
        _alarm(body, check, result, (now, at))
        for check, result in again.statements
        if not result.passed
    )
    alarms = tuple(_as_recorded(one, known.get(one.about)) for one in found)
    return Truth(body, again.results, alarms, rung=own)


def _as_recorded(alarm: Alarm, before: Alarm | None) -> Alarm:
    return before if before is not None and alarm.same_as(before) else alarm


def _alarm(body: Body, check: Check, result: Result, by: tuple[Held, CertifyDesk]) -> Alarm:
    now, at = by
    tables = {table.name for table in check.tables}
    return Alarm(
        certification=body.letter.id,
        content=body.digest,
        check=check.id,
        statement=check.told,
        verdict=result.verdict,
        columns=result.columns,
        rows=result.rows,
        named=named(check, result),
        count=result.count,
        reasons=result.reasons,
        changes=tuple(one for one in changes(body, now) if one.table in tables),
        day=at.desk.clock.today(),
    )

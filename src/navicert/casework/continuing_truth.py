"""Hold what was certified against the newest evidence, and raise an alarm where it fails."""

from __future__ import annotations

import json
from collections.abc import Container, Iterator
from dataclasses import dataclass
from itertools import chain, count

import msgspec

from navicert.casework import disclosures
from navicert.casework.certify_ports import CertifyDesk, ToDisclose
from navicert.casework.ports import Desk, RecordLog
from navicert.casework.run_checks import Held, run_letter
from navicert.casework.sign_letter import complete, held
from navicert.errors import RecordAltered
from navicert.records.canonical import canonical
from navicert.undertakings.certifications.body import Body
from navicert.undertakings.certifications.truth import Alarm, changes
from navicert.undertakings.checks.check import Check
from navicert.undertakings.checks.result import Result, named
from navicert.undertakings.disclosures.case import Case

ALARM = "alarm"
FORMAT = "navicert.alarm/1"


@dataclass(frozen=True, slots=True)
class Truth:
    """One certification as it stands: what its checks find now, and what is no longer proved.

    ``fresh`` are those of the alarms that were not on record yet.
    """

    body: Body
    results: tuple[Result, ...]
    alarms: tuple[Alarm, ...]
    fresh: tuple[Alarm, ...] = ()


class RecordedDisclosures:
    """Opens a disclosure as a case on record, for who works on it to take up."""

    def open(self, found: ToDisclose, desk: Desk) -> int:
        """Open a disclosure and give the number of its entry in the log."""
        known = disclosures.recorded(desk.records)
        case = Case(id=_free(found, known), what=_what(found), discovered=found.day)
        opened = disclosures.record(case, desk).receipt
        return -1 if opened is None else opened.index


def _free(found: ToDisclose, known: Container[str]) -> str:
    stem = f"{found.certification}-{found.day}"
    names = chain((stem,), (f"{stem}-{number}" for number in count(2)))
    return next(name for name in names if name not in known)


def _what(found: ToDisclose) -> str:
    rows = "; ".join(", ".join(cell or "nothing" for cell in row) for row in found.rows)
    cited = ", ".join(found.citations)
    return (
        f"The certification {found.certification} represented to the authority: {found.statement} "
        f"On {found.day} the evidence contradicts it in {found.count} row(s) "
        f"({', '.join(found.columns)}): {rows} [{cited}]"
    )


def standing(at: CertifyDesk) -> tuple[Truth, ...]:
    """Run the checks of every certification on the newest evidence; nothing is recorded.

    Of a letter that was certified more than once, each content is held: what was represented
    once stays represented.
    """
    now = held(at.desk.records)
    return tuple(_truth(both[0].signed.body, now, at) for both in complete(at.desk.records))


def recheck(at: CertifyDesk) -> tuple[Truth, ...]:
    """Do the same, and put on record each alarm that says something new.

    A statement that is contradicted opens a disclosure; one that can no longer be decided does
    not, since nobody knows yet whether it is false.
    """
    found = standing(at)
    with at.desk.at_once():
        known = tuple(_alarms(at.desk.records))
        return tuple(_recorded(one, known, at) for one in found)


def _recorded(truth: Truth, known: tuple[Alarm, ...], at: CertifyDesk) -> Truth:
    fresh = tuple(one for one in truth.alarms if not any(one.same_as(old) for old in known))
    for alarm in fresh:
        content = canonical({"format": FORMAT, "alarm": alarm})
        at.desk.records.append(content, ALARM, alarm.certification)
        if alarm.is_false:
            at.disclosures.open(_disclosed(alarm), at.desk)
    return Truth(truth.body, truth.results, truth.alarms, fresh)


def _disclosed(alarm: Alarm) -> ToDisclose:
    return ToDisclose(
        certification=alarm.certification,
        statement=alarm.statement,
        columns=alarm.columns,
        rows=alarm.rows,
        count=alarm.count,
        day=alarm.day,
    )


def _truth(body: Body, now: Held, at: CertifyDesk) -> Truth:
    again = run_letter(body.letter, now, at.tools)
    alarms = tuple(
        _alarm(body, check, result, (now, at))
        for check, result in again.statements
        if not result.passed
    )
    return Truth(body, again.results, alarms)


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


def _alarms(records: RecordLog) -> Iterator[Alarm]:
    for entry in records.of_kinds((ALARM,)):
        try:
            yield msgspec.convert(json.loads(entry.content)["alarm"], Alarm)
        except (ValueError, TypeError, KeyError):
            message = f"entry {entry.index} is altered: it does not say what is no longer true"
            raise RecordAltered(entry.index, message) from None

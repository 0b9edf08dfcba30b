"""Alarms on record: what rings, what ends, and the disclosure that a false statement opens."""

from __future__ import annotations

import json
from collections.abc import Container, Iterator
from dataclasses import replace
from itertools import chain, count

import msgspec
from msgspec import structs

from navicert.casework import disclosures
from navicert.casework.certify_ports import CertifyDesk, ToDisclose
from navicert.casework.ports import Desk, RecordLog
from navicert.errors import RecordAltered
from navicert.records.canonical import canonical
from navicert.undertakings.certifications.truth import Alarm, Ended, Rung, history
from navicert.undertakings.disclosures.case import Case

ALARM = "alarm"
FORMAT = "navicert.alarm/1"


class RecordedDisclosures:
    """Opens a disclosure as a case on record, for who works on it to take up.

    One letter has one open case: while it is not closed, what is found later is added to it.
    """

    def open(self, found: ToDisclose, desk: Desk) -> str:
        """Open a disclosure, or add to the one that is open, and give its id."""
        known = disclosures.recorded(desk.records)
        before = known.get(found.case)
        if before is not None and before.closed is None:
            said = f"{before.what.rstrip()}\n\n{_what(found)}".lstrip()
            case = structs.replace(before, what=said)
        else:
            name = _free(found, known)
            case = Case(id=name, who=found.sender, what=_what(found), discovered=found.day)
        disclosures.record(case, desk)
        return case.id


def rung_of(records: RecordLog, letter: str | None = None) -> tuple[Rung, ...]:
    """Give the alarms on record, of one letter or of all, each with what became of it.

    Raises RecordAltered for an entry that is none.
    """
    return history(one for one in _events(records) if letter in {None, one.certification})


def ring(alarm: Alarm, sender: str, at: CertifyDesk) -> Alarm:
    """Put an alarm on record; of a false statement a disclosure is opened or added to, and named.

    What can no longer be decided opens none, since nobody knows yet whether it is false.
    """
    if alarm.is_false:
        rung = rung_of(at.desk.records, alarm.certification)
        last = next((one.alarm.case for one in reversed(rung) if one.alarm.case), "")
        found = ToDisclose(
            certification=alarm.certification,
            statement=alarm.statement,
            columns=alarm.columns,
            rows=alarm.rows,
            count=alarm.count,
            day=alarm.day,
            sender=sender,
            case=last,
        )
        alarm = replace(alarm, case=at.disclosures.open(found, at.desk))
    _append("alarm", alarm, at)
    return alarm


def end(alarm: Alarm, at: CertifyDesk) -> None:
    """Put on record that the evidence of today proves again what an alarm rang of."""
    day = at.desk.clock.today()
    ended = Ended(alarm.certification, alarm.content, alarm.check, alarm.statement, day)
    _append("ended", ended, at)


def _append(word: str, said: Alarm | Ended, at: CertifyDesk) -> None:
    content = canonical({"format": FORMAT, word: said})
    at.desk.records.append(content, ALARM, said.certification)


def _events(records: RecordLog) -> Iterator[Alarm | Ended]:
    for entry in records.of_kinds((ALARM,)):
        try:
            told = json.loads(entry.content)
            if "ended" in told:
                yield msgspec.convert(told["ended"], Ended)
            else:
                yield msgspec.convert(told["alarm"], Alarm)
        except (ValueError, TypeError, KeyError):
            message = f"entry {entry.index} is altered: it does not say what is no longer true"
            raise RecordAltered(entry.index, message) from None


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

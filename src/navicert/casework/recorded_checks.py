"""Checks that were run on the evidence in force, on record: what a commitment may rest on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from navicert.casework import keep_evidence
from navicert.casework.ports import Desk, RecordLog
from navicert.casework.run_checks import Held
from navicert.casework.undertaking_ports import CheckRun
from navicert.errors import RecordAltered
from navicert.records.canonical import canonical
from navicert.undertakings.checks.check import Check
from navicert.undertakings.checks.result import Result, Verdict

KIND = "check"
FORMAT = "navicert.check/1"


def record_checks(found: Iterable[tuple[Check, Result]], held: Held, desk: Desk) -> None:
    """Put results on record, each with its whole question and the evidence that it was asked of."""
    for check, result in found:
        evidence = {
            table.name: held[table.name].digest for table in check.tables if table.name in held
        }
        told = {"asked": check, "result": result, "evidence": evidence}
        day = desk.clock.today()
        desk.records.append(canonical({"format": FORMAT, "day": day, **told}), KIND, check.id)


class RecordedChecks:
    """The last recorded run of each check; one of evidence that is no longer in force fails."""

    def __init__(self, records: RecordLog) -> None:
        self._records = records

    def last_run(self, check: str) -> CheckRun | None:
        """Give the last run of a check; None when it never ran, or there is no such check."""
        last: CheckRun | None = None
        in_force = {
            one.evidence.table: one.evidence.digest for one in keep_evidence.in_force(self._records)
        }
        for entry in self._records.of_kinds((KIND,)):
            if entry.subject == check:
                try:
                    last = _run(json.loads(entry.content), entry.index, in_force)
                except (ValueError, TypeError, KeyError):
                    message = f"entry {entry.index} is altered: it does not say what a check found"
                    raise RecordAltered(entry.index, message) from None
        return last


def _run(told: Mapping[str, Any], index: int, in_force: Mapping[str, str]) -> CheckRun:
    reference, evidence = f"record {index}", told["evidence"]
    passed = told["result"]["verdict"] == Verdict.PASSED.value and bool(evidence)
    if passed and any(in_force.get(table) != digest for table, digest in evidence.items()):
        passed, reference = False, f"{reference}; its evidence changed since: run it again"
    return CheckRun(passed, date.fromisoformat(told["day"]), reference)

"""Run a check on evidence: read each file as the check declares it, then ask the engine."""

from __future__ import annotations

from collections.abc import Mapping

from navicert.casework.certify_ports import Tools
from navicert.errors import InputError, StateUnusable
from navicert.undertakings.certifications.body import Body
from navicert.undertakings.certifications.letter import Letter
from navicert.undertakings.checks.cells import Filled, filled
from navicert.undertakings.checks.check import Check, Table
from navicert.undertakings.checks.evidence import Evidence
from navicert.undertakings.checks.result import Result, errored, judged

Held = Mapping[str, Evidence]
"""The evidence by table."""


def run_check(check: Check, held: Held, tools: Tools) -> Result:
    """Give the result of a check; whatever keeps it from being decided is said in it."""
    tables: list[Filled] = []
    reasons: list[str] = []
    for table in check.tables:
        done, faults = _filled(table, held.get(table.name), tools)
        tables.append(done)
        reasons += faults
    if not reasons and _is_empty(tables):
        reasons = ["none of its tables has a row: the statement was held against nothing"]
    if reasons:
        return errored(check, tuple(reasons))
    return judged(check, tools.runner(check, tables))


def _is_empty(tables: list[Filled]) -> bool:
    """Tell whether nothing was looked at, though the check expects that there may be something."""
    expected = any(one.table.most for one in tables)
    return expected and not any(column for one in tables for column in one.cells)


def run_letter(letter: Letter, held: Held, tools: Tools) -> Body:
    """Run every check of a letter, and give what would be certified."""
    results = tuple(run_check(check, held, tools) for check in letter.checks)
    tables = sorted({table.name for check in letter.checks for table in check.tables})
    evidence = tuple(held[name] for name in tables if name in held)
    return Body(letter, evidence, results)


def _filled(
    table: Table, evidence: Evidence | None, tools: Tools
) -> tuple[Filled, tuple[str, ...]]:
    nothing = Filled(table, ())
    if evidence is None:
        return nothing, (f"there is no evidence of the table {table.name}",)
    try:
        content = tools.kept.get(evidence.digest)
        return filled(tools.sheets(evidence.file, content), table)
    except KeyError:
        return nothing, (f"{evidence.file}: its bytes ({evidence.digest[:12]}) are gone",)
    except (InputError, StateUnusable) as refused:
        return nothing, (str(refused),)

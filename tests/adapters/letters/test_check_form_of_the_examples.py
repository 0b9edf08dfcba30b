"""What the two checks that ship find of people one by one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from navicert.adapters.evidence_sql.runner import DuckRunner
from navicert.adapters.letters import check_form
from navicert.undertakings.checks.cells import Sheet, filled
from navicert.undertakings.checks.check import Check
from navicert.undertakings.checks.result import Result, judged
from tests.health.house import ROOT

CHECKS = ROOT / "examples" / "zte" / "letters" / "checks"
Rows = tuple[tuple[str, ...], ...]
ONE = (("P-1", "Ana"),)


def found(name: str, tables: Mapping[str, Rows], **values: object) -> Result:
    check = check_form.read((CHECKS / f"{name}.toml").read_bytes(), name, values)
    check = replace(check, tables=tuple(replace(one, least=0) for one in check.tables))
    read = []
    for table in check.tables:
        header = tuple(column.name for column in table.columns)
        rows = tuple(enumerate(tables.get(table.name, ()), start=2))
        done, faults = filled(Sheet(table.name, header, rows, typed=False), table)
        assert () == faults
        read.append(done)
    return judged(check, DuckRunner()(check, read))


def why(result: Result) -> list[str | None]:
    return [row[-1] for row in result.rows]


@pytest.mark.parametrize(
    ("says", "ledger", "gone"),
    [
        (None, (("P-1", "2015", "1000"), ("P-1", "2016", "700")), ()),
        (None, (("P-1", "2015", "1000"), ("P-1", "2016", "0")), ()),
        ("not cut by as much", (("P-1", "2015", "1000"), ("P-1", "2016", "700.0001")), ()),
        ("not cut by as much", (("P-1", "2015", "0.01"), ("P-1", "2016", "0.01")), ()),
        (None, (("P-1", "2015", "0"), ("P-1", "2016", "0")), ()),
        ("not cut by as much", (("P-1", "2015", "0"), ("P-1", "2016", "0.01")), ()),
        ("no bonus line for the year", (("P-1", "2015", "1000"),), ()),
        ("no bonus line for the year before", (("P-1", "2016", "1"),), ()),
        ("no bonus line for the year before", (("P-2", "2015", "9"), ("P-2", "2016", "1")), ()),
        (None, (("P-1", "2015", "1000"),), (("P-1", "2016-10-14"),)),
        (None, (), (("P-1", "2016-10-14"),)),
        ("dismissed, and yet in the ledger", (("P-1", "2016", "0"),), (("P-1", "2016-10-14"),)),
    ],
)
def test_a_bonus_is_cut_by_at_least_as_much_or_contradicts(
    says: str | None, ledger: Rows, gone: Rows
) -> None:
    tables = {"roster": ONE, "bonuses": ledger, "dismissals": gone}
    assert ([] if says is None else [says]) == why(found("bonus", tables))


@pytest.mark.parametrize(
    ("says", "letters", "gone"),
    [
        (None, (("L-1", "P-1", "2016-11-30"),), ()),
        (None, (("L-1", "P-1", "2016-11-30"), ("L-2", "P-1", "2018-01-01")), ()),
        ("the letter is dated 2016-12-01", (("L-1", "P-1", "2016-12-01"),), ()),
        ("no letter of reprimand", (("L-1", "P-2", "2016-11-30"),), ()),
        ("no letter of reprimand", (), ()),
        (None, (), (("P-1", "2016-11-30"),)),
        ("no letter of reprimand", (), (("P-1", "2016-12-01"),)),
        ("no letter of reprimand", (), (("P-2", "2016-11-30"),)),
    ],
)
def test_a_letter_or_a_dismissal_counts_up_to_its_day(
    says: str | None, letters: Rows, gone: Rows
) -> None:
    tables = {"roster": ONE, "letters": letters, "dismissals": gone}
    assert ([] if says is None else [says]) == why(found("reprimand", tables))


def test_the_statements_say_their_values() -> None:
    def told(name: str) -> str:
        check: Check = check_form.read((CHECKS / f"{name}.toml").read_bytes(), name)
        return check.told

    assert "dated by 2016-11-30." in told("reprimand")
    assert "for 2016 a bonus of at least 30% less" in told("bonus")

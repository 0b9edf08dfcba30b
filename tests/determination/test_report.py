from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace as changed

from navicert.adapters.orders.read import read_bytes
from navicert.casework.intake import intake
from navicert.casework.order.document import OrderDocument
from navicert.determination.assess import assess
from navicert.determination.report import gate, record, report
from navicert.determination.result import Determination
from navicert.law.edition import standard_law
from navicert.parties.watch import Watch
from navicert.terms.outcome import Action

ORDER = b"""
reference = "A-1"
day = 2026-07-30
activity = "export"
from = "US"
destination = { country = "TW" }
screened_elsewhere = "the desk"
parties = [{ name = "Jade", roles = ["end_user"], government = false, military = false }]
end_use = { kind = "civil" }

[[lines]]
item = "FPGA"
kind = "commodity"
eccn = "3A001.a.7"
origin = "US"
quantity = 2
value = 2000.50
currency = "USD"
"""


def document() -> OrderDocument:
    return read_bytes(ORDER, "order.toml")


def determined() -> Determination:
    return assess(intake(document()), Watch.of(()), standard_law())


def every(value: object) -> list[object]:
    if isinstance(value, dict):
        return [value, *(one for inner in value.values() for one in every(inner))]
    if isinstance(value, list):
        return [value, *(one for inner in value for one in every(inner))]
    return [value]


def test_a_report_holds_nothing_but_plain_json() -> None:
    plain = {dict, list, str, int, float, bool, type(None)}
    assert plain >= {type(value) for value in every(report(determined()))}


def test_a_report_says_what_was_decided_and_on_what() -> None:
    found = determined()
    told = report(found)
    assert ("A-1", "2026-07-30") == (told["reference"], told["day"])
    assert (found.outcome.value, found.because) == (told["outcome"], told["because"])
    assert found.law.digest == told["law"]["digest"]
    assert [len(found.lines[0].findings)] == [len(line["findings"]) for line in told["lines"]]


def test_a_table_says_how_old_it_is_on_the_day() -> None:
    told = report(determined())["law"]["tables"]
    for one in told:
        looked = date.fromisoformat(one["last_looked_at"])
        assert max(0, (date(2026, 7, 30) - looked).days) == one["age_days"]


@pytest.mark.parametrize(
    ("action", "left"),
    [
        (Action.RELEASE, Action.HOLD),
        (Action.HOLD, Action.HOLD),
        (Action.STOP, Action.STOP),
    ],
)
def test_a_doubt_never_loosens_and_never_releases(action: Action, left: Action) -> None:
    assert left is gate(action, ("a doubt",))
    assert action is gate(action, ())


def test_a_doubt_holds_every_line_of_the_report_too() -> None:
    released = replace(determined(), action=Action.RELEASE)
    lines = tuple(changed(line, action=Action.RELEASE) for line in released.lines)
    told = report(replace(released, lines=lines), ("it could not be recorded",))
    assert ("hold", ["hold"]) == (told["action"], [line["action"] for line in told["lines"]])
    assert ["it could not be recorded"] == told["doubts"]


def test_the_same_order_gives_the_same_bytes() -> None:
    first = record(report(determined()), document().content)
    again = record(report(determined()), document().content)
    assert first == again


def test_another_order_gives_other_bytes() -> None:
    content: dict[str, Any] = dict(document().content)
    told = report(determined())
    assert record(told, content) != record(told, content | {"reference": "A-2"})

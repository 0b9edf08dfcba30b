from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from navicert.casework.order.document import OrderDocument
from navicert.casework.ports import FeedFile
from navicert.casework.replay_case import Case, replay_case
from navicert.casework.watch_lists import watch_of
from navicert.errors import OrderRefused
from navicert.law.edition import standard_law
from navicert.terms.outcome import Action, Outcome

ORDERS = b"""
[[denial_order]]
reference = "83 FR 17644"
persons = [["Acme Telecom"]]

[[denial_order.event]]
day = 2018-04-15
kind = "issued"
citation = "83 FR 17644"
end = 2025-03-13
"""
ACT: dict[str, Any] = {
    "reference": "Chips go to Acme",
    "day": date(2018, 5, 14),
    "activity": "export",
    "from": "US",
    "destination": {"country": "CN"},
    "parties": [{"name": "Acme Telecom", "roles": ["end_user"]}],
    "end_use": {"kind": "civil"},
    "lines": [{"item": "chip", "kind": "commodity", "eccn": "EAR99", "origin": "US"}],
}
DAYS = (date(2018, 4, 14), date(2018, 4, 15), date(2025, 3, 13), date(2025, 3, 14))


def case(act: dict[str, Any]) -> Case:
    watch = watch_of((FeedFile("orders.toml", ORDERS),))
    return Case("Acme", DAYS, (OrderDocument("act.toml", act),), watch)


def test_an_act_is_determined_anew_for_each_day() -> None:
    (act,) = replay_case(case(ACT), standard_law()).acts
    stopped = [cell.action is Action.STOP for cell in act.cells]
    assert "Chips go to Acme" == act.name
    assert [False, True, True, False] == stopped


def test_a_cell_names_the_clause_and_cites_it() -> None:
    (act,) = replay_case(case(ACT), standard_law()).acts
    barred = act.cells[1]
    assert (Outcome.PROHIBITED, "Second.A") == (barred.outcome, barred.labels[0])
    assert any("83 FR 17644" in citation for citation in barred.citations)


def test_an_act_that_cannot_be_read_says_what_is_wrong() -> None:
    with pytest.raises(OrderRefused, match="destination"):
        replay_case(case(ACT | {"destination": {"country": "UK"}}), standard_law())

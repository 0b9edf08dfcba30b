"""Acts for a network whose operator is denied: Second E, and Second A for what is sent to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from navicert.casework.expose_terms import Said
from navicert.errors import InputError
from navicert.exposure.remedies import AUTHORIZED, STAYS
from navicert.exposure.result import Scenario
from navicert.facts.denial_order import Authorization, DenialOrder, OrderEvent, OrderEventKind
from navicert.terms.truth import Truth
from tests.exposure.supply import MAKER, SINCE, cut, edge, graph, supply

NODES = f"""{MAKER}
net,network,,AT,,,,1000
op,customer,Opus AG,AT,,,,
other,company,Oth AG,AT,,,,"""
OPERATED = edge("op net operates")


def stays(*rows: str, deny: str = "op") -> Scenario:
    return cut(graph(NODES, *rows), deny).scenarios[0]


def clauses(scenario: Scenario) -> list[tuple[Truth, str]]:
    return [(one.holds, one.clause) for one in scenario.severed]


def test_nobody_may_service_the_network_of_a_denied_operator_with_us_items() -> None:
    found = stays(supply("q net maintains"), OPERATED)
    assert [(Truth.YES, "Second.E")] == clauses(found)
    assert ["net"] == [one.network for one in found.networks]
    assert 1000 == found.totals.users.lost


def test_a_service_without_us_items_stays() -> None:
    for column in ("subject", "exported_from_us"):
        assert [] == clauses(stays(supply("r net maintains", **{column: "no"}), OPERATED))


def test_a_service_with_items_of_unknown_origin_may_be_barred_even_by_a_us_firm() -> None:
    (found,) = stays(edge("q net maintains", subject="yes"), OPERATED).severed
    assert (Truth.UNKNOWN, "Second.E") == (found.holds, found.clause)


@pytest.mark.parametrize("row", ["q net updates", "q net sells box"])
def test_what_is_sent_to_the_network_of_a_denied_operator_is_sent_to_the_operator(row: str) -> None:
    assert [(Truth.YES, "Second.A")] == clauses(stays(supply(row), OPERATED))
    assert [] == clauses(stays(supply(row, subject="no"), OPERATED))


def test_the_network_of_somebody_else_is_not_reached() -> None:
    rows = (supply("q net maintains"), edge("other net operates"))
    assert [] == clauses(stays(*rows))
    assert [(Truth.YES, "Second.E")] == clauses(stays(*rows, deny="other"))


def test_one_of_two_operators_is_enough() -> None:
    rows = (supply("q net maintains"), OPERATED, edge("other net operates"))
    assert [(Truth.YES, "Second.E")] == clauses(stays(*rows))


def test_an_operator_that_nobody_states_leaves_it_open_and_asks() -> None:
    result = cut(graph(NODES, supply("q net maintains"), edge("q op sells box")), "op")
    (found,) = [one for one in result.scenarios[0].severed if one.edge.head == "net"]
    assert (Truth.UNKNOWN, "Second.E") == (found.holds, found.clause)
    assert "owned, possessed or controlled" in found.ground.missing[0]
    assert (0, 1000) == tuple(
        getattr(result.scenarios[0].totals.users, name) for name in ("lost", "worst")
    )
    assert "q maintains net" in [one.of for one in result.unknowns]


def test_who_neither_operates_nor_buys_anything_is_not_taken_for_the_operator() -> None:
    result = cut(graph(NODES, supply("q net maintains")), "op")
    assert [] == clauses(result.scenarios[0])
    named = [(one.of, one.what, one.effect) for one in result.unknowns]
    assert ("net", "who operates it", "taken for nobody cut off") in named


def test_a_denied_operator_that_maintains_its_own_network_is_barred_as_its_own_act() -> None:
    assert [(Truth.YES, "First.B")] == clauses(
        stays(supply("other net maintains"), edge("other net operates"), deny="other")
    )


def test_an_authorization_for_existing_networks_opens_the_service_of_others_too() -> None:
    permit = Authorization(
        SINCE, date(2026, 3, 31), "permit", purposes=frozenset({"existing_network"})
    )
    issued = OrderEvent(SINCE, OrderEventKind.ISSUED, "order")
    eased = replace(issued, kind=OrderEventKind.CARVED_OUT, authorization=permit)
    order = DenialOrder("order", (("Opus AG",),), (issued, eased))
    made = graph(NODES, supply("q net maintains"), OPERATED)
    first, second = cut(made, "op", remedies=[STAYS, AUTHORIZED], said=Said((order,))).scenarios
    assert [SINCE, date(2026, 4, 1)] == [one.severed[0].from_day for one in (first, second)]


def test_a_network_is_not_denied_but_who_operates_it() -> None:
    with pytest.raises(InputError, match=r"is a network.*who operates it"):
        cut(graph(NODES, OPERATED), "net")


def test_a_network_operates_nothing() -> None:
    with pytest.raises(InputError, match="of an edge operates it is"):
        graph(NODES, edge("net op operates"))

from __future__ import annotations

from datetime import date

import pytest

from navicert.casework import expose_terms
from navicert.errors import UnreadableFile
from navicert.exposure.graph import Node, NodeKind, SupplyGraph
from navicert.exposure.shock import Window
from tests.health.house import ROOT

ZTE = ROOT / "examples" / "zte"
GRAPH = SupplyGraph(
    "t",
    (
        Node("zte", NodeKind.COMPANY, "ZTE Corporation", "CN"),
        Node("phones", NodeKind.COMPANY, "Example Handset Affiliate Co., Ltd.", "CN"),
    ),
    (),
)


def said(*names: str) -> expose_terms.Said:
    return expose_terms.of_files([(name, (ZTE / name).read_bytes()) for name in names])


@pytest.mark.parametrize("name", ["orders.toml", "settlement-2017.toml"])
def test_a_list_of_orders_is_as_good_as_an_instrument(name: str) -> None:
    (found,) = expose_terms.denied(GRAPH, (0,), said(name))
    assert any("23 March 2017" in one.order.reference for one in found.standing.orders)


def test_periods_follow_the_order_day_by_day() -> None:
    found = expose_terms.denied(GRAPH, (0,), said("orders.toml"))
    orders = expose_terms.told(found, Window(date(2018, 4, 1), 123))
    order = next(one for one in orders if "23 March 2017" in one.reference)
    assert [
        (date(2018, 4, 1), date(2018, 4, 14), "suspended", 0),
        (date(2018, 4, 15), date(2018, 7, 1), "active", 0),
        (date(2018, 7, 2), date(2018, 7, 12), "active", 1),
        (date(2018, 7, 13), date(2018, 8, 1), "terminated", 1),
    ] == [(one.since, one.until, one.state, len(one.authorizations)) for one in order.periods]


def test_listings_are_asked_beside_orders() -> None:
    (found,) = expose_terms.denied(GRAPH, (0,), said("orders.toml", "listings.toml"))
    assert "EL-2016-ZTE" in [one.listing.entry for one in found.standing.matches]


def test_a_party_that_no_paper_names_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="names Example Handset Affiliate"):
        expose_terms.denied(GRAPH, (1,), said("orders.toml"))


def test_a_node_is_found_by_id_or_name_whatever_the_case() -> None:
    assert (0,) == expose_terms.nodes_of(GRAPH, ("ZTE", "zte corporation"))

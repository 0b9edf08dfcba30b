from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from navicert.casework.expose_terms import Said
from navicert.exposure.remedies import AS_ORDERED, STAYS, lifted
from navicert.exposure.result import LineStop
from navicert.facts.denial_order import (
    Authorization,
    DenialOrder,
    OrderEvent,
    OrderEventKind,
)
from tests.exposure.supply import MADE, MAKER, SINCE, cut, edge, graph, supply

CASES = edge("r z supplies case", share=100, stock=0, subject="no", exported_from_us="no")


def day(number: int) -> date:
    return SINCE + timedelta(days=number)


def only(*edges: str, substitutes: str = "", lift: int | None = None) -> LineStop:
    """What becomes of the one line."""
    remedy = STAYS if lift is None else lifted(day(lift), authorizations=False)
    made = graph(MAKER, MADE, CASES, *edges, substitutes=substitutes)
    found = cut(made, remedies=[remedy])
    return found.scenarios[0].lines[0]


def test_a_line_stops_when_the_stock_of_its_only_supplier_is_used_up() -> None:
    line = only(supply("q z supplies chip", share=100, stock=200, use_per_day=10))
    assert (day(20), day(20), "chip") == (line.slows_on.likely, line.stops_on.likely, line.because)
    assert line.back_on.likely is None
    assert Decimal(80) == line.lost_days.likely


def test_stock_without_a_use_is_in_days() -> None:
    assert day(7) == only(supply("q z supplies chip", share=100, stock=7)).stops_on.likely


def test_the_last_day_of_a_stock_runs_on_what_is_left() -> None:
    line = only(supply("q z supplies chip", share=100, stock=7.25))
    assert (day(7), day(8)) == (line.slows_on.likely, line.stops_on.likely)
    assert Decimal("92.75") == line.lost_days.likely


def test_without_any_stock_a_line_stops_on_the_first_day() -> None:
    assert day(0) == only(supply("q z supplies chip", share=100, stock=0)).stops_on.likely


def test_what_another_supplier_covers_goes_on() -> None:
    line = only(
        supply("q z supplies chip", share=60, stock=12),
        edge("r z supplies chip", share=40, stock=0, subject="no"),
    )
    assert (day(20), None) == (line.slows_on.likely, line.stops_on.likely)
    assert Decimal(48) == line.lost_days.likely


def test_shares_that_nobody_states_part_the_need() -> None:
    line = only(
        supply("q z supplies chip", stock=10), edge("r z supplies chip", stock=0, subject="no")
    )
    assert (day(20), Decimal(40)) == (line.slows_on.likely, line.lost_days.likely)


def test_shares_beyond_the_whole_cut_no_more_than_the_whole() -> None:
    line = only(
        supply("q z supplies chip", share=80, stock=5),
        supply("r z supplies chip", share=80, stock=5),
    )
    assert (day(10), Decimal(90)) == (line.stops_on.likely, line.lost_days.likely)


def test_goods_come_again_after_their_lead_once_the_bar_ends() -> None:
    line = only(supply("q z supplies chip", share=100, stock=20, lead_days=10), lift=30)
    assert (day(20), day(40)) == (line.stops_on.likely, line.back_on.likely)
    assert "the end of the bar: lifted" == line.back_by
    assert Decimal(20) == line.lost_days.likely


def test_what_brings_a_line_back_is_an_authorization_only_where_it_begins_that_day() -> None:
    permit = Authorization(day(30), day(60), "permit")
    begins = OrderEvent(day(30), OrderEventKind.CARVED_OUT, "permit", authorization=permit)
    ends = OrderEvent(day(40), OrderEventKind.TERMINATED, "end")
    made = graph(MAKER, MADE, CASES, supply("q z supplies chip", share=100, stock=20))
    for purposes, back, by in (
        (frozenset[str](), day(30), "an authorization"),
        (frozenset({"existing_network"}), day(40), "the end of the order: terminated, end"),
    ):
        given = replace(permit, purposes=purposes)
        issued = OrderEvent(SINCE, OrderEventKind.ISSUED, "order")
        order = DenialOrder(
            "order", (("Zed Ltd.",),), (issued, replace(begins, authorization=given), ends)
        )
        found = cut(made, remedies=[AS_ORDERED], said=Said((order,)))
        line = found.scenarios[0].lines[0]
        assert (back, by) == (line.back_on.likely, line.back_by)


def test_a_network_whose_users_nobody_states_is_named() -> None:
    made = graph(f"{MAKER}\nnet,network,,AT,,,,", supply("z net maintains"))
    found = cut(made)
    assert None is found.scenarios[0].networks[0].users.likely
    assert ("net", "users") in [(one.of, one.what) for one in found.unknowns]


def test_a_bar_that_ends_before_the_stock_does_stops_nothing() -> None:
    made = graph(MAKER, MADE, CASES, supply("q z supplies chip", share=100, stock=45, lead_days=10))
    scenario = cut(made, remedies=[lifted(day(30), authorizations=False)]).scenarios[0]
    assert [None] == [line.slows_on.likely for line in scenario.lines]
    assert 0 == scenario.totals.sales.lost


def test_a_substitute_brings_a_line_back_for_what_it_covers() -> None:
    line = only(
        supply("q z supplies chip", share=100, stock=20),
        substitutes="chip,other,r,50,70,no,no",
    )
    assert (day(20), day(50)) == (line.stops_on.likely, line.back_on.likely)
    assert "substitute other" == line.back_by
    assert Decimal(30) + Decimal("0.3") * 50 == line.lost_days.likely


def test_a_substitute_that_is_subject_to_the_ear_is_severed_too() -> None:
    line = only(
        supply("q z supplies chip", share=100, stock=20),
        substitutes="chip,other,r,50,70,yes,no",
    )
    assert line.back_on.likely is None


def test_a_substitute_of_which_nobody_knows_may_not_come() -> None:
    line = only(
        supply("q z supplies chip", share=100, stock=20),
        substitutes="chip,other,r,50,70,unknown,no",
    )
    assert (day(50), None) == (line.back_on.likely, line.back_on.worst)


def test_the_scarcest_part_of_an_assembly_rules() -> None:
    nodes = f"{MAKER}\nboard,part,,,,,,"
    bill = "z,line,runs\nbox,line,made_on\nboard,box,component\nchip,board,component\n"
    made = graph(
        nodes,
        bill + "case,board,component",
        supply("q z supplies chip", share=100, stock=30),
        supply("q z supplies case", share=100, stock=12),
    )
    line = cut(made).scenarios[0].lines[0]
    assert (day(12), "case") == (line.stops_on.likely, line.because)


def test_a_part_that_is_bought_is_not_made() -> None:
    nodes = f"{MAKER}\nboard,part,,,,,,"
    made = graph(
        nodes,
        "z,line,runs\nbox,line,made_on\nboard,box,component\nchip,board,component",
        edge("r z supplies board", share=100, stock=0, subject="no"),
        supply("q z supplies chip", share=100, stock=0),
    )
    assert () == cut(made).scenarios[0].lines


def test_a_line_of_two_products_runs_at_their_shares() -> None:
    nodes = f"{MAKER}\nbag,product,,,,,,"
    made = graph(
        nodes,
        "z,line,runs\nchip,box,component\ncase,bag,component",
        edge("box line made_on", share=75),
        edge("bag line made_on", share=25),
        supply("q z supplies chip", share=100, stock=10),
        CASES,
    )
    line = cut(made).scenarios[0].lines[0]
    assert (day(10), None) == (line.slows_on.likely, line.stops_on.likely)
    assert Decimal("67.5") == line.lost_days.likely


def test_a_supplier_delivers_as_its_own_line_runs() -> None:
    nodes = f"{MAKER}\ny,company,Why Ltd.,DE,,,,\nset,product,,,,,,\nline2,line,,,,,,"
    made = graph(
        nodes,
        MADE,
        CASES,
        supply("q z supplies chip", share=100, stock=10),
        "y,line2,runs\nset,line2,made_on\nbox,set,component",
        edge("z y supplies box", share=100, stock=15, subject="no", exported_from_us="no"),
    )
    stops = {line.line: line.stops_on.likely for line in cut(made).scenarios[0].lines}
    assert {"line": day(10), "line2": day(25)} == stops


def test_stock_that_nobody_states_is_named_and_nothing_at_worst() -> None:
    line = only(supply("q z supplies chip", share=100))
    assert (None, day(0), ("chip",)) == (line.stops_on.likely, line.stops_on.worst, line.unknown)


def test_a_line_on_unstated_stock_stops_nobody_knows_when() -> None:
    sale = edge("z shop sells box", value=36500, subject="no", exported_from_us="no")
    found = cut(graph(MAKER, MADE, CASES, supply("q z supplies chip", share=100), sale))
    (line,), (product,) = found.scenarios[0].lines, found.scenarios[0].products
    assert (True, ("chip",)) == (line.is_open, line.not_known)
    assert (True, True) == (found.scenarios[0].totals.at_least, product.at_least)


def test_a_line_whose_unstated_stock_is_cut_only_at_worst_keeps_running() -> None:
    line = only(edge("q z supplies chip", share=100))
    assert (False, (), ("chip",)) == (line.is_open, line.not_known, line.unknown)


def test_shares_beyond_the_whole_are_scaled_to_it() -> None:
    """60 and 50 of a need are 6 and 5 elevenths: without the first the line runs at 5 elevenths."""
    found = cut(
        graph(
            MAKER,
            MADE,
            CASES,
            supply("q z supplies chip", share=60, stock=0),
            edge("r z supplies chip", share=50, subject="no", exported_from_us="no"),
        )
    )
    (line,) = found.scenarios[0].lines
    assert Decimal("54.55") == line.lost_days.likely
    assert "scaled" in found.contradictions[0].taken


@pytest.mark.parametrize("share", ["", 70])
def test_nothing_is_left_when_all_of_three_suppliers_are_gone(share: object) -> None:
    nodes = f"{MAKER}\ns,supplier,Soe Inc.,US,,,,"
    rows = [supply(f"{who} z supplies chip", share=share, stock=0) for who in "qrs"]
    (line,) = cut(graph(nodes, MADE, CASES, *rows)).scenarios[0].lines
    assert day(0) == line.stops_on.likely


def test_what_a_company_stores_counts_where_its_suppliers_state_no_stock() -> None:
    line = only(
        supply("q z supplies chip", share=100, use_per_day=5),
        supply("z chip stores", stock=60, use_per_day=5, value=100),
    )
    assert day(12) == line.stops_on.likely


def test_the_order_itself_bars_the_use_of_stock_from_its_first_day() -> None:
    assert day(0) == only(supply("q z supplies chip", share=100, stock=20)).barred_on
    own = only(supply("q z supplies chip", share=100, stock=20, exported_from_us="no"))
    assert own.barred_on is None

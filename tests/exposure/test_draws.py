from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import numpy as np

from navicert.exposure.columns import columns_of
from navicert.exposure.draws import drawn
from navicert.exposure.result import Scenario
from tests.exposure.supply import MADE, MAKER, SINCE, chance, cut, edge, graph, supply

CASES = edge("r z supplies case", share=100, stock=0, subject="no", exported_from_us="no")


def day(number: int) -> date:
    return SINCE + timedelta(days=number)


def scenario(*edges: str, draws: int = 4000) -> Scenario:
    return cut(graph(MAKER, MADE, CASES, *edges), draws=draws).scenarios[0]


def test_draws_stay_in_their_range_and_have_its_middle() -> None:
    made = graph(
        MAKER,
        supply("q z supplies chip", value="0..100", stock="10..10..40"),
    )
    inputs = columns_of(made).inputs
    x = drawn(inputs, 20_000, chance())
    uniform, triangular = inputs.open
    assert (0, 100) == (inputs.low[uniform], inputs.high[uniform])
    for at, mean in ((uniform, 50), (triangular, (10 + 10 + 40) / 3)):
        assert inputs.low[at] <= x[:, at].min()
        assert x[:, at].max() <= inputs.high[at]
        assert abs(x[:, at].mean() - mean) < 0.02 * (inputs.high[at] - inputs.low[at])
    assert abs(np.median(x[:, triangular]) - (40 - 30 * np.sqrt(0.5))) < 0.4


def test_percentiles_of_a_uniform_stock_are_those_of_its_range() -> None:
    (line,) = scenario(supply("q z supplies chip", share=100, stock="10..30")).lines
    assert day(20) == line.stops_on.likely
    days = [(one - SINCE).days for one in (line.stops_on.p05, line.stops_on.p50, line.stops_on.p95)
            if one]  # fmt: skip
    # A stock of s days stops the line on the first whole day without any output.
    for found, stock in zip(days, (11, 20, 29), strict=True):
        assert stock <= found <= stock + 1


def test_what_may_be_severed_is_in_the_worst_case_and_the_upper_range_alone() -> None:
    made = graph(
        MAKER, supply("q z supplies chip", value=3650), edge("r z supplies case", value=7300)
    )
    found = cut(made, draws=50).scenarios[0]
    total = found.totals.supplies
    assert (Decimal(1000), Decimal(3000)) == (total.lost, total.worst)
    assert (Decimal(1000), Decimal(1000), Decimal(3000)) == (
        total.draws.p05,
        total.draws.p50,
        total.draws.p95,
    )


def test_a_tornado_sorts_what_it_swings_and_names_the_source() -> None:
    made = graph(
        MAKER,
        MADE,
        CASES,
        supply("q z supplies chip", share=100, stock="10..30", value="3650..7300", source="a"),
        edge("z shop sells box", value="365..1095", subject="no", source="b"),
    )
    swings = cut(made).scenarios[0].tornado
    told = [(one.measure, one.input, one.source, one.low, one.high) for one in swings]
    stock = "q supplies z: chip: stock"
    assert ("suppliers' revenue at risk", "q supplies z: chip: value", "a",
            Decimal(1000), Decimal(2000)) == told[0]  # fmt: skip
    lost = [one for one in told if one[0] == "revenue lost"]
    # 2 a day for 80 days; 1 to 3 a day for 80, or 2 a day for 90 down to 70.
    assert [
        ("z sells shop: box: value", Decimal(80), Decimal(240)),
        (stock, Decimal(180), Decimal(140)),
    ] == [(name, low, high) for _, name, _, low, high in lost]
    first = [one for one in told if one[0] == "days until the first line stops"]
    assert [(stock, Decimal(10), Decimal(30))] == [(one[1], one[3], one[4]) for one in first]

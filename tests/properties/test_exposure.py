"""What is severed and what remains is what was; nothing is more than its base; chance is fixed."""

from __future__ import annotations

from dataclasses import fields
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some

from navicert.casework import expose_terms
from navicert.exposure import balance, draws
from navicert.exposure.columns import columns_of
from navicert.exposure.draws import Simulation, likely, simulated
from navicert.exposure.graph import EdgeKind, SupplyGraph
from navicert.exposure.measures import frame_of, outcome, run
from navicert.exposure.plan import SURE, WORST, Setting, bars_of
from navicert.exposure.remedies import STAYS, lifted
from navicert.exposure.result import Balance, Result, Scenario
from navicert.exposure.shock import Terms, Window, shock
from navicert.exposure.states import states_of
from navicert.law.edition import standard_law
from tests.exposure.supply import SINCE, chance, cut, edge, graph

PARTS, MAKERS = 5, 4
TRUTHS = some.sampled_from(("yes", "no", "unknown"))
NUMBERS = some.one_of(
    some.integers(0, 60).map(str),
    some.tuples(some.integers(0, 30), some.integers(0, 30)).map(lambda p: f"{p[0]}..{sum(p)}"),
    some.just(""),
)
SHARES = some.one_of(some.integers(1, 100).map(str), some.just("20..60"), some.just(""))
MONEY = some.one_of(some.integers(0, 10**9).map(str), some.just("5..70..100"), some.just(""))


def nodes() -> str:
    makers = [f"m{n},company,Maker {n},{('US', 'CN', 'DE', 'AT')[n]},,50,," for n in range(MAKERS)]
    rest = [f"p{n},part,,,,,," for n in range(PARTS)]
    made = [f"{kind}{n},{name},,,,,," for n in range(2) for kind, name in (("x", "product"),
            ("l", "line"))]  # fmt: skip
    return "\n".join([*makers, *rest, *made, "net,network,,AT,,,,", "at,country,,AT,,,9000,"])


@some.composite
def worlds(draw: some.DrawFn) -> SupplyGraph:
    """Two products on two lines, parts within parts, and makers who supply each other."""
    pairs = some.tuples(some.integers(0, MAKERS - 1), some.integers(0, MAKERS - 1))
    rows = [
        edge(f"m{a} m{b} supplies p{draw(some.integers(0, PARTS - 1))}", value=draw(MONEY),
             share=draw(SHARES), stock=draw(NUMBERS), lead_days=draw(NUMBERS),
             subject=draw(TRUTHS), exported_from_us=draw(TRUTHS))
        for a, b in draw(some.lists(pairs, min_size=1, max_size=12)) if a != b
    ]  # fmt: skip
    rows += [f"p{a},p{b},component" for a in range(PARTS) for b in range(a + 1, PARTS)
             if draw(some.booleans())]  # fmt: skip
    rows += [f"p{draw(some.integers(0, PARTS - 1))},x{n},component" for n in range(2)]
    rows += [f"m{n},l{n},runs\nx{n},l{n},made_on" for n in range(2)]
    rows += [edge(f"m{n} at sells x{n}", value=draw(MONEY), subject=draw(TRUTHS),
                  exported_from_us=draw(TRUTHS)) for n in range(2)]  # fmt: skip
    rows += [edge("m0 net maintains", subject=draw(TRUTHS), exported_from_us="yes"),
             edge("net at uses", users=draw(some.integers(0, 9000)))]  # fmt: skip
    unique = {tuple(row.split(",")[:4]): row for text in rows for row in text.splitlines()}
    replaced = draw(some.booleans())
    return graph(nodes(), *unique.values(), substitutes="p1,other,m3,10..20,50,no,no"
                 if replaced else "")  # fmt: skip


QUICK = settings(
    max_examples=25,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.generate),
)
REMEDIES = (STAYS, lifted(SINCE.replace(month=4), authorizations=True))


def setting_of(made: SupplyGraph, deny: str) -> tuple[Setting, Setting]:
    columns = columns_of(made)
    at = expose_terms.nodes_of(made, (deny,))
    terms = Terms(expose_terms.supposed(made, at, SINCE), standard_law(), Window(SINCE, 100))
    hit = shock(columns, terms, REMEDIES[1])
    states = states_of(columns)
    return (
        Setting(columns, states, hit, bars_of(hit, SURE), SURE),
        Setting(columns, states, hit, bars_of(hit, WORST), WORST),
    )


@QUICK
@given(worlds(), some.integers(0, MAKERS - 1))
def test_what_is_severed_and_what_remains_is_what_was(made: SupplyGraph, who: int) -> None:
    for setting in setting_of(made, f"m{who}"):
        one = run(setting, likely(setting.columns.inputs))
        for was, lost, remains in (balance.of_supplies(one), balance.of_sales(one)):
            assert was == lost + remains
            assert 0 <= lost <= was


@QUICK
@given(worlds(), some.integers(0, MAKERS - 1))
def test_no_measure_exceeds_its_base(made: SupplyGraph, who: int) -> None:
    found = cut(made, f"m{who}", remedies=REMEDIES, draws=8)
    for scenario in found.scenarios:
        totals = scenario.totals
        for each in (totals.supplies, totals.sales, totals.users, totals.jobs):
            assert each.was == each.lost + each.remains
            assert 0 <= each.lost <= each.was
            assert each.lost <= each.worst <= each.was
        assert all(0 <= (one.share.worst or 0) <= 100 for one in scenario.suppliers)
        assert all((one.revenue_lost.worst or 0) <= (one.revenue or 0) for one in scenario.products)
        assert all(0 <= (one.lost_days.worst or 0) <= 100 for one in scenario.lines)
        assert all((one.at_risk.worst or 0) <= one.jobs.high for one in scenario.jobs)


def unchanged(one: Scenario) -> bool:
    totals = one.totals
    balances: tuple[Balance, ...] = (totals.supplies, totals.sales, totals.users, totals.jobs)
    named = (one.severed, one.suppliers, one.frozen, one.lines, one.products, one.networks)
    return not any(named) and all(each.lost == each.worst == 0 for each in balances)


@QUICK
@given(worlds())
def test_a_shock_on_an_isolated_node_changes_nothing(made: SupplyGraph) -> None:
    alone = graph(f"{nodes()}\nlone,company,Nobody's Partner,US,,,,", *written(made))
    found = cut(alone, "lone", draws=4)
    assert unchanged(found.scenarios[0])
    assert Decimal(2) == found.scenarios[0].timeline[0].lines_running


def written(made: SupplyGraph) -> list[str]:
    return [
        edge(f"{one.key.tail} {one.key.head} {one.key.kind} {one.key.item}",
             value=one.numbers.value or "", users=one.numbers.users or "",
             subject=one.subject.value, exported_from_us=one.exported_from_us.value)
        for one in made.edges
    ]  # fmt: skip


@QUICK
@given(worlds(), some.integers(0, MAKERS - 1))
def test_more_stock_never_stops_a_line_earlier(made: SupplyGraph, who: int) -> None:
    setting = setting_of(made, f"m{who}")[0]
    x = likely(setting.columns.inputs, 2)
    supplies = setting.columns.tables[EdgeKind.SUPPLIES]
    stocks = supplies.figures["stock"]
    x[1, stocks[stocks >= 0]] += 5
    frame = frame_of(run(setting, x))
    found = outcome(run(setting, x), frame, x)
    assert (found.stops[1] >= found.stops[0]).all()
    assert (found.lost_days[1] <= found.lost_days[0]).all()


@QUICK
@given(worlds(), some.integers(0, MAKERS - 1))
def test_a_draw_is_the_run_of_its_figures_whatever_the_chunk(made: SupplyGraph, who: int) -> None:
    settings_ = setting_of(made, f"m{who}")
    frame = frame_of(run(settings_[1], likely(settings_[0].columns.inputs)))
    with pytest.MonkeyPatch.context() as patch:
        whole = simulated(settings_, frame, Simulation(7, chance()))
        patch.setattr(draws, "MOST_CELLS", 1)
        each = simulated(settings_, frame, Simulation(7, chance()))
    for one, other in zip(whole, each, strict=True):
        for name in (field.name for field in fields(type(one))):
            assert np.array_equal(getattr(one, name), getattr(other, name), equal_nan=True), name


@QUICK
@given(worlds(), some.integers(0, MAKERS - 1))
def test_the_same_seed_gives_the_same_answer(made: SupplyGraph, who: int) -> None:
    def once() -> Result:
        return cut(made, f"m{who}", remedies=REMEDIES, draws=20)

    assert once() == once()

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from navicert.exposure.graph import Figure
from navicert.exposure.range import exactly, parse
from navicert.exposure.result import Result
from navicert.exposure.stated import compared
from navicert.terms.truth import Truth
from tests.adapters.exposure_report.sample import result


def with_figure(value: str, measure: str) -> Result:
    told = result()
    figure = Figure("zte", "what a paper says", parse(value), measure=measure, source="S0")
    return replace(told, graph=replace(told.graph, figures=(figure,)))


def likely_of(measure: str) -> Decimal:
    (one,) = compared(with_figure("1", measure))
    assert one.computed.likely is not None
    return one.computed.likely


def test_a_figure_without_a_measure_is_held_against_nothing() -> None:
    assert () == compared(with_figure("1", ""))


@pytest.mark.parametrize("factor", ["1", "1.004"])
def test_a_figure_near_the_likely_value_comes_out_as_stated(factor: str) -> None:
    likely = likely_of("revenue_lost")
    stated = likely * Decimal(factor)
    (one,) = compared(with_figure(f"{stated:.2f}", "revenue_lost"))
    assert (Truth.YES, "as stated") == (one.agrees, one.stands)


def test_a_figure_far_beyond_the_range_differs_and_says_what_came_out() -> None:
    (one,) = compared(with_figure("9999999999999", "revenue_lost"))
    assert (Truth.NO, "differs") == (one.agrees, one.stands)
    assert one.why.startswith("differs: sales lost from ")


@pytest.mark.parametrize(
    ("measure", "asks"),
    [
        ("revenue_lost@2031-01-01", "ask for it with --lift 2031-01-01"),
        ("share:nobody", "the supplier nobody is not in the answer"),
        ("population:nowhere", "the country nowhere is not in the answer"),
        ("stops:no-line", "the line no-line is not in the answer"),
        ("jobs:nobody", "the number of jobs at nobody"),
        ("luck", "no measure; they are at_risk, jobs"),
    ],
)
def test_what_cannot_be_compared_says_why_and_never_agrees(measure: str, asks: str) -> None:
    (one,) = compared(with_figure("1", measure))
    assert (Truth.UNKNOWN, "cannot be compared") == (one.agrees, one.stands)
    assert asks in one.why


def test_an_unknown_figure_is_no_agreement() -> None:
    told = with_figure("1", "revenue_lost")
    (figure,) = told.graph.figures
    graph = replace(told.graph, figures=(replace(figure, value=None),))
    (one,) = compared(replace(told, graph=graph))
    assert Truth.UNKNOWN is one.agrees


def test_a_range_that_meets_the_computed_one_agrees() -> None:
    likely = likely_of("revenue_lost")
    told = with_figure("1", "revenue_lost")
    (figure,) = told.graph.figures
    wide = replace(exactly(Decimal(0)), high=likely)
    graph = replace(told.graph, figures=(replace(figure, value=wide),))
    (one,) = compared(replace(told, graph=graph))
    assert Truth.YES is one.agrees

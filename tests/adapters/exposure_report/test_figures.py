"""The figures of the page, each with its sources."""

from __future__ import annotations

from navicert.adapters.exposure_report.figures import figures
from navicert.adapters.exposure_report.given import Given
from tests.adapters.exposure_report.sample import result, without_losses


def test_every_figure_names_where_its_numbers_come_from() -> None:
    found = {one.id: one.sources for one in figures(Given.of(result()))}
    assert {
        "graph": ("S0", "S1"),
        "timeline": ("S0", "S1"),
        "bycountry": ("S0", "S1"),
        "tornado": ("S1", "S0"),
    } == found


def test_a_figure_of_nothing_is_left_out() -> None:
    assert ["graph"] == [one.id for one in figures(Given.of(without_losses()))]

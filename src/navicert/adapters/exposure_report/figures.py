"""The four figures of the page: what each shows, its drawing, and where its numbers come from."""

from __future__ import annotations

from dataclasses import dataclass

from navicert.adapters.exposure_report.charts import countries, timeline, tornado
from navicert.adapters.exposure_report.given import Given, split
from navicert.adapters.exposure_report.picture import picture


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure; ``drawing`` is SVG that escapes every text and neither runs nor fetches."""

    id: str
    title: str
    says: str
    drawing: str
    sources: tuple[str, ...]


def figures(given: Given) -> tuple[Figure, ...]:
    """Give every figure that has something to show."""
    first = given.first
    of_countries = given.sources(*(one.country for one in first.countries))
    of_swings = split(one.source for one in first.tornado)
    drawn = (
        Figure(
            "graph",
            "Who supplies whom, and what is cut",
            "Thick broken lines are severed, dotted ones may be; what weighs most is drawn.",
            picture(given),
            given.all_sources(),
        ),
        Figure(
            "timeline",
            "Day by day under each remedy",
            "Lines running at their rate, revenue a day and users with support; the likely run. "
            "Each line is drawn a little above the one before, so that alike ones are all seen.",
            timeline(given.result),
            given.all_sources(),
        ),
        Figure(
            "bycountry",
            "Users who lose support, by country",
            "Bars are likely values, the line across them p05 to p95.",
            countries(first),
            of_countries,
        ),
        Figure(
            "tornado",
            "What the result hangs on most",
            "Each bar: one input from its low to its high, all others at their likely value.",
            tornado(first.tornado, given.told),
            of_swings,
        ),
    )
    return tuple(one for one in drawn if one.drawing)

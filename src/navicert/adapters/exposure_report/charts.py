"""Charts as SVG, the same bytes for the same result: time line, countries, tornado.

Lines differ by dash and bars by label, so that nothing hangs on color; no font is embedded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import altair as alt
import vl_convert

from navicert.adapters.drawing.text import clean, wrapped
from navicert.adapters.exposure_report.words import short
from navicert.exposure.graph import FIGURES
from navicert.exposure.result import Point, Result, Scenario, Swing

WIDTH = 760
MOST_BARS, MOST_SWINGS = 15, 8
_LONGEST = 44
INK, STRONG, PALE, RULE = "#1b1f24", "#7d0019", "#d9a7b0", "#c9ced4"
_DASHES: Sequence[Sequence[int]] = ([1, 0], [8, 4], [2, 3], [10, 3, 2, 3], [4, 2], [1, 4])
_COLORS = (STRONG, "#0b5394", "#38761d", "#5b3f00", "#444444", "#8e44ad")
_FIGURES = frozenset(
    {*FIGURES, "revenue", "employees", "population", "qualification_days", "covers"}
)
_THICK = 2
_APART = 3
"""Pixels by which each line stands above the one before, so that alike ones are all seen."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One measure of the time line."""

    title: str
    of: Callable[[Point], Decimal]
    least_step: float = 0


def timeline(result: Result) -> str:
    """Draw lines running, revenue a day and users served under each remedy."""
    panels = (
        Panel("Lines running", lambda point: point.lines_running, 1),
        Panel(f"Revenue a day, {result.currency}", lambda point: point.revenue_per_day),
        Panel("Users with support", lambda point: point.users_served),
    )
    drawn = [_panel(result, panel) for panel in panels if _says_something(result, panel)]
    if not drawn:
        return ""
    return _svg(alt.vconcat(*drawn, spacing=18).resolve_scale(color="shared"))


def countries(scenario: Scenario) -> str:
    """Draw users who lose support by country, with their share of the population."""
    rows = sorted(scenario.countries, key=lambda one: (-_likely(one.users.likely), one.country))
    data = [
        {
            "name": _cut(one.name or one.country),
            "users": float(_likely(one.users.likely)),
            "low": _float(one.users.p05),
            "high": _float(one.users.p95),
            "edge": float(max(_likely(one.users.likely), _likely(one.users.p95))),
            "told": _told(one.users.likely, one.share.likely),
        }
        for one in rows[:MOST_BARS]
        if one.users.likely
    ]
    if not data:
        return ""
    names = [str(row["name"]) for row in data]
    base = alt.Chart(_data(data), width=WIDTH - 180, height=alt.Step(26))
    y = alt.Y("name:N", sort=names, title=None, axis=_names_axis())
    x = alt.X("users:Q", title="Users", axis=_number_axis())
    bars = base.mark_bar(color=PALE, stroke=STRONG).encode(y=y, x=x)
    range_ = base.mark_rule(color=INK, strokeWidth=2).encode(y=y, x="low:Q", x2="high:Q")
    labels = base.mark_text(align="left", dx=6, dy=0, color=INK).encode(
        y=y, x=alt.X("edge:Q"), text="told:N"
    )
    return _svg(alt.layer(bars, range_, labels))


def tornado(swings: Iterable[Swing], named: Callable[[str], str] = str) -> str:
    """Draw, for each measure, how far it goes when one input goes from its low to its high.

    ``named`` puts names for the ids of an input.
    """
    by_measure: dict[str, list[Swing]] = {}
    for swing in swings:
        by_measure.setdefault(swing.measure, []).append(swing)
    if not by_measure:
        return ""
    drawn = [_swings(of, named) for of in by_measure.values()]
    return _svg(alt.vconcat(*drawn, spacing=20).resolve_scale(x="independent", y="independent"))


def _swings(swings: list[Swing], named: Callable[[str], str]) -> alt.LayerChart | alt.FacetChart:
    widest = sorted(swings, key=lambda one: (-one.width, one.input))[:MOST_SWINGS]
    names = _labels(named(one.input) for one in widest)
    data = [_swing(one, name) for one, name in zip(widest, names, strict=True)]
    title = f"{_capital(widest[0].measure)}: {short(widest[0].base)}, and what moves it"
    base = alt.Chart(_data(data), width=WIDTH - 280, height=alt.Step(36), title=title)
    y = alt.Y("name:N", sort=names, title=None, axis=_names_axis())
    scale = alt.Scale(zero=False, nice=True, padding=50)
    x = alt.X("low:Q", title=None, axis=_number_axis(), scale=scale)
    bars = base.mark_bar(color=PALE, stroke=STRONG, height=20).encode(y=y, x=x, x2="high:Q")
    rule = base.mark_rule(color=INK, strokeDash=[4, 3]).encode(x="base:Q")
    low = base.mark_text(align="right", dx=-5, color=INK).encode(y=y, x="low:Q", text="from:N")
    high = base.mark_text(align="left", dx=5, color=INK).encode(y=y, x="high:Q", text="to:N")
    return alt.layer(bars, rule, low, high)


def _swing(one: Swing, name: str) -> dict[str, object]:
    low, high = min(one.low, one.high), max(one.low, one.high)
    return {
        "name": name,
        "low": float(low),
        "high": float(high),
        "base": float(one.base),
        "from": _moved(low - one.base),
        "to": _moved(high - one.base),
    }


def _moved(by: Decimal) -> str:
    """Write how far a measure moves from its likely value."""
    sign = "+" if by > 0 else "\N{MINUS SIGN}"
    return f"{sign}{short(abs(by))}" if by else "0"


def _labels(texts: Iterable[str]) -> list[str]:
    """Wrap names to two lines, and tell apart those that are cut to the same."""
    found: list[str] = []
    for text in texts:
        label = "\n".join(wrapped(_figure_first(text), _LONGEST, 2))
        found.append(label if label not in found else f"{label} ({len(found) + 1})")
    return found


def _figure_first(text: str) -> str:
    """Put what is told of an edge or node before it, since a long name is cut at its end.

    >>> _figure_first("Q supplies Z: modem: stock"), _figure_first("Q supplies Z: modem")
    ('stock: Q supplies Z: modem', 'Q supplies Z: modem')
    """
    head, _, figure = text.rpartition(": ")
    return f"{figure}: {head}" if head and figure in _FIGURES else text


def _capital(text: str) -> str:
    told = _cut(text)
    return told[:1].upper() + told[1:]


def _panel(result: Result, panel: Panel) -> alt.LayerChart | alt.FacetChart:
    names = [_cut(one.name) for one in result.scenarios]
    data = [
        {
            "day": f"{point.day.isoformat()}T00:00:00Z",
            "value": float(panel.of(point)),
            "remedy": _cut(scenario.name),
        }
        for scenario in result.scenarios
        for point in _to_the_end(scenario, result)
    ]
    ends = [f"{day.isoformat()}T00:00:00Z" for day in (result.since, result.until)]
    colors = [_COLORS[at % len(_COLORS)] for at in range(len(names))]
    dashes = [list(_DASHES[at % len(_DASHES)]) for at in range(len(names))]
    legend = alt.Legend(orient="top", title=None, symbolSize=400, labelLimit=0, columns=1)
    base = alt.Chart(_data(data), width=WIDTH - 60, height=110, title=panel.title).encode(
        x=alt.X(
            "day:T",
            title=None,
            scale=alt.Scale(type="utc", domain=ends),
            axis=alt.Axis(format="%-d %b %Y", labelAngle=-35, tickCount=8, labelOverlap=True),
        ),
        y=alt.Y(
            "value:Q", title=None, axis=_number_axis(panel.least_step), scale=alt.Scale(zero=True)
        ),
        color=alt.Color("remedy:N", scale=alt.Scale(domain=names, range=colors), legend=legend),
        strokeDash=alt.StrokeDash(
            "remedy:N", scale=alt.Scale(domain=names, range=dashes), legend=legend
        ),
    )
    return alt.layer(*(_apart(base, name, at) for at, name in enumerate(names)))


def _apart(base: alt.Chart, name: str, at: int) -> alt.Chart:
    """Draw one remedy a little above those before it, so that none covers another."""
    drawn: alt.Chart = base.transform_filter(alt.datum.remedy == name).mark_line(
        interpolate="step-after", strokeWidth=_THICK, yOffset=-at * _APART, clip=False
    )
    return drawn


def _data(rows: Sequence[Mapping[str, object]]) -> alt.InlineData:
    return alt.InlineData(values=[dict(row) for row in rows])


def _to_the_end(scenario: Scenario, result: Result) -> tuple[Point, ...]:
    """Carry the last point to the end, so that a line does not stop where nothing changes."""
    points = tuple(sorted(scenario.timeline, key=lambda one: one.day))
    if not points or points[-1].day >= result.until:
        return points
    last = points[-1]
    fields = {name: getattr(last, name) for name in Point.__dataclass_fields__}
    return (*points, Point(**{**fields, "day": result.until}))


def _says_something(result: Result, panel: Panel) -> bool:
    return any(panel.of(point) for one in result.scenarios for point in one.timeline)


def _told(users: Decimal | None, share: Decimal | None) -> str:
    of = "" if share is None else f", {short(share)}% of the population"
    return f"{short(users)}{of}"


def _svg(chart: alt.TopLevelMixin) -> str:
    """Render; the SVG has neither script, style, font nor reference."""
    spec: dict[str, Any] = chart.to_dict()
    spec["background"] = "#ffffff"
    spec["config"] = {
        "font": "sans-serif",
        "view": {"stroke": RULE},
        "axis": {"gridColor": "#e6e9ec", "labelFontSize": 12, "titleFontSize": 12},
        "legend": {"labelFontSize": 12},
        "title": {"fontSize": 13, "anchor": "start"},
        "text": {"fontSize": 12},
    }
    return str(vl_convert.vegalite_to_svg(spec))


def _number_axis(least_step: float = 0) -> alt.Axis:
    """Write large numbers short, as the tables do."""
    told = (
        "abs(datum.value) >= 1e9 ? format(datum.value / 1e9, ',.3~f') + 'bn' : "
        "abs(datum.value) >= 1e6 ? format(datum.value / 1e6, ',.3~f') + 'm' : "
        "format(datum.value, ',.3~f')"
    )
    return alt.Axis(labelExpr=told, tickCount=5, tickMinStep=least_step)


def _names_axis() -> alt.Axis:
    return alt.Axis(labelLimit=0, ticks=False, domain=False, labelExpr="split(datum.label, '\\n')")


def _cut(text: str) -> str:
    told = clean(text)
    return told if len(told) <= _LONGEST else f"{told[: _LONGEST - 1]}…"


def _likely(value: Decimal | None) -> Decimal:
    return Decimal(0) if value is None else value


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)

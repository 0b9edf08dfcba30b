"""The charts of the report."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

import pytest
from lxml import etree

from navicert.adapters.exposure_report.charts import MOST_SWINGS, countries, timeline, tornado
from navicert.exposure.range import exactly
from navicert.exposure.result import Swing
from tests.adapters.exposure_report.sample import EVIL, result, without_losses

FIRST = result().scenarios[0]


def drawn() -> list[str]:
    return [timeline(result()), countries(FIRST), tornado(FIRST.tornado)]


@cache
def once() -> list[str]:
    return drawn()


def words(svg: str) -> list[str]:
    return ["".join(one.itertext()) for one in etree.fromstring(svg.encode()).iter("{*}text")]


def test_the_same_result_gives_the_same_bytes() -> None:
    assert once() == drawn()


@pytest.mark.parametrize("which", range(3))
def test_no_chart_has_a_script_a_style_a_font_or_a_reference(which: int) -> None:
    svg = once()[which]
    assert not re.search(r"<(script|style|image|use|a|foreignObject)\b|\son\w+=|style=|url\(", svg)
    assert "@font-face" not in svg
    assert "base64" not in svg
    etree.fromstring(svg.encode(), etree.XMLParser(resolve_entities=False))


def test_every_remedy_has_its_own_dash() -> None:
    svg = once()[0]
    for one in result().scenarios:
        assert one.name in words(svg)
    assert 3 <= len(set(re.findall(r'stroke-dasharray="([^"]+)"', svg)) | {"solid"})


def test_remedies_that_are_alike_are_drawn_apart() -> None:
    alike = replace(
        result(),
        scenarios=tuple(replace(one, timeline=FIRST.timeline) for one in result().scenarios),
    )
    paths = re.findall(r'aria-roledescription="line mark"[^>]* d="([^"]+)"', timeline(alike))
    assert len(paths) == len(set(paths)) >= len(result().scenarios)


def test_bars_tell_users_and_their_share_of_the_population() -> None:
    told = words(once()[1])
    assert "100m, 7.47% of the population" in told
    assert "3m, 33.3% of the population" in told  # 3 of 9 million
    assert told.index("India") < told.index("Austria")


def test_the_tornado_has_its_widest_bar_first_and_both_ends() -> None:
    told = words(once()[2])
    names = [one for one in told if "stock of" in one or "share of" in one]
    assert ["stock of Modem, days", f"share of {EVIL}"] == names
    # From 10.5bn: 9 and 12 are 1.5 away on both sides, 10 and 10.8 half and 0.3.
    for end in ("\N{MINUS SIGN}1.5bn", "+1.5bn", "\N{MINUS SIGN}500m", "+300m"):
        assert end in told


def test_only_the_widest_swings_are_drawn() -> None:
    many = [
        Swing(f"input {n}", "S", exactly(Decimal(1)), "m", Decimal(0), Decimal(n), Decimal(0))
        for n in range(1, 40)
    ]
    told = [one for one in words(tornado(many)) if one.startswith("input")]
    assert MOST_SWINGS == len(told)
    assert "input 39" == told[0]


def test_each_measure_has_a_chart_of_its_own() -> None:
    users = replace(FIRST.tornado[0], measure="users affected", input="users of the phone")
    told = words(tornado((*FIRST.tornado, users)))
    for one in ("Sales lost, USD: 10.5bn, and what moves it", "users of the phone"):
        assert one in told


def test_names_that_are_cut_to_the_same_stay_two_bars() -> None:
    long = [replace(FIRST.tornado[0], input="x " * 80 + end) for end in ("one", "two")]
    told = [one for one in words(tornado(long)) if one.endswith("(2)")]
    assert 1 == len(told)


def test_the_last_point_is_carried_to_the_end() -> None:
    one = result()
    short = replace(one.scenarios[0], timeline=one.scenarios[0].timeline[:1])
    svg = timeline(replace(one, scenarios=(short,), until=date(2019, 4, 14)))
    lines = re.findall(r'aria-roledescription="line mark" d="M([^"]+)"', svg)
    assert lines
    assert all("L" in one or "H" in one for one in lines)


def test_nothing_is_drawn_of_nothing() -> None:
    still = without_losses()
    assert ["", "", ""] == [timeline(still), countries(still.scenarios[0]), tornado(())]

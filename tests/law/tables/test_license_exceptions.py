from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from navicert.errors import ShelfDamaged
from navicert.law.edition import standard_law
from navicert.law.shelf import Shelf, standard_shelf
from navicert.law.tables.exception_reach import Places, Reach
from navicert.law.tables.license_exceptions import LicenseExceptions, read
from navicert.law.tables.named_lists import spelled_out
from navicert.terms.citation import is_valid
from navicert.terms.exception_symbol import SECTIONS


def table() -> LicenseExceptions:
    return standard_law().tables.license_exceptions


def test_every_symbol_has_terms_and_nothing_else_has() -> None:
    assert set(SECTIONS) == set(table().terms)


def test_a_symbol_without_terms_says_which_file_lacks_it() -> None:
    with pytest.raises(ShelfDamaged, match=r"740/exceptions\.toml has no exception 'XYZ'"):
        table().of("XYZ")


def test_every_restriction_cites_740_2_and_says_why() -> None:
    for bar in table().gate:
        assert bar.citation.startswith("15 CFR 740.2(a)(")
        assert is_valid(bar.citation)
        assert bar.reason


def test_every_survivor_is_a_section_that_an_exception_has() -> None:
    sections = set(SECTIONS.values())
    named = [one for bar in table().gate for one in (*bar.survivors, *bar.bars)]
    assert [] == [one for one in named if one.partition("(")[0] not in sections]


def test_every_survivor_that_names_a_paragraph_meets_one_that_is_modelled() -> None:
    ways = {way.citation[7:] for terms in table().terms.values() for way in terms.ways}
    named = {one for bar in table().gate for one in bar.survivors}
    stray = {one for one in named if not any(way.startswith(one) for way in ways)}
    assert set() == stray


def test_the_symbols_that_survive_are_those_of_the_sections_that_do() -> None:
    bars = [bar for bar in table().gate if bar.citation == "15 CFR 740.2(a)(22)"]
    assert frozenset({"IEC", "TMP", "RPL", "GOV", "TSU"}) == bars[0].surviving_symbols
    no_sta = next(bar for bar in table().gate if bar.citation == "15 CFR 740.2(a)(18)")
    assert no_sta.surviving_symbols is None


def test_the_rule_for_the_emirates_holds_from_its_day() -> None:
    day = date(2026, 7, 10)
    cited = "15 CFR 740.2(a)(26)"
    assert cited in {bar.citation for bar in table().gate_on(day)}
    assert cited not in {bar.citation for bar in table().gate_on(day - timedelta(days=1))}


def test_a_shelf_without_the_gate_is_damaged() -> None:
    rest = {
        address: content
        for address, content in standard_shelf().contents.items()
        if address != "740/gate.toml"
    }
    with pytest.raises(ShelfDamaged, match=r"740/gate\.toml"):
        read(Shelf(rest))


QUESTION_KEYS = {"slug", "ask", "citation", "confirms", "group", "figure", "least", "most", "below"}
QUESTION_KEYS |= {"only_refutes", "met_where", "met_only_where", "unmet_where"}
QUESTION_KEYS |= {"unmet_only_where", "asked_where"}
BAR_KEYS = {"since", "until", "survivors", "bars", "asks", "reason"} | QUESTION_KEYS
WAY_KEYS = {"reason", "overcomes", "questions", "exclusion"} | QUESTION_KEYS
TERMS_KEYS = {"symbol", "exists_from", "until", "list_line", "sole_reason", "figures", "way"}
REACH_KEYS = {one.name for one in fields(Reach)} | {one.name for one in fields(Places)}
TOLD = ("met_where", "met_only_where", "unmet_where", "unmet_only_where", "asked_where")


def rows(name: str) -> Iterator[tuple[dict[str, Any], set[str]]]:
    """Every table of a file with the keys that are read of it."""
    written = standard_shelf().document(f"740/{name}.toml")
    whole: dict[str, Any] = {
        k: spelled_out(v, written.get("lists", {})) for k, v in written.items()
    }
    for one in whole.get("restriction", ()):
        yield one, BAR_KEYS
    for one in whole.get("exception", ()):
        yield one, TERMS_KEYS | WAY_KEYS
        yield from ((way, WAY_KEYS) for way in one.get("way", ()))
        every = (one, *one.get("way", ()))
        yield from ((bar, BAR_KEYS) for part in every for bar in part.get("exclusion", ()))
        yield from ((asked, QUESTION_KEYS) for part in every for asked in part.get("questions", ()))


@pytest.mark.parametrize("name", ["gate", "exceptions"])
def test_no_key_is_written_that_nothing_reads(name: str) -> None:
    for row, known in rows(name):
        assert set() == set(row) - known - REACH_KEYS, row
        for told in (one for key in TOLD for one in row.get(key, ())):
            assert set() == set(told) - REACH_KEYS - {"because"}, told


def test_what_refutes_a_condition_says_why() -> None:
    for question in (one for terms in table().terms.values() for one in terms.asked):
        decides = question.met if question.decisive == "met" else ()
        assert all(one.because for one in (*question.unmet, *decides)), question.slug


def test_a_figure_has_a_limit_and_a_sum_an_amount() -> None:
    for question in (one for terms in table().terms.values() for one in terms.asked):
        limits = (question.least, question.most, question.below, "{annual}" in question.ask or None)
        assert bool(question.figure) == any(one is not None for one in limits), question.slug
    for reach in table().reaches:
        assert bool(reach.total) == (reach.above is not None or bool(reach.above_figure))


def test_every_figure_is_documented() -> None:
    asked = [one for terms in table().terms.values() for one in terms.asked]
    gate = [bar.question for bar in table().gate]
    named = {one.figure for one in (*asked, *gate)} | {one.above_figure for one in table().reaches}
    text = Path("docs/order-format.md").read_text(encoding="utf-8")
    assert set() == {one for one in named - {""} if f"`{one}`" not in text}

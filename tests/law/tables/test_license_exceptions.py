from __future__ import annotations

from datetime import date, timedelta

import pytest

from navicert.errors import ShelfDamaged
from navicert.law.edition import standard_law
from navicert.law.shelf import Shelf, standard_shelf
from navicert.law.tables.license_exceptions import LicenseExceptions, read
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

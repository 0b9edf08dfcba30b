"""Restricted procurement: what is not stated never frees a thing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from navicert.casework.law_lists import law_lists
from navicert.facts.equipment import (
    Category,
    Equipment,
    Funding,
    Maker,
    Purchase,
    Purpose,
    Relation,
    Tie,
)
from navicert.law.edition import standard_law
from navicert.parties.makers.brands import brands
from navicert.parties.makers.holdings import StatedStakes
from navicert.parties.makers.ties import Makers, Thresholds
from navicert.parties.watch import Watch
from navicert.rules.procurement.bans import bans
from navicert.terms.list_code import ListCode
from navicert.terms.truth import Truth

LAW = standard_law().tables
LISTED = [
    (one.code, party.name)
    for one in LAW.published_lists
    if one.code in {ListCode.S889, ListCode.FCC}
    for party in one.parties
]
DAYS = st.dates(date(2018, 8, 13), date(2026, 11, 22))

ties = st.builds(
    lambda named, holds: Tie(named[0], named[1], Relation.ITSELF, holds, "met", "Is it?"),
    st.sampled_from(LISTED),
    st.sampled_from(Truth),
)
things = st.builds(
    Equipment,
    asset=st.just("thing"),
    category=st.sampled_from(Category),
    purpose=st.sampled_from(Purpose),
    funding=st.sampled_from(Funding),
    acquired=st.none() | DAYS,
    contractor=st.sampled_from(Truth),
    routes_traffic=st.sampled_from(Truth),
    essential=st.sampled_from(Truth),
)
makers = st.lists(ties, max_size=3).map(lambda found: Maker(known=True, ties=tuple(found)))


def told(thing: Equipment, maker: Maker, day: date) -> dict[str, Truth]:
    found = bans(Purchase(thing, maker), standard_law().open_at(day))
    return {one.label: one.holds for one in found}


@given(things, makers, DAYS, st.sampled_from(["category", "purpose", "funding", "contractor"]))
def test_taking_a_fact_away_never_frees(
    thing: Equipment, maker: Maker, day: date, fact: str
) -> None:
    nothing: Any = Truth.UNKNOWN if fact == "contractor" else None
    before = told(thing, maker, day)
    after = told(replace(thing, **{fact: nothing}), maker, day)
    for part, holds in before.items():
        assert holds is Truth.NO or after.get(part, Truth.NO) is not Truth.NO, part


@given(things, makers, DAYS)
def test_an_unknown_maker_is_never_less_than_a_doubt_where_a_listed_one_is_barred(
    thing: Equipment, maker: Maker, day: date
) -> None:
    before, after = told(thing, maker, day), told(thing, Maker(known=False), day)
    for part, holds in before.items():
        if holds is Truth.YES:
            assert Truth.UNKNOWN is after[part], part


@given(things, makers, ties, DAYS)
def test_another_tie_never_loosens(thing: Equipment, maker: Maker, more: Tie, day: date) -> None:
    gravity = {Truth.NO: 0, Truth.UNKNOWN: 1, Truth.YES: 2}
    before = told(thing, maker, day)
    after = told(thing, replace(maker, ties=(*maker.ties, more)), day)
    assert all(gravity[after.get(p, Truth.NO)] >= gravity[h] for p, h in before.items())


@given(things, makers, DAYS)
def test_every_finding_cites_and_every_doubt_asks(
    thing: Equipment, maker: Maker, day: date
) -> None:
    for one in bans(Purchase(thing, maker), standard_law().open_at(day)):
        assert one.citation
        assert one.plain
        assert bool(one.missing) == (one.holds is Truth.UNKNOWN)
        assert all(fact.question for fact in one.missing)


@cache
def asker() -> Makers:
    limits = LAW.procurement.ownership
    return Makers(
        Watch.of(one for one in law_lists() if one.code in {"FCC", "S889"}),
        date(2026, 11, 22),
        StatedStakes.of(),
        Thresholds(limits.subsidiary_above, limits.affiliate_above),
    )


NAMES = st.sampled_from(
    [
        *dict.fromkeys(name for _, name in LISTED),
        *(one.brand for one in brands()),
        *("EZVIZ Inc", "Hauwei", "ZTE (USA) Inc.", "Nubia Technology", "Lorexx", "Cisco", "Acme"),
    ]
) | st.text("abcdehiuvwxyz", min_size=1, max_size=9)
GRAVITY = {Truth.NO: 0, Truth.UNKNOWN: 1, Truth.YES: 2}


def verdict(thing: Equipment, names: tuple[str | None, str | None], day: date) -> int:
    found = told(thing, asker().maker(*names), day)
    return max((GRAVITY[one] for one in found.values()), default=0)


@given(things, NAMES, NAMES, DAYS)
def test_a_manufacturer_never_loosens_what_its_brand_says(
    thing: Equipment, name: str, brand: str, day: date
) -> None:
    if asker().maker(None, brand).ties:
        alone = verdict(thing, (None, brand), day)
        assert verdict(thing, (name, brand), day) >= alone


@given(things, NAMES, NAMES, DAYS)
def test_a_brand_never_loosens_what_the_manufacturer_says(
    thing: Equipment, name: str, brand: str, day: date
) -> None:
    assert verdict(thing, (name, brand), day) >= verdict(thing, (name, None), day)


@given(things, NAMES, DAYS)
def test_a_brand_that_tells_nobody_for_sure_never_loosens(
    thing: Equipment, brand: str, day: date
) -> None:
    if all(one.holds is not Truth.YES for one in asker().maker(None, brand).ties):
        assert verdict(thing, (None, brand), day) >= verdict(thing, (None, None), day)


@given(things, NAMES, DAYS)
def test_the_name_of_a_brand_is_no_weaker_as_that_of_a_manufacturer(
    thing: Equipment, name: str, day: date
) -> None:
    if any(one.holds is Truth.YES for one in asker().maker(None, name).ties):
        assert verdict(thing, (f"{name} Inc", None), day) >= verdict(thing, (None, name), day)

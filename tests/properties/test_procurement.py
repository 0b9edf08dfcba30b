"""Restricted procurement: what is not stated never frees a thing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

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

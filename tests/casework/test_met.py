"""Rows of what a party met: one an entry, the surest first, each with the lists that have it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from navicert.casework.lapsed import Decisions
from navicert.casework.met import Behind, Row, cleared, met
from navicert.casework.origins import Origins
from navicert.facts.clearing import Clearing, ClearingScope
from navicert.facts.evidence import Evidence
from navicert.facts.listing import ListedName, Listing
from navicert.facts.party import Party
from navicert.facts.standing import ClearedMatch, Match, NameMet, OrderMatch, Standing, Strength
from navicert.parties.lists import denial
from navicert.parties.lists.snapshot import Snapshot
from navicert.terms.list_code import ListCode
from navicert.terms.truth import Truth

DAY = date(2026, 7, 30)
DENIED = Listing(
    list=ListCode.DPL,
    entry="denied",
    names=(ListedName("Acme Mill"),),
    since=date(2020, 1, 1),
    until=date(2040, 1, 1),
)


def match(code: ListCode, entry: str, name: str = "Acme Mill", score: float = 1.0) -> Match:
    listing = Listing(list=code, entry=entry, names=(ListedName(name),))
    return matched(listing, Strength.SAME if score > 0.99 else Strength.NEAR, score)


def matched(listing: Listing, strength: Strength = Strength.SAME, score: float = 1.0) -> Match:
    names = (NameMet("Acme Mill", listing.name, listing.names[0].kind, strength, score),)
    return Match(listing, strength, score, "Acme Mill", listing.name, "", names=names)


def snapshot(title: str, *listings: Listing) -> Snapshot:
    orders = tuple(denial.orders_of(listings))
    return Snapshot("CSL", title, "", DAY, title.lower() * 16, listings, orders, ())


def standing(*matches: Match, orders: tuple[OrderMatch, ...] = ()) -> Standing:
    return Standing(Party("Acme Mill", ()), screened=True, matches=matches, orders=orders)


def rows(found: Standing, *lists: Snapshot) -> tuple[Row, ...]:
    matches: tuple[Match | OrderMatch, ...] = (*found.matches, *found.orders)
    return met(found, Behind(Origins.of(matches, lists), Decisions(), DAY))


def test_an_order_behind_a_row_is_told_with_it_and_one_behind_none_has_its_own() -> None:
    (order,) = denial.orders_of((DENIED,))
    behind = OrderMatch(order, Strength.SAME, 1.0, "Acme Mill", "Acme Mill", "")
    other = replace(behind, order=replace(order, reference="another"))
    first, second = rows(
        standing(matched(DENIED), orders=(behind, other)), snapshot("Ours", DENIED)
    )
    told = {first.entry: first.order, second.entry: second.order}
    assert {"denied": behind, "another": None} == told
    assert (ListCode.DPL, ListCode.DPL) == (first.code, second.code)


def test_twins_of_two_lists_are_one_row_only_with_list_number_and_name() -> None:
    one, twin = match(ListCode.EL, "1"), match(ListCode.EL, "1", "ACME  MILL")
    namesake, neighbor = match(ListCode.EL, "1", "Acme Mills"), match(ListCode.SDN, "1")
    lists = (
        snapshot("A", one.listing, namesake.listing),
        snapshot("B", twin.listing, neighbor.listing),
    )
    found = rows(standing(one, twin, namesake, neighbor), *lists)
    told = [(row.code.value, sorted(each.title for each in row.lists)) for row in found]
    assert [("EL", ["A", "B"]), ("EL", ["A"]), ("SDN", ["B"])] == told


def test_what_else_is_known_moves_a_row_among_its_verdict_alone() -> None:
    near = match(ListCode.EL, "1", score=0.9)
    elsewhere = Evidence("country", Truth.NO, -0.3, "elsewhere")
    against = replace(near, evidence=(elsewhere,), weighed=0.6)
    other = match(ListCode.EL, "2", score=0.7)
    sure = match(ListCode.UN, "3", score=1.0)
    found = rows(standing(against, other, sure))
    assert ["3", "2", "1"] == [row.entry for row in found]


def test_what_a_number_led_to_has_one() -> None:
    named = match(ListCode.EL, "1")
    agreed = replace(named, evidence=(Evidence("identifier", Truth.YES, 0.05, "the same"),))
    found = rows(standing(named, replace(named, names=()), agreed))
    assert [True] == [row.has_number for row in rows(standing(agreed))]
    assert [False] == [row.has_number for row in rows(standing(named))]
    assert 1 == len(found)


def test_a_cleared_row_keeps_its_decision_and_its_lists() -> None:
    one = match(ListCode.EL, "1")
    clearing = Clearing(1, "Acme Mill", ClearingScope.NAME, (), "Acme Mill", "another", "Eva", DAY)
    found = replace(standing(), cleared=(ClearedMatch(one, clearing),))
    behind = Behind(Origins.of((one,), (snapshot("Ours", one.listing),)), Decisions(), DAY)
    (row,) = cleared(found, behind)
    assert (clearing, ["Ours"]) == (row.clearing, [each.title for each in row.lists])
    assert () == met(found, behind)

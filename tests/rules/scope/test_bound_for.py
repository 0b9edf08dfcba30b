"""The other scope of 734.9, each way into a rule by itself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec.structs import replace as changed

from navicert.facts.destination import Destination
from navicert.facts.listed_scope import ListedScope, ScopeItems
from navicert.facts.listing import ListedName, Listing
from navicert.facts.party import Party
from navicert.facts.standing import Capacity, Match, Standing, Strength
from navicert.law.edition import standard_law
from navicert.law.tables.direct_products import DirectProductRule, Reach
from navicert.rules.finding import MissingFact
from navicert.rules.matter import Matter
from navicert.rules.scope.answer import NO as NEVER
from navicert.rules.scope.answer import YES as ALWAYS
from navicert.rules.scope.answer import Answer
from navicert.rules.scope.bound_for import in_places, reach_of
from navicert.terms.list_code import ListCode
from navicert.terms.truth import Truth
from tests.rules.matters import DAY, NO, UNKNOWN, YES, item, matter, party, use

NOWHERE = Reach(
    everywhere=False,
    groups=frozenset(),
    countries=frozenset(),
    except_groups=frozenset(),
    regions=frozenset(),
    footnote=None,
    government_of=frozenset(),
    headquarters_in=frozenset(),
    end_use="",
    end_use_in=frozenset(),
    knowledge=(),
)
FIRST = standard_law().open_at(DAY).direct_product_rules()[0]


def rule(**reach: object) -> DirectProductRule:
    return replace(FIRST, citation="15 CFR 734.9", reach=replace(NOWHERE, **reach))  # type: ignore[arg-type]


def some(*named: str) -> frozenset[str]:
    return frozenset(named)


def asked(fact: str, question: str) -> Answer:
    return Answer(UNKNOWN, (MissingFact(fact, question, "15 CFR 734.9"),))


def answer(one: DirectProductRule, line: Matter, *standings: Standing) -> Answer:
    return reach_of(one, line, standings)


def test_a_rule_without_limits_reaches_everywhere_and_one_without_ways_nowhere() -> None:
    assert ALWAYS == answer(rule(everywhere=True), matter(item(), "DE"))
    assert NEVER == answer(rule(), matter(item(), "DE"))


@pytest.mark.parametrize(
    ("to", "holds"), [("CN", YES), ("VN", YES), ("MO", YES), ("DE", NO), ("BR", NO)]
)
def test_destinations_are_named_by_group_or_by_country(to: str, holds: Truth) -> None:
    one = rule(groups=some("D:1"), countries=some("MO"))
    assert Answer(holds) == answer(one, matter(item(), to))


@pytest.mark.parametrize(("to", "holds"), [("CN", YES), ("IL", NO), ("CY", YES), ("DE", NO)])
def test_a_group_may_be_left_out_but_not_a_named_country(to: str, holds: Truth) -> None:
    one = rule(groups=some("D:4", "D:5"), countries=some("CY"), except_groups=some("A:6"))
    assert Answer(holds) == answer(one, matter(item(), to))


def test_groups_that_nobody_verified_are_asked_for() -> None:
    line = matter(item(), "AE", day=DAY.replace(day=15))
    question = "AE was in which Country Groups on 2026-07-15?"
    assert asked("law", question) == answer(rule(groups=some("A:5")), line)


@pytest.mark.parametrize(
    ("to", "region", "expected"),
    [
        ("UA", "CRIMEA", ALWAYS),
        ("UA", "crimea", ALWAYS),
        ("UA", "KYIV", NEVER),
        (
            "UA",
            None,
            asked(
                "destination.region",
                "Which region of Ukraine is it (CRIMEA, DNR, LNR, or another)?",
            ),
        ),
        ("DE", None, NEVER),
    ],
)
def test_a_region_of_ukraine_counts(to: str, region: str | None, expected: Answer) -> None:
    line = matter(item(), to)
    there = changed(
        line, transaction=replace(line.transaction, destination=Destination(to, region))
    )
    assert expected == answer(rule(regions=some("CRIMEA")), there)


def listed(
    footnotes: frozenset[int] = frozenset({1}),
    code: ListCode = ListCode.EL,
    strength: Strength = Strength.SAME,
    capacity: Capacity = Capacity.ITSELF,
    items: ScopeItems | None = ScopeItems.ALL,
) -> Standing:
    scope = None if items is None else ListedScope(items, footnotes=footnotes)
    listing = Listing(code, "1", (ListedName("Mizar"),), scope=scope)
    match = Match(listing, strength, 1, "Mizar", "Mizar", "letter for letter", capacity)
    return Standing(party(), screened=True, matches=(match,))


FOOTNOTE = rule(footnote=1)
WHO = asked("parties", "Is a party on the Entity List with footnote 1?")


@pytest.mark.parametrize(
    ("standing", "expected"),
    [
        (listed(), ALWAYS),
        (listed(frozenset({4})), NEVER),
        (listed(frozenset()), NEVER),
        (listed(code=ListCode.SDN), NEVER),
        (listed(strength=Strength.NEAR), WHO),
        (listed(capacity=Capacity.OWNED_BY), WHO),
        (listed(items=None), WHO),
        (listed(frozenset(), items=ScopeItems.UNREAD), WHO),
        (listed(items=ScopeItems.UNREAD), ALWAYS),
        (listed(frozenset({4}), items=ScopeItems.UNREAD), NEVER),
        (Standing(party(), screened=True), NEVER),
        (Standing(party(), screened=False), WHO),
    ],
)
def test_a_footnote_of_a_party(standing: Standing, expected: Answer) -> None:
    assert expected == answer(FOOTNOTE, matter(item(), "DE"), standing)


def test_one_party_with_the_footnote_is_enough_and_none_is_open() -> None:
    plain = Standing(party(), screened=True)
    assert ALWAYS == answer(FOOTNOTE, matter(item(), "DE"), plain, listed())
    assert WHO == answer(FOOTNOTE, matter(item(), "DE"))


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (party(government=YES, headquarters="IR"), ALWAYS),
        (party(government=YES, country="IR"), ALWAYS),
        (party(government=YES, nationality="IR"), ALWAYS),
        (party(government=YES, headquarters="DE", country="IR"), NEVER),
        (party(government=NO, headquarters="IR"), NEVER),
        (
            party(government=UNKNOWN, headquarters="IR"),
            asked("parties", "Is a party the government of IR?"),
        ),
        (party(government=YES), asked("parties", "Is a party the government of IR?")),
    ],
)
def test_a_party_may_be_the_government(one: Party, expected: Answer) -> None:
    assert expected == answer(rule(government_of=some("IR")), matter(item(), "DE", one))


def test_governments_are_asked_for_in_order() -> None:
    question = "Is a party the government of CU, IR?"
    one = party(government=YES)
    line = matter(item(), "DE", one)
    assert asked("parties", question) == answer(rule(government_of=some("IR", "CU")), line)


SEAT = asked(
    "parties", "In which country has each party its headquarters, and its ultimate parent?"
)


@pytest.mark.parametrize(
    ("parties", "expected"),
    [
        ((party(headquarters="CN", ultimate_parent="US"),), ALWAYS),
        ((party(headquarters="SG", ultimate_parent="MO"),), ALWAYS),
        ((party(headquarters="SG", ultimate_parent="US"),), NEVER),
        ((party(headquarters="SG"),), SEAT),
        ((party(ultimate_parent="SG"),), SEAT),
        ((), SEAT),
    ],
)
def test_headquarters_of_any_party_count(parties: tuple[Party, ...], expected: Answer) -> None:
    one = rule(headquarters_in=some("D:5", "MO"))
    assert expected == answer(one, matter(item(), "DE", *parties))


@pytest.mark.parametrize(
    ("kind", "to", "expected"),
    [
        ("supercomputer", "CN", ALWAYS),
        ("supercomputer", "DE", NEVER),
        ("semiconductor", "CN", NEVER),
        (None, "CN", NEVER),
    ],
)
def test_a_use_counts_where_the_rule_places_it(kind: str | None, to: str, expected: Answer) -> None:
    one = rule(end_use="supercomputer", end_use_in=some("D:5", "MO"))
    assert expected == answer(one, matter(item(), to, end_use=use(kind)))


def test_what_the_exporter_knows_counts_and_is_asked() -> None:
    one = rule(knowledge=("for_supercomputer",))
    said = matter(item(), "DE", end_use=use("civil", for_supercomputer=YES))
    denied = matter(item(), "DE", end_use=use("civil", for_supercomputer=NO))
    assert ALWAYS == answer(one, said)
    assert NEVER == answer(one, denied)
    question = (
        "Do you know, or have reason to know, that it is for a supercomputer in Macau or Country "
        "Group D:5, or for parts, components or equipment of one?"
    )
    fact = "end_use.characteristics.for_supercomputer"
    assert asked(fact, question) == answer(one, matter(item(), "DE"))


@pytest.mark.parametrize(
    ("country", "places", "expected"),
    [
        ("MO", {"MO"}, YES),
        ("CN", {"D:5"}, YES),
        ("CX", {"AU"}, YES),  # Christmas Island is treated as Australia
        ("DE", {"D:5", "MO"}, NO),
        ("DE", {"MO"}, NO),
    ],
)
def test_a_place_is_a_country_or_a_group(country: str, places: set[str], expected: Truth) -> None:
    assert expected is in_places(country, frozenset(places), matter(item(), "DE"))

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from navicert.casework.intake import intake
from navicert.casework.order import limits
from navicert.casework.order.document import OrderDocument
from navicert.errors import EmptyOrder, OrderRefused
from navicert.facts.end_use import EndUseKind
from navicert.facts.identifier import Identifier
from navicert.facts.item import ItemKind
from navicert.facts.transaction import Transaction
from navicert.terms.activity import Activity
from navicert.terms.identifier_kind import IdentifierKind
from navicert.terms.money import Money
from navicert.terms.partial_date import PartialDate
from navicert.terms.party_role import PartyRole
from navicert.terms.truth import Truth


def order(**changes: object) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "day": "2026-07-30",
        "activity": "export",
        "destination": {"country": "DE"},
        "lines": [{"item": "office chair"}],
    }
    return {key: value for key, value in {**plain, **changes}.items() if value is not ...}


def line(**changes: object) -> dict[str, Any]:
    return order(lines=[{"item": "pump", **changes}])


def party(**changes: object) -> dict[str, Any]:
    plain = {"name": "Nordheide GmbH", "roles": ["end_user"], **changes}
    return order(parties=[{key: value for key, value in plain.items() if value is not ...}])


def taken(content: dict[str, Any], day: date | None = None) -> Transaction:
    return intake(OrderDocument("order", content), day)


def refused(content: dict[str, Any]) -> list[tuple[str, str]]:
    with pytest.raises(OrderRefused) as error:
        taken(content)
    return [(problem.key, problem.message) for problem in error.value.problems]


def test_what_was_not_said_is_none_or_unknown() -> None:
    found = taken(order())
    item = found.lines[0].item
    said = (found.exported_from, found.destination.region, item.kind, item.eccn, item.origin)
    assert (None,) * 5 == said
    assert (None, None, None, None) == (item.columns, item.value, item.bill_of_materials, item.hts)
    truths = {item.published, item.us_content, item.us_technology, item.exported_from_us}
    assert {Truth.UNKNOWN} == truths
    assert Truth.UNKNOWN is found.service_uses_us_items
    assert Truth.UNKNOWN is found.knowledge.violation
    assert None is found.end_use.kind


def test_an_empty_text_says_nothing() -> None:
    found = taken(line(eccn="", origin=" ", kind=None))
    assert (None, None, None) == (
        found.lines[0].item.eccn,
        found.lines[0].item.origin,
        found.lines[0].item.kind,
    )


def test_an_empty_list_of_columns_states_no_column() -> None:
    assert taken(line(columns=[])).lines[0].item.columns is None


def test_everything_that_an_order_can_say_arrives() -> None:
    found = taken(
        order(
            reference="R-1",
            day=date(2026, 7, 30),
            route=["NL", "NO"],
            end_use={"kind": "civil", "purpose": "existing_network", "text": "a\nb"},
            knowledge={
                "violation": False,
                "red_flags": ["cash"],
                "resolved": [{"flag": "cash", "reason": "a bank strike"}],
            },
            answers={"STA": {"statement": True}, "GFT.gift": "no"},
            claimed_exceptions=["lvs"],
            screened_elsewhere="by a bank",
            currency="EUR",
            lines=[
                {
                    "item": "meter",
                    "kind": "commodity",
                    "columns": ["NS Column 2"],
                    "quantity": 2,
                    "value": Decimal("10.50"),
                    "hts": "8542.31.00",
                    "characteristics": {"space_qualified": False},
                    "category": "Food",
                }
            ],
        )
    )
    item = found.lines[0].item
    assert Money(Decimal("10.50"), "EUR") == item.value
    assert (ItemKind.COMMODITY, frozenset({"NS2"}), "85423100", "food") == (
        item.kind,
        item.columns,
        item.hts,
        item.category,
    )
    assert Truth.NO is item.characteristic("space_qualified")
    assert (Truth.YES, Truth.NO) == (found.answer("STA.statement"), found.answer("GFT.gift"))
    assert ("NL", "NO") == found.route
    assert ("LVS",) == found.claimed_exceptions
    assert (EndUseKind.CIVIL, "existing_network", "a\nb") == (
        found.end_use.kind,
        found.end_use.purpose,
        found.end_use.text,
    )
    assert (("cash", "a bank strike"),) == found.knowledge.resolved


def test_the_day_that_is_asked_for_takes_the_place_of_the_orders_own() -> None:
    assert date(2018, 5, 14) == taken(order(), date(2018, 5, 14)).day
    assert date(2018, 5, 14) == taken(order(day=...), date(2018, 5, 14)).day


def test_an_order_without_a_line_is_empty() -> None:
    for content in ({}, order(lines=[]), order(lines=None), order(lines=...)):
        with pytest.raises(EmptyOrder, match="no line"):
            taken(content)


@pytest.mark.parametrize("key", ["day", "activity", "destination"])
def test_a_missing_key_is_named(key: str) -> None:
    assert [key] == [name for name, _ in refused(order(**{key: ...}))]


def stake(owner: str, owned: str, percent: object) -> dict[str, object]:
    return {"owner": owner, "owned": owned, "percent": percent}


def test_shares_that_were_rounded_one_by_one_may_go_a_little_beyond_the_whole() -> None:
    thirds = [stake(owner, "C", "33.4") for owner in "XYZ"]
    whole = taken(order(ownership=thirds))
    assert [one.percent for one in whole.ownership] == [Decimal("33.4")] * 3


@pytest.mark.parametrize(
    ("content", "key", "words"),
    [
        (line(eccn="3A0X1"), "lines[1].eccn", "'3A0X1' is not an ECCN"),
        (line(origin="Germany"), "lines[1].origin", "did you mean 'DE'?"),
        (line(kind="gas"), "lines[1].kind", "'gas' is not a kind of item"),
        (line(columns=["NS9"]), "lines[1].columns[1]", "'NS9' is not a column"),
        (line(value="ten", quantity=1, currency="USD"), "lines[1].value", "not an amount"),
        (line(value=1.5, quantity=1, currency="USD"), "lines[1].value", "not a number"),
        (line(value=2**300, quantity=1, currency="USD"), "lines[1].value", "not a number"),
        (line(value=True, quantity=1, currency="USD"), "lines[1].value", "not a number"),
        (line(value=5, quantity=1), "lines[1].value", "needs its currency"),
        (line(value=5, currency="USD"), "lines[1].value", "say how many"),
        (line(quantity=0), "lines[1].quantity", "more than zero"),
        (line(currency="DOLLARS"), "lines[1].currency", "'DOLLARS' is not an ISO 4217 code"),
        (line(published="maybe"), "lines[1].published", "write yes, no or unknown"),
        (line(published=1), "lines[1].published", "write yes, no or unknown"),
        (line(hts="85"), "lines[1].hts", "tariff code"),
        (line(hts=8542310000), "lines[1].hts", "write it in quotes"),
        (line(ecn="EAR99"), "lines[1].ecn", "did you mean eccn?"),
        (line(bill_of_materials=[]), "lines[1].bill_of_materials", "says nothing"),
        (line(item=""), "lines[1].item", "item is missing"),
        (line(characteristics={"a b": True}), "lines[1].characteristics.a b", "not the slug"),
        (line(characteristics=["a"]), "lines[1].characteristics", "not a table"),
        (order(ownership=[stake("A", "A", 5)]), "ownership[1].owner", "'A' owns itself"),
        (
            order(ownership=[stake("A", "C", "60"), stake("B", "C", "41.5")]),
            "ownership[2].percent",
            "hold 101.5 percent together",
        ),
        (
            order(ofac_authorization="no license is needed"),
            "ofac_authorization",
            "names no license",
        ),
        (
            order(ofac_authorization="denied on 2026-05-01"),
            "ofac_authorization",
            "nothing that one",
        ),
        (
            order(screened_elsewhere="desk: a hit on 2026-07-01"),
            "screened_elsewhere",
            "nothing that",
        ),
        (order(lines="pump"), "lines", "not a list"),
        (order(lines=["pump"]), "lines[1]", "not a table"),
        (order(day="30.07.2026"), "day", "not an ISO 8601 date"),
        (order(day=20260730), "day", "write it in quotes"),
        (order(activity="teleport"), "activity", "'teleport' is not an activity"),
        (order(destination="DE"), "destination", "not a table"),
        (order(destination={}), "destination.country", "country is missing"),
        (order(destination={"country": "UK"}), "destination.country", "did you mean 'GB'?"),
        (order(end_use={"kind": "fun"}), "end_use.kind", "'fun' is not a kind of end use"),
        (order(claimed_exceptions=["NLR"]), "claimed_exceptions[1]", "'NLR' is not the symbol"),
        (order(route=["DE"] * 51), "route", "the most are 50"),
        (order(knowledge={"resolved": [{"flag": "x"}]}), "knowledge.resolved[1].reason", "missing"),
        (party(roles=["boss"]), "parties[1].roles[1]", "'boss' is not a role"),
        (party(roles=[]), "parties[1].roles", "at least one role"),
        (party(roles=...), "parties[1].roles", "roles is missing"),
        (party(name=...), "parties[1].name", "name is missing"),
        (party(name="x" * 501), "parties[1].name", "the most are 500"),
        (party(name="a\x07b"), "parties[1].name", "U+0007"),
        (party(name="a\nb"), "parties[1].name", "U+000A"),
        (party(name="a\ud800b"), "parties[1].name", "U+D800"),
        (party(name="moc\u202eelgoog"), "parties[1].name", "U+202E"),
        (party(address={"country": "QQ"}), "parties[1].address.country", "'QQ'"),
        (order(end_use={"text": "x" * 5_001}), "end_use.text", "the most are 5,000"),
        (order(parties=[{"name": "x", "roles": ["other"]}] * 1_001), "parties", "most are 1,000"),
    ],
)
def test_a_malformed_term_is_refused_by_its_key(
    content: dict[str, Any], key: str, words: str
) -> None:
    [(found, message)] = refused(content)
    assert key == found
    assert words in message


def test_every_malformed_term_is_told_at_once() -> None:
    content = order(day="soon", activity="fly", destination={"country": "XX"}, colour="red")
    content["lines"] = [{"item": "a", "eccn": "?"}, {"item": "b", "origin": "??"}]
    expected = ["colour", "day", "activity", "destination.country", "lines[1].eccn"]
    assert [*expected, "lines[2].origin"] == [key for key, _ in refused(content)]


def test_after_a_thousand_problems_nobody_reads_on() -> None:
    problems = refused(order(lines=[{"item": "a", "eccn": "?"}] * 5_000))
    assert limits.MOST_PROBLEMS + 1 == len(problems)
    assert "more than 1,000 problems" in problems[-1][1]


def test_a_name_is_stripped_and_composed() -> None:
    found = taken(party(name="  Bu\u0308ro  ")).parties[0]
    assert "Büro" == found.name


def test_roles_may_be_written_in_everyday_words() -> None:
    found = taken(party(roles=["End-User", "buyer"])).parties[0]
    assert (PartyRole.END_USER, PartyRole.PURCHASER) == found.roles


def test_an_occupied_region_is_written_in_one_way() -> None:
    found = taken(order(destination={"country": "UA", "region": "dnr"})).destination
    assert "DNR" == found.region


@pytest.mark.parametrize("said", ["none", "No.", "applied for, pending", "not yet", "?", "..."])
def test_a_statement_that_states_nothing_is_refused(said: str) -> None:
    with pytest.raises(OrderRefused) as refused:
        taken(order(ofac_authorization=said, screened_elsewhere=said))
    keys = {problem.key for problem in refused.value.problems}
    assert {"ofac_authorization", "screened_elsewhere"} == keys


def test_a_red_flag_is_not_resolved_by_a_word_that_says_nothing() -> None:
    knowledge = {"red_flags": ["odd"], "resolved": [{"flag": "odd", "reason": "ok"}]}
    with pytest.raises(OrderRefused, match="states nothing"):
        taken(order(knowledge=knowledge))


@pytest.mark.parametrize("key", ["actor", "owner"])
def test_who_acts_and_who_owns_must_stand_among_the_parties(key: str) -> None:
    with pytest.raises(OrderRefused, match="not among the parties"):
        taken(order(**{key: "Somebody Else Ltd."}))


@pytest.mark.parametrize("day", ["1979-12-31", "2101-01-01", "9999-01-01"])
def test_a_day_far_off_is_a_slip_of_the_pen(day: str) -> None:
    with pytest.raises(OrderRefused, match="is not a day between"):
        taken(order(day=day))


def test_no_norway_and_namibia_are_countries_and_null_is_a_name() -> None:
    found = taken(order(parties=[{"name": "null", "roles": ["other"]}], route=["NO", "NA"]))
    assert (("NO", "NA"), "null") == (found.route, found.parties[0].name)
    assert Activity.EXPORT is found.activity


def nested(depth: int) -> dict[str, Any]:
    part: dict[str, Any] = {"name": "core"}
    for _ in range(depth - 1):
        part = {"name": "shell", "parts": [part]}
    return line(bill_of_materials=[part])


def test_a_bill_of_materials_goes_down_to_the_limit_and_no_further() -> None:
    bill = taken(nested(limits.MOST_DEPTH)).lines[0].item.bill_of_materials
    depth = 0
    while bill:
        depth, bill = depth + 1, bill[0].parts
    assert limits.MOST_DEPTH == depth
    [(_, message)] = refused(nested(limits.MOST_DEPTH + 1))
    assert "deeper than 200 levels of parts" == message


def test_parts_keep_their_order_and_inherit_the_currency() -> None:
    parts = [
        {"name": "a", "value": 1, "quantity": 1, "parts": [{"name": "c"}, {"name": "d"}]},
        {"name": "b", "value": 2, "quantity": 3, "currency": "JPY", "bundled": True},
    ]
    bill = taken(line(currency="USD", bill_of_materials=parts)).lines[0].item.bill_of_materials
    assert bill is not None
    assert ["a", "b"] == [part.name for part in bill]
    assert ["c", "d"] == [part.name for part in bill[0].parts]
    assert [Money(Decimal(1), "USD"), Money(Decimal(2), "JPY")] == [part.value for part in bill]
    assert bill[1].bundled


def test_parts_are_counted_over_the_whole_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("navicert.casework.order.lines._Budget", lambda: Budget(3))
    bill = [{"name": "a", "parts": [{"name": "b"}]}]
    content = order(lines=[{"item": "x", "bill_of_materials": bill}] * 2)
    assert any("the most are" in message for _, message in refused(content))


class Budget:
    def __init__(self, parts: int) -> None:
        self.parts = parts


def test_figures_and_direct_products_are_facts_of_a_line() -> None:
    order = intake(
        OrderDocument(
            "order",
            {
                "day": "2026-07-30",
                "activity": "reexport",
                "destination": {"country": "CN"},
                "end_use": {"characteristics": {"advanced_node": False}},
                "lines": [
                    {
                        "item": "board",
                        "figures": {"app_wt": "0.8"},
                        "direct_product_of": ["3E001"],
                        "plant_direct_product_of": [],
                    }
                ],
            },
        )
    )
    item = order.lines[0].item
    assert {"app_wt": Decimal("0.8")} == dict(item.figures)
    assert (("3E001",), ()) == (
        tuple(map(str, item.direct_product_of or ())),
        item.plant_direct_product_of,
    )
    assert Truth.NO is order.end_use.characteristic("advanced_node")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("12 Mar 1965", PartialDate(1965, 3, 12)),
        (date(1965, 3, 12), PartialDate(1965, 3, 12)),
        (1965, PartialDate(1965)),
        (Decimal(1965), PartialDate(1965)),
        ("", None),
    ],
)
def test_a_date_of_birth_may_be_known_in_part(said: object, expected: PartialDate | None) -> None:
    assert expected == taken(party(birth_date=said)).parties[0].birth_date


def test_the_numbers_of_a_party_have_their_kind_and_who_issued_them() -> None:
    (found,) = taken(party(identifiers=["Passport: A1 (ir)", "imo:9074729"])).parties
    assert (
        Identifier(IdentifierKind.PASSPORT, "A1", "IR"),
        Identifier(IdentifierKind.IMO, "9074729"),
    ) == found.identifiers


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"birth_date": "31 Feb 1965"}, "parties[1].birth_date"),
        ({"birth_date": True}, "parties[1].birth_date"),
        ({"birth_date": 19650312}, "parties[1].birth_date"),
        ({"identifiers": ["A1"]}, "parties[1].identifiers[1]"),
        ({"identifiers": ["passport:A1 (XX)"]}, "parties[1].identifiers[1]"),
        ({"identifiers": "passport:A1"}, "parties[1].identifiers"),
    ],
)
def test_a_birth_date_or_number_that_cannot_be_read_is_refused(
    changes: dict[str, object], key: str
) -> None:
    assert [key] == [found for found, _ in refused(party(**changes))]

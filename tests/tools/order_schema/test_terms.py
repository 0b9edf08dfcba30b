"""Whatever the readers take, the schema takes, and the other way round."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from navicert.casework.intake import intake
from navicert.casework.order.document import OrderDocument
from navicert.errors import OrderRefused
from navicert.facts.end_use import EndUseKind
from navicert.facts.item import ItemKind
from navicert.terms import activity, country, exception_symbol, party_role, reason_for_control
from tools.order_schema.__main__ import PAGE, written

SCHEMA = json.loads(PAGE.read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
WORDS = {
    "activity": [*activity.Activity, *activity.ALSO, "apply for licence", "teleport", "in_ship"],
    "role": [*party_role.PartyRole, *party_role.ALSO, "boss", "endd_user"],
    "country": [*country.names(), "ZZ", "D", "Germany", "DEU"],
    "item_kind": [*ItemKind, "thing", "soft_ware"],
    "end_use_kind": [*EndUseKind, "peaceful"],
    "column": [*reason_for_control.COLUMNS, "NS Column 2", "ns 1", "NS9", "XX1", "NS"],
    "exception": [*exception_symbol.SECTIONS, "NLR", "ST A"],
    "eccn": ["3A001.a.7", "EAR99", "9A610.y.99", "3A0X1", "EAR 99", "3A001.", "3F001"],
    "amount": ["1", "0", "1e3", "2.5E-2", ".5", "5.", "+7", "-1", "1_000", "1,000", "ten", "1e"],
    "answer": ["yes", "no", "true", "false", "unknown", "maybe", "y", "1"],
}


def order(kind: str, word: object) -> dict[str, Any]:
    said: Mapping[str, object] = {kind: word}
    line: dict[str, object] = {"item": "x", "kind": said.get("item_kind", "commodity")}
    line["eccn"] = said.get("eccn", "EAR99")
    if "column" in said:
        line["columns"] = [word]
    if "amount" in said:
        line |= {"value": word, "quantity": 1, "currency": "USD"}
    party = {"name": "N", "roles": [said.get("role", "end_user")]}
    return {
        "day": "2026-07-30",
        "activity": said.get("activity", "export"),
        "destination": {"country": said.get("country", "DE")},
        "end_use": {"kind": said.get("end_use_kind", "civil")},
        "claimed_exceptions": [word] if kind == "exception" else [],
        "service_uses_us_items": said.get("answer", "yes"),
        "parties": [party],
        "lines": [line],
    }


def is_taken(content: dict[str, Any]) -> bool:
    try:
        intake(OrderDocument("order.json", content))
    except OrderRefused:
        return False
    return True


@st.composite
def written_otherwise(draw: st.DrawFn, kind: str) -> str:
    word = str(draw(st.sampled_from(WORDS[kind])))
    turned = "".join(draw(st.sampled_from((one.lower(), one.upper(), one))) for one in word)
    spaced = turned.replace("_", draw(st.sampled_from(("_", " ", "-", "  ", "- "))))
    return draw(st.sampled_from(("", " "))) + spaced + draw(st.sampled_from(("", " ", "\n")))


@pytest.mark.parametrize("kind", WORDS)
def test_reader_and_schema_take_the_same_words(kind: str) -> None:
    @given(written_otherwise(kind))
    def tried(word: str) -> None:
        content = order(kind, word)
        assert is_taken(content) is VALIDATOR.is_valid(content), repr(word)

    tried()


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        ("activity", "ship"),
        ("role", "customer"),
        ("country", "de"),
        ("eccn", "3a001.a.7"),
        ("end_use_kind", "Civil"),
        ("amount", "1e3"),
    ],
)
def test_what_intake_takes_keeps_to_the_schema(kind: str, word: str) -> None:
    assert is_taken(order(kind, word))
    assert VALIDATOR.is_valid(order(kind, word))


def test_the_published_schema_is_the_one_of_the_readers() -> None:
    assert PAGE.read_text(encoding="utf-8") == written()

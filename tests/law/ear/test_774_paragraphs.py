"""Paragraphs read by hand in the regulation, and where the shelf sends them."""

from __future__ import annotations

import pytest

from tests.law.ear.rows_774 import LIMITS, places, rows, shelf


@pytest.mark.parametrize(
    ("symbol", "paragraph", "expected"),
    [
        ("3B001", "a.1", {"NS2", "AT1"}),
        ("3B001", "a.4", {"NS:742.4(a)(4) macau_d5", "RS:742.6(a)(6) macau_d5", "AT1"}),
        (
            "3B001",
            "c.1.a",
            {
                "NS:742.4(a)(5) world",
                "RS:742.6(a)(10) world",
                "NS:742.4(a)(4) macau_d5",
                "RS:742.6(a)(6) macau_d5",
                "AT1",
            },
        ),
        ("9A610", "y", {"RS:742.6(a)(7) cn_ru_ve", "AT1"}),
        ("9A610", "x", {"NS1", "RS1", "UN:746.1(b) un_arms_embargoed", "AT1"}),
        ("0A501", "y.1", {"UN:746.1(b) un_arms_embargoed", "AT1"}),
        ("0A501", "a", {"NS1", "RS1", "FC1", "UN:746.1(b) un_arms_embargoed", "AT1"}),
        ("0A981", "a", {"CC:742.7(a)(4) world"}),
        ("0A982", "a", {"CC:742.7(a)(5) world_except_ca"}),
        ("0A983", "", {"CC:742.11 world"}),
        ("0A505", "b", {"FC1", "CC1", "UN:746.1(b) un_arms_embargoed"}),
        ("3A090", "a", {"RS:742.6(a)(6)(iii)(A) world", "AT1"}),
        ("3A090", "b", {"RS:742.6(a)(6)(iii)(B) uae_d1_d4_d5_not_a5_a6", "AT1"}),
        ("3A090", "c", {"RS:742.6(a)(6)(i)(B) macau_d5", "AT1"}),
        ("4E091", "", {"RS:742.6(a)(13) world", "AT1"}),
        ("5A002", "a", {"NS1", "EI:742.15 world_except_ca", "AT1"}),
        ("5D002", "c.1", {"NS1", "EI:742.15 world_except_ca", "AT1"}),
        ("5D002", "c.2", {"NS1", "AT1"}),
        ("5A980", "", {"SL:742.13 world", "AT:742.8 ir", "AT:742.19 kp", "AT:742.9 sy"}),
        ("5A001", "f.1", {"NS2", "SL:742.13 world", "AT1"}),
        ("5A001", "b.5", {"NS1", "AT1"}),
        ("9E003", "h.1", {"NS1", "SI:742.14 world_except_au_ca_gb", "AT1"}),
        ("9E003", "c", {"NS1", "AT1"}),
        ("9A515", "a.1", {"RS:742.6(a)(9) world_except_au_ca_gb", "AT1"}),
        ("9A515", "x", {"NS2", "RS2", "AT1"}),
        ("1C351", "d.15", {"CB1", "CB2", "CW:742.18(a)(1) world", "AT1"}),
        ("2A994", "", {"AT:742.8 ir", "AT:742.19 kp"}),
        ("0A999", "", {"AT:742.19 kp"}),
        ("3A992", "", {"RS:742.6(a)(12) pakistan", "AT1"}),
        ("3A999", "", {"RS:742.6(a)(5) iraq", "RS:742.6(a)(12) pakistan", "AT:742.19 kp"}),
        ("2B999", "h.2", {"AT:742.19 kp"}),
        ("6A992", "a", {"RS:742.6(a)(5) iraq", "AT1"}),
        ("0A521", "", {"RS1"}),
        ("0A998", "", {"RU-SECTOR:746.8 refer_746_8"}),
        (
            "1C350",
            "b.1",
            {"CB2", "CW:742.18(a)(2)(ii)(A) cwc_nonparties"}
            | {"AT:742.8 ir", "AT:742.19 kp", "AT:742.9 sy"},
        ),
    ],
)
def test_a_paragraph_goes_where_the_regulation_sends_it(
    symbol: str, paragraph: str, expected: set[str]
) -> None:
    assert expected == places(symbol, paragraph)


@pytest.mark.parametrize(
    ("symbol", "reason", "limits"),
    [
        ("0A502", "NS", {"conditions": "barrel_under_18_in"}),
        ("1C001", "MT", {"conditions": "meets_1c101"}),
        ("3A002", "MT", {"paragraphs": "h", "conditions": "meets_3a101_a_2_b"}),
        ("4D090", "AT", {}),
        ("1E102", "NP", {"for_items": "1D001;1D101", "for_items_reason": "NP"}),
        ("7E004", "MT", {"for_items": "*", "for_items_reason": "MT"}),
        ("3B993", "RS", {"conditions": "to_footnote_5_entity"}),
    ],
)
def test_a_row_keeps_the_facts_that_its_sentence_names(
    symbol: str, reason: str, limits: dict[str, str]
) -> None:
    row = rows(symbol, reason)[0]
    assert limits == {k: row[k] for k in (*LIMITS, "for_items_reason") if row[k]}


def first_lines(symbol: str, exception: str) -> list[tuple[str, str, str, str]]:
    return [
        (r["verdict"], r["amount_usd"], r["paragraphs"], r["only_to"] or r["not_to"])
        for r in shelf("eligibility")
        if (r["eccn"], r["symbol"]) == (symbol, exception)
    ]


@pytest.mark.parametrize(
    ("symbol", "exception", "expected"),
    [
        ("2B350", "LVS", [("yes", "2000", "", "d3"), ("no", "", "", "")]),
        ("3A611", "LVS", [("yes", "1500", "a;d;e;f;g;h;x", ""), ("no", "", "", "")]),
        ("8A620", "LVS", [("yes", "1500", "", "")]),
        ("9A610", "STA", [("no", "", "a", "a5"), ("no", "", "", "a6"), ("yes", "", "", "")]),
        ("3A904", "STA", [("no", "", "", "a5_a6"), ("yes", "", "", "")]),
        ("5A001", "GBS", [("no", "", "a;b.5;e;h", ""), ("yes", "", "", "")]),
        ("3A090", "GBS", [("no", "", "", "")]),
        ("4D004", "STA", [("no", "", "", "")]),
        ("6D003", "TSR", [("no", "", "c", ""), ("no", "", "a", "a5"), ("yes", "", "", "")]),
        ("4A003", "APP", [("yes", "", "b;c", ""), ("no", "", "", "")]),
    ],
)
def test_an_entry_allows_what_its_own_text_allows(
    symbol: str, exception: str, expected: list[tuple[str, str, str, str]]
) -> None:
    assert expected == first_lines(symbol, exception)

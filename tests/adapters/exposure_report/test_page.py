"""The exposure report as one page: what it says, and what it must never do."""

from __future__ import annotations

import base64
import re
from dataclasses import replace
from functools import cache
from hashlib import sha256

from lxml import etree, html

from navicert.adapters.exposure_report.page import page
from navicert.exposure.graph import Assumption, Figure
from navicert.exposure.range import parse
from tests.adapters.exposure_report.sample import EVIL, SUPPLIERS, result, without_losses


@cache
def told() -> bytes:
    return page(result())


@cache
def tree() -> html.HtmlElement:
    return html.document_fromstring(told(), html.HTMLParser(encoding="utf-8"))


def text() -> str:
    return " ".join(tree().text_content().split())


def test_the_same_result_gives_the_same_bytes() -> None:
    assert told() == page(result())


def test_every_drawing_is_xml_of_its_own() -> None:
    drawings = re.findall(rb"<svg .*?</svg>", told(), re.DOTALL)
    assert 4 == len(drawings)
    for one in drawings:
        etree.fromstring(one, etree.XMLParser(resolve_entities=False))


def test_tags_stand_within_each_other() -> None:
    parser = html.HTMLParser(encoding="utf-8", recover=False)
    html.document_fromstring(told(), parser)
    faults = [one for one in parser.error_log if "invalid" not in one.message]
    assert [] == [one.message for one in faults]


def test_nothing_runs_and_nothing_is_fetched() -> None:
    names = {one.tag for one in tree().iter() if isinstance(one.tag, str)}
    assert {
        "script",
        "iframe",
        "object",
        "embed",
        "link",
        "image",
        "img",
        "use",
        "foreignObject",
    } & (names) == set()
    for one in tree().iter():
        for name, value in one.attrib.items():
            assert not name.lower().startswith("on"), name
            assert name != "style", value
            if name in {"href", "src", "xlink:href"}:
                assert value.startswith("#"), value
            assert "url(" not in value or name == "content"


def test_the_policy_lets_its_own_style_in_and_nothing_else() -> None:
    (policy,) = tree().xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    (style,) = tree().xpath("//style/text()")
    digest = base64.b64encode(sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in policy
    assert "unsafe-inline" not in policy


def test_hostile_names_are_text() -> None:
    assert b"<script" not in told()
    assert EVIL in text()


def test_characters_that_no_page_can_hold_are_left_out() -> None:
    one = replace(result(), title="ZTE\x00\x1b[2J \u202eevil\ud800")
    found = page(one).decode()
    assert "\x00" not in found
    assert "\x1b" not in found
    assert "\u202e" not in found


def test_every_scenario_source_contradiction_and_assumption_appears() -> None:
    for one in result().scenarios:
        assert 2 <= text().count(one.name)
        assert one.remedy in text()
    for source in result().sources:
        assert source.title in text()
    for words in (
        "70,000 says S0",
        "75,000 says S9: another report",
        "Computed with 70,000 to 75,000",
        "Lines share what is left of a part.",
        "Its share cannot be told.",
        "83 FR 34825",
        "not legal advice",
        "1,000 draws with seed 1",
    ):
        assert words in text()


def test_every_link_leads_to_a_place_on_the_page() -> None:
    places = set(tree().xpath("//@id"))
    links = {value[1:] for value in tree().xpath("//a/@href")}
    assert {"source-S0", "source-S1"} == links
    assert links <= places
    ids = tree().xpath("//@id")
    assert len(ids) == len(set(ids))


def test_a_source_that_nobody_lists_is_no_link() -> None:
    one = replace(result(), assumptions=(Assumption("A2", "Taken so.", "docs/exposure.md"),))
    found = html.document_fromstring(page(one))
    assert "Taken so. (docs/exposure.md)" in " ".join(found.text_content().split())
    assert [] == found.xpath("//a[contains(., 'exposure.md')]")


def test_the_tables_say_what_the_result_says() -> None:
    rows = {
        " ".join(row.xpath("string(th)").split()): [" ".join(c.text_content().split()) for c in row]
        for row in tree().xpath("//div[@aria-labelledby='head-suppliers']//tbody/tr")
    }
    assert {f"{name}US" for _, name, _, _ in SUPPLIERS} == {
        key.replace(" US", "US") for key in rows
    }
    (acacia,) = [cells for key, cells in rows.items() if key.startswith("Acacia")]
    assert "385m" == acacia[1]
    # 115m of 385m is 29.87%; under the third remedy a quarter of it.
    assert acacia[2].startswith("USD 115m")
    assert "29.9% of its revenue" in acacia[2]
    assert "104m to 126m" in acacia[2]
    assert acacia[4].startswith("USD 28.8m")
    assert "S0" == acacia[5]


def test_a_result_without_a_loss_still_makes_a_page() -> None:
    found = html.document_fromstring(page(without_losses()))
    assert [] == found.xpath("//section[contains(@class,'timeline')]")
    told_ = " ".join(found.text_content().split())
    assert "the order bars 0 of 11 links" in told_
    assert "The graph states no assumption." in told_
    assert "No draws: likely values alone." in told_


def test_stated_figures_without_a_measure_are_listed_each_with_its_source() -> None:
    figures = (
        Figure("zte", "founded", parse("1985"), unit="year", source="S0"),
        Figure("zte", "plea", None, text="guilty", source="S0"),
    )
    made = page(replace(result(), not_compared=figures))
    found = " ".join(html.document_fromstring(made).text_content().split())
    assert "Other stated figures" in found
    for said in ("founded 1985 year", "plea guilty"):
        assert said in found

from __future__ import annotations

import base64
import re
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from lxml import html

from navicert.adapters.boards.page import page
from navicert.bootstrap import open_desk
from navicert.casework.promises.board import board
from navicert.casework.promises.load import load

ZTE = Path(__file__).resolve().parents[3] / "examples" / "zte"
DAY = date(2018, 7, 9)


def written(text: str, tmp_path: Path) -> str:
    path = tmp_path / "i.toml"
    path.write_text(text, encoding="utf-8")
    with open_desk() as desk:
        load(str(path), desk)
        return page(board(desk, DAY), DAY, 30).decode()


@pytest.fixture
def settlement() -> str:
    return (ZTE / "settlement-2018.toml").read_text(encoding="utf-8")


def test_every_commitment_stands_in_its_column(settlement: str, tmp_path: Path) -> None:
    root = html.fromstring(written(settlement, tmp_path))
    columns = {
        section.get("class"): [str(one.get("id")) for one in section.findall("article")]
        for section in root.iter("section")
    }
    assert ["overdue", "due", "later", "done"] == list(columns)
    assert ["zte-2018.replace-boards"] == columns["overdue"]
    assert ["zte-2018.pay-penalty"] == columns["due"]
    assert "zte-2018.fund-escrow" in columns["later"]
    assert [] == columns["done"]


def test_the_page_fetches_nothing_and_runs_nothing(settlement: str, tmp_path: Path) -> None:
    text = written(settlement, tmp_path)
    assert "<script" not in text
    assert not re.search(r"(?:src|href)=", text)
    found = re.search(r"<style>(.*)</style>", text, re.DOTALL)
    assert found
    digest = base64.b64encode(sha256(found[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in text


def test_what_an_instrument_says_is_text_and_never_markup(settlement: str, tmp_path: Path) -> None:
    hostile = settlement.replace("Pay 1,000,000,000 USD", "<img src=x onerror=alert(1)>&amp;")
    root = html.fromstring(written(hostile, tmp_path))
    assert [] == list(root.iter("img"))
    titles = [str(one.text_content()) for one in root.iter("h3")]
    assert "<img src=x onerror=alert(1)>&amp;" in titles


def test_the_same_state_gives_the_same_bytes(settlement: str, tmp_path: Path) -> None:
    assert written(settlement, tmp_path) == written(settlement, tmp_path)


def test_a_card_names_its_instrument_and_tells_nobody_to_act_in_the_past(
    settlement: str, tmp_path: Path
) -> None:
    root = html.fromstring(written(settlement, tmp_path))
    cards = {
        str(one.get("id")): " ".join(one.text_content().split()) for one in root.iter("article")
    }
    late = cards["zte-2018.replace-boards"]
    assert "2018-07-08, overdue by 1 day Because" in late
    assert "Superseding settlement with BIS of June 2018; BIS superseding order" in late
    assert "within 30 days (deduced)" in late


def test_what_was_superseded_says_by_what() -> None:
    with open_desk() as desk:
        for year in (2017, 2018):
            load(str(ZTE / f"settlement-{year}.toml"), desk)
        text = " ".join(page(board(desk, DAY), DAY, 30).decode().split())
    assert 8 == text.count(
        'Superseded on <time datetime="2018-06-08">2018-06-08</time> by zte-2018'
    )

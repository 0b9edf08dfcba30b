from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from navicert.bootstrap import open_desk
from navicert.errors import StateUnusable
from navicert.facts.clearing import ClearedEntry, Clearing, ClearingScope
from navicert.terms.list_code import ListCode

CLEARING = Clearing(
    number=0,
    name="Ätlas",
    scope=ClearingScope.COUNTRY,
    entries=(ClearedEntry(ListCode.EL, "1", "ab"), ClearedEntry(ListCode.DPL, "order", "cd")),
    listed_name="ATLAS",
    reason="another firm",
    by="Eva",
    since=date(2026, 1, 1),
    until=date(2027, 1, 1),
    country="DE",
)


def test_decisions_come_back_as_they_were_put_in_numbered_from_one(home: Path) -> None:
    with open_desk(home) as desk:
        assert () == desk.clearings.all()
        assert home.exists() is False
        first = desk.clearings.keep(CLEARING)
        second = desk.clearings.keep(replace(CLEARING, until=None, birth_date="1965"))
        assert replace(CLEARING, number=1) == first.clearing
        assert (first, second) == desk.clearings.all()


def test_a_decision_is_taken_back_once_and_kept(home: Path) -> None:
    with open_desk(home) as desk:
        assert desk.clearings.revoke(1, "Eva", "wrong") is None
        kept = desk.clearings.keep(CLEARING)
        revoked = desk.clearings.revoke(1, "Eva", "wrong")
        assert revoked is not None
        assert revoked.revoked_at is not None
        assert (
            replace(kept, revoked_at=revoked.revoked_at, revoked_by="Eva", revoked_why="wrong")
            == revoked
        )
        assert desk.clearings.revoke(1, "Eva", "again") is None
        assert (revoked,) == desk.clearings.all()


def test_a_damaged_decision_is_told_by_its_number(home: Path) -> None:
    with open_desk(home) as desk:
        desk.clearings.keep(CLEARING)
    with closing(sqlite3.connect(home / "navicert.db")) as raw, raw:
        raw.execute("UPDATE cleared_pair SET entries = '[{}]'")
    with open_desk(home) as desk, pytest.raises(StateUnusable, match="cleared pair 1 is damaged"):
        desk.clearings.all()

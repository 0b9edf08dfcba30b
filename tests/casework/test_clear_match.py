from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from navicert.bootstrap import open_desk
from navicert.casework.check_order import Answer, Request, check_order
from navicert.casework.clear_match import Decision, clear_match, revoke
from navicert.casework.load_list import Loading, load_list
from navicert.casework.order.document import OrderDocument
from navicert.casework.ports import Desk, KeptClearing
from navicert.casework.recorded_clearings import CLEARED, REVOKED, on_record
from navicert.casework.verify_records import verify_records
from navicert.errors import RecordError, UnreadableFile
from navicert.facts import identifier
from navicert.facts.listing import ListedName, Listing
from navicert.facts.party import Address, Party
from navicert.law.edition import standard_law
from navicert.parties.lists.snapshot import Snapshot
from navicert.terms.list_code import ListCode
from navicert.terms.outcome import Action

LISTS = """
title = "Ours"
as_of = {day}
covers = ["DPL", "EL", "UVL", "MEU", "SDN"]

[[listing]]
list = "SDN"
entry = "entry-one"
names = ["Nordheide GmbH"]
remarks = "{remarks}"

[[listing]]
list = "DPL"
entry = "entry-two"
names = ["Atlas Foundry"]
since = 2020-01-01
until = 2040-01-01
standard_order = true
"""
NORDHEIDE = Party("Nordheide GmbH", (), Address(country="DE"))
DECISION = Decision(NORDHEIDE, "SDN:entry-one", "another Nordheide, founded 1998", "Eva")


def order(name: str = "Nordheide GmbH", country: str = "DE") -> OrderDocument:
    content: dict[str, Any] = {
        "reference": "EX-1",
        "day": date.today(),  # noqa: DTZ011 - as the desk itself says it
        "activity": "export",
        "from": "US",
        "destination": {"country": "DE"},
        "parties": [
            {
                "name": name,
                "roles": ["purchaser", "ultimate_consignee", "end_user"],
                "government": False,
                "military": False,
                "address": {"country": country},
            }
        ],
        "end_use": {"kind": "civil"},
        "lines": [
            {
                "item": "office chair",
                "kind": "commodity",
                "eccn": "EAR99",
                "origin": "US",
                "quantity": 10,
                "value": Decimal("210.00"),
                "currency": "USD",
                "exported_from_us": True,
            }
        ],
    }
    return OrderDocument("order.toml", content)


@pytest.fixture
def home(home: Path, tmp_path: Path) -> Path:
    with open_desk(home) as desk:
        load(desk, tmp_path)
    return home


def load(desk: Desk, folder: Path, remarks: str = "") -> None:
    path = folder / "ours.toml"
    path.write_text(LISTS.format(day=desk.clock.today(), remarks=remarks), encoding="utf-8")
    load_list(Loading(str(path)), desk)


def clear(home: Path, decision: Decision = DECISION) -> KeptClearing:
    with open_desk(home) as desk:
        return clear_match(decision, (), desk)


def checked(home: Path, document: OrderDocument | None = None, **more: object) -> Answer:
    with open_desk(home) as desk:
        request = replace(Request(document or order()), **more)  # type: ignore[arg-type]
        return check_order(request, standard_law(), desk)


def test_a_cleared_match_holds_no_order_and_the_answer_says_why(home: Path) -> None:
    before = checked(home)
    assert Action.RELEASE is not before.action
    assert "cleared" not in before.document["parties"][0]
    clear(home)
    answer = checked(home)
    assert Action.RELEASE is answer.action
    (party,) = answer.document["parties"]
    assert ([], "Eva") == (party["listings"], party["cleared"][0]["by"])
    assert "entry-one" == party["cleared"][0]["listing"]["entry"]
    told = "Nordheide GmbH is not 'Nordheide GmbH' of SDN (same name), as Eva decided on"
    assert any(note.startswith(told) for note in answer.document["notes"])


def test_the_decision_is_on_record_and_so_is_its_revocation(home: Path) -> None:
    clear(home)
    with open_desk(home) as desk:
        revoke(1, "Kim", "it was them", desk)
        kinds = [one.kind for one in desk.records.entries()]
        assert [CLEARED, REVOKED] == kinds[-2:]
        assert verify_records(desk).size == len(kinds)
        with pytest.raises(UnreadableFile, match="cleared pair 1: none that stands"):
            revoke(1, "Kim", "again", desk)
    assert Action.RELEASE is not checked(home).action


def test_the_match_returns_when_the_entry_changes(home: Path, tmp_path: Path) -> None:
    clear(home)
    with open_desk(home) as desk:
        load(desk, tmp_path, "also of Bremen")
    assert Action.RELEASE is not checked(home).action


def test_the_match_returns_when_the_party_is_elsewhere(home: Path) -> None:
    clear(home)
    assert Action.RELEASE is not checked(home, order(country="FR")).action


def test_what_was_known_before_the_decision_knows_nothing_of_it(home: Path) -> None:
    before = datetime.now(UTC)
    clear(home)
    assert Action.RELEASE is not checked(home, known=before).action
    assert 1 == len(checked(home, known=datetime.now(UTC)).document["parties"][0]["cleared"])


def test_a_denied_person_is_cleared_with_the_order_behind_the_row(home: Path) -> None:
    party = replace(NORDHEIDE, name="Atlas Foundry")
    assert Action.STOP is checked(home, order("Atlas Foundry")).action
    clear(home, replace(DECISION, party=party, match="DPL:entry-t"))
    answer = checked(home, order("Atlas Foundry"))
    assert Action.RELEASE is answer.action
    assert 2 == len(answer.document["parties"][0]["cleared"])


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        (
            {"match": "SDN:other"},
            "'Nordheide GmbH' does not meet SDN:other; it meets SDN:entry-one",
        ),
        ({"match": "entry-one"}, "is no entry of a list"),
        ({"match": "SDN:entr"}, "does not meet SDN:entr"),
        ({"reason": " - "}, "does not say why"),
        ({"by": " "}, "nobody is named"),
        ({"until": date(2020, 1, 1)}, "2020-01-01 has passed"),
    ],
)
def test_a_decision_that_says_too_little_is_refused(
    home: Path, changes: dict[str, Any], told: str
) -> None:
    with pytest.raises(UnreadableFile, match=told):
        clear(home, replace(DECISION, **changes))
    with open_desk(home) as desk:
        assert () == desk.clearings.all()


class Kept:
    """Snapshots of one list, whose entry has a number."""

    def all_current(self) -> tuple[Snapshot, ...]:
        number = identifier.parse("lei:5493001KJTIIGC8Y1R12")
        names = (ListedName("Nordheide GmbH"),)
        listing = Listing(ListCode.SDN, "entry-one", names, identifiers=(number,))
        return (Snapshot("SDN", "SDN", "", date(2026, 1, 1), "0" * 64, (listing,), (), ()),)

    def loads(self, _moment: datetime | None = None) -> tuple[()]:
        return ()


def test_what_a_number_decides_cannot_be_cleared(home: Path) -> None:
    snapshots: Any = Kept()
    party = replace(NORDHEIDE, identifiers=(identifier.parse("lei:5493001KJTIIGC8Y1R12"),))
    with open_desk(home) as desk:
        here = replace(desk, snapshots=snapshots)
        with pytest.raises(UnreadableFile, match="decides whatever the names are"):
            clear_match(replace(DECISION, party=party), (), here)
        assert 1 == clear_match(DECISION, (), here).clearing.number


def test_a_decision_that_the_log_does_not_have_clears_nothing_and_is_told(home: Path) -> None:
    clear(home)
    with closing(sqlite3.connect(home / "navicert.db")) as raw, raw:
        raw.execute("UPDATE cleared_pair SET scope = 'name', name = 'Atlas Foundry'")
    answer = checked(home)
    assert Action.RELEASE is not answer.action
    assert any("cleared pair 1 is not what the log has on record" in one for one in answer.doubts)
    with open_desk(home) as desk, pytest.raises(RecordError, match="cleared pair 1"):
        verify_records(desk)


def test_a_decision_that_vanished_or_came_back_is_told(home: Path) -> None:
    clear(home)
    with open_desk(home) as desk:
        revoke(1, "Kim", "it was them", desk)
    with closing(sqlite3.connect(home / "navicert.db")) as raw, raw:
        raw.execute("UPDATE cleared_pair SET revoked_at = NULL, revoked_by = '', revoked_why = ''")
    with open_desk(home) as desk:
        assert 1 == len(on_record(desk).doubts)
        assert {} == on_record(desk).clearings.by_name
    with closing(sqlite3.connect(home / "navicert.db")) as raw, raw:
        raw.execute("DELETE FROM cleared_pair")
    with open_desk(home) as desk:
        assert 1 == len(on_record(desk).doubts)


def test_a_decision_ends_with_its_day(home: Path) -> None:
    with open_desk(home) as desk:
        today = desk.clock.today()
    clear(home, replace(DECISION, until=today))
    assert Action.RELEASE is checked(home).action
    tomorrow = today + timedelta(days=1)
    assert Action.RELEASE is not checked(home, on=tomorrow).action

"""Two clocks: what the desk knew then is answered as it was then, and nothing leaks in."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from navicert.adapters.orders.read import read
from navicert.bootstrap import open_desk
from navicert.casework.check_order import Answer, Request, check_order
from navicert.casework.known_then import is_ours, moment_of
from navicert.casework.load_list import Loading, load_list
from navicert.casework.ports import Desk, FeedFile
from navicert.casework.retire_list import retire_list
from navicert.errors import MalformedDate
from navicert.law.edition import standard_law
from tests.health.house import ROOT

COVERS = 'title = "Ours"\nas_of = 2026-07-20\ncovers = ["DPL", "EL", "UVL", "MEU", "SDN"]\n'
LISTED = '[[listing]]\nlist = "EL"\nnames = ["{}"]\nlicense_requirement = "For all items subject \
to the EAR (See \u00a7744.11 of the EAR)"\n'
OF_THE_LAW = ["MIEU", "FCC", "S889", "S1260H"]
"""The lists that come with the law, and are asked whether or not any other was loaded."""
ORDER = (ROOT / "examples" / "orders" / "chairs-germany.toml").read_text(encoding="utf-8")


@pytest.fixture
def order(tmp_path: Path) -> Path:
    path = tmp_path / "order.toml"
    path.write_text(ORDER, encoding="utf-8")
    return path


@pytest.fixture
def load(tmp_path: Path) -> Callable[..., None]:
    def load(desk: Desk, *names: str) -> None:
        rows = "".join(LISTED.format(name) for name in names)
        (tmp_path / "ours.toml").write_text(COVERS + rows, encoding="utf-8")
        load_list(Loading(str(tmp_path / "ours.toml"), loss_accepted=True), desk)

    return load


def check(desk: Desk, order: Path, known: datetime | None = None) -> Answer:
    return check_order(Request(read(order), known=known), standard_law(), desk)


def without_known(answer: Answer) -> bytes:
    """The document as bytes, without where it is recorded and what begins with "as known at"."""
    document: dict[str, Any] = {**answer.document, "record": None}
    for key in ("notes", "doubts"):
        document[key] = [text for text in document[key] if not is_ours(text)]
    return json.dumps(document, ensure_ascii=False).encode()


@pytest.mark.parametrize(
    ("then", "since"),
    [
        (["Nordheide Büromöbel GmbH", "Other"], ["Other"]),
        (["Other"], ["Nordheide Büromöbel GmbH", "Other"]),
    ],
)
def test_a_check_of_then_is_answered_as_then_byte_for_byte(
    home: Path, order: Path, load: Callable[..., None], then: list[str], since: list[str]
) -> None:
    with open_desk(home) as desk:
        load(desk, *then)
        first = check(desk, order)
        moment = desk.clock.now()
        load(desk, *since)
    with open_desk(home) as desk:
        now, again = check(desk, order), check(desk, order, moment)
    assert first.action != now.action
    assert first.action == again.action
    assert without_known(first) == without_known(again)
    assert without_known(first) != without_known(now)
    assert 1 == sum(map(is_ours, again.document["notes"]))
    assert not any(map(is_ours, (*again.doubts, *now.document["notes"])))


def test_before_the_first_load_nothing_was_known_and_the_order_holds(
    home: Path, order: Path, load: Callable[..., None]
) -> None:
    with open_desk(home) as desk:
        moment = desk.clock.now()
        load(desk, "Other")
        found = check(desk, order, moment)
    assert "hold" == found.action
    assert OF_THE_LAW == [one["code"] for one in found.document["lists"]]
    assert any("no list was in force at this desk; the first one" in one for one in found.doubts)


def test_a_list_taken_out_of_force_was_known_before_and_not_after(
    home: Path, load: Callable[..., None]
) -> None:
    with open_desk(home) as desk:
        load(desk, "Other")
        before = desk.clock.now()
        retire_list("Ours", desk)
        after = desk.clock.now()
        load(desk, "Other", "Third")
        known = [[one.entries for one in desk.snapshots.known_at(at)] for at in (before, after)]
        assert [[1], []] == known
        assert [2] == [one.entries for one in desk.snapshots.known_at(desk.clock.now())]


def test_old_knowledge_releases_no_order_that_is_still_to_go(
    home: Path, order: Path, load: Callable[..., None]
) -> None:
    order.write_text(ORDER.replace("2026-07-30", "2099-07-30"), encoding="utf-8")
    with open_desk(home) as desk:
        load(desk, "Other")
        moment = desk.clock.now()
        load(desk, "Nordheide Büromöbel GmbH", "Other")
        told = check(desk, order, moment).doubts
    assert any("is still to go: check it without --known" in one for one in told)


def test_a_clock_that_was_set_back_leaves_no_moment_with_two_loads_of_a_list(
    home: Path, load: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_desk(home) as desk:
        load(desk, "Other")
        since = datetime.now(UTC)
        early = since - timedelta(days=30)
        monkeypatch.setattr(type(desk.clock), "now", lambda _: early)
        load(desk, "Other", "Third")
        first, second = desk.snapshots.tenures()
    assert first.since == first.until == second.since
    with open_desk(home) as desk:
        assert [2] == [one.entries for one in desk.snapshots.known_at(since)]
        assert () == desk.snapshots.known_at(early)


def test_what_is_in_force_is_held_against_what_the_log_had_said_by_then(
    home: Path, order: Path, load: Callable[..., None]
) -> None:
    with open_desk(home) as desk:
        load(desk, "Other")
        moment = desk.clock.now()
        with desk.at_once():
            snapshot = desk.snapshots.all_current()[0]
            content = desk.blobs.get(snapshot.digest)
            desk.snapshots.keep(replace(snapshot, title="Forged"), FeedFile("ours.toml", content))
        forged = check(desk, order, desk.clock.now())
        assert any("Forged: in force, and not on record" in one for one in forged.doubts)
        assert not any("Forged" in one for one in check(desk, order, moment).doubts)


class Noon:
    def now(self) -> datetime:
        return datetime(2026, 7, 30, 12, tzinfo=UTC)

    def today(self) -> date:
        return date(2026, 7, 30)


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()


@pytest.mark.usefixtures("berlin")
@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-07-29", "2026-07-29T21:59:59.999999+00:00"),
        ("2026-07-29T14:30", "2026-07-29T12:30:00+00:00"),
        ("2026-07-29T14:30:05Z", "2026-07-29T14:30:05+00:00"),
        ("2026-07-29T14:30-05:00", "2026-07-29T19:30:00+00:00"),
        ("2026-07-30", "2026-07-30T21:59:59.999999+00:00"),
    ],
)
def test_a_day_means_its_end_and_a_moment_is_by_the_clock_of_the_desk(
    text: str, moment: str
) -> None:
    assert moment == moment_of("--known", text, Noon()).isoformat()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("yesterday", "no day or moment"),
        ("2026-02-30", "no day or moment"),
        ("9999-12-31", "no day or moment"),
        ("2026-07-31", "still to come"),
        ("2026-07-30T23:59Z", "still to come"),
    ],
)
def test_what_is_no_moment_or_still_to_come_is_refused(text: str, told: str) -> None:
    with pytest.raises(MalformedDate, match=f"--known: .*{told}"):
        moment_of("--known", text, Noon())

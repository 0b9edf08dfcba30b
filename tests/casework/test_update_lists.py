"""An update against a real server: what came, what did not, and what stays in force."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from navicert.adapters.feeds import web
from navicert.adapters.feeds.disk import LARGEST
from navicert.bootstrap import open_desk
from navicert.casework.ports import Desk
from navicert.casework.recorded_lists import unproved
from navicert.casework.update_lists import State, Updated, Updating, update_lists
from navicert.errors import UnreadableFile
from navicert.parties.lists import sources
from tests.adapters.feeds.server import Reply, Told, serving
from tests.parties.lists.written import DENIED_PERSON, dpl

DAY = "Thu, 30 Jul 2026 10:00:00 GMT"
HASTY = web.Patience(silence=1, whole=2, tries=2, first=0.01, longest=0.02)


def denied(*numbers: int) -> bytes:
    return dpl(*(DENIED_PERSON | {"Name": f"FIRM {number}"} for number in numbers)).encode()


GOOD = denied(*range(400))


@pytest.fixture
def desk(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setattr(web.WebFeed.__init__, "__defaults__", (None, LARGEST, HASTY))
    with open_desk(home) as desk:
        yield desk


def publish(monkeypatch: pytest.MonkeyPatch, told: Told, **more: object) -> None:
    """Have the Denied Persons List come from a server of ours, and no other list from anywhere."""
    shipped = sources.of("dpl"), sources.of("csl"), sources.of("house")
    own: Mapping[str, Any] = {"url": f"{told.url}/dpl.txt", **more}
    changed = {"dpl": replace(shipped[0], **own), "csl": replace(shipped[1], url="")}
    monkeypatch.setattr(sources, "of", lambda folder: changed.get(folder, shipped[2]))
    monkeypatch.setattr(sources, "FOLDERS", ("csl", "dpl", "house"))


def update(desk: Desk, *codes: str, **more: Any) -> tuple[Updated, ...]:  # noqa: ANN401
    return update_lists(Updating(codes, **more), desk, lambda *_: None)


def digests(desk: Desk) -> list[str]:
    return [load.digest for load in desk.snapshots.loads()]


def test_a_list_is_fetched_once_and_then_only_asked_whether_it_changed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Reply(200, GOOD, {"ETag": '"1"', "Last-Modified": DAY})
    with serving(first, Reply(304)) as told:
        publish(monkeypatch, told)
        (loaded,), (again,) = update(desk), update(desk)
    assert (State.LOADED, State.UNCHANGED) == (loaded.state, again.state)
    assert ("DPL", 400, desk.clock.today()) == (
        loaded.code,
        loaded.snapshot and loaded.snapshot.entries,
        loaded.snapshot and loaded.snapshot.as_of,
    )
    assert [None, '"1"'] == [headers.get("If-None-Match") for _, headers in told.asked]
    assert (1, ()) == (len(desk.snapshots.tenures()), unproved(desk))


def test_a_list_that_did_not_change_since_another_day_is_now_known_to_be_of_today(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "dpl.txt").write_bytes(GOOD)
    update(desk, folder=str(tmp_path), as_of=date(2026, 1, 1))
    with serving(Reply(200, GOOD)) as told:
        publish(monkeypatch, told)
        (found,) = update(desk)
    assert State.CONFIRMED == found.state
    assert [date(2026, 1, 1), desk.clock.today()] == [
        one.load.as_of for one in desk.snapshots.tenures()
    ]


def test_what_changed_is_counted(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    changed = denied(*range(1, 402)).replace(b"DENVER", b"DALLAS", 1)
    with serving(Reply(200, GOOD), Reply(200, changed)) as told:
        publish(monkeypatch, told)
        update(desk)
        (found,) = update(desk)
    assert found.difference is not None
    assert (2, 1, 1) == found.difference.counts
    (_, tenure) = desk.snapshots.tenures()
    assert (2, 1, 1) == tenure.change


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (Reply(500), "500"),
        (Reply(404), "404"),
        (Reply(200, denied(*range(200))), "DPL had 400 entries at the last load and has 200 now"),
        (Reply(200, GOOD.replace(b"Standard_Order", b"Standing_Order")), "columns"),
        (Reply(200, GOOD[:-60]), "cells where the header has"),
        (Reply(200, GOOD, {"Content-Length": str(len(GOOD) + 9)}), "asked 2 times"),
        (Reply(200, GOOD, {"Content-Length": str(len(GOOD) // 2)}), "cells|entries"),
        (Reply(200, b"<html>maintenance</html>"), "none of the forms"),
        (Reply(302, headers={"Location": "/dpl.txt"}), "more than 5 redirects"),
    ],
)
def test_a_list_that_cannot_be_had_or_believed_leaves_the_last_good_one_in_force(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, reply: Reply, why: str
) -> None:
    with serving(Reply(200, GOOD, {"ETag": '"1"'}), reply) as told:
        publish(monkeypatch, told)
        update(desk)
        good = digests(desk)
        for _ in range(2):
            (found,) = update(desk)
            assert State.FAILED == found.state
            assert re.search(why, found.why)
    assert good == digests(desk)
    assert '"1"' == told.asked[-1][1].get("If-None-Match")


def test_a_trial_run_fetches_and_compares_and_changes_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(Reply(200, GOOD)) as told:
        publish(monkeypatch, told)
        (found,) = update(desk, dry_run=True)
    assert (State.LOADED, []) == (found.state, digests(desk))
    assert not desk.home.exists()


def test_a_list_of_several_files_is_put_together_the_same_each_time(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(Reply(200, GOOD, {"ETag": '"1"'}), Reply(304)) as told:
        publish(monkeypatch, told, files=("dpl.txt", "more.txt"))
        found = [update(desk)[0] for _ in range(2)]
    assert ["/dpl.txt", "/more.txt"] * 1 == [path for path, _ in told.asked][:2]
    assert {State.FAILED} == {one.state for one in found}


def test_an_unknown_code_is_named_with_those_there_are(desk: Desk) -> None:
    with pytest.raises(UnreadableFile, match=r"'XYZ': no list with an official address.*CSL"):
        update(desk, "XYZ")


def test_a_folder_gives_every_file_that_a_reader_knows_and_skips_the_rest(
    desk: Desk, tmp_path: Path
) -> None:
    (tmp_path / "DPL.txt").write_bytes(GOOD)
    (tmp_path / "ours.toml").write_text(
        'title = "Ours"\n[[listing]]\nlist = "OWN"\nnames = ["A"]\n', encoding="utf-8"
    )
    (tmp_path / "README").write_text("fetched on Monday", encoding="utf-8")
    (tmp_path / "theirs.toml").write_text("[[listing]]\nbad = 1\n", encoding="utf-8")
    done = update(desk, folder=str(tmp_path))
    found = {Path(one.place).name: one.state for one in done if one.state is not State.ABSENT}
    lacking = {one.code for one in done if one.state is State.ABSENT}
    assert {"CSL", "SDN", "UN"} <= lacking
    assert "DPL" not in lacking
    assert {
        "DPL.txt": State.LOADED,
        "ours.toml": State.LOADED,
        "README": State.SKIPPED,
        "theirs.toml": State.FAILED,
    } == found
    assert ["DPL", "OWN"] == [load.code for load in desk.snapshots.loads()]


def test_a_file_with_the_name_of_a_list_that_is_none_fails(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "dpl.txt").write_text("maintenance", encoding="utf-8")
    assert [State.FAILED] == [one.state for one in update(desk, "DPL", folder=str(tmp_path))]


def test_only_the_lists_that_were_asked_for_are_taken_from_a_folder(
    desk: Desk, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_bytes(GOOD)
    (tmp_path / "b.toml").write_text('[[listing]]\nlist = "OWN"\nnames = ["A"]\n', encoding="utf-8")
    assert ["DPL"] == [one.code for one in update(desk, "dpl", folder=str(tmp_path))]
    with pytest.raises(UnreadableFile, match="no list of CSL in it"):
        update(desk, "CSL", folder=str(tmp_path))


def test_a_folder_of_a_day_to_come_is_refused(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "dpl.txt").write_bytes(GOOD)
    day = desk.clock.today() + timedelta(days=1)
    with pytest.raises(UnreadableFile, match=f"it cannot have been current on {day}, a day to"):
        update(desk, folder=str(tmp_path), as_of=day)
    assert () == desk.snapshots.loads()

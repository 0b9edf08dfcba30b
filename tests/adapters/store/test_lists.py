"""Lists in the store: what is in force, what is refused, and that nothing changes on the way."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from navicert.adapters.store import parsed
from navicert.bootstrap import open_desk
from navicert.casework.ports import Desk, FeedFile
from navicert.errors import ListShrank, StateUnusable
from navicert.parties.lists.read import read
from navicert.parties.lists.snapshot import Snapshot

ORDER = """
[[denial_order]]
reference = "An order"
persons = [["Acme", "Acme Trading"]]
[[denial_order.event]]
day = 2018-04-15
kind = "issued"
citation = "83 FR 17644"
end = 2025-03-13
[[denial_order.event]]
day = 2018-07-02
kind = "carved_out"
citation = "83 FR 34825"
[denial_order.event.authorization]
since = 2018-07-02
until = 2018-08-01
citation = "83 FR 34825"
activities = ["service", "export"]
purposes = ["network maintenance", "handset security"]
"""


def list_of(count: int, title: str = "Mine", order: str = "") -> bytes:
    rows = "".join(
        f'[[listing]]\nlist = "OWN"\nnames = ["Acme {number}"]\nsince = 2020-01-01\n'
        for number in range(count)
    )
    return f'title = "{title}"\nas_of = 2026-11-01\n{rows}{order}'.encode()


def keep(desk: Desk, content: bytes, *, loss_accepted: bool = False) -> Snapshot:
    snapshot = read("own.toml", content)
    desk.snapshots.keep(snapshot, FeedFile("own.toml", content), loss_accepted=loss_accepted)
    return snapshot


def change(desk: Desk, statement: str) -> None:
    desk.close()
    with closing(sqlite3.connect(desk.home / "navicert.db")) as raw:
        raw.execute(statement)
        raw.commit()


@pytest.fixture
def desk(home: Path) -> Iterator[Desk]:
    with open_desk(home) as desk:
        yield desk


def test_without_a_load_there_is_nothing_and_nothing_is_made(desk: Desk) -> None:
    assert () == desk.snapshots.all_current() == desk.snapshots.current("CSL")
    assert () == desk.snapshots.loads()
    assert not desk.snapshots.retire("OWN", "Mine")
    assert not desk.home.exists()


def test_what_was_kept_comes_back_the_same_from_another_process(desk: Desk) -> None:
    content = list_of(3, order=ORDER)
    snapshot = keep(desk, content)
    with open_desk(desk.home) as again:
        assert (snapshot,) == again.snapshots.all_current() == again.snapshots.current("OWN")
        assert content == again.blobs.get(snapshot.digest)


def test_a_load_is_told_without_reading_the_list(desk: Desk) -> None:
    content = list_of(3)
    keep(desk, content)
    (load,) = desk.snapshots.loads()
    assert ("OWN", "Mine", date(2026, 11, 1), 3) == (
        load.code,
        load.title,
        load.as_of,
        load.entries,
    )
    assert (sha256(content).hexdigest(), (("OWN", 3),)) == (load.digest, load.counts_by_list)
    assert load.loaded_at.endswith("Z")


def test_a_newer_load_replaces_the_one_before(desk: Desk) -> None:
    keep(desk, list_of(3))
    newer = keep(desk, list_of(4))
    assert (newer,) == desk.snapshots.all_current()


def test_lists_of_ones_own_stand_side_by_side_by_their_titles(desk: Desk) -> None:
    two = keep(desk, list_of(2, "Two"))
    one = keep(desk, list_of(1, "One"))
    assert (one, two) == desk.snapshots.all_current() == desk.snapshots.current("OWN")


def test_a_list_that_lost_half_its_rows_is_refused_and_the_good_one_stays(desk: Desk) -> None:
    good = keep(desk, list_of(100))
    with pytest.raises(ListShrank, match="OWN had 100 entries at the last load and has 50 now"):
        keep(desk, list_of(50))
    assert (good,) == desk.snapshots.all_current()


def test_a_loss_that_an_officer_accepted_is_taken(desk: Desk) -> None:
    keep(desk, list_of(100))
    less = keep(desk, list_of(50), loss_accepted=True)
    assert (less,) == desk.snapshots.all_current()


def test_a_first_load_that_is_only_a_part_is_refused(desk: Desk) -> None:
    with pytest.raises(ListShrank, match="0 entries, and the whole list has at least 1"):
        keep(desk, list_of(0))
    assert () == desk.snapshots.all_current()


def test_a_list_taken_out_of_force_is_gone_and_its_bytes_are_kept(desk: Desk) -> None:
    kept = keep(desk, list_of(1))
    assert [True, False] == [desk.snapshots.retire("OWN", "Mine") for _ in range(2)]
    assert () == desk.snapshots.all_current()
    assert list_of(1) == desk.blobs.get(kept.digest)


def test_other_bytes_than_the_snapshot_was_read_from_are_refused(desk: Desk) -> None:
    with pytest.raises(ValueError, match="not read from these bytes"):
        desk.snapshots.keep(read("own.toml", list_of(1)), FeedFile("own.toml", list_of(2)))
    assert () == desk.snapshots.loads()


def test_what_an_older_reader_made_is_read_again_from_the_bytes(desk: Desk) -> None:
    snapshot = keep(desk, list_of(3, order=ORDER))
    change(desk, "UPDATE list_reading SET reader = 'older', parsed = 'nowhere'")
    assert (snapshot,) == desk.snapshots.all_current()
    change(desk, "DELETE FROM list_reading WHERE reader = 'older'")
    desk.close()
    with closing(sqlite3.connect(desk.home / "navicert.db")) as raw:
        found = raw.execute("SELECT digest, reader FROM list_reading").fetchall()
    assert [(snapshot.digest, parsed.version())] == found


def test_a_form_that_does_not_fit_is_read_again_from_the_bytes(desk: Desk) -> None:
    snapshot = keep(desk, list_of(3))
    other = desk.blobs.put(b"\x93 not the form")
    change(desk, f"UPDATE list_reading SET parsed = '{other}'")  # noqa: S608 - our own digest
    assert (snapshot,) == desk.snapshots.all_current()


def test_bytes_that_are_gone_are_named(desk: Desk) -> None:
    snapshot = keep(desk, list_of(3))
    for path in (desk.home / "blobs").rglob("*"):
        if path.is_file():
            path.unlink()
    with pytest.raises(StateUnusable, match=r"Mine: the file [0-9a-f]{64} is missing"):
        desk.snapshots.all_current()
    assert snapshot == keep(desk, list_of(3))
    assert (snapshot,) == desk.snapshots.all_current()


def test_the_form_of_a_snapshot_does_not_depend_on_the_order_of_its_sets() -> None:
    snapshot = read("own.toml", list_of(1, order=ORDER))
    assert parsed.encode(snapshot) == parsed.encode(read("own.toml", list_of(1, order=ORDER)))


@pytest.mark.needs_corpus
def test_the_consolidated_screening_list_comes_back_as_it_was_read(
    desk: Desk, corpus: Path
) -> None:
    feed = desk.feed.fetch(str(corpus / "lists" / "csl-2022-04.csv.gz"))
    snapshot = read(feed.name, feed.content, date(2022, 4, 1))
    desk.snapshots.keep(snapshot, feed, loss_accepted=True)
    with open_desk(desk.home) as again:
        assert (snapshot,) == again.snapshots.all_current()


@pytest.mark.parametrize(
    "cell",
    [
        "counts_by_list = 'x'",
        "counts_by_list = '[1]'",
        "as_of = 'garbage'",
        "entries = 'many'",
        "loaded_at = x'00'",
    ],
)
def test_a_value_that_was_never_put_there_makes_the_lists_unusable(desk: Desk, cell: str) -> None:
    keep(desk, list_of(3))
    change(desk, f"UPDATE list_load SET {cell}")  # noqa: S608 - our own words
    for ask in (desk.snapshots.all_current, desk.snapshots.loads):
        with pytest.raises(StateUnusable, match="navicert never put there"):
            ask()


def test_what_a_list_covers_comes_back(desk: Desk) -> None:
    covering = list_of(2).replace(b"as_of", b'covers = ["EL"]\nhistory_from = 2020-01-01\nas_of', 1)
    snapshot = keep(desk, covering)
    assert (snapshot,) == desk.snapshots.all_current()
    assert (("EL",), date(2020, 1, 1)) == (snapshot.covers, snapshot.history_from)

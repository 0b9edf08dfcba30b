from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from navicert.bootstrap import open_desk
from navicert.casework.list_parcels import Fetched, Parcel, fetched, from_addresses, from_folder
from navicert.casework.ports import Desk, Seen
from navicert.parties.lists import sources
from navicert.parties.lists.read import read
from tests.adapters.feeds.server import Reply, Told, serving
from tests.parties.lists.ofac import written


@pytest.fixture
def desk(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with open_desk(home) as desk:
        yield desk


def quartet(told: Told) -> Parcel:
    places = tuple(f"{told.url}/{name}" for name in ("sdn.csv", "add.csv"))
    return Parcel("SDN", "Specially Designated Nationals", places, official=True)


def note(found: Fetched, desk: Desk) -> None:
    for place, part in found.parts:
        desk.visits.note(place, Seen(desk.blobs.put(part.content), part.etag))


def test_the_files_of_one_list_make_one_archive_always_the_same(desk: Desk) -> None:
    with serving(Reply(200, b"one"), Reply(200, b"two")) as told:
        first = fetched(quartet(told), desk)
        told.replies[:] = [Reply(200, b"one"), Reply(200, b"two")]
        again = fetched(quartet(told), desk)
    assert first == again
    with zipfile.ZipFile(io.BytesIO(first.file.content)) as archive:
        assert {"sdn.csv": b"one", "add.csv": b"two"} == {
            name: archive.read(name) for name in archive.namelist()
        }


def test_of_several_files_only_those_that_changed_are_fetched(desk: Desk) -> None:
    one, two = Reply(200, b"one", {"ETag": '"1"'}), Reply(200, b"two", {"ETag": '"2"'})
    with serving(one, two, Reply(304), Reply(200, b"new", {"ETag": '"3"'})) as told:
        note(fetched(quartet(told), desk), desk)
        found = fetched(quartet(told), desk)
    assert ['"1"', '"2"'] == [headers["If-None-Match"] for _, headers in told.asked[2:]]
    assert [b"one", b"new"] == [part.content for _, part in found.parts]


def test_what_was_seen_and_is_no_longer_kept_is_fetched_again(desk: Desk) -> None:
    with serving(Reply(200, b"one", {"ETag": '"1"'})) as told:
        parcel = Parcel("DPL", "Denied", (f"{told.url}/dpl.txt",), official=True)
        desk.visits.note(parcel.places[0], Seen(sha256(b"gone").hexdigest(), '"0"'))
        assert b"one" == fetched(parcel, desk).file.content
    assert "If-None-Match" not in told.asked[0][1]


def test_the_official_lists_are_those_with_an_address() -> None:
    found = {one.code: one.places for one in from_addresses(())}
    assert (sources.of("dpl").url,) == found["DPL"]
    assert ["CSL", "DPL", "SDN", "NONSDN", "UN", "EU", "UK"] == [
        one.code for one in from_addresses(())
    ]
    assert (sources.of("csl").url,) == found["CSL"]
    assert sources.of("ofac").places == found["SDN"]
    assert ["DPL"] == [one.code for one in from_addresses(("dpl",))]


def test_a_file_of_a_folder_is_known_by_the_name_of_an_official_one(
    desk: Desk, tmp_path: Path
) -> None:
    for name in ("DPL.TXT.gz", "other.txt"):
        (tmp_path / name).touch()
    assert [("DPL", "DPL.TXT.gz"), ("", "other.txt")] == [
        (one.code, Path(one.places[0]).name) for one in from_folder(str(tmp_path), desk)
    ]


def test_of_two_forms_of_a_list_in_a_folder_one_is_taken(desk: Desk, tmp_path: Path) -> None:
    for name in ("SDN_ADVANCED.XML", "SDN.CSV.gz", "ALT.CSV", "ADD.CSV", "SDN_COMMENTS.CSV"):
        (tmp_path / name).touch()
    taken, left = from_folder(str(tmp_path), desk)
    assert ("SDN", ["SDN.CSV.gz"], "") == (
        taken.code,
        [Path(place).name for place in taken.places],
        taken.instead,
    )
    assert ("SDN", "SDN.CSV.gz") == (left.code, Path(left.instead).name)


def test_the_four_files_of_a_list_in_a_folder_are_read_as_one(desk: Desk, tmp_path: Path) -> None:
    for name, content in written.files().items():
        (tmp_path / name.upper()).write_bytes(content)
    (parcel,) = from_folder(str(tmp_path), desk)
    file = fetched(parcel, desk).file
    snapshot = read(file.name, file.content)
    assert ("SDN", 2) == (snapshot.code, snapshot.entries)
    assert file == desk.feed.fetch(str(tmp_path))

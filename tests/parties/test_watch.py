from __future__ import annotations

from collections.abc import Sequence

from navicert.parties.lists.read import read
from navicert.parties.lists.snapshot import Snapshot
from navicert.parties.screening.indexed import Indexed
from navicert.parties.screening.navicert_1.reading import read as read_name
from navicert.parties.watch import Watch, indexed

LISTING = '[[listing]]\nlist = "EL"\nentry = "{0}"\nnames = ["{0}"]\ncountries = ["CN"]\n'


def listed(*names: str) -> Snapshot:
    own = "\n".join(LISTING.format(name) for name in names)
    return read("own.toml", f'covers = ["EL"]\n{own}'.encode())


SMALL, OTHER = listed("Kangxun Works", "Old Hill"), listed("Atlas Lines")
LARGE = listed("Harbor Brothers", *(f"Kavian Plant {number}" for number in range(1000)))


def test_each_name_has_its_place_whichever_lists_are_indexed_together() -> None:
    watch = Watch.of([SMALL, OTHER, LARGE, SMALL])
    for name, places in (
        ("Kangxun Works", [0, 1004]),
        ("Atlas Lines", [2]),
        ("Harbor Brothers", [3]),
    ):
        found = [hit.position for hit in watch.segments.search(read_name(name), 0.9)]
        assert places == found
        assert {name} == {watch.subjects[place].text for place in found}


def test_only_a_list_of_many_names_asks_for_an_index_of_its_own() -> None:
    asked: list[Snapshot] = []

    def noted(snapshot: Snapshot, names: Sequence[str]) -> Indexed:
        asked.append(snapshot)
        return indexed(snapshot, names)

    watch = Watch.of([SMALL, OTHER, LARGE], noted)
    assert [LARGE] == asked
    assert [3, 1001] == [len(index) for index in watch.segments.indexes]

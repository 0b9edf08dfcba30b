from __future__ import annotations

from pathlib import Path

import pytest

from navicert.adapters.store.indexes import LEAST_KEPT, StoredIndexes
from navicert.parties.lists.snapshot import Snapshot
from navicert.parties.screening.indexed import Indexed
from navicert.parties.screening.navicert_1.reading import read
from navicert.parties.screening.segments import Segments

NAMES = [f"Works number {place} of Kangxun" for place in range(LEAST_KEPT + 100)]
NEWER = ["Aeolus Shipping", *NAMES[:500], *NAMES[520:], "Boreas Telecom"]


def snapshot(digest: str, code: str = "OWN") -> Snapshot:
    return Snapshot(code, "Own", "", None, digest * 64, (), (), ())


def found(indexed: Indexed, names: list[str], asked: str) -> list[str]:
    segments = Segments.of([(len(names), indexed)], bytes(len(names)))
    return [names[hit.position] for hit in segments.search(read(asked), 0.8)]


def files(folder: Path, ending: str) -> list[Path]:
    return sorted(folder.glob(f"*.{ending}"))


def test_an_index_is_kept_and_answers_the_same_from_its_file(tmp_path: Path) -> None:
    indexes = StoredIndexes(tmp_path)
    built = indexes(snapshot("a"), NAMES)
    (file,) = files(tmp_path, "index")
    before = file.stat().st_mtime_ns
    again = indexes(snapshot("a"), NAMES)
    assert before == file.stat().st_mtime_ns
    assert ["Works number 7 of Kangxun"] == found(built, NAMES, "Works number 7 of Kangxun")
    assert ["Works number 7 of Kangxun"] == found(again, NAMES, "Works number 7 of Kangxun")


def test_a_damaged_or_older_file_is_built_anew(tmp_path: Path) -> None:
    indexes = StoredIndexes(tmp_path)
    indexes(snapshot("a"), NAMES)
    (file,) = files(tmp_path, "index")
    whole = file.read_bytes()
    for damaged in (b"", whole[: len(whole) // 2], whole[:-1] + b"\xff"):
        file.write_bytes(damaged)
        assert len(NAMES) == len(indexes(snapshot("a"), NAMES))
        assert whole == file.read_bytes()


def test_a_newer_list_that_differs_little_is_indexed_by_what_it_adds(tmp_path: Path) -> None:
    indexes = StoredIndexes(tmp_path)
    indexes(snapshot("a"), NAMES)
    for _ in ("worked out", "kept"):
        newer = indexes(snapshot("b"), NEWER)
        assert [LEAST_KEPT + 100, 2] == [len(index) for index in newer.indexes]
        assert ["Aeolus Shipping"] == found(newer, NEWER, "Aeolus Shipping")
        assert [] == found(newer, NEWER, NAMES[510])
        assert [NAMES[530]] == found(newer, NEWER, NAMES[530])
    assert (1, 1) == (len(files(tmp_path, "index")), len(files(tmp_path, "update")))


@pytest.mark.parametrize(
    ("names", "code"), [(NAMES[:300] + [f"Ship {n}" for n in range(900)], "OWN"), (NEWER, "UN")]
)
def test_a_list_that_differs_much_or_is_another_one_gets_an_index_of_its_own(
    tmp_path: Path, names: list[str], code: str
) -> None:
    indexes = StoredIndexes(tmp_path)
    indexes(snapshot("a"), NAMES)
    assert 1 == len(indexes(snapshot("b", code), names).indexes)
    assert (2, 0) == (len(files(tmp_path, "index")), len(files(tmp_path, "update")))


@pytest.mark.parametrize("ending", ["index", "update", "names"])
@pytest.mark.parametrize("damage", [b"", b"\xc1", b"\x94\xa1a\xc4\x00\xc4\x00\xc4\x00"])
def test_a_damaged_part_of_an_update_loses_nothing(
    tmp_path: Path, ending: str, damage: bytes
) -> None:
    indexes = StoredIndexes(tmp_path)
    indexes(snapshot("a"), NAMES)
    indexes(snapshot("b"), NEWER)
    for file in files(tmp_path, ending):
        file.write_bytes(damage)
    again = indexes(snapshot("b"), NEWER)
    assert ["Boreas Telecom"] == found(again, NEWER, "Boreas Telecom")
    assert [] == found(again, NEWER, NAMES[510])


def test_another_version_takes_the_place_of_the_older_one(tmp_path: Path) -> None:
    indexes = StoredIndexes(tmp_path)
    old = tmp_path / f"{'a' * 64}-0000000000000000.index"
    old.write_bytes(b"of another time")
    indexes(snapshot("a"), NAMES)
    assert not old.exists()


def test_few_names_are_not_kept_and_a_folder_that_cannot_be_written_is_no_matter(
    tmp_path: Path,
) -> None:
    assert 1 == len(StoredIndexes(tmp_path / "none")(snapshot("a"), ["Atlas"]))
    assert not (tmp_path / "none").exists()
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    assert len(NAMES) == len(StoredIndexes(tmp_path / "file")(snapshot("a"), NAMES))

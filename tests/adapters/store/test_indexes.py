from __future__ import annotations

from pathlib import Path

from navicert.adapters.store.indexes import LEAST_KEPT, StoredIndexes
from navicert.parties.lists.snapshot import Snapshot
from navicert.parties.screening.navicert_1.reading import read

NAMES = [f"Works number {place} of Kangxun" for place in range(LEAST_KEPT)]


def snapshot(digest: str) -> Snapshot:
    return Snapshot("OWN", "Own", "", None, digest * 64, (), (), ())


def test_an_index_is_kept_and_answers_the_same_from_its_file(tmp_path: Path) -> None:
    indexes = StoredIndexes(tmp_path)
    built = indexes(snapshot("a"), NAMES)
    (file,) = tmp_path.iterdir()
    before = file.stat().st_mtime_ns
    again = indexes(snapshot("a"), NAMES)
    assert before == file.stat().st_mtime_ns
    asked = read("Works number 7 of Kangxun")
    assert built.candidates(asked) == again.candidates(asked)


def test_a_damaged_or_older_file_is_built_anew(tmp_path: Path) -> None:
    indexes = StoredIndexes(tmp_path)
    indexes(snapshot("a"), NAMES)
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()
    for damaged in (b"", whole[: len(whole) // 2], whole[:-1] + b"\xff"):
        file.write_bytes(damaged)
        assert len(NAMES) == len(indexes(snapshot("a"), NAMES))
        assert whole == file.read_bytes()


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

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from navicert.adapters.store.kept import KeptFiles
from navicert.errors import StateUnusable

CONTENT = b"id\n1\n"
DIGEST = sha256(CONTENT).hexdigest()


def test_bytes_are_kept_once_and_read_only(tmp_path: Path) -> None:
    kept = KeptFiles(tmp_path / "evidence")
    assert [DIGEST, DIGEST] == [kept.put(CONTENT), kept.put(CONTENT)]
    (place,) = (tmp_path / "evidence").iterdir()
    assert (DIGEST, 0) == (place.name, place.stat().st_mode & 0o222)
    assert CONTENT == kept.get(DIGEST)


def test_a_damaged_file_is_found_and_mended_by_the_good_one(tmp_path: Path) -> None:
    kept = KeptFiles(tmp_path)
    kept.put(CONTENT)
    (tmp_path / DIGEST).chmod(0o600)
    (tmp_path / DIGEST).write_bytes(b"other")
    with pytest.raises(StateUnusable, match="damaged"):
        kept.get(DIGEST)
    kept.put(CONTENT)
    assert CONTENT == kept.get(DIGEST)


@pytest.mark.parametrize("digest", ["0" * 64, "../navicert.db", "", "0" * 63 + "/"])
def test_what_was_never_kept_is_not_found(digest: str, tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        KeptFiles(tmp_path).get(digest)

from __future__ import annotations

import pytest

from navicert.casework.each_file import each
from navicert.errors import StateUnusable, UnreadableFile


def job(file: str) -> int:
    if file == "gone":
        raise StateUnusable("the directory is gone")
    if not file.isdigit():
        raise UnreadableFile(f"{file}: no number")
    return int(file)


def test_a_refused_file_does_not_stop_the_others() -> None:
    found = each(("1", "x", "2"), job)
    assert [("1", 1), ("x", None), ("2", 2)] == [(one.file, one.made) for one in found]
    assert ["None", "x: no number", "None"] == [str(one.refused) for one in found]


def test_what_is_no_fault_of_a_file_stops_all() -> None:
    with pytest.raises(StateUnusable):
        each(("1", "gone"), job)

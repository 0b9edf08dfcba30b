from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from navicert.casework.certify_ports import CertifyDesk
from navicert.casework.keep_evidence import Offered, in_force, keep_evidence, on_record
from navicert.casework.ports import FeedFile
from navicert.casework.verify_kept import verify_kept
from navicert.errors import InputError, RecordAltered
from tests.casework.certifying import ALL, ROSTER, TODAY, TWO, TellsDay, add, desk_at

GOOD = Offered(FeedFile("in/roster.csv", ROSTER), "roster", "HR", TODAY, "Ana")


@pytest.fixture
def at(home: Path) -> Iterator[CertifyDesk]:
    found = desk_at(home)
    with found.desk:
        yield found


def test_a_file_is_kept_as_it_is_by_its_digest(at: CertifyDesk, home: Path) -> None:
    asked = replace(GOOD, query="SELECT * FROM staff")
    kept = keep_evidence(asked, at.desk, at.tools)
    assert (kept,) == tuple(on_record(at.desk.records))
    said = kept.evidence
    assert (sha256(ROSTER).hexdigest(), len(ROSTER)) == (said.digest, said.size)
    assert ("roster.csv", "SELECT * FROM staff") == (said.file, said.query)
    place = home / "evidence" / said.digest
    assert (ROSTER, 0) == (place.read_bytes(), place.stat().st_mode & 0o222)


def test_a_newer_file_supersedes_and_the_old_one_can_be_asked_for(home: Path) -> None:
    early = desk_at(home)
    early = replace(early, desk=replace(early.desk, clock=TellsDay(date(2018, 4, 2))))
    with early.desk:
        old = add(early, "letters", TWO, date(2018, 4, 1))
        new = add(early, "letters", ALL, date(2018, 4, 2))
        assert (new,) == in_force(early.desk.records)
        assert (old,) == in_force(early.desk.records, on=date(2018, 4, 1))
        today = date.fromisoformat(new.added_at[:10])
        assert (new,) == in_force(early.desk.records, known=today.replace(year=today.year + 1))
        assert () == in_force(early.desk.records, known=today.replace(year=today.year - 1))
        assert TWO == early.tools.kept.get(old.evidence.digest)


@pytest.mark.parametrize(
    "bad",
    [
        replace(GOOD, table="Roster of 2016"),
        replace(GOOD, table=""),
        replace(GOOD, system=" "),
        replace(GOOD, by="\x1b[2J"),
        replace(GOOD, day=date(2018, 4, 11)),
        replace(GOOD, file=FeedFile("roster.doc", ROSTER)),
        replace(GOOD, file=FeedFile("roster.csv", b"")),
        replace(GOOD, query="x" * 100_001),
    ],
)
def test_what_says_too_little_is_not_kept(bad: Offered, at: CertifyDesk, home: Path) -> None:
    with pytest.raises(InputError):
        keep_evidence(bad, at.desk, at.tools)
    assert () == tuple(on_record(at.desk.records))
    assert not (home / "evidence").exists()


def test_kept_files_are_proved_with_the_records(at: CertifyDesk, home: Path) -> None:
    digest = add(at, "roster", ROSTER).evidence.digest
    assert 1 == verify_kept(at.desk.records, at.tools.kept)
    (home / "evidence" / digest).unlink()
    with pytest.raises(RecordAltered, match="entry 0 rests on a file"):
        verify_kept(at.desk.records, at.tools.kept)

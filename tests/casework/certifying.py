"""A small desk that certifies: three people, a register of letters, and the day is told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from navicert.bootstrap import certify_desk, open_desk
from navicert.casework.certify_ports import CertifyDesk, Tools
from navicert.casework.keep_evidence import Offered, keep_evidence
from navicert.casework.ports import FeedFile
from navicert.undertakings.certifications.letter import Letter, Paragraph
from navicert.undertakings.checks.check import (
    Check,
    Column,
    ColumnKind,
    Parameter,
    ParameterKind,
    Table,
)
from navicert.undertakings.checks.evidence import Added

TODAY = date(2018, 4, 10)
ROSTER = b"id,name\n1,Ana\n2,Bo\n3,Cid\n"
ALL = b"id,dated\n1,2018-03-08\n2,2018-03-09\n3,2018-03-09\n"
TWO = b"id,dated\n1,2018-03-08\n3,2018-03-09\n"
SQL = """
SELECT r.id, r.name FROM roster r
WHERE NOT EXISTS (SELECT 1 FROM letters l WHERE l.id = r.id AND l.dated <= $by)
"""
CHECK = Check(
    id="told",
    statement="Each of the three has a letter dated by {by}.",
    sql=SQL,
    key=("id", "name"),
    tables=(
        Table(
            "letters",
            (Column("id", ColumnKind.INTEGER), Column("dated", ColumnKind.DAY)),
            0,
            9,
            (("id",),),
        ),
        Table(
            "roster",
            (Column("id", ColumnKind.INTEGER), Column("name", ColumnKind.TEXT)),
            3,
            3,
            (("id",),),
        ),
    ),
    parameters=(Parameter("by", ParameterKind.DAY, "2018-03-31"),),
)
LETTER = Letter(
    "letter-1",
    "What was done",
    date(2018, 3, 31),
    "Acme",
    "The Bureau",
    (
        Paragraph("Good day."),
        Paragraph("Each of the three has a letter dated by 2018-03-31.", CHECK),
    ),
)


@dataclass
class TellsDay:
    """A clock that stands still."""

    day: date = TODAY

    def now(self) -> datetime:
        """Give noon of its day."""
        return datetime(self.day.year, self.day.month, self.day.day, 12, tzinfo=UTC)

    def today(self) -> date:
        """Give its day."""
        return self.day


def desk_at(home: Path, tools: Tools | None = None) -> CertifyDesk:
    """Open a desk over a folder; ``tools`` take the place of the real ones."""
    at = certify_desk(replace(open_desk(home), clock=TellsDay()))
    return at if tools is None else replace(at, tools=tools)


def add(at: CertifyDesk, table: str, content: bytes, day: date = date(2018, 4, 1)) -> Added:
    """Keep a file of evidence."""
    file = FeedFile(f"{table}.csv", content)
    return keep_evidence(Offered(file, table, "HR", day, "Ana"), at.desk, at.tools)


def proved_desk(home: Path) -> CertifyDesk:
    """Open a desk whose evidence proves the letter, with keys for two people."""
    at = desk_at(home)
    add(at, "roster", ROSTER)
    add(at, "letters", ALL)
    for name in ("Ana", "Bo"):
        at.signers.make(name)
    return at

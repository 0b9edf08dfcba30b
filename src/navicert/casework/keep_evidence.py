"""Keep evidence: the bytes by their digest, and what is on record of them in the log."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import PurePath

import msgspec

from navicert.casework.certify_ports import Tools
from navicert.casework.ports import Desk, FeedFile, RecordLog
from navicert.errors import RecordAltered, UnreadableFile
from navicert.records.canonical import canonical
from navicert.undertakings.checks.evidence import Added, Evidence, newest

KIND = "evidence"
FORMAT = "navicert.evidence/1"
_TABLE = re.compile(r"[a-z][a-z0-9_]{0,62}")
_LONGEST = 300
_LONGEST_QUERY = 100_000


@dataclass(frozen=True, slots=True)
class Offered:
    """A file to keep: of which table, from which system, whose state of which day, added by whom.

    ``query`` is the text of the query whose answer the file is, empty where it is none.
    """

    file: FeedFile
    table: str
    system: str
    day: date
    by: str
    query: str = ""


def keep_evidence(offered: Offered, desk: Desk, tools: Tools) -> Added:
    """Keep a file and put it on record; it is in force from now on unless it shows an older day.

    Raises:
        InputError: the file cannot be read as a table, or what is said of it says too little.
        StateUnusable: the data directory cannot be written.
        RecordAltered: the log is not what was signed.
    """
    _refuse(offered, desk.clock.today())
    name = PurePath(offered.file.name).name
    tools.sheets(name, offered.file.content)
    digest = tools.kept.put(offered.file.content)
    evidence = Evidence(
        table=offered.table,
        system=offered.system.strip(),
        day=offered.day,
        added_by=offered.by.strip(),
        digest=digest,
        file=name,
        size=len(offered.file.content),
        query=offered.query.strip(),
    )
    content = canonical({"format": FORMAT, "evidence": evidence})
    receipt = desk.records.append(content, KIND, offered.table)
    return Added(evidence, receipt.index, receipt.recorded_at)


def on_record(records: RecordLog) -> Iterator[Added]:
    """Give all evidence, oldest entry first; RecordAltered names an entry that says none."""
    for entry in records.of_kinds((KIND,)):
        try:
            evidence = msgspec.convert(json.loads(entry.content)["evidence"], Evidence)
        except (ValueError, TypeError, KeyError):
            message = f"entry {entry.index} is altered: it does not say what evidence was kept"
            raise RecordAltered(entry.index, message) from None
        yield Added(evidence, entry.index, entry.recorded_at)


def in_force(
    records: RecordLog, on: date | None = None, known: date | None = None
) -> tuple[Added, ...]:
    """Give the file in force of each table, by table.

    ``on`` leaves out what shows a later day; ``known`` leaves out what was added here after that
    day.
    """
    return newest((one for one in on_record(records) if _was_known(one, known)), on)


def _was_known(one: Added, known: date | None) -> bool:
    return known is None or datetime.fromisoformat(one.added_at).astimezone().date() <= known


def _refuse(offered: Offered, today: date) -> None:
    if not _TABLE.fullmatch(offered.table):
        message = f"--table: {offered.table[:80]!r} is no name of a table: small letters, figures"
        raise UnreadableFile(message)
    for option, text in (("--system", offered.system), ("--by", offered.by)):
        if not any(map(str.isalnum, text)) or len(text) > _LONGEST or not text.isprintable():
            raise UnreadableFile(f"{option}: {text[:40]!r} does not say where the file comes from")
    if offered.day > today:
        raise UnreadableFile(f"--day: {offered.day} is yet to come: no file shows its state")
    if len(offered.query) > _LONGEST_QUERY:
        raise UnreadableFile(f"--query: more than {_LONGEST_QUERY:,} characters")

"""Evidence: one file of one table, of one day, named by the digest of its bytes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is on record of a file of evidence.

    ``day`` is the day whose state the file shows, ``digest`` the SHA-256 of its bytes in
    hexadecimal, ``size`` their number, ``query`` the text of the query whose answer it is, empty
    where it is no answer of one.
    """

    table: str
    system: str
    day: date
    added_by: str
    digest: str
    file: str
    size: int
    query: str = ""


@dataclass(frozen=True, slots=True)
class Added:
    """Evidence with the place of its entry in the log, and the moment (ISO 8601) it was added."""

    evidence: Evidence
    index: int
    added_at: str


def newest(added: Iterable[Added], until: date | None = None) -> tuple[Added, ...]:
    """Give of each table the file that is in force, by table.

    That is the one of the latest day, and of one day the one that was added last. ``until``
    leaves out what shows a later day.
    """
    found: dict[str, Added] = {}
    for one in added:
        day, known = one.evidence.day, found.get(one.evidence.table)
        if until is not None and day > until:
            continue
        if known is None or (day, one.index) > (known.evidence.day, known.index):
            found[one.evidence.table] = one
    return tuple(found[table] for table in sorted(found))

"""Take an instrument out of force: it and the reason stay in the log, and it is asked no more."""

from __future__ import annotations

from dataclasses import dataclass

from navicert.casework.ports import Desk
from navicert.casework.promises import instrument_records
from navicert.casework.promises.instrument_records import Kept
from navicert.errors import UnreadableFile
from navicert.records.canonical import canonical
from navicert.records.record import Receipt

FORMAT = "navicert.instrument-unloaded/1"
_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Unloaded:
    """What was taken out of force, why, and where that is on record."""

    kept: Kept
    because: str
    by: str
    receipt: Receipt


def unload(id_: str, because: str, by: str, desk: Desk) -> Unloaded:
    """Take one out of force, also one whose text cannot be read any more.

    Raises UnreadableFile when none of that id is in force, or nobody or no reason is named;
    StateUnusable and RecordAltered.
    """
    for option, text in (("--because", because), ("--by", by)):
        if not any(map(str.isalpha, text)) or len(text) > _LONGEST:
            raise UnreadableFile(f"{option}: say who unloads it and why; it stays on record")
    with desk.at_once():
        kept = {one.id: one for one in instrument_records.kept(desk)}
        if id_ not in kept:
            known = ", ".join(sorted(kept)[:10]) or "none"
            told = f"{id_[:80]!r}: no instrument with this id is in force; of {known}"
            raise UnreadableFile(told)
        content = {
            "format": FORMAT,
            "instrument": id_,
            "digest": kept[id_].digest,
            "because": because.strip(),
            "by": by.strip(),
        }
        receipt = desk.records.append(canonical(content), instrument_records.UNLOADED, id_)
    return Unloaded(kept[id_], because.strip(), by.strip(), receipt)

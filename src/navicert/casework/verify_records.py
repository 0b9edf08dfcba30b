"""Prove the records: the log itself, the lists that its answers rest on, and those in force.

Registers of owners are proved as lists are: their bytes are kept as they came.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from navicert.casework import check_order, disclosures, load_register, screening
from navicert.casework.ports import Blobs, Desk
from navicert.casework.recorded_clearings import on_record
from navicert.casework.recorded_lists import LOADED, unproved
from navicert.errors import InputError, ListError, RecordAltered, RecordError, StateUnusable
from navicert.records.log import VerifiedLog
from navicert.records.record import Record


def verify_records(desk: Desk, kept: tuple[str, ...] = ()) -> VerifiedLog:
    """Prove the log whole, then that every list it names is kept as it came, and is in force.

    ``kept`` are signed checkpoints that were kept elsewhere.

    Raises:
        RecordAltered: names the first entry that is altered, or rests on bytes that are.
        RecordError: a checkpoint is not this log's, or the lists in force are not those recorded.
        StateUnusable: the data directory cannot be read.
    """
    found = desk.records.verify(kept)
    _hold_lists(desk)
    _hold_attachments(desk)
    if doubts := (*unproved(desk), *_read_otherwise(desk), *on_record(desk).doubts):
        raise RecordError("\n".join(doubts))
    return found


def why_damaged(blobs: Blobs, digest: str) -> str:
    """Say what is wrong with kept bytes; empty when they are as they came."""
    try:
        blobs.get(digest)
    except KeyError:
        return f"the file {digest} is missing from the data directory"
    except StateUnusable as damaged:
        return str(damaged)
    return ""


def _hold_lists(desk: Desk) -> None:
    whole: set[str] = set()
    loaded = (LOADED, load_register.LOADED)
    for record in desk.records.of_kinds((check_order.KIND, screening.KIND, *loaded)):
        for title, digest in _lists_of(record):
            if digest in whole:
                continue
            if why := why_damaged(desk.blobs, digest):
                message = f"entry {record.index} rests on {title}, whose bytes are gone: {why}"
                raise RecordAltered(record.index, message)
            whole.add(digest)


def _hold_attachments(desk: Desk) -> None:
    for record in desk.records.of_kinds((disclosures.KIND,)):
        for one in json.loads(record.content)["disclosure"]["attachment"]:
            if why := why_damaged(desk.blobs, one["sha256"]):
                message = (
                    f"entry {record.index} rests on {one['file']}, whose bytes are gone: {why}"
                )
                raise RecordAltered(record.index, message)


def _lists_of(record: Record) -> Iterator[tuple[str, str]]:
    content = json.loads(record.content)
    if record.kind in {LOADED, load_register.LOADED}:
        told = [content]
    else:
        answer = content[record.kind]
        told = [*answer["lists"], *answer.get("registers", ())]
    for one in told:
        yield str(one["title"]), str(one["digest"])


def _read_otherwise(desk: Desk) -> Iterator[str]:
    """Read each list in force anew: what was kept of its reading must say the same."""
    for load in desk.snapshots.loads():
        try:
            anew = desk.snapshots.read_anew(load)
        except (InputError, ListError) as refused:
            yield f"{load.title}: its bytes can no longer be read: {refused}"
            continue
        if replace(anew, left_out=()) != desk.snapshots.opened(load):
            yield (
                f"{load.title}: what was kept of its reading is not what its bytes say: load it "
                "again"
            )

"""Prove the files that evidence and certifications rest on: each is kept as it came."""

from __future__ import annotations

from navicert.casework import keep_evidence, sign_letter
from navicert.casework.ports import Blobs, RecordLog
from navicert.casework.verify_records import why_damaged
from navicert.errors import RecordAltered


def verify_kept(records: RecordLog, kept: Blobs) -> int:
    """Hold every kept file against the digest on record, and give how many there are.

    Raises RecordAltered with the first entry that rests on a file which is gone or altered, or
    that is itself no evidence or no signature which holds.
    """
    rests = {one.evidence.digest: one.index for one in keep_evidence.on_record(records)}
    for entry in sign_letter.entries(records):
        rests.setdefault(entry.signed.pdf, entry.index)
        for one in entry.signed.body.evidence:
            rests.setdefault(one.digest, entry.index)
    for digest, index in rests.items():
        if why := why_damaged(kept, digest):
            message = f"entry {index} rests on a file that is not as it was: {why}"
            raise RecordAltered(index, message)
    return len(rests)

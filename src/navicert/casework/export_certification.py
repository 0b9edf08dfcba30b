"""Export a certification: everything that proves it to somebody else, as one file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from navicert.casework import disclosures
from navicert.casework.alarms import rung_of
from navicert.casework.certify_ports import CertifyDesk
from navicert.casework.continuing_truth import recheck
from navicert.casework.ports import RecordLog
from navicert.casework.sign_letter import complete
from navicert.errors import RecordAltered, UnreadableFile
from navicert.records import merkle
from navicert.undertakings.certifications.body import Body
from navicert.undertakings.certifications.bundle import Bundle, Entry, Manifest
from navicert.undertakings.certifications.known import KIND, Case, Known, KnownEntry


@dataclass(frozen=True, slots=True)
class Exported:
    """The file, and what it says of the letter."""

    content: bytes
    known: Known


def export_certification(letter: str, at: CertifyDesk) -> Exported:
    """Pack the newest certification of a letter, with what is known of it on this day.

    Its checks run again first, so that an alarm that nobody saw yet is among what is known. The
    export itself goes on record with all of that: its receipt is the checkpoint of the bundle.

    Raises:
        UnreadableFile: no letter of this id was signed by two people.
        RecordAltered: the log or a kept file is not what it was.
    """
    certification(letter, at.desk.records)
    recheck(at)
    with at.desk.at_once():
        found = certification(letter, at.desk.records)
        known = _known(found[0].signed.body, at)
        receipt = at.desk.records.append(known.canonical(), KIND, letter)
        log = tuple(at.desk.records.entries())[: receipt.size]
    leaves = [merkle.leaf_hash(entry.leaf()) for entry in log]
    entries = tuple(replace(one, path=_path(leaves, one.index)) for one in found)
    last = log[-1]
    entry = KnownEntry(known, last.index, last.recorded_at, _path(leaves, last.index))
    signed = found[0].signed
    bundle = Bundle(
        Manifest(entries, entry, receipt.checkpoint, at.log_key().strip()),
        _kept(signed.pdf, entries[0], at),
        {one.digest: _kept(one.digest, entries[0], at) for one in signed.body.evidence},
    )
    return Exported(at.packer.pack(bundle), known)


def _known(body: Body, at: CertifyDesk) -> Known:
    rung = rung_of(at.desk.records, body.letter.id)
    names = {one.alarm.case for one in rung}
    cases = disclosures.recorded(at.desk.records)
    found = (cases[name] for name in sorted(cases) if name in names)
    told = tuple(Case(one.id, one.discovered, one.closed) for one in found)
    return Known(body.letter.id, body.digest, at.desk.clock.today(), rung, told)


def certification(letter: str, records: RecordLog) -> tuple[Entry, ...]:
    """Give the newest certification of a letter: its signatures, oldest first."""
    found = [both for both in complete(records) if both[0].signed.body.letter.id == letter]
    if not found:
        message = (
            f"{letter[:80]!r} is no letter that two people signed; 'navicert certify status' "
            "names those"
        )
        raise UnreadableFile(message)
    return found[-1]


def _path(leaves: Sequence[bytes], index: int) -> tuple[str, ...]:
    return tuple(one.hex() for one in merkle.inclusion_proof(leaves, index))


def _kept(digest: str, entry: Entry, at: CertifyDesk) -> bytes:
    try:
        return at.tools.kept.get(digest)
    except KeyError:
        message = f"entry {entry.index} rests on the file {digest}, which is gone"
        raise RecordAltered(entry.index, message) from None

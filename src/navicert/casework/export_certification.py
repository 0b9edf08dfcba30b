"""Export a certification: everything that proves it to somebody else, as one file."""

from __future__ import annotations

from dataclasses import replace

from navicert.casework.certify_ports import CertifyDesk
from navicert.casework.ports import RecordLog
from navicert.casework.sign_letter import complete
from navicert.errors import RecordAltered, UnreadableFile
from navicert.records import merkle
from navicert.records.canonical import canonical
from navicert.undertakings.certifications.bundle import Bundle, Entry, Manifest

EXPORTED = "certification_export"


def export_certification(letter: str, at: CertifyDesk) -> bytes:
    """Pack the newest certification of a letter, with a checkpoint that covers its signatures.

    The export itself goes on record, since its receipt is the checkpoint.

    Raises:
        UnreadableFile: no letter of this id was signed by two people.
        RecordAltered: the log or a kept file is not what it was.
    """
    with at.desk.at_once():
        found = certification(letter, at.desk.records)
        said = canonical({"letter": letter, "content": found[0].signed.body.digest})
        receipt = at.desk.records.append(said, EXPORTED, letter)
        leaves = [merkle.leaf_hash(entry.leaf()) for entry in at.desk.records.entries()]
    entries = tuple(_proved(entry, leaves[: receipt.size]) for entry in found)
    signed = found[0].signed
    bundle = Bundle(
        Manifest(entries, receipt.checkpoint, at.log_key().strip()),
        _kept(signed.pdf, entries[0], at),
        {one.digest: _kept(one.digest, entries[0], at) for one in signed.body.evidence},
    )
    return at.packer.pack(bundle)


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


def _proved(entry: Entry, leaves: list[bytes]) -> Entry:
    path = merkle.inclusion_proof(leaves, entry.index)
    return replace(entry, path=tuple(one.hex() for one in path))


def _kept(digest: str, entry: Entry, at: CertifyDesk) -> bytes:
    try:
        return at.tools.kept.get(digest)
    except KeyError:
        message = f"entry {entry.index} rests on the file {digest}, which is gone"
        raise RecordAltered(entry.index, message) from None

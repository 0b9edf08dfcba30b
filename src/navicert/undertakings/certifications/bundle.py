"""Everything that proves one certification to somebody else, and what is wrong with it.

A bundle has the signed content, the printed letter, every file of evidence, and for each signature
its entry in the log of records with the path to a signed checkpoint. Of what it says of itself
nothing is believed: digests, signatures, paths and four eyes are worked out anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from navicert.errors import RecordError
from navicert.records import checkpoint, merkle
from navicert.records.checkpoint import Checkpoint
from navicert.records.record import Record
from navicert.undertakings.certifications.body import unproved
from navicert.undertakings.certifications.signing import Signed, four_eyes

KIND = "certification"
"""What an entry of the log is, that holds one signature."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One signature as it lies in the log: where, since when, and the path to the checkpoint.

    ``path`` are the hashes of the audit path of RFC 6962, in hexadecimal.
    """

    signed: Signed
    index: int
    recorded_at: str
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Manifest:
    """The signatures with their entries, a signed checkpoint, and the key that it is signed by."""

    entries: tuple[Entry, ...]
    checkpoint: str
    log_key: str


@dataclass(frozen=True, slots=True)
class Bundle:
    """A manifest with the bytes that it speaks of; ``evidence`` is by digest."""

    manifest: Manifest
    pdf: bytes
    evidence: Mapping[str, bytes]


def altered(bundle: Bundle) -> tuple[str, ...]:
    """Name everything in a bundle that is not what was signed; nothing when it is whole."""
    return (*_of_files(bundle), *_of_signatures(bundle), *_of_log(bundle))


def untrusted(bundle: Bundle, trusted: frozenset[str]) -> tuple[str, ...]:
    """Name the keys of a bundle that are not among those that one trusts."""
    return tuple(
        f"the key of {one.signed.signer} ({one.signed.key}) is none of those given"
        for one in bundle.manifest.entries
        if one.signed.key not in trusted
    )


def _of_files(bundle: Bundle) -> Iterator[str]:
    wanted: dict[str, str] = {}
    for entry in bundle.manifest.entries:
        if sha256(bundle.pdf).hexdigest() != entry.signed.pdf:
            yield f"the printed letter is not the one that {entry.signed.signer} signed"
        wanted |= {one.digest: one.table for one in entry.signed.body.evidence}
    for digest, table in wanted.items():
        if digest not in bundle.evidence:
            yield f"the evidence of {table} ({digest[:12]}) is missing"
    for digest, content in bundle.evidence.items():
        if digest not in wanted:
            yield f"evidence {digest[:12]} belongs to no signed content"
        elif sha256(content).hexdigest() != digest:
            yield f"the evidence of {wanted[digest]} ({digest[:12]}) is not the file it was"


def _of_signatures(bundle: Bundle) -> Iterator[str]:
    signatures = [entry.signed for entry in bundle.manifest.entries]
    yield from four_eyes(signatures)
    for body in {one.body.digest: one.body for one in signatures}.values():
        yield from unproved(body)


def _of_log(bundle: Bundle) -> Iterator[str]:
    try:
        head = checkpoint.parse(
            bundle.manifest.checkpoint, checkpoint.parse_key(bundle.manifest.log_key)
        )
    except RecordError as refused:
        yield f"the checkpoint of the log does not hold: {refused}"
        return
    for entry in bundle.manifest.entries:
        if not _lies_in(entry, head):
            yield f"the entry of {entry.signed.signer} is not in the log that was signed"


def _lies_in(entry: Entry, head: Checkpoint) -> bool:
    signed = entry.signed
    record = Record(entry.index, KIND, signed.body.letter.id, entry.recorded_at, signed.content())
    try:
        path = [bytes.fromhex(one) for one in entry.path]
    except ValueError:
        return False
    if [one.hex() for one in path] != [*entry.path]:
        return False
    leaf = merkle.leaf_hash(record.leaf())
    return merkle.proves_inclusion(path, leaf, entry.index, (head.size, head.root))

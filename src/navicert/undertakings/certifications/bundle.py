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
from navicert.undertakings.certifications.known import KIND as EXPORTED
from navicert.undertakings.certifications.known import KnownEntry
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
    """The signatures with their entries, what was known of the letter, and a signed checkpoint.

    ``log_key`` is the key that the checkpoint is signed by.
    """

    entries: tuple[Entry, ...]
    known: KnownEntry
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
            yield f"letter.pdf: not the printed letter that {entry.signed.signer} signed"
        wanted |= {one.digest: one.table for one in entry.signed.body.evidence}
    for digest, table in wanted.items():
        if digest not in bundle.evidence:
            yield f"evidence/{digest}: missing, the evidence of {table}"
    for digest, content in bundle.evidence.items():
        if digest not in wanted:
            yield f"evidence/{digest}: belongs to no signed content"
        elif sha256(content).hexdigest() != digest:
            yield f"evidence/{digest}: not the file it was, the evidence of {wanted[digest]}"


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
        signed = entry.signed
        lies = (KIND, signed.body.letter.id, signed.content())
        if not _lies_in(entry, lies, head):
            yield f"the entry of {signed.signer} is not in the log that was signed"
    yield from _of_known(bundle, head)


def _of_known(bundle: Bundle, head: Checkpoint) -> Iterator[str]:
    """Hold what was known against the log: an alarm that is changed or left out is found."""
    entry = bundle.manifest.known
    known = entry.known
    if not _lies_in(entry, (EXPORTED, known.letter, known.canonical()), head):
        yield "what was known of the letter at its export is not in the log that was signed"
    elif entry.index != head.size - 1:
        yield "what was known of the letter is not the last entry that the checkpoint covers"
    for one in bundle.manifest.entries:
        body = one.signed.body
        if (body.letter.id, body.digest) != (known.letter, known.content):
            yield f"what was known is of another letter than the one {one.signed.signer} signed"


def _lies_in(entry: Entry | KnownEntry, lies: tuple[str, str, bytes], head: Checkpoint) -> bool:
    kind, subject, content = lies
    record = Record(entry.index, kind, subject, entry.recorded_at, content)
    try:
        path = [bytes.fromhex(one) for one in entry.path]
    except ValueError:
        return False
    if [one.hex() for one in path] != [*entry.path]:
        return False
    leaf = merkle.leaf_hash(record.leaf())
    return merkle.proves_inclusion(path, leaf, entry.index, (head.size, head.root))

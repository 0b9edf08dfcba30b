"""The proof that a log is whole, and where it first is not.

Every append stores a signed root. Whoever rewrites an entry together with its hash therefore
still contradicts the root that was signed at its size, and is located there. Whoever holds the
log's private key can sign a whole new history; only a checkpoint that was kept elsewhere
contradicts that, and it is held against the log here as well.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from navicert.errors import RecordAltered, RecordError
from navicert.records import checkpoint, merkle
from navicert.records.checkpoint import VerifierKey
from navicert.records.merkle import Frontier


@dataclass(frozen=True, slots=True)
class Logged:
    """One entry as it was found: its leaf, the hash and the checkpoint stored beside it.

    ``signed`` is the checkpoint of the size right after this entry; None when there is none.
    """

    index: int
    leaf: bytes
    leaf_hash: bytes
    signed: str | None


@dataclass(frozen=True, slots=True)
class VerifiedLog:
    """A log that was found whole: the number of its entries and their root, 32 bytes."""

    size: int
    root: bytes


def verify(entries: Iterable[Logged], key: VerifierKey, kept: Iterable[str] = ()) -> VerifiedLog:
    """Hold every entry against its hash, the tree and its signed checkpoint, in order.

    ``kept`` are signed checkpoints from elsewhere: of sizes that the entries no longer reach,
    from the file beside the store, from whoever received one. Raises RecordAltered with the
    index of the first entry that is altered, missing, inserted or out of order.
    """
    witnesses = _Witnesses(kept, key)
    frontier = Frontier()
    for entry in entries:
        frontier = _next(frontier, entry, key)
        witnesses.hold_against(frontier)
    witnesses.refuse_larger_than(frontier.size)
    return VerifiedLog(frontier.size, frontier.root())


def _next(frontier: Frontier, entry: Logged, key: VerifierKey) -> Frontier:
    at = frontier.size
    if entry.index != at:
        raise RecordAltered(at, f"entry {at} is missing: entry {entry.index} stands in its place")
    if merkle.leaf_hash(entry.leaf) != entry.leaf_hash:
        raise RecordAltered(at, f"entry {at} is altered: its content does not have its leaf hash")
    grown = frontier.append(entry.leaf_hash)
    if entry.signed is None:
        raise RecordAltered(at, f"entry {at} was never signed: no checkpoint of size {at + 1}")
    _hold(grown, entry.signed, key)
    return grown


def _hold(grown: Frontier, signed: str, key: VerifierKey) -> None:
    at = grown.size - 1
    try:
        found = checkpoint.parse(signed, key)
    except RecordError as refused:
        raise RecordAltered(at, f"entry {at}: its checkpoint does not hold: {refused}") from refused
    if found.size != grown.size:
        message = f"entry {at} has the checkpoint of size {found.size}, not of {grown.size}"
        raise RecordAltered(at, message)
    if found.root != grown.root():
        message = f"entry {at} is not the one that was signed: another root was signed at its size"
        raise RecordAltered(at, message)


class _Witnesses:
    """Checkpoints from elsewhere, by size; ``agreed`` is the largest size that one confirmed."""

    def __init__(self, kept: Iterable[str], key: VerifierKey) -> None:
        self._roots: dict[int, set[bytes]] = {}
        self._agreed = 0
        for note in kept:
            found = checkpoint.parse(note, key)
            self._roots.setdefault(found.size, set()).add(found.root)

    def hold_against(self, frontier: Frontier) -> None:
        """Compare what was signed elsewhere at this size."""
        roots = self._roots.pop(frontier.size, None)
        if roots is None:
            return
        if roots != {frontier.root()}:
            message = (
                f"the entries from {self._agreed} to {frontier.size - 1} were rewritten: a "
                f"checkpoint of size {frontier.size} that was kept elsewhere has another root"
            )
            raise RecordAltered(self._agreed, message)
        self._agreed = frontier.size

    def refuse_larger_than(self, size: int) -> None:
        """Refuse when more was signed than is there."""
        self._roots.pop(0, None)
        if self._roots:
            message = (
                f"entry {size} is missing: a checkpoint of size {max(self._roots)} was signed, "
                f"and only {size} entries are left"
            )
            raise RecordAltered(size, message)

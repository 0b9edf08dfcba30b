"""The Merkle tree of RFC 6962, section 2.1: roots, a frontier to append to, and both proofs.

Hashes are SHA-256 digests of 32 bytes. A leaf is hashed with the prefix 0x00 and a node with
0x01, so that a node can never pass for a leaf.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

EMPTY_ROOT = sha256(b"").digest()
"""The root of a tree without leaves."""


def leaf_hash(leaf: bytes) -> bytes:
    """Hash one leaf.

    >>> leaf_hash(b"").hex()[:16]
    '6e340b9cffb37a98'
    """
    return sha256(b"\x00" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash one node from the hashes of its two children."""
    return sha256(b"\x01" + left + right).digest()


@dataclass(frozen=True, slots=True)
class Frontier:
    """What must be kept of a tree to append to it: its perfect subtrees, the widest first.

    A tree of ``size`` leaves has as many ``peaks`` as ``size`` has one-bits, so that an append
    costs at most log2(size) hashes whatever the tree holds.
    """

    size: int = 0
    peaks: tuple[bytes, ...] = ()

    def append(self, leaf: bytes) -> Frontier:
        """Give the frontier with one more leaf, named by its leaf hash."""
        peaks, joined, width = list(self.peaks), leaf, self.size
        while width & 1:
            joined = node_hash(peaks.pop(), joined)
            width >>= 1
        return Frontier(self.size + 1, (*peaks, joined))

    def root(self) -> bytes:
        """Give the root of the whole tree."""
        if not self.peaks:
            return EMPTY_ROOT
        joined = self.peaks[-1]
        for peak in reversed(self.peaks[:-1]):
            joined = node_hash(peak, joined)
        return joined


def frontier(leaf_hashes: Iterable[bytes]) -> Frontier:
    """Build the frontier over leaf hashes in their order."""
    built = Frontier()
    for leaf in leaf_hashes:
        built = built.append(leaf)
    return built


def root(leaf_hashes: Iterable[bytes]) -> bytes:
    """Give the root over leaf hashes in their order.

    >>> root([]).hex()[:8]
    'e3b0c442'
    """
    return frontier(leaf_hashes).root()


def inclusion_proof(leaf_hashes: Sequence[bytes], index: int) -> tuple[bytes, ...]:
    """Give the audit path of a leaf, from the leaf upwards (RFC 6962, 2.1.1).

    Raises IndexError when the tree has no such leaf.
    """
    if not 0 <= index < len(leaf_hashes):
        message = f"a tree of {len(leaf_hashes)} leaves has no leaf {index}"
        raise IndexError(message)
    path: list[bytes] = []
    while len(leaf_hashes) > 1:
        split = _split(len(leaf_hashes))
        left, right = leaf_hashes[:split], leaf_hashes[split:]
        if index < split:
            path.append(root(right))
            leaf_hashes = left
        else:
            path.append(root(left))
            leaf_hashes, index = right, index - split
    return tuple(reversed(path))


def proves_inclusion(
    proof: Sequence[bytes], leaf: bytes, index: int, head: tuple[int, bytes]
) -> bool:
    """Tell whether an audit path leads from a leaf hash to ``head``, a size and a root."""
    size, expected = head
    if not 0 <= index < size:
        return False
    reached, node, last = leaf, index, size - 1
    for step in proof:
        if last == 0:
            return False
        if node & 1 or node == last:
            reached = node_hash(step, reached)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            reached = node_hash(reached, step)
        node, last = node >> 1, last >> 1
    return last == 0 and reached == expected


def consistency_proof(leaf_hashes: Sequence[bytes], size: int) -> tuple[bytes, ...]:
    """Give the proof that the tree's first ``size`` leaves are a prefix (RFC 6962, 2.1.2).

    Raises IndexError when the tree never had that size; size 0 is a prefix of every tree and
    needs no proof.
    """
    if not 0 <= size <= len(leaf_hashes):
        message = f"a tree of {len(leaf_hashes)} leaves never had {size}"
        raise IndexError(message)
    return tuple(_subproof(leaf_hashes, size, whole=True)) if size else ()


def proves_consistency(
    proof: Sequence[bytes], old: tuple[int, bytes], new: tuple[int, bytes]
) -> bool:
    """Tell whether ``new``, a size and a root, only appends to ``old``."""
    if old[0] > new[0]:
        return False
    if old[0] in {0, new[0]}:
        return not proof and old[1] == (new[1] if old[0] else EMPTY_ROOT)
    steps = iter(proof if old[0] & (old[0] - 1) else (old[1], *proof))
    first = next(steps, None)
    return first is not None and _grown(steps, first, (old[0], new[0])) == (old[1], new[1])


def _split(size: int) -> int:
    """Give the largest power of two smaller than ``size``."""
    return 1 << ((size - 1).bit_length() - 1)


def _subproof(leaf_hashes: Sequence[bytes], size: int, *, whole: bool) -> Iterator[bytes]:
    if size == len(leaf_hashes):
        if not whole:
            yield root(leaf_hashes)
        return
    split = _split(len(leaf_hashes))
    if size <= split:
        yield from _subproof(leaf_hashes[:split], size, whole=whole)
        yield root(leaf_hashes[split:])
    else:
        yield from _subproof(leaf_hashes[split:], size - split, whole=False)
        yield root(leaf_hashes[:split])


def _grown(
    steps: Iterator[bytes], first: bytes, sizes: tuple[int, int]
) -> tuple[bytes, bytes] | None:
    """Rebuild both roots from a consistency proof; None when it is too long or too short."""
    node, last = sizes[0] - 1, sizes[1] - 1
    while node & 1:
        node, last = node >> 1, last >> 1
    before = after = first
    for step in steps:
        if last == 0:
            return None
        if node & 1 or node == last:
            before, after = node_hash(step, before), node_hash(step, after)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            after = node_hash(after, step)
        node, last = node >> 1, last >> 1
    return (before, after) if last == 0 else None

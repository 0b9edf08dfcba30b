"""Every record verifies, and every altered one raises, naming the first altered entry."""

from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from navicert.errors import RecordAltered
from navicert.records import checkpoint, merkle
from navicert.records.log import Logged, VerifiedLog, verify

PRIVATE = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
KEY = checkpoint.verifier(PRIVATE.public_key())


def logged(leaves: list[bytes], private: Ed25519PrivateKey = PRIVATE) -> list[Logged]:
    frontier, entries = merkle.Frontier(), []
    for index, leaf in enumerate(leaves):
        frontier = frontier.append(merkle.leaf_hash(leaf))
        signed = checkpoint.sign(frontier.size, frontier.root(), private)
        entries.append(Logged(index, leaf, merkle.leaf_hash(leaf), signed))
    return entries


def renumbered(entries: list[Logged]) -> list[Logged]:
    return [replace(entry, index=index) for index, entry in enumerate(entries)]


def flipped(value: bytes, place: int, bit: int) -> bytes:
    place %= len(value)
    return value[:place] + bytes([value[place] ^ (1 << bit)]) + value[place + 1 :]


def first_altered(entries: list[Logged], *kept: str) -> int:
    with pytest.raises(RecordAltered) as caught:
        verify(entries, KEY, kept)
    return caught.value.index


leaves = st.lists(st.binary(min_size=1, max_size=20), min_size=1, max_size=12, unique=True)
places, bits = st.integers(0, 10_000), st.integers(0, 7)


@given(leaves)
def test_every_log_verifies(content: list[bytes]) -> None:
    root = merkle.root(map(merkle.leaf_hash, content))
    entries = logged(content)
    kept = [str(entry.signed) for entry in entries]
    assert VerifiedLog(len(content), root) == verify(entries, KEY, kept)


def test_an_empty_log_verifies() -> None:
    assert VerifiedLog(0, merkle.EMPTY_ROOT) == verify([], KEY)


@given(leaves, places, places, bits)
def test_an_altered_leaf_is_named(content: list[bytes], at: int, place: int, bit: int) -> None:
    entries, at = logged(content), at % len(content)
    entries[at] = replace(entries[at], leaf=flipped(entries[at].leaf, place, bit))
    assert at == first_altered(entries)


@given(leaves, places, places, bits)
def test_an_altered_hash_is_named(content: list[bytes], at: int, place: int, bit: int) -> None:
    entries, at = logged(content), at % len(content)
    entries[at] = replace(entries[at], leaf_hash=flipped(entries[at].leaf_hash, place, bit))
    assert at == first_altered(entries)


@given(leaves, places, places, bits)
def test_a_leaf_rewritten_with_its_hash_is_named(
    content: list[bytes], at: int, place: int, bit: int
) -> None:
    entries, at = logged(content), at % len(content)
    leaf = flipped(entries[at].leaf, place, bit)
    entries[at] = replace(entries[at], leaf=leaf, leaf_hash=merkle.leaf_hash(leaf))
    assert at == first_altered(entries)


@given(leaves, places, places, st.integers(0, 6))
def test_an_altered_signature_is_named(content: list[bytes], at: int, place: int, bit: int) -> None:
    entries, at = logged(content), at % len(content)
    signed = flipped(str(entries[at].signed).encode(), place, bit).decode(errors="replace")
    entries[at] = replace(entries[at], signed=signed)
    assert at == first_altered(entries)


@given(leaves, places)
def test_a_checkpoint_that_is_gone_is_named(content: list[bytes], at: int) -> None:
    entries, at = logged(content), at % len(content)
    entries[at] = replace(entries[at], signed=None)
    assert at == first_altered(entries)


@given(leaves, places, st.booleans())
def test_a_removed_entry_is_named(content: list[bytes], at: int, renumber: bool) -> None:
    entries, at = logged(content), at % len(content)
    newest = str(entries[-1].signed)
    del entries[at]
    assert at == first_altered(renumbered(entries) if renumber else entries, newest)


@given(leaves, places, st.booleans())
def test_an_inserted_entry_is_named(content: list[bytes], at: int, renumber: bool) -> None:
    entries, at = logged(content), at % (len(content) + 1)
    other = Ed25519PrivateKey.from_private_bytes(bytes(32))
    forged = logged([*content[:at], b"a leaf that nobody recorded", *content[at:]], other)[at]
    entries.insert(at, forged)
    assert at == first_altered(renumbered(entries) if renumber else entries)


@given(leaves, places, places, st.booleans())
def test_entries_that_changed_places_are_named(
    content: list[bytes], one: int, two: int, renumber: bool
) -> None:
    one, two = sorted((one % len(content), two % len(content)))
    entries = logged(content)
    entries[one], entries[two] = entries[two], entries[one]
    if one != two:
        assert one == first_altered(renumbered(entries) if renumber else entries)


def test_a_history_signed_anew_is_caught_by_a_checkpoint_kept_elsewhere() -> None:
    before = logged([b"a", b"b", b"c", b"d"])
    after = logged([b"a", b"b", b"C", b"d"])
    assert 4 == verify(after, KEY).size
    assert 2 == first_altered(after, str(before[1].signed), str(before[3].signed))


def test_a_log_cut_with_its_checkpoints_is_caught_by_a_checkpoint_kept_elsewhere() -> None:
    before = logged([b"a", b"b", b"c"])
    assert 1 == first_altered(before[:1], str(before[2].signed))

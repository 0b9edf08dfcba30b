"""RFC 6962 trees against the published answers, and against a naive tree written from the text."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navicert.records import merkle

# The eight leaves and the roots of sizes 1 to 8 that the certificate-transparency project
# publishes as test vectors of its Merkle tree.
LEAVES = [
    bytes.fromhex(leaf)
    for leaf in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
HASHES = [merkle.leaf_hash(leaf) for leaf in LEAVES]


def naive_root(leaves: list[bytes]) -> bytes:
    """MTH of RFC 6962, section 2.1, word by word."""
    if not leaves:
        return sha256().digest()
    if len(leaves) == 1:
        return sha256(b"\x00" + leaves[0]).digest()
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return sha256(b"\x01" + naive_root(leaves[:split]) + naive_root(leaves[split:])).digest()


def test_the_empty_tree_has_the_hash_of_nothing() -> None:
    expected = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert expected == merkle.EMPTY_ROOT.hex() == merkle.root([]).hex()


@pytest.mark.parametrize("size", range(1, 9))
def test_the_published_roots_come_out(size: int) -> None:
    assert ROOTS[size - 1] == merkle.root(HASHES[:size]).hex()


def test_the_published_audit_paths_come_out() -> None:
    first = ("96a296d2", "5f083f0a", "6b47aaf2")
    assert first == tuple(step.hex()[:8] for step in merkle.inclusion_proof(HASHES, 0))
    sixth = ("bc1a0643", "ca854ea1", "d37ee418")
    assert sixth == tuple(step.hex()[:8] for step in merkle.inclusion_proof(HASHES, 5))


def test_the_published_consistency_proofs_come_out() -> None:
    assert () == merkle.consistency_proof(HASHES[:1], 1)
    steps = merkle.consistency_proof(HASHES, 6)
    assert ("0ebc5d34", "ca854ea1", "d37ee418") == tuple(step.hex()[:8] for step in steps)


@given(st.lists(st.binary(max_size=8), max_size=70))
def test_every_root_is_that_of_the_naive_tree(leaves: list[bytes]) -> None:
    assert naive_root(leaves) == merkle.root(map(merkle.leaf_hash, leaves))


@pytest.mark.parametrize("size", range(1, 40))
def test_every_leaf_is_proved_and_no_other_is(size: int) -> None:
    hashes = [merkle.leaf_hash(bytes([leaf])) for leaf in range(size)]
    head = (size, merkle.root(hashes))
    for index, leaf in enumerate(hashes):
        proof = merkle.inclusion_proof(hashes, index)
        assert merkle.proves_inclusion(proof, leaf, index, head)
        assert not merkle.proves_inclusion(proof, merkle.leaf_hash(b"other"), index, head)
        assert not merkle.proves_inclusion((*proof, leaf), leaf, index, head)
        assert not merkle.proves_inclusion(proof, leaf, size, head)
        assert size == 1 or not merkle.proves_inclusion(proof[:-1], leaf, index, head)
        assert size == 1 or not merkle.proves_inclusion(proof, leaf, (index + 1) % size, head)


@pytest.mark.parametrize("size", range(1, 34))
def test_every_growth_is_proved_and_no_rewriting_is(size: int) -> None:
    hashes = [merkle.leaf_hash(bytes([leaf])) for leaf in range(size)]
    new = (size, merkle.root(hashes))
    other = merkle.root([merkle.leaf_hash(b"other"), *hashes[1:]])
    for old in range(size + 1):
        proof, before = merkle.consistency_proof(hashes, old), merkle.root(hashes[:old])
        assert merkle.proves_consistency(proof, (old, before), new)
        assert not merkle.proves_consistency((*proof, before), (old, before), new)
        assert not merkle.proves_consistency(proof, (old, other), new)
        assert old == 0 or not merkle.proves_consistency(proof, (old, before), (size, other))
        assert not proof or not merkle.proves_consistency(proof[:-1], (old, before), new)


def test_a_tree_does_not_shrink() -> None:
    larger, smaller = (8, merkle.root(HASHES)), (4, merkle.root(HASHES[:4]))
    assert not merkle.proves_consistency((), larger, smaller)


def test_a_leaf_that_is_not_there_has_no_proof() -> None:
    with pytest.raises(IndexError, match="8 leaves has no leaf 8"):
        merkle.inclusion_proof(HASHES, 8)
    with pytest.raises(IndexError, match="never had 9"):
        merkle.consistency_proof(HASHES, 9)


def test_the_frontier_keeps_one_peak_for_each_one_bit_of_the_size() -> None:
    assert [1, 1, 2, 1, 2, 2, 3, 1] == [
        len(merkle.frontier(HASHES[:size]).peaks) for size in range(1, 9)
    ]

"""Signed checkpoints: what they say, and that nothing of them can be changed."""

from base64 import b64decode

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from navicert.errors import RecordError
from navicert.records import checkpoint
from navicert.records.checkpoint import Checkpoint

PRIVATE = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
OTHER = Ed25519PrivateKey.from_private_bytes(bytes(32))
KEY = checkpoint.verifier(PRIVATE.public_key())
ROOT = bytes(range(100, 132))
NOTE = checkpoint.sign(7, ROOT, PRIVATE)


def test_a_checkpoint_reads_as_the_published_form() -> None:
    origin, size, root, empty, signature, end = NOTE.split("\n")
    assert ("navicert/records/56475aa75463474c", "7") == (origin, size)
    assert (ROOT, "", "") == (b64decode(root), empty, end)
    assert signature.startswith("\u2014 navicert/records/56475aa75463474c ")


def test_the_signature_is_over_the_three_lines_alone() -> None:
    body, signature = NOTE.split("\n\n")
    raw = b64decode(signature.split(" ")[2])
    assert KEY.id() == raw[:4]
    PRIVATE.public_key().verify(raw[4:], f"{body}\n".encode())


def test_what_was_signed_comes_back() -> None:
    assert Checkpoint(KEY.name, 7, ROOT) == checkpoint.parse(NOTE, KEY)


def test_the_same_content_is_always_signed_the_same() -> None:
    assert NOTE == checkpoint.sign(7, ROOT, PRIVATE)


@given(st.integers(0, len(NOTE) - 1), st.characters(codec="utf-8"))
def test_no_character_can_be_changed(place: int, character: str) -> None:
    changed = NOTE[:place] + character + NOTE[place + 1 :]
    if changed != NOTE:
        with pytest.raises(RecordError):
            checkpoint.parse(changed, KEY)


def test_another_log_is_named() -> None:
    with pytest.raises(RecordError, match="signed by 'navicert/records/"):
        checkpoint.parse(checkpoint.sign(7, ROOT, OTHER), KEY)


def test_another_key_under_the_same_name_is_refused() -> None:
    forged = checkpoint.VerifierKey(KEY.name, OTHER.public_key())
    with pytest.raises(RecordError, match="the signature is by key"):
        checkpoint.parse(NOTE, forged)


def test_a_verifier_key_comes_back_from_its_text() -> None:
    again = checkpoint.parse_key(KEY.text() + "\n")
    assert (KEY.text(), KEY.id()) == (again.text(), again.id())


@pytest.mark.parametrize(
    "text",
    ["", "name", "a+b+c", KEY.text()[:-4], KEY.text().replace("+", "+0", 1), f"x{KEY.text()}"],
)
def test_a_damaged_verifier_key_is_refused(text: str) -> None:
    with pytest.raises(RecordError, match="verifier key"):
        checkpoint.parse_key(text)

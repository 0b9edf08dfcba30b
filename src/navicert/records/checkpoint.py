"""Signed checkpoints: what a log held at one size, in a form that other tools can verify.

The text is a C2SP tlog-checkpoint (origin, size, root in base64) in a C2SP signed note with one
Ed25519 signature (RFC 8032). The origin is the name of the key that signs.

Sources: https://c2sp.org/tlog-checkpoint, https://c2sp.org/signed-note.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from navicert.errors import RecordError

_ED25519 = b"\x01"
_HASH_BYTES = 32
_ID_BYTES = 4
_NOTE = re.compile(
    r"(?P<body>(?P<origin>[^\n]+)\n(?P<size>0|[1-9][0-9]*)\n(?P<root>[A-Za-z0-9+/]{43}=)\n)"
    r"\n\u2014 (?P<name>[^\s+]+) (?P<signature>[A-Za-z0-9+/]+={0,2})\n"
)
_KEY = re.compile(r"(?P<name>[^\s+]+)\+(?P<id>[0-9a-f]{8})\+(?P<key>[A-Za-z0-9+/]+={0,2})\n?")


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What a log held: the name of the log, the number of its entries, and their root."""

    origin: str
    size: int
    root: bytes

    def text(self) -> str:
        """Write the three lines that are signed."""
        return f"{self.origin}\n{self.size}\n{b64encode(self.root).decode()}\n"


@dataclass(frozen=True, slots=True)
class VerifierKey:
    """The public half of a log's key, with the name that the log signs under."""

    name: str
    public: Ed25519PublicKey

    def id(self) -> bytes:
        """Give the four bytes by which a signature says which key made it."""
        named = self.name.encode() + b"\n" + _ED25519 + self.public.public_bytes_raw()
        return sha256(named).digest()[:_ID_BYTES]

    def text(self) -> str:
        """Write the key as a C2SP verifier key: ``name+id+base64``."""
        key = b64encode(_ED25519 + self.public.public_bytes_raw()).decode()
        return f"{self.name}+{self.id().hex()}+{key}"


def origin_of(public: Ed25519PublicKey) -> str:
    """Name a log after its key, so that no two logs share a name."""
    return f"navicert/records/{sha256(public.public_bytes_raw()).hexdigest()[:16]}"


def verifier(public: Ed25519PublicKey) -> VerifierKey:
    """Give the verifier key of a log that is named after its key."""
    return VerifierKey(origin_of(public), public)


def parse_key(text: str) -> VerifierKey:
    """Read a verifier key; RecordError when it is malformed or its id does not fit."""
    found = _KEY.fullmatch(text)
    raw = _decoded(found["key"]) if found else b""
    if not found or raw[:1] != _ED25519 or len(raw) != 1 + _HASH_BYTES:
        message = f"{text[:80]!r} is not an Ed25519 verifier key: name+id+base64"
        raise RecordError(message)
    key = VerifierKey(found["name"], Ed25519PublicKey.from_public_bytes(raw[1:]))
    if key.id().hex() != found["id"]:
        message = f"the verifier key {found['name']!r} has id {found['id']}, not {key.id().hex()}"
        raise RecordError(message)
    return key


def sign(size: int, root: bytes, private: Ed25519PrivateKey) -> str:
    """Sign what a log holds; the same size, root and key give the same text."""
    key = verifier(private.public_key())
    body = Checkpoint(key.name, size, root).text()
    signature = b64encode(key.id() + private.sign(body.encode())).decode()
    return f"{body}\n\u2014 {key.name} {signature}\n"


def parse(note: str, key: VerifierKey) -> Checkpoint:
    """Read a signed checkpoint, or raise RecordError that says why it does not hold.

    One content has one text: base64 that only decodes to the same bytes is refused.
    """
    found = _NOTE.fullmatch(note)
    if not found:
        message = f"{note[:80]!r} is not a signed checkpoint: origin, size, root, signature"
        raise RecordError(message)
    if found["origin"] != key.name or found["name"] != key.name:
        message = f"it is signed by {found['name']!r} for {found['origin']!r}, not by {key.name!r}"
        raise RecordError(message)
    root = _decoded(found["root"])
    _check(found["body"].encode(), _decoded(found["signature"]), key)
    return Checkpoint(found["origin"], int(found["size"]), root)


def _check(body: bytes, signature: bytes, key: VerifierKey) -> None:
    if signature[:_ID_BYTES] != key.id():
        message = f"the signature is by key {signature[:_ID_BYTES].hex()}, not {key.id().hex()}"
        raise RecordError(message)
    try:
        key.public.verify(signature[_ID_BYTES:], body)
    except InvalidSignature:
        message = "the signature does not fit the size and the root"
        raise RecordError(message) from None


def _decoded(text: str) -> bytes:
    try:
        raw = b64decode(text, validate=True)
    except ValueError:
        raw = b""
    if b64encode(raw).decode() != text:
        message = f"{text!r} is not base64 in its one normal form"
        raise RecordError(message)
    return raw

"""Signatures on a certification: the one place where one is made, and where it is held.

Nothing is signed while a statement is unproved, and nothing counts before two different people
signed with two different keys (four eyes).
"""

from __future__ import annotations

import unicodedata
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from navicert.errors import SigningRefused
from navicert.records.canonical import canonical
from navicert.undertakings.certifications.body import FORMAT, Body, unproved

EYES = 2
"""How many people sign."""

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Signed:
    """One signature: what was signed, by whom, on which day.

    ``pdf`` is the SHA-256 of the printed letter in hexadecimal; ``key`` is the public key and
    ``signature`` the Ed25519 signature over ``payload()``, both raw bytes in base64.
    """

    body: Body
    pdf: str
    day: date
    signer: str
    key: str
    signature: str = ""

    def payload(self) -> bytes:
        """Give the bytes under the signature."""
        return canonical(self._fields())

    def content(self) -> bytes:
        """Give what the log holds of it: what was signed, and the signature."""
        return canonical(self._fields() | {"signature": self.signature})

    def _fields(self) -> dict[str, object]:
        return {
            "format": FORMAT,
            "letter": self.body.letter,
            "evidence": self.body.evidence,
            "results": self.body.results,
            "pdf": self.pdf,
            "day": self.day,
            "signer": self.signer,
            "key": self.key,
        }

    @property
    def holds(self) -> bool:
        """Tell whether the signature is by the key, over this content."""
        try:
            public = Ed25519PublicKey.from_public_bytes(b64decode(self.key, validate=True))
            public.verify(b64decode(self.signature, validate=True), self.payload())
        except (InvalidSignature, ValueError):
            return False
        return b64encode(b64decode(self.signature)).decode() == self.signature


def sign(unsigned: Signed, private: Ed25519PrivateKey, others: Iterable[Signed] = ()) -> Signed:
    """Sign a certification; ``others`` are the signatures that the same letter already has.

    Raises SigningRefused while a statement is unproved, and when the signer or the key is that of
    somebody who signed the same content before.
    """
    if gaps := unproved(unsigned.body):
        raise SigningRefused("the letter cannot be signed: " + "; ".join(gaps))
    keyed = replace(unsigned, key=public_key(private))
    same = [one for one in others if one.body == keyed.body]
    if not person(keyed.signer) or not keyed.signer.isprintable() or len(keyed.signer) > _LONGEST:
        raise SigningRefused(f"{keyed.signer[:40]!r} is no name of who signs")
    for one in same:
        if person(one.signer) == person(keyed.signer):
            message = f"{one.signer} signed it already: another person has to (four eyes)"
            raise SigningRefused(message)
        if one.key == keyed.key:
            message = f"it is the key of {one.signer}, who signed already: each has a key"
            raise SigningRefused(message)
    return replace(keyed, signature=b64encode(private.sign(keyed.payload())).decode())


def four_eyes(signatures: Iterable[Signed]) -> tuple[str, ...]:
    """Say what keeps signatures from certifying one content; nothing when they do."""
    return tuple(_missing(tuple(signatures)))


def _missing(signatures: tuple[Signed, ...]) -> Iterator[str]:
    if len({one.body.digest for one in signatures}) > 1:
        yield "the signatures are over different contents"
    if len({one.pdf for one in signatures}) > 1:
        yield "the signatures are over different prints of the letter"
    for one in signatures:
        if not one.holds:
            yield f"the signature of {one.signer} does not fit what it is said to sign"
    people = {person(one.signer) for one in signatures}
    if len(people) < EYES or len(people) < len(signatures):
        yield f"{len(people)} person(s) signed; {EYES} different people have to"
    if len({one.key for one in signatures}) < len(signatures):
        yield "two signatures are by one key"


def person(name: str) -> str:
    """Give a name so that two spellings of it are one person.

    >>> person("  ANA  Lopes ") == person("Ana Lopes")
    True
    """
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def public_key(private: Ed25519PrivateKey) -> str:
    """Write the public half of a key in base64."""
    return b64encode(private.public_key().public_bytes_raw()).decode()

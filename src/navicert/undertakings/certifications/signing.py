"""Signatures on a certification: the one place where one is made, and where it is held.

Nothing is signed while a statement is unproved, and nothing counts before two different people
signed with two different keys (four eyes).
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from navicert.errors import SigningRefused
from navicert.records.canonical import canonical
from navicert.undertakings.certifications.body import FORMAT, Body, unproved
from navicert.undertakings.certifications.person import (
    people,
    refuse_no_name,
    same_name,
    same_person,
    why_no_name,
)

EYES = 2
"""How many people sign."""
_MOST = 50
_IF_TWO = (
    "if they are two, sign under the full legal name as in the personnel system; where the first "
    "name was not the full one, change the letter (its title, say) and both sign anew; where one "
    "bears every name of the other, let a third person sign"
)


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
    """Sign a certification; ``others`` are the signatures that are there, over whatever content.

    Raises SigningRefused while a statement is unproved, when the name is none or mixes scripts,
    when that person signed the same content before, and when the key is another person's.
    """
    if gaps := unproved(unsigned.body):
        raise SigningRefused("the letter cannot be signed: " + "; ".join(gaps))
    refuse_no_name(unsigned.signer)
    keyed = replace(unsigned, key=public_key(private))
    signed = tuple(others)
    _refuse_person(keyed, tuple(one for one in signed if one.body == keyed.body))
    _refuse_key(keyed, signed)
    return replace(keyed, signature=b64encode(private.sign(keyed.payload())).decode())


def _refuse_person(keyed: Signed, same: tuple[Signed, ...]) -> None:
    """Refuse who signed this content already, under whatever spelling of the name."""
    before = next((one for one in same if same_person(one.signer, keyed.signer)), None)
    if before is None:
        return
    letter = keyed.body.letter.id
    when = f"{before.signer} signed {letter} already, on {before.day}"
    if not four_eyes(same):
        all_ = " and ".join(one.signer for one in same)
        message = f"{when}: it is certified, by {all_}, and needs no more signatures"
        raise SigningRefused(f"{message}; 'navicert certify export {letter}' packs it for others")
    if before.signer.casefold().split() == keyed.signer.casefold().split():
        raise SigningRefused(f"{when}: another person has to sign it now (four eyes)")
    message = f"{when}, and {keyed.signer!r} counts as the same person: another one has to sign it"
    raise SigningRefused(f"{message}; {_IF_TWO}")


def _refuse_key(keyed: Signed, signed: tuple[Signed, ...]) -> None:
    """Refuse a key that signed for somebody else, this letter or another."""
    for one in signed:
        if one.key == keyed.key and not same_name(one.signer, keyed.signer):
            whose = f"it is the key of {one.signer}, who signed {one.body.letter.id} with it"
            make = f"'navicert certify key \"{keyed.signer}\"' makes one"
            raise SigningRefused(f"{whose}: {keyed.signer} signs with a key of their own; {make}")


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
    yield from filter(None, (why_no_name(one.signer) for one in signatures))
    if len(signatures) > _MOST:
        yield f"{len(signatures):,} signatures: a letter has at most {_MOST}"
        return
    count = people(one.signer for one in signatures)
    if count < EYES or count < len(signatures):
        yield f"{count} person(s) signed; {EYES} different people have to"
    if len({one.key for one in signatures}) < len(signatures):
        yield "two signatures are by one key"


def public_key(private: Ed25519PrivateKey) -> str:
    """Write the public half of a key in base64."""
    return b64encode(private.public_key().public_bytes_raw()).decode()

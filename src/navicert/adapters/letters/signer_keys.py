"""The keys of those who sign: Ed25519, the private half in PKCS 8 for its owner alone."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from navicert.adapters.store.files import usable, write_once
from navicert.errors import UnreadableFile
from navicert.undertakings.certifications.person import refuse_no_name, spelled

_ODD = re.compile(r"[^\w]+")
_UNREADABLE = (ValueError, TypeError, UnsupportedAlgorithm)
_RAW = 32


class FolderKeys:
    """``<name>.key`` and ``<name>.pub`` in one folder, the name written in small letters."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def make(self, name: str) -> Path:
        """Make a key for a person and give the place of its public half.

        Raises UnreadableFile when that person has one, SigningRefused when nobody can sign by the
        name.
        """
        refuse_no_name(name)
        path = self._path(name)
        made = Ed25519PrivateKey.generate()
        pem = made.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        if not write_once(path, pem):
            raise UnreadableFile(
                f"{path}: {name} has a key; a new one would not be known to others"
            )
        shown = path.with_suffix(".pub")
        public = made.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
        write_once(shown, public)
        return shown

    def private(self, name: str, place: Path | None = None) -> Ed25519PrivateKey:
        """Give the key of a person, or the one at a place; UnreadableFile says why there is none.

        A key that others may read is refused: it is no longer one person's.
        """
        path = place or self._path(name)
        with usable(path):
            if not path.is_file():
                raise UnreadableFile(f"{path}: {_no_key(name, place)}")
            if path.stat().st_mode & 0o077:
                raise UnreadableFile(
                    f"{path}: others may read this key; make it yours alone: chmod 600 {path}"
                )
            content = path.read_bytes()
        try:
            found = load_pem_private_key(content, password=None)
        except _UNREADABLE:
            raise UnreadableFile(f"{path}: not a private key in PEM without a password") from None
        if not isinstance(found, Ed25519PrivateKey):
            raise UnreadableFile(f"{path}: not an Ed25519 key")
        return found

    def _path(self, name: str) -> Path:
        slug = _ODD.sub("-", spelled(name)).strip("-_")
        if not slug or len(slug) > 100:  # noqa: PLR2004 - as long as a name of a file may be
            raise UnreadableFile(f"{name[:60]!r} is no name of a person")
        return self._directory / f"{slug}.key"


def _no_key(name: str, place: Path | None) -> str:
    if place is not None:
        return f"there is no such file; without --key the key of {name} in this directory is taken"
    return f"there is no key of {name}; 'navicert certify key \"{name}\"' makes one"


def public(text: bytes, file: str) -> str:
    """Read a public key, in PEM or as base64, and give it as base64.

    Raises UnreadableFile when it is none.
    """
    try:
        if text.lstrip().startswith(b"-----BEGIN"):
            found = load_pem_public_key(text)
            raw = found.public_bytes_raw() if isinstance(found, Ed25519PublicKey) else b""
        else:
            raw = b64decode(text.strip(), validate=True)
    except _UNREADABLE:
        raw = b""
    if len(raw) != _RAW:
        raise UnreadableFile(f"{file}: not a public Ed25519 key, in PEM or in base64")
    return b64encode(raw).decode()

"""The log's key on disk: made on first use, for its owner alone, and never made twice."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from navicert.adapters.store.files import usable, write_once
from navicert.errors import RecordError, StateUnusable
from navicert.records import checkpoint
from navicert.records.checkpoint import VerifierKey


class LogKey:
    """``log.key``, PKCS 8 in PEM, which signs; ``log.pub``, a C2SP verifier key."""

    def __init__(self, directory: Path) -> None:
        self._private_path = directory / "log.key"
        self._public_path = directory / "log.pub"

    def make_if_missing(self) -> None:
        """Make the key; when two processes try at once, both then use the one that was put."""
        if not self._private_path.exists():
            made = Ed25519PrivateKey.generate()
            pem = made.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
            write_once(self._private_path, pem)
        if not self._public_path.exists():
            own = checkpoint.verifier(self.private.public_key())
            write_once(self._public_path, f"{own.text()}\n".encode())

    @cached_property
    def private(self) -> Ed25519PrivateKey:
        """The key that signs; StateUnusable when it is gone or is not one."""
        try:
            found = load_pem_private_key(self._read(self._private_path), password=None)
        except (ValueError, TypeError) as refused:
            raise StateUnusable(self._damaged(self._private_path)) from refused
        if not isinstance(found, Ed25519PrivateKey):
            raise StateUnusable(self._damaged(self._private_path))
        return found

    def signer(self) -> Ed25519PrivateKey:
        """Give the key that signs, once it is sure that ``log.pub`` verifies what it signs."""
        if checkpoint.verifier(self.private.public_key()).text() != self.verifier.text():
            raise StateUnusable(self._damaged(self._private_path))
        return self.private

    @cached_property
    def verifier(self) -> VerifierKey:
        """The key that verifies; a copy of the records needs no more than this."""
        text = self._read(self._public_path).decode(errors="replace")
        try:
            return checkpoint.parse_key(text)
        except RecordError as refused:
            message = f"{self._damaged(self._public_path)} ({refused})"
            raise StateUnusable(message) from refused

    def _read(self, path: Path) -> bytes:
        with usable(path):
            if not path.exists():
                message = f"{path}: missing; the records need it: restore it from your backup"
                raise StateUnusable(message)
            return path.read_bytes()

    def _damaged(self, path: Path) -> str:
        return f"{path}: not the key that signed the records; restore it from your backup"

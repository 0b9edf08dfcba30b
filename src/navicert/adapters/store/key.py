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
        self._unused_path = directory / "log.unused"

    def has_signed(self) -> bool:
        """Tell whether a key was made, or a half of it is left, and something was signed with it.

        A mark beside a new key says that nothing was, until the first entry is in the log: a
        crash between the two does not look like a log that somebody took away.
        """
        with usable(self._private_path):
            made = self._private_path.exists() or self._public_path.exists()
            return made and not self._unused_path.exists()

    def mark_used(self) -> None:
        """Take the mark of a new key away; from now on a missing log is a removed one."""
        with usable(self._unused_path):
            self._unused_path.unlink(missing_ok=True)

    def lonely(self) -> str:
        """Say that there is a key and nothing that it signed."""
        return (
            f"there is a key ({self._private_path.parent}) but no log: entry 0 and all after it "
            "are gone, with what was signed. Restore the data directory from your backup; only if "
            "nothing was ever recorded in it, remove the key"
        )

    def make_if_missing(self) -> None:
        """Make the key; when two processes try at once, both then use the one that was put."""
        if not self._private_path.exists():
            write_once(self._unused_path, b"nothing was signed yet\n")
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

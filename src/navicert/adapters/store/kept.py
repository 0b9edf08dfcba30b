"""Files that prove something, each named by the SHA-256 of its bytes and never written again."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

from navicert.adapters.store.files import usable, write_whole
from navicert.errors import StateUnusable

_DIGEST = re.compile(r"[0-9a-f]{64}")
_READ_ONLY = 0o444


class KeptFiles:
    """The files of one folder: ``<folder>/<sha256>``, read-only."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def put(self, content: bytes) -> str:
        """Keep bytes and give their digest; a damaged copy is replaced by the good one."""
        digest = sha256(content).hexdigest()
        path = self._directory / digest
        with usable(path):
            if not path.exists() or path.read_bytes() != content:
                write_whole(path, content)
                path.chmod(_READ_ONLY)
        return digest

    def get(self, digest: str) -> bytes:
        """Give the bytes, held against their digest; KeyError when they were never kept."""
        path = self._directory / digest
        if not _DIGEST.fullmatch(digest):
            raise KeyError(digest)
        with usable(path):
            if not path.exists():
                raise KeyError(digest)
            content = path.read_bytes()
        if sha256(content).hexdigest() != digest:
            message = f"{path}: damaged, its bytes are not those it is named by; restore the file"
            raise StateUnusable(message)
        return content

"""Files that prove something, each named by the SHA-256 of its bytes and never written again."""

from __future__ import annotations

from pathlib import Path

from navicert.adapters.store.files import FileBlobs, usable

_READ_ONLY = 0o444


class KeptFiles(FileBlobs):
    """The files of one folder: ``<folder>/<sha256>``, read-only."""

    def put(self, content: bytes) -> str:
        """Keep bytes and give their digest; a damaged copy is replaced by the good one."""
        digest = super().put(content)
        path = self._path(digest)
        with usable(path):
            path.chmod(_READ_ONLY)
        return digest

    def _path(self, digest: str) -> Path:
        nested = super()._path(digest)
        return nested.parents[1] / digest

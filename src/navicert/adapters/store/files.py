"""Files that are either whole or not there, and blobs found by the digest of their bytes."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from navicert.errors import StateUnusable

_DIGEST = re.compile(r"[0-9a-f]{64}")


@contextmanager
def usable(path: Path) -> Iterator[None]:
    """Turn the system's refusals within the block into StateUnusable that names ``path``."""
    try:
        yield
    except OSError as refused:
        reason = refused.strerror or type(refused).__name__
        message = (
            f"{refused.filename or path}: {reason}; the data directory must be yours to read and "
            "write: mend it, or name another with --data-dir or NAVICERT_HOME"
        )
        raise StateUnusable(message) from refused


def make_directory(path: Path) -> None:
    """Make a directory, and those above it, for its owner alone."""
    with usable(path):
        path.mkdir(mode=0o700, parents=True, exist_ok=True)


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in its place at once: a crash leaves the old one, or none, never half of one."""
    make_directory(path.parent)
    with usable(path):
        written = _written_beside(path, content)
        written.replace(path)
        _sync_directory(path.parent)


def write_once(path: Path, content: bytes) -> bool:
    """Put a file in its place unless one is there; tell whether it was put."""
    make_directory(path.parent)
    with usable(path):
        written = _written_beside(path, content)
        try:
            path.hardlink_to(written)
        except FileExistsError:
            return False
        finally:
            written.unlink()
        _sync_directory(path.parent)
        return True


def _written_beside(path: Path, content: bytes) -> Path:
    handle, name = tempfile.mkstemp(prefix=".new-", dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return Path(name)


def _sync_directory(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


class FileBlobs:
    """Bytes as they came, one file a content, named by the SHA-256 of the bytes."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def put(self, content: bytes) -> str:
        """Keep bytes and give their digest; a damaged copy is replaced by the good one."""
        digest = sha256(content).hexdigest()
        path = self._path(digest)
        with usable(path):
            kept = path.read_bytes() if path.exists() else None
        if kept != content:
            write_whole(path, content)
        return digest

    def get(self, digest: str) -> bytes:
        """Give the bytes, held against their digest; KeyError when they were never kept."""
        path = self._path(digest)
        with usable(path):
            if not path.exists():
                raise KeyError(digest)
            content = path.read_bytes()
        if sha256(content).hexdigest() != digest:
            message = f"{path}: damaged, its bytes are not those it is named by; restore the file"
            raise StateUnusable(message)
        return content

    def _path(self, digest: str) -> Path:
        if not _DIGEST.fullmatch(digest):
            raise KeyError(digest)
        return self._directory / digest[:2] / digest[2:]

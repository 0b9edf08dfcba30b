"""Indexes of names, one file a list, mapped into memory and shared by every process that asks.

A file is named by the digest of the list's bytes and by the version of what read and indexed them,
so that a newer reader never finds an older one's index. It can always be built again.
"""

from __future__ import annotations

import mmap
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from navicert.adapters.store import parsed
from navicert.adapters.store.files import write_whole
from navicert.errors import StateUnusable
from navicert.parties.lists.snapshot import Snapshot
from navicert.parties.screening.navicert_1.index.build import Content, build
from navicert.parties.screening.navicert_1.index.likenesses import with_likenesses
from navicert.parties.screening.navicert_1.index.packed import pack, unpack
from navicert.parties.screening.navicert_1.index.search import NameIndex

LEAST_KEPT = 1000
"""Names; fewer are indexed sooner than a file is opened."""


class StoredIndexes:
    """The indexes of one data directory; nothing is made on disk before one is worth keeping."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self, snapshot: Snapshot, names: Sequence[str]) -> NameIndex:
        """Give the index of a snapshot's names; what cannot be kept is built for this once."""
        if len(names) < LEAST_KEPT:
            return NameIndex(build(names))
        path = self._folder / f"{snapshot.digest}-{parsed.version()}.index"
        content = _kept(path)
        if content is None or len(content.names) != len(names):
            content = with_likenesses(build(names))
            with suppress(StateUnusable):
                self._keep(path, snapshot.digest, content)
        return NameIndex(content)

    def _keep(self, path: Path, digest: str, content: Content) -> None:
        """Write a file, whole or not at all, and take away those of other versions."""
        write_whole(path, pack(content))
        with suppress(OSError):
            for other in self._folder.glob(f"{digest}-*.index"):
                if other != path:
                    other.unlink()


def _kept(path: Path) -> Content | None:
    try:
        with path.open("rb") as file:
            return unpack(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except (OSError, ValueError):
        return None

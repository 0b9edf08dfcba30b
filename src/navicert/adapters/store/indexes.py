"""Indexes of names, a file a list, mapped into memory and shared by every process that asks.

A file is named by the digest of the list's bytes and by the version of what read and indexed them,
so that a newer reader never finds an older one's index. It can always be built again. Beside an
index lie its names: a list that differs little from one that is indexed gets an index of what was
added alone, with what is gone (``.update``).
"""

from __future__ import annotations

import mmap
from array import array
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec

from navicert.adapters.store import parsed
from navicert.adapters.store.files import write_whole
from navicert.errors import StateUnusable
from navicert.parties.lists.snapshot import Snapshot
from navicert.parties.screening.indexed import Change, Indexed, change, updated
from navicert.parties.screening.navicert_1.index.build import Content, build
from navicert.parties.screening.navicert_1.index.likenesses import with_likenesses
from navicert.parties.screening.navicert_1.index.packed import pack, unpack
from navicert.parties.screening.navicert_1.index.search import NameIndex

LEAST_KEPT = 1000
"""Names; fewer are indexed sooner than a file is opened."""
MOST_CHANGED = 10
"""A list of which more than one name in so many changed is indexed anew: two indexes cost time."""

_Names = tuple[str, tuple[str, ...]]
"""The list's code and its names."""


class _Update(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    """What a list changed of one that is indexed: the digest of that, and a ``Change``."""

    base: str
    kept: bytes
    added: bytes
    content: bytes


class StoredIndexes:
    """The indexes of one data directory; nothing is made on disk before one is worth keeping."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self, snapshot: Snapshot, names: Sequence[str]) -> Indexed:
        """Give the indexes of a snapshot's names; what cannot be kept is built for this once."""
        if len(names) < LEAST_KEPT:
            return Indexed((NameIndex(build(names)),))
        found = self._whole(snapshot.digest, len(names)) or self._updated(snapshot, len(names))
        return found or self._brought_up(snapshot, names) or self._built(snapshot, names)

    def _path(self, digest: str, ending: str) -> Path:
        return self._folder / f"{digest}-{parsed.version()}.{ending}"

    def _whole(self, digest: str, count: int) -> Indexed | None:
        content = _mapped(self._path(digest, "index"))
        if content is None or len(content.names) != count:
            return None
        return Indexed((NameIndex(content),))

    def _updated(self, snapshot: Snapshot, count: int) -> Indexed | None:
        """Open what was kept of a list that differed little from another one."""
        try:
            told = _UPDATE.decode(self._path(snapshot.digest, "update").read_bytes())
        except (OSError, msgspec.MsgspecError):
            return None
        changed = Change(_numbers("i", told.kept), _numbers("I", told.added))
        base, content = self._whole(told.base, len(changed.kept)), unpack(told.content)
        remains = sum(place >= 0 for place in changed.kept) + len(changed.added)
        if base is None or content is None or remains != count:
            return None
        return updated(base.indexes[0], changed, NameIndex(content))

    def _brought_up(self, snapshot: Snapshot, names: Sequence[str]) -> Indexed | None:
        """Add to the newest index of the same list what it lacks, if that is little."""
        for base, before in self._others(snapshot):
            changed = change(before, names)
            lost = sum(place < 0 for place in changed.kept)
            if (lost + len(changed.added)) * MOST_CHANGED > len(names):
                continue
            content = build(names[place] for place in changed.added)
            kept, added = array("i", changed.kept).tobytes(), array("I", changed.added).tobytes()
            update = _Update(base, kept, added, pack(content))
            with suppress(StateUnusable):
                write_whole(self._path(snapshot.digest, "update"), msgspec.msgpack.encode(update))
            whole = self._whole(base, len(before))
            return updated(whole.indexes[0], changed, NameIndex(content)) if whole else None
        return None

    def _others(self, snapshot: Snapshot) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Give the digest and the names of the indexes of the same list, the newest first."""
        ending = f"-{parsed.version()}.names"
        found = [*self._folder.glob(f"*{ending}")] if self._folder.is_dir() else []
        for path in sorted(found, key=lambda one: (-one.stat().st_mtime_ns, one.name)):
            with suppress(OSError, msgspec.MsgspecError):
                code, names = msgspec.msgpack.decode(path.read_bytes(), type=_Names)
                if code == snapshot.code:
                    yield path.name.removesuffix(ending), names

    def _built(self, snapshot: Snapshot, names: Sequence[str]) -> Indexed:
        content = with_likenesses(build(names))
        with suppress(StateUnusable):
            self._keep(snapshot, names, content)
        return Indexed((NameIndex(content),))

    def _keep(self, snapshot: Snapshot, names: Sequence[str], content: Content) -> None:
        """Write the files, each whole or not at all, and take away those of other versions."""
        told: _Names = (snapshot.code, tuple(names))
        kept = {"index": pack(content), "names": msgspec.msgpack.encode(told)}
        for ending, written in kept.items():
            write_whole(self._path(snapshot.digest, ending), written)
        with suppress(OSError):
            for other in self._folder.glob(f"{snapshot.digest}-*"):
                if f"-{parsed.version()}." not in other.name:
                    other.unlink()


_UPDATE = msgspec.msgpack.Decoder(_Update)


def _numbers(code: str, content: bytes) -> tuple[int, ...]:
    found = array(code)
    found.frombytes(content[: len(content) // found.itemsize * found.itemsize])
    return tuple(found)


def _mapped(path: Path) -> Content | None:
    try:
        with path.open("rb") as file:
            return unpack(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except (OSError, ValueError):
        return None

"""List files from wherever they are named: a path on the disk, or an address of the web."""

from __future__ import annotations

import re
from functools import cached_property

from navicert.adapters.feeds.disk import DiskFeed
from navicert.casework.ports import Feed, FeedFile, Seen
from navicert.errors import UnreadableFile

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")


class AnyFeed:
    """Read list files; ``proxy`` is the address of a proxy, None takes the environment's."""

    def __init__(self, proxy: str | None = None) -> None:
        self._proxy = proxy
        self._disk = DiskFeed()

    @cached_property
    def _web(self) -> Feed:
        from navicert.adapters.feeds.web import WebFeed  # noqa: PLC0415 - slow, and seldom needed

        return WebFeed(self._proxy)

    def fetch(self, place: str) -> FeedFile:
        """Read a whole file."""
        return self._of(place).fetch(place)

    def fetch_unless(self, place: str, seen: Seen) -> FeedFile | None:
        """Read a whole file; None when it is still what was seen."""
        return self._of(place).fetch_unless(place, seen)

    def fetch_beside(self, document: str, name: str) -> FeedFile:
        """Read a file that a document on the disk names in its folder or below."""
        return self._of(document).fetch_beside(document, name)

    def files_in(self, folder: str) -> tuple[str, ...]:
        """Give the paths of the files in a folder."""
        return self._disk.files_in(folder)

    def _of(self, place: str) -> Feed:
        scheme = _SCHEME.match(place)
        if scheme is None:
            return self._disk
        if scheme[1].lower() in {"http", "https"}:
            return self._web
        message = f"{place[:200]}: neither a path nor an http or https address: give one of them"
        raise UnreadableFile(message)

"""List files from the disk, whole, and never more than a stated size."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from navicert.adapters.feeds import beside, bundled
from navicert.casework.ports import FeedFile, Seen
from navicert.errors import FileTooLarge, UnreadableFile
from navicert.parties.lists.archive import packed

LARGEST = 256 * 1024 * 1024
"""Bytes; the longest list, OFAC's advanced form, has more than 100 million."""


class DiskFeed:
    """Read list files from paths; ``largest`` is in bytes."""

    def __init__(self, largest: int = LARGEST) -> None:
        self._largest = largest

    def fetch(self, place: str) -> FeedFile:
        """Read a file; not more of it than is accepted, even when it grows or never ends.

        A folder with the four files of an OFAC list, or any one of them, gives their ZIP archive.
        """
        path = Path(place).expanduser()
        try:
            bundle = bundled.bundle_at(path)
            if bundle is None:
                return FeedFile(path.name, self._read(path, place, self._largest))
            return self._packed(bundle, place)
        except OSError as refused:
            reason = refused.strerror or type(refused).__name__
            message = f"{place}: {reason}; name a file that is there and that you can read"
            raise UnreadableFile(message) from refused

    def _packed(self, bundle: bundled.Found, place: str) -> FeedFile:
        contents: dict[str, bytes] = {}
        left = self._largest
        for path in bundle.paths:
            contents[path.name] = self._read(path, place, left)
            left -= len(contents[path.name])
        return FeedFile(f"{bundle.title}.zip", packed(contents))

    def _read(self, path: Path, place: str, most: int) -> bytes:
        with path.open("rb") as file:
            content = file.read(most + 1)
        if len(content) > most:
            message = (
                f"{place}: larger than {self._largest:,} bytes, the most that is read; "
                "give one list at a time, unpacked and as its authority publishes it"
            )
            raise FileTooLarge(message)
        return content

    def fetch_unless(self, place: str, seen: Seen) -> FeedFile | None:
        """Read a file; None when its bytes are those that were seen."""
        file = self.fetch(place)
        return None if sha256(file.content).hexdigest() == seen.digest else file

    def fetch_beside(self, document: str, name: str) -> FeedFile:
        """Read the one file that a document names in its folder or below."""
        path = beside.inside(document, name)
        try:
            return FeedFile(path.name, self._read(path, str(path), self._largest))
        except OSError as refused:
            reason = refused.strerror or type(refused).__name__
            message = f"{path}: {reason}; {document} names it: put it there"
            raise UnreadableFile(message) from refused

    def files_in(self, folder: str) -> tuple[str, ...]:
        """Give the paths of the files in a folder, by name, hidden ones and folders left out."""
        path = Path(folder).expanduser()
        try:
            found = sorted(path.iterdir())
            return tuple(str(one) for one in found if one.is_file() and one.name[0] != ".")
        except OSError as refused:
            reason = refused.strerror or type(refused).__name__
            message = f"{folder}: {reason}; give a folder with list files that you can read"
            raise UnreadableFile(message) from refused

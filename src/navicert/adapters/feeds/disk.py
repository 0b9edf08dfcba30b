"""List files from the disk, whole, and never more than a stated size."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from navicert.casework.ports import FeedFile, Seen
from navicert.errors import FileTooLarge, UnreadableFile

LARGEST = 64 * 1024 * 1024
"""Bytes; the Consolidated Screening List has some 20 million, so a larger file is a mistake."""


class DiskFeed:
    """Read list files from paths; ``largest`` is in bytes."""

    def __init__(self, largest: int = LARGEST) -> None:
        self._largest = largest

    def fetch(self, place: str) -> FeedFile:
        """Read a file; not more of it than is accepted, even when it grows or never ends."""
        path = Path(place).expanduser()
        try:
            with path.open("rb") as file:
                content = file.read(self._largest + 1)
        except OSError as refused:
            reason = refused.strerror or type(refused).__name__
            message = f"{place}: {reason}; give the path of a list file that you can read"
            raise UnreadableFile(message) from refused
        if len(content) > self._largest:
            message = (
                f"{place}: larger than {self._largest:,} bytes, the most that is read; "
                "give one list at a time, unpacked and as its authority publishes it"
            )
            raise FileTooLarge(message)
        return FeedFile(path.name, content)

    def fetch_unless(self, place: str, seen: Seen) -> FeedFile | None:
        """Read a file; None when its bytes are those that were seen."""
        file = self.fetch(place)
        return None if sha256(file.content).hexdigest() == seen.digest else file

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

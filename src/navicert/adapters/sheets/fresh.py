"""A new file for a person to take away: written once, never over one that is there."""

from __future__ import annotations

from pathlib import Path

from navicert.errors import UnreadableFile


def write_new(path: Path, content: bytes) -> None:
    """Write a file; UnreadableFile when it is there already or cannot be written."""
    try:
        with path.open("xb") as file:
            file.write(content)
    except FileExistsError:
        raise UnreadableFile(f"{path}: is there already; name another file") from None
    except OSError as error:
        raise UnreadableFile(f"{path}: cannot be written: {error.strerror}") from None

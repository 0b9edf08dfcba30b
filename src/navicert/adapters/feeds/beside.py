"""The files that a document names beside itself: in its folder or below, and nowhere else."""

from __future__ import annotations

from pathlib import Path

from navicert.errors import UnreadableFile

_SHOWN = 80


def inside(document: str, name: str) -> Path:
    """Give the path of a file that a document names, which lies in its folder or below.

    Links are followed first: a link that leads out of the folder does not lie in it. A file that
    is not there passes; whoever reads it says so.

    Raises UnreadableFile for a path that leaves the folder, and for what is no plain file: a
    folder, a device, a pipe.
    """
    said = f"{document}: {name[:_SHOWN]!r}"
    below = Path(name)
    if not below.parts or below.is_absolute() or ".." in below.parts:
        raise UnreadableFile(f"{said} lies outside the folder; put the file into it")
    folder = Path(document).expanduser().parent
    try:
        real = (folder / below).resolve()
        if not real.is_relative_to(folder.resolve()):
            message = f"{said} is a link to a place outside the folder; put the file itself into it"
            raise UnreadableFile(message)
        if real.exists() and not real.is_file():
            message = f"{said} is no plain file, but a folder, a device or a pipe; name a file"
            raise UnreadableFile(message)
    except (OSError, RuntimeError, ValueError) as refused:
        reason = getattr(refused, "strerror", None) or refused
        raise UnreadableFile(
            f"{said} cannot be read: {reason}; put the file itself there"
        ) from None
    return folder / below

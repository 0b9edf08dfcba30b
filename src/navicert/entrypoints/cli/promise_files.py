"""Files that are written again and again, and never over somebody else's."""

from __future__ import annotations

import sys
from pathlib import Path

from navicert.adapters.store.files import write_whole
from navicert.errors import StateUnusable, UnreadableFile

_LOOKED_AT = 4_096


def replace(output: Path, content: bytes, mark: str, *, force: bool = False) -> None:
    """Write a file whole, and say so; one that is there must bear our mark, unless by force."""
    try:
        if not force and output.exists() and mark.encode() not in _beginning(output):
            message = (
                f"{output}: is there already, and this command did not write it; name another "
                "file, or take --force to lose what is in it"
            )
            raise UnreadableFile(message)
        if not output.parent.is_dir():
            raise UnreadableFile(f"{output}: there is no folder {output.parent}")
        again = output.exists()
        write_whole(output, content)
    except (OSError, StateUnusable) as error:
        told = getattr(error, "strerror", None) or str(error)
        message = f"{output}: cannot be written: {told}"
        raise UnreadableFile(message) from None
    output.chmod(0o644)
    sys.stderr.write(f"written{' in place of the one before' if again else ''}: {output}\n")


def _beginning(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_LOOKED_AT)

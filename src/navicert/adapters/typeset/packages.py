"""A package on the disk: a new folder, or a zip whose bytes depend on its files and its day."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

from navicert.errors import UnreadableFile

_EARLIEST = 1980
"""The first year that a zip can tell."""


def write(files: tuple[tuple[str, bytes], ...], place: Path, day: date) -> None:
    """Write the files; raises UnreadableFile when something is there, or it cannot be written."""
    try:
        if place.suffix.lower() == ".zip":
            with place.open("xb") as file:
                file.write(zipped(files, day))
            return
        place.mkdir(parents=True)
        for name, content in files:
            path = place / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    except FileExistsError:
        raise UnreadableFile(f"{place}: is there already; name a new folder or .zip") from None
    except OSError as failed:
        raise UnreadableFile(f"{place}: {failed.strerror}; name a place to write to") from None


def write_beside(
    place: Path, content: bytes, files: tuple[tuple[str, bytes], ...]
) -> tuple[Path, ...]:
    """Write a file and those that it names into its folder; one that is there as it is stays.

    Raises UnreadableFile when another file is there, before anything is written.
    """
    wanted = ((place, content), *((place.parent / name, told) for name, told in files))
    try:
        absent = tuple((path, told) for path, told in wanted if not path.exists())
        for path, told in wanted:
            if (path == place and path.exists()) or (path.exists() and path.read_bytes() != told):
                raise UnreadableFile(f"{path}: is there already; name a file in another folder")
        for path, told in absent:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                file.write(told)
    except OSError as failed:
        raise UnreadableFile(f"{place}: {failed.strerror}; name a place to write to") from None
    return tuple(path for path, _ in absent)


def zipped(files: tuple[tuple[str, bytes], ...], day: date) -> bytes:
    """Give the files as a zip, in their order, each of that day."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as whole:
        for name, content in files:
            stamp = (max(day.year, _EARLIEST), day.month, day.day, 0, 0, 0)
            info = zipfile.ZipInfo(name, date_time=stamp)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            whole.writestr(info, content)
    return packed.getvalue()

"""Lists that come as several files, found in a folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from navicert.errors import UnreadableFile
from navicert.parties.lists.ofac import bundle as bundles
from navicert.parties.lists.ofac.bundle import Bundle


@dataclass(frozen=True, slots=True)
class Found:
    """The files of one list, in the order of their names."""

    title: str
    paths: tuple[Path, ...]


def bundle_at(path: Path) -> Found | None:
    """Find the list that a folder holds, or that a file is a part of; None when it is neither.

    Raises ``UnreadableFile`` when a file of the list is not there, or two lists are.
    """
    folder = path if path.is_dir() else path.parent
    names = _names(folder) if path.is_dir() else (path.name,)
    found = bundles.of_names(names)
    if not found:
        return None
    if len(found) > 1:
        titles = " and ".join(bundle.title for bundle in found)
        raise UnreadableFile(f"{path}: it holds {titles}; give a file of the one that you mean")
    return _complete(folder, found[0])


def _complete(folder: Path, bundle: Bundle) -> Found:
    by_name: dict[str, str] = {}
    for name in _names(folder):
        plain = bundles.plain_name(name)
        if plain in by_name:
            message = f"{folder}: {by_name[plain]} and {name} are the same file of the list"
            raise UnreadableFile(f"{message}; keep one of them")
        if plain in bundle.files:
            by_name[plain] = name
    if missing := [name for name in bundle.files if name not in by_name]:
        raise UnreadableFile(f"{folder}: {bundles.missing_message(missing, bundle)}")
    return Found(bundle.title, tuple(folder / name for name in sorted(by_name.values())))


def _names(folder: Path) -> tuple[str, ...]:
    return tuple(sorted(entry.name for entry in folder.iterdir() if entry.is_file()))

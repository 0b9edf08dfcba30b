"""What an update brings: the files of each official list, from its address or from a folder.

The files of a list that has several are put into one ZIP archive, always the same one for the
same files, so that they are read, kept and digested as one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from navicert.casework.ports import Desk, FeedFile
from navicert.errors import StateUnusable, UnreadableFile
from navicert.parties.lists import sources
from navicert.parties.lists.archive import packed
from navicert.parties.lists.sources import Source


@dataclass(frozen=True, slots=True)
class Parcel:
    """The files that make up one list; ``code`` and ``title`` are empty until it is read.

    ``official`` tells whether they come from the authority's own address; ``instead`` is the file
    of the same list in another form that is taken in place of these, empty when these are taken.
    """

    code: str
    title: str
    places: tuple[str, ...]
    official: bool
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A list as one file, and the file that was found at each of its places."""

    file: FeedFile
    parts: tuple[tuple[str, FeedFile], ...]


def from_addresses(codes: tuple[str, ...]) -> tuple[Parcel, ...]:
    """Give the lists that have an official address, or those of these codes.

    Of several forms of one list the first is taken. Raises UnreadableFile for a code that no
    such list has.
    """
    wanted = {code.casefold() for code in codes}
    published = {one.code: one for one in reversed(_published())}
    chosen = [one for one in reversed(published.values()) if _is_wanted(one.code, wanted)]
    unknown = wanted - {one.code.casefold() for one in chosen}
    if unknown:
        known = ", ".join(sorted({one.code for one in published.values()}))
        named = ", ".join(repr(code) for code in codes if code.casefold() in unknown)
        raise UnreadableFile(f"{named}: no list with an official address; those are: {known}")
    return tuple(Parcel(one.code, one.title, one.places, official=True) for one in chosen)


def from_folder(folder: str, desk: Desk) -> tuple[Parcel, ...]:
    """Give the lists that lie in a folder: those with the names of official files, then the rest.

    Of several forms of one list the first is taken, and the others say so. Where a list has
    several files, the feed gives all of them for the first.
    """
    paths = {_plain(path): path for path in desk.feed.files_in(folder)}
    taken: dict[str, str] = {}
    found = []
    for one in _published():
        names = [_plain(place) for place in one.places]
        if all(name in paths for name in names):
            first, *_ = [paths.pop(name) for name in names]
            instead = taken.setdefault(one.code, first)
            instead = "" if instead == first else instead
            found.append(Parcel(one.code, one.title, (first,), official=False, instead=instead))
    rest = (Parcel("", "", (path,), official=False) for _, path in sorted(paths.items()))
    return (*found, *rest)


def fetched(parcel: Parcel, desk: Desk) -> Fetched:
    """Fetch the files of a list; what its server says is unchanged is taken from the desk."""
    parts = tuple(_part(place, parcel, desk) for place in parcel.places)
    whole = parts[0] if len(parts) == 1 else _bundle(parcel, parts)
    return Fetched(whole, tuple(zip(parcel.places, parts, strict=True)))


def _published() -> list[Source]:
    return [one for one in map(sources.of, sources.FOLDERS) if one.places]


def _is_wanted(code: str, wanted: set[str]) -> bool:
    return not wanted or code.casefold() in wanted


def _part(place: str, parcel: Parcel, desk: Desk) -> FeedFile:
    seen = desk.visits.last(place) if parcel.official else None
    if seen is None or not (seen.etag or seen.last_modified):
        return desk.feed.fetch(place)
    try:
        kept = desk.blobs.get(seen.digest)
    except (KeyError, StateUnusable):
        return desk.feed.fetch(place)
    unchanged = FeedFile(_name(place), kept, seen.etag, seen.last_modified)
    return desk.feed.fetch_unless(place, seen) or unchanged


def _name(place: str) -> str:
    path = unquote(urlsplit(place).path) if "://" in place else place
    return PurePosixPath(path).name


def _plain(place: str) -> str:
    return _name(place).casefold().removesuffix(".gz")


def _bundle(parcel: Parcel, parts: Iterable[FeedFile]) -> FeedFile:
    contents = {part.name: part.content for part in parts}
    return FeedFile(f"{parcel.code.lower()}.zip", packed(contents))


def unread(parcels: Iterable[Parcel], codes: tuple[str, ...]) -> Iterator[Parcel]:
    """Leave out the lists that are known not to be of these codes; the rest must be read first."""
    wanted = {code.casefold() for code in codes}
    return (one for one in parcels if not one.code or _is_wanted(one.code, wanted))

"""Import of official texts into the data directory, and the answer to what they say.

Each import is one file named by the SHA-256 of its bytes, and a numbered slip that puts it in
force. Where two imports print the same address, the one with the later day counts, and among
those without a later day the one imported last.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import count
from pathlib import Path

import msgspec

from navicert.adapters.law_texts import part_form, xml_form
from navicert.adapters.law_texts.text import Text, Texts, address_of
from navicert.adapters.store.files import FileBlobs, usable, write_once
from navicert.errors import FileTooLarge, StateUnusable, UnreadableFile
from navicert.parties.lists import unpack

MOST_BYTES = 32 * 1024 * 1024
"""The longest file, packed or unpacked; the whole Commerce Control List has 2 million bytes."""

_ROOM = "law-texts"
_NO_DAY = date.min


class Import(msgspec.Struct, frozen=True):
    """One official file, read: the SHA-256 of its bytes, its day if it says so, its texts."""

    source: str
    as_of: date | None
    texts: Texts


@dataclass(frozen=True, slots=True)
class ImportedTexts:
    """What an import took in: how many texts, the file's SHA-256, and the day it is of."""

    count: int
    digest: str
    as_of: date | None


@dataclass(frozen=True, slots=True)
class LawTexts:
    """The official texts in force, by address."""

    texts: dict[str, Text]

    @classmethod
    def open(cls, data_dir: Path) -> LawTexts:
        """Read every import; empty when there was none. StateUnusable when one is damaged."""
        texts: dict[str, Text] = {}
        for one in sorted(_imports(data_dir), key=lambda one: one.as_of or _NO_DAY):
            texts |= one.texts
        return cls(texts)

    def heading_of(self, asked: str) -> str | None:
        """Give the heading of an entry or a section, also when asked by a paragraph of it."""
        found = self.texts.get(address_of(asked))
        return found.heading if found else None

    def text_of(self, asked: str) -> str | None:
        """Give the text of an entry or a section, a line a paragraph or table row."""
        found = self.texts.get(address_of(asked))
        return found.text if found else None


def import_texts(
    content: bytes, data_dir: Path, file: str = "the law text", as_of: date | None = None
) -> ImportedTexts:
    """Read an official file, plain or gzipped, and keep its texts; whole or not at all.

    ``as_of`` is the day of the text where the file does not say it; ``file`` is how messages
    call it. Raises FileTooLarge, UnreadableFile, and StateUnusable for the data directory.
    """
    texts, printed = read_texts(content, file)
    one = Import(sha256(content).hexdigest(), printed or as_of, texts)
    blobs = FileBlobs(data_dir / _ROOM / "imports")
    digest = blobs.put(msgspec.msgpack.encode(one, order="deterministic"))
    _put_in_force(data_dir, digest)
    return ImportedTexts(len(texts), one.source, one.as_of)


def read_texts(content: bytes, file: str) -> tuple[Texts, date | None]:
    """Read the bytes of an official file in any form we know, with the day that it states."""
    text = _unpacked(content, file)
    if text.lstrip().startswith("<"):
        texts, stated = xml_form.read(text, file), xml_form.as_of(text)
    elif part_form.is_of_this_form(text):
        texts, stated = part_form.read(text, file), ""
    else:
        texts, stated = {}, ""
    if not texts:
        message = (
            f"{file}: holds no entry of the Commerce Control List and no section of the EAR; "
            "give the official XML of part 774 supplement 1, or the text of a part"
        )
        raise UnreadableFile(message)
    return texts, _day(stated, file)


def _day(stated: str, file: str) -> date | None:
    try:
        return date.fromisoformat(stated) if stated else None
    except ValueError:
        message = f"{file}: says it is of {stated!r}, which is no day; get the file again"
        raise UnreadableFile(message) from None


def _unpacked(content: bytes, file: str) -> str:
    try:
        return unpack.text_of(file, content, MOST_BYTES)
    except FileTooLarge:
        message = f"{file}: more than {MOST_BYTES:,} bytes; import one part or supplement at a time"
        raise FileTooLarge(message) from None


def _put_in_force(data_dir: Path, digest: str) -> None:
    taken = [int(slip.name) for slip in _slips(data_dir)]
    for number in count(max(taken, default=0) + 1):
        if write_once(data_dir / _ROOM / f"{number:06d}", digest.encode()):
            return


def _slips(data_dir: Path) -> list[Path]:
    room = data_dir / _ROOM
    with usable(room):
        found = room.iterdir() if room.is_dir() else iter(())
        return sorted(slip for slip in found if slip.name.isdecimal())


def _imports(data_dir: Path) -> Iterator[Import]:
    blobs = FileBlobs(data_dir / _ROOM / "imports")
    for slip in _slips(data_dir):
        with usable(slip):
            digest = slip.read_bytes().decode(errors="replace")
        try:
            yield msgspec.msgpack.decode(blobs.get(digest), type=Import)
        except (KeyError, msgspec.MsgspecError):
            message = f"{slip}: names law texts that are not there; delete it and import again"
            raise StateUnusable(message) from None

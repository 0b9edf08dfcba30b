"""Read the orders of the Federal Register from files: which they are, and what of them is read."""

from __future__ import annotations

from dataclasses import dataclass

from navicert.casework.ports import Feed
from navicert.errors import InputError, UnreadableFile
from navicert.law.shelf import standard_shelf
from navicert.law.tables import denial_words
from navicert.law.tables.denial_words import DenialWords
from navicert.undertakings.federal_register.notice import OrderNotice, OtherNotice
from navicert.undertakings.federal_register.read import read


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file and each document in it; ``unreadable`` says why there is none."""

    file: str
    notices: tuple[OrderNotice | OtherNotice, ...]
    unreadable: str = ""

    @property
    def orders(self) -> tuple[OrderNotice, ...]:
        """Give the orders."""
        return tuple(one for one in self.notices if isinstance(one, OrderNotice))

    @property
    def others(self) -> tuple[OtherNotice, ...]:
        """Give what is no order; of a file that holds an order too, its neighbors are nothing."""
        found = tuple(one for one in self.notices if isinstance(one, OtherNotice))
        return () if self.orders else found


def read_orders(places: tuple[str, ...], feed: Feed) -> tuple[FileRead, ...]:
    """Read each file; one that cannot be had, is too large, or is no text does not stop others."""
    words = denial_words.read(standard_shelf())
    return tuple(_read(place, feed, words) for place in places)


def _read(place: str, feed: Feed, words: DenialWords) -> FileRead:
    try:
        return FileRead(place, read(place, _text(place, feed), words))
    except InputError as error:
        return FileRead(place, (), str(error))


def _text(place: str, feed: Feed) -> str:
    content = feed.fetch(place).content
    if not content.strip():
        raise UnreadableFile(f"{place}: it is empty: save the text of the notice there")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UnreadableFile(f"{place}:{line}: not UTF-8: save the notice as plain text") from None

"""How much a workbook would hold once it is read: looked at cell by cell before anybody reads it.

The library that reads workbooks keeps a place for every cell up to the last one named, and a copy
of a shared text for every cell that shows it, so that a small file could take all memory.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from navicert.errors import FileTooLarge, UnreadableFile

_SHARED = "xl/sharedstrings.xml"
_COUNTS = ("count", "uniqueCount")
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_DIGITS = len("1048576")
_STEP = 65_536


@dataclass(frozen=True, slots=True)
class Limits:
    """The most rows and columns, places up to the last cell, and characters that cells share."""

    rows: int
    columns: int
    cells: int
    characters: int


def check(parts: Mapping[str, bytes], limits: Limits, file: str) -> None:
    """Go on only if every part is XML whose cells stay within the limits.

    Raises ``UnreadableFile`` for what is no XML, an odd cell or a part that stands twice,
    ``FileTooLarge`` with the limit.
    """
    named = {name.casefold(): part for name, part in parts.items()}
    if len(named) < len(parts):
        raise UnreadableFile(f"{file}: a part stands twice in it: save it again")
    texts = _Texts(f"{file}: {_SHARED}")
    _walk(named.get(_SHARED, b"<sst/>"), texts)
    for name, part in parts.items():
        _walk(part, _Extent(f"{file}: {name}", limits, texts.lengths))


@dataclass
class _Target:
    """What hears of the elements of a part one by one, so that no tree of them is kept."""

    place: str

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Hear of the beginning of an element."""

    def end(self, tag: str) -> None:
        """Hear of the end of an element."""

    def data(self, text: str) -> None:
        """Hear of a text, or of a part of it."""

    def doctype(self, *_: object) -> None:
        """Refuse a document type, which may hold entities, and which no workbook has."""
        raise UnreadableFile(f"{self.place}: it has a document type; save the workbook again")

    def close(self) -> None:
        """Hear of the end of the part."""


def _walk(part: bytes, target: _Target) -> None:
    parser = etree.XMLParser(  # type: ignore[call-overload] # its stubs ask for a class of theirs
        target=target, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        for at in range(0, len(part), _STEP):
            parser.feed(part[at : at + _STEP])
        parser.close()
    except etree.XMLSyntaxError as error:
        raise UnreadableFile(f"{target.place}:{error.lineno}: not XML: {error.msg}") from None


@dataclass
class _Texts(_Target):
    """The lengths of the texts that cells share, by their number."""

    lengths: list[int] = field(default_factory=list)

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:  # noqa: ARG002 - as heard
        """Begin a text."""
        if _is(tag, "si"):
            self.lengths.append(0)

    def data(self, text: str) -> None:
        """Count what belongs to the last text."""
        if self.lengths:
            self.lengths[-1] += len(text)


@dataclass
class _Extent(_Target):
    """How far the cells of a part reach, and how long their shared texts are, so far."""

    limits: Limits
    shared: list[int]
    row: int = 0
    column: int = 0
    widest: int = 0
    characters: int = 0
    shows: str | None = None

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Go to a row or a cell."""
        if _is(tag, "row"):
            self._start_row(attributes.get("r"))
        elif _is(tag, "c"):
            self._start_cell(attributes.get("r"), attributes.get("t"))
        else:
            self._start_other(attributes)
        if self.row * self.widest > self.limits.cells:
            raise FileTooLarge(f"{self.place}: more than {self.limits.cells:,} cells")

    def data(self, text: str) -> None:
        """Take the number of a shared text."""
        if self.shows is not None:
            self.shows += text

    def end(self, tag: str) -> None:
        """Count the shared text that a cell shows."""
        if self.shows is None or not _is(tag, "v"):
            return
        at = self._number(self.shows.strip(), "text")
        self.characters += self.shared[at] if at < len(self.shared) else 0
        if self.characters > self.limits.characters:
            most = f"{self.limits.characters:,} characters in its cells"
            raise FileTooLarge(f"{self.place}: more than {most}")

    def _start_other(self, attributes: Mapping[str, str]) -> None:
        """Judge what the reader makes room for before it has seen it."""
        self.shows = None if self.shows is None else ""
        for name in _COUNTS:
            stated = attributes.get(name, "").strip().lstrip("+0")
            if not stated.isascii() or not stated.isdigit():
                continue
            if len(stated) > _DIGITS or int(stated) > self.limits.cells:
                message = f"it states a {name} of {stated[:20]}; the most are {self.limits.cells:,}"
                raise FileTooLarge(f"{self.place}: {message}")

    def _start_row(self, stated: str | None) -> None:
        self.row = self._row(self.row + 1 if stated is None else self._number(stated))
        self.column = 0

    def _start_cell(self, stated: str | None, kind: str | None) -> None:
        if kind == "e":
            said = f"cell {(stated or '')[:20]} holds an error such as #REF!"
            raise UnreadableFile(f"{self.place}: {said}")
        self.shows = "" if kind == "s" else None
        column = self.column + 1
        if stated is not None:
            found = _CELL.fullmatch(stated)
            if not found:
                raise UnreadableFile(f"{self.place}: {stated[:20]!r} is not the name of a cell")
            self.row = max(self.row, self._row(int(found[2])))
            column = _column(found[1])
        if column > self.limits.columns:
            message = f"{column:,} columns; the most are {self.limits.columns}"
            raise FileTooLarge(f"{self.place}: {message}")
        self.column, self.widest = column, max(self.widest, column)

    def _row(self, row: int) -> int:
        if row > self.limits.rows:
            message = f"row {row:,}; the last may be {self.limits.rows:,}: delete the rows below "
            raise FileTooLarge(f"{self.place}: {message}your lines, empty ones too")
        return row

    def _number(self, stated: str, of: str = "row") -> int:
        if not stated.isascii() or not stated.isdigit() or len(stated) > _DIGITS:
            raise UnreadableFile(f"{self.place}: {stated[:20]!r} is not the number of a {of}")
        return int(stated)


def _column(letters: str) -> int:
    """Count a column from its letters.

    >>> _column("A"), _column("GR")
    (1, 200)
    """
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column


def _is(tag: str, name: str) -> bool:
    """Tell an element by its name, in whatever namespace."""
    return tag == name or tag.endswith(f"}}{name}")

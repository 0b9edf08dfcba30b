"""XML of a list: its records one by one, each held against the elements and attributes we know.

Nothing is fetched and no entity is resolved; a document type is refused, since no list has one.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from navicert.errors import FileTooLarge, ListRowRefused, Problem, UnreadableFile

MOST_ELEMENTS = 50_000
"""In one record; the longest that we know has some hundreds."""

MOST_TEXT = 131_072
"""Characters of one text or attribute, as many as a cell of a CSV file may have."""

_DECLARED = (b"<!DOCTYPE", b"<!ENTITY")


@dataclass(frozen=True, slots=True)
class XmlForm:
    """What the records are called, and the paths below them with the attributes of each.

    The path of the record itself is empty; ``beside`` are elements of the root that are no
    records, such as the day of the file.
    """

    record: str
    known: Mapping[str, frozenset[str]]
    beside: frozenset[str] = frozenset()


@dataclass(slots=True)
class XmlRecords:
    """The records of one file; ``root`` and ``beside`` are filled while they are read."""

    file: str
    content: bytes
    form: XmlForm
    root: dict[str, str] = field(default_factory=dict)
    beside: dict[str, str] = field(default_factory=dict)

    def __iter__(self) -> Iterator[etree._Element]:
        """Give each record, checked; it is emptied when the next one is asked for.

        Raises ``UnreadableFile`` when it is no whole XML, ``FileTooLarge`` for a record that is
        longer than any, ``ListRowRefused`` for an element or attribute that the form has not.
        """
        if any(word in self.content for word in _DECLARED):
            raise self._declared()
        try:
            yield from self._records()
        except etree.XMLSyntaxError as error:
            place = f"{self.file}:{error.lineno or 0}"
            message = f"{place}: not XML, or cut off ({error.msg}); get the file again"
            raise UnreadableFile(message) from error

    def _records(self) -> Iterator[etree._Element]:
        depth = held = 0
        for event, element in self._events():
            if event == "start":
                depth, held = depth + 1, held + 1
                self._start(element, depth, held)
                continue
            depth -= 1
            if depth == 1:
                if name(element) == self.form.record:
                    self._check(element, "")
                    yield element
                elif name(element) in self.beside:
                    raise self._unknown(element, f"a second {name(element)}")
                else:
                    self.beside[name(element)] = plain(element)
                _forget(element)
                held = 0

    def _events(self) -> Iterator[tuple[str, etree._Element]]:
        return iter(
            etree.iterparse(
                io.BytesIO(self.content),
                events=("start", "end"),
                resolve_entities=False,
                no_network=True,
                load_dtd=False,
                huge_tree=False,
                remove_comments=True,
                remove_pis=True,
            )
        )

    def _start(self, element: etree._Element, depth: int, held: int) -> None:
        if depth == 1:
            self.root = {_local(key): text for key, text in element.items()}
            if element.getroottree().docinfo.doctype:
                raise self._declared()
        if depth == 2 and name(element) not in {self.form.record, *self.form.beside}:  # noqa: PLR2004 - below the root
            raise self._unknown(element, name(element))
        if held > MOST_ELEMENTS:
            message = f"{self.file}:{element.sourceline}: a record of more than {MOST_ELEMENTS:,} "
            raise FileTooLarge(f"{message}elements; no list that we read has one")

    def _check(self, element: etree._Element, path: str) -> None:
        attributes = self.form.known.get(path)
        if attributes is None:
            raise self._unknown(element, path)
        for key, text in element.items():
            if _local(key) not in attributes:
                raise self._unknown(element, f"{path}@{_local(key)}")
            self._bound(element, text)
        self._bound(element, element.text or "")
        for child in element:
            self._check(child, f"{path}/{name(child)}".removeprefix("/"))

    def _bound(self, element: etree._Element, text: str) -> None:
        if len(text) > MOST_TEXT:
            message = f"{self.file}:{element.sourceline}: a text of {len(text):,} characters"
            raise FileTooLarge(f"{message}; the longest may have {MOST_TEXT:,}")

    def _unknown(self, element: etree._Element, path: str) -> ListRowRefused:
        message = "no reader takes this; the form has changed"
        return ListRowRefused(str(Problem(self.file, element.sourceline or 0, path, message)))

    def _declared(self) -> UnreadableFile:
        message = f"{self.file}: declares a document type or entities; no list that we read does"
        return UnreadableFile(message)


def paths(told: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    """Read the paths of a form with the attributes of each, as its folder tells them.

    >>> sorted(paths({"name": "id lang"})["name"])
    ['id', 'lang']
    """
    return {path: frozenset(attributes.split()) for path, attributes in told.items()}


def texts(element: etree._Element, path: str) -> tuple[str, ...]:
    """Give what the elements at a path say, whatever their namespace, but for empty ones."""
    wild = "/".join(f"{{*}}{step}" for step in path.split("/"))
    return tuple(filter(None, map(plain, element.iterfind(wild))))


def name(element: etree._Element) -> str:
    """Give the name of an element without its namespace."""
    return _local(str(element.tag))


def plain(element: etree._Element) -> str:
    """Give what an element says itself, with single blanks."""
    return " ".join((element.text or "").split())


def text(element: etree._Element, path: str) -> str:
    """Give what the first element at a path says, empty when there is none."""
    return next(iter(texts(element, path)), "")


def _local(key: str) -> str:
    # lxml's own QName refuses names that its parser let through, such as ``a:b:c``.
    return key.rpartition("}")[2]


def _forget(element: etree._Element) -> None:
    """Free what was read: the record, and the ones before it that its parent still holds."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]

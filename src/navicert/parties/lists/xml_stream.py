"""The records of an XML file one by one: no more memory than the longest of them asks for.

Nothing outside the file is asked for, and a document type, which may hold entities, is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from navicert.errors import FileTooLarge, ListRowRefused, Problem, UnreadableFile
from navicert.parties.lists.unpack import LONGEST_TEXT

MOST_DEPTH = 24
"""Elements within one another; OFAC's advanced form, the deepest that is read, has 12."""
MOST_ELEMENTS = 50_000
"""In one record; the longest that we know has some hundreds."""
MOST_HOLDERS = 1_000
"""Elements outside of records, which stay as long as the file is read; OFAC's have some dozens."""
MOST_ATTRIBUTES = 200
"""Of one element; the time that lxml takes to give them grows with their square."""
MOST_BETWEEN = 2 * 1024 * 1024
"""Bytes in which no element begins or ends; the longest text has fewer, however it is written."""


@dataclass(frozen=True, slots=True)
class Form:
    """What a form consists of: its root, elements that hold records, and the records."""

    root: str
    holders: frozenset[str]
    records: frozenset[str]


def records(name: str, pieces: Iterable[bytes], form: Form) -> Iterator[etree._Element]:
    """Give the root, of which only the attributes are there yet, and then each record whole.

    A record is emptied when the next one is asked for. Raises ``UnreadableFile`` when it is no
    XML or has a document type, ``FileTooLarge`` when it is nested too deep or a record or a text
    in it is longer than any, ``ListRowRefused`` at an element that the form does not have.
    """
    try:
        yield from _records(name, _Pieces(name, pieces), form)
    except etree.XMLSyntaxError as error:
        place = f"{name}:{error.lineno}" if error.lineno else name
        message = f"{place}: not whole XML: {str(error.msg)[:200]}: get it again"
        raise UnreadableFile(message) from None


@lru_cache(maxsize=4096)
def local(tag: str) -> str:
    """Give the name of an element or attribute without its namespace.

    lxml's own ``QName`` refuses names that its parser let through, such as ``a:b:c``.

    >>> local("{urn:x}party"), local("party")
    ('party', 'party')
    """
    return tag.rpartition("}")[2]


class _Pieces:
    """Pieces of a file as something that the parser reads from."""

    __slots__ = ("_left", "_name", "_pieces", "since")

    def __init__(self, name: str, pieces: Iterable[bytes]) -> None:
        self._name = name
        self._pieces = iter(pieces)
        self._left = b""
        self.since = 0

    def read(self, size: int = -1) -> bytes:
        """Give at most ``size`` bytes, none at the end; ``since`` counts them until it is reset."""
        if not self._left:
            self._left = next(self._pieces, b"")
        given = self._left[:size] if size >= 0 else self._left
        self._left = self._left[len(given) :]
        self.since += len(given)
        if self.since > MOST_BETWEEN:
            message = f"more than {MOST_BETWEEN:,} bytes in which no element begins or ends"
            raise FileTooLarge(f"{self._name}: {message}; no list that we read has them")
        return given


def _records(name: str, source: _Pieces, form: Form) -> Iterator[etree._Element]:
    depth = inside = held = outside = 0
    for event, node in _events(source):
        source.since = 0
        if event == "start":
            depth, held = depth + 1, held + 1
            _judge_size(name, node, depth, held)
            if inside:
                inside += 1
            else:
                inside, held = int(local(str(node.tag)) in form.records), 0
                _judge(name, node, form, depth)
                outside = _counted(name, node, outside + (not inside))
            if depth == 1:
                yield node
        else:
            depth -= 1
            _judge_texts(name, node)
            if inside == 1:
                yield node
                _forget(node)
            inside = max(inside - 1, 0)


def _events(source: _Pieces) -> Iterator[tuple[str, etree._Element]]:
    return iter(
        etree.iterparse(
            source,
            events=("start", "end"),
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
    )


def _judge(name: str, node: etree._Element, form: Form, depth: int) -> None:
    """Refuse what stands outside of records and is not in the form."""
    tag = local(str(node.tag))
    if depth == 1 and node.getroottree().docinfo.doctype:
        message = "it has a document type, which no list needs: get it from its authority"
        raise UnreadableFile(f"{name}:{node.sourceline}: {message}")
    known = form.holders | form.records if depth > 1 else {form.root}
    if tag not in known:
        message = "no reader knows this element here; the form has changed"
        raise ListRowRefused(str(Problem(name, node.sourceline or 0, tag[:80], message)))


def _counted(name: str, node: etree._Element, outside: int) -> int:
    if outside > MOST_HOLDERS:
        message = f"{name}:{node.sourceline}: more than {MOST_HOLDERS:,} elements outside records"
        raise FileTooLarge(f"{message}; no list that we read has them")
    return outside


def _judge_size(name: str, node: etree._Element, depth: int, held: int) -> None:
    if depth > MOST_DEPTH:
        message = f"{name}:{node.sourceline}: more than {MOST_DEPTH} elements within one another"
        raise FileTooLarge(message)
    if len(node.attrib) > MOST_ATTRIBUTES:
        message = f"{name}:{node.sourceline}: an element of more than {MOST_ATTRIBUTES} attributes"
        raise FileTooLarge(message)
    if held > MOST_ELEMENTS:
        message = f"{name}:{node.sourceline}: a record of more than {MOST_ELEMENTS:,} elements"
        raise FileTooLarge(f"{message}; no list that we read has one")


def _judge_texts(name: str, node: etree._Element) -> None:
    said = (node.text, *node.values(), *(child.tail for child in node))
    longest = max(len(text) for text in said if text) if any(said) else 0
    if longest > LONGEST_TEXT:
        message = f"{name}:{node.sourceline}: a text of {longest:,} characters"
        raise FileTooLarge(f"{message}; the longest may have {LONGEST_TEXT:,}")


def _forget(node: etree._Element) -> None:
    """Let go of a record and of those before it, so that memory does not grow with the file."""
    node.clear()
    parent = node.getparent()
    while parent is not None and node.getprevious() is not None:
        del parent[0]

"""XML read strictly and as a stream: each element is known and taken, or the file is refused.

Nothing outside the file is asked for, and a document type, which may hold entities, is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from navicert.errors import FileTooLarge, ListRowRefused, Problem, UnreadableFile

MOST_DEPTH = 24
"""Elements within one another; OFAC's advanced form, the deepest that is read, has 12."""
LONGEST_TEXT = 131_072
"""Characters in one element or attribute, as in a cell of a CSV file."""


@dataclass(frozen=True, slots=True)
class Form:
    """What a form consists of: its root, elements that hold records, and the records."""

    root: str
    holders: frozenset[str]
    records: frozenset[str]


class Element:
    """One element; what is in it is taken by name, and ``finish`` refuses what nobody took."""

    __slots__ = ("_attributes", "_children", "file", "line", "tag", "text")

    def __init__(self, file: str, node: etree._Element, *, childless: bool = False) -> None:
        """Keep its attributes and children until they are taken; ``childless`` leaves these out."""
        self.file = file
        self.line = node.sourceline or 0
        self.tag = _local(str(node.tag))
        self.text = "" if childless else self._checked(node.text or "")
        self._attributes = {_local(str(key)): self._checked(text) for key, text in node.items()}
        self._children: dict[str, list[etree._Element]] = {}
        for child in () if childless else node:
            if child.tail and not child.tail.isspace():
                raise self.refused("text between its elements")
            self._children.setdefault(_local(str(child.tag)), []).append(child)

    def attribute(self, name: str) -> str:
        """Take an attribute, empty when it is not there."""
        return self._attributes.pop(name, "")

    def attributes(self) -> dict[str, str]:
        """Take every attribute that is left."""
        taken, self._attributes = self._attributes, {}
        return taken

    def children(self) -> tuple[Element, ...]:
        """Take every child that is left, whatever its name."""
        return tuple(child for tag in tuple(self._children) for child in self.each(tag))

    def each(self, tag: str) -> tuple[Element, ...]:
        """Take every child of this name."""
        return tuple(Element(self.file, node) for node in self._children.pop(tag, ()))

    def one(self, tag: str) -> Element | None:
        """Take the child of this name; refuses a second one."""
        found = self.each(tag)
        if len(found) > 1:
            raise found[1].refused("it stands here twice")
        return found[0] if found else None

    def word(self, tag: str) -> str:
        """Take the text of a child that has nothing but text, empty when it is not there."""
        child = self.one(tag)
        return child.words() if child else ""

    def words(self) -> str:
        """Give its text, and refuse anything else in it."""
        self.finish()
        return self.text

    def refused(self, message: str) -> ListRowRefused:
        """Make the error that names file, line and element."""
        return ListRowRefused(str(Problem(self.file, self.line, self.tag, message)))

    def finish(self) -> None:
        """Refuse it when a child or an attribute is left: the form has changed."""
        left = sorted((*self._children, *self._attributes))
        if left:
            message = f"no reader takes {', '.join(left)[:200]}; the form has changed"
            raise self.refused(message)

    def _checked(self, text: str) -> str:
        if len(text) > LONGEST_TEXT:
            raise self.refused(f"a text longer than {LONGEST_TEXT:,} characters")
        return text.strip()


class _Pieces:
    """Pieces of a file as something that the parser reads from."""

    __slots__ = ("_left", "_pieces")

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = iter(pieces)
        self._left = b""

    def read(self, size: int = -1) -> bytes:
        """Give at most ``size`` bytes, none at the end."""
        if not self._left:
            self._left = next(self._pieces, b"")
        given = self._left[:size] if size >= 0 else self._left
        self._left = self._left[len(given) :]
        return given


def stream(name: str, pieces: Iterable[bytes], form: Form) -> Iterator[Element]:
    """Give each record of a file, and first the root without its children.

    Raises ``UnreadableFile`` when it is no XML or has a document type, ``FileTooLarge`` when it
    is nested too deep, ``ListRowRefused`` at an element that the form does not have.
    """
    try:
        yield from _records(name, _Pieces(pieces), form)
    except etree.XMLSyntaxError as error:
        place = f"{name}:{error.lineno}" if error.lineno else name
        message = f"{place}: not whole XML: {str(error.msg)[:200]}: get it again"
        raise UnreadableFile(message) from None


def _records(name: str, source: _Pieces, form: Form) -> Iterator[Element]:
    depth = inside = 0
    for event, node in etree.iterparse(
        source,
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    ):
        if event == "start":
            depth += 1
            if inside:
                inside += 1
                _judge_depth(name, node, depth)
            else:
                inside = int(_local(str(node.tag)) in form.records)
                _judge(name, node, form, depth)
            if depth == 1:
                yield Element(name, node, childless=True)
        else:
            depth -= 1
            if inside == 1:
                yield Element(name, node)
                _forget(node)
            inside = max(inside - 1, 0)


def _judge(name: str, node: etree._Element, form: Form, depth: int) -> None:
    """Refuse what stands outside of records and is not in the form."""
    _judge_depth(name, node, depth)
    tag = _local(str(node.tag))
    if depth == 1 and node.getroottree().docinfo.doctype:
        message = "it has a document type, which no list needs: get it from its authority"
        raise UnreadableFile(f"{name}:{node.sourceline}: {message}")
    known = form.holders | form.records if depth > 1 else {form.root}
    if tag not in known:
        message = "no reader knows this element here; the form has changed"
        raise ListRowRefused(str(Problem(name, node.sourceline or 0, tag[:80], message)))


def _judge_depth(name: str, node: etree._Element, depth: int) -> None:
    if depth > MOST_DEPTH:
        message = f"{name}:{node.sourceline}: more than {MOST_DEPTH} elements within one another"
        raise FileTooLarge(message)


def _forget(node: etree._Element) -> None:
    """Let go of a record and of those before it, so that memory does not grow with the file."""
    node.clear()
    parent = node.getparent()
    while parent is not None and node.getprevious() is not None:
        del parent[0]


@lru_cache(maxsize=4096)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]

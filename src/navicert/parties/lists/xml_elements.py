"""XML read strictly: what is in an element is taken by name, and what nobody took is refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from navicert.errors import ListRowRefused, Problem
from navicert.parties.lists import xml_stream
from navicert.parties.lists.xml_stream import Form, local


class Element:
    """One element; what is in it is taken by name, and ``finish`` refuses what nobody took."""

    __slots__ = ("_attributes", "_children", "file", "line", "tag", "text")

    def __init__(self, file: str, node: etree._Element, *, childless: bool = False) -> None:
        """Keep its attributes and children until they are taken; ``childless`` leaves these out."""
        self.file = file
        self.line = node.sourceline or 0
        self.tag = local(str(node.tag))
        self.text = "" if childless else (node.text or "").strip()
        self._attributes = {local(str(key)): text.strip() for key, text in node.items()}
        self._children: dict[str, list[etree._Element]] = {}
        for child in () if childless else node:
            if child.tail and not child.tail.isspace():
                raise self.refused("text between its elements")
            self._children.setdefault(local(str(child.tag)), []).append(child)

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


def stream(name: str, pieces: Iterable[bytes], form: Form) -> Iterator[Element]:
    """Give first the root without its children, then each record; raises as ``xml_stream``."""
    found = xml_stream.records(name, pieces, form)
    yield Element(name, next(found), childless=True)
    for node in found:
        yield Element(name, node)

"""XML whose records are held against the paths that a form has, with the attributes of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from navicert.errors import ListRowRefused, Problem
from navicert.parties.lists.xml_stream import local

Paths = Mapping[str, frozenset[str]]
"""Every path below a record with its attributes; that of the record itself is empty."""


def paths(told: Mapping[str, str]) -> Paths:
    """Read the paths of a form with the attributes of each, as its folder tells them.

    >>> sorted(paths({"name": "id lang"})["name"])
    ['id', 'lang']
    """
    return {path: frozenset(attributes.split()) for path, attributes in told.items()}


def check(file: str, record: etree._Element, known: Paths) -> None:
    """Refuse a record with an element or attribute that the form has not (``ListRowRefused``)."""
    for path, element in [("", record), *below(record)]:
        if path not in known:
            raise _unknown(file, element, path)
        if path and element.tail and not element.tail.isspace():
            raise _unknown(file, element, f"text after {path}")
        for key in map(local, map(str, element.keys())):
            if key not in known[path]:
                raise _unknown(file, element, f"{path}@{key}")


def below(element: etree._Element, path: str = "") -> Iterator[tuple[str, etree._Element]]:
    """Give every element below one, each with its path, as they stand in the file."""
    for child in element:
        at = f"{path}/{name(child)}".removeprefix("/")
        yield at, child
        yield from below(child, at)


def texts(element: etree._Element, path: str) -> tuple[str, ...]:
    """Give what the elements at a path say, whatever their namespace, but for empty ones."""
    wild = "/".join(f"{{*}}{step}" for step in path.split("/"))
    return tuple(filter(None, map(plain, element.iterfind(wild))))


def text(element: etree._Element, path: str) -> str:
    """Give what the first element at a path says, empty when there is none."""
    return next(iter(texts(element, path)), "")


def name(element: etree._Element) -> str:
    """Give the name of an element without its namespace."""
    return local(str(element.tag))


def plain(element: etree._Element) -> str:
    """Give what an element says itself, with single blanks."""
    return " ".join((element.text or "").split())


def _unknown(file: str, element: etree._Element, path: str) -> ListRowRefused:
    message = "no reader takes this; the form has changed"
    return ListRowRefused(str(Problem(file, element.sourceline or 0, path, message)))

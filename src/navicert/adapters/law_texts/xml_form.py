"""The official XML of the Code of Federal Regulations: control list entries and sections.

Form: the eCFR's, in which numbered ``DIV`` elements hold each other. A ``DIV8`` is a section, a
``DIV9`` a supplement; within the Commerce Control List an entry begins with a paragraph whose first
words are bold and start with its number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from navicert.adapters.law_texts.text import Text, Texts, gathered, one_line
from navicert.errors import UnreadableFile

CONTROL_LIST = "Supplement No. 1 to Part 774"
_HEADS_OF_ENTRIES = frozenset({"FP", "FP-1", "FP-2", "P"})
_CONTAINERS = frozenset({"DIV", "TABLE", "THEAD", "TBODY", "TFOOT", "NOTE", "EDNOTE", "EXTRACT"})
_ENTRY = re.compile(r"(?P<symbol>\d[A-E]\d{3}|EAR99)\b[\s:.]*(?P<heading>.*)", re.DOTALL)
_SECTION = re.compile(r"(?:§+\s*)?(?P<section>\d{3}\.\d{1,3})\s*(?P<heading>.*)", re.DOTALL)
_HEADS_WITHIN_ENTRIES = ("List of Items", "List Based")
_AS_OF = re.compile(r"/on/(\d{4}-\d{2}-\d{2})/")


def read(text: str, file: str) -> Texts:
    """Give every entry and section of the file.

    Raises:
        UnreadableFile: no XML, XML with a document type of its own (entities could hide there),
            or an address that stands twice.
    """
    root = _root(text, file)
    return gathered([*_entries_of(root), *_sections_of(root)], file)


def as_of(text: str) -> str:
    """Give the day that the eCFR writes into its paths, ISO 8601; empty when it does not.

    >>> as_of('<DIV9 hierarchy_metadata="/on/2026-06-24/title-15/part-774">')
    '2026-06-24'
    """
    found = _AS_OF.search(text)
    return found[1] if found else ""


def _root(text: str, file: str) -> etree._Element:
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        message = f"{file}: XML with a document type of its own; the official file has none"
        raise UnreadableFile(message)
    safe = etree.XMLParser(
        encoding="utf-8",
        load_dtd=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        resolve_entities=False,
    )
    try:
        return etree.fromstring(text.encode(), safe)
    except etree.XMLSyntaxError as error:
        message = f"{file}:{error.lineno}: not XML: {error.msg}; get the file again"
        raise UnreadableFile(message) from None


def _sections_of(root: etree._Element) -> Iterator[tuple[str, Text]]:
    for section in root.iter("DIV8"):
        blocks = list(section)
        head = _words(blocks[0]) if blocks and blocks[0].tag == "HEAD" else ""
        if found := _SECTION.fullmatch(head):
            below = [line for block in blocks[1:] for line in _lines(block)]
            yield found["section"], Text(found["heading"], "\n".join(below))


def _entries_of(root: etree._Element) -> Iterator[tuple[str, Text]]:
    for supplement in root.iter("DIV9"):
        if one_line(supplement.get("N") or "").casefold() == CONTROL_LIST.casefold():
            yield from _entries_in(supplement)


def _entries_in(supplement: etree._Element) -> Iterator[tuple[str, Text]]:
    symbol, heading, below = "", "", list[str]()
    for block in supplement:
        entry = _entry(block)
        if entry or _ends_an_entry(block):
            if symbol:
                yield symbol, Text(heading, "\n".join(below))
            symbol, heading = entry or ("", "")
            below = []
        elif symbol:
            below += _lines(block)
    if symbol:
        yield symbol, Text(heading, "\n".join(below))


def _entry(block: etree._Element) -> tuple[str, str] | None:
    """Read the line that opens an entry; the basket EAR99 has a line, but no entry."""
    if block.tag not in _HEADS_OF_ENTRIES or one_line(block.text or "") or not len(block):
        return None
    if block[0].tag != "B" or not (found := _ENTRY.match(_words(block))):
        return None
    return ("", "") if found["symbol"] == "EAR99" else (found["symbol"], found["heading"])


def _ends_an_entry(block: etree._Element) -> bool:
    if block.tag in {"CITA", "EDNOTE"}:
        return True
    return block.tag == "HD1" and not _words(block).startswith(_HEADS_WITHIN_ENTRIES)


def _lines(block: etree._Element) -> Iterator[str]:
    if block.tag in _CONTAINERS:
        for part in block:
            yield from _lines(part)
        return
    words = " | ".join(_words(cell) for cell in block) if block.tag == "TR" else _words(block)
    if words:
        yield words


def _words(element: etree._Element) -> str:
    return one_line("".join(str(part) for part in element.itertext()))

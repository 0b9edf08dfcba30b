"""The Commerce Control List as the eCFR prints it: one entry, its table, its prose, its exceptions.

Source form: eCFR XML of supplement no. 1 to part 774, gzipped.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

HEADING = re.compile(r"(?P<symbol>\d[A-E]\d{3})\s+(?P<heading>.*)")
_SECTIONS = (
    ("requirements", re.compile(r"License Requirements?$")),
    ("reporting", re.compile(r"Reporting Requirements?:?( See § 743\.\d .*)?$")),
    (
        "exceptions",
        re.compile(r"(List Based )?License Exceptions( \(see part 740.*)?$", re.IGNORECASE),
    ),
    ("sta", re.compile(r"Special Conditions for ")),
    ("items", re.compile(r"List of Items Controlled")),
)
_ITEMS_START = re.compile(r"(Related Controls?|Related Definitions?|Items):")
_LIST_START = re.compile(r"Items(:| a\.)")
"""What 1A008 prints before it, under letters of its own, are items of the Munitions List."""
_ITEM = frozenset({"P", "FP", "FP-1", "FP-2"})
_UNANNOUNCED = re.compile(r"(LVS|GBS|TSR): ")
"""6A203 lists its exceptions without their heading."""


@dataclass(slots=True)
class OfficialEntry:
    """One entry: two cells a table row, its prose by section, its items but for their notes."""

    symbol: str
    heading: str
    rows: list[tuple[str, str]] = field(default_factory=list)
    texts: dict[str, list[str]] = field(default_factory=dict)
    items: list[str] = field(default_factory=list)

    def say(self, section: str, text: str) -> None:
        """Keep a text of a section, in order."""
        self.texts.setdefault(section, []).append(text)


def read(path: Path) -> list[OfficialEntry]:
    """Read every entry of the list, in the order of the official text."""
    root = etree.fromstring(gzip.decompress(path.read_bytes()))
    entries: list[OfficialEntry] = []
    section = ""
    for element in root:
        text = text_of(element)
        started = _start(element, text)
        if started is not None:
            section = "heading" if started.symbol else ""
            entries += [started] if started.symbol else []
        elif element.tag == "HD1" and not _is_section(text):
            section = ""
        elif entries and section:
            section = _place(entries[-1], section, element)
    return entries


def text_of(element: etree._Element) -> str:
    """Give an element's text on one line; a line break in a cell is a space."""
    for brake in element.iter("br"):
        brake.tail = f" {brake.tail or ''}"
    words = "".join(str(part) for part in element.itertext())
    return re.sub(r"\s+", " ", words).strip()


def _start(element: etree._Element, text: str) -> OfficialEntry | None:
    if element.tag not in {"FP-1", "FP-2"} or element.find("B") is None:
        return None
    found = HEADING.match(text)
    if found:
        return OfficialEntry(found["symbol"], found["heading"])
    return OfficialEntry("", text) if text.startswith("EAR99") else None


def _is_section(text: str) -> bool:
    return any(pattern.match(text) for _, pattern in _SECTIONS)


def _place(entry: OfficialEntry, section: str, element: etree._Element) -> str:
    """Put an element where it belongs; give the section that the next one is in.

    1D002 lists its exceptions after the heading of its items, so a later section still counts.
    """
    if element.tag == "DIV":
        if section == "items":
            return "table"
        entry.rows.extend(_rows(element))
        return section
    text = text_of(element)
    started = next((name for name, pattern in _SECTIONS if pattern.match(text)), "")
    if started:
        if started == "items":
            entry.items.append(text)
        return started
    if section in {"requirements", "reporting"} and _UNANNOUNCED.match(text):
        section = "exceptions"
    if _ITEMS_START.match(text):
        section = "items"
    if _LIST_START.match(text):
        entry.items.clear()
    if section == "items" and element.tag in _ITEM:
        entry.items.append(text)
    elif text and section not in {"items", "table"}:
        entry.say(section, text)
    return section


def _rows(table: etree._Element) -> Iterator[tuple[str, str]]:
    for row in table.iter("TR"):
        cells = [text_of(cell) for cell in row if cell.tag == "TD"]
        if cells:
            yield from _split(cells[0], cells[1] if len(cells) > 1 else "")


def _split(control: str, chart: str) -> Iterable[tuple[str, str]]:
    """Give the rows of one printed row; 1A231 prints two in one, 1C350 both cells in one."""
    both = re.fullmatch(r"(.+ entire entry) (\w\w applies .+)", control)
    charts = re.fullmatch(r"(\w\w Column \d\.?) (\w\w Column \d\.?)", chart)
    if both and charts:
        return ((both[1], charts[1]), (both[2], charts[2]))
    spanned = re.fullmatch(r"(.+ entire entry) (\w\w Column \d\.?)", control)
    if spanned and not chart:
        return ((spanned[1], spanned[2]),)
    return ((control, chart),)

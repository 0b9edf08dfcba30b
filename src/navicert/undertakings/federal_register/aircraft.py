"""Tail numbers of aircraft, where an order lists them."""

from __future__ import annotations

import re

from navicert.undertakings.federal_register.page import Page

MOST = 5_000
_TELLS = re.compile(
    r"\btail (?:no|num)|\bregistration (?:no|num)|\btail\b.{0,40}\bserial", re.IGNORECASE
)
_ABOUT = re.compile(
    r"\b(?:aircraft|tail|MSN|serial|Boeing|Airbus|Embraer|Gulfstream)\b", re.IGNORECASE
)
_TAIL = re.compile(
    r"(?<![\w:/.-])((?=[A-Z0-9]{0,1}[A-Z])[A-Z0-9]{1,2}-(?:[A-Z]{3,4}|\d{5}|\d{3,4}[A-Z]{0,3})"
    r"|N[1-9]\d{0,4}[A-Z]{0,2})(?![\w-])"
)
_ROW = 200
"""Characters of a paragraph that may be a row or a cell of a table."""


def tail_numbers(page: Page) -> tuple[str, ...]:
    """Give each tail number once, as it first comes; none where no table or text tells of tails.

    A number counts in a sentence about aircraft, or in a row of a table.
    """
    if not any(_TELLS.search(paragraph.text) for paragraph in page.paragraphs):
        return ()
    found: dict[str, None] = {}
    for paragraph in page.paragraphs:
        if len(paragraph.text) <= _ROW or _ABOUT.search(paragraph.text):
            found.update(dict.fromkeys(_TAIL.findall(paragraph.text)))
        if len(found) > MOST:
            break
    return tuple(found)[:MOST]

"""One piece of the regulation: an entry of the control list, or a section."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from navicert.errors import UnreadableFile

_ECCN = re.compile(r"(?P<symbol>\d[A-E]\d{3})(?:\.[A-Za-z0-9]{1,4})*", re.IGNORECASE)
_SECTION = re.compile(r"(?:15 CFR )?(?:§+ ?)?(?P<section>7\d{2}\.\d{1,3})(?:\([A-Za-z0-9]{1,5}\))*")
_SPACES = re.compile(r"\s+")


class Text(Struct, frozen=True):
    """A heading without its number, and the text below it, a line a paragraph or table row."""

    heading: str
    text: str


Texts = dict[str, Text]
"""By address: ``3A001``, ``742.6``."""


def address_of(asked: str) -> str:
    """Give the address under which a text is kept; a paragraph's is that of its entry or section.

    >>> address_of("3a001.b.2"), address_of("15 CFR 742.6(a)(4)"), address_of("somewhere")
    ('3A001', '742.6', '')
    """
    text = asked.strip()
    if found := _ECCN.fullmatch(text):
        return found["symbol"].upper()
    found = _SECTION.fullmatch(text)
    return found["section"] if found else ""


def one_line(words: str) -> str:
    r"""Close up white space, and what a printer broke over lines.

    >>> one_line(" Firearms\n(except  0A502) ")
    'Firearms (except 0A502)'
    """
    return _SPACES.sub(" ", words).strip()


def gathered(pieces: Iterable[tuple[str, Text]], file: str) -> Texts:
    """Put texts by address; refuse a file that prints one address twice."""
    texts: Texts = {}
    for address, text in pieces:
        if address in texts:
            message = f"{file}: {address} stands twice; give the official file, unchanged"
            raise UnreadableFile(message)
        texts[address] = text
    return texts

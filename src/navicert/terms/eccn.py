"""Export Control Classification Numbers with their paragraph, and EAR99 (15 CFR 738.2, 774).

The symbol has a category 0-9, a product group A-E and three digits; a paragraph is a path of
letters and digits below it, as in ``3A001.b.2.a``.
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from navicert.errors import UnknownEccn

EAR99_SYMBOL = "EAR99"
_FORM = re.compile(r"(?P<symbol>\d[A-E]\d{3})(?P<paragraph>(?:\.[a-z0-9]{1,4})*)", re.IGNORECASE)


class Eccn(msgspec.Struct, frozen=True, gc=False):
    """A classification: the entry's ``symbol`` and the ``paragraph`` path below it."""

    symbol: str
    paragraph: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Write it as the regulation does: ``3A001.b.2``."""
        return ".".join((self.symbol, *self.paragraph))

    @property
    def is_ear99(self) -> bool:
        """Whether it is the basket for what no entry describes."""
        return self.symbol == EAR99_SYMBOL

    @property
    def is_600_series(self) -> bool:
        """Whether the third character is a 6: military items moved from the USML (772.1)."""
        return self.symbol[2] == "6" and not self.is_ear99

    @property
    def is_9x515(self) -> bool:
        """Whether it is one of the spacecraft entries 9A515, 9B515, 9D515, 9E515."""
        return self.symbol[0] == "9" and self.symbol[2:] == "515"

    @property
    def group(self) -> str:
        """The product group: A equipment, B test gear, C material, D software, E technology."""
        return "" if self.is_ear99 else self.symbol[1]

    def is_within(self, other: Eccn) -> bool:
        """Tell whether this item lies in ``other``: the same entry, the same or a deeper path."""
        depth = len(other.paragraph)
        return self.symbol == other.symbol and self.paragraph[:depth] == other.paragraph


EAR99 = Eccn(EAR99_SYMBOL)


@lru_cache(maxsize=4096)
def parse(value: str) -> Eccn:
    """Read a classification.

    >>> parse("3a001.B.2").paragraph
    ('b', '2')
    >>> parse("ear99").is_ear99
    True
    >>> parse("3A0X1")
    Traceback (most recent call last):
    ...
    navicert.errors.UnknownEccn: '3A0X1' is not an ECCN: write one as 3A001.a.7, or EAR99
    """
    text = value.strip()
    if text.upper() == EAR99_SYMBOL:
        return EAR99
    found = _FORM.fullmatch(text)
    if not found:
        message = f"{value!r} is not an ECCN: write one as 3A001.a.7, or EAR99"
        raise UnknownEccn(message)
    path = tuple(part.lower() for part in found["paragraph"].split(".")[1:])
    return Eccn(found["symbol"].upper(), path)


def is_valid(value: str) -> bool:
    """Tell whether this has the shape of an ECCN, or is EAR99; not whether the list has it.

    >>> is_valid("9A610.x"), is_valid("USML XII")
    (True, False)
    """
    return value.strip().upper() == EAR99_SYMBOL or bool(_FORM.fullmatch(value.strip()))


def format(eccn: Eccn) -> str:  # noqa: A001 - the verb that every term has
    """Write it as the regulation does.

    >>> format(Eccn("3A001", ("b", "2")))
    '3A001.b.2'
    """
    return str(eccn)

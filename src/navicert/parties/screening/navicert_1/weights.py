"""How much a word tells: near 1 for a rare one, little for a common name or a legal form.

The table is data of the version: a word's weight comes from how many parties of the OFAC and UN
lists have it, and how common it is among people of many countries. A word that is not in it is
rare.
"""

from __future__ import annotations

import csv
import io
import pkgutil
from collections.abc import Mapping
from functools import cache

from navicert.errors import UnreadableFile
from navicert.parties.screening.navicert_1.words import PACKAGE

RARE = 1.0
_LETTER = 0.25


@cache
def table() -> Mapping[str, float]:
    """Read the weights once; ``UnreadableFile`` when the installation lost them."""
    content = pkgutil.get_data(PACKAGE, "weights.csv")
    if content is None:
        message = f"{PACKAGE}/weights.csv is missing from the installation: install navicert again"
        raise UnreadableFile(message)
    rows = csv.reader(io.StringIO(content.decode("ascii")))
    return {word: float(weight) for word, weight in rows}


def weight(word: str) -> float:
    """Give the weight of a word, between 0.05 and 1.

    >>> weight("company") < weight("muhammad") < weight("kangxun")
    True
    """
    found = table().get(word)
    if found is not None:
        return found
    return _LETTER if len(word) == 1 else RARE


def is_known(word: str) -> bool:
    """Tell whether this is a word that many have, so that it is hardly a slip for another one."""
    return word in table()

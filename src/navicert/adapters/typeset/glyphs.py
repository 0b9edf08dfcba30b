"""Characters that the fonts have; words that they lack are transliterated, and numbered.

The fonts that typst brings have Latin, Greek and Cyrillic. A word of another script is printed as
its letters in Latin with a number; the paper ends with a table that gives each number's
characters by their code points, so that no two words are ever one.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Any

from anyascii import anyascii

# Latin, Greek and Cyrillic letters, and the signs that Libertinus Serif has among them.
_HELD = (
    "\n\u0020-\u007e\u00a0-\u024f\u0386-\u03ce\u0400-\u045f\u0490-\u04cc\u1e00-\u1eff"
    "\u2010-\u2027\u2030-\u203a\u20a0-\u20b5\u2116\u2122"
)
_LACKED = re.compile(f"[^{_HELD}]+(?: [^{_HELD}]+)*")
_LONGEST = 60


@dataclass(slots=True)
class Glyphs:
    """Writes texts with the characters that the fonts have, and keeps what it wrote otherwise."""

    words: dict[str, int] = field(default_factory=dict)

    def shown(self, value: object) -> Any:  # noqa: ANN401 - the same tree, with other texts
        r"""Write every text of a tree so that it can be printed.

        >>> glyphs = Glyphs()
        >>> glyphs.shown({"who": "\u674e\u4f1f", "and": ["\u674e\u5a01", "\u674e\u4f1f"]})
        {'who': '[LiWei 1]', 'and': ['[LiWei 2]', '[LiWei 1]']}
        >>> glyphs.table()
        [['1', 'LiWei', 'U+674E U+4F1F'], ['2', 'LiWei', 'U+674E U+5A01']]
        """
        if isinstance(value, str):
            text = unicodedata.normalize("NFC", value.replace("\t", " "))
            return _LACKED.sub(self._written, text)
        if isinstance(value, dict):
            return {key: self.shown(one) for key, one in value.items()}
        return [self.shown(one) for one in value] if isinstance(value, list | tuple) else value

    def table(self) -> list[list[str]]:
        """Give each word with its number, in Latin letters, and as code points."""
        return [[str(number), latin(word), _points(word)] for word, number in self.words.items()]

    def _written(self, found: re.Match[str]) -> str:
        number = self.words.setdefault(found[0], len(self.words) + 1)
        return f"[{latin(found[0])} {number}]"


def latin(word: str) -> str:
    """Give a word in Latin letters, as far as there are any for it."""
    told = "".join(one for one in anyascii(word) if one.isprintable()).strip()
    return told[:_LONGEST] or "?"


def _points(word: str) -> str:
    return " ".join(f"U+{ord(one):04X}" for one in word)

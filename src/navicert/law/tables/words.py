"""Words by which an end use tells of arms."""

from __future__ import annotations

import re
from dataclasses import dataclass

from navicert.law.shelf import Shelf


@dataclass(frozen=True, slots=True)
class WordsOfArms:
    """Words that begin a word of a text, words that stand anywhere in it, and harmless phrases."""

    begins: tuple[str, ...]
    holds: tuple[str, ...]
    harmless: tuple[str, ...]

    def found_in(self, text: str) -> str:
        """Give the first word of arms in a text, or nothing.

        Case does not count, and what stands under ``harmless`` is taken out before.
        """
        said = " ".join(text.casefold().split())
        for phrase in self.harmless:
            said = said.replace(phrase, " ")
        for word in self.begins:
            if re.search(rf"\b{re.escape(word)}", said):
                return word.strip()
        return next((word for word in self.holds if word in said), "")


def read(shelf: Shelf) -> WordsOfArms:
    """Read the words from the shelf."""
    document = shelf.document("732/words_of_arms.toml")
    return WordsOfArms(
        tuple(document["begins"]), tuple(document["holds"]), tuple(document["harmless"])
    )

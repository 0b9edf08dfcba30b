"""Words by which an end use tells of arms."""

from __future__ import annotations

import re
from dataclasses import dataclass

from navicert.law.shelf import Shelf


@dataclass(frozen=True, slots=True)
class WordsOfArms:
    """``found`` meets words that tell of arms, ``harmless`` phrases that hold such a word."""

    found: re.Pattern[str]
    harmless: re.Pattern[str]

    def found_in(self, text: str) -> str:
        """Give the first word of arms in a text, or nothing.

        Case does not count, and harmless phrases are taken out before.
        """
        said = " ".join(text.casefold().split()) + " "
        met = self.found.search(self.harmless.sub(" ", said)) if said.strip() else None
        return met[0].strip() if met else ""


def read(shelf: Shelf) -> WordsOfArms:
    """Read the words from the shelf."""
    document = shelf.document("732/words_of_arms.toml")
    begins, holds = (_any_of(document[key]) for key in ("begins", "holds"))
    patterns = "|".join(document["patterns"])
    return WordsOfArms(
        re.compile(rf"\b(?:{begins})|{holds}|{patterns}"), re.compile(_any_of(document["harmless"]))
    )


def _any_of(words: list[str]) -> str:
    return "|".join(map(re.escape, words))

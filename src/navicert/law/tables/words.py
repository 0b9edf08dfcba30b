"""Words by which an end use tells of arms."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from navicert.law.shelf import Shelf


@dataclass(frozen=True, slots=True)
class WordsOfArms:
    """``found`` meets words that tell of arms, ``harmless`` phrases that hold such a word.

    ``onward`` meets a way to one of the ``places``, which are known by their countries.
    """

    found: re.Pattern[str]
    harmless: re.Pattern[str]
    onward: re.Pattern[str]
    places: Mapping[str, str]

    def found_in(self, text: str, destination: str) -> str:
        """Give the first word of arms in a text, or a way on to a place; else nothing.

        Case does not count, and harmless phrases are taken out before. Part 746 itself asks about
        the destination, so that naming it tells nothing.
        """
        said = " ".join(text.casefold().split()) + " "
        if not said.strip():
            return ""
        said = self.harmless.sub(" ", said)
        if met := self.found.search(said):
            return met[0].strip()
        ways = (way for way in self.onward.finditer(said) if self.places[way[1]] != destination)
        return next((way[0] for way in ways), "")


def read(shelf: Shelf) -> WordsOfArms:
    """Read the words from the shelf."""
    document = shelf.document("732/words_of_arms.toml")
    begins, holds = (_any_of(document[key]) for key in ("begins", "holds"))
    patterns, places = "|".join(document["patterns"]), document["places"]
    return WordsOfArms(
        re.compile(rf"\b(?:{begins})|{holds}|{patterns}"),
        re.compile(_any_of(document["harmless"])),
        re.compile(rf"\b(?:to|for|via|through|in|into)\s+({_any_of(list(places))})\b"),
        places,
    )


def _any_of(words: list[str]) -> str:
    return "|".join(map(re.escape, words))

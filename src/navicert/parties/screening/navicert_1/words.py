"""The words of ``words.toml``, ready to be asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from navicert.parties import shipped

PACKAGE = "navicert.parties.screening.navicert_1"
_ORDINAL = re.compile(r"^(\d+)(?:st|nd|rd|th)$")

Phrase = tuple[tuple[str, ...], tuple[str, ...]]
"""A form as it is written, in words, and the words under which it is compared."""


@dataclass(frozen=True, slots=True)
class Words:
    """What is known of words: ``phrases`` by their first word, the longest first."""

    phrases: Mapping[str, tuple[Phrase, ...]]
    synonyms: Mapping[str, str]
    dropped: frozenset[str]
    forms: frozenset[str]
    particles: frozenset[str]
    confusions: tuple[tuple[str, str], ...]
    figures: Mapping[int, str]
    endings: tuple[tuple[str, str], ...]

    def ending(self, word: str) -> str:
        """Give the word or words of a trade at the end of a long word; none when it has none.

        >>> known().ending("huaweicoltd"), known().ending("kangxun")
        ('co ltd', '')
        """
        for written, meant in self.endings:
            if word.endswith(written) and len(word) >= len(written) + _LEAST_BEFORE:
                return meant
        return ""

    def canonical(self, word: str) -> str:
        """Give the word under which a word is compared.

        >>> known().canonical("mohammed"), known().canonical("1st"), known().canonical("atlas")
        ('muhammad', '1', 'atlas')
        """
        found = self.synonyms.get(word)
        if found is not None:
            return found
        ordinal = _ORDINAL.match(word) if word[0].isdigit() else None
        return ordinal[1] if ordinal else word


@cache
def known() -> Words:
    """Read the table once."""
    told = shipped.table(PACKAGE, "words.toml")
    classes, confusions = told["classes"], told["confusions"]
    return Words(
        phrases=_phrases(told["expansions"]),
        synonyms={word: one for one, all_ in told["synonyms"].items() for word in (one, *all_)}
        | dict(told["numbers"]),
        dropped=frozenset(classes["dropped"]),
        forms=frozenset(classes["forms"]),
        particles=frozenset(classes["particles"]),
        confusions=tuple((seen, meant) for seen, meant in confusions["pairs"]),
        figures=str.maketrans(confusions["figures"]),
        endings=_endings(told["endings"]["words"]),
    )


def core(words: Iterable[str]) -> list[str]:
    """Give the words that are no legal form, sorted; all of them when nothing else is left.

    >>> core(("trade", "limited", "atlas")), core(("limited", "company"))
    (['atlas', 'trade'], ['company', 'limited'])
    """
    told, forms = sorted(words), known().forms
    return [word for word in told if word not in forms] or told


def surfaces() -> Mapping[str, str]:
    """Give each single word that stands for another one, so that a slip in it is found too."""
    told: Mapping[str, Any] = shipped.table(PACKAGE, "words.toml")
    single = {
        written: meant
        for meant, all_ in told["expansions"].items()
        for written in all_
        if " " not in written and " " not in meant and len(written) >= _LEAST_LETTERS
    }
    return {**single, **known().synonyms}


_LEAST_LETTERS = 4
_LEAST_BEFORE = 4
"""Letters that must stand before an ending, so that it is one."""


def _endings(told: list[str]) -> tuple[tuple[str, str], ...]:
    """Give each ending, written as one, with its words, the longest first."""
    return tuple(
        sorted(((one.replace(" ", ""), one) for one in told), key=lambda one: -len(one[0]))
    )


def _phrases(told: Mapping[str, list[str]]) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = {}
    for meant, all_ in told.items():
        for written in all_:
            words = tuple(written.split())
            found.setdefault(words[0], []).append((words, tuple(meant.split())))
    return {first: tuple(sorted(some, key=_longest_first)) for first, some in found.items()}


def _longest_first(phrase: Phrase) -> tuple[int, tuple[str, ...]]:
    return -len(phrase[0]), phrase[0]

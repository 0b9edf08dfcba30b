"""One table of an order document, read key by key; what is malformed is noted, never guessed."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from navicert.casework.order import answers, limits
from navicert.casework.order.document import KeyPath
from navicert.casework.order.keys import Key
from navicert.casework.order.notes import Notes, shown
from navicert.errors import TermError
from navicert.terms import day as day_term
from navicert.terms import money, partial_date
from navicert.terms.partial_date import PartialDate
from navicert.terms.truth import Truth

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

_SAYS_NOTHING = frozenset(
    {"no", "none", "nothing", "n/a", "na", "nil", "null", "unknown", "not known", "tbd", "todo"}
    | {"yes", "ok", "false", "true", "x"}
)
_NOT_YET = re.compile(
    r"\b(pending|applied|not yet|will be|to be done|awaiting|in progress"
    r"|denied|refused|rejected|revoked|expired|unresolved|not resolved|did not (?:reply|answer)"
    r"|no (?:reply|answer)|(?<!no )(?<!without )(?<!zero )(?<!0 )hits?)\b"
)
"""What is applied for or will be done has not been done, and what was refused does not hold."""

_BREAKS = "\n\r\t"
_DIRECTIONS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that turn the writing direction, so that a name reads as another one."""


@dataclass(frozen=True, slots=True)
class Section:
    """A table of the document, the notes that its problems go to, and the table that holds it."""

    notes: Notes
    table: Mapping[str, object]
    above: Section | None = None
    steps: KeyPath = ()

    @property
    def path(self) -> KeyPath:
        """Where the table stands in the document."""
        steps: list[str | int] = []
        section: Section | None = self
        while section is not None:
            steps[:0] = section.steps
            section = section.above
        return tuple(steps)

    def refuse(self, message: str, *steps: str | int) -> None:
        """Note what is wrong with the table, or with what stands at the steps below it."""
        self.notes.refuse((*self.path, *steps), message)

    def only(self, keys: tuple[Key, ...]) -> Section:
        """Note every key that nobody knows, and every needed one that is not there."""
        names = [key.name for key in keys]
        for name in self.table:
            if name not in names:
                near = difflib.get_close_matches(name[:100], names, n=1)
                hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(names)}"
                self.refuse(f"{shown(name)} is not a key here; {hint}", name)
        for key in keys:
            if key.needed and not self.has(key.name):
                self.refuse(f"{key.name} is missing: {key.meaning}", key.name)
        return self

    def has(self, key: str) -> bool:
        """Tell whether something was said under the key."""
        value = self.table.get(key)
        return bool(value.strip()) if isinstance(value, str) else value is not None

    def name(self, key: str) -> str:
        """Read a text on one line; empty when nothing was said."""
        return self._text(self.table.get(key), limits.MOST_NAME, key)

    def text(self, key: str) -> str:
        """Read a text that may have several lines; empty when nothing was said."""
        return self._text(self.table.get(key), limits.MOST_TEXT, key)

    def statement(self, key: str) -> str:
        """Read a text on which something rests: who did what, and when; a mere no is refused."""
        text = self.text(key)
        words = " ".join(text.casefold().split()).strip(" .!?-")
        if text and (not words or words in _SAYS_NOTHING or _NOT_YET.search(words)):
            self.refuse(
                f"{shown(text)} states nothing that one could rely on: say who did it, with what "
                "and when, or leave the key out",
                key,
            )
            return ""
        return text

    def names(self, key: str) -> tuple[str, ...]:
        """Read a list of texts."""
        found = (self._text(value, limits.MOST_NAME, *at) for at, value in self._entries(key))
        return tuple(text for text in found if text)

    def term(self, key: str, parse: Callable[[str], T]) -> T | None:
        """Read a term of the trade; None when nothing was said, or nothing that can be read."""
        return self._parsed(self.table.get(key), parse, key)

    def terms(
        self, key: str, parse: Callable[[str], T], most: int = limits.MOST_ENTRIES
    ) -> tuple[T, ...]:
        """Read a list of terms of the trade."""
        entries = self._entries(key, most)
        found = (self._parsed(value, parse, *at) for at, value in entries)
        return tuple(term for term in found if term is not None)

    def truth(self, key: str) -> Truth:
        """Read yes or no (or true, false, unknown); unknown when nothing was said."""
        return self._truth(self.table.get(key), key)

    def truths(self, key: str) -> dict[str, Truth]:
        """Read a table of answers by their slug; ``a.b`` may be nested tables too."""
        found = answers.flat(self.table.get(key), key)
        for problem in found.problems:
            self.refuse(problem.message, *problem.steps)
        return {slug: self._truth(value, *at) for slug, at, value in found.answers}

    def figures(self, key: str) -> dict[str, Decimal]:
        """Read a table of plain numbers by their slug."""
        section = self.section(key)
        found = {str(slug): section.amount(slug) for slug in section.table}
        return {slug: amount for slug, amount in found.items() if amount is not None}

    def day(self, key: str) -> date | None:
        """Read a calendar day."""
        value = self.table.get(key)
        if value is None or isinstance(value, date):
            return day_term.parse(value) if value else None
        return self._parsed(value, day_term.parse, key)

    def born(self, key: str) -> PartialDate | None:
        """Read a date of birth, of which the day or the month may be missing."""
        value = self.table.get(key)
        if isinstance(value, date):
            return PartialDate(value.year, value.month, value.day)
        is_year = isinstance(value, int | Decimal) and not isinstance(value, bool)
        return self._parsed(str(value) if is_year else value, partial_date.parse, key)

    def amount(self, key: str) -> Decimal | None:
        """Read a plain number that is zero or more."""
        value = self.table.get(key)
        is_long = isinstance(value, int) and value.bit_length() > limits.MOST_TERM
        if isinstance(value, bool) or is_long or not isinstance(value, str | int | Decimal | None):
            self.refuse(f"{shown(value)} is not a number", key)
            return None
        return self._parsed(None if value is None else str(value), money.parse_amount, key)

    def section(self, key: str) -> Section:
        """Open the table under the key; an empty one when nothing was said."""
        value = self.table.get(key)
        if value is not None and not isinstance(value, dict):
            self.refuse(f"{shown(value)} is not a table of keys", key)
        return Section(self.notes, value if isinstance(value, dict) else {}, self, (key,))

    def sections(self, key: str, most: int = limits.MOST_ENTRIES) -> Iterator[Section]:
        """Open each table of the list under the key."""
        for at, value in self._entries(key, most):
            if isinstance(value, dict):
                yield Section(self.notes, value, self, at)
            else:
                self.refuse(f"{shown(value)} is not a table of keys", *at)

    def _entries(
        self, key: str, most: int = limits.MOST_ENTRIES
    ) -> Iterator[tuple[tuple[str, int], object]]:
        value = self.table.get(key)
        if value is None:
            return
        if not isinstance(value, list):
            self.refuse(f"{shown(value)} is not a list: write it in brackets", key)
        elif len(value) > most:
            self.refuse(f"{len(value):,} entries; the most are {most:,}", key)
        else:
            yield from (((key, at), entry) for at, entry in enumerate(value))

    def _parsed(self, value: object, parse: Callable[[str], T], *steps: str | int) -> T | None:
        text = self._text(value, limits.MOST_TERM, *steps)
        if not text:
            return None
        try:
            return parse(text)
        except TermError as error:
            self.refuse(str(error), *steps)
            return None

    def _truth(self, value: object, *steps: str | int) -> Truth:
        word = value.strip().lower() if isinstance(value, str) else value
        if isinstance(word, bool | str | None) and word in _ANSWERS:
            return _ANSWERS[word]
        self.refuse(f"{shown(value)} is not an answer: write yes, no or unknown", *steps)
        return Truth.UNKNOWN

    def _text(self, value: object, most: int, *steps: str | int) -> str:
        if value is None:
            return ""
        if not isinstance(value, str):
            self.refuse(f"{shown(value)} is not a text: write it in quotes", *steps)
            return ""
        if len(value) > most:
            self.refuse(f"{len(value):,} characters; the most are {most:,}", *steps)
            return ""
        text = unicodedata.normalize("NFC", value).strip()
        if not text.isprintable() and (bad := _unfit(text, most)):
            self.refuse(f"holds the control character {bad}, which nobody can see", *steps)
            return ""
        return text


def one_of(kind: type[E], what: str) -> Callable[[str], E]:
    """Make a reader of one word out of a few; spaces and hyphens are as good as underscores."""

    def parse(value: str) -> E:
        word = value.strip().lower().replace(" ", "_").replace("-", "_")
        if word not in set(kind):
            raise TermError(f"{value!r} is not a {what}; use one of {', '.join(kind)}")
        return kind(word)

    return parse


def _unfit(text: str, most: int) -> str:
    """Give the first character that must not stand in such a text, as U+0007."""
    allowed = _BREAKS if most == limits.MOST_TEXT else ""
    for character in text:
        control = unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}
        if (control and character not in allowed) or character in _DIRECTIONS:
            return f"U+{ord(character):04X}"
    return ""


_ANSWERS: dict[bool | str | None, Truth] = {
    None: Truth.UNKNOWN,
    "": Truth.UNKNOWN,
    "unknown": Truth.UNKNOWN,
    True: Truth.YES,
    "yes": Truth.YES,
    "true": Truth.YES,
    False: Truth.NO,
    "no": Truth.NO,
    "false": Truth.NO,
}

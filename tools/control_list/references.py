"""Lists of ECCNs and paragraphs as the regulation writes them: "3B001.a.1 to a.3, b, k to n"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from string import ascii_lowercase

SYMBOL = r"\d[A-E]\d{3}"
_PATH = r"[a-z](?:\.[a-z0-9]{1,3})*"
_TOKEN = re.compile(
    rf"\s*(?:(?P<reference>(?P<symbol>{SYMBOL})(?:\.(?P<path>{_PATH}))?(?![\w.]*[A-Z]))"
    rf"|(?P<range>to|through|thru)\b"
    rf"|(?P<joint>,|;|(?:and|or)\b)"
    rf"|(?P<open>\(except\b)|(?P<close>\))"
    rf"|\.?(?P<bare>{_PATH})(?![\w.]))"
)


class NotAList(ValueError):
    """The text is not only a list of ECCNs and paragraphs."""


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """An entry, or a paragraph of it; ``path`` is empty for the whole entry."""

    symbol: str
    path: str = ""

    def __str__(self) -> str:
        """Write it as the shelf does."""
        return f"{self.symbol}.{self.path}" if self.path else self.symbol


@dataclass(slots=True)
class References:
    """What a list names, and what it takes out in "(except ...)"."""

    named: list[Reference] = field(default_factory=list)
    excepted: list[Reference] = field(default_factory=list)


def parse(text: str, symbol: str, known: Iterable[str]) -> References:
    """Read a list; ``symbol`` is the entry that a bare paragraph belongs to at first.

    >>> found = parse("3B001.a.1 to a.3, b, k to m", "3B001", ())
    >>> [r.path for r in found.named]
    ['a.1', 'a.2', 'a.3', 'b', 'k', 'l', 'm']
    >>> [str(r) for r in parse("7A001 to 7A003", "", ("7A001", "7A003", "7A004")).named]
    ['7A001', '7A003']
    >>> found = parse("5A001.b (except .b.5), .c", "5A001", ())
    >>> [r.path for r in found.named], [r.path for r in found.excepted]
    (['b', 'c'], ['b.5'])
    """
    reader = _Reader(symbol, tuple(sorted(known)))
    clean = _tidy(text)
    at = 0
    while at < len(clean):
        token = _TOKEN.match(clean, at)
        if not token:
            message = f"not a list at {clean[at:][:40]!r}"
            raise NotAList(message)
        reader.take(token)
        at = token.end()
    if not reader.found.named or reader.in_exception or reader.ranging:
        message = f"not a whole list: {text!r}"
        raise NotAList(message)
    return reader.found


def _tidy(text: str) -> str:
    """Close the gaps that the printed text has inside a path: "3B001. q", "z. 1.b"."""
    closed = re.sub(rf"({SYMBOL})\.? \.?(?=[a-z](?:[.,;]|$| and| or))", r"\1.", text)
    closed = re.sub(r"\bz\. (?=\d)", "z.", closed)
    return re.sub(r"\.(?=[,;)]|$| )", "", closed).strip()


@dataclass(slots=True)
class _Reader:
    symbol: str
    known: tuple[str, ...]
    found: References = field(default_factory=References)
    in_exception: bool = False
    ranging: bool = False

    def take(self, token: re.Match[str]) -> None:
        if token["reference"]:
            self.symbol = token["symbol"]
            self._name(Reference(self.symbol, token["path"] or ""))
        elif token["bare"]:
            self._name(Reference(self.symbol, token["bare"]))
        elif token["range"]:
            self.ranging = True
        elif token["open"] or token["close"]:
            self._turn(opens=bool(token["open"]))

    def _turn(self, *, opens: bool) -> None:
        if opens == self.in_exception:
            raise NotAList("parentheses that do not match")
        self.in_exception = opens

    def _name(self, reference: Reference) -> None:
        into = self.found.excepted if self.in_exception else self.found.named
        if not reference.symbol:
            raise NotAList("a paragraph of no entry")
        if self.ranging:
            into.extend(_between(into[-1], reference, self.known))
            self.ranging = False
        else:
            into.append(reference)


def _between(first: Reference, last: Reference, known: tuple[str, ...]) -> list[Reference]:
    """Give what follows ``first`` up to ``last``."""
    if not first.path and not last.path:
        return [
            Reference(s)
            for s in known
            if first.symbol < s <= last.symbol and s[:2] == last.symbol[:2]
        ]
    head, _, start = first.path.rpartition(".")
    parent, _, stop = last.path.rpartition(".")
    if first.symbol != last.symbol or head != parent:
        raise NotAList(f"a range from {first} to {last}")
    return [Reference(last.symbol, f"{head}.{s}".lstrip(".")) for s in _steps(start, stop)]


def _steps(start: str, stop: str) -> list[str]:
    if start.isdigit() and stop.isdigit() and int(start) < int(stop):
        return [str(number) for number in range(int(start) + 1, int(stop) + 1)]
    if start in ascii_lowercase and stop in ascii_lowercase and start < stop:
        return list(
            ascii_lowercase[ascii_lowercase.index(start) + 1 : ascii_lowercase.index(stop) + 1]
        )
    raise NotAList(f"a range from {start} to {stop}")

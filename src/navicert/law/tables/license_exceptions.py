"""License exceptions: what 740.2 bars, and the terms of each symbol (15 CFR part 740).

``740/gate.toml`` and ``740/exceptions.toml`` hold lists, groups, limits and questions; what
they mean for one transaction is decided in ``rules/license_exceptions``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

from navicert.errors import ShelfDamaged
from navicert.law.shelf import Shelf
from navicert.law.tables.exception_questions import Question, question
from navicert.law.tables.exception_reach import Reach, reach_of
from navicert.law.tables.named_lists import spelled_out
from navicert.terms.exception_symbol import SECTIONS


def admits(paragraph: str, survivors: tuple[str, ...], bars: tuple[str, ...]) -> bool:
    """Tell whether what closes ``bars``, or all but ``survivors``, leaves a paragraph open."""
    if bars:
        return not any(lies_within(paragraph, barred) for barred in bars)
    return any(lies_within(paragraph, survivor) for survivor in survivors)


def lies_within(paragraph: str, outer: str) -> bool:
    """Tell whether a citation is a paragraph, or a part of it.

    >>> lies_within("15 CFR 740.9(a)(1)", "740.9(a)"), lies_within("15 CFR 740.9", "740.9(a)")
    (True, False)
    """
    short = paragraph.removeprefix("15 CFR ")
    return short == outer or short.startswith(f"{outer}(")


@dataclass(frozen=True, slots=True, eq=False)
class Bar:
    """What takes exceptions away: a paragraph of 740.2, or an exclusion of one section.

    ``survivors`` are the citations of part 740 that stay open, ``bars`` the only ones that it
    closes (empty: all but the survivors). ``question`` asks what facts leave open; with
    ``asks`` only its answer can tell whether the bar applies. Yes means that it does not.
    ``surviving_symbols`` stay open in whole or in part; None when the bar names what it closes.
    """

    citation: str
    since: date
    until: date | None
    reach: Reach
    survivors: tuple[str, ...]
    bars: tuple[str, ...]
    asks: bool
    reason: str
    question: Question
    surviving_symbols: frozenset[str] | None

    @property
    def reaches(self) -> tuple[Reach, ...]:
        """Its own reach, and those of its question."""
        return (self.reach, *self.question.reaches)

    def holds_on(self, day: date) -> bool:
        """Tell whether the bar is in force."""
        return self.since <= day and (self.until is None or day <= self.until)

    def admits(self, paragraph: str) -> bool:
        """Tell whether a paragraph of part 740 stays open: ``15 CFR 740.9(a)(1)``."""
        return admits(paragraph, self.survivors, self.bars)


@dataclass(frozen=True, slots=True, eq=False)
class Way:
    """One paragraph under which an exception may be used.

    ``selector`` asks whether the transaction is what the paragraph is about; None when facts
    alone decide. ``overcomes`` are the reasons for control that it takes, empty for any.
    ``exclusions`` take the paragraph away, as those of a whole exception do.
    """

    citation: str
    reach: Reach
    reason: str
    overcomes: frozenset[str]
    selector: Question | None
    questions: tuple[Question, ...]
    exclusions: tuple[Bar, ...] = ()

    @property
    def reaches(self) -> tuple[Reach, ...]:
        """Every reach of the paragraph: its own, its exclusions', its questions'."""
        bars = (one for bar in self.exclusions for one in bar.reaches)
        selector = self.selector.reaches if self.selector else ()
        asked = chain.from_iterable(one.reaches for one in self.questions)
        return (self.reach, *selector, *asked, *bars)


@dataclass(frozen=True, slots=True, eq=False)
class Terms:
    """The terms of one exception.

    ``list_line`` says whether the entry's own line must allow it (``required``) or may close
    it (``excludes``); ``sole_reason`` that it serves only where every requirement of the list
    has one of its reasons. ``figures`` are the numbers that the section states.
    """

    symbol: str
    citation: str
    exists_from: date | None
    until: date | None
    reach: Reach
    reason: str
    list_line: str
    sole_reason: bool
    figures: Mapping[str, int]
    exclusions: tuple[Bar, ...]
    questions: tuple[Question, ...]
    ways: tuple[Way, ...]

    @property
    def reaches(self) -> tuple[Reach, ...]:
        """Every reach of its terms: its own, its exclusions', its paragraphs', its questions'."""
        bars = (*self.exclusions, *(bar for way in self.ways for bar in way.exclusions))
        asked = (one.reaches for one in self.asked)
        ways = (way.reach for way in self.ways)
        return (self.reach, *ways, *(bar.reach for bar in bars), *chain.from_iterable(asked))

    @property
    def asked(self) -> tuple[Question, ...]:
        """Every question of its terms."""
        bars = (*self.exclusions, *(bar for way in self.ways for bar in way.exclusions))
        selectors = (way.selector for way in self.ways if way.selector)
        of_ways = (one for way in self.ways for one in way.questions)
        return (*self.questions, *selectors, *of_ways, *(bar.question for bar in bars))


@dataclass(frozen=True, slots=True)
class LicenseExceptions:
    """Asked with a day, or with a symbol; ``verified_from`` is the first day of both files."""

    gate: tuple[Bar, ...]
    terms: Mapping[str, Terms]
    verified_from: date
    reaches: tuple[Reach, ...]

    def gate_on(self, day: date) -> tuple[Bar, ...]:
        """Give the restrictions of 740.2 in force on a day."""
        return tuple(bar for bar in self.gate if bar.holds_on(day))

    def of(self, symbol: str) -> Terms:
        """Give the terms of an exception."""
        try:
            return self.terms[symbol]
        except KeyError:
            message = f"740/exceptions.toml has no exception {symbol!r}"
            raise ShelfDamaged(message) from None


def read(shelf: Shelf) -> LicenseExceptions:
    """Read the gate and the exceptions from the shelf."""
    gate = shelf.document("740/gate.toml")
    written = shelf.document("740/exceptions.toml")
    lists = written.get("lists", {})
    exceptions: dict[str, Any] = {key: spelled_out(part, lists) for key, part in written.items()}
    since = max(gate["verified_from"], exceptions["verified_from"])
    terms = {row["symbol"]: _terms(row, since) for row in exceptions["exception"]}
    bars = tuple(_bar(row, gate["verified_from"], "gate") for row in gate["restriction"])
    gates = (one for bar in bars for one in bar.reaches)
    every = (*gates, *(one for row in terms.values() for one in row.reaches))
    return LicenseExceptions(bars, terms, since, every)


def _terms(row: dict[str, Any], since: date) -> Terms:
    symbol = row["symbol"]
    section = f"15 CFR {SECTIONS[symbol]}"
    return Terms(
        symbol=symbol,
        citation=section,
        exists_from=row.get("exists_from"),
        until=row.get("until"),
        reach=reach_of(row),
        reason=row.get("reason", f"{symbol} is not for this"),
        list_line=row.get("list_line", ""),
        sole_reason=row.get("sole_reason", False),
        figures=row.get("figures", {}),
        exclusions=tuple(_bar(one, since, symbol) for one in row.get("exclusion", ())),
        questions=_questions(row, symbol, section),
        ways=tuple(_way(one, symbol, since) for one in row.get("way", ()))
        or (_whole(row, section),),
    )


def _whole(row: dict[str, Any], section: str) -> Way:
    return Way(section, Reach(), "", frozenset(row.get("overcomes", ())), None, ())


def _way(row: dict[str, Any], symbol: str, since: date) -> Way:
    chooses = {"group": "paragraph", **row}
    return Way(
        citation=row["citation"],
        reach=reach_of(row),
        reason=row.get("reason", ""),
        overcomes=frozenset(row.get("overcomes", ())),
        selector=question(chooses, symbol, row["citation"]) if "slug" in row else None,
        questions=_questions(row, symbol, row["citation"]),
        exclusions=tuple(_bar(one, since, symbol) for one in row.get("exclusion", ())),
    )


def _questions(row: dict[str, Any], symbol: str, citation: str) -> tuple[Question, ...]:
    return tuple(question(one, symbol, citation) for one in row.get("questions", ()))


def _bar(row: dict[str, Any], since: date, symbol: str) -> Bar:
    short = row["citation"].removeprefix("15 CFR ")
    standing = {"slug": short, "ask": f"Is it sure that {short} does not reach this line?"}
    return Bar(
        citation=row["citation"],
        since=row.get("since", since),
        until=row.get("until"),
        reach=reach_of(row),
        survivors=tuple(row.get("survivors", ())),
        bars=tuple(row.get("bars", ())),
        asks=row.get("asks", False),
        reason=row["reason"],
        question=question({**standing, **row}, symbol, row["citation"]),
        surviving_symbols=None if "bars" in row else _symbols(row.get("survivors", ())),
    )


def _symbols(citations: Iterable[str]) -> frozenset[str]:
    sections = {citation.partition("(")[0] for citation in citations}
    return frozenset(symbol for symbol, section in SECTIONS.items() if section in sections)

"""From which day an order holds, and to which: stated, or put together of what is stated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from navicert.undertakings.federal_register import dates
from navicert.undertakings.federal_register.notice import Basis, Conviction, DayRead, Unread
from navicert.undertakings.federal_register.page import Paragraph

SENTENCE = 300
_ORDERED = re.compile(
    rf"^(?:Dated|Issued|Entered|Signed)\b[:,]?.{{0,60}}?({dates.DAY})"
    rf"|\b(?:Issued|Entered|Dated) this ({dates.DAY})",
    re.IGNORECASE,
)
_EFFECTIVE_DAY = re.compile(
    r"\b[Oo]rder\b.{0,80}?\b(?:is|shall be|becomes|shall become) effective (?:on |as of )?"
    rf"({dates.DAY})"
)
_AT_ONCE = re.compile(
    r"\beffective (?:immediately|upon issuance|on the date of issuance|upon (?:its )?signature)",
    re.IGNORECASE,
)
_ON_PUBLICATION = re.compile(
    r"\beffective (?:upon|on the date of|on|from the date of) (?:its )?publication", re.IGNORECASE
)
_STAYS = re.compile(rf"\bremain in effect (?:until |through |up to )?({dates.DAY})", re.IGNORECASE)
_UNTIL = re.compile(
    rf"\bfrom the date of th(?:is|e) [Oo]rder (?:until|through) ({dates.DAY})", re.IGNORECASE
)
_EXPIRES = re.compile(rf"\b[Oo]rder (?:shall |will )?expires? (?:on )?({dates.DAY})")
_STAYS_FOR = re.compile(
    rf"\bremain in effect for (?:a period of |an additional )?({dates.TERM})", re.IGNORECASE
)
_FROM_CONVICTION = re.compile(
    rf"\bfor (?:a period of )?({dates.TERM}) from the date of .{{0,80}}?\bconviction",
    re.IGNORECASE,
)
_FROM_ORDER = re.compile(
    rf"\bfor (?:a period of )?({dates.TERM}) (?:from|after|beginning on) the (?:effective )?"
    r"date of (?:entry of )?th(?:is|e) order",
    re.IGNORECASE,
)
_HIS_HER = re.compile(r"his/her|his or her|any person", re.IGNORECASE)
_SUSPENDED = re.compile(
    r"[^.]{0,200}\b(?:denial|privileges)\b(?:(?!penalt)[^.]){0,80}"
    r"\b(?:shall be|is|are|be) (?:hereby )?suspended\b[^.]{0,200}",
    re.IGNORECASE,
)
# A word that each pattern needs; a paragraph without it is not searched.
_TELLING: Mapping[re.Pattern[str], str] = {
    _ORDERED: "",
    _EFFECTIVE_DAY: "effective",
    _AT_ONCE: "effective",
    _ON_PUBLICATION: "publication",
    _STAYS: "remain in effect",
    _UNTIL: "from the date of",
    _EXPIRES: "expire",
    _STAYS_FOR: "remain in effect for",
    _FROM_CONVICTION: "conviction",
    _FROM_ORDER: "date of",
    _SUSPENDED: "suspended",
}


@dataclass(frozen=True, slots=True)
class Period:
    """What is read of an order's time, and what is not."""

    ordered: DayRead | None = None
    effective: DayRead | None = None
    end: DayRead | None = None
    term: str = ""
    suspended: str = ""
    doubts: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class _Said:
    """One match: the first group that matched, its line, and the words around it."""

    text: str
    line: int
    sentence: str

    def read(self) -> DayRead | None:
        day = dates.parse(self.text)
        return None if day is None else DayRead(day, Basis.STATED, self.line, self.sentence)


def period_of(
    paragraphs: tuple[Paragraph, ...],
    ordering: tuple[Paragraph, ...],
    convictions: tuple[Conviction, ...],
    published: date | None,
) -> Period:
    """Read the days of an order; ``ordering`` are the paragraphs of the ordering part."""
    ordered = _first_day(_all(_ORDERED, ordering[-40:]))
    effective, missing = _effective(ordering, ordered, published)
    ends = [said for pattern in (_STAYS, _UNTIL, _EXPIRES) for said in _all(pattern, ordering)]
    end, unread = _stated_end(ends)
    if end is None and unread is None:
        end, unread = _computed_end(paragraphs, ordering, convictions, effective)
    denied, stays = _term(paragraphs, ordering)
    suspended = next((said.sentence for said in _all(_SUSPENDED, ordering)), "")
    doubts = tuple(_disagreeing(denied, end, convictions))
    gone = tuple(one for one in (missing, unread) if one is not None)
    return Period(ordered, effective, end, denied or stays, suspended, doubts, gone)


def _all(pattern: re.Pattern[str], paragraphs: Iterable[Paragraph]) -> Iterator[_Said]:
    word = _TELLING[pattern]
    for paragraph in paragraphs:
        if word not in paragraph.text.lower():
            continue
        for found in pattern.finditer(paragraph.text):
            text = next((group for group in found.groups() if group), "")
            begin = max(paragraph.text.rfind(". ", 0, found.start()) + 1, found.start() - SENTENCE)
            sentence = paragraph.text[begin : begin + SENTENCE].strip()
            yield _Said(text, paragraph.line, sentence)


def _first_day(said: Iterable[_Said]) -> DayRead | None:
    return next((day for one in said if (day := one.read()) is not None), None)


def _effective(
    ordering: tuple[Paragraph, ...], ordered: DayRead | None, published: date | None
) -> tuple[DayRead | None, Unread | None]:
    if (stated := _first_day(_all(_EFFECTIVE_DAY, ordering))) is not None:
        return stated, None
    if (said := next(_all(_ON_PUBLICATION, ordering), None)) is not None:
        if published is not None:
            return DayRead(published, Basis.COMPUTED, said.line, said.sentence), None
        reason = "effective on publication, and the text gives no day of publication"
        return None, Unread("effective", reason, said.line)
    if (said := next(_all(_AT_ONCE, ordering), None)) is not None:
        if ordered is not None:
            return DayRead(ordered.day, Basis.COMPUTED, said.line, said.sentence), None
        reason = "effective immediately, and the text gives no date of the order"
        return None, Unread("effective", reason, said.line)
    return None, Unread("effective", "the text does not say from when the order holds")


def _stated_end(said: list[_Said]) -> tuple[DayRead | None, Unread | None]:
    """Give the one end that the text states; two different ones are none."""
    read = [one.read() for one in said]
    bad = next((one for one, day in zip(said, read, strict=True) if day is None), None)
    if bad is not None:
        reason = f"{bad.text[:40]!r} is no day of the calendar"
        return None, Unread("end", reason, bad.line, stated=True)
    days = {one.day: one for one in read if one is not None}
    if len(days) > 1:
        told = " and ".join(f"{day} (line {one.line})" for day, one in sorted(days.items()))
        reason = f"the text states different ends: {told}"
        return None, Unread("end", reason, said[0].line, stated=True)
    return next(iter(days.values()), None), None


def _computed_end(
    paragraphs: tuple[Paragraph, ...],
    ordering: tuple[Paragraph, ...],
    convictions: tuple[Conviction, ...],
    effective: DayRead | None,
) -> tuple[DayRead | None, Unread | None]:
    """Put a stated term and a stated beginning together, and say so."""
    for pattern, where in ((_STAYS_FOR, ordering), (_FROM_ORDER, ordering)):
        if (said := next(_all(pattern, where), None)) is not None:
            start = None if effective is None else effective.day
            return _put_together(said, start, "the text gives no day on which it takes effect")
    said = next((one for one in _all(_FROM_CONVICTION, paragraphs) if _own(one)), None)
    if said is None:
        return None, Unread("end", "the text does not say how long the order holds")
    days = {one.day for one in convictions}
    start = days.pop() if len(days) == 1 else None
    return _put_together(said, start, "the text gives no one day of conviction")


def _put_together(
    said: _Said, start: date | None, lacking: str
) -> tuple[DayRead | None, Unread | None]:
    if start is None:
        return None, Unread("end", f"{said.text!r}, and {lacking}", said.line)
    end = dates.after(start, said.text)
    if end is None:
        return None, Unread("end", f"{said.text!r} is no term", said.line, stated=True)
    return DayRead(end, Basis.COMPUTED, said.line, said.sentence), None


def _own(said: _Said) -> bool:
    """Leave out the sentence that tells what the statute allows of anybody."""
    return _HIS_HER.search(said.sentence) is None and " up to " not in said.sentence


def _term(paragraphs: tuple[Paragraph, ...], ordering: tuple[Paragraph, ...]) -> tuple[str, str]:
    """Give the term that counts from the conviction, and the one that counts from the order."""
    denied = next((said.text for said in _all(_FROM_CONVICTION, paragraphs) if _own(said)), "")
    stays = (said.text for one in (_STAYS_FOR, _FROM_ORDER) for said in _all(one, ordering))
    return denied, next(stays, "")


def _disagreeing(
    term: str, end: DayRead | None, convictions: tuple[Conviction, ...]
) -> Iterator[str]:
    """Say where the stated end is not the day that the order's own term would give."""
    days = {one.day for one in convictions if one.day is not None}
    if end is None or end.basis is not Basis.STATED or not term or len(days) != 1:
        return
    reckoned = dates.after(days.pop(), term)
    if reckoned is not None and reckoned != end.day:
        yield f"the order states {end.day} as its end; {term} from the conviction is {reckoned}"

"""The door of the reader: a text in, each order in it out, with all that could not be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from navicert.law.tables.denial_words import DenialWords
from navicert.undertakings.federal_register import compare, dates, kind, period, respondents
from navicert.undertakings.federal_register.aircraft import tail_numbers
from navicert.undertakings.federal_register.conviction import convictions_in
from navicert.undertakings.federal_register.notice import (
    Conviction,
    NoticeKind,
    OrderNotice,
    OtherNotice,
    Respondent,
    Unread,
    Verdict,
)
from navicert.undertakings.federal_register.operative import ACTS, Parts, parts_of
from navicert.undertakings.federal_register.page import Page, Paragraph, open_page
from navicert.undertakings.federal_register.persons import short_names
from navicert.undertakings.federal_register.related import related_in

MOST_NAMES = 60
_DOCUMENT = re.compile(
    r"\bFR ?Doc\.? ?(?:No[.:]* ?)?((?:[A-Z]\d-)?[A-Z]?\d{1,4}-\d{3,6})(?:\s+Filed ([\d-]{6,10}))?",
    re.IGNORECASE,
)
_VOLUME = re.compile(
    r"\bVol(?:ume|\.) (\d{1,3}),? (?:No\.|Number) \d{1,3}|\b(\d{2,3}) (?:FR|Fed\. ?Reg\.) \d{1,6}\b"
)
_PUBLISHED = re.compile(
    rf"Federal Register.{{0,60}}?(?:Monday|Tuesday|Wednesday|Thursday|Friday),? ({dates.DAY})"
    rf"|Federal Register\s?(?:/|:|on)?\s?({dates.DAY})"
)
_PAGES = re.compile(r"\[Pages? (\d{1,7})(?:-(\d{1,7}))?\]")


def read(file: str, text: str, words: DenialWords) -> tuple[OrderNotice | OtherNotice, ...]:
    """Read each document of a text; one that orders nothing comes back as what it is.

    Raises:
        FileTooLarge: with the limit.
        UnreadableFile: for what is no text.
    """
    page = open_page(file, text)
    return tuple(_document(part, words) for part in _documents(page))


def _documents(page: Page) -> Iterator[Page]:
    """Part a page that holds several documents: each ends with its FR Doc. line."""
    group: list[Paragraph] = []
    parts: list[list[Paragraph]] = []
    for paragraph in page.paragraphs:
        group.append(paragraph)
        if _DOCUMENT.search(paragraph.text) and "filed" in paragraph.text.lower():
            parts.append(group)
            group = []
    if group and (not parts or any(ACTS.search(p.text) for p in group)):
        parts.append(group)
    elif group:
        parts[-1].extend(group)
    for part in parts or [[]]:
        pages = page.pages if len(parts) < 2 else ()  # noqa: PLR2004 - nobody else's
        yield Page(tuple(part), pages, page.running)


def _document(page: Page, words: DenialWords) -> OrderNotice | OtherNotice:
    parts = parts_of(page)
    title, _ = kind.title_of(parts)
    document, filed = _number(page)
    if not kind.is_order(parts, title):
        return kind.other_notice(page, document)
    return _Reading(page, parts, title, words).notice(document, filed)


def _number(page: Page) -> tuple[str, date | None]:
    """Give the document's number and the day of filing: those of its last line."""
    for paragraph in reversed(page.paragraphs):
        if found := _DOCUMENT.search(paragraph.text):
            return found[1], dates.parse_figures(found[2] or "")
    return "", None


class _Reading:
    """One order being read: its parts, and what several fields share."""

    def __init__(self, page: Page, parts: Parts, title: str, words: DenialWords) -> None:
        self.page, self.parts, self.title, self.words = page, parts, title, words
        start = len(parts.opening)
        self.ordering = page.paragraphs[start:]

    def notice(self, document: str, filed: date | None) -> OrderNotice:
        """Read every field."""
        paragraphs = self.page.paragraphs
        what = kind.kind_of(self.title, self.parts)
        convictions = self._convictions(what)
        volume, published = self._printed()
        persons, unnamed = respondents.respondents_of(self.page, self.parts, self.title)
        captioned = respondents.caption_of(self.page, self.title)
        time = period.period_of(paragraphs, self.ordering, convictions, published)
        related, unlisted = related_in(paragraphs, what, persons)
        if what is NoticeKind.RELATED and captioned:
            persons = captioned
        held = compare.hold(self.parts, self._names((*persons, *related)), self.words)
        doubts = respondents.otherwise_named((*persons, *related), captioned, convictions)
        notice = OrderNotice(
            document=document,
            filed=filed,
            published=published,
            volume=volume,
            pages=self._pages(),
            title=self.title,
            kind=what,
            respondents=persons,
            related_persons=related,
            convictions=convictions,
            term=time.term,
            ordered=time.ordered,
            effective=time.effective,
            end=time.end,
            suspended=time.suspended,
            aircraft=tail_numbers(self.page),
            clauses=held.clauses,
            extra=held.extra,
            doubts=(*doubts, *time.doubts),
        )
        rest = tuple(_gone(notice))
        unread = (*rest, *unnamed, *time.unread, *unlisted, *_unjudged(notice))
        if what is NoticeKind.TERMINATION:
            unread = tuple(one for one in unread if one.field not in {"end", "terms"})
        return replace(notice, unread=unread)

    def _convictions(self, what: NoticeKind | None) -> tuple[Conviction, ...]:
        is_about = what in {NoticeKind.CONVICTION, NoticeKind.RELATED, None}
        return convictions_in(self.parts.opening) if is_about else ()

    def _printed(self) -> tuple[int | None, date | None]:
        head = "\n".join((self.page.running, *(p.text for p in self.page.paragraphs[:12])))
        volume, day = _VOLUME.search(head), _PUBLISHED.search(head)
        number = next((int(g) for g in volume.groups() if g), None) if volume else None
        return number, dates.parse(day[0]) if day else None

    def _pages(self) -> tuple[int, ...]:
        head = "\n".join(p.text for p in self.page.paragraphs[:12])
        found = _PAGES.search(head)
        ends = tuple(int(one) for one in found.groups() if one) if found else ()
        return tuple(dict.fromkeys((*ends, *self.page.pages)))

    def _names(self, persons: tuple[Respondent, ...]) -> compare.Names:
        opening = "\n".join(p.text for p in self.parts.opening)[:20_000]
        first = self.parts.first
        names = tuple(name for person in persons for name in person.names)
        text = f"{opening}\n{'' if first is None else first.text}"
        rules = {name.lower() for names in self.words.called.values() for name in names}
        both = dict.fromkeys((*names, *short_names(text, names)))
        chosen = [name for name in both if name.lower() not in rules and len(name) > 1]
        return compare.Names(tuple(chosen)[:MOST_NAMES])


def _gone(notice: OrderNotice) -> Iterator[Unread]:
    if not notice.document:
        yield Unread("document", "the text has no FR Doc. line")
    if not notice.title:
        yield Unread("title", "the text has no title")
    if notice.kind is None:
        yield Unread("kind", "no words that tell of which kind the order is")
    if notice.kind is NoticeKind.CONVICTION:
        yield from _unconvicted(notice.convictions)


def _unconvicted(convictions: tuple[Conviction, ...]) -> Iterator[Unread]:
    if not convictions:
        yield Unread("conviction", "no sentence says on which day who was convicted")
    for one in convictions:
        if one.day is None:
            yield Unread("conviction", "its day is none of the calendar", one.line, stated=True)
        if not one.statutes:
            yield Unread("statutes", "none that is read", one.line, stated=True)


def _unjudged(notice: OrderNotice) -> Iterator[Unread]:
    absent = [clause.id for clause in notice.clauses if clause.verdict is Verdict.ABSENT]
    if absent:
        yield Unread("terms", f"not in this text: {', '.join(absent)}")

"""Whom an order denies: read from the sentence that bars them, held against the caption."""

from __future__ import annotations

import re

from navicert.undertakings.federal_register import dates
from navicert.undertakings.federal_register.notice import Conviction, Respondent, Unread
from navicert.undertakings.federal_register.operative import Parts, Piece
from navicert.undertakings.federal_register.page import Page, Paragraph
from navicert.undertakings.federal_register.persons import persons_in
from navicert.undertakings.federal_register.vocabulary import vocabulary

_LEAD = re.compile(
    rf"^(?:that,? )?(?:for a period of {dates.TERM} from [^,]{{0,80}}, "
    rf"|from the date of th(?:is|e) [Oo]rder (?:until|through) {dates.DAY},? "
    rf"|until {dates.DAY},? |beginning [^,]{{0,60}}, )?(?:that )?",
    re.IGNORECASE,
)
_MATTER = re.compile(r"^in the matters? of:?\s*(.*)", re.IGNORECASE)
_CAPTION_ENDS = re.compile(
    r"order\b|pursuant|on [A-Z]|respondents?\b|background|related|docket|the bureau|before\b",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    r"(?:^|\band\b).{0,80}\b(?:Inc|Ltd|Limited|LLC|Corporation|Corp|GmbH|JSC|FZE|Pte)\b"
    r"|\b(?:[adf]/k/a|d/b/a)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_CAPTION_TAIL = re.compile(
    r";?\s*\b(?:Respondents?'?\s*)?; (?=(?:\w+ ){0,3}Order\b)|\bRespondents?\b"
)
_MOST_CAPTION = 60


def respondents_of(
    page: Page, parts: Parts, title: str
) -> tuple[tuple[Respondent, ...], tuple[Unread, ...]]:
    """Read the denied persons from the barring sentence, else from the caption or the title."""
    first = parts.first
    captioned = caption_of(page, title)
    if first is not None and (barred := barred_in(first)):
        named = _as_captioned(first, barred, captioned)
        return named, _lacking(named)
    if captioned and first is None:
        return captioned, _lacking(captioned)
    line = 0 if first is None else first.line
    reason = (
        "nobody is named in a way that is read"
        if first is None
        else "the sentence that bars the denied persons names nobody in a way that is read"
    )
    return (), (Unread("respondents", reason, line, stated=first is not None),)


def barred_in(first: Piece) -> tuple[Respondent, ...]:
    """Read the names between the beginning of the sentence and what they may not do."""
    text = _LEAD.sub("", first.text, count=1)
    ends = [at for word in vocabulary().until if (at := text.find(word)) >= 0]
    return persons_in(text[: min(ends)], first.line) if ends else ()


def caption_of(page: Page, title: str) -> tuple[Respondent, ...]:
    """Read the persons after "In the Matter of", else those that the title names."""
    for place, paragraph in enumerate(page.paragraphs):
        if found := _MATTER.match(paragraph.text):
            below = page.paragraphs[place + 1 : place + _MOST_CAPTION]
            named = _CAPTION_TAIL.split(found[1], maxsplit=1)[0]
            return persons_in(named, paragraph.line) if named else _below(below)
    _, matter, named = title.partition("In the Matter of")
    named = _CAPTION_TAIL.split(named, maxsplit=1)[0]
    if not matter:
        _, _, named = title.partition(";")
    return persons_in(named.lstrip(": "), 0) if named else ()


def _below(paragraphs: tuple[Paragraph, ...]) -> tuple[Respondent, ...]:
    found: list[Respondent] = []
    for paragraph in paragraphs:
        persons = persons_in(paragraph.text, paragraph.line)
        if _CAPTION_ENDS.match(paragraph.text) or not persons:
            break
        found.extend(persons)
    return tuple(found)


def _as_captioned(
    first: Piece, barred: tuple[Respondent, ...], captioned: tuple[Respondent, ...]
) -> tuple[Respondent, ...]:
    """Part persons as the caption does where it names more, and the sentence bars each of them."""
    text = first.text.lower()
    more = len(captioned) > len(barred) and all(one.name.lower() in text for one in captioned)
    return captioned if more else barred


def _lacking(persons: tuple[Respondent, ...]) -> tuple[Unread, ...]:
    none = "the text gives no address in a way that is read"
    lacking = tuple(
        Unread("addresses", f"{person.name}: {none}", person.line)
        for person in persons
        if not person.addresses
    )
    mixed = tuple(
        Unread("respondents", f"{place!r} may hold another person's name", one.line, stated=True)
        for one in persons
        for place in one.addresses
        if _COMPANY.search(place)
    )
    return (*lacking, *mixed)


def otherwise_named(
    persons: tuple[Respondent, ...],
    captioned: tuple[Respondent, ...],
    convictions: tuple[Conviction, ...],
) -> tuple[str, ...]:
    """Say where the order writes a person's name in another way elsewhere."""
    elsewhere = [(who.name, "the caption") for who in captioned]
    elsewhere += [(one.who, "the sentence of conviction") for one in convictions if one.who]
    known = {_plain(name) for person in persons for name in person.names}
    known |= {_plain(", ".join(person.names)) for person in persons}
    return tuple(
        dict.fromkeys(
            f"{where} names {name!r}, the order bars {' and '.join(p.name for p in persons)!r}"
            for name, where in elsewhere
            if persons and not any(_within(_plain(name), one) for one in known)
        )
    )


def _plain(name: str) -> tuple[str, ...]:
    words = vocabulary().alias
    for alias in words:
        name = name.replace(alias, " ")
    return tuple(word.lower() for word in _WORD.findall(name))


def _within(name: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Tell whether a name is the known one, a part of it, or goes on where that one ends."""
    shorter, longer = sorted((name, known), key=len)
    ends = (longer[: len(shorter)], longer[-len(shorter) :])
    return bool(shorter) and shorter in (ends if shorter is name else ends[:1])

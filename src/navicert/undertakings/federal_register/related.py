"""Persons to whom an order is made applicable because they are related (15 CFR 766.23)."""

from __future__ import annotations

import re

from navicert.undertakings.federal_register.notice import NoticeKind, Respondent, Unread
from navicert.undertakings.federal_register.page import Paragraph
from navicert.undertakings.federal_register.persons import persons_in

_HEADING = re.compile(r"related (?:person|party|parties)s?\s?:\s*(.*)", re.IGNORECASE)
_NAMED = re.compile(
    r"\b(?:following|below|listed)\b[^.:]{0,160}\brelated (?:person|partie)s?\b[^.:]{0,120}:\s*(.*)"
    r"|\brelated persons?\b[^.:]{0,80}\b(?:are|is|namely|as follows|following)\s?:\s*(.*)",
    re.IGNORECASE,
)
_SPOKEN_OF = re.compile(
    r"\b(?:made|named|added|designated|listed|identified)\b[^.]{0,80}\bas (?:a )?related persons?\b"
    r"|\bis a related person\b|\bare related persons\b",
    re.IGNORECASE,
)
_AFTER = 60
"""Paragraphs after a heading that may each name one more person."""
_LONGEST = 600


def related_in(
    paragraphs: tuple[Paragraph, ...], kind: NoticeKind | None, barred: tuple[Respondent, ...]
) -> tuple[tuple[Respondent, ...], tuple[Unread, ...]]:
    """Give the related persons; where the text speaks of some and names none readably, say so.

    An order under 766.23 alone bars them in its first sentence: they are those whom it bars.
    """
    if kind is NoticeKind.RELATED:
        return barred, ()
    found = [p for n, _ in enumerate(paragraphs) for p in _listed(paragraphs[n : n + _AFTER])]
    if found:
        return tuple({person.name: person for person in found}.values()), ()
    spoken = next((p for p in paragraphs if _SPOKEN_OF.search(p.text)), None)
    if spoken is None:
        return (), ()
    reason = "the text speaks of related persons and does not list them in a way that is read"
    return (), (Unread("related_persons", reason, spoken.line, stated=True),)


def _listed(paragraphs: tuple[Paragraph, ...]) -> tuple[Respondent, ...]:
    """Read the persons after a heading: on its line, or one a paragraph below it."""
    head = paragraphs[0]
    match = _HEADING.match(head.text) or _NAMED.search(head.text)
    if match is None:
        return ()
    beside = next((group for group in match.groups() if group), "")
    if beside:
        return persons_in(beside, head.line)
    found: list[Respondent] = []
    for paragraph in paragraphs[1:]:
        persons = persons_in(paragraph.text, paragraph.line)
        if len(paragraph.text) > _LONGEST or not persons:
            break
        found.extend(persons)
    return tuple(found)

"""Of which kind an order is, and what a notice is that is none."""

from __future__ import annotations

import re
from collections.abc import Iterable

from navicert.undertakings.federal_register.notice import NoticeKind, OtherNotice
from navicert.undertakings.federal_register.operative import Parts
from navicert.undertakings.federal_register.page import Page
from navicert.undertakings.federal_register.vocabulary import KindWords, vocabulary

OPENING = 6_000
"""Characters before the ordering part in which the words of a kind count."""
_TITLE = re.compile(
    r"\border\b.{0,200}|action affecting export privileges.{0,400}|\bdenial\b.{0,200}",
    re.IGNORECASE,
)
_LONGEST_TITLE = 600
_SENTENCE = re.compile(r"\b(?:is|are|was|were|shall|has|have|may)\b|\. [A-Z][a-z]+ [a-z]")
_EXPORT_PRIVILEGES = re.compile(r"export(?:ing)? privileges", re.IGNORECASE)
_BEGINNING = 3_000


def title_of(parts: Parts) -> tuple[str, int]:
    """Give the title and its line: a line before the body that names an order and no sentence."""
    for paragraph in parts.opening[:40]:
        text = paragraph.text
        low = text.lower()
        within = any(words in low for words in ("; order ", "export privileges", "denial order"))
        is_title = _TITLE.match(text) or (within and ";" in text)
        if is_title and len(text) <= _LONGEST_TITLE and not _SENTENCE.search(text):
            return text, paragraph.line
    return "", 0


def kind_of(title: str, parts: Parts) -> NoticeKind | None:
    """Give the kind whose words the title has first, else the first whose words stand elsewhere."""
    if titled := _of_title(title.lower()):
        return titled
    opening = "\n".join(p.text for p in parts.opening)[:OPENING].lower()
    ordered = "\n".join(p.text for p in parts.pieces)[: OPENING * 2].lower()
    for words in vocabulary().kinds:
        if _fits(words, opening, ordered):
            return words.kind
    return None


def _of_title(low: str) -> NoticeKind | None:
    """Give the kind that the title names first: a modification of a renewal is no renewal."""
    found = [
        (low.find(phrase), -len(phrase), words.kind)
        for words in vocabulary().kinds
        for phrase in words.title
        if phrase in low
    ]
    return min(found)[2] if found else None


def _fits(words: KindWords, opening: str, ordered: str) -> bool:
    return _any(words.opening, opening) or _any(words.ordered, ordered)


def _any(phrases: Iterable[str], text: str) -> bool:
    return any(phrase in text for phrase in phrases)


def is_order(parts: Parts, title: str) -> bool:
    """Tell whether the text orders something on export privileges."""
    if parts.first is not None:
        return True
    said = "\n".join(piece.text for piece in parts.pieces)[:OPENING]
    return bool(parts.pieces) and bool(
        _EXPORT_PRIVILEGES.search(f"{title}\n{said}") or "denial order" in f"{title}{said}".lower()
    )


def other_notice(page: Page, document: str) -> OtherNotice:
    """Say what a document is that orders nothing on export privileges."""
    text = page.text_until(_BEGINNING)
    low = text.lower()
    found = [
        (low.find(phrase), -len(phrase), what)
        for what, phrases in vocabulary().others
        for phrase in phrases
        if phrase in low
    ]
    what = min(found)[2] if found else "notice of another kind"
    first = page.paragraphs[0] if page.paragraphs else None
    line, beginning = (first.line, first.text[:120]) if first else (0, "")
    return OtherNotice(document, what, line, beginning)

"""Under which paragraphs of an exception a case is: those that it names, or speaks of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from navicert.law.edition import Edition
from navicert.law.tables.exception_questions import Question
from navicert.law.tables.license_exceptions import Way, lies_within
from navicert.terms.exception_symbol import SECTIONS
from navicert.terms.truth import Truth


def paragraphs(
    symbol: str, facts: Mapping[str, Any], spoken: set[str], edition: Edition
) -> dict[str, Truth]:
    """Answer no to every paragraph that a case is not under.

    ``spoken`` are the slugs and figures that its facts give. What a case does not classify is
    none of the items that a paragraph singles out by their entry, unless it speaks of that one.
    """
    ways = edition.exception_terms(symbol).ways
    named = str(facts.get("paragraph", SECTIONS[symbol]))
    inside = [way for way in ways if _is_in(way, named)]
    here = inside or list(ways)
    meant = [way for way in here if spoken & _words(way)] or here
    chosen = {way.selector.slug for way in meant if way.selector}
    closed = {way.selector.slug for way in ways if way.selector} - chosen
    if facts.get("eccn") is None and not (inside and "paragraph" in facts):
        special = (way for way in ways if way.reach.eccns and not spoken & _own(way, ways))
        closed |= {f"{symbol}.{_short(way)}" for way in special}
    return dict.fromkeys(sorted(closed), Truth.NO)


def _short(way: Way) -> str:
    return way.citation.removeprefix("15 CFR ")


def _is_in(way: Way, paragraph: str) -> bool:
    return lies_within(_short(way), paragraph) or lies_within(paragraph, _short(way))


def _own(way: Way, ways: tuple[Way, ...]) -> set[str]:
    """The words that no paragraph of another selector has."""
    others = (_words(one) for one in ways if one.selector != way.selector)
    return _words(way).difference(*others)


def _words(way: Way) -> set[str]:
    """The slugs and figures of a paragraph's own conditions."""
    asked: list[Question] = [*way.questions, *(bar.question for bar in way.exclusions)]
    asked += [way.selector] if way.selector else []
    return {word for one in asked for word in (one.slug, one.figure) if word}

"""How a match came about, in words that a person can check."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from navicert.facts.listing import NameKind
from navicert.facts.standing import Strength
from navicert.parties.screening.navicert_1.card import VERSION
from navicert.parties.screening.navicert_1.meeting import Meeting

_MOST_OTHERS = 3

_CALLED: Mapping[NameKind, str] = {
    NameKind.ALIAS: "alias",
    NameKind.WEAK: "weak alias",
    NameKind.FORMER: "former name",
}


def weighed(result: Meeting, kind: NameKind) -> Meeting:
    """Take a name that the list itself calls weak for near at most."""
    if kind is not NameKind.WEAK or result.strength is Strength.NEAR:
        return result
    return replace(result, strength=Strength.NEAR, score=min(result.score, 0.95))


def sentence(
    asked: str, listed: tuple[str, NameKind], result: Meeting, notes: tuple[str, ...]
) -> str:
    """Say which name met which, and why; ``listed`` is the listed name with its kind."""
    text, kind = listed
    called = "" if kind is NameKind.PRIMARY else f" ({_CALLED[kind]})"
    parts = (f"{asked!r} met {text!r}{called}: {result.how}", *filter(None, notes))
    return f"{'; '.join(parts)} [{VERSION}]"


def others(texts: tuple[str, ...]) -> str:
    """Name the other listed names that the party met, the first few of them."""
    if not texts:
        return ""
    shown = ", ".join(repr(text) for text in texts[:_MOST_OTHERS])
    more = len(texts) - _MOST_OTHERS
    return f"also met {shown}" + (f" and {more} more" if more > 0 else "")

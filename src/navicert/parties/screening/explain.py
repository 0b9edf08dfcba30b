"""How a match came about, in words that a person can check."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from navicert.facts.listing import Listing, NameKind
from navicert.facts.party import Party
from navicert.facts.standing import Strength
from navicert.parties.screening.compare import VERSION, Comparison

_MOST_OTHERS = 3

_CALLED: Mapping[NameKind, str] = {
    NameKind.ALIAS: "alias",
    NameKind.WEAK: "weak alias",
    NameKind.FORMER: "former name",
}


def weighed(result: Comparison, kind: NameKind) -> Comparison:
    """Take a name that the list itself calls weak for near at most."""
    if kind is not NameKind.WEAK or result.strength is Strength.NEAR:
        return result
    return replace(result, strength=Strength.NEAR, score=min(result.score, 0.95))


def sentence(
    asked: str, listed: tuple[str, NameKind], result: Comparison, notes: tuple[str, ...]
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


def country(party: Party, listing: Listing) -> str:
    """Say where the countries contradict each other; the match stands all the same."""
    where = party.address.country
    if where is None or not listing.countries or where in listing.countries:
        return ""
    listed = ", ".join(listing.countries)
    return f"the party is in {where}, the list gives {listed}: that does not clear it"

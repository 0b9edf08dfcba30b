"""Identifiers side by side: the same strong number decides, and different ones say little."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import OSA

from navicert.facts.identifier import Identifier
from navicert.facts.listing import Listing
from navicert.facts.party import Party
from navicert.parties.screening.evidence import evidence, marks
from navicert.parties.screening.evidence.countries import are_akin
from navicert.parties.screening.evidence.evidence import Evidence
from navicert.terms import identifier_kind
from navicert.terms.identifier_kind import IdentifierKind

_DIFFERS = "identifier_differs"
_ISSUED = frozenset(
    {
        IdentifierKind.PASSPORT,
        IdentifierKind.NATIONAL_ID,
        IdentifierKind.TAX_ID,
        IdentifierKind.REGISTRATION,
    }
)
"""Kinds that every country numbers for itself."""


_WORDS_TOO = frozenset({IdentifierKind.EMAIL, IdentifierKind.WEBSITE, IdentifierKind.BIC})
"""Kinds that need no figure in them."""


def weigh(party: Party, listing: Listing) -> tuple[Evidence, ...]:
    """Compare every number of the party with every number of the list; what decides comes first.

    Of one kind at most one contradiction is told, and none where a number of the kind agrees.
    """
    ours, theirs = _told(party.identifiers), _told(listing.identifiers)
    agreeing: dict[str, Evidence] = {}
    met: set[IdentifierKind] = set()
    for one in ours:
        for other in theirs:
            if found := _agreement(one, other):
                agreeing.setdefault(marks.key_of(one), found)
                met.update((one.kind, other.kind))
    against = (found for found in _contradictions(ours, theirs) if found[0] not in met)
    all_ = (*agreeing.values(), *(found for _, found in against))
    return tuple(sorted(all_, key=lambda found: -found.points))


def _told(all_: tuple[Identifier, ...]) -> tuple[Identifier, ...]:
    return tuple(
        one
        for one in dict.fromkeys(all_)
        if (key := marks.key_of(one)) and (one.kind in _WORDS_TOO or not marks.is_empty(key))
    )


def _agreement(one: Identifier, other: Identifier) -> Evidence | None:
    if IdentifierKind.OTHER not in {one.kind, other.kind} and one.kind is not other.kind:
        return None
    kind = one.kind if other.kind is IdentifierKind.OTHER else other.kind
    left, right = marks.key_of(one), marks.key_of(other)
    name = identifier_kind.format(kind)
    if left == right:
        case, note = _same(one, other, kind)
        return evidence.of("identifier", case, f"the same {name}, {left}{note}")
    if kind in identifier_kind.STRONG and _is_slip(one, other):
        text = f"{name} {left}, the list says {right}: one figure apart"
        return evidence.of("identifier", "one_figure", text)
    return None


def _same(one: Identifier, other: Identifier, kind: IdentifierKind) -> tuple[str, str]:
    """Say what the same number is worth, and why no more where it does not decide."""
    if kind not in identifier_kind.STRONG:
        return "supports", ""
    if not (marks.is_valid(one) and marks.is_valid(other)):
        return "supports", ", which fails its own check"
    if kind in _ISSUED:
        if not _may_share_issuer(one, other):
            return "other_country", f", of {one.country} here and of {other.country} on the list"
        told = one.country is not None and other.country is not None
        short = len(marks.key_of(one)) < evidence.points_of("identifier_length", "decides")
        if short and not told:
            return "supports", ", which is short and of no known country"
    return "decides", ""


def _is_slip(one: Identifier, other: Identifier) -> bool:
    """Tell one figure typed wrong: not where both pass a check that would have caught it."""
    left, right = marks.key_of(one), marks.key_of(other)
    if min(len(left), len(right)) < evidence.points_of("identifier_length", "one_figure"):
        return False
    checked = one.kind in {IdentifierKind.IMO, IdentifierKind.LEI}
    if checked and marks.is_valid(one) and marks.is_valid(other):
        return False
    return _may_share_issuer(one, other) and OSA.distance(left, right, score_cutoff=1) == 1


def _contradictions(
    ours: tuple[Identifier, ...], theirs: tuple[Identifier, ...]
) -> Iterator[tuple[IdentifierKind, Evidence]]:
    for kind in sorted({one.kind for one in ours} & {one.kind for one in theirs}):
        left = tuple(one for one in ours if one.kind is kind and marks.is_valid(one))
        right = tuple(one for one in theirs if one.kind is kind and marks.is_valid(one))
        if kind in _weighed() and left and right and _one_issuer(kind, left, right):
            said = ", ".join(marks.key_of(one) for one in right[:3])
            name = identifier_kind.format(kind)
            text = f"{name} {marks.key_of(left[0])}, the list says {said}: another"
            yield kind, evidence.of("identifier", kind.value, text, table=_DIFFERS)


def _one_issuer(
    kind: IdentifierKind, left: tuple[Identifier, ...], right: tuple[Identifier, ...]
) -> bool:
    """Tell whether two numbers come from one country, where each country counts for itself."""
    if kind not in _ISSUED:
        return True
    return any(
        a.country is not None and b.country is not None and _may_share_issuer(a, b)
        for a in left
        for b in right
    )


def _may_share_issuer(one: Identifier, other: Identifier) -> bool:
    left, right = one.country, other.country
    return left is None or right is None or left == right or are_akin(left, right)


def _weighed() -> frozenset[str]:
    return evidence.cases_of(_DIFFERS)

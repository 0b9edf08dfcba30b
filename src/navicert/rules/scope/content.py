"""Controlled US content: which pieces count to a destination, and why (Supp. 2(a) to part 734)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from navicert.errors import LawNotCovered
from navicert.facts.item import Item, ItemKind, Part
from navicert.law.edition import Edition
from navicert.law.tables.de_minimis import Relief
from navicert.rules.classification.reasons import reasons_for_control
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.rules.scope.bill import Group
from navicert.terms.truth import Truth, any_of, parse


@dataclass(frozen=True, slots=True)
class Judged:
    """Whether the pieces of a group are controlled content for a destination, and why.

    ``incorporated`` tells whether they enter the computation at all: a separate item, or what
    is not of US origin, does not.
    """

    group: Group
    incorporated: Truth
    counts: Truth
    why: str
    labels: tuple[str, ...] = ()
    missing: tuple[MissingFact, ...] = ()


def incorporated(group: Group, kind: ItemKind, edition: Edition) -> tuple[Truth, str]:
    """Tell whether the pieces are incorporated, bundled or commingled in an item of a kind."""
    part = group.part
    if group.is_foreign:
        return Truth.NO, f"not of US origin ({part.origin})"
    if part.kind is kind:
        return Truth.YES, ""
    if kind is ItemKind.COMMODITY and part.kind is ItemKind.SOFTWARE:
        return _bundled(part, edition)
    what = {
        ItemKind.COMMODITY: "technology used to design or make a commodity is not part of it",
        ItemKind.SOFTWARE: "only software is commingled with software",
        ItemKind.TECHNOLOGY: "only technology is commingled with technology",
    }
    return Truth.NO, what[kind]


def _bundled(part: Part, edition: Edition) -> tuple[Truth, str]:
    """Bundled software enters a commodity's computation when AT is its only reason, or none."""
    if not part.bundled:
        return Truth.NO, "software that is not bundled with the commodity is an item of its own"
    if part.eccn is None:
        return Truth.UNKNOWN, "bundled software without a classification"
    allowed = edition.de_minimis().reasons_of_bundled_software
    within = ~any_of(
        holds for reason, holds in _reasons(part, edition).items() if reason not in allowed
    )
    why = "" if within is Truth.YES else "bundled software controlled for more is its own item"
    return within, why


def _reasons(part: Part, edition: Edition) -> dict[str, Truth]:
    """Give the reasons for which the very part is controlled; UNKNOWN ones where it is not sure."""
    if part.eccn is None or part.eccn.is_ear99:
        return {}
    try:
        entry = edition.entry(part.eccn.symbol)
    except (LawNotCovered, KeyError):
        return {"the entry": Truth.UNKNOWN}
    item = Item(
        part.name,
        part.kind,
        part.eccn,
        for_items=part.for_items,
        characteristics=part.characteristics,
    )
    return reasons_for_control(item, entry, edition)


def has_only(part: Part, reasons: frozenset[str], edition: Edition) -> Truth:
    """Tell whether a whole entry gives no other reasons for control; EAR99 gives none at all."""
    if part.eccn is None:
        return Truth.UNKNOWN
    if part.eccn.is_ear99:
        return Truth.YES
    try:
        rows = edition.entry(part.eccn.symbol).rows
    except (LawNotCovered, KeyError):
        return Truth.UNKNOWN
    return parse(bool(rows) and all(row.reason in reasons for row in rows))


def relieved(
    findings: Iterable[Finding], part: Part, exported_from: str | None, edition: Edition
) -> tuple[Finding, ...]:
    """Leave out requirements of part 746 that do not count for items from partner countries."""
    kept = tuple(findings)
    for relief in edition.de_minimis().reliefs:
        if any(one.label in relief.not_used for one in kept):
            kept = _without(relief, kept, _reached(relief, part, exported_from, edition))
    return kept


def _reached(relief: Relief, part: Part, exported_from: str | None, edition: Edition) -> Truth:
    law = edition.de_minimis()
    there = None if exported_from is None else law.partner(exported_from, edition.day)
    named = part.eccn is not None and part.eccn.symbol in relief.also
    return parse(there) & (parse(named) | has_only(part, relief.reasons, edition))


def _without(relief: Relief, findings: tuple[Finding, ...], reached: Truth) -> tuple[Finding, ...]:
    if reached is Truth.NO:
        return findings
    if reached is Truth.YES:
        return tuple(one for one in findings if one.label not in relief.not_used)
    asked = MissingFact("from", "From which country is the item exported?", relief.citation)
    return tuple(_maybe(one, asked) if one.label in relief.not_used else one for one in findings)


def _maybe(finding: Finding, asked: MissingFact) -> Finding:
    return Finding(
        finding.kind,
        finding.holds & Truth.UNKNOWN,
        finding.citation,
        finding.triggered_by,
        label=finding.label,
        reason=finding.reason,
        missing=(*finding.missing, asked),
    )


def counted(
    findings: Iterable[Finding], gbs: Truth, edition: Edition
) -> tuple[Truth, str, tuple[str, ...], tuple[MissingFact, ...]]:
    """Tell from what was found for a piece whether it would need a license there.

    ``gbs`` is whether License Exception GBS would take it; LVS, STA and the others do not matter.
    """
    left_out = edition.de_minimis().reasons_not_counted
    ask = {FindingKind.REQUIREMENT, FindingKind.CLASSIFICATION}
    asked = [
        one for one in findings
        if one.kind in ask and one.holds is not Truth.NO and one.reason not in left_out
    ]  # fmt: skip
    holds = any_of(one.holds for one in asked)
    labels = tuple(dict.fromkeys(one.label for one in asked if one.label))
    missing = tuple(fact for one in asked if one.holds is Truth.UNKNOWN for fact in one.missing)
    if holds is Truth.NO:
        return holds, "needs no license there (NLR)", (), ()
    if gbs is Truth.YES:
        return Truth.NO, f"may go under License Exception GBS ({', '.join(labels)})", labels, ()
    sure = holds & ~gbs
    if sure is Truth.YES:
        return sure, f"needs a license there: {', '.join(labels)}", labels, ()
    return (
        sure,
        f"may need a license there: {', '.join(labels) or 'not classified'}",
        labels,
        missing,
    )

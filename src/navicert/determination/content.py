"""The de minimis computation: each piece is asked for once a destination (15 CFR 734.4).

What a piece needs hangs on its classification, kind, characteristics and the destination alone, so
that pieces which share these are asked once, however many they are.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace

from navicert.errors import LawNotCovered
from navicert.facts.destination import Destination
from navicert.facts.item import Item, Line, Part
from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition
from navicert.law.likeness import likeness
from navicert.rules.classification.reasons import reasons_for_control
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.rules.license_exceptions.case import Availability, ExceptionCase
from navicert.rules.license_exceptions.gbs import gbs
from navicert.rules.matter import Matter
from navicert.rules.scope import de_minimis
from navicert.rules.scope.bill import Group, Product
from navicert.rules.scope.content import Judged, counted, incorporated, relieved
from navicert.rules.scope.de_minimis import Computation
from navicert.terms.activity import Activity
from navicert.terms.truth import Truth, any_of

LicenseFindings = Callable[[Transaction, Item, Edition], tuple[Matter, tuple[Finding, ...]]]
"""What an item needs to a destination under the Country Chart, the entry, and part 746."""

Verdict = tuple[Truth, str, tuple[str, ...], tuple[MissingFact, ...]]
Verdicts = dict[Hashable, Verdict]
"""What was found in one computation, by what the law tells apart of destinations and pieces."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Whom to ask what a piece needs, and what was found before in the same computation."""

    ask: LicenseFindings
    verdicts: Verdicts


@dataclass(frozen=True, slots=True)
class DeMinimis:
    """The answer for one destination; ``subject`` is whether US content makes the item subject."""

    destination: Destination
    subject: Truth
    computed: Computation
    findings: tuple[Finding, ...]

    @property
    def has_level(self) -> Truth:
        """Whether the item has a de minimis level there at all (734.4(a), (b))."""
        barred = (one.holds for one in self.findings if one.label.startswith(NO_LEVEL))
        return ~any_of(barred)


NO_LEVEL = ("734.4(a)", "734.4(b)")
"""Labels of findings that leave no level."""


def de_minimis_to(
    product: Product, transaction: Transaction, edition: Edition, asking: Asking
) -> DeMinimis:
    """Compute the content for the transaction's destination, and hold it against the law."""
    try:
        edition.de_minimis()
    except LawNotCovered as gap:
        return _not_covered(product, transaction, edition, gap)
    to = transaction.destination
    asked = _Asked(
        _without_parties(transaction), edition, likeness(to.country, to.region, edition), asking
    )
    judged = tuple(_judged(group, product, asked) for group in product.groups)
    computed = Computation(product, judged, transaction, edition)
    findings = (
        *de_minimis.without_level(computed),
        *de_minimis.encryption(computed),
        *de_minimis.unclassified_content(computed),
        *de_minimis.above_level(computed),
        *de_minimis.one_time_report(computed),
    )
    subject = any_of(one.holds for one in findings if one.kind is FindingKind.SCOPE)
    return DeMinimis(transaction.destination, subject, computed, findings)


@dataclass(frozen=True, slots=True)
class _Asked:
    """One destination: how it is reached, the law, what it is like, and whom to ask."""

    transaction: Transaction
    edition: Edition
    like: Hashable
    asking: Asking


def _without_parties(transaction: Transaction) -> Transaction:
    """Content is controlled by item and destination: parties and part 744 have no say."""
    return replace(
        transaction,
        activity=Activity.REEXPORT,
        parties=(),
        answers={},
        ofac_authorization="",
        release_nationality=None,
    )


def _judged(group: Group, product: Product, asked: _Asked) -> Judged:
    into, why_not = incorporated(group, product.kind, asked.edition)
    if into is Truth.NO:
        return Judged(group, into, Truth.NO, why_not)
    part = group.part
    if part.eccn is None:
        return Judged(group, into, Truth.UNKNOWN, "its classification is not stated")
    said = tuple(part.characteristics.items())
    key = (asked.like, part.eccn, part.kind, part.category, part.for_items, said)
    verdicts = asked.asking.verdicts
    if key not in verdicts:
        verdicts[key] = _verdict(part, asked)
    counts, why, labels, missing = verdicts[key]
    if part.origin is None and counts is not Truth.NO:
        counts, why = Truth.UNKNOWN, f"its origin is not stated; if it is the US, it {why}"
    return Judged(group, into, counts, why, labels, missing)


def _verdict(part: Part, asked: _Asked) -> Verdict:
    transaction, edition = asked.transaction, asked.edition
    item = Item(
        name=part.name,
        kind=part.kind,
        eccn=part.eccn,
        for_items=part.for_items,
        origin="US",
        category=part.category,
        characteristics=part.characteristics,
    )
    matter, found = asked.asking.ask(transaction, item, edition)
    left = relieved(found, part, transaction.exported_from, edition)
    return counted(left, _gbs(matter, left), edition)


def _gbs(matter: Matter, found: tuple[Finding, ...]) -> Truth:
    """Whether License Exception GBS would take the piece; asked only where its entry allows it."""
    symbol = "GBS"
    requirements = tuple(one for one in found if one.kind is FindingKind.REQUIREMENT)
    lines = matter.entry.eligibility_for(symbol) if matter.entry and requirements else ()
    if matter.entry is None or not any(line.allowed for line in lines):
        return Truth.NO
    reasons = reasons_for_control(matter.item, matter.entry, matter.edition)
    answer = gbs(
        ExceptionCase(
            transaction=matter.transaction,
            line=Line(1, matter.item),
            requirements=requirements,
            entry=matter.entry,
            groups=_groups(matter),
            controlled_for=frozenset(one for one, it in reasons.items() if it is Truth.YES),
            maybe_controlled_for=frozenset(
                one for one, it in reasons.items() if it is Truth.UNKNOWN
            ),
            unverified_party=Truth.NO,
            entity_list_party=Truth.NO,
            worth=(),
        ),
        matter.edition,
    )
    left = {one.label for one in requirements} - answer.overcomes
    if left or answer.availability is Availability.UNAVAILABLE:
        return Truth.NO
    return Truth.YES if answer.availability is Availability.AVAILABLE else Truth.UNKNOWN


def _groups(matter: Matter) -> frozenset[str] | None:
    try:
        return matter.edition.groups_of(matter.destination.country)
    except LawNotCovered:
        return None


def _not_covered(
    product: Product, transaction: Transaction, edition: Edition, gap: LawNotCovered
) -> DeMinimis:
    missing = (MissingFact("law", f"{gap}. What was the level then?", "15 CFR 734.4"),)
    finding = Finding(FindingKind.SCOPE, Truth.UNKNOWN, "15 CFR 734.4", str(gap), missing=missing)
    computed = Computation(product, (), transaction, edition)
    return DeMinimis(transaction.destination, Truth.UNKNOWN, computed, (finding,))

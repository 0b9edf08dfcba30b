"""Where may a foreign-made item go: its US content against the level of each destination."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from navicert.determination.content import DeMinimis, Verdicts
from navicert.determination.steps import de_minimis_for
from navicert.facts.destination import Destination, OccupiedRegion
from navicert.facts.end_use import EndUse, EndUseKind
from navicert.facts.item import Item, Line
from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition, Law
from navicert.rules.scope.bill import Product, product_of
from navicert.rules.scope.content import Judged
from navicert.rules.scope.de_minimis import percent
from navicert.rules.scope.territories import made_at_home
from navicert.terms.activity import Activity
from navicert.terms.truth import Truth

US, UKRAINE, ELSEWHERE = "US", "UA", "elsewhere"
LARGEST = 5
"""Counted parts that an answer names without being asked to explain."""
_PLACES = Decimal("0.0001")

Document = dict[str, object]


@dataclass(frozen=True, slots=True)
class Request:
    """A foreign-made item with its bill of materials, where it may go, and when.

    ``exported_from`` is the country that it leaves, None for where it was made. No destination
    stands for every one of the Country Chart.
    """

    item: Item
    day: date
    destinations: tuple[Destination, ...] = ()
    exported_from: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The computation for each destination; civil use is taken for granted, parties are nobody."""

    product: Product
    day: date
    exported_from: str | None
    digest: str
    answers: tuple[DeMinimis, ...]


def compute(request: Request, law: Law) -> Answer:
    """Compute the US content for each destination; the bill is taken apart once."""
    edition = law.open_at(request.day)
    product = product_of(made_at_home(request.item, edition))
    leaves = request.exported_from or request.item.origin
    places = request.destinations or tuple(every_destination(edition))
    known: Verdicts = {}
    answers = tuple(
        de_minimis_for(product, _reexport(request, to, leaves), edition, known) for to in places
    )
    return Answer(product, request.day, leaves, edition.digest, answers)


def every_destination(edition: Edition) -> Iterator[Destination]:
    """Give every country of the Country Chart, and the occupied regions of Ukraine."""
    for country in sorted(edition.tables.country_chart.rows):
        if country == UKRAINE:
            yield Destination(country, ELSEWHERE)
            yield from (Destination(country, region.value) for region in OccupiedRegion)
        elif country != US:
            yield Destination(country)


def destination_of(country: str, region: str = "") -> Destination:
    """Give a destination; Ukraine without a region is what is not occupied."""
    return Destination(country, region or (ELSEWHERE if country == UKRAINE else None))


def _reexport(request: Request, to: Destination, leaves: str | None) -> Transaction:
    """A reexport for civil use: who takes part has no say in what content is controlled."""
    return Transaction(
        reference=request.item.name,
        day=request.day,
        activity=Activity.REEXPORT,
        exported_from=leaves,
        destination=to,
        lines=(Line(1, request.item),),
        end_use=EndUse(EndUseKind.CIVIL),
    )


def document(answer: Answer) -> Document:
    """Write an answer as plain data; amounts are text, so that no digit is lost."""
    item = answer.product.item
    return {
        "product": {
            "name": item.name,
            "eccn": str(item.eccn) if item.eccn else None,
            "kind": answer.product.kind.value,
            "made_in": item.origin,
            "exported_from": answer.exported_from,
            "value": _amount(answer.product.worth),
            "currency": currency(answer),
            "pieces": sum(len(group.pieces) for group in answer.product.groups),
        },
        "day": answer.day.isoformat(),
        "law_digest": answer.digest,
        "destinations": [_row(one) for one in answer.answers],
    }


def explained(found: DeMinimis) -> Document:
    """Write one destination with every part that counts, may count or drops out, and why."""
    parts = [_part(judged, at) for judged in found.computed.judged for at in _each(judged)]
    return {**_row(found), "parts": parts}


def currency(answer: Answer) -> str:
    """Give the currency of the whole computation."""
    value = answer.product.item.value
    return value.currency if value else ""


def largest(found: DeMinimis, most: int = LARGEST) -> list[Judged]:
    """Give the groups of parts that count, or may count, by their value."""
    content = [
        one for one in found.computed.content if (one.incorporated & one.counts) is not Truth.NO
    ]
    return sorted(content, key=lambda one: -one.group.value)[:most]


def shares(found: DeMinimis) -> tuple[Decimal | None, Decimal | None]:
    """Give the controlled content in percent, what is certain and what it may be at worst."""
    worth = found.computed.product.worth
    return percent(found.computed.least, worth), percent(found.computed.most, worth)


def threshold(found: DeMinimis) -> Decimal | None:
    """Give the level in percent: zero where there is none, None where the law is not known."""
    if not found.computed.judged and found.subject is Truth.UNKNOWN:
        return None
    return Decimal(0) if found.has_level is Truth.NO else found.computed.level.percent


def _row(found: DeMinimis) -> Document:
    least, most = shares(found)
    computed = found.computed
    return {
        "destination": str(found.destination),
        "subject_to_the_ear": found.subject.value,
        "level_percent": _amount(threshold(found)),
        "controlled_content": {
            "least": _amount(computed.least),
            "most": _amount(computed.most),
            "least_percent": _amount(least),
            "most_percent": _amount(most),
        },
        "grounds": [
            {
                "label": one.label,
                "holds": one.holds.value,
                "citation": one.citation,
                "says": one.plain or one.triggered_by,
            }
            for one in found.findings
        ],
        "largest": [_brief(one) for one in largest(found)],
        "missing": [
            {"fact": fact.fact, "question": fact.question, "citation": fact.citation}
            for one in found.findings
            for fact in one.missing
        ],
    }


def _brief(one: Judged) -> Document:
    part = one.group.part
    return {
        "name": part.name,
        "eccn": str(part.eccn) if part.eccn else None,
        "parts": len(one.group.pieces),
        "value": _amount(one.group.value),
        "counts": (one.incorporated & one.counts).value,
        "why": one.why,
    }


def _each(judged: Judged) -> range:
    return range(len(judged.group.pieces))


def _part(judged: Judged, at: int) -> Mapping[str, object]:
    piece = judged.group.pieces[at]
    part = piece.part
    return {
        "name": part.name,
        "eccn": str(part.eccn) if part.eccn else None,
        "origin": part.origin,
        "kind": part.kind.value,
        "quantity": _amount(piece.quantity),
        "value": _amount(piece.value),
        "counts": (judged.incorporated & judged.counts).value,
        "why": judged.why,
        "labels": list(judged.labels),
    }


def _amount(value: Decimal | None) -> str | None:
    if value is None:
        return None
    short = value.quantize(_PLACES, ROUND_HALF_UP).normalize()
    return f"{short:f}"

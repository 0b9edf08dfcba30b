"""Judge an inventory: what federal money may not buy or use, by part, and what is not known."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from navicert.casework.law_lists import law_lists
from navicert.determination.report import register_document
from navicert.facts.equipment import Equipment, Maker, Purchase
from navicert.facts.ownership import RegisterAsked
from navicert.law.edition import Edition, Law
from navicert.law.tables.procurement import Part
from navicert.parties.makers.holdings import StatedStakes
from navicert.parties.makers.ties import Makers, Thresholds
from navicert.parties.ownership.above import Above
from navicert.parties.watch import Watch
from navicert.rules.finding import Finding
from navicert.rules.procurement.bans import bans
from navicert.terms.list_code import ListCode
from navicert.terms.truth import Truth

LISTS = frozenset({ListCode.FCC.value, ListCode.S889.value})
CAVEAT = "This is not legal advice."

Step = Callable[[str, int, int], None]
Document = dict[str, object]


class Verdict(StrEnum):
    """What becomes of one thing, the gravest first."""

    BARRED = "barred"
    OPEN = "open"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class Request:
    """An inventory, who owns whom as far as stated or registered, and the day that counts."""

    inventory: tuple[Equipment, ...]
    above: Above
    day: date


@dataclass(frozen=True, slots=True)
class Judged:
    """One thing with its maker and what the five parts say of it."""

    thing: Equipment
    maker: Maker
    findings: tuple[Finding, ...]

    @property
    def verdict(self) -> Verdict:
        """Give the gravest of its findings."""
        told = {one.holds for one in self.findings}
        if Truth.YES in told:
            return Verdict.BARRED
        return Verdict.OPEN if Truth.UNKNOWN in told else Verdict.FREE


@dataclass(frozen=True, slots=True)
class Answer:
    """The whole inventory, judged; ``parts`` are those of the law, ``digest`` is its own.

    ``registers`` were asked for owners; ``doubts`` say of whom they could not tell.
    """

    day: date
    digest: str
    judged: tuple[Judged, ...]
    parts: tuple[Part, ...]
    registers: tuple[RegisterAsked, ...] = ()
    doubts: tuple[str, ...] = ()

    def since(self, found: Finding) -> date:
        """Give the day from which a part reaches the company of a finding, or any at all."""
        part = next(one for one in self.parts if one.id == found.label)
        return part.named.get(found.reason, part.since)

    def count(self, verdict: Verdict) -> int:
        """Count the things of one verdict."""
        return sum(one.verdict is verdict for one in self.judged)


def judge(request: Request, law: Law, step: Step | None = None) -> Answer:
    """Judge an inventory; LawNotCovered for a day before section 889."""
    edition = law.open_at(request.day)
    makers = _Asked(_makers(request, edition), {})
    judged: list[Judged] = []
    for done, thing in enumerate(request.inventory, 1):
        maker = makers.of(thing)
        judged.append(Judged(thing, maker, bans(Purchase(thing, maker), edition)))
        if step is not None:
            step("judging", done, len(request.inventory))
    return Answer(
        request.day,
        edition.digest,
        tuple(judged),
        edition.procurement().parts,
        request.above.asked,
        request.above.doubts,
    )


@dataclass(frozen=True, slots=True)
class _Asked:
    """Makers, each asked once: an inventory names the same few again and again."""

    makers: Makers
    known: dict[tuple[str | None, str | None], Maker]

    def of(self, thing: Equipment) -> Maker:
        """Give the maker of a thing."""
        key = thing.manufacturer, thing.brand
        if key not in self.known:
            self.known[key] = self.makers.maker(*key)
        return self.known[key]


def _makers(request: Request, edition: Edition) -> Makers:
    """Ask the lists as of their last day: which day counts is for the rules to say."""
    lists = [one for one in law_lists() if one.code in LISTS]
    last = max(one.as_of for one in lists if one.as_of)
    limits = edition.procurement().ownership
    return Makers(
        Watch.of(lists),
        max(last, request.day),
        StatedStakes.of(request.above.stakes),
        Thresholds(limits.subsidiary_above, limits.affiliate_above),
    )


def document(answer: Answer) -> Document:
    """Give the answer as plain data for JSON."""
    return {
        "day": answer.day.isoformat(),
        "law_digest": answer.digest,
        "totals": {one.value: answer.count(one) for one in Verdict},
        "assets": [_asset(one, answer) for one in answer.judged],
        "registers": [register_document(one) for one in answer.registers],
        "doubts": list(answer.doubts),
        "note": CAVEAT,
    }


def _asset(one: Judged, answer: Answer) -> Document:
    thing = one.thing
    return {
        "row": thing.row,
        "line": thing.line,
        "asset": thing.asset,
        "manufacturer": thing.manufacturer,
        "brand": thing.brand,
        "model": thing.model,
        "category": thing.category,
        "purpose": thing.purpose,
        "quantity": None if thing.quantity is None else str(thing.quantity),
        "acquired": None if thing.acquired is None else thing.acquired.isoformat(),
        "funding": thing.funding,
        "place": thing.place,
        "verdict": one.verdict.value,
        "maker_known": one.maker.known,
        "maker": _ties(one.maker),
        "findings": [_finding(found, answer) for found in one.findings],
    }


def _ties(maker: Maker) -> list[Document]:
    return [
        {
            "list": tie.list.value,
            "company": tie.listed,
            "relation": tie.relation.value,
            "holds": tie.holds.value,
            "how": tie.how,
        }
        for tie in maker.ties
    ]


def _finding(found: Finding, answer: Answer) -> Mapping[str, object]:
    return {
        "part": found.label,
        "holds": found.holds.value,
        "company": found.reason or None,
        "since": answer.since(found).isoformat(),
        "citation": found.citation,
        "plain": found.plain,
        "because": found.triggered_by,
        "overcome_by": found.overcome_by,
        "rule": found.rule,
        "missing": [
            {"fact": one.fact, "question": one.question, "citation": one.citation}
            for one in found.missing
        ],
    }

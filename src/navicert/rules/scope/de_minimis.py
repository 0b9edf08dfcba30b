"""De minimis: whether US content makes a foreign-made item subject to the EAR (15 CFR 734.4)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition
from navicert.law.tables.de_minimis import Level, Places
from navicert.rules.cites import cites
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.rules.scope.bill import Group, Product
from navicert.rules.scope.content import Judged
from navicert.rules.scope.without_level import applies, authorized, may_be_without_level
from navicert.terms.truth import Truth, parse

WHOLE = Decimal(100)
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Computation:
    """What 734.4 is asked of: the item taken apart, each group judged, where it goes, the law."""

    product: Product
    judged: tuple[Judged, ...]
    transaction: Transaction
    edition: Edition

    @property
    def content(self) -> tuple[Judged, ...]:
        """Give the groups that enter the computation, or may enter it."""
        return tuple(one for one in self.judged if one.incorporated is not Truth.NO)

    @property
    def least(self) -> Decimal:
        """Give the controlled content that is certain."""
        sure = (one for one in self.content if (one.incorporated & one.counts) is Truth.YES)
        return sum((one.group.value for one in sure), Decimal(0))

    @property
    def most(self) -> Decimal | None:
        """Give the controlled content in the worst case; None where a value is missing."""
        maybe = [one for one in self.content if (one.incorporated & one.counts) is not Truth.NO]
        if not all(one.group.all_valued for one in maybe):
            return self.product.worth
        return sum((one.group.value for one in maybe), Decimal(0))

    @property
    def level(self) -> Level:
        """Give the level for the destination."""
        country = self.transaction.destination.country
        return next(
            level
            for level in self.edition.de_minimis().levels
            if not level.groups or self.edition.in_group(country, level.groups)
        )


def percent(value: Decimal | None, worth: Decimal | None) -> Decimal | None:
    """Give the share of a value in an item's worth, in percent; None where one is not known."""
    return None if value is None or not worth else WHOLE * value / worth


@cites("15 CFR 734.4(a)")
def without_level(computed: Computation) -> tuple[Finding, ...]:
    """For some content, items and destinations any US content makes the item subject."""
    found = []
    for row in computed.edition.de_minimis().without_level:
        there = _goes_there(row.to, computed)
        if row.since > computed.edition.day or there is Truth.NO:
            continue
        about, parts = applies(row, computed.product, computed.content, computed.transaction)
        holds = about & there
        if holds is not Truth.NO:
            asked = _of_the_product(row.ask or row.unless, row.question, row.citation, computed)
            ground = _Ground(row.label, row.citation, row.says, parts, asked)
            found.append(_finding(holds, ground))
    return tuple(found)


@cites("15 CFR 734.4(b)")
def encryption(computed: Computation) -> tuple[Finding, ...]:
    """Encryption content has a de minimis level only after it was authorized."""
    law = computed.edition.de_minimis().encryption
    barred = [
        (one.group, holds)
        for one in computed.content
        if (holds := authorized(law, one, computed.transaction, computed.edition)) is not Truth.YES
    ]
    if not barred:
        return ()
    holds = Truth.YES if any(h is Truth.NO for _, h in barred) else Truth.UNKNOWN
    groups = tuple(group for group, _ in barred)
    slugs = ", ".join(slug for slug, _ in law.authorized)
    question = f"{law.question} Say yes to one of {slugs} for {_names(groups)}."
    fact = MissingFact("bill_of_materials", question, law.citation)
    asked = (fact,) if holds is Truth.UNKNOWN else ()
    return (_finding(holds, _Ground("734.4(b)", law.citation, law.says, groups, asked)),)


@cites("15 CFR 734.4(a)", "15 CFR 734.4(b)")
def unclassified_content(computed: Computation) -> tuple[Finding, ...]:
    """A part without a classification may be content for which there is no level at all."""
    groups = may_be_without_level(computed.product, computed.content)
    if not groups:
        return ()
    says = "a part whose classification or origin nobody stated may have no level"
    question = (
        f"What is the ECCN, and the origin, of {_names(groups)}? Or is it sure that no part is "
        "what 734.4(a) or (b) names (characteristics.no_part_without_de_minimis_level)?"
    )
    citation = "15 CFR 734.4(a), (b)"
    asked = (MissingFact("bill_of_materials", question, citation),)
    return (_finding(Truth.UNKNOWN, _Ground("734.4(a), (b)", citation, says, groups, asked)),)


@cites("15 CFR 734.4(c)", "15 CFR 734.4(d)", "15 CFR Supp. 2 to 734")
def above_level(computed: Computation) -> tuple[Finding, ...]:
    """More controlled US content than the level of the destination makes the item subject."""
    level, worth = computed.level, computed.product.worth
    least, most = percent(computed.least, worth), percent(computed.most, worth)
    if computed.most == 0:
        least = most = Decimal(0)
    above = parse(None if least is None else least > level.percent or None)
    if most is not None and most <= level.percent:
        above = Truth.NO
    said = f"{_share(least, most)} of controlled US content; the level is {level.percent}%"
    if above is Truth.NO:
        return (_finding(above, _Ground("", level.citation, said)),)
    asked = _open_content(computed) if above is Truth.UNKNOWN else ()
    return (_finding(above, _Ground(level.citation[7:], level.citation, said, (), asked)),)


@cites("15 CFR Supp. 2 to 734(b)")
def one_time_report(computed: Computation) -> tuple[Finding, ...]:
    """Technology may rely on a level only once its one-time report was filed and has lain."""
    report = computed.edition.de_minimis().report
    if computed.product.kind not in report.kinds or computed.most == 0:
        return ()
    item = computed.product.item
    age = item.figures.get(report.age)
    lain = item.characteristic(report.filed) & parse(None if age is None else age >= report.days)
    if age is not None and age >= report.days and item.characteristic(report.filed) is Truth.YES:
        return ()
    question = f"Was the one-time report filed, and {report.days} days or more ago?"
    slugs = (f"characteristics.{report.filed}", f"figures.{report.age}")
    asked = tuple(MissingFact(slug, question, report.citation) for slug in slugs)
    says = f"technology may not rely on a level without a report of {report.days} days' standing"
    missing = asked if lain is Truth.UNKNOWN else ()
    return (_finding(~lain, _Ground("Supp. 2(b)", report.citation, says, (), missing)),)


def _goes_there(places: Places, computed: Computation) -> Truth:
    if places.everywhere:
        return Truth.YES
    code = computed.transaction.destination.country
    if {code, computed.edition.country_of(code)} & places.countries:
        return Truth.YES
    groups = places.groups
    return computed.edition.is_in_group(code, groups) if groups else Truth.NO


def _of_the_product(
    slug: str, question: str, citation: str, computed: Computation
) -> tuple[MissingFact, ...]:
    item = computed.product.item
    asked = []
    if item.eccn is None:
        what = "What is the ECCN of the foreign-made item itself, with its paragraph?"
        asked.append(MissingFact("eccn", what, citation))
    if slug and item.characteristic(slug) is Truth.UNKNOWN:
        asked.append(MissingFact(f"characteristics.{slug}", question, citation))
    return tuple(asked)


def _open_content(computed: Computation) -> tuple[MissingFact, ...]:
    asked: dict[str, MissingFact] = {}
    if computed.product.worth is None:
        question = "What is the fair market value of the foreign-made item, in the parts' currency?"
        asked["value"] = MissingFact("value", question, "15 CFR Supp. 2 to 734(a)(3)")
    for one in computed.content:
        if (one.incorporated & one.counts) is Truth.NO:
            continue
        for text in _open_of(one):
            question = f"{one.group.part.name}: {text}"
            asked.setdefault(
                question, MissingFact("bill_of_materials", question, "15 CFR Supp. 2 to 734(a)(1)")
            )
    return tuple(asked.values())


def _open_of(one: Judged) -> tuple[str, ...]:
    part, texts = one.group.part, []
    if part.origin is None:
        texts.append("where was it made?")
    if part.eccn is None:
        texts.append("which ECCN describes it, or is it EAR99?")
    if not one.group.all_valued:
        texts.append("what is its fair market value?")
    return (*texts, *(fact.question for fact in one.missing if part.eccn is not None))


def _share(least: Decimal | None, most: Decimal | None) -> str:
    if least is None or most is None:
        return "an unknown share"
    low, high = (one.quantize(_CENT, ROUND_HALF_UP).normalize() for one in (least, most))
    return f"{low:f}%" if low == high else f"{low:f}% to {high:f}%"


def _names(groups: tuple[Group, ...], most: int = 5) -> str:
    names = [piece.part.name for group in groups for piece in group.pieces[:most]]
    more = sum(len(group.pieces) for group in groups) - len(names[:most])
    return ", ".join(names[:most]) + (f" and {more:,} more" if more else "")


@dataclass(frozen=True, slots=True)
class _Ground:
    """What a paragraph says of the computation, by which parts, and what it still asks."""

    label: str
    citation: str
    says: str
    groups: tuple[Group, ...] = ()
    missing: tuple[MissingFact, ...] = ()


def _finding(holds: Truth, ground: _Ground) -> Finding:
    """A ground that does not hold is a note: it takes nothing out of the EAR by itself."""
    parts = f" ({_names(ground.groups)})" if ground.groups else ""
    return Finding(
        FindingKind.NOTE if holds is Truth.NO else FindingKind.SCOPE,
        holds,
        ground.citation,
        f"{ground.says}{parts}",
        label=ground.label,
        missing=ground.missing if holds is Truth.UNKNOWN else (),
        plain=f"{ground.says}{parts}",
    )

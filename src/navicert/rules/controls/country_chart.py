"""General Prohibition One: the reasons for control against the Commerce Country Chart (738.4)."""

from __future__ import annotations

from navicert.errors import LawNotCovered
from navicert.facts.item import Item
from navicert.law.edition import Edition
from navicert.law.tables.control_list import Entry
from navicert.law.tables.country_chart import UNITED_STATES, FootnoteRequirement
from navicert.rules.bearing import Bearing
from navicert.rules.cites import cites
from navicert.rules.classification.coverage import within_any
from navicert.rules.described import Covering
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.rules.matter import Matter
from navicert.terms.eccn import Eccn
from navicert.terms.reason_for_control import format as column_name
from navicert.terms.truth import Truth, all_of

CITATION = "15 CFR 738.4(a)(2); Supp. 1 to 738"


def _has_rows(_item: Item, entry: Entry | None, _edition: Edition) -> bool:
    return entry is not None and bool(entry.rows)


def _has_no_entry(_item: Item, entry: Entry | None, _edition: Edition) -> bool:
    return entry is None


@cites("15 CFR 738.4(a)(2)", "15 CFR Supp. 1 to 738", bears=Bearing(items=_has_rows))
def country_chart(matter: Matter) -> tuple[Finding, ...]:
    """A license is required for every reason whose column has an X for the destination."""
    found: list[Finding] = []
    for covering in () if _at_home(matter) else matter.described.rows:
        for column in covering.row.columns:
            if not column.startswith("AT"):
                found += _column(covering, column, matter)
    return tuple(found)


@cites("15 CFR 738.4(a)(2)", bears=Bearing(items=_has_no_entry))
def stated_columns(matter: Matter) -> tuple[Finding, ...]:
    """Where the list has no entry for the day, the columns that the order states are used."""
    if matter.entry is not None or _at_home(matter):
        return ()
    return tuple(
        finding
        for column in sorted(matter.item.columns or ())
        if not column.startswith("AT")
        for finding in _stated(column, matter)
    )


def _at_home(matter: Matter) -> bool:
    """Whether the item stays in the United States, of which the chart has no row (772.1)."""
    country = matter.edition.country_of(matter.destination.country)
    return country == UNITED_STATES


def _maybe_in_a_footnote(item: Item, _entry: Entry | None, edition: Edition) -> bool:
    symbol = item.eccn.symbol if item.eccn else ""
    return any(one.value.eccn == symbol for one in edition.tables.country_chart.footnotes)


@cites("15 CFR Supp. 1 to 738, footnotes", bears=Bearing(items=_maybe_in_a_footnote))
def chart_footnotes(matter: Matter) -> tuple[Finding, ...]:
    """A footnote of the chart can require a license where the row has no X."""
    eccn = matter.item.eccn
    if eccn is None or eccn.is_ear99 or _at_home(matter):
        return ()
    try:
        found = matter.edition.footnotes(matter.destination.country, eccn.symbol)
    except LawNotCovered as gap:
        return (_footnotes_not_covered(gap),)
    return tuple(_footnote(one, eccn, matter) for one in found)


def _footnotes_not_covered(gap: LawNotCovered) -> Finding:
    question = f"{gap}. Did a footnote require a license for this entry then?"
    return Finding(
        FindingKind.REQUIREMENT,
        Truth.UNKNOWN,
        "15 CFR Supp. 1 to 738, footnotes",
        str(gap),
        label="chart footnotes",
        general_prohibition=1,
        overcome_by=LICENSE,
        missing=(MissingFact("law", question, "15 CFR Supp. 1 to 738, footnotes"),),
    )


def _column(covering: Covering, column: str, matter: Matter) -> tuple[Finding, ...]:
    row = covering.row
    try:
        marked = matter.edition.chart_marks(matter.destination.country, column)
    except LawNotCovered as gap:
        return (_gap(column, gap, matter),)
    if not marked:
        return ()
    return (
        Finding(
            FindingKind.REQUIREMENT,
            covering.holds,
            f"{CITATION}; {row.citation}",
            f"{matter.item.eccn} is controlled for {row.reason}; "
            f"{column_name(column)} has an X for {matter.destination}",
            label=column,
            reason=row.reason,
            general_prohibition=1,
            overcome_by=LICENSE,
            missing=covering.missing,
        ),
    )


LICENSE = "a license, or a license exception of part 740 that covers this reason"


def _gap(column: str, gap: LawNotCovered, matter: Matter) -> Finding:
    """Nobody verified the chart for the day, or it has no such place: uncertain, never absent."""
    code, chart = matter.destination.country, matter.edition.tables.country_chart
    if chart.has(code, matter.edition.day):
        question = f"{gap}. Did {column_name(column)} have an X for the destination then?"
        missing = MissingFact("law", question, CITATION)
    else:
        question = (
            f"The Commerce Country Chart has no row for {code}: the row of which country counts "
            "for the place? State that country as the destination, or ask BIS."
        )
        missing = MissingFact("destination.country", question, "15 CFR 738.3(b)")
    return Finding(
        FindingKind.REQUIREMENT,
        Truth.UNKNOWN,
        CITATION,
        str(gap),
        label=column,
        reason=column[:2],
        general_prohibition=1,
        overcome_by=LICENSE,
        missing=(missing,),
    )


def _stated(column: str, matter: Matter) -> tuple[Finding, ...]:
    try:
        marked = matter.edition.chart_marks(matter.destination.country, column)
    except LawNotCovered as gap:
        return (_gap(column, gap, matter),)
    if not marked:
        return ()
    return (
        Finding(
            FindingKind.REQUIREMENT,
            Truth.YES,
            CITATION,
            f"the order states {column_name(column)}, which has an X for {matter.destination}",
            label=column,
            reason=column[:2],
            general_prohibition=1,
            overcome_by=LICENSE,
        ),
    )


def _footnote(one: FootnoteRequirement, eccn: Eccn, matter: Matter) -> Finding:
    within = within_any(eccn, _paths(one.eccn, one.paragraphs)) if one.paragraphs else Truth.YES
    beyond = within_any(eccn, _paths(one.eccn, one.except_paragraphs))
    answers = {slug: matter.item.characteristic(slug) for slug in one.conditions}
    return Finding(
        FindingKind.REQUIREMENT,
        all_of((within, ~beyond, *answers.values())),
        one.citation,
        f"footnote {one.footnote} of the chart names {one.eccn} for {matter.destination}",
        label=one.label,
        reason=one.reason,
        general_prohibition=1,
        overcome_by=LICENSE,
        missing=tuple(
            MissingFact(f"characteristics.{slug}", matter.edition.question(slug), one.citation)
            for slug, answer in answers.items()
            if answer is Truth.UNKNOWN
        ),
    )


def _paths(symbol: str, paragraphs: tuple[str, ...]) -> tuple[Eccn, ...]:
    return tuple(Eccn(symbol, tuple(path.split("."))) for path in paragraphs)

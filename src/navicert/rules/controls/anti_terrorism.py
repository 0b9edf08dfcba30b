"""Anti-terrorism controls: AT1 and AT2 have no X on the chart, part 742 says where they hold."""

from __future__ import annotations

from msgspec.structs import replace

from navicert.errors import LawNotCovered
from navicert.facts.item import Item
from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition
from navicert.law.tables.control_list import Entry
from navicert.rules.bearing import Bearing
from navicert.rules.cites import cites
from navicert.rules.described import Covering
from navicert.rules.finding import Finding, FindingKind
from navicert.rules.matter import Matter
from navicert.terms.truth import Truth


def _maybe_needed(transaction: Transaction, edition: Edition) -> bool:
    try:
        return bool(edition.anti_terrorism_columns(transaction.destination.country))
    except LawNotCovered:
        return True


def _has_at_rows(_item: Item, entry: Entry | None, _edition: Edition) -> bool:
    columns = (column for row in (entry.rows if entry else ()) for column in row.columns)
    return any(column.startswith("AT") for column in columns)


def _has_no_entry(_item: Item, entry: Entry | None, _edition: Edition) -> bool:
    return entry is None


@cites(
    "15 CFR 742.8",
    "15 CFR 742.9",
    "15 CFR 742.19",
    bears=Bearing(orders=_maybe_needed, items=_has_at_rows),
)
def anti_terrorism(matter: Matter) -> tuple[Finding, ...]:
    """Items controlled for AT reasons need a license to the countries that part 742 names."""
    columns, gap = _columns(matter)
    found: dict[str, Finding] = {}
    for covering in matter.described.rows:
        for column in covering.row.columns:
            if column.startswith("AT") and (gap or column in columns):
                found.setdefault(column, _requirement(covering, matter, column, gap))
    return tuple(found.values())


@cites("15 CFR 742.8", "15 CFR 742.9", "15 CFR 742.19", bears=Bearing(items=_has_no_entry))
def stated_anti_terrorism(matter: Matter) -> tuple[Finding, ...]:
    """Where the list has no entry for the day, the AT columns that the order states are used."""
    if matter.entry is not None:
        return ()
    columns, gap = _columns(matter)
    return tuple(
        _finding(
            Truth.UNKNOWN if gap else Truth.YES,
            column,
            gap or f"the order states {column}; it needs a license to {matter.destination}",
            _citation(matter),
        )
        for column in sorted(matter.item.columns or ())
        if column.startswith("AT") and (gap or column in columns)
    )


def _columns(matter: Matter) -> tuple[frozenset[str], str]:
    if matter.is_authorized_elsewhere:
        return frozenset(), ""
    try:
        return matter.edition.anti_terrorism_columns(matter.destination.country), ""
    except LawNotCovered as gap:
        return frozenset(), str(gap)


def _citation(matter: Matter) -> str:
    try:
        return matter.edition.anti_terrorism_citation(matter.destination.country)
    except LawNotCovered:
        return "15 CFR part 742"


def _requirement(covering: Covering, matter: Matter, column: str, gap: str) -> Finding:
    covered = covering.holds
    trigger = gap or f"{matter.item.eccn} is controlled for AT to {matter.destination}"
    finding = _finding(
        Truth.UNKNOWN if gap and covered is Truth.YES else covered,
        column,
        trigger,
        f"{_citation(matter)}; {covering.row.citation}",
    )
    return replace(finding, missing=covering.missing)


def _finding(holds: Truth, column: str, trigger: str, citation: str) -> Finding:
    return Finding(
        FindingKind.REQUIREMENT,
        holds,
        citation,
        trigger,
        label=column,
        reason="AT",
        general_prohibition=1,
        overcome_by="a license, or what part 746 lets through for this destination",
    )

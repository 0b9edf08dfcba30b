"""What a party met, as rows: one an entry, whichever of the lists that were asked have it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from navicert.casework.lapsed import Decisions, Lapsed
from navicert.casework.origins import Origins
from navicert.facts.clearing import Clearing
from navicert.facts.denial_order import DenialOrder
from navicert.facts.evidence import Evidence
from navicert.facts.listing import Listing
from navicert.facts.standing import ListAsked, Match, OrderMatch, Standing
from navicert.parties.clearings import entry_of, folded
from navicert.parties.lists import denial
from navicert.terms.list_code import ListCode


@dataclass(frozen=True, slots=True)
class Row:
    """One entry that a party met.

    ``order`` is the denial order behind an entry of the Denied Persons List, where one is in
    force; ``lists`` are the lists that have the entry. ``clearing`` is the decision that it is
    somebody else; ``lapsed`` are decisions that said so, and hold no longer.
    """

    match: Match | OrderMatch
    order: OrderMatch | None = None
    lists: tuple[ListAsked, ...] = ()
    clearing: Clearing | None = None
    lapsed: tuple[Lapsed, ...] = ()

    @property
    def code(self) -> ListCode:
        """The list of the authority that the entry stands on."""
        return entry_of(self.match)[0]

    @property
    def entry(self) -> str:
        """The number of the entry, or the reference of the order."""
        return entry_of(self.match)[1]

    @property
    def said(self) -> Listing | DenialOrder:
        """What the list says."""
        return self.match.order if isinstance(self.match, OrderMatch) else self.match.listing

    @property
    def is_sure(self) -> bool:
        """Whether the name is the same and nothing contradicts it, or a number is."""
        return self.match.is_sure

    @property
    def points(self) -> float:
        """The score of the names, moved by what else is known."""
        return self.match.shown

    @property
    def has_number(self) -> bool:
        """Whether a number of the party led to it, whatever the names are."""
        return not self.match.names or any(
            one.what == "identifier" and one.points > 0 for one in evidence_of(self.match)
        )


@dataclass(frozen=True, slots=True)
class Behind:
    """What rows are told with: which lists have an entry, what was decided of it, and the day."""

    origins: Origins
    decisions: Decisions
    day: date


def evidence_of(match: Match | OrderMatch) -> tuple[Evidence, ...]:
    """Give what speaks for and against a match beside its names."""
    return match.evidence if isinstance(match, Match) else ()


def met(standing: Standing, behind: Behind) -> tuple[Row, ...]:
    """Give what met the party and nobody cleared, the surest first."""
    rows = (
        replace(row, lapsed=behind.decisions.lapsed(standing.party, row.match, behind.day))
        for row in _joined(standing.matches, standing.orders)
    )
    return _once(rows, behind.origins)


def cleared(standing: Standing, behind: Behind) -> tuple[Row, ...]:
    """Give what met the party and an officer decided is somebody else, the surest first."""
    decided = {id(one.match): one.clearing for one in standing.cleared}
    both = [one.match for one in standing.cleared]
    rows = _joined(
        (one for one in both if isinstance(one, Match)),
        (one for one in both if isinstance(one, OrderMatch)),
    )
    return _once((replace(row, clearing=decided[id(row.match)]) for row in rows), behind.origins)


def _joined(matches: Iterable[Match], orders: Iterable[OrderMatch]) -> Iterator[Row]:
    """Give each match with the order behind it; then the orders that are behind none."""
    by_reference = {one.order.reference: one for one in reversed(tuple(orders))}
    told = set[str]()
    for match in matches:
        denied = match.listing.list is ListCode.DPL
        reference = denial.order_of(match.listing).reference if denied else ""
        told.add(reference)
        yield Row(match, by_reference.get(reference))
    yield from (Row(one) for one in orders if one.order.reference not in told)


def _once(rows: Iterable[Row], origins: Origins) -> tuple[Row, ...]:
    """Sort rows; what stands in several lists under one number and name is one row of all."""
    found: dict[tuple[str, ...], Row] = {}
    for row in sorted(rows, key=_rank):
        lists = origins.lists_of(row.match)
        before = found.get(key := _key(row))
        if before is None:
            found[key] = replace(row, lists=lists)
        else:
            both = tuple(dict.fromkeys((*before.lists, *lists)))
            found[key] = replace(before, lists=both, order=before.order or row.order)
    return tuple(found.values())


def _rank(row: Row) -> tuple[bool, float, str, str, str, str]:
    match = row.match
    better = (not row.is_sure, -row.points)
    return *better, row.code, row.entry, match.listed_name, match.capacity


def _key(row: Row) -> tuple[str, ...]:
    match = row.match
    name = match.listing.name if isinstance(match, Match) else match.listed_name
    return row.code, row.entry, folded(name), match.capacity

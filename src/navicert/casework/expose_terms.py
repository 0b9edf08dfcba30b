"""What orders and lists say of the parties that are cut off, on any day; or an order supposed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from navicert.errors import UnreadableFile
from navicert.exposure.graph import Node, NodeKind, SupplyGraph
from navicert.exposure.remedies import days_of
from navicert.exposure.result import OrderPeriod, OrderTold
from navicert.exposure.shock import Denied, Window
from navicert.facts.denial_order import (
    DenialOrder,
    OrderEvent,
    OrderEventKind,
    OrderState,
)
from navicert.facts.listing import Listing
from navicert.facts.party import Address, Party
from navicert.facts.standing import Capacity, Match, OrderMatch, Standing, Strength
from navicert.parties.lists.read import read
from navicert.parties.lists.snapshot import Snapshot
from navicert.parties.standing import standing_of
from navicert.parties.watch import Watch
from navicert.terms.party_role import PartyRole
from navicert.undertakings.instruments.instrument import Instrument
from navicert.undertakings.instruments.reader import read as read_instrument

SUPPOSED = "an order with the standard terms, supposed"
MAKERS = frozenset({NodeKind.COMPANY, NodeKind.SUPPLIER, NodeKind.CUSTOMER})
_MOST_NAMED = 12
_OF_AN_INSTRUMENT = re.compile(rb"^authority[ \t]*=", re.MULTILINE)
"""What every instrument states (docs/undertakings.md), and no list in TOML has."""
_EVER = OrderEvent(date.min, OrderEventKind.ISSUED, "")


@dataclass(frozen=True, slots=True)
class Said:
    """All orders and listings that are asked, as their files have them."""

    orders: tuple[DenialOrder, ...] = ()
    listings: tuple[Listing, ...] = ()


def of_files(files: Iterable[tuple[str, bytes]]) -> Said:
    """Read orders from files: lists in any form that is read, or instruments.

    Raises:
        ListError: for what is no list that is read.
        InputError: for an instrument that is malformed.
    """
    orders: list[DenialOrder] = []
    listings: list[Listing] = []
    for name, content in files:
        is_instrument = _OF_AN_INSTRUMENT.search(content) is not None
        found: Snapshot | Instrument = (read_instrument if is_instrument else read)(name, content)
        orders += found.orders if isinstance(found, Snapshot) else found.denial_orders
        listings += found.listings if isinstance(found, Snapshot) else ()
    return Said(tuple(orders), tuple(listings))


def nodes_of(graph: SupplyGraph, wanted: Sequence[str]) -> tuple[int, ...]:
    """Find the nodes that are cut off, by id or name; UnreadableFile when there is none."""
    return tuple(dict.fromkeys(_node(graph, one) for one in wanted))


def _node(graph: SupplyGraph, wanted: str) -> int:
    asked = wanted.strip().casefold()
    makers = [(at, one) for at, one in enumerate(graph.nodes) if one.kind in MAKERS]
    for at, one in makers:
        if asked in {one.id.casefold(), one.name.casefold()}:
            return at
    if any(one.kind is NodeKind.NETWORK and one.id.casefold() == asked for one in graph.nodes):
        message = (
            f"--deny {wanted[:80]!r} is a network: an order names persons; deny who operates it"
        )
        raise UnreadableFile(message)
    names = ", ".join(f"{one.id} ({one.name})" for _, one in makers[:_MOST_NAMED])
    raise UnreadableFile(f"--deny {wanted[:80]!r}: no company of the graph; there are {names}")


def denied(graph: SupplyGraph, nodes: Sequence[int], said: Said) -> tuple[Denied, ...]:
    """Give each node with all that orders and lists say of it on any day.

    Raises:
        UnreadableFile: when none of them says anything of any of the nodes.
    """
    every: tuple[DenialOrder | Listing, ...] = (*said.orders, *said.listings)
    kept = {str(at): one for at, one in enumerate(every)}
    watch = Watch.of((_timeless(kept),))
    found = tuple(Denied(at, _standing(graph.nodes[at], watch, kept)) for at in nodes)
    if not any(one.standing.orders or one.standing.matches for one in found):
        names = ", ".join(graph.nodes[at].name for at in nodes)
        raise UnreadableFile(f"--terms: no order or listing names {names}; give the node that name")
    return found


def supposed(graph: SupplyGraph, nodes: Sequence[int], since: date) -> tuple[Denied, ...]:
    """Give each node under an order with the standard terms, from a day on."""
    event = OrderEvent(since, OrderEventKind.ISSUED, SUPPOSED)
    names = tuple((graph.nodes[at].name,) for at in nodes)
    order = DenialOrder(SUPPOSED, names, (event,))
    return tuple(Denied(at, _under(order, graph.nodes[at])) for at in nodes)


def _under(order: DenialOrder, node: Node) -> Standing:
    how = f"{node.name} is the party that is supposed to be denied"
    match = OrderMatch(order, Strength.SAME, 1.0, node.name, node.name, how)
    return Standing(_party(node), screened=True, orders=(match,))


def _party(node: Node) -> Party:
    return Party(node.name, (PartyRole.OTHER,), Address(country=node.country))


def _standing(node: Node, watch: Watch, kept: dict[str, DenialOrder | Listing]) -> Standing:
    """Ask by name, whatever the day, and put the orders and listings back as they came."""
    met = standing_of(_party(node), watch, date.max)
    orders = tuple(
        replace(match, order=order)
        for match in met.orders
        if isinstance(order := kept[match.order.reference], DenialOrder)
    )
    matches = tuple(
        replace(match, listing=listing)
        for match in met.matches
        if isinstance(listing := kept[match.listing.entry], Listing)
    )
    return replace(met, orders=orders, matches=matches)


def _timeless(kept: dict[str, DenialOrder | Listing]) -> Snapshot:
    """Give a list on which everything is in force on every day, each by its number."""
    orders = tuple(
        replace(one, reference=number, events=(_EVER,))
        for number, one in kept.items()
        if isinstance(one, DenialOrder)
    )
    listings = tuple(
        replace(one, entry=number, since=None, until=None)
        for number, one in kept.items()
        if isinstance(one, Listing)
    )
    return Snapshot("terms", "terms", "", None, "", listings, orders, ())


def told(denied_: Sequence[Denied], window: Window) -> tuple[OrderTold, ...]:
    """Say of every order and listing what it is on each day of the window."""
    found: dict[str, OrderTold] = {}
    for one in denied_:
        days = [day for day in days_of(one.standing) if window.since < day <= window.until]
        starts = (window.since, *days)
        for match in one.standing.orders:
            found.setdefault(match.order.reference, _order(match, starts, window))
        for listed in one.standing.matches:
            found.setdefault(listed.listing.entry, _listing(listed, starts, window))
    return tuple(found.values())


def _order(match: OrderMatch, starts: Sequence[date], window: Window) -> OrderTold:
    order = match.order
    periods = [
        OrderPeriod(
            day,
            day,
            order.state_on(day).value,
            order.citation_on(day) if order.state_on(day) is not OrderState.NONE else "",
            tuple(one.citation for one in order.authorizations_on(day)),
        )
        for day in starts
    ]
    names = tuple(names[0] for names in order.persons)
    supposed_ = order.reference == SUPPOSED
    return OrderTold(order.reference, names, _joined(periods, window), supposed_)


def _listing(match: Match, starts: Sequence[date], window: Window) -> OrderTold:
    listing = match.listing
    periods = []
    for day in starts:
        relief = listing.relief_on(day)
        state = "listed" if listing.holds_on(day) else "not listed"
        told_ = (relief.citation,) if relief else ()
        periods.append(OrderPeriod(day, day, state, "; ".join(listing.citations), told_))
    kind = f"listing on {listing.list.value}"
    if match.capacity is not Capacity.ITSELF:
        kind = f"{kind}, {match.capacity.value.replace('_', ' ')}"
    return OrderTold(listing.entry, (listing.name,), _joined(periods, window), kind=kind)


def _joined(periods: Sequence[OrderPeriod], window: Window) -> tuple[OrderPeriod, ...]:
    """Join periods that say the same, and give each its last day."""
    kept: list[OrderPeriod] = []
    for one in periods:
        same = kept and replace(kept[-1], since=one.since, until=one.until) == one
        if not same:
            kept.append(one)
    ends = (*(one.since for one in kept[1:]), None)
    return tuple(
        replace(one, until=window.until if end is None else _before(end))
        for one, end in zip(kept, ends, strict=True)
    )


def _before(day: date) -> date:
    return date.fromordinal(day.toordinal() - 1)

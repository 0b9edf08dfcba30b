"""Rows of a graph's tables become its nodes, edges, substitutes and figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from navicert.adapters.supply.table import Problems, Row
from navicert.adapters.supply.words import Words
from navicert.exposure.graph import (
    Claim,
    Edge,
    EdgeKey,
    EdgeKind,
    Figure,
    Node,
    NodeKind,
    Numbers,
    Substitute,
    merged,
)
from navicert.exposure.stated import MEASURES
from navicert.terms.truth import Truth

_PERCENTS = frozenset({EdgeKind.SUPPLIES, EdgeKind.MADE_ON})


def nodes(rows: Iterable[Row], problems: Problems) -> tuple[Node, ...]:
    """Give the nodes; an id that stands twice is noted with both lines."""
    taken: dict[str, Node] = {}
    for row in rows:
        words = Words(row, problems)
        kind = _kind(words, NodeKind)
        id_ = words.id("id")
        if id_ in taken:
            words.note("id", f"{id_!r} stands already at {taken[id_].place}")
        if not isinstance(kind, NodeKind):
            continue
        taken[id_] = Node(
            id=id_,
            kind=kind,
            name=words.text("name") or id_,
            country=words.country("country"),
            revenue=words.number("revenue"),
            employees=words.number("employees"),
            population=words.number("population"),
            users=words.number("users"),
            source=words.text("source"),
            note=words.text("note"),
            place=row.place,
        )
    return tuple(taken.values())


def edges(rows: Iterable[Row], problems: Problems) -> tuple[Edge, ...]:
    """Give the edges; rows of the same one are its claims, which are not added up."""
    found: dict[EdgeKey, list[tuple[Claim, Edge]]] = {}
    for row in rows:
        for claim, edge in _edge(Words(row, problems)):
            others = found.setdefault(edge.key, [])
            same = next((one for one, _ in others if one.source == claim.source), None)
            if same is not None:
                said = f"the source {claim.source!r}" if claim.source else "no source"
                message = f"{edge.key}: stands already at {same.place}, from {said}"
                problems.note(row.place, "from", message)
            others.append((claim, edge))
    return tuple(_merged(claims) for claims in found.values())


def substitutes(rows: Iterable[Row], problems: Problems) -> Iterator[Substitute]:
    """Give the substitutes."""
    for row in rows:
        words = Words(row, problems)
        item = words.id("item")
        yield Substitute(
            item=item,
            substitute=words.text("substitute") or item,
            supplier=words.id("supplier"),
            qualification_days=words.number("qualification_days"),
            covers=words.percent("covers"),
            subject=words.truth("subject"),
            exported_from_us=words.truth("exported_from_us"),
            source=words.text("source"),
            note=words.text("note"),
            place=row.place,
        )


def figures(rows: Iterable[Row], problems: Problems) -> Iterator[Figure]:
    """Give the stated facts."""
    for row in rows:
        words = Words(row, problems)
        what = words.text("what")
        if not what:
            words.note("what", "is empty: say what the figure is")
        said = words.text("value")
        in_words = bool(said) and not any(map(str.isdigit, said[:2]))
        yield Figure(
            of=words.id("of"),
            what=what,
            value=None if in_words else words.number("value"),
            text=said if in_words else "",
            unit=words.text("unit"),
            measure=_measure(words),
            source=words.text("source"),
            note=words.text("note"),
            place=row.place,
        )


def _measure(words: Words) -> str:
    said = words.text("measure")
    name = said.partition("@")[0].partition(":")[0]
    if said and name not in MEASURES:
        words.note("measure", f"{name[:40]!r}: no measure; known are {', '.join(sorted(MEASURES))}")
        return ""
    return said


def _edge(words: Words) -> Iterator[tuple[Claim, Edge]]:
    kind = _kind(words, EdgeKind)
    tail, head = words.id("from"), words.id("to")
    if not isinstance(kind, EdgeKind):
        return
    share = words.percent("share") if kind in _PERCENTS else words.number("share")
    numbers = Numbers(
        value=words.number("value"),
        share=share,
        quantity=words.number("quantity"),
        stock=words.number("stock"),
        use_per_day=words.number("use_per_day"),
        lead_days=words.number("lead_days"),
        users=words.number("users"),
    )
    claim = Claim(numbers, words.text("source"), words.text("note"), words.row.place)
    key = EdgeKey(tail, head, kind, words.text("item"))
    yield (
        claim,
        Edge(
            key,
            numbers,
            (claim,),
            words.truth("subject"),
            words.truth("exported_from_us"),
            words.eccn("eccn"),
            words.text("purpose"),
        ),
    )


def _merged(claims: list[tuple[Claim, Edge]]) -> Edge:
    if len(claims) == 1:
        return claims[0][1]
    said = tuple(claim for claim, _ in claims)
    every = [edge for _, edge in claims]
    return Edge(
        every[0].key,
        merged(said),
        said,
        _agreed([one.subject for one in every]),
        _agreed([one.exported_from_us for one in every]),
        next((one.eccn for one in every if one.eccn), ""),
        next((one.purpose for one in every if one.purpose), ""),
    )


def _agreed(said: list[Truth]) -> Truth:
    """Take what every source that knows says; where they differ, it is not known."""
    known = [one for one in said if one is not Truth.UNKNOWN]
    return known[0] if known and all(one is known[0] for one in known) else Truth.UNKNOWN


def _kind(words: Words, kinds: type[NodeKind | EdgeKind]) -> NodeKind | EdgeKind | None:
    said = words.text("kind").lower().replace(" ", "_")
    try:
        return kinds(said)
    except ValueError:
        words.note("kind", f"{said[:40]!r} is no kind; known are {', '.join(kinds)}")
        return None

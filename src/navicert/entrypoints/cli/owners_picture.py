"""The owners of a party as a picture: the chain that carries the answer, and what stands beside."""

from __future__ import annotations

from dataclasses import replace

from navicert.adapters.drawing.graph import Edge, Graph, Node, Style
from navicert.adapters.drawing.svg import draw
from navicert.casework.rule_of_day import NOT_IN_FORCE, NOT_VERIFIED, of_day
from navicert.casework.show_owners import Bearing, OwnersShown
from navicert.facts.ownership import Stake, key, written
from navicert.terms.truth import Truth

LISTED, BOUND, ASKED, FREE = "listed", "bound", "asked", "free"
PROOF, OWNS, CONTROLS = "proof", "owns", "controls"
STYLES = (
    Style(LISTED, "Listed owner", color="#8a1c1c", width=3, fill="#fbe9e7"),
    Style(ASKED, "The party that was asked for", color="#111111", width=3, fill="#fff8e1"),
    Style(BOUND, "Bound through ownership", color="#b04a00", dash="6 3", width=2, fill="#fff3e0"),
    Style(FREE, "Neither listed nor bound", color="#555555"),
    Style(PROOF, "Share that carries the answer", color="#8a1c1c", width=3),
    Style(OWNS, "Other share of ownership", color="#555555"),
    Style(CONTROLS, "Control, which does not count (FAQ 398)", color="#1f4e79", dash="3 3"),
)
WORDS = {Truth.YES: "is bound", Truth.UNKNOWN: "may be bound", Truth.NO: "is not bound"}
_WHY = {Truth.NO: NOT_IN_FORCE, Truth.UNKNOWN: NOT_VERIFIED}
NOTE = (
    "A share counts whole once its holder is bound, and not at all before: from {} percent on, "
    "bound owners together bind (OFAC FAQs 398 to 402; 15 CFR 744.11(a)(1))."
)


def picture(found: OwnersShown, majority: str) -> str:
    """Draw the answer as SVG, the entities of the proof first."""
    bearing = _gravest(found.bearings)
    carried = _carried(bearing)
    stakes = sorted(found.stakes, key=lambda one: (one.upper, one.lower) not in carried)
    names = {key(found.party.name): found.party.name}
    for stake in stakes:
        names |= {stake.upper: stake.owner, stake.lower: stake.owned}
    title = f"Who owns {found.party.name}, on {found.day}"
    told = _told(bearing) if bearing else "has no listed owner that was found"
    return draw(
        Graph(
            title=f"{title}: it {told}",
            description=f"{len(names)} entities and {len(stakes)} stakes above {found.party.name}",
            nodes=tuple(_node(one, name, found, bearing) for one, name in names.items()),
            edges=tuple(_edge(stake, carried) for stake in stakes),
            styles=STYLES if bearing is None else _styles(bearing),
            note=NOTE.format(majority),
        )
    )


def _gravest(bearings: tuple[Bearing, ...]) -> Bearing | None:
    """Give the one that binds most on the day; a rule that is not in force comes last."""
    order = (Truth.YES, Truth.UNKNOWN, Truth.NO)
    return min(
        bearings,
        key=lambda one: (order.index(one.effect), order.index(one.binds)),
        default=None,
    )


def _told(bearing: Bearing) -> str:
    told = WORDS[bearing.binds]
    return told if bearing.binds is Truth.NO else of_day(told, bearing.in_force)


def _styles(bearing: Bearing) -> tuple[Style, ...]:
    if bearing.in_force is Truth.YES:
        return STYLES
    label = f"Would be bound through ownership; {_WHY[bearing.in_force]}"
    return tuple(replace(one, label=label) if one.name == BOUND else one for one in STYLES)


def _carried(bearing: Bearing | None) -> frozenset[tuple[str, str]]:
    shares = bearing.proof.shares if bearing and bearing.proof else ()
    return frozenset((one.owner, one.owned) for one in shares)


def _node(node: str, name: str, found: OwnersShown, bearing: Bearing | None) -> Node:
    listed = {key(one) for one in bearing.owners} if bearing else set()
    held = bearing.proof.held.get(node) if bearing and bearing.proof else None
    lines = (name,) if held is None else (name, f"{written(held)} percent held by bound owners")
    if key(name) in listed:
        on = dict.fromkeys(one.listed_name for one in found.matches if key(one.name) == key(name))
        return Node(node, (name, *(f"listed as {one}" for one in list(on)[:2])), LISTED)
    if node == key(found.party.name):
        return Node(node, lines, ASKED)
    return Node(node, lines, BOUND if held is not None else FREE)


def _edge(stake: Stake, carried: frozenset[tuple[str, str]]) -> Edge:
    style = PROOF if (stake.upper, stake.lower) in carried else OWNS
    share = stake.said.replace(" percent", " %").replace("an unknown share", "unknown")
    line = f" (line {stake.source.line})" if stake.source.line else ""
    return Edge(stake.upper, stake.lower, share + line, style if stake.counts else CONTROLS)

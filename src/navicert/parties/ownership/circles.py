"""Circles of holdings: entities that hold each other, and those of them that own themselves whole.

A circle that nobody outside holds anything of keeps whatever profit comes to it; who has it in
the end is a question without an answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from navicert.facts.ownership import NOTHING, WHOLE
from navicert.parties.ownership.shares import EXACT, Share

ALL_BUT_NOTHING = WHOLE - Decimal("1E-10")
"""From here on a float no longer tells a share from the whole."""

Circle = tuple[str, ...]


def circles_of(nodes: Sequence[str], held: Sequence[tuple[Share, Decimal]]) -> tuple[Circle, ...]:
    """Give the groups that hold each other, or the one that holds itself, in the nodes' order."""
    at = {node: place for place, node in enumerate(nodes)}
    ties = [(at[one.owner], at[one.owned]) for one, amount in held if amount]
    ends = ([owner for owner, _ in ties], [owned for _, owned in ties])
    matrix = csr_matrix((np.ones(len(ties)), ends), shape=(len(nodes), len(nodes)))
    _, labels = connected_components(matrix, directed=True, connection="strong")
    groups: dict[int, list[str]] = {}
    for node, label in zip(nodes, labels.tolist(), strict=True):
        groups.setdefault(label, []).append(node)
    alone = {nodes[owner] for owner, owned in ties if owner == owned}
    return tuple(tuple(one) for one in groups.values() if len(one) > 1 or one[0] in alone)


def whole(circles: Sequence[Circle], held: Sequence[tuple[Share, Decimal]]) -> tuple[Circle, ...]:
    """Give the circles of which every entity is held whole within the circle."""
    place = {node: at for at, circle in enumerate(circles) for node in circle}
    within: dict[str, Decimal] = {}
    for share, amount in held:
        if share.owned in place and place.get(share.owner) == place[share.owned]:
            within[share.owned] = EXACT.add(within.get(share.owned, NOTHING), amount)
    return tuple(
        circle
        for circle in circles
        if all(within.get(node, NOTHING) >= ALL_BUT_NOTHING for node in circle)
    )

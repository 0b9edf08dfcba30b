"""Indirect economic interest: the product along chains, over all chains. Not the legal test.

Where holdings go in circles the sum over all chains is a linear system: ``v = w + W v``, with
``w`` what each holds of the entity directly and ``W`` what each holds of each. It says who has
how much of the profit, and nothing about who is blocked: 50 percent of 50 percent binds, and is
25 percent of the profit.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
from scipy.sparse import csr_matrix, identity
from scipy.sparse.linalg import MatrixRankWarning, spsolve

from navicert.facts.ownership import WHOLE
from navicert.parties.ownership.shares import Graph, Share

NOT_THE_TEST = "indirect economic interest, which is not the legal test"
LEAST_SEEN, SLACK = 1e-9, 1e-6
PLACES = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class Interest:
    """What one owner has of an entity through all chains, in percent, to four places.

    ``most`` is None where holdings that are not known may go in circles without end.
    """

    owner: str
    least: Decimal
    most: Decimal | None


def interests_in(graph: Graph, target: str) -> tuple[Interest, ...]:
    """Give the interest of everybody above an entity, the largest first."""
    nodes, shares = _closure(graph, target)
    least = _solved(nodes, [(one, float(one.low)) for one in shares])
    most = _solved(nodes, [(one, float(one.high)) for one in shares])
    if least is None:
        return ()
    found = (
        Interest(node, _percent(least[at]), None if most is None else _percent(most[at]))
        for at, node in enumerate(nodes)
        if at
    )
    seen = (one for one in found if one.least or one.most is None or one.most)
    return tuple(sorted(seen, key=lambda one: (-one.least, one.owner)))


def _closure(graph: Graph, target: str) -> tuple[list[str], list[Share]]:
    nodes, seen, shares = [target], {target}, []
    for node in nodes:
        for share in graph.above.get(node, ()):
            shares.append(share)
            if share.owner not in seen:
                seen.add(share.owner)
                nodes.append(share.owner)
    return nodes, shares


def _solved(nodes: Sequence[str], held: Sequence[tuple[Share, float]]) -> np.ndarray | None:
    """Solve for what each node has of the first; None when the circles do not converge.

    What goes back through the entity itself counts once: its own shares in its owners lead to
    profit that it passes on again.
    """
    at = {node: place for place, node in enumerate(nodes)}
    rows = [at[share.owner] for share, _ in held]
    columns = [at[share.owned] for share, _ in held]
    parts = np.array([amount / float(WHOLE) for _, amount in held])
    size = len(nodes)
    matrix = csr_matrix((parts, (rows, columns)), shape=(size, size))
    direct: np.ndarray = np.asarray(matrix[:, [0]].toarray()).ravel()
    if size == 1:
        return direct
    with warnings.catch_warnings():
        warnings.simplefilter("error", MatrixRankWarning)
        try:
            found = np.asarray(spsolve(identity(size, format="csc") - matrix.tocsc(), direct))
        except MatrixRankWarning:
            return None
    sound = np.isfinite(found).all() and found.min() > -LEAST_SEEN and found.max() < _MOST
    return found if sound else None


_MOST = 1.0 + SLACK


def _percent(part: float) -> Decimal:
    return (Decimal(repr(max(float(part), 0.0))) * WHOLE).quantize(PLACES).normalize() + 0

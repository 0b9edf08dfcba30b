"""How much of the profit of one entity comes up to each of those above it, each unit once."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_matrix, csr_matrix, identity
from scipy.sparse.linalg import MatrixRankWarning, spsolve

from navicert.facts.ownership import WHOLE
from navicert.parties.ownership.circles import circles_of
from navicert.parties.ownership.shares import Share

SLACK = 1e-6
MOST_IN_CIRCLE = 1000
"""Entities of one circle up to which what goes round in it is taken out again."""

Parts = NDArray[np.float64]


def arriving(
    nodes: Sequence[str], held: Sequence[tuple[Share, Decimal]]
) -> dict[str, float] | None:
    """Give the part of the first node's profit that reaches each other one, between 0 and 1.

    None where it does not converge. Who stands in a circle of too many is left out.
    """
    at = {node: place for place, node in enumerate(nodes)}
    ends = ([at[one.owner] for one, _ in held], [at[one.owned] for one, _ in held])
    parts = [float(amount / WHOLE) for _, amount in held]
    matrix = csr_matrix((parts, ends), shape=(len(nodes), len(nodes)))
    passing = _passing(matrix)
    if passing is None:
        return None
    again = np.ones(len(nodes))
    large: set[int] = set()
    for circle in circles_of(nodes, held):
        places = [at[node] for node in circle]
        if len(places) > MOST_IN_CIRCLE:
            large.update(places)
            continue
        rounds = _rounds(matrix[places][:, places].toarray())
        if rounds is None:
            return None
        again[places] = rounds
    found = passing / again
    if found[1:].max(initial=0.0) > 1.0 + SLACK:
        return None
    kept = (place for place in range(1, len(nodes)) if place not in large)
    return {nodes[place]: min(max(float(found[place]), 0.0), 1.0) for place in kept}


def _passing(matrix: csr_matrix) -> Parts | None:
    """Solve for all that passes through each node, as often as it does."""
    size = matrix.shape[0]
    first = np.zeros(size)
    first[0] = 1.0
    system = csc_matrix(identity(size, format="csc") - matrix.tocsc())
    with warnings.catch_warnings():
        warnings.simplefilter("error", MatrixRankWarning)
        try:
            found = np.atleast_1d(np.asarray(spsolve(system, first), dtype=np.float64))
        except MatrixRankWarning:
            return None
    return found if np.isfinite(found).all() and found.min() > -SLACK else None


def _rounds(circle: Parts) -> Parts | None:
    """Give how often a unit that is at a node of a circle passes through it, the first counted."""
    try:
        found = np.linalg.inv(np.identity(len(circle)) - circle)
    except np.linalg.LinAlgError:
        return None
    return np.diag(found) if np.isfinite(found).all() and found.min() > -SLACK else None

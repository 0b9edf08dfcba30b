"""Recall at a share of alerts: how many are found where few clean names bother anybody.

The threshold is lowered until a share of the clean queries alerts, that is, has any result at or
above it. Where several clean queries have the same score, either all of them alert or none, so
that the share is never exceeded. A query is found when an expected party is among the first ten
(distinct parties, by score) at or above the threshold.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import inf, nextafter

from benchmarks.screening.queries import ALIASES, Query

FIRST = 10
SHARES = {"0_2pct": Fraction(2, 1000), "1pct": Fraction(1, 100), "5pct": Fraction(5, 100)}
"""The shares of clean queries that may alert, under their names in the results."""

Answer = tuple[tuple[str, float], ...]
"""Distinct parties with their scores, best first, ten at most."""


@dataclass(frozen=True, slots=True)
class Recall:
    """Recall at one share of alerts: of all, of all but held-out aliases, and by class."""

    threshold: float
    all: float
    but_aliases: float
    by_class: dict[str, float]
    alerts: int


def first(found: Iterable[tuple[str, float]]) -> Answer:
    """Keep the first ten distinct parties of results that come best first.

    >>> first([("a", 0.9), ("a", 0.8), ("b", 0.7)])
    (('a', 0.9), ('b', 0.7))
    """
    best: dict[str, float] = {}
    for party, score in found:
        if party not in best:
            if len(best) == FIRST:
                break
            best[party] = score
    return tuple(best.items())


def threshold(best: Sequence[float | None], share: Fraction) -> float:
    """Lower the threshold until a share of the clean queries alerts; give the score of the last.

    ``best`` has the best score of each clean query, None for one without a result. When fewer
    have a result, everything counts: the threshold is 0.

    >>> threshold([0.9, 0.8, 0.7, None], Fraction(1, 2))
    0.8
    >>> threshold([0.9, 0.8, 0.8, None], Fraction(1, 2))
    0.9
    """
    scores = sorted((score for score in best if score is not None), reverse=True)
    allowed = int(share * len(best))
    if len(scores) <= allowed:
        return 0.0
    too_low = scores[allowed]
    return next((score for score in reversed(scores[:allowed]) if score > too_low),
                nextafter(too_low, inf))  # fmt: skip


def is_found(query: Query, answer: Answer, least: float) -> bool:
    """Tell whether an expected party is among the first ten at or above the threshold."""
    return any(party in query.expected for party, score in answer[:FIRST] if score >= least)


def recall(queries: Sequence[Query], answers: Sequence[Answer], share: Fraction) -> Recall:
    """Measure recall at a share of alerts; the answers are in the order of the queries."""
    asked = list(zip(queries, answers, strict=True))
    clean = [answer[0][1] if answer else None for query, answer in asked if not query.expected]
    least = threshold(clean, share)
    hits: defaultdict[str, list[bool]] = defaultdict(list)
    for query, answer in asked:
        if query.expected:
            hits[query.kind].append(is_found(query, answer, least))
    return Recall(
        threshold=least,
        all=part(hit for some in hits.values() for hit in some),
        but_aliases=part(hit for kind, some in hits.items() if kind != ALIASES for hit in some),
        by_class={kind: part(some) for kind, some in sorted(hits.items())},
        alerts=sum(score is not None and score >= least for score in clean),
    )


def part(hits: Iterable[bool]) -> float:
    """Give the share of those that hit, to four places; 0 of none."""
    counted = list(hits)
    return round(sum(counted) / len(counted), 4) if counted else 0.0


def percentile(seconds: Sequence[float], percent: int) -> float:
    """Give the time that so many percent of the queries did not exceed, in milliseconds.

    >>> percentile([0.003, 0.001, 0.002, 0.004], 50)
    2.0
    """
    ordered = sorted(seconds)
    place = max(0, -(-len(ordered) * percent // 100) - 1)
    return round(1000 * ordered[place], 4) if ordered else 0.0

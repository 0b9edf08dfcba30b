"""One piece of evidence, and what several of them come to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import exp, log

from navicert.facts.evidence import MOST, Evidence
from navicert.parties import shipped
from navicert.terms.truth import Truth

__all__ = ("MOST", "Evidence", "best", "cases_of", "moved", "of", "points_of", "total")


def of(what: str, case: str, text: str, *, table: str = "") -> Evidence:
    """Make a piece of evidence, weighed as the table of its kind, or another, says.

    >>> of("country", "same", "both in NA").agrees
    <Truth.YES: 'yes'>
    """
    points = points_of(table or what, case)
    agrees = Truth.YES if points > 0 else Truth.NO if points < 0 else Truth.UNKNOWN
    return Evidence(what, agrees, points, text)


def points_of(what: str, case: str) -> float:
    """Give the weight of one case of one kind of evidence."""
    return float(_weights()[what][case])


def cases_of(what: str) -> frozenset[str]:
    """Give the cases of one kind that have a weight."""
    return frozenset(_weights()[what])


def total(all_: Iterable[Evidence]) -> float:
    """Add pieces of evidence, from the most that may speak against a name to 1.

    A contradiction moves a name down the list and never off it, since people move, marry, and
    have two passports; so that all of them together are held at a floor. What decides, decides.

    >>> total(())
    0.0
    """
    found = tuple(all_)
    if any(one.decides for one in found):
        return MOST
    added = round(sum((one.points for one in found), start=0.0), 6)
    return max(points_of("total", "most_against"), min(points_of("total", "most_for"), added))


def moved(score: float, all_: Iterable[Evidence], least: float) -> float:
    """Move the score of names by the evidence, in log-odds, and never under ``least``.

    >>> country = of("country", "other", "NA here, ML on the list")
    >>> moved(0.9, (country,), 0.3), moved(0.32, (country,), 0.3), moved(0.9, (), 0.3)
    (0.8142, 0.3, 0.9)
    """
    points = total(all_)
    if not points:
        return score
    if points >= MOST:
        return MOST
    held = min(max(score, 1 - _SUREST), _SUREST)
    odds = log(held / (1 - held)) + points * points_of("total", "log_odds")
    told = round(1 / (1 + exp(-odds)), 4)
    return (
        max(score, min(told, _SUREST)) if points > 0 else max(min(score, least), min(score, told))
    )


_SUREST = 0.99
"""The most that agreement gives to names, and where a contradiction of the same ones starts."""


def best(all_: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Keep the one that speaks most for the party, the first of equals; nothing of nothing."""
    found = tuple(all_)
    return (max(found, key=lambda one: one.points),) if found else ()


def _weights() -> Mapping[str, Mapping[str, float]]:
    return shipped.table("navicert.parties.screening.evidence", "weights.toml")

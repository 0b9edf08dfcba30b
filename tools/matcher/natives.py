"""The points for names of other scripts: listed ones, and made-up ones for want of more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from navicert.parties.screening.navicert_1.card import MARKED
from tools.matcher.characters import of_characters
from tools.matcher.samples import Samples, of_scripts

FOLDS, SPREAD = 5, 7919
PENALTY = 1.0
RIGHT = 3.0
"""What a right answer counts for against a wrong one: a miss is worse than a look."""
LEAST = 0.0

Fitting = tuple[Callable[..., Any], Callable[..., Any]]
"""What fits a card, and what scores rows by cards fitted on the other folds."""


def native_samples(folder: Path) -> tuple[Samples, Samples]:
    """Give the listed names of other scripts, and the made-up ones."""
    return of_scripts(folder), of_characters()


def of_clean(retrieval: Samples) -> Samples:
    """Give the rows of a retrieval set with a name of another script: most are clean names."""
    found = Samples(queries=retrieval.queries)
    for row, right, group in zip(retrieval.rows, retrieval.right, retrieval.groups, strict=True):
        if row[MARKED]:
            found.rows.append(row)
            found.right.append(right)
            found.groups.append(group)
    return found


def native_card(
    samples: tuple[Samples, Samples, Samples], fitting: Fitting, wrong: float
) -> tuple[tuple[float, list[float]], dict[str, Any], Any]:
    """Fit the points for names of other scripts; tell what cross-validation by party finds.

    ``wrong`` is what a wrong answer counts for where a Latin name was asked for, or a clean one.
    Last are the scores of the rows of the retrieval set, by points fitted on the others.
    """
    listed, made_up, clean = samples
    weights = [
        RIGHT if right else (1.0 if row[MARKED] == 1 else wrong)
        for one in (listed, made_up)
        for row, right in zip(one.rows, one.right, strict=True)
    ]
    both = Samples(
        listed.rows + made_up.rows + clean.rows,
        listed.right + made_up.right + clean.right,
        weights + [wrong] * len(clean.rows),
    )
    fitted, cross_validated = fitting
    folds = [*_folds(listed), *(group % FOLDS for one in (made_up, clean) for group in one.groups)]
    scores = cross_validated(both, folds, PENALTY)
    told = _told(listed, scores[: len(listed.rows)])
    last = len(scores) - len(clean.rows)
    told["made up"] = _shares(made_up.right, scores[len(listed.rows) : last])
    return fitted(both, slice(None), PENALTY), told, scores[last:]


def _folds(samples: Samples) -> list[int]:
    """Keep what belongs to one party in one fold."""
    parties = ["".join(query["exp"]) or query["q"] for query in samples.queries]
    number = {party: place for place, party in enumerate(dict.fromkeys(parties))}
    return [number[parties[group]] * SPREAD % FOLDS for group in samples.groups]


def _told(samples: Samples, scores: Sequence[float]) -> dict[str, Any]:
    """Give by class the shares of names that find their own party, and that find others.

    Those that can have a name of their party among the candidates. ``strangers`` are names with no
    party of their own that alert all the same.
    """
    hit, wrong, near = set[int](), set[int](), set[int]()
    for group, right, score in zip(samples.groups, samples.right, scores, strict=True):
        if right:
            near.add(group)
        if score >= LEAST:
            (hit if right else wrong).add(group)
    told: dict[str, Any] = {}
    for kind in ("native", "latin"):
        own = {n for n, one in enumerate(samples.queries) if one["cls"] == kind and one["exp"]}
        strange = {n for n, one in enumerate(samples.queries) if one["cls"] == kind} - own
        told[kind] = {
            "recall": len(own & hit) / len(own),
            "recall of candidates": len(own & hit) / len(own & near),
            "also others": len(own & wrong) / len(own),
            "strangers": f"{len(strange & wrong)} of {len(strange)}",
        }
    return told


def _shares(right: list[bool], scores: Sequence[float]) -> dict[str, float]:
    """Give the share of right ones and of wrong ones that are told."""
    said = [score >= LEAST for score in scores]
    rights = [one for one, is_right in zip(said, right, strict=True) if is_right]
    wrongs = [one for one, is_right in zip(said, right, strict=True) if not is_right]
    return {"recall": sum(rights) / len(rights), "wrong": sum(wrongs) / len(wrongs)}

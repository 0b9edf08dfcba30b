"""Fit the score cards: ``python -m tools.matcher.fit CORPUS/matching [CARD]``.

Prints what five-fold cross-validation finds, as JSON on the last line, and writes the cards.
Wants scikit-learn, which nothing else here needs.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from navicert.parties.screening.navicert_1.card import MARKED
from navicert.parties.screening.navicert_1.features import NAMES
from tools.matcher.natives import native_card, native_samples, of_clean
from tools.matcher.samples import (
    ALIASES,
    Samples,
    of_made_up_companies,
    of_pairs,
    of_retrieval,
)

CARD = Path(__file__).parents[2] / "src/navicert/parties/screening/navicert_1/card.toml"
FOLDS = 5
ALERTS = 0.01
"""The share of clean names that may alert at the threshold of the alert card."""
FIRST = 10
MADE_UP = 0.3
"""What a made-up company counts for against a query of the retrieval set."""
WRONG_NATIVE = 4.0
"""What a listed name of another script counts for that a Latin name must not alert on."""
SHIPPED = 0.5
"""The least score that is told where nobody asks for another one."""
Numbers: TypeAlias = npt.NDArray[np.float64]
Chosen: TypeAlias = npt.NDArray[np.bool_] | slice


def fitted(samples: Samples, chosen: Chosen, penalty: float) -> tuple[float, list[float]]:
    """Fit a card on the chosen rows: what it starts from, and the points a unit of each figure."""
    rows = np.array(samples.rows)[chosen]
    scaler = StandardScaler().fit(rows)
    model = LogisticRegression(max_iter=3000, C=penalty)
    model.fit(
        scaler.transform(rows),
        np.array(samples.right)[chosen],
        sample_weight=np.array(samples.weights)[chosen],
    )
    points = model.coef_[0] / scaler.scale_
    base = float(model.intercept_[0] - points @ scaler.mean_)
    return round(base, 4), [round(float(one), 4) for one in points]


def cross_validated(samples: Samples, folds: Sequence[int], penalty: float) -> Numbers:
    """Score each row by a card that was fitted on the other folds."""
    rows, fold = np.array(samples.rows), np.array(folds)
    scores = np.zeros(len(rows))
    for one in range(FOLDS):
        base, points = fitted(samples, fold != one, penalty)
        scores[fold == one] = base + rows[fold == one] @ np.array(points)
    return scores


def with_natives(samples: Samples, scores: Numbers, native: tuple[float, list[float]]) -> Numbers:
    """Put the scores of the points for names of other scripts where they count."""
    rows, (base, points) = np.array(samples.rows), native
    return np.where(rows[:, MARKED] > 0, base + rows @ np.array(points), scores)


def retrieved(samples: Samples, scores: Numbers, rate: float) -> tuple[float, dict[str, float]]:
    """Give the threshold at which a share of clean queries alerts, and the recall by class."""
    best = np.full(len(samples.queries), -99.0)
    np.maximum.at(best, samples.groups, scores)
    clean = np.array([not query["exp"] for query in samples.queries])
    threshold = float(np.sort(best[clean])[::-1][int(rate * clean.sum())]) + 1e-9
    hit: dict[str, list[bool]] = {}
    by_query: dict[int, list[int]] = {}
    for row, group in enumerate(samples.groups):
        by_query.setdefault(group, []).append(row)
    for number, query in enumerate(samples.queries):
        if query["exp"]:
            ranked = sorted(by_query.get(number, []), key=lambda row: -scores[row])
            parties = dict.fromkeys(
                samples.party[row] for row in ranked if scores[row] >= threshold
            )
            found = not set(query["exp"]).isdisjoint(list(parties)[:FIRST])
            hit.setdefault(query["cls"], []).append(found)
    recall = {name: float(np.mean(some)) for name, some in sorted(hit.items())}
    rest = [one for name, some in hit.items() if name != ALIASES for one in some]
    recall["all"] = float(np.mean([one for some in hit.values() for one in some]))
    recall["all but aliases"] = float(np.mean(rest))
    return threshold, recall


def f1(samples: Samples, scores: Numbers, threshold: float) -> float:
    """Give F1 of the pairs at a threshold."""
    right, said = np.array(samples.right), scores >= threshold
    return float(2 * (right & said).sum() / (right.sum() + said.sum()))


def of_verdicts(
    pairs: Samples, native: tuple[float, list[float]]
) -> tuple[tuple[float, list[float], float], dict[str, Any]]:
    """Fit the verdict card, and say what cross-validation and the pairs themselves give."""
    folds = [group * 7919 % FOLDS for group in pairs.groups]
    best: dict[float, tuple[float, float]] = {}
    for penalty in (0.2, 1.0, 5.0):
        scores = with_natives(pairs, cross_validated(pairs, folds, penalty), native)
        best[penalty] = max((f1(pairs, scores, at), float(at)) for at in np.arange(-2, 2, 0.05))
    base, points = fitted(pairs, slice(None), 1.0)
    scores = with_natives(pairs, base + np.array(pairs.rows) @ np.array(points), native)
    reached = max((f1(pairs, scores, at), float(at)) for at in np.arange(-1, 1, 0.05))
    return (base, points, reached[1]), {"f1_cross_validated": best, "f1_on_itself": reached}


def main(folder: Path, card: Path = CARD) -> int:
    """Fit both cards and write them."""
    retrieval, pairs = of_retrieval(folder / "retrieval"), of_pairs(folder / "name_bench.csv")
    natives = (*native_samples(folder / "retrieval"), of_clean(retrieval))
    native, of_native, clean = native_card(natives, (fitted, cross_validated), WRONG_NATIVE)
    native_verdict, of_verdict, _ = native_card(natives, (fitted, cross_validated), 1.0)
    names = ["|".join(query["exp"]) or query["q"] for query in retrieval.queries]
    number = {name: place for place, name in enumerate(dict.fromkeys(names))}
    folds = [number[names[group]] * 7919 % FOLDS for group in retrieval.groups]
    made_up = of_made_up_companies(folder / "retrieval")
    both = Samples(
        retrieval.rows + made_up.rows,
        retrieval.right + made_up.right,
        retrieval.weights + [weight * MADE_UP for weight in made_up.weights],
    )
    validated = cross_validated(both, [*folds, *(group % FOLDS for group in made_up.groups)], 1.0)[
        : len(folds)
    ]
    validated[np.array(retrieval.rows)[:, MARKED] > 0] = clean
    threshold, recall = retrieved(retrieval, validated, ALERTS)
    base, points = fitted(both, slice(None), 1.0)
    whole = with_natives(retrieval, base + np.array(retrieval.rows) @ np.array(points), native)
    _, on_itself = retrieved(retrieval, whole, ALERTS)
    verdicts, told = of_verdicts(pairs, native_verdict)
    write(
        card,
        {
            "alert": (base, points, float(np.log(SHIPPED / (1 - SHIPPED)))),
            "verdict": verdicts,
            "alert.native": (*native, None),
            "verdict.native": (*native_verdict, None),
        },
    )
    told |= {
        "recall_cross_validated": recall,
        "threshold_cross_validated": threshold,
        "recall_on_itself": on_itself["all"],
        "but_aliases_on_itself": on_itself["all but aliases"],
        "native_cross_validated": of_native,
        "native_verdicts_cross_validated": of_verdict,
    }
    print(json.dumps(told))
    return 0


def write(card: Path, cards: dict[str, tuple[float, list[float], float | None]]) -> None:
    """Write the cards as TOML; thresholds as scores between 0 and 1."""
    text = card.read_text(encoding="utf-8").split("[alert]")[0] if card.exists() else ""
    for name, (base, points, threshold) in cards.items():
        text += f"[{name}]\nbase = {base}\n"
        if threshold is not None:
            text += f"threshold = {1 / (1 + np.exp(-threshold)):.4f}\n"
        text += f"\n[{name}.points]\n"
        text += "".join(f"{one} = {point}\n" for one, point in zip(NAMES, points, strict=True))
        text += "\n"
    card.write_text(text.rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) not in {2, 3}:
        sys.exit(__doc__)
    sys.exit(main(*map(Path, sys.argv[1:])))

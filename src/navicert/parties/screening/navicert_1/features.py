"""What the model looks at: 54 plain figures of an alignment, each with a name."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz import fuzz

from navicert.parties.screening.navicert_1.align import Alignment
from navicert.parties.screening.navicert_1.weights import is_known, weight
from navicert.parties.screening.navicert_1.words import known

WAYS = (
    *("exact", "ocr", "typo1", "typo2", "phon", "vowel", "abjad", "prefix", "join", "init"),
    *("trunc", "fuzzy"),
)
"""The ways in which two words can be alike."""

NAMES = (
    *("asked_covered", "listed_covered", "less_covered", "evidence", "exact_evidence"),
    *("asked_left", "listed_left", "asked_left_most", "listed_left_most", "worst", "loss"),
    *("sorted_ratio", "joined_ratio", "better_ratio", "figures_differ", "other_order", "whole"),
    *("asked_whole", "listed_whole", "best_word", "second_word", "asked_one", "listed_one"),
    *("asked_words", "listed_words", "has_form", "form_on_person", "exact_words", "asked_open"),
    *("listed_open", "marked", "whole_evidence", "whole_initials", "whole_vowels"),
    *("covered_evidence", "known_slips", "initials_in_order", "covered_form", "little_evidence"),
    *("weak_best", *WAYS),
)
"""The names of the figures, in their order."""

_OF_INITIAL, _OF_CUT = (0.25, 0.4, 0.3), (0.4, 0.6, 0.5)
"""For an initial, and for a word cut short: weight where asked, where listed, share as evidence."""
_AMBIGUOUS_FORMS = frozenset({"de", "e", "y", "as"})
_LITTLE, _WEAK = 0.8, 0.5
_MOST_COUNTED = 3


@dataclass(slots=True)
class _Sums:
    """What is added up over the pairs."""

    evidence: float = 0.0
    exact: float = 0.0
    loss: float = 0.0
    listed: float = 0.0
    worst: float = 1.0
    slips: int = 0
    exact_words: int = 0


def features(found: Alignment, *, of_person: bool) -> list[float]:
    """Give the figures of an alignment; ``of_person`` tells that the listed party is a person."""
    asked, listed = found.asked.words, found.listed
    forms = known().forms
    own = [weight(word) for word in listed]
    counted, met = list(own), dict[int, tuple[float, float]]()
    ways = dict.fromkeys(WAYS, 0)
    sums, parts = _Sums(), list[float]()
    for i, j, degree, how in found.pairs:
        ways[how] += 1
        worth = own[j]
        if how in {"init", "trunc"}:
            of_asked, of_listed, _ = _OF_INITIAL if how == "init" else _OF_CUT
            worth, counted[j] = min(worth, of_asked), min(own[j], of_listed)
        before = met.get(i, (0.0, 0.0))
        met[i] = max(before[0], worth), max(before[1], degree)
        parts.append(_pair(sums, (asked[i], degree, how), (own[j], counted[j]), listed[j] in forms))
    asked_weights = [met[i][0] if i in met else weight(word) for i, word in enumerate(asked)]
    asked_left = [asked_weights[i] for i in found.left()]
    listed_left = [own[j] for j in found.open()]
    covered = sum(asked_weights[i] * degree for i, (_, degree) in met.items())
    asked_covered = covered / (sum(asked_weights) or 0.01)
    listed_covered = sums.listed / (sum(counted) or 0.01)
    less = min(asked_covered, listed_covered)
    sorted_ratio, joined_ratio = _ratios(asked, listed)
    ordered = [j for _, j, _, _ in sorted(found.pairs)]
    turned = any(one > other for one, other in zip(ordered, ordered[1:], strict=False))
    whole = not asked_left and not listed_left
    parts.sort(reverse=True)
    best = parts[0] if parts else 0.0
    has_form = any(word in forms and word not in _AMBIGUOUS_FORMS for word in asked)
    initials = min(ways["init"], _MOST_COUNTED)
    return [
        *(asked_covered, listed_covered, less, sums.evidence, sums.exact),
        *(sum(asked_left), sum(listed_left), max(asked_left, default=0.0)),
        *(max(listed_left, default=0.0), sums.worst, sums.loss),
        *(sorted_ratio, joined_ratio, max(sorted_ratio, joined_ratio)),
        float(_figures(asked) != _figures(listed) and not ways["ocr"]),
        *(float(turned), float(whole), float(not asked_left), float(not listed_left)),
        *(best, parts[1] if len(parts) > 1 else 0.0, float(len(asked) == 1)),
        *(float(len(listed) == 1), float(min(len(asked), 6)), float(min(len(listed), 6))),
        *(float(has_form), float(has_form and of_person), float(min(sums.exact_words, 4))),
        *(float(len(asked_left)), float(len(listed_left)), float(any(found.asked.marks))),
        *(whole * sums.evidence, float(whole * initials), float(whole * ways["vowel"])),
        *(less * less * min(sums.evidence, 3), float(min(sums.slips, _MOST_COUNTED))),
        *(float(whole and initials > 0 and not turned), less * has_form),
        *(float(sums.evidence < _LITTLE), float(best < _WEAK)),
        *(float(min(ways[how], _MOST_COUNTED)) for how in WAYS),
    ]


def _pair(
    sums: _Sums, met: tuple[str, float, str], worth: tuple[float, float], is_form: bool
) -> float:
    """Add a pair to the sums, and give the evidence in it; none in a legal form."""
    word, degree, how = met
    own, counted = worth
    told = own
    if is_known(word) and how not in _PARTIAL:
        told = min(own, max(weight(word), 0.3 * own))
    if how not in {"exact", "init"} and is_known(word):
        sums.slips += 1
    share = _OF_INITIAL[2] if how == "init" else _OF_CUT[2] if how == "trunc" else 1.0
    evidence = told * degree * share
    sums.evidence += evidence
    sums.loss += told * (1 - degree)
    sums.listed += counted * degree
    if how == "exact":
        sums.exact += told
        sums.exact_words += not is_form
    if how not in {"init", "trunc"}:
        sums.worst = min(sums.worst, max(degree, 0.8) if is_form else degree)
    return 0.0 if is_form else evidence


_PARTIAL = frozenset({"init", "join", "prefix", "trunc"})


def _ratios(asked: tuple[str, ...], listed: tuple[str, ...]) -> tuple[float, float]:
    """Give the shares of letters that agree: words sorted, and all written as one."""
    in_order = fuzz.ratio(" ".join(sorted(asked)), " ".join(sorted(listed)))
    as_one = fuzz.ratio("".join(asked), "".join(listed))
    return in_order / 100, as_one / 100


def _figures(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for word in words if word.isdigit())

"""What the model looks at: 52 plain figures of an alignment, each with a name."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from rapidfuzz import fuzz

from navicert.parties.screening.navicert_1.align import Alignment, Pair
from navicert.parties.screening.navicert_1.asked import figures
from navicert.parties.screening.navicert_1.likeness import WAYS
from navicert.parties.screening.navicert_1.words import known

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
_LITTLE, _WEAK = 0.8, 0.5
_MOST_COUNTED, _MOST_WORDS, _MOST_EXACT = 3.0, 6, 4
_LEAST_FORM = 0.8
_PARTIAL = frozenset({"init", "join", "prefix", "trunc"})
_ONLY_LISTED = 0.5
_PLACE: Mapping[str, int] = {how: place for place, how in enumerate(WAYS)}
_OCR, _VOWEL, _INIT = _PLACE["ocr"], _PLACE["vowel"], _PLACE["init"]


def features(found: Alignment, *, of_person: bool) -> list[float]:
    """Give the figures of an alignment; ``of_person`` tells that the listed party is a person."""
    met, asked = _Met(found), found.asked
    asked_left, asked_most = _left(asked.weights, found.used)
    listed_left, listed_most = _left(found.weights, found.met)
    covered, listed_covered = met.covered()
    less = min(covered, listed_covered)
    differ = asked.figures != figures(found.listed) and not met.ways[_OCR]
    figured = [
        covered, listed_covered, less, met.evidence, met.exact,
        asked_left, listed_left, asked_most, listed_most, met.worst, met.loss,
    ]  # fmt: skip
    figured += _ratios(found)
    figured.append(1.0 if differ else 0.0)
    figured += _shape(met, less, of_person=of_person)
    figured += met.counts()
    return figured


class _Met:
    """What is added up over the pairs of an alignment."""

    __slots__ = (
        *("best", "counted", "evidence", "exact", "exact_words", "found", "listed", "loss"),
        *("met", "second", "slips", "ways", "worst"),
    )

    def __init__(self, found: Alignment) -> None:
        self.found = found
        self.counted = list(found.weights)
        self.met: dict[int, tuple[float, float]] = {}
        self.ways = [0.0] * len(WAYS)
        self.evidence = self.exact = self.loss = self.listed = self.best = self.second = 0.0
        self.worst, self.slips, self.exact_words = 1.0, 0, 0
        forms, words = known().forms, found.listed
        for i, j, degree, how in found.pairs:
            self.ways[_PLACE[how]] += 1
            is_form = words[j] in forms
            if how == "exact":
                self._add_exact(i, found.weights[j], is_form=is_form)
            else:
                self._add((i, j, degree, how), is_form=is_form)

    def _add_exact(self, i: int, own: float, *, is_form: bool) -> None:
        self.exact += own
        self.listed += own
        if i in self.met:
            self._meet(i, own, 1.0)
        else:
            self.met[i] = own, 1.0
        if is_form:
            self.evidence += own
        else:
            self.exact_words += 1
            self._tell(own)

    def _add(self, pair: Pair, *, is_form: bool) -> None:
        """Add a pair of words that are not the same to the sums."""
        i, j, degree, how = pair
        own = self.found.weights[j]
        worth, told, share = own, own, 1.0
        if how in {"init", "trunc"}:
            of_asked, of_listed, share = _OF_INITIAL if how == "init" else _OF_CUT
            worth, self.counted[j] = min(own, of_asked), min(own, of_listed)
        else:
            self.worst = min(self.worst, max(degree, _LEAST_FORM) if is_form else degree)
        if self.found.asked.known[i]:
            self.slips += how != "init"
            if how not in _PARTIAL:
                told = min(own, max(self.found.asked.weights[i], 0.3 * own))
        self.loss += told * (1 - degree)
        self.listed += self.counted[j] * degree
        self._meet(i, worth, degree)
        if is_form:
            self.evidence += told * degree * share
        else:
            self._tell(told * degree * share)

    def _meet(self, i: int, worth: float, degree: float) -> None:
        before = self.met.get(i)
        self.met[i] = (max(before[0], worth), max(before[1], degree)) if before else (worth, degree)

    def _tell(self, evidence: float) -> None:
        """Add evidence of a word that is no legal form; the two best words count besides."""
        self.evidence += evidence
        if evidence > self.best:
            self.best, self.second = evidence, self.best
        elif evidence > self.second:
            self.second = evidence

    def covered(self) -> tuple[float, float]:
        """Give the shares of both names that are met."""
        total, covered, met = 0.0, 0.0, self.met
        for i, weight in enumerate(self.found.asked.weights):
            if i in met:
                worth, degree = met[i]
                total += worth
                covered += worth * degree
            else:
                total += weight
        return covered / (total or 0.01), self.listed / (sum(self.counted) or 0.01)

    def counts(self) -> list[float]:
        """Count the pairs that came about in each way."""
        if len(self.found.pairs) <= _MOST_COUNTED:
            return self.ways
        return [min(count, _MOST_COUNTED) for count in self.ways]


def _shape(met: _Met, less: float, *, of_person: bool) -> tuple[float, ...]:
    """Give what is whole, how many words there are, and what comes together."""
    found, evidence, ways = met.found, met.evidence, met.ways
    asked, listed = len(found.asked.words), len(found.listed)
    asked_open, listed_open = asked - len(found.used), listed - len(found.met)
    whole = 0.0 if asked_open or listed_open else 1.0
    turned = _is_turned(found)
    has_form = 1.0 if found.asked.has_form else 0.0
    initials = min(ways[_INIT], _MOST_COUNTED)
    return (
        1.0 if turned else 0.0, whole, 0.0 if asked_open else 1.0, 0.0 if listed_open else 1.0,
        met.best, met.second, 1.0 if asked == 1 else 0.0, 1.0 if listed == 1 else 0.0,
        float(min(asked, _MOST_WORDS)), float(min(listed, _MOST_WORDS)),
        has_form, has_form if of_person else 0.0,
        float(min(met.exact_words, _MOST_EXACT)), float(asked_open), float(listed_open),
        _marked(found), whole * evidence, whole * initials,
        whole * ways[_VOWEL], less * less * min(evidence, 3.0),
        float(min(met.slips, _MOST_COUNTED)), 1.0 if whole and initials and not turned else 0.0,
        less * has_form, 1.0 if evidence < _LITTLE else 0.0, 1.0 if met.best < _WEAK else 0.0,
    )  # fmt: skip


def _left(weights: Sequence[float], met: Container[int]) -> tuple[float, float]:
    """Give the weight of the words that met nothing, and the most of one."""
    left = [weight for place, weight in enumerate(weights) if place not in met]
    return (sum(left), max(left)) if left else (0.0, 0.0)


def _marked(found: Alignment) -> float:
    """Tell whose words are of a script that is not compared letter by letter: asked, or listed.

    A listed name that is written in both is compared by its Latin words.
    """
    if found.asked.marked:
        return 1.0
    return _ONLY_LISTED if max(found.listed, default="~") < " " else 0.0


def _is_turned(found: Alignment) -> bool:
    """Tell whether the words stand in another order."""
    if len(found.pairs) < _PAIR:
        return False
    ordered = [pair[1] for pair in sorted(found.pairs)]
    return ordered != sorted(ordered)


_PAIR = 2


def _ratios(found: Alignment) -> tuple[float, float, float]:
    """Give the shares of letters that agree: words sorted, all written as one, the better one."""
    asked, listed = found.asked, found.listed
    in_order = fuzz.ratio(asked.in_order, " ".join(sorted(listed))) / 100
    as_one = fuzz.ratio(asked.as_one, "".join(listed)) / 100
    return in_order, as_one, max(in_order, as_one)

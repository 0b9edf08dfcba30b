"""What the model looks at: 52 plain figures of an alignment, each with a name."""

from __future__ import annotations

from itertools import pairwise

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
_MOST_COUNTED, _MOST_WORDS, _MOST_EXACT = 3, 6, 4
_LEAST_FORM = 0.8
_PARTIAL = frozenset({"init", "join", "prefix", "trunc"})


def features(found: Alignment, *, of_person: bool) -> list[float]:
    """Give the figures of an alignment; ``of_person`` tells that the listed party is a person."""
    met = _Met(found)
    asked_left, asked_most = met.left_of_asked()
    listed_left, listed_most = met.left_of_listed()
    return [
        *met.coverage(),
        *(asked_left, listed_left, asked_most, listed_most, met.worst, met.loss),
        *_ratios(found),
        float(_figures(found.asked.words) != _figures(found.listed) and not met.ways["ocr"]),
        *met.shape(of_person=of_person),
        *(float(min(met.ways[how], _MOST_COUNTED)) for how in WAYS),
    ]


class _Met:
    """What is added up over the pairs of an alignment."""

    __slots__ = (
        *("best", "counted", "exact", "exact_words", "found", "listed", "loss", "met", "own"),
        *("second", "evidence", "slips", "ways", "worst"),
    )

    def __init__(self, found: Alignment) -> None:
        self.found = found
        self.own = [weight(word) for word in found.listed]
        self.counted = list(self.own)
        self.met: dict[int, tuple[float, float]] = {}
        self.ways = dict.fromkeys(WAYS, 0)
        self.evidence = self.exact = self.loss = self.listed = self.best = self.second = 0.0
        self.worst, self.slips, self.exact_words = 1.0, 0, 0
        for i, j, degree, how in found.pairs:
            self._add(i, j, degree, how)

    def _add(self, i: int, j: int, degree: float, how: str) -> None:
        """Add a pair to the sums."""
        self.ways[how] += 1
        word, own = self.found.asked.words[i], self.own[j]
        is_form = self.found.listed[j] in known().forms
        if how == "exact":
            self._add_exact(i, own, is_form=is_form)
            return
        worth, told, share = own, own, 1.0
        if how in {"init", "trunc"}:
            of_asked, of_listed, share = _OF_INITIAL if how == "init" else _OF_CUT
            worth, self.counted[j] = min(own, of_asked), min(own, of_listed)
        else:
            self.worst = min(self.worst, max(degree, _LEAST_FORM) if is_form else degree)
        if is_known(word):
            self.slips += how != "init"
            if how not in _PARTIAL:
                told = min(own, max(weight(word), 0.3 * own))
        self.loss += told * (1 - degree)
        self.listed += self.counted[j] * degree
        self._meet(i, worth, degree)
        self._tell(told * degree * share, is_form=is_form)

    def _add_exact(self, i: int, own: float, *, is_form: bool) -> None:
        self.exact += own
        self.exact_words += not is_form
        self.listed += own
        self._meet(i, own, 1.0)
        self._tell(own, is_form=is_form)

    def _meet(self, i: int, worth: float, degree: float) -> None:
        before = self.met.get(i)
        self.met[i] = (max(before[0], worth), max(before[1], degree)) if before else (worth, degree)

    def _tell(self, evidence: float, *, is_form: bool) -> None:
        """Add evidence; the two best words count besides, and no legal form is one of them."""
        self.evidence += evidence
        if is_form:
            return
        if evidence > self.best:
            self.best, self.second = evidence, self.best
        elif evidence > self.second:
            self.second = evidence

    def coverage(self) -> tuple[float, float, float, float, float]:
        """Give the shares of both names that are met, the less of the two, and the evidence."""
        total = covered = 0.0
        for i, word in enumerate(self.found.asked.words):
            pair = self.met.get(i)
            total += pair[0] if pair else weight(word)
            covered += pair[0] * pair[1] if pair else 0.0
        asked, listed = covered / (total or 0.01), self.listed / (sum(self.counted) or 0.01)
        return asked, listed, min(asked, listed), self.evidence, self.exact

    def left_of_asked(self) -> tuple[float, float]:
        """Give the weight of the words asked for that met nothing, and the most of one."""
        words = self.found.asked.words
        left = [weight(words[i]) for i in self.found.left()]
        return (sum(left), max(left)) if left else (0.0, 0.0)

    def left_of_listed(self) -> tuple[float, float]:
        """Give the weight of the listed words that nothing met, and the most of one."""
        left = [self.own[j] for j in self.found.unmet()]
        return (sum(left), max(left)) if left else (0.0, 0.0)

    def shape(self, *, of_person: bool) -> tuple[float, ...]:
        """Give what is whole, how many words there are, and what comes together."""
        found, (_, _, less, evidence, _) = self.found, self.coverage()
        asked, listed = found.asked.words, found.listed
        asked_open, listed_open = len(asked) - len(found.used), len(listed) - len(found.met)
        whole = not asked_open and not listed_open
        turned = _is_turned(found)
        forms = known().forms
        has_form = any(word in forms and word not in _AMBIGUOUS_FORMS for word in asked)
        initials = min(self.ways["init"], _MOST_COUNTED)
        return (
            *(float(turned), float(whole), float(not asked_open), float(not listed_open)),
            *(self.best, self.second, float(len(asked) == 1), float(len(listed) == 1)),
            *(float(min(len(asked), _MOST_WORDS)), float(min(len(listed), _MOST_WORDS))),
            *(float(has_form), float(has_form and of_person)),
            *(float(min(self.exact_words, _MOST_EXACT)), float(asked_open), float(listed_open)),
            *(_marked(found), whole * evidence, float(whole * initials)),
            *(float(whole * self.ways["vowel"]), less * less * min(evidence, 3.0)),
            *(float(min(self.slips, _MOST_COUNTED)), float(whole and initials > 0 and not turned)),
            *(less * has_form, float(evidence < _LITTLE), float(self.best < _WEAK)),
        )


def _marked(found: Alignment) -> float:
    """Tell whose words are of a script that is not compared letter by letter: asked, or listed.

    A listed name that is written in both is compared by its Latin words.
    """
    if any(found.asked.marks):
        return 1.0
    return _ONLY_LISTED if max(found.listed, default="~") < " " else 0.0


_ONLY_LISTED = 0.5


def _is_turned(found: Alignment) -> bool:
    """Tell whether the words stand in another order."""
    if len(found.pairs) < len(_OF_INITIAL) - 1:
        return False
    ordered = [j for _, j, _, _ in sorted(found.pairs)]
    return any(one > other for one, other in pairwise(ordered))


def _ratios(found: Alignment) -> tuple[float, float, float]:
    """Give the shares of letters that agree: words sorted, all written as one, the better one."""
    asked, listed = found.asked.words, found.listed
    in_order = fuzz.ratio(" ".join(sorted(asked)), " ".join(sorted(listed))) / 100
    as_one = fuzz.ratio("".join(asked), "".join(listed)) / 100
    return in_order, as_one, max(in_order, as_one)


def _figures(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset([word for word in words if word.isdigit()])

"""Which word of one name meets which word of the other, and how."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA, JaroWinkler

from navicert.parties.screening.navicert_1.asked import Asked
from navicert.parties.screening.navicert_1.likeness import Likeness, like
from navicert.parties.screening.navicert_1.marks import CONSONANTS, unmarked
from navicert.parties.screening.navicert_1.spellings import JOINT
from navicert.parties.screening.navicert_1.weights import weight
from navicert.parties.screening.navicert_1.words import known

Near = Sequence[Mapping[str, Likeness]]
"""For each word that was asked for the listed words that are like it, and how."""

Pair = tuple[int, int, float, str]
"""Position in the name asked for, in the listed name, how like, and in which way."""

_LEAST_JOINED = 7
_LEAST_FUZZY = 0.75
_CUT = (2, 3)


@dataclass(slots=True)
class Alignment:
    """The pairs found, and which words of either name they used.

    ``weights`` are those of the listed words.
    """

    asked: Asked
    listed: tuple[str, ...]
    weights: tuple[float, ...]
    pairs: list[Pair] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    met: set[int] = field(default_factory=set)

    def add(self, position: int, other: int, likeness: Likeness) -> None:
        """Put two words together."""
        self.used.add(position)
        self.met.add(other)
        self.pairs.append((position, other, *likeness))

    def left(self) -> list[int]:
        """Give the positions of the words asked for that met nothing yet."""
        return [i for i in range(len(self.asked.words)) if i not in self.used]

    def unmet(self) -> list[int]:
        """Give the positions of the listed words that nothing met yet."""
        return [j for j in range(len(self.listed)) if j not in self.met]


def align(
    asked: Asked, listed: tuple[str, ...], near: Near, *, of_person: bool = True
) -> Alignment:
    """Put words together, the surest and rarest first; then what is joined, cut or abbreviated.

    ``of_person`` tells that the listed party is a person, whose initials may stand for any name.
    """
    found = Alignment(asked, listed, tuple(map(weight, listed)))
    _alike(found, near)
    if len(found.used) < len(asked.words) and len(found.met) < len(listed):
        _joined(found)
        if len(found.used) < len(asked.words) and len(found.met) < len(listed):
            _initials(found)
            if of_person or _is_told(found):
                _listed_initials(found)
            _cut_short(found)
            _fuzzy(found)
    return found


def _alike(found: Alignment, near: Near) -> None:
    listed, weights = found.listed, found.weights
    choices: list[tuple[float, int, int, int, float, str]] = []
    for i, like_one in enumerate(near):
        for j, other in enumerate(listed):
            if other in like_one:
                degree, how = like_one[other]
                rank = -degree * (weights[j] + 0.05)
                choices.append((rank, abs(i - j), i, j, degree, how))
    choices.sort()
    used, met, pairs = found.used, found.met, found.pairs
    for _, _, i, j, degree, how in choices:
        if i not in used and j not in met:
            used.add(i)
            met.add(j)
            pairs.append((i, j, degree, how))


def _joined(found: Alignment) -> None:
    """Find two words written as one, on either side."""
    words, marks, listed = found.asked.words, found.asked.marks, found.listed
    for i in range(len(words) - 1):
        if i in found.used or i + 1 in found.used or marks[i] != marks[i + 1]:
            continue
        for j in found.unmet():
            if _is_one(words[i], words[i + 1], marks[i], listed[j]):
                found.add(i, j, _JOINED)
                found.add(i + 1, j, _JOINED)
                break
    for j in range(len(listed) - 1):
        if j in found.met or j + 1 in found.met:
            continue
        for i in found.left():
            if _are_one(words[i], marks[i], listed[j], listed[j + 1]):
                found.add(i, j, _JOINED)
                found.add(i, j + 1, _JOINED)
                break


_JOINED: Likeness = (0.95, "join")


def _is_one(first: str, second: str, mark: str, listed: str) -> bool:
    """Tell whether two words that were asked for, written as one, are a listed word."""
    if mark or listed < " ":
        return like(joined(first, second, mark), mark, listed) is not None
    return _is_close(listed, first + second)


def _are_one(word: str, mark: str, first: str, second: str) -> bool:
    """Tell whether two listed words, written as one, are a word that was asked for."""
    if not mark and first >= " " and second >= " ":
        return _is_close(word, first + second)
    (one, its_mark), (other, other_mark) = unmarked(first), unmarked(second)
    if its_mark != other_mark:
        return False
    return like(word, mark, its_mark + joined(one, other, its_mark)) is not None


def joined(first: str, second: str, mark: str) -> str:
    """Write two words of one script as one."""
    return f"{first}{JOINT if mark == CONSONANTS else ''}{second}"


def _is_close(one: str, joined: str) -> bool:
    if one == joined:
        return True
    if len(joined) < _LEAST_JOINED or not -1 <= len(one) - len(joined) <= 1:
        return False
    return OSA.distance(one, joined, score_cutoff=1) <= 1


def _initials(found: Alignment) -> None:
    """Find single letters that begin a word of the other name; a figure may be a misread letter."""
    for i in found.left():
        letter = found.asked.words[i]
        if len(letter) == 1 and not found.asked.marks[i]:
            _initial_of(found, i, letter)


def _is_told(found: Alignment) -> bool:
    """Tell whether more than a word met, without which the letter of a company says nothing."""
    weights, words, forms = found.weights, found.listed, known().forms
    met = [weights[j] for _, j, _, _ in found.pairs if words[j] not in forms]
    return sum(met, start=0.0) >= _TOLD


_TOLD = 1.2


def _listed_initials(found: Alignment) -> None:
    """Find single letters of the listed name that begin a word that was asked for."""
    for j in found.unmet():
        letter = found.listed[j]
        if len(letter) == 1 and not letter.isdigit():
            for i in found.left():
                if found.asked.words[i][0] == letter:
                    found.add(i, j, _INITIAL)
                    break


def _initial_of(found: Alignment, i: int, letter: str) -> None:
    meant = letter.translate(known().figures) if letter.isdigit() else ""
    for j in sorted(found.unmet(), key=lambda j: abs(j - i)):
        word = found.listed[j]
        if letter.isdigit() and word == meant:
            found.add(i, j, (0.9, "ocr"))
            return
        if not letter.isdigit() and word[0] == letter:
            found.add(i, j, _INITIAL)
            return


_INITIAL: Likeness = (0.8, "init")


def _cut_short(found: Alignment) -> None:
    """Find the first letters of a word at the end of the name asked for."""
    last = len(found.asked.words) - 1
    if last in found.used or found.asked.marks[last] or len(found.asked.words[last]) not in _CUT:
        return
    start = found.asked.words[last]
    for j in found.unmet():
        if found.listed[j].startswith(start) and len(found.listed[j]) > len(start) + 1:
            found.add(last, j, (0.7, "trunc"))
            return


def _fuzzy(found: Alignment) -> None:
    """Put together what is left and still somewhat alike; it counts for little."""
    for i in found.left():
        word, best, met = found.asked.words[i], 0.0, -1
        if len(word) <= _CUT[0] or found.asked.marks[i]:
            continue
        for j in found.unmet():
            other = found.listed[j]
            if len(other) > _CUT[0] and other >= " ":
                similar = JaroWinkler.similarity(word, other)
                if similar > best:
                    best, met = similar, j
        if best >= _LEAST_FUZZY:
            found.add(i, met, (best * 0.6, "fuzzy"))

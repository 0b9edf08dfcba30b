"""Which word of one name meets which word of the other, and how."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA, JaroWinkler

from navicert.parties.screening.navicert_1.likeness import Likeness, like
from navicert.parties.screening.navicert_1.marks import CONSONANTS, unmarked
from navicert.parties.screening.navicert_1.reading import Reading
from navicert.parties.screening.navicert_1.spellings import JOINT
from navicert.parties.screening.navicert_1.weights import weight
from navicert.parties.screening.navicert_1.words import known

Similar = Callable[[str, str], Mapping[str, Likeness]]
"""For a word that was asked for and its mark, the listed words that are like it."""

Pair = tuple[int, int, float, str]
"""Position in the name asked for, in the listed name, how like, and in which way."""

_LEAST_JOINED = 7
_LEAST_FUZZY = 0.75
_CUT = (2, 3)


@dataclass(slots=True)
class Alignment:
    """The pairs found, and which words of either name they used."""

    asked: Reading
    listed: tuple[str, ...]
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


def align(asked: Reading, listed: tuple[str, ...], similar: Similar) -> Alignment:
    """Put words together, the surest and rarest first; then what is joined, cut or abbreviated."""
    found = Alignment(asked, listed)
    _alike(found, similar)
    if len(found.used) < len(asked.words) and len(found.met) < len(listed):
        _joined(found)
    if len(found.met) < len(listed):
        _initials(found)
        _cut_short(found)
        _fuzzy(found)
    return found


def _alike(found: Alignment, similar: Similar) -> None:
    places: dict[str, list[int]] = {}
    for j, word in enumerate(found.listed):
        places.setdefault(word, []).append(j)
    asked, choices = found.asked, []
    for i, word in enumerate(asked.words):
        near = similar(word, asked.marks[i])
        for other in places.keys() & near.keys() if len(near) > 1 else near:
            if other in places:
                degree, how = near[other]
                rank = -degree * (weight(other) + 0.05)
                choices += [(rank, abs(i - j), i, j, degree, how) for j in places[other]]
    choices.sort()
    for _, _, i, j, degree, how in choices:
        if i not in found.used and j not in found.met:
            found.add(i, j, (degree, how))


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
    return len(joined) >= _LEAST_JOINED and OSA.distance(one, joined, score_cutoff=1) <= 1


def _initials(found: Alignment) -> None:
    """Find single letters that begin a word of the other name; a figure may be a misread letter."""
    for i in found.left():
        letter = found.asked.words[i]
        if len(letter) == 1 and not found.asked.marks[i]:
            _initial_of(found, i, letter)
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
        word = found.asked.words[i]
        if len(word) <= _CUT[0] or found.asked.marks[i]:
            continue
        best = max(
            ((JaroWinkler.similarity(word, found.listed[j]), -j) for j in found.unmet()
             if len(found.listed[j]) > _CUT[0] and found.listed[j] >= " "),
            default=(0.0, 0),
        )  # fmt: skip
        if best[0] >= _LEAST_FUZZY:
            found.add(i, -best[1], (best[0] * 0.6, "fuzzy"))

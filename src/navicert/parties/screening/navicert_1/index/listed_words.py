"""The words of an index: which listed words are like one that was asked for, and how."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping

from navicert.parties.screening.navicert_1.index import keys
from navicert.parties.screening.navicert_1.index.build import Content
from navicert.parties.screening.navicert_1.likeness import EXACT, WAYS, Likeness, letters, like
from navicert.parties.screening.navicert_1.marks import CONSONANTS
from navicert.parties.screening.navicert_1.skeleton import skeleton
from navicert.parties.screening.navicert_1.spellings import heard, spellings
from navicert.parties.screening.navicert_1.words import known

_MOST_PREFIXED, _LEAST_PREFIX = 60, 4


class ListedWords:
    """The words of an index, to be searched; ``number`` gives the place of each written one."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.number = {word: place for place, word in enumerate(content.surfaces)}
        self.listed = content.surfaces[: len(content.postings)]
        self._words = content.surfaces
        self._likenesses = _pairs(content)

    def similar(self, word: str, mark: str) -> Mapping[str, Likeness]:
        """Give the listed words that are like one that was asked for, and how."""
        own = self.number.get(word)
        if not mark and own is not None and (kept := self._kept(own)):
            return kept
        found: dict[str, Likeness] = {}
        meant = self.content.meant
        if mark and (same := self.number.get(mark + word)) is not None:
            found[self._words[same]] = EXACT
        if own is not None:
            found[self._words[meant[own]]] = EXACT
        if word.isdigit():
            return found
        for place, likeness in self._likely(word, mark):
            if place != own:
                listed = self._words[meant[place]]
                if listed not in found or found[listed] < likeness:
                    found[listed] = likeness
        return found

    def _kept(self, own: int) -> Mapping[str, Likeness]:
        """Give what was worked out for a listed word when the index was made."""
        kept = self.content.likenesses
        if kept is None or own >= len(kept.rows):
            return {}
        start, end = kept.rows.starts[own], kept.rows.starts[own + 1]
        both = zip(kept.rows.values[start:end], kept.codes[start:end], strict=True)
        return {self._words[place]: self._likenesses[code] for place, code in both}

    def _likely(self, word: str, mark: str) -> list[tuple[int, Likeness]]:
        """Give the numbers of the written words that are like one that was asked for, and how."""
        if not mark:
            return self._like_letters(word)
        found = list[tuple[int, Likeness]]()
        for place in self._native(word, mark):
            likeness = like(word, mark, self._words[place])
            if likeness is not None:
                found.append((place, likeness))
        return found

    def _native(self, word: str, mark: str) -> set[int]:
        """Give the words that may be a spelling of one of another script."""
        if mark == CONSONANTS:
            return set(self.content.by_word.all_of(map(keys.of_skeleton, heard(word))))
        return {self.number[one] for one in spellings(word, mark) if one in self.number}

    def _like_letters(self, word: str) -> list[tuple[int, Likeness]]:
        """Compare with the words that sound alike, then with those that are nearly the same."""
        asked, words, table = letters(word), self._words, self.content.by_word
        sounding, same = self._sounding(asked.bones)
        sounds, found = self.content.sounds, list[tuple[int, Likeness]]()
        for place in sounding:
            listed = words[place]
            if listed > " ":
                likeness = asked.like(listed, sounds=sounds[place] in same)
            else:
                likeness = like(word, "", listed)
            if likeness is not None:
                found.append((place, likeness))
        written = keys.of_slips(word)
        written += [other[: keys.LONGEST_PREFIX].encode() for other in _misread(word)]
        for place in {*table.all_of(written), *self._longer(word)} - sounding:
            listed = words[place]
            likeness = asked.slip(listed) if listed > " " else like(word, "", listed)
            if likeness is not None:
                found.append((place, likeness))
        return found

    def _sounding(self, bones: str) -> tuple[set[int], set[int]]:
        """Give the words under the key of some consonants, and the first of each that has them."""
        if len(bones) <= 1:
            return set(), set()
        found = set(self.content.by_word.get(keys.of_skeleton(bones)))
        firsts = {self.content.sounds[place] for place in found}
        return found, {one for one in firsts if skeleton(self._words[one]) == bones}

    def _longer(self, word: str) -> range:
        """Give the numbers of the first listed words that begin with one."""
        if len(word) < _LEAST_PREFIX:
            return range(0)
        start = bisect_left(self.listed, word)
        end = start
        most = min(start + _MOST_PREFIXED, len(self.listed))
        while end < most and self.listed[end].startswith(word):
            end += 1
        return range(start, end)


def _pairs(content: Content) -> list[Likeness]:
    kept = content.likenesses
    if kept is None:
        return []
    return [(degree, WAYS[way]) for degree, way in zip(kept.degrees, kept.ways, strict=True)]


def _misread(word: str) -> Iterator[str]:
    """Give what the word may be when one pair of letters was misread, or figures for letters."""
    told = known()
    meant = word if word.isalpha() else word.translate(told.figures)
    if meant != word:
        yield meant
    for seen, right in told.confusions:
        if seen in meant:
            yield meant.replace(seen, right, 1)

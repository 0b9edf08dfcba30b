"""Which listed words are like a listed one, worked out once for an index that is kept in a file.

Half of the words that are asked for stand on the list as they are asked. For the others, and in an
index that is not kept, it is worked out when the word is asked for.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import replace

from navicert.parties.screening.navicert_1.index.arrays import CODE, Rows
from navicert.parties.screening.navicert_1.index.build import Content, Likenesses
from navicert.parties.screening.navicert_1.index.listed_words import ListedWords
from navicert.parties.screening.navicert_1.likeness import WAYS, Likeness


def with_likenesses(content: Content) -> Content:
    """Work out which listed words are like each listed one; for others than Latin ones nothing."""
    words = ListedWords(content)
    number = {word: place for place, word in enumerate(words.listed)}
    code: dict[Likeness, int] = {}
    rows, codes = list[list[int]](), array(CODE)
    for word in words.listed:
        similar: Mapping[str, Likeness] = words.similar(word, "") if word > " " else {}
        rows.append([number[one] for one in similar])
        codes.extend(code.setdefault(likeness, len(code)) for likeness in similar.values())
    kept = Likenesses(
        rows=Rows.of(rows),
        codes=memoryview(codes),
        degrees=memoryview(array("d", [degree for degree, _ in code])),
        ways=memoryview(array(CODE, [WAYS.index(way) for _, way in code])),
    )
    return replace(content, likenesses=kept)

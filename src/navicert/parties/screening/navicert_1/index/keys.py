"""The keys by which a word or a name is found: short byte strings, hashed by CRC-32.

A chance agreement of two hashes only adds a candidate, which the comparison then turns away.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from navicert.parties.screening.navicert_1.weights import weight
from navicert.parties.screening.navicert_1.words import core

LONGEST_PREFIX = 8
_LEAST_SLIP = 3


def of_slips(word: str) -> list[bytes]:
    """Give the first eight letters of a word, and those with one letter left out.

    Two words that differ by one letter added, lost, changed or swapped share one of these.

    >>> sorted(of_slips("ali"))
    [b'ai', b'al', b'ali', b'li']
    """
    start = word[:LONGEST_PREFIX].encode()
    if len(word) < _LEAST_SLIP:
        return [start]
    shorter = [start[:place] + start[place + 1 :] for place in range(len(start))]
    return list(dict.fromkeys([start, *shorter]))


def of_skeleton(bones: str) -> bytes:
    """Give the key of the words that sound alike."""
    return b"~" + bones.encode()


def of_joined(word: str) -> bytes:
    """Give the key of the names in which neighboring words, written as one, are this word."""
    return b"+" + word.encode()


def of_acronym(word: str) -> bytes:
    """Give the key of the names whose words begin with these letters, three or more."""
    return b"@" + word.encode()


def of_initials(letters: str) -> bytes:
    """Give the key of the names whose words begin with these letters, in this order."""
    return b"^" + letters.encode()


def of_sorted_initials(letters: str) -> bytes:
    """Give the key of the names whose words begin with these letters, in any order."""
    return b"%" + "".join(sorted(letters)).encode()


def of_same(words: tuple[str, ...]) -> bytes:
    """Give the key of the names that have these words and no others, legal forms aside.

    >>> of_same(("e", "1", "limited"))
    b'=1 e'
    """
    return f"={' '.join(core(words))}".encode()


def tells(one: str, other: str) -> bool:
    """Tell whether two neighboring words, written as one, would say anything.

    >>> tells("limited", "company"), tells("kangxun", "works")
    (False, True)
    """
    return weight(one) >= COMMON or weight(other) >= COMMON


COMMON = 0.3
"""The weight under which a word is one that many names have."""


def of_name(words: tuple[str, ...]) -> Iterator[bytes]:
    """Give every key under which a name as a whole is found."""
    joined = [one + other for one, other in pairwise(words) if tells(one, other)]
    if len(words) > _PAIR:
        joined.append("".join(words))
    letters = "".join(word[0] for word in words)
    if len(words) > _PAIR:
        yield of_acronym(letters)
    yield of_same(words)
    yield of_initials(letters)
    yield of_sorted_initials(letters)
    for word in dict.fromkeys(joined):
        yield of_joined(word)


_PAIR = 2

"""The marks before words of scripts that are not compared letter by letter, one a kind."""

from __future__ import annotations

from typing import Final

CHINESE: Final = "\x01"
CONSONANTS: Final = "\x02"
KOREAN: Final = "\x03"
JAPANESE: Final = "\x04"
MARKS: Final = CHINESE + CONSONANTS + KOREAN + JAPANESE


def unmarked(word: str) -> tuple[str, str]:
    r"""Give a word without its mark, and the mark, empty when it has none.

    >>> unmarked("\x03gim"), unmarked("kim")
    (('gim', '\x03'), ('kim', ''))
    """
    return (word[1:], word[0]) if word < " " else (word, "")

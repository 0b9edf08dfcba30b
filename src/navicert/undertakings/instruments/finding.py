"""Find instruments by their id, or by any name of a party, a related person or a denied one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from navicert.undertakings.instruments.instrument import Instrument

_WORD = re.compile(r"\w+")


def find(asked: str, among: Sequence[Instrument]) -> tuple[Instrument, ...]:
    """Give those of that id or exact name; when there are none, those with a name of its words.

    Capitals, blanks and punctuation do not matter. This finds a paper of one's own; whether a
    party is a listed one, 'navicert screen' decides.
    """
    wanted = words(asked)
    if not wanted:
        return ()
    same = tuple(
        one for one in among if wanted == words(one.id) or wanted in map(words, one.names())
    )
    if same:
        return same
    return tuple(
        one for one in among if any(set(wanted) <= set(words(name)) for name in one.names())
    )


def words(text: str) -> tuple[str, ...]:
    """Give the words of a name, without capitals and punctuation.

    >>> words("ZTE Kangxun Telecommunications, Ltd.")
    ('zte', 'kangxun', 'telecommunications', 'ltd')
    """
    return tuple(_WORD.findall(text.casefold().replace("_", " ")))

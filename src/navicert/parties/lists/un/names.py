"""Names in the UN's list: some elements hold several, or the same in another script in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from navicert.facts.listing import ListedName, NameKind

_MARK = re.compile(r"\(original script\)|original script:?", re.IGNORECASE)
_BRACKETS = re.compile(r"\(([^()]*)\)")
_LATIN = re.compile(r"[A-Za-z]")


def parse(text: str, kind: NameKind) -> tuple[ListedName, ...]:
    """Give the name as it stands, then each name in it.

    >>> [name.text for name in parse("Fazel Rahim; Fazil Rahim", NameKind.WEAK)]
    ['Fazel Rahim; Fazil Rahim', 'Fazel Rahim', 'Fazil Rahim']
    >>> [name.text for name in parse("Santos, III (third)", NameKind.ALIAS)]
    ['Santos, III (third)', 'Santos, III']
    """
    spaced = " ".join(text.split())
    within = NameKind.ALIAS if kind is NameKind.PRIMARY else kind
    names = {spaced: kind} if spaced else {}
    for part in _parts(spaced):
        names.setdefault(" ".join(part.split()).strip(" ,;"), within)
    return tuple(ListedName(name, of_kind) for name, of_kind in names.items() if name)


def _parts(text: str) -> Iterator[str]:
    plain = _MARK.sub(" ", text)
    outside = _BRACKETS.sub(" ", plain)
    yield from outside.split(";")
    for inside in _BRACKETS.findall(plain):
        # A word in brackets is mostly no name: (third), (birth name), (NGO).
        if ";" in inside or bool(_LATIN.search(inside)) != bool(_LATIN.search(outside)):
            yield from inside.split(";")

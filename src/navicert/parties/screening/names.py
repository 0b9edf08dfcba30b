"""How a name is read: case, accents, scripts, punctuation, word order and legal forms aside."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from anyascii import anyascii

from navicert.parties import shipped

_DOTTED = re.compile(r"(?<![a-z0-9])[a-z]\.(?:[a-z]\.)*[a-z](?:\.|(?![a-z0-9]))")
_APOSTROPHES = re.compile("['`\u2018\u2019\u02bc\u02bb\u00b4\u2032]")
_WORD = re.compile(r"[a-z0-9]+")
_LAST_MARKED = 0x06FF


@dataclass(frozen=True, slots=True)
class Name:
    """One name, read: lower-case ASCII words.

    ``words`` are all of them in their order; ``core`` those that are neither legal forms nor
    weightless (all of them when nothing else is left), each once and sorted; ``line`` is the core
    as one string; ``forms`` are the legal forms, by the one word under which they are compared.
    All are empty when the text has no letter and no figure.
    """

    text: str
    words: tuple[str, ...]
    core: tuple[str, ...]
    line: str
    forms: frozenset[str]

    @property
    def is_generic(self) -> bool:
        """Whether the name has only words that name nobody."""
        return _generic().issuperset(self.core)


def read(text: str) -> Name:
    """Read a name.

    >>> read("ÇELİK Ltd. Şti.").core, read("«Атлас» LLC").core
    (('celik',), ('atlas',))
    >>> read("Z.T.E. Corp.") == read("z.t.e. corp.")
    False
    >>> read("Z.T.E. Corp.").core, sorted(read("Z.T.E. Corporation").forms)
    (('zte',), ['corp'])
    """
    words = tuple(_WORD.findall(_DOTTED.sub(_without_dots, plain(text))))
    rest, forms = _without_forms(words)
    core = sorted(set(rest) - _weightless()) or sorted(set(words))
    return Name(text, words, tuple(core), " ".join(core), frozenset(forms))


def plain(text: str) -> str:
    r"""Fold case, accents, compatibility forms, invisible characters and scripts to ASCII.

    >>> plain("Zh\u014dng\u200bxing"), plain("O\u2019Brien")
    ('zhongxing', 'obrien')
    """
    if not text.isascii():
        seen = filter(_is_seen, unicodedata.normalize("NFKC", text))
        text = anyascii(_APOSTROPHES.sub("", "".join(seen)))
    return _APOSTROPHES.sub("", text).casefold()


def _is_seen(character: str) -> bool:
    """Tell invisible characters, and the marks that Latin to Arabic scripts can do without."""
    category = unicodedata.category(character)
    return category != "Cf" and (category != "Mn" or ord(character) > _LAST_MARKED)


def _without_dots(found: re.Match[str]) -> str:
    return found[0].replace(".", "") + " "


def _without_forms(words: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """Split words into those that are no legal form, and the forms; the longest form wins."""
    if _forms().keys().isdisjoint(words):
        return list(words), []
    rest: list[str] = []
    forms: list[str] = []
    position = 0
    while position < len(words):
        for form, meant in _forms().get(words[position], ()):
            if words[position : position + len(form)] == form:
                forms.append(meant)
                position += len(form)
                break
        else:
            rest.append(words[position])
            position += 1
    return rest, forms


@cache
def _forms() -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Give every legal form by its first word, the longest first."""
    told: Mapping[str, list[str]] = _words()["legal_forms"]
    forms = sorted(
        ((tuple(written.split()), meant) for meant, all_ in told.items() for written in all_),
        key=lambda form: (-len(form[0]), form),
    )
    firsts = dict.fromkeys(form[0][0] for form in forms)
    return {first: tuple(form for form in forms if form[0][0] == first) for first in firsts}


@cache
def _weightless() -> frozenset[str]:
    return _set(_words()["weightless"]["words"])


@cache
def _generic() -> frozenset[str]:
    return _set(_words()["generic"]["words"])


def _set(words: Iterable[str]) -> frozenset[str]:
    return frozenset(words)


def _words() -> Mapping[str, dict[str, list[str]]]:
    return shipped.table("navicert.parties.screening", "words.toml")

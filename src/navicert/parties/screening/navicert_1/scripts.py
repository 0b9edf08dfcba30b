r"""From any script to lower-case ASCII: invisible characters, look-alikes, syllables, consonants.

Words of Chinese characters and of Hangul come out as syllables, words of Arabic and Hebrew as
their consonants: both are marked, since they are not compared letter by letter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from anyascii import anyascii

from navicert.parties.screening.navicert_1.marks import CONSONANTS
from navicert.parties.screening.navicert_1.meanings import of_arabic
from navicert.parties.screening.navicert_1.native import Way, usual

_APOSTROPHES = re.compile("['`\"\u2018\u2019\u201c\u201d\u02bb\u02bc\u02be\u02bf\u00b4\u2032]")
_QUOTES = ("'", "`", '"')
"""Those of the apostrophes that ASCII has; no other is left when a text has become ASCII."""
_LOST = re.compile(r"(?<=\w)[?\ufffd\u00bf]|[?\ufffd](?=\w)")
_HUMPS = re.compile(r"(?<=[a-z]{2})(?=[A-Z][a-z])|(?<=[a-z]{3})(?=[A-Z]{2})")
SYLLABIC = re.compile("[\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+|[\uac00-\ud7a3]+")
_OF_GOD = re.compile("(?<!\\S)(\u0639\u0628\u062f)\\s+(?=\u0627\u0644\u0644[\u0647\u06c1](?!\\S))")
_SERVANT = re.compile("^(\u0639\u0628\u062f)(?=\u0627\u0644(?!\u0644[\u0647\u06c1]$).{2})")
_ARTICLE = re.compile("^\u0627\u0644(?!\u0644[\u0647\u06c1])(?=.{3})")
_CONSONANTAL = re.compile("[\u0590-\u06ff\ufb1d-\ufdff\ufe70-\ufeff]+")
_BETWEEN = re.compile(r"(\W+)")
_LAST_VOWEL_MARK = 0x06FF

_ALIKE: Mapping[str, str] = {
    "a": "\u0430\u03b1",
    "b": "\u044c\u0432",
    "c": "\u0441\u03f2",
    "d": "\u0501",
    "e": "\u0435\u0454",
    "h": "\u04bb\u043d",
    "i": "\u0456\u03b9",
    "j": "\u0458",
    "k": "\u043a\u03ba",
    "l": "\u04cf",
    "m": "\u043c",
    "n": "\u043f\u03b7",
    "o": "\u043e\u03bf\u03c3",
    "p": "\u0440\u03c1",
    "q": "\u051b",
    "r": "\u0433",
    "s": "\u0455",
    "t": "\u0442\u03c4",
    "u": "\u03c5",
    "v": "\u0475\u03bd",
    "w": "\u051d",
    "x": "\u0445\u03c7",
    "y": "\u0443\u03b3\u04af",
    "z": "\u03b6",
    "A": "\u0410\u0391",
    "B": "\u0412\u0392",
    "C": "\u0421\u03f9",
    "E": "\u0415\u0395",
    "H": "\u041d\u0397",
    "I": "\u0406\u0399",
    "J": "\u0408",
    "K": "\u041a\u039a",
    "M": "\u041c\u039c",
    "N": "\u039d",
    "O": "\u041e\u039f",
    "P": "\u0420\u03a1",
    "S": "\u0405",
    "T": "\u0422\u03a4",
    "X": "\u0425\u03a7",
    "Y": "\u0423\u03a5\u04ae",
    "Z": "\u0396",
}
_LATIN: Mapping[int, str] = {ord(like): latin for latin, all_ in _ALIKE.items() for like in all_}
_LIKE_LATIN = frozenset(map(chr, _LATIN))


class Manner(NamedTuple):
    """How a text is read: ``way`` says how runs of Chinese characters and of Hangul are.

    A run that cannot be read so is read as usual. ``meant``: Arabic names whose spelling is
    known are Latin ones; ``divided``: capitals within a word divide it; ``cut``: so often
    the word of a trade or a legal form at the end of a long word is a word of its own.
    """

    way: Way = usual
    meant: bool = True
    divided: bool = True
    cut: int = 0


USUAL = Manner()


def plain(text: str, manner: Manner = USUAL) -> str:
    r"""Give a text in lower-case ASCII, with marked words where the script asks for it.

    >>> plain("Zh\u014dng\u200bxing"), plain("O\u2019Brien"), plain("\u0410tlas")
    ('zhongxing', 'obrien', 'atlas')
    >>> plain("\u4e60\u8fd1\u5e73").split(), plain("AlisherUsmanov"), plain("Ant?nio")
    (['\x01xi', '\x01jinping'], 'alisher usmanov', 'antnio')
    """
    if not text.isascii():
        text = _ascii(text, manner)
    if "?" in text:
        text = _LOST.sub("", text)
    if any(map(text.__contains__, _QUOTES)):
        text = _APOSTROPHES.sub("", text)
    if manner.divided and not (text.isupper() or text.islower()):
        text = _HUMPS.sub(" ", text)
    return text.casefold()


def has_humps(text: str) -> bool:
    """Tell whether capitals within a word divide it.

    >>> has_humps("UralVagonZavod"), has_humps("Uralvagonzavod")
    (True, False)
    """
    if text.isupper() or text.islower():
        return False
    if not text.isascii():
        text = anyascii(_CONSONANTAL.sub("", SYLLABIC.sub("", text[:_MOST_LOOKED_AT])))
    return _HUMPS.search(text) is not None


_MOST_LOOKED_AT = 2000


def _ascii(text: str, manner: Manner) -> str:
    seen = "".join(filter(_is_seen, unicodedata.normalize("NFKC", text)))
    seen = _LOST.sub("", _APOSTROPHES.sub("", _without_look_alikes(seen)))
    seen = SYLLABIC.sub(lambda run: _syllables(run[0], manner.way), seen)
    if _CONSONANTAL.search(seen):
        seen = _OF_GOD.sub(r"\1", seen)
        seen = _CONSONANTAL.sub(_consonants, of_arabic(seen, names=manner.meant))
    return anyascii(seen)


def _is_seen(character: str) -> bool:
    """Tell invisible characters, and the marks that Latin to Arabic scripts can do without."""
    if character < "\x80":
        return character >= " " or character.isspace()
    category = unicodedata.category(character)
    return category != "Cf" and (category != "Mn" or ord(character) > _LAST_VOWEL_MARK)


def _without_look_alikes(text: str) -> str:
    """Put Latin letters for those that look like them, in words that also have Latin ones.

    A word that is made of look-alikes alone is Latin where another word of the text is.
    """
    if _LIKE_LATIN.isdisjoint(text):
        return text
    has_latin = any(map(_is_latin, text))
    return "".join(
        part.translate(_LATIN) if has_latin and _looks_latin(part) else part
        for part in _BETWEEN.split(text)
    )


def _looks_latin(word: str) -> bool:
    letters = [letter for letter in word if letter.isalpha()]
    if any(map(_is_latin, letters)):
        return True
    return bool(letters) and _LIKE_LATIN.issuperset(letters)


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalpha()


def is_syllabic(text: str) -> bool:
    """Tell whether a text has characters that may be read in several ways."""
    return not text.isascii() and SYLLABIC.search(unicodedata.normalize("NFKC", text)) is not None


def is_consonantal(text: str) -> bool:
    """Tell whether a text has words of which only the consonants are written."""
    return not text.isascii() and _CONSONANTAL.search(text) is not None


def _syllables(run: str, way: Way) -> str:
    return f" {' '.join(way(run) or usual(run))} "


def _consonants(found: re.Match[str]) -> str:
    """Give the consonants of a word without its article; "servant of" is a word of its own.

    Only the most frequent name made with it is one word, as it mostly is in Latin letters.
    """
    written = [_ARTICLE.sub("", word) for word in _SERVANT.sub(r"\1 ", found[0]).split()]
    words = ("".join(filter(str.isalnum, anyascii(word))) for word in written)
    return f" {' '.join(word if word.isdigit() else CONSONANTS + word for word in words if word)} "

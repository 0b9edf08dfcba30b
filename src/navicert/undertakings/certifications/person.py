"""Whether two names are one person's: spelling, accents, look-alikes and scripts do not make two.

What is compared are skeletons, as in Unicode's UTS 39: how a name looks, and how it sounds.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from anyascii import anyascii

from navicert.errors import SigningRefused

_LONGEST = 200
_WORD = re.compile(r"[^\W_]+")
_IDEOGRAPHS = re.compile("[\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_EAST_ASIAN = frozenset(("CJK", "IDEOGRAPHIC", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO"))
_EAST = "CHINESE, JAPANESE OR KOREAN"

# Letters of other scripts, and figures, by the Latin letter that they look like.
_LOOKS: Mapping[int, str] = {
    ord(like): latin
    for latin, all_ in {
        "a": "\u0430\u0410\u03b1\u0391",
        "b": "\u0412\u0392\u042c\u044c\u0432",
        "c": "\u0441\u0421\u03f2\u03f9",
        "d": "\u0501",
        "e": "\u0435\u0415\u0395\u0454\u0404",
        "f": "\u03dc",
        "h": "\u041d\u0397\u04bb\u043d",
        "i": "\u0456\u03b9",
        "j": "\u0458\u0408",
        "k": "\u043a\u041a\u039a\u03ba",
        "l": "\u04cf\u04c0\u0406\u0399I1|",
        "m": "\u041c\u039c\u043c",
        "n": "\u039d\u03b7",
        "o": "\u043e\u041e\u03bf\u039f\u03c3\u05410",
        "p": "\u0440\u0420\u03c1\u03a1",
        "q": "\u051b",
        "r": "\u0433",
        "s": "\u0455\u0405",
        "t": "\u0422\u03a4\u0442\u03c4",
        "u": "\u03c5\u057d",
        "v": "\u03bd\u0475",
        "w": "\u051d\u0461",
        "x": "\u0445\u0425\u03a7\u03c7",
        "y": "\u0443\u0423\u03a5\u04ae\u04af\u03b3",
        "z": "\u0396",
    }.items()
    for like in all_
}
_JOINED = (("rn", "m"), ("vv", "w"), ("cl", "d"))


def same_person(one: str, other: str) -> bool:
    r"""Tell whether two names are one person's; in doubt they are.

    Two names in Chinese characters are compared by these, since many sound alike.

    >>> same_person("  ANA  Lopes ", "\u00c1na Lopes"), same_person("\u0410na Lopes", "Ana Lopes")
    (True, True)
    >>> same_person("Ana Lopes", "Lopes, Ana"), same_person("Ana Lopes", "Bo Berg")
    (True, False)
    >>> same_person("\u674e\u4f1f", "\u674e\u5a01"), same_person("\u674e\u4f1f", "Li Wei")
    (False, True)
    """
    if _IDEOGRAPHS.search(one) and _IDEOGRAPHS.search(other):
        return _plain(one).split() == _plain(other).split()
    return not _readings(one).isdisjoint(_readings(other))


def people(names: Iterable[str]) -> int:
    """Count the people whose names these are."""
    known: list[str] = []
    for name in names:
        if not any(same_person(name, one) for one in known):
            known.append(name)
    return len(known)


def spelled(name: str) -> str:
    r"""Give the words of a name in small letters, as the name of a file takes them.

    >>> spelled(" \u00c1na  LOPES"), spelled("\u674e\u4f1f")
    ('ana lopes', '\u674e\u4f1f')
    """
    text = _plain(name)
    return text if _IDEOGRAPHS.search(text) else " ".join(_words(anyascii(text)))


def why_no_name(name: str) -> str:
    r"""Say why nobody can sign by a name; nothing when somebody can.

    >>> why_no_name("Ana Lopes"), why_no_name("\u674e\u4f1f (Li Wei)")
    ('', '')
    >>> why_no_name("\u0410na Lopes")  # doctest: +ELLIPSIS
    "'\u0410na Lopes' mixes scripts: '\u0410' is CYRILLIC CAPITAL LETTER A (U+0410) among LATIN..."
    """
    if not spelled(name) or not name.strip().isprintable() or len(name) > _LONGEST:
        return f"{name[:40]!r} is no name of who signs: write letters, at most {_LONGEST}"
    letters = [one for one in unicodedata.normalize("NFKC", name) if one.isalpha()]
    count = Counter(filter(None, map(_script, letters)))
    alike = [script for script, _ in count.most_common() if script != _EAST]
    if len(alike) < _TWO:
        return ""
    odd = next(one for one in letters if _script(one) == alike[-1])
    what = f"{unicodedata.name(odd)} (U+{ord(odd):04X}) among {alike[0]} letters"
    return f"{name[:60]!r} mixes scripts: {odd!r} is {what}: write it in one script"


_TWO = 2


def refuse_no_name(name: str) -> None:
    """Raise SigningRefused where nobody can sign by a name."""
    if why := why_no_name(name):
        raise SigningRefused(why)


def _script(letter: str) -> str:
    """Give the script of a letter by its name; nothing for marks that belong to none."""
    if unicodedata.category(letter) == "Lm":
        return ""
    script = unicodedata.name(letter, "UNKNOWN").split()[0].split("-")[0]
    return _EAST if script in _EAST_ASIAN else script


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _readings(name: str) -> frozenset[str]:
    return frozenset(_written(name))


def _written(name: str) -> Iterator[str]:
    text = unicodedata.normalize("NFKC", name)
    bare = "".join(
        one for one in unicodedata.normalize("NFKD", text) if unicodedata.category(one) != "Mn"
    )
    seen = anyascii(bare.translate(_LOOKS)).casefold().translate(_LOOKS)
    for joined, letter in _JOINED:
        seen = seen.replace(joined, letter)
    for words in (_words(seen), _words(anyascii(text))):
        if words:
            yield "".join(words)
            yield "".join(sorted(words))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold().replace("'", ""))

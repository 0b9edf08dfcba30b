"""Whether two names are one person's: spelling, accents, look-alikes and scripts do not make two.

What is compared are skeletons, as in Unicode's UTS 39: how a name looks, and how it sounds.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from anyascii import anyascii

from navicert.errors import SigningRefused

_LONGEST = 200
_TWO = 2
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
_BRACKETS = re.compile(r"[(\[{<\u3010\u300a][^)\]}>\u3011\u300b]*[)\]}>\u3011\u300b]?")
_BEFORE_A_POST = re.compile(r"[,;:/|\u3001]|\s[-\u2013\u2014]\s")
_DOUBLED = re.compile(r"(.)\1+")
_TITLE = re.compile(
    "mr|mrs|ms|miss|mx|dr|doctor|prof|professor|sir|dame|hon|rev|herr|frau|sra|srta|senor|senora|"
    "mme|mlle|dipl|jr|esq|phd|mba|llm|jd|cpa|ceo|cfo|coo|cto|cco|president|director|officer"
)
# Doctor, Mister, Madam, Miss, Professor, Manager, Director, Lawyer: the longer before the shorter.
_HONORIFICS = (
    "\u603b\u7ecf\u7406",
    "\u8463\u4e8b\u957f",
    "\u535a\u58eb",
    "\u5148\u751f",
    "\u5973\u58eb",
    "\u5c0f\u59d0",
    "\u6559\u6388",
    "\u7ecf\u7406",
    "\u4e3b\u4efb",
    "\u603b\u88c1",
    "\u5f8b\u5e08",
)


def same_person(one: str, other: str) -> bool:
    r"""Tell whether two names are one person's, or may be; in doubt they are.

    They are where every word of one is a word of the other, in whatever order: titles, posts and
    figures taken away, an initial standing for any word that begins with it.

    >>> same_person("Ana Lopes", "Dr. \u00c1na M. Lopes"), same_person("A. Lopes", "Lopes, Ana")
    (True, True)
    >>> same_person("Ana Lopes", "Ana Garcia"), same_person("Li Wei", "Li Na")
    (False, False)
    """
    if same_name(one, other):
        return True
    if _IDEOGRAPHS.search(one) and _IDEOGRAPHS.search(other):
        return False
    every = tuple(product(_readings(one), _readings(other)))
    return any(_is_within(*sorted(pair, key=len)) for pair in every)


def same_name(one: str, other: str) -> bool:
    r"""Tell whether two names are one name, however it is written.

    Two names in Chinese characters are compared by these, since many sound alike.

    >>> same_name("  ANA  Lopes ", "\u00c1na Lopes"), same_name("\u0410na Lopes", "Ana Lopes")
    (True, True)
    >>> same_name("Ana Lopes", "Lopes, Ana"), same_name("Ana Lopes", "A. Lopes")
    (True, False)
    >>> same_name("\u674e\u4f1f", "\u674e\u5a01"), same_name("\u674e\u4f1f", "Li Wei")
    (False, True)
    """
    if _IDEOGRAPHS.search(one) and _IDEOGRAPHS.search(other):
        return _characters(one) == _characters(other)
    return not _joined(one).isdisjoint(_joined(other))


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


def _characters(name: str) -> str:
    """Give the Chinese characters of a name, without a title behind them."""
    bare = _BRACKETS.sub("", _plain(name))
    found = "".join(_IDEOGRAPHS.findall(bare)) or "".join(_IDEOGRAPHS.findall(_plain(name)))
    return next((found.removesuffix(one) for one in _HONORIFICS if found.endswith(one)), found)


def _joined(name: str) -> frozenset[str]:
    """Give the words of each reading as one: a blank, or the order, makes no other name."""
    return frozenset(
        _folded("".join(words)) for found in _readings(name) for words in (found, sorted(found))
    )


def _readings(name: str) -> tuple[tuple[str, ...], ...]:
    """Give the words of a name in every way that it may be read."""
    found = (_words_of(said) for text in _bare(name[:_LONGEST]) for said in _written(text))
    return tuple(dict.fromkeys(filter(None, found)))


def _bare(name: str) -> Iterator[str]:
    """Give a name as it is, without figures, and without a post in brackets or after a comma."""
    text = unicodedata.normalize("NFKC", name)
    named = "".join(one for one in text if unicodedata.category(one)[0] != "N")
    yield text
    yield named
    outside = _BRACKETS.sub(" ", named)
    parts = _BEFORE_A_POST.split(outside)
    for count in range(1, len(parts) + 1):
        before = " ".join(parts[:count])
        if len(_words_of(anyascii(before))) >= _TWO or len(parts) == 1:
            yield before


def _written(text: str) -> Iterator[str]:
    """Give how a name looks, and how it sounds, in Latin letters."""
    bare = "".join(
        one for one in unicodedata.normalize("NFKD", text) if unicodedata.category(one) != "Mn"
    )
    seen = anyascii(bare.translate(_LOOKS)).casefold().translate(_LOOKS)
    for joined, letter in _JOINED:
        seen = seen.replace(joined, letter)
    yield seen
    yield anyascii(text)


def _words_of(text: str) -> tuple[str, ...]:
    """Give the words of a name, doubled letters as one, without titles where words are left."""
    words = _words(text)
    untitled = [one for one in words if not _TITLE.fullmatch(one)]
    return tuple(_folded(one) for one in untitled or words)


def _folded(word: str) -> str:
    return _DOUBLED.sub(r"\1", word)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold().replace("'", ""))


def _is_within(fewer: Sequence[str], more: Sequence[str]) -> bool:
    """Tell whether each word has one of its own among the others: a matching of two sides."""
    taken: dict[int, int] = {}
    return all(_finds(place, (fewer, more), taken, set()) for place in range(len(fewer)))


def _finds(
    place: int, sides: tuple[Sequence[str], Sequence[str]], taken: dict[int, int], tried: set[int]
) -> bool:
    word = sides[0][place]
    for at, other in enumerate(sides[1]):
        if at not in tried and _is_one_word(word, other):
            tried.add(at)
            if at not in taken or _finds(taken[at], sides, taken, tried):
                taken[at] = place
                return True
    return False


def _is_one_word(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) == 1 and long.startswith(short))

"""Persons as an order names them: a name, its aliases, addresses, and an inmate's number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from navicert.parties.lists import country_names
from navicert.undertakings.federal_register.notice import Respondent
from navicert.undertakings.federal_register.vocabulary import Vocabulary, vocabulary

MOST_NAME = 160
MOST_PERSONS = 200
_MOST_ADDRESS = 3_000
_BEFORE = 200
"""Characters before what is short for a name, in which the name may stand."""
_SENTENCE_ENDS = re.compile(r"\n|\. (?=[A-Z])")

_INMATE = re.compile(
    r"(?:(?:Inmate|Register|Reg\.?|Federal Register|BOP)(?: (?:Number|No\.?))?[:#]?\s*)+"
    r"\(?(\d{5}-\d{3})\)?,?\s*",
    re.IGNORECASE,
)
_CALLED = re.compile(r"\s*\((?:[^()\"]{0,80})\"([^\"()]{1,80})\"[^()]{0,80}\)")
_NUMBERED = re.compile(r"^(?:and\s+)?(?:\(?\d{1,2}[.)]\s+|\([a-z]\)\s+)?(?:and\s+)?", re.IGNORECASE)
_NEXT_ADDRESS = re.compile(
    r";\s*(?:and\s+)?|,? and (?=(?:also )?(?:\d|P\.? ?O\.? Box|No\. ?\d|Inmate|Suite|Unit|Flat"
    r"|Room|Register|c/o|Office|Building|#))|(?<=\d{5}),? and (?=[A-Z])"
)
_WITH_ADDRESS = re.compile(r"\baddress(?:es)?\b|incarcerated|residing", re.IGNORECASE)
_PERSON_ENDS = re.compile(r";\s+(?:and\s+)?")
_VERBS = re.compile(r"\b(?:may|shall|is|are|was|were|has|have|that|which|pursuant)\b")
_PLACE = re.compile(r"\d|\b(?:Street|Road|Avenue|Box|Building|Tower|City|Airport|[A-Z]{2} \d{5})\b")


def short_names(text: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Give what a text defines as short for one of these persons: ``("Torres")``.

    It is one where it shares a word with a name, or stands right behind one.

    >>> short_names('Arlando Torres ("Torres"), 3 items ("item"), X Ltd. ("Acme")', ("X Ltd.",))
    ('Acme',)
    """
    known = {word for name in names for word in _words_of(name)}
    found: dict[str, None] = {}
    for match in _CALLED.finditer(text):
        before = _SENTENCE_ENDS.split(text[max(0, match.start() - _BEFORE) : match.start()])[-1]
        behind = any(name in before for name in names)
        if behind or not known.isdisjoint(_words_of(match[1])):
            found[match[1].strip(" ,.")] = None
    return tuple(found)


def _words_of(name: str) -> frozenset[str]:
    words = (word.lower() for word in re.findall(r"\w{2,}", name))
    return frozenset(word for word in words if word not in vocabulary().suffix)


def bare(text: str) -> str:
    """Leave out what a text defines as short for a person.

    >>> bare('Arlando Torres ("Torres"),')
    'Arlando Torres'
    """
    return _CALLED.sub("", text).strip().rstrip(",:; ")


def persons_in(text: str, line: int) -> tuple[Respondent, ...]:
    """Read the persons of a caption or of the sentence that bars them; only whole ones come back.

    Persons are parted by semicolons; an address that follows one ("...; and 5 High Street")
    stays with it.
    """
    read = (person_of(part, line) for part in _parts(bare(text)))
    return tuple(person for person in read if person is not None)


def _parts(text: str) -> Iterator[str]:
    parts: list[str] = []
    for part in _PERSON_ENDS.split(text)[:MOST_PERSONS]:
        lone = parts and (part[:1].isdigit() or part.lower().startswith(("p.o.", "and with an")))
        if lone and not re.match(r"\d{1,2}[.)] ", part):
            parts[-1] += f"; {part}"
        elif part.strip():
            parts.append(part)
    yield from parts


def person_of(text: str, line: int) -> Respondent | None:
    """Read one person; None when the text is no name, or runs on into a sentence."""
    words = vocabulary()
    head, places = _apart(_NUMBERED.sub("", text.strip(), count=1), words)
    name, aliases = _names(head, words)
    if not _is_name(name):
        return None
    numbers = tuple(dict.fromkeys(_INMATE.findall(places)))
    addresses = tuple(_addresses(places, words))
    return Respondent(name, aliases, addresses, numbers, line)


def _apart(text: str, words: Vocabulary) -> tuple[str, str]:
    """Part the names from the addresses: by what leads to an address, else by the first comma."""
    low = text.lower()
    places = [low.find(lead) for lead in words.address if lead in low]
    found = _INMATE.search(text)
    if found:
        places.append(found.start())
    if places:
        at = min(places)
        return text[:at].rstrip(", "), text[at:]
    parts = text.split(", ")
    taken = 1
    while taken < len(parts) and _goes_with_name(parts[taken], words):
        taken += 1
    return ", ".join(parts[:taken]), ", ".join(parts[taken:])


def _goes_with_name(part: str, words: Vocabulary) -> bool:
    low = part.lower().strip(" .")
    return low in words.suffix or any(low.startswith(f"{alias} ") for alias in words.alias)


def _names(head: str, words: Vocabulary) -> tuple[str, tuple[str, ...]]:
    joints = "|".join(re.escape(alias) for alias in words.alias)
    parts = re.split(rf",?\s*\(?(?<!\w)(?:{joints})(?!\w):?\s*", head, flags=re.IGNORECASE)
    names = [part.strip(" ,;)").removesuffix(" and").strip(' ",') for part in parts]
    found = [name for part in names[1:] for name in _one_by_one(part)]
    return names[0], tuple(dict.fromkeys(name for name in found if _is_name(name)))


def _one_by_one(part: str) -> list[str]:
    """Part aliases that are given in quotes; a list without quotes may be one long name."""
    quoted = re.findall(r'"([^"]{1,80})"', part)
    return [name.strip(" ,") for name in quoted] or [part]


def _is_name(name: str) -> bool:
    return (
        0 < len(name) <= MOST_NAME
        and (name[0].isupper() or name[0].isdigit() or not name[0].isascii())
        and _VERBS.search(name) is None
        and any(map(str.isalpha, name))
    )


def _addresses(text: str, words: Vocabulary) -> Iterator[str]:
    places = _INMATE.sub("", text)
    for lead in words.address:
        places = re.sub(re.escape(lead), " ; ", places, flags=re.IGNORECASE)
    for part in _NEXT_ADDRESS.split(places):
        for one in _by_country((part or "")[:_MOST_ADDRESS]):
            address = " ".join(one.split()).strip(" ,;:").removesuffix(" and").strip(" ,")
            if address and address.lower() not in {"and", "also"}:
                yield address


def _by_country(text: str) -> Iterator[str]:
    """Part addresses at an "and" behind a country: not within one, as in Trinidad and Tobago."""
    begun = ""
    for part in re.split(r",? and ", text):
        last, first = begun.rpartition(",")[2].strip(), part.partition(",")[0].strip()
        within = country_names.code_of(f"{last} and {first}") is not None
        if begun and not within and country_names.code_at_end(begun) is not None:
            yield begun
            begun = part
        else:
            begun = f"{begun} and {part}" if begun else part
    yield begun

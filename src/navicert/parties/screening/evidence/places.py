"""How an address is read: into its parts, whatever their order, script and abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from navicert.facts.party import Address
from navicert.parties import shipped
from navicert.parties.screening import names

_LONGEST = 600
_SPACES = re.compile(r" {2,}")
_PART = re.compile(r"[,;|\n]+")
_CARE_OF = re.compile(r"\bc\s?/\s?o\b[^,;]*")
_FLOOR = re.compile(r"\b(\d{1,3})\s?/\s?f\b")
_LETTERED = re.compile(r"\b(\d+)\s?-\s?([a-z])\b|\b([a-z])\s?-\s?(\d+)\b")
_SLASHED = re.compile(r"\b(\d+[a-z]?)\s?/\s?(\d+[a-z]?)\b")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_JOINED_WAY = re.compile(r"\b([a-z]{3,})(?:strasse|str|straat)\b")
_TOKEN = re.compile(r"[a-z0-9]+")
_POSTAL = re.compile(r"\d{5,6}")


@dataclass(frozen=True, slots=True)
class Place:
    """The parts of one address, each empty where the address does not tell it.

    ``houses``, ``blocks``, ``units`` and ``boxes`` are figures; ``street``, ``building`` and
    ``city`` words without the kind of way, building or area; ``words`` are all words.
    """

    country: str | None = None
    postal: frozenset[str] = frozenset()
    boxes: frozenset[str] = frozenset()
    houses: frozenset[str] = frozenset()
    blocks: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    street: tuple[str, ...] = ()
    building: tuple[str, ...] = ()
    city: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()

    @property
    def is_told(self) -> bool:
        """Whether it says more than a country."""
        return bool(self.words or self.postal or self.boxes)


@lru_cache(maxsize=2048)
def read(address: Address) -> Place:
    """Read an address.

    >>> place = read(Address("No. 188 Changzhou Rd., Huangpu District, Guangzhou, CN"))
    >>> place.street, sorted(place.houses), "guangzhou" in place.words
    (('changzhou',), ['188'], True)
    """
    told, rest = _city(address)
    text = address.street or ("" if address.city else address.text)
    parts = [_parted(part) for part in _PART.split(f"{_plain(text)},{rest}")]
    city = told or _city_state(address)
    region = _TOKEN.findall(_plain(address.region))
    found = [one for part in parts for one in part]
    return Place(
        country=address.country,
        postal=_postal(address, found),
        boxes=_of(found, "box"),
        houses=_of(found, "house"),
        blocks=_of(found, "block"),
        units=_of(found, "unit"),
        street=_street(parts, city),
        building=tuple(w for role, w in found if role == "building" and w not in city),
        city=city,
        words=frozenset({w for role, w in found if role in _WORDS} | {*city, *region}),
    )


_WORDS = frozenset({"street", "building", "area", "word"})

_Part = list[tuple[str, str]]
"""The figures and words of one part, each with its role before it."""


def _plain(text: str) -> str:
    """Fold the text, and write every figure and city in one way."""
    for character, said in _table()["characters"].items():
        text = text[:_LONGEST].replace(character, said)
    text = _CARE_OF.sub(" ", names.plain(text[:_LONGEST])[:_LONGEST]).replace(".", " ")
    text = _FLOOR.sub(r"floor \1", _SPACES.sub(" ", text))
    text = _LETTERED.sub(lambda found: "".join(filter(None, found.groups())), text)
    text = _JOINED_WAY.sub(r"\1 strasse", _SLASHED.sub(r"\1 unit \2", text))
    text = _boxes().sub(" box ", text)
    return _cities().sub(lambda found: _city_names()[found[0]], text)


def _parted(part: str) -> _Part:
    """Give every figure and word of one part its role."""
    tokens = _TOKEN.findall(part)
    roles: list[str] = ["" for _ in tokens]
    for position, token in enumerate(tokens):
        if token[0].isdigit() or _is_letter_of_unit(tokens, position):
            roles[position] = _role_of_figure(tokens, position)
    _name_words(tokens, roles)
    return [
        (role, _ORDINAL.sub(r"\1", _compass(tokens, position)))
        for position, role in enumerate(roles)
        if role
    ]


def _role_of_figure(tokens: list[str], position: int) -> str:
    """Tell a figure by the word before it, then by the word after it."""
    before = tokens[position - 1] if position else ""
    after = tokens[position + 1] if position + 1 < len(tokens) else ""
    if before in _set("number") and position > 1 and tokens[position - 2] in _set("unit"):
        before = tokens[position - 2]
    if before == "box":
        return "box"
    if before in _set("numbered_way") or (
        after in _set("way_after") and _names_a_way(tokens, position)
    ):
        return "street"
    return _role_by(before, after) or ("postal" if _is_postal(tokens, position) else "house")


def _names_a_way(tokens: list[str], position: int) -> bool:
    """Tell 5th Avenue, and the second figure of 11420 NW 4 Street."""
    earlier = any(token[0].isdigit() for token in tokens[:position])
    return earlier or _ORDINAL.fullmatch(tokens[position]) is not None


def _is_postal(tokens: list[str], position: int) -> bool:
    ways = _set("way_after") | _set("way_before")
    return _POSTAL.fullmatch(tokens[position]) is not None and ways.isdisjoint(tokens)


def _role_by(before: str, after: str) -> str:
    if before in _set("unit"):
        return "unit"
    if before in _set("block"):
        return "unit" if after in _set("unit") else "block"
    if before in _set("number"):
        return "house"
    if after in _set("unit"):
        return "unit"
    return "block" if after in {"block", "korpus", "zuo"} else ""


def _is_letter_of_unit(tokens: list[str], position: int) -> bool:
    """Tell the A of "Block A", and A1203 of "Room A1203"."""
    if not position or tokens[position - 1] not in (_set("unit") | _set("block") | {"box"}):
        return False
    token = tokens[position]
    return len(token) == 1 or (token[0].isalpha() and token[1:].isdigit())


def _name_words(tokens: list[str], roles: list[str]) -> None:
    """Give the words beside a kind of way, building or area its role, and the others none."""
    for position, token in enumerate(tokens):
        if roles[position]:
            continue
        for role, after, before in (
            ("street", "way_after", "way_before"),
            ("building", "building", "building"),
            ("area", "area", ""),
        ):
            if token in _set(after) or (before and token in _set(before)):
                span = _beside(tokens, roles, position, ahead=token in _set(before or after))
                for which in span:
                    roles[which] = role
                if span:
                    break
    for position, token in enumerate(tokens):
        if not roles[position] and token not in _kinds():
            roles[position] = "word"


def _beside(tokens: list[str], roles: list[str], position: int, *, ahead: bool) -> tuple[int, ...]:
    """Give the words before a kind, as in Main Street; or after it, as in Rue Chouinard."""
    back = tuple(_run(tokens, roles, range(position - 1, -1, -1)))
    if back or not ahead:
        return back
    return tuple(_run(tokens, roles, range(position + 1, len(tokens))))


def _run(tokens: list[str], roles: list[str], positions: range) -> Iterator[int]:
    for position in positions:
        if tokens[position] in _set("idle"):
            continue
        if roles[position] or tokens[position] in _kinds() - _set("compass"):
            return
        yield position


def _street(parts: list[_Part], city: tuple[str, ...]) -> tuple[str, ...]:
    """Give the words of the ways; without any, the words that stand beside a house number."""
    named = [w for part in parts for role, w in part if role == "street"]
    if not named:
        beside = (part for part in parts if any(role == "house" for role, _ in part))
        named = [w for part in beside for role, w in part if role == "word"]
    return tuple(dict.fromkeys(w for w in named if w not in city)) or tuple(dict.fromkeys(named))


def _city(address: Address) -> tuple[tuple[str, ...], str]:
    """Give the words of the city, or else what stands there if it is more than a city."""
    text = _plain(address.city)
    if _PART.search(text.strip(" ,")) or any(map(str.isdigit, text)):
        return (), text
    return tuple(word for word in _TOKEN.findall(text) if word not in _set("area")), ""


def _postal(address: Address, found: _Part) -> frozenset[str]:
    written = "".join(_TOKEN.findall(names.plain(address.postal_code[:20])))
    return _of(found, "postal") | (frozenset({written}) if written else frozenset())


def _of(found: _Part, role: str) -> frozenset[str]:
    return frozenset(word.lstrip("0") or "0" for one, word in found if one == role)


def _city_state(address: Address) -> tuple[str, ...]:
    told = _table()["city_states"].get(address.country or "", "")
    return (told,) if told else ()


def _compass(tokens: list[str], position: int) -> str:
    """Write West Road and Xi Lu alike."""
    word = tokens[position]
    after = tokens[position + 1] if position + 1 < len(tokens) else ""
    meant = _table()["compass"].get(word)
    return meant if meant and after in _set("way_after") else word


@cache
def _set(name: str) -> frozenset[str]:
    table = _table().get(name, {})
    return frozenset(table.get("words", table))


@cache
def _kinds() -> frozenset[str]:
    sets = ("way_after", "way_before", "number", "unit", "block", "building", "area", "idle")
    return frozenset({"box"}).union(*map(_set, sets))


@cache
def _boxes() -> re.Pattern[str]:
    phrases = sorted(_table()["box"]["phrases"], key=len, reverse=True)
    written = "|".join(phrase.replace(" ", r"\W{0,2}") for phrase in phrases)
    return re.compile(rf"\b(?:{written})(?=\W{{0,3}}(?:no\W{{0,2}})?\d)")


@cache
def _city_names() -> Mapping[str, str]:
    return {other: name for name, others in _table()["cities"].items() for other in others}


@cache
def _cities() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(_city_names(), key=len, reverse=True))})\b")


def _table() -> Mapping[str, Any]:
    return shipped.table("navicert.parties.screening.evidence", "address_words.toml")

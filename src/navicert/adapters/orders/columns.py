"""Columns of an order in a table: each stands for a key of the order document.

Columns of the order and of its parties may be repeated on each row or filled on one row only.
Bills of materials and resolved red flags need the nested forms, TOML or JSON.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from navicert.casework.order import keys
from navicert.casework.order.document import KeyPath
from navicert.casework.order.keys import Key, Shape
from navicert.terms.party_role import PartyRole

_NESTED = frozenset({Shape.TABLE, Shape.TABLES, Shape.ANSWERS, Shape.FIGURES})
_PARTY = re.compile(rf"({'|'.join(PartyRole)})(?:_([2-9]))?_([a-z_]+)")
_SLUGGED = re.compile(r"(answer|characteristic)\.(.+)", re.IGNORECASE)


class Level(StrEnum):
    """What a column tells of."""

    ORDER = "order"
    PARTY = "party"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what it tells of, and the path of its key below that.

    ``party`` is the part of the name that tells parties apart, such as ``end_user_2``.
    """

    name: str
    level: Level
    path: KeyPath
    key: Key
    party: str = ""
    role: str = ""


def find(header: str) -> Column | None:
    """Find the column that a header names; capitals, spaces and hyphens do not matter.

    >>> find("End-user country").path
    ('address', 'country')
    >>> find("shoe size") is None
    True
    """
    text = header.strip()[:200]
    if found := _SLUGGED.fullmatch(text):
        return _slugged(found[1].lower(), found[2].strip())
    name = re.sub(r"[\s-]+", "_", text.lower())
    return _plain().get(name) or _party(name)


def names() -> tuple[str, ...]:
    """Every column without a slug or a number, in the order of the template."""
    parties = (f"{role}_{field}" for role in PartyRole for field in _party_fields())
    return (*_plain(), *parties)


@cache
def _plain() -> dict[str, Column]:
    groups = (
        (Level.ORDER, keys.ORDER, "", ()),
        (Level.ORDER, keys.DESTINATION, "destination_", ("destination",)),
        (Level.ORDER, keys.END_USE, "end_use_", ("end_use",)),
        (Level.ORDER, keys.KNOWLEDGE, "", ("knowledge",)),
        (Level.LINE, keys.LINE, "", ()),
    )
    found: dict[str, Column] = {}
    for level, group, prefix, path in groups:
        for key in group:
            name = _NAMES.get((level, key.name), f"{prefix}{key.name}")
            if key.shape not in _NESTED and name:
                found[name] = Column(name, level, (*path, key.name), key)
    return found


_NAMES = {(Level.ORDER, "located_in"): "order_located_in", (Level.ORDER, "currency"): ""}
"""Keys that the order and its lines share: the plain name is that of the line."""


@cache
def _party_fields() -> dict[str, tuple[KeyPath, Key]]:
    own = {key.name: ((key.name,), key) for key in keys.PARTY if key.shape not in _NESTED}
    del own["roles"]
    address: dict[str, tuple[KeyPath, Key]] = {
        "address" if key.name == "text" else key.name: (("address", key.name), key)
        for key in keys.ADDRESS
    }
    return {"name": own.pop("name"), **address, **own}


def _party(name: str) -> Column | None:
    found = _PARTY.fullmatch(name)
    if not found or found[3] not in _party_fields():
        return None
    path, key = _party_fields()[found[3]]
    party = f"{found[1]}_{found[2]}" if found[2] else found[1]
    return Column(name, Level.PARTY, path, key, party, found[1])


def _slugged(kind: str, slug: str) -> Column:
    level, above = (Level.ORDER, "answers") if kind == "answer" else (Level.LINE, "characteristics")
    key = Key(slug, Shape.YES_NO, f"Does {slug} hold?")
    return Column(f"{kind}.{slug}", level, (above, slug), key)

"""Columns of a table of parties, by the many names that people give them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rapidfuzz.distance import OSA

from navicert.casework.order.document import KeyPath
from navicert.terms.identifier_kind import IdentifierKind

_SPACES = re.compile(r"[\s_/.-]+")
_NUMBER = re.compile(r"_(?:number|no|nr|num|id)$")

_KEYS: Mapping[KeyPath, tuple[str, ...]] = {
    ("reference",): (
        "id", "party_id", "customer_id", "customer_no", "customer_number", "vendor_id",
        "party_reference", "ref",
    ),
    ("name",): (
        "party", "party_name", "full_name", "company", "company_name", "customer",
        "customer_name", "vendor", "vendor_name", "supplier", "entity", "entity_name", "firma",
    ),
    ("aliases",): ("alias", "aka", "also_known_as", "other_names", "alternative_names"),
    ("kind",): ("type", "party_type", "entity_type"),
    ("birth_date",): ("date_of_birth", "dob", "birthdate", "birthday", "born"),
    ("nationality",): ("citizenship",),
    ("headquarters",): ("headquarters_country",),
    ("ultimate_parent",): ("ultimate_parent_country", "parent_country"),
    ("government",): (),
    ("military",): (),
    ("on_behalf_of",): ("acts_for",),
    ("owned_by",): ("owner", "owners"),
    ("identifiers",): ("identifier", "ids", "numbers"),
    ("address", "text"): ("address", "full_address", "postal_address"),
    ("address", "street"): ("street", "street_address", "address_line", "address_1"),
    ("address", "city"): ("city", "town"),
    ("address", "region"): ("region", "state", "province", "state_province"),
    ("address", "postal_code"): ("postal_code", "postcode", "zip", "zip_code"),
    ("address", "country"): ("country", "country_code", "address_country", "iso_country"),
}  # fmt: skip

LISTS = frozenset({"aliases", "on_behalf_of", "owned_by", "identifiers"})
"""Keys of several values; a cell separates them by a vertical bar or a semicolon."""

_ALIKE: Mapping[str, IdentifierKind] = {
    "vat": IdentifierKind.TAX_ID,
    "tin": IdentifierKind.TAX_ID,
    "tax": IdentifierKind.TAX_ID,
    "national": IdentifierKind.NATIONAL_ID,
    "company_registration": IdentifierKind.REGISTRATION,
    "swift": IdentifierKind.BIC,
    "tail": IdentifierKind.AIRCRAFT_TAIL,
}


def find(header: str) -> KeyPath | None:
    """Find the key that a header stands for; capitals, spaces and hyphens do not matter.

    >>> find("Date of Birth"), find("Passport No."), find("shoe size")
    (('birth_date',), ('identifiers', 'passport'), None)
    """
    name = _SPACES.sub("_", header.strip()[:200].casefold()).strip("_")
    if found := _BY_NAME.get(name):
        return found
    kind = _kind(name)
    return None if kind is None else ("identifiers", kind.value)


def names() -> tuple[str, ...]:
    """Give the names that a hint offers, the first of each key."""
    plain = (path[-1] if path != ("address", "text") else "address" for path in _KEYS)
    return (*map(str, plain), *(kind.value for kind in IdentifierKind))


def meant(header: str) -> str:
    """Give the column that a header looks like misspelled; empty where it is one of its own.

    >>> meant("Adress"), meant("birth daet"), meant("Shoe size"), meant("notes")
    ('address', 'birth_date', '', '')
    """
    words = _words(header)
    known = (*names(), *_BY_NAME, *_ALIKE)
    return next((name for name in known if _is_slip(words, _words(name))), "")


def _words(header: str) -> list[str]:
    return _SPACES.sub("_", header.strip()[:200].casefold()).strip("_").split("_")


def _is_slip(words: list[str], known: list[str]) -> bool:
    """Tell whether each word is the known one, but for a letter; of a long one, for two."""
    return len(words) == len(known) and all(
        OSA.distance(word, one) <= (0 if len(one) < _SHORT else 1 if len(one) < _LONG else 2)
        for word, one in zip(words, known, strict=True)
    )


_SHORT, _LONG = 4, 8
"""Letters of a word from which one letter, or two, may be wrong."""


def _kind(name: str) -> IdentifierKind | None:
    for word in (name, _NUMBER.sub("", name)):
        if word in set(IdentifierKind):
            return IdentifierKind(word)
        if word in _ALIKE:
            return _ALIKE[word]
    return None


_BY_NAME: Mapping[str, KeyPath] = {
    name: path
    for path, others in _KEYS.items()
    for name in (*((str(path[0]),) if len(path) == 1 else ()), *others)
}

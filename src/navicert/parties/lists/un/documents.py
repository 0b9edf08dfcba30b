"""Documents in the UN's list: what kind, which number, and who issued it.

The element of the number often holds words too ("Libyan passport No. 513519"), and where it is
empty the number stands in a note. The words are kept in the note of the identifier.
"""

from __future__ import annotations

import re

from navicert.facts.identifier import Identifier
from navicert.parties.lists import country_names, sources
from navicert.parties.lists.told import Told
from navicert.parties.lists.xml_elements import Element
from navicert.terms.identifier_kind import IdentifierKind

_TYPES = ("TYPE_OF_DOCUMENT", "TYPE_OF_DOCUMENT2")
_OTHERS = ("ISSUING_COUNTRY", "DATE_OF_ISSUE", "CITY_OF_ISSUE", "COUNTRY_OF_ISSUE", "NOTE")
_AFTER_WORDS = re.compile(
    r"\b(?:number|no|passport|tazkira|card)\b[\s.:)#\u00b0]*(?P<number>(?!no\b|number\b)\S*\d.*)",
    re.IGNORECASE,
)
_COUNTRY_FIRST = re.compile(r"(?P<country>[A-Z][a-z]{3,}) (?P<number>\S*\d\S*)")
_AFTER = re.compile(r"\s*(?:\([^()]*\)|,\s.*)\s*$")
_IN_NOTE = re.compile(
    r"(?:^|\b(?:number|no\.|card|SSN|Code:)\s*)(?P<number>[A-Z]{0,2}[- ]{0,2}\d[\w-]{4,})"
)


def told(element: Element) -> Told:
    """Take one document: an identifier, or a detail when nothing in it looks like a number."""
    written = " ".join(element.word("NUMBER").split())
    types = [" ".join(element.word(tag).split()) for tag in _TYPES]
    others = {tag: " ".join(element.word(tag).split()) for tag in _OTHERS}
    element.finish()
    issuer = country_names.code_of(others["ISSUING_COUNTRY"])
    country = issuer or country_names.code_of(others["COUNTRY_OF_ISSUE"])
    number = _number(written) if written else _from_notes(types[1], others["NOTE"])
    said = (*types, written if written != number else "", *others.values())
    note = "; ".join(filter(None, said))
    if not number:
        return Told(details=(("DOCUMENT", note),) if note else ())
    kind = _kind(types, f"{' '.join(types)} {written}")
    return Told(identifiers=(Identifier(kind, number, country, note),))


def _number(written: str) -> str:
    """Give the number alone.

    >>> _number("Libyan passport No. 513519"), _number("381110042 (Expired 25 Jan. 2016)")
    ('513519', '381110042')
    >>> _number("Libya 428720"), _number("OB 0243318"), _number("TR-P 614 166")
    ('428720', 'OB 0243318', 'TR-P 614 166')
    """
    number = _AFTER.sub("", written) or written
    if found := _AFTER_WORDS.search(number):
        return found["number"]
    found = _COUNTRY_FIRST.fullmatch(number)
    return found["number"] if found and country_names.code_of(found["country"]) else number


def _from_notes(*notes: str) -> str:
    found = (_IN_NOTE.search(note) for note in notes)
    return next((one["number"].strip() for one in found if one), "")


def _kind(types: list[str], words: str) -> IdentifierKind:
    text = words.casefold()
    if "licen" in text or "travel document" in text or "certificate" in text:
        return IdentifierKind.OTHER
    if "fiscal code" in text:
        return IdentifierKind.TAX_ID
    known = sources.words("un", "documents")
    return IdentifierKind(next((known[one] for one in types if one in known), "other"))

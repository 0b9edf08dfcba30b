"""One row of a list of one's own, made into a listing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from navicert.errors import TermError
from navicert.facts.identifier import Identifier
from navicert.facts.listing import ListedName, Listing, NameKind, PartyType
from navicert.facts.party import Address
from navicert.parties.lists import citations, country_names, sources
from navicert.parties.lists.rows import Row
from navicert.terms import identifier_kind, list_code, partial_date
from navicert.terms.identifier_kind import IdentifierKind
from navicert.terms.list_code import ListCode
from navicert.terms.partial_date import PartialDate

_PARTS = re.compile(r"[;|\n]")
_CODE = 2
"""Letters of the code of a country."""
_NAMES = (
    ("name", NameKind.ALIAS),
    ("aliases", NameKind.ALIAS),
    ("weak_aliases", NameKind.WEAK),
    ("former_names", NameKind.FORMER),
)
_COUNTRIES = ("country", "nationality", "citizenship", "flag")
_WHERE = ("address", "city", "region", "postal_code")


def listing(row: Row, position: int) -> Listing:
    """Make the listing of a row; raises ``ListRowRefused`` with the column that is wrong."""
    written = {column: _parts(row, column) for column in _COUNTRIES}
    codes = {column: country_names.codes_of(texts) for column, texts in written.items()}
    of_list, programs = _list(row)
    where = _address(row, written["country"])
    made = Listing(
        list=of_list,
        entry=row.take("id") or f"{of_list}:{position}",
        names=_names(row),
        type=_type(row),
        addresses=(where,) if where.text else (),
        countries=tuple(dict.fromkeys(code for found in codes.values() for code in found)),
        programs=(*programs, *_parts(row, "program")),
        citations=citations.parse(row.take("citation")),
        since=row.take_day("since"),
        until=row.take_day("until"),
        remarks=row.take("remarks"),
        details=tuple(_unknown(written)),
        identifiers=tuple(dict.fromkeys(_identifiers(row))),
        births=tuple(_births(row)),
        birth_places=_parts(row, "birth_place"),
        nationalities=codes["nationality"],
        citizenships=codes["citizenship"],
        flag=next(iter(codes["flag"]), None),
    )
    row.finish()
    return made


def _names(row: Row) -> tuple[ListedName, ...]:
    found: dict[str, ListedName] = {}
    for column, kind in _NAMES:
        for text in _parts(row, column):
            found.setdefault(text, ListedName(text, kind if found else NameKind.PRIMARY))
        if not found:
            raise row.refused(column, "a row without a name")
    return tuple(found.values())


def _list(row: Row) -> tuple[ListCode, tuple[str, ...]]:
    """Give the list that a row names by its code; another name is a program of your own."""
    written = row.take("list")
    if list_code.is_valid(written):
        return list_code.parse(written), ()
    return ListCode.OWN, (written,) if written else ()


def _type(row: Row) -> PartyType:
    word = row.take("type").casefold()
    if word and word not in _types():
        wanted = ", ".join(sources.words("own", "types"))
        raise row.refused("type", f"{word[:40]!r} is none of {wanted}")
    return _types().get(word, PartyType.UNKNOWN)


def _address(row: Row, countries: tuple[str, ...]) -> Address:
    street, city, region, postal = (row.take(column) for column in _WHERE)
    parts = [street, city, region, postal]
    # A country alone says where a party is from, and not where it is.
    text = ", ".join(filter(None, (*parts, *countries[:1]))) if any(parts) else ""
    code = country_names.code_of(countries[0]) if countries else None
    return Address(text, street, city, region, postal, code)


def _identifiers(row: Row) -> Iterator[Identifier]:
    for kind in IdentifierKind:
        if kind is not IdentifierKind.OTHER:
            for number in _parts(row, kind.value):
                yield _numbered(kind, number)
    for part in _parts(row, "identifiers"):
        word, colon, number = part.partition(":")
        try:
            kind = identifier_kind.parse(word) if colon else IdentifierKind.OTHER
        except TermError as error:
            raise row.refused(
                "identifiers", f"{error}; write it as 'passport: K475336 JO'"
            ) from error
        yield _numbered(kind, number if colon else part)


def _numbered(kind: IdentifierKind, text: str) -> Identifier:
    """Read a number; the code of a country may stand behind it."""
    plain = text.strip()
    before, code = plain[:-_CODE], plain[-_CODE:]
    end = len(before)
    while end and (before[end - 1].isspace() or before[end - 1] == ","):
        end -= 1
    is_code = code.isascii() and code.isalpha() and code.isupper()
    if 0 < end < len(before) and is_code and country_names.code_of(code):
        return Identifier(kind, before[:end], code)
    return Identifier(kind, plain)


def _births(row: Row) -> Iterator[PartialDate]:
    for text in _parts(row, "birth_date"):
        try:
            yield partial_date.parse(text)
        except TermError as error:
            raise row.refused("birth_date", str(error)) from error


def _unknown(written: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Keep the text of a country that nobody knows."""
    for column, texts in written.items():
        yield from ((column, text) for text in texts if country_names.code_of(text) is None)


def _parts(row: Row, column: str) -> tuple[str, ...]:
    return tuple(text for part in _PARTS.split(row.take(column)) if (text := part.strip()))


@cache
def _types() -> Mapping[str, PartyType]:
    return {
        word.strip(): PartyType(kind)
        for kind, words in sources.words("own", "types").items()
        for word in words.split(",")
    }

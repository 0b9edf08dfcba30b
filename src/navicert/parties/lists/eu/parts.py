"""The parts of one entry of the European list: names, places, days, documents, and the rest."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from navicert.facts.identifier import Identifier
from navicert.facts.party import Address
from navicert.parties.lists import births, country_names, sources
from navicert.parties.lists.xml_paths import texts
from navicert.terms.identifier_kind import IdentifierKind

_UNKNOWN = ("00", "UNKNOWN")
_FLAGS = ("diplomatic", "knownExpired", "knownFalse", "reportedLost", "revokedByIssuer")
_PAPERS = (
    "issuedBy",
    "issuedDate",
    "issueDate",
    "validFrom",
    "validTo",
    "nameOnDocument",
    "region",
)
_OF_NAMES = ("title", "function", "gender")


def name(alias: Element) -> str:
    """Give a name whole, or put together from its parts."""
    whole = _get(alias, "wholeName")
    return whole or _joined(alias, ("firstName", "middleName", "lastName"), " ")


def country(element: Element) -> str | None:
    """Give the country of an element; its code, or its name where the code is none of ISO's."""
    code, written = _get(element, "countryIso2Code"), _get(element, "countryDescription")
    return country_names.code_of(code) or country_names.code_of(written)


def address(element: Element) -> Address | None:
    """Read an address; None when it says nothing."""
    box = _get(element, "poBox")
    street = ", ".join(filter(None, (_get(element, "street"), f"P.O. Box {box}" if box else "")))
    city = _get(element, "city") or _get(element, "place")
    region, postal = _get(element, "region"), _get(element, "zipCode")
    told = (street, _get(element, "place"), city, region, postal, _written(element))
    text = ", ".join(dict.fromkeys(filter(None, told)))
    return Address(text, street, city, region, postal, country(element)) if text else None


def birth(element: Element) -> str:
    """Give a date of birth as far as the list knows it, in words that can be read."""
    whole, year = _get(element, "birthdate"), _get(element, "year")
    about = "circa " if _get(element, "circa") == "true" else ""
    if whole:
        return f"{about}{whole}"
    first, last = _get(element, "yearRangeFrom"), _get(element, "yearRangeTo")
    if first and last:
        return f"{about}{first} to {last}"
    month = _get(element, "monthOfYear") or _get(element, "month")
    day = _get(element, "dayOfMonth") or _get(element, "day")
    return f"{about}{'-'.join(filter(None, (year, month, day if month else '')))}" if year else ""


def birth_place(element: Element) -> str:
    """Give a place of birth in one line."""
    told = (
        *(_get(element, key) for key in ("place", "city", "region", "zipCode")),
        _written(element),
    )
    return ", ".join(dict.fromkeys(filter(None, told)))


def identifiers(entity: Element) -> Iterator[Identifier]:
    """Read documents and numbers, then the ways to reach the party."""
    kinds, contacts = sources.words("eu", "kinds"), sources.words("eu", "contacts")
    for one in entity.iterfind("{*}identification"):
        if number := _get(one, "number") or _get(one, "latinNumber"):
            kind = IdentifierKind(kinds.get(_get(one, "identificationTypeCode"), "other"))
            number = number.removeprefix("IMO").strip() if kind is IdentifierKind.IMO else number
            yield Identifier(kind, number, country(one), _note(one, number))
    for one in entity.iterfind(".//{*}contactInfo"):
        key, number = _get(one, "key"), _get(one, "value")
        if number:
            kind = IdentifierKind(contacts.get(key.upper(), "other"))
            yield Identifier(kind, number, note=key)


def details(entity: Element) -> Iterator[tuple[str, str]]:
    """Give what has no field of its own."""
    for key in ("unitedNationId", "designationDetails"):
        yield from _kept(key, _get(entity, key))
    for one in entity.iterfind("{*}regulation"):
        keys = ("regulationType", "organisationType", "publicationDate", "entryIntoForceDate")
        yield from _kept("regulation", _joined(one, ("numberTitle", *keys), ", "))
    links = (*texts(entity, "regulation/publicationUrl"), *_links(entity))
    for link in dict.fromkeys(links):
        yield "publicationUrl", link
    for alias in entity.iterfind("{*}nameAlias"):
        for key in _OF_NAMES:
            yield from _kept(key, _get(alias, key) and f"{name(alias)}: {_get(alias, key)}")
    yield from _of_parts(entity)


def _of_parts(entity: Element) -> Iterator[tuple[str, str]]:
    for one in entity.iterfind("{*}birthdate"):
        yield from (("birthdate", text) for text in births.unread((birth(one),)))
        calendar = _get(one, "calendarType")
        yield from _kept("calendarType", calendar if calendar != "GREGORIAN" else "")
    for one in entity.iterfind("{*}citizenship"):
        yield from _kept("citizenship", "" if country(one) else _written(one))
        yield from _kept("citizenship region", _get(one, "region"))
    for one in entity.iterfind("{*}address[@asAtListingTime='true']"):
        yield from _kept("asAtListingTime", _joined(one, ("street", "city"), ", "))
    for one in entity.iterfind("{*}identification"):
        number = _get(one, "number") or _get(one, "latinNumber")
        yield from _kept("identification", "" if number else _note(one, ""))
    for part in ("nameAlias", "citizenship", "birthdate", "identification", "address"):
        yield from ((f"{part} remark", text) for text in texts(entity, f"{part}/remark"))


def _note(one: Element, number: str) -> str:
    latin = _get(one, "latinNumber")
    told = [_get(one, "identificationTypeDescription") or _get(one, "identificationTypeCode")]
    told += [f"{key} {_get(one, key)}" for key in _PAPERS if _get(one, key)]
    told += [key for key in _FLAGS if _get(one, key) == "true"]
    told += [f"latinNumber {latin}"] if latin and latin != number else []
    told += [_written(one)] if country(one) is None and _written(one) else []
    told += list(texts(one, "remark"))
    return ", ".join(filter(None, told))


def _links(entity: Element) -> tuple[str, ...]:
    found = (one.get("publicationUrl", "") for one in entity.iterfind("*/{*}regulationSummary"))
    return tuple(filter(None, found))


def _kept(key: str, text: str) -> Iterator[tuple[str, str]]:
    if text:
        yield key, text


def _written(element: Element) -> str:
    written = _get(element, "countryDescription") or _get(element, "countryIso2Code")
    return "" if written in _UNKNOWN else written


def _joined(element: Element, keys: tuple[str, ...], between: str) -> str:
    return between.join(filter(None, (_get(element, key) for key in keys)))


def _get(element: Element, key: str) -> str:
    return " ".join(element.get(key, "").split())

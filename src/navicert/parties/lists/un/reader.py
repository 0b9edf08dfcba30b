"""Read the XML form of the UN Security Council's Consolidated List.

Source: the schema at https://www.un.org/sc/resources/sc-sanctions.xsd and the list of 27 February
2026. An element that is not in the schema refuses the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from navicert.errors import MalformedDate
from navicert.facts.listing import ListedName, Listing, NameKind, PartyType
from navicert.parties.lists import xml_elements
from navicert.parties.lists.list_file import ListFile
from navicert.parties.lists.snapshot import Contents
from navicert.parties.lists.told import Told, together
from navicert.parties.lists.un import names, person
from navicert.parties.lists.un.places import addresses, codes
from navicert.parties.lists.xml_elements import Element
from navicert.parties.lists.xml_stream import Form
from navicert.terms import day as days
from navicert.terms.list_code import ListCode

ROOT = "CONSOLIDATED_LIST"
FORM = Form(ROOT, frozenset({"INDIVIDUALS", "ENTITIES"}), frozenset({"INDIVIDUAL", "ENTITY"}))
ORIGINAL = "original script"
"""What the list says of the script of a name, which is no more than this."""

_NAMES = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_PLAIN = ("DATAID", "VERSIONNUM", "GENDER", "SUBMITTED_BY", "SUBMITTED_ON")
_SORTING = ("SORT_KEY", "SORT_KEY_LAST_MOD")
_LISTED = ("TITLE", "DESIGNATION", "LIST_TYPE", "LAST_DAY_UPDATED")
_QUALITIES: Mapping[str, NameKind] = {
    "": NameKind.ALIAS,
    "Good": NameKind.ALIAS,
    "Low": NameKind.WEAK,
    "a.k.a.": NameKind.ALIAS,
    "f.k.a.": NameKind.FORMER,
}


def tells(file: ListFile) -> bool:
    """Tell whether a file is in this form, by its first element."""
    return file.root == ROOT


def read_file(file: ListFile) -> Contents:
    """Read the whole file, or refuse it at its first bad entry (``ListRowRefused``)."""
    records = xml_elements.stream(file.name, file.pieces(), FORM)
    root = next(records)
    as_of = _day(root, root.attribute("dateGenerated"))
    root.attribute("noNamespaceSchemaLocation")
    root.finish()
    return Contents(tuple(_listing(entry) for entry in records), as_of=as_of)


def _listing(entry: Element) -> Listing:
    kind = entry.tag
    told = together(
        (
            Told(names=tuple(_names(entry))),
            addresses(entry.each(f"{kind}_ADDRESS")),
            _aliases(entry.each(f"{kind}_ALIAS")),
            person.told(entry) if kind == "INDIVIDUAL" else Told(),
            codes(_values(entry, "NATIONALITY")),
            Told(details=tuple(_details(entry))),
        )
    )
    listing = Listing(
        list=ListCode.UN,
        entry=entry.word("REFERENCE_NUMBER"),
        names=told.names,
        type=PartyType.PERSON if kind == "INDIVIDUAL" else PartyType.ENTITY,
        addresses=told.addresses,
        countries=told.countries,
        programs=tuple(filter(None, (entry.word("UN_LIST_TYPE"),))),
        since=_day(entry, entry.word("LISTED_ON")),
        until=_last_day(_day(entry, entry.word("DELISTED_ON"))),
        remarks=entry.word("COMMENTS1"),
        details=told.details,
        identifiers=told.identifiers,
        births=told.births,
        birth_places=told.birth_places,
        nationalities=told.nationalities,
    )
    if not listing.entry:
        raise entry.refused("an entry without a REFERENCE_NUMBER")
    entry.finish()
    return listing


def _names(entry: Element) -> Iterator[ListedName]:
    name = " ".join(" ".join(filter(None, map(entry.word, _NAMES))).split())
    if not name:
        raise entry.refused("an entry without a name")
    yield from names.parse(name, NameKind.PRIMARY)
    for original in entry.each("NAME_ORIGINAL_SCRIPT"):
        if text := " ".join(original.words().split()):
            yield ListedName(text, NameKind.ALIAS, ORIGINAL)


def _aliases(elements: tuple[Element, ...]) -> Told:
    return together(_alias(element) for element in elements)


def _alias(element: Element) -> Told:
    quality = element.word("QUALITY")
    if quality not in _QUALITIES:
        raise element.refused(f"the quality {quality[:40]!r} is none of Good, Low, a.k.a., f.k.a.")
    name = " ".join(element.word("ALIAS_NAME").split())
    note = element.word("NOTE")
    birth = person.birth_of_alias(element)
    element.finish()
    said = f"{name}: {note}" if name else note
    told = Told(
        names=names.parse(name, _QUALITIES[quality]),
        details=(("ALIAS_NOTE", said),) if note else (),
    )
    return together((told, birth))


def _details(entry: Element) -> Iterator[tuple[str, str]]:
    for tag in (*_PLAIN, *_SORTING):
        if text := entry.word(tag):
            yield tag, text
    for tag in _LISTED:
        for text in _values(entry, tag):
            yield tag, text


def _values(entry: Element, tag: str) -> tuple[str, ...]:
    values: list[str] = []
    for element in entry.each(tag):
        values.extend(value.words() for value in element.each("VALUE"))
        element.finish()
    return tuple(filter(None, values))


def _day(element: Element, text: str) -> date | None:
    """Read the day in front of what may be a time or a time zone."""
    try:
        return days.parse(text[:10]) if text else None
    except MalformedDate as error:
        raise element.refused(str(error)) from error


def _last_day(delisted: date | None) -> date | None:
    """Give the last day on the list; on the day of delisting the party is on it no more."""
    if delisted is None or delisted == date.min:
        return delisted
    return delisted - timedelta(days=1)

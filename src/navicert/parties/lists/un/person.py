"""What the UN's list has for individuals alone: dates and places of birth, and documents."""

from __future__ import annotations

from navicert.errors import MalformedDate
from navicert.parties.lists.told import Told, together
from navicert.parties.lists.un import documents
from navicert.parties.lists.un.places import birth_place
from navicert.parties.lists.xml_elements import Element
from navicert.terms import partial_date
from navicert.terms.partial_date import PartialDate

_TYPES = ("", "EXACT", "APPROXIMATELY", "BETWEEN")


def told(entry: Element) -> Told:
    """Take dates and places of birth and the documents of an individual."""
    births = (_birth(element) for element in entry.each("INDIVIDUAL_DATE_OF_BIRTH"))
    places = (birth_place(element) for element in entry.each("INDIVIDUAL_PLACE_OF_BIRTH"))
    papers = (documents.told(element) for element in entry.each("INDIVIDUAL_DOCUMENT"))
    return together((*births, *places, *papers))


def birth_of_alias(alias: Element) -> Told:
    """Take the date and place of birth that a person used under another name."""
    text = alias.word("DATE_OF_BIRTH")
    place = ", ".join(filter(None, map(alias.word, ("CITY_OF_BIRTH", "COUNTRY_OF_BIRTH"))))
    return Told(
        births=(_parsed(alias, text),) if text else (),
        birth_places=(place,) if place else (),
    )


def _birth(element: Element) -> Told:
    kind, note = element.word("TYPE_OF_DATE"), element.word("NOTE")
    if kind not in _TYPES:
        raise element.refused(
            f"the type {kind[:40]!r} is none of {', '.join(filter(None, _TYPES))}"
        )
    written = [element.word(tag) for tag in ("DATE", "YEAR")]
    span = " to ".join(filter(None, map(element.word, ("FROM_YEAR", "TO_YEAR"))))
    element.finish()
    unsure = "APPROXIMATELY" in (kind, note.upper())
    about = "about " if unsure else ""
    dates = [_parsed(element, about + text) for text in (*written, span) if text]
    # Where there is a note alone, it is mostly a month: "Nov. 1973".
    if not dates and partial_date.is_valid(note):
        dates = [partial_date.parse(about + note)]
    return Told(births=tuple(dates), details=(("DATE_OF_BIRTH_NOTE", note),) if note else ())


def _parsed(element: Element, text: str) -> PartialDate:
    try:
        return partial_date.parse(text)
    except MalformedDate as error:
        raise element.refused(str(error)) from error

"""Places in the UN's list: addresses, countries by their names, and places of birth."""

from __future__ import annotations

from navicert.facts.party import Address
from navicert.parties.lists import country_names
from navicert.parties.lists.told import Told, together
from navicert.parties.lists.xml_elements import Element


def addresses(elements: tuple[Element, ...]) -> Told:
    """Read addresses; the note of one stays in the details, with the address in front of it."""
    return together(_address(element) for element in elements)


def codes(nationalities: tuple[str, ...]) -> Told:
    """Read nationalities; one that is no country of today is kept as a word."""
    found = ((name, country_names.code_of(name)) for name in nationalities)
    return together(
        Told(nationalities=(code,)) if code else Told(details=(("NATIONALITY", name),))
        for name, code in found
    )


def birth_place(element: Element) -> Told:
    """Read one place of birth, the smallest place first."""
    parts = (*map(element.word, ("STREET", "CITY", "STATE_PROVINCE", "COUNTRY", "NOTE")),)
    element.finish()
    text = ", ".join(filter(None, parts))
    return Told(birth_places=(text,)) if text else Told()


def _address(element: Element) -> Told:
    tags = ("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY")
    street, city, region, postal, name = map(element.word, tags)
    note = element.word("NOTE")
    element.finish()
    text = ", ".join(filter(None, (street, city, region, postal, name)))
    code = country_names.code_of(name)
    said = f"{text}: {note}" if text else note
    return Told(
        addresses=(Address(text, street, city, region, postal, code),) if text else (),
        details=(("ADDRESS_NOTE", said),) if note else (),
    )

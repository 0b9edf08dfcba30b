"""Locations of an advanced file: addresses, and the countries that features point to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from navicert.facts.party import Address
from navicert.parties.lists import country_names
from navicert.parties.lists.ofac_advanced.values import Values, done
from navicert.parties.lists.xml_elements import Element
from navicert.terms import country

_LINES = ("Unknown", "ADDRESS1", "ADDRESS2", "ADDRESS3")
_UNKNOWN = "undetermined"


@dataclass(frozen=True, slots=True)
class Place:
    """One location; ``others`` are its parts in other scripts, or said twice."""

    address: Address
    others: tuple[tuple[str, str], ...] = ()


def read(element: Element, values: Values) -> Place:
    """Read one location."""
    parts, others = _parts(element, values)
    names = _countries(element, values)
    for tag in ("FeatureVersionReference", "IDRegDocumentReference"):
        for reference in element.each(tag):
            done(reference)
    done(element)
    alone = parts.get("Unknown", "")
    codes = [code for name in (*names, alone) if (code := _code(name))]
    street = ", ".join(parts[line] for line in _LINES if line in parts and line != "Unknown")
    region = ", ".join(parts[tag] for tag in ("STATE/PROVINCE", "REGION") if tag in parts)
    city, postal = parts.get("CITY", ""), parts.get("POSTAL CODE", "")
    shown = "" if alone or not names else names[-1]
    text = ", ".join(filter(None, (alone, street, city, region, postal, shown)))
    return Place(Address(text, street, city, region, postal, codes[0] if codes else None), others)


def _parts(
    element: Element, values: Values
) -> tuple[Mapping[str, str], tuple[tuple[str, str], ...]]:
    parts: dict[str, str] = {}
    others: list[tuple[str, str]] = []
    for part in element.each("LocationPart"):
        tag = values.text("LocPartType", part.attribute("LocPartTypeID"), part)
        for value in part.each("LocationPartValue"):
            primary = value.attribute("Primary") != "false"
            value.attributes()
            comment, text = value.word("Comment"), " ".join(value.word("Value").split())
            value.finish()
            if text and primary and tag not in parts:
                parts[tag] = text
            elif text:
                others.append((f"{tag} ({comment})" if comment else tag, text))
        done(part)
    return parts, tuple(others)


def _countries(element: Element, values: Values) -> tuple[str, ...]:
    names: list[str] = []
    for area in element.each("LocationAreaCode"):
        value = values.value("AreaCode", area.attribute("AreaCodeID"), area)
        names.append(value.attributes.get("Description", value.text))
        done(area)
    for one in element.each("LocationCountry"):
        names.append(country_name(values, one.attribute("CountryID"), one))
        done(one)
    return tuple(dict.fromkeys(name for name in names if name and name != _UNKNOWN))


def country_name(values: Values, number: str, place: Element) -> str:
    """Give a country's name, or its code where the file has that alone."""
    value = values.value("Country", number, place)
    return value.text or value.attributes.get("ISO2", "")


def country_code(values: Values, number: str, place: Element) -> str | None:
    """Give the code of a country by its number in the file; its own code counts first."""
    value = values.value("Country", number, place)
    return _code(value.attributes.get("ISO2", "")) or _code(value.text)


def _code(name: str) -> str | None:
    return name if name in country.names() else country_names.code_of(name)

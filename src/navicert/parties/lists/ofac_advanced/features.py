"""Features of a party in an advanced file: birth, countries, addresses, marks, and the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from navicert.errors import ListRowRefused
from navicert.facts.identifier import Identifier
from navicert.parties.lists import country_names
from navicert.parties.lists.ofac import identifiers
from navicert.parties.lists.ofac_advanced import dates
from navicert.parties.lists.ofac_advanced.documents import labeled
from navicert.parties.lists.ofac_advanced.places import Place
from navicert.parties.lists.ofac_advanced.values import Values, done
from navicert.parties.lists.told import Told, together
from navicert.parties.lists.xml_elements import Element
from navicert.terms import partial_date
from navicert.terms.identifier_kind import IdentifierKind
from navicert.terms.partial_date import PartialDate

_WALLET = "Digital Currency Address - "


@dataclass(frozen=True, slots=True)
class Around:
    """What features point to: reference values, and locations by their numbers."""

    values: Values
    places: Mapping[str, Place]

    def place(self, element: Element) -> Place:
        """Give the location that an element points to."""
        number = element.attribute("LocationID")
        if number not in self.places:
            raise self.unknown(element, number)
        return self.places[number]

    @staticmethod
    def unknown(element: Element, number: str) -> ListRowRefused:
        """Refuse a location that is not there."""
        return element.refused(f"{number[:40]!r} is the number of no Location in this file")


@dataclass(frozen=True, slots=True)
class _Version:
    """What one version of a feature says, in the ways in which it may say it."""

    periods: tuple[PartialDate, ...]
    texts: tuple[str, ...]
    places: tuple[Place, ...]
    comments: tuple[str, ...]


def read(feature: Element, around: Around) -> Told:
    """Read one feature with all its versions."""
    label = around.values.text("FeatureType", feature.attribute("FeatureTypeID"), feature)
    label = label.rstrip(" :-")
    told = [_told(label, _version(one, around)) for one in feature.each("FeatureVersion")]
    comments = [comment.words() for comment in feature.each("Comment")]
    for reference in feature.each("IdentityReference"):
        done(reference)
    done(feature)
    said = Told(details=tuple((label, comment) for comment in comments if comment))
    return together((*told, said))


def _version(version: Element, around: Around) -> _Version:
    texts = tuple(filter(None, (_detail(one, around) for one in version.each("VersionDetail"))))
    found = []
    for one in version.each("VersionLocation"):
        found.append(around.place(one))
        done(one)
    for one in version.each("IDRegDocumentReference"):
        done(one)
    periods = tuple(dates.period(one) for one in version.each("DatePeriod"))
    comments = tuple(filter(None, (one.words() for one in version.each("Comment"))))
    done(version)
    return _Version(periods, texts, tuple(found), comments)


def _detail(detail: Element, around: Around) -> str:
    number = detail.attribute("DetailReferenceID")
    detail.attributes()
    said = around.values.text("DetailReference", number, detail) if number else ""
    return ": ".join(filter(None, (said, " ".join(detail.words().split()))))


def _told(label: str, version: _Version) -> Told:
    comments = Told(details=tuple((label, comment) for comment in version.comments))
    known = _known(label.casefold(), version)
    return together((_otherwise(label, version) if known is None else known, comments))


def _known(label: str, version: _Version) -> Told | None:
    """Read a feature that has a field of its own; None for any other."""
    if label == "birthdate" and version.periods:
        return Told(births=version.periods)
    if label == "place of birth":
        places = tuple(place.address.text for place in version.places)
        return Told(birth_places=tuple(filter(None, (*version.texts, *places))))
    if label == "location" and version.places:
        addresses = tuple(one.address for one in version.places if one.address.text)
        others = tuple(other for one in version.places for other in one.others)
        return Told(addresses=addresses, details=others)
    codes = _codes(version)
    return _of_country(label, codes) if codes else None


def _of_country(label: str, codes: tuple[str, ...]) -> Told | None:
    if label == "nationality country":
        return Told(nationalities=codes)
    if label == "citizenship country":
        return Told(citizenships=codes)
    return Told(flags=codes) if label == "vessel flag" else None


def _codes(version: _Version) -> tuple[str, ...]:
    found = [place.address.country for place in version.places]
    found += [country_names.code_of(text) for text in version.texts]
    return tuple(dict.fromkeys(code for code in found if code))


def _otherwise(label: str, version: _Version) -> Told:
    if label.startswith(_WALLET):
        currency = label.removeprefix(_WALLET)
        wallets = (Identifier(IdentifierKind.WALLET, t, note=currency) for t in version.texts)
        return Told(identifiers=tuple(wallets))
    if name := _labels().get(label.casefold()):
        numbers = (labeled(name, text, None, label) for text in version.texts)
        return Told(identifiers=tuple(numbers))
    periods = (partial_date.format(period) for period in version.periods)
    places = (place.address.text for place in version.places)
    return Told(
        details=tuple((label, text) for text in (*version.texts, *periods, *places) if text)
    )


@cache
def _labels() -> Mapping[str, str]:
    """Give the names of identifiers without regard to capitals, which differ between the forms."""
    return {label.casefold(): label for label in identifiers.kinds()}

"""Read the CSV form of the Consolidated Screening List; all of its 29 columns are taken.

Source: International Trade Administration, trade.gov, "Consolidated Screening List".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from navicert.errors import TermError
from navicert.facts.listing import Listing, PartyType
from navicert.facts.party import Address
from navicert.parties.lists import (
    addresses,
    citations,
    denial,
    given_names,
    license_requirement,
    sources,
)
from navicert.parties.lists.list_file import ListFile
from navicert.parties.lists.rows import Row, rows
from navicert.parties.lists.snapshot import Contents
from navicert.terms import country, list_code
from navicert.terms.list_code import ListCode
from navicert.terms.truth import Truth

OWN_FIELDS = (
    *("_id", "source", "type", "programs", "name", "addresses", "federal_register_notice"),
    *("start_date", "end_date", "standard_order", "license_requirement", "license_policy"),
    *("remarks", "alt_names", "citizenships", "nationalities"),
)
DETAILS = (
    *("entity_number", "title", "call_sign", "vessel_type", "gross_tonnage"),
    *("gross_registered_tonnage", "vessel_flag", "vessel_owner", "source_list_url"),
    *("dates_of_birth", "places_of_birth", "source_information_url", "ids"),
)
COLUMNS = (*OWN_FIELDS, *DETAILS)
TELLING = frozenset({"source", "alt_names", "federal_register_notice"})
"""The columns by which the form is told from others."""

_T = TypeVar("_T")

_TYPES: Mapping[str, PartyType] = {
    "": PartyType.UNKNOWN,
    "Individual": PartyType.PERSON,
    "Entity": PartyType.ENTITY,
    "Vessel": PartyType.VESSEL,
    "Aircraft": PartyType.AIRCRAFT,
}
_STANDARD: Mapping[str, Truth] = {"": Truth.UNKNOWN, "Y": Truth.YES, "N": Truth.NO}


def tells(file: ListFile) -> bool:
    """Tell whether a file is in this form, by its header."""
    return file.header(",") >= TELLING


def read_file(file: ListFile) -> Contents:
    """Read a file of this form."""
    return read(file.name, file.text)


def read(file: str, text: str) -> Contents:
    """Read the whole file, or refuse it at its first bad row (``ListRowRefused``)."""
    listings = tuple(_listing(row) for row in rows(file, text, COLUMNS, ","))
    return Contents(listings, denial.orders_of(listings))


def _listing(row: Row) -> Listing:
    names = given_names.listed(row.take("name"), row.take("alt_names"))
    if not names:
        raise row.refused("name", "a listing without a name")
    where = addresses.parse(row.take("addresses"))
    persons_of = (*_codes(row.take("nationalities")), *_codes(row.take("citizenships")))
    notice = row.take("federal_register_notice")
    requirement = row.take("license_requirement")
    listing = Listing(
        list=_list(row),
        entry=row.take("_id"),
        names=names,
        type=_known(row, "type", _TYPES),
        addresses=where,
        countries=_countries(where, persons_of),
        programs=_parts(row.take("programs")),
        license_requirement=requirement,
        license_policy=row.take("license_policy"),
        citations=citations.parse(notice),
        since=row.take_day("start_date"),
        until=row.take_day("end_date"),
        standard_order=_known(row, "standard_order", _STANDARD),
        remarks=row.take("remarks"),
        details=_details(row, notice, persons_of),
        scope=license_requirement.read(requirement),
    )
    row.finish()
    return listing


def _list(row: Row) -> ListCode:
    title = row.take("source")
    within = title.rpartition("(")[2].partition(")")[0]
    try:
        return list_code.parse(sources.words("csl", "codes").get(within, title))
    except TermError as error:
        raise row.refused("source", str(error)) from error


def _known(row: Row, column: str, words: Mapping[str, _T]) -> _T:
    word = row.take(column)
    for known, meant in words.items():
        if word.casefold() == known.casefold():
            return meant
    raise row.refused(column, f"{word[:40]!r} is none of {', '.join(filter(None, words))}")


def _details(row: Row, notice: str, persons_of: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    kept = (("federal_register_notice", notice), ("nationalities", "; ".join(persons_of)))
    return (*((column, cell) for column, cell in kept if cell), *row.take_all(DETAILS))


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(text for part in cell.split(";") if (text := part.strip()))


def _codes(cell: str) -> tuple[str, ...]:
    return tuple(code for code in _parts(cell) if code in country.names())


def _countries(where: tuple[Address, ...], persons_of: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*addresses.countries(where), *persons_of)))

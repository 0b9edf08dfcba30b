"""Read the CSV form of the Consolidated Screening List; all of its 29 columns are taken.

Source: International Trade Administration, trade.gov, "Consolidated Screening List".
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from navicert.errors import TermError
from navicert.facts.listing import Listing
from navicert.parties.lists import addresses, denial, given_names
from navicert.parties.lists.csl import ids, told
from navicert.parties.lists.csl.told import DETAILS, Told
from navicert.parties.lists.list_file import ListFile
from navicert.parties.lists.rows import Row, rows
from navicert.parties.lists.snapshot import Contents

OWN_FIELDS = (
    *("_id", "source", "type", "programs", "name", "addresses", "federal_register_notice"),
    *("start_date", "end_date", "standard_order", "license_requirement", "license_policy"),
    *("remarks", "alt_names", "citizenships", "nationalities"),
)
COLUMNS = (*OWN_FIELDS, *DETAILS)
TELLING = frozenset({"source", "alt_names", "federal_register_notice"})
"""The columns by which the form is told from others."""

_T = TypeVar("_T")


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
    details = dict(row.take_all(DETAILS))
    entry = Told(
        list=_word(row, "source", told.list_of),
        entry=row.take("_id") or details.get("entity_number") or names[0].text,
        names=names,
        type=_word(row, "type", told.type_of),
        details=details,
        addresses=addresses.parse(row.take("addresses")),
        programs=told.parts(row.take("programs")),
        notice=row.take("federal_register_notice"),
        license_requirement=row.take("license_requirement"),
        license_policy=row.take("license_policy"),
        since=row.take_day("start_date"),
        until=row.take_day("end_date"),
        standard_order=_word(row, "standard_order", told.standard_order_of),
        remarks=row.take("remarks"),
        nationalities=told.parts(row.take("nationalities")),
        citizenships=told.parts(row.take("citizenships")),
        given_ids=ids.parse(details.get("ids", "")),
    )
    row.finish()
    return told.listing(entry)


def _word(row: Row, column: str, read_word: Callable[[str], _T]) -> _T:
    try:
        return read_word(row.take(column))
    except TermError as error:
        raise row.refused(column, str(error)) from error

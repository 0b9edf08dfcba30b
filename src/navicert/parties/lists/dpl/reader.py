"""Read the text form of the Denied Persons List: tabs between cells, a row for each address.

Source: Bureau of Industry and Security, "Denied Persons List" (15 CFR 764.3(a)(2)).
"""

from __future__ import annotations

from collections.abc import Mapping

from navicert.facts.listing import Listing
from navicert.facts.party import Address
from navicert.parties.lists import addresses, citations, denial, given_names, sources
from navicert.parties.lists.list_file import ListFile
from navicert.parties.lists.rows import Row, rows
from navicert.parties.lists.snapshot import Contents
from navicert.terms import country
from navicert.terms.list_code import ListCode
from navicert.terms.truth import Truth

COLUMNS = (
    *("Name", "Street_Address", "City", "State", "Country", "Postal_Code", "Effective_Date"),
    *("Expiration_Date", "Standard_Order", "Last_Update", "Action", "FR_Citation"),
)
TELLING = frozenset({"Name", "Effective_Date", "Standard_Order"})
"""The columns by which the form is told from others."""

DAY = "%m/%d/%Y"

_STANDARD: Mapping[str, Truth] = {"": Truth.UNKNOWN, "Y": Truth.YES, "N": Truth.NO}


def tells(file: ListFile) -> bool:
    """Tell whether a file is in this form, by its header."""
    return file.header("\t") >= TELLING


def read_file(file: ListFile) -> Contents:
    """Read a file of this form."""
    return read(file.name, file.text)


def read(file: str, text: str) -> Contents:
    """Read the whole file, or refuse it at its first bad row (``ListRowRefused``)."""
    listings = tuple(_listing(row) for row in rows(file, text, COLUMNS, "\t"))
    return Contents(listings, denial.orders_of(listings))


def _listing(row: Row) -> Listing:
    name = row.take("Name")
    if not name:
        raise row.refused("Name", "a listing without a name")
    notice = row.take("FR_Citation")
    where = _address(row)
    listing = Listing(
        list=ListCode.DPL,
        entry=f"{name} ({where.text})" if where.text else name,
        names=given_names.parse(name),
        addresses=(where,) if where.text else (),
        countries=addresses.countries((where,)),
        citations=citations.parse(notice),
        since=row.take_day("Effective_Date", DAY),
        until=row.take_day("Expiration_Date", DAY),
        standard_order=_standard_order(row),
        remarks=row.take("Action"),
        details=(("FR_Citation", notice), *row.take_all(("Last_Update",))),
    )
    row.finish()
    return listing


def _address(row: Row) -> Address:
    street, city, state = row.take("Street_Address"), row.take("City"), row.take("State")
    written, postal = row.take("Country"), row.take("Postal_Code")
    code = sources.words("dpl", "countries").get(written, written)
    return Address(
        text=", ".join(filter(None, (street, city, state, postal, written))),
        street=street,
        city=city,
        region=state,
        postal_code=postal,
        country=code if code in country.names() else None,
    )


def _standard_order(row: Row) -> Truth:
    cell = row.take("Standard_Order").upper()
    if cell not in _STANDARD:
        raise row.refused("Standard_Order", f"{cell[:40]!r} is neither Y nor N")
    return _STANDARD[cell]

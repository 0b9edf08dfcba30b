"""One row of each type in the list of April 2022, read by eye in the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from navicert.facts.identifier import Identifier
from navicert.facts.listing import Listing, PartyType
from navicert.parties.lists.read import read
from navicert.terms import partial_date
from navicert.terms.identifier_kind import IdentifierKind as Kind
from navicert.terms.list_code import ListCode


@pytest.fixture(scope="module")
def rows(corpus: Path) -> dict[str, Listing]:
    content = (corpus / "lists" / "csl-2022-04.csv.gz").read_bytes()
    return {listing.entry: listing for listing in read("csl", content).listings}


def test_a_person(rows: dict[str, Listing]) -> None:
    row = rows["21944"]
    assert (ListCode.SDN, "'ABBAS, Rim", PartyType.PERSON) == (row.list, row.name, row.type)
    assert ["1973-03-25"] == [partial_date.format(one) for one in row.births]
    assert (("SY",), (), ("SY",)) == (row.nationalities, row.citizenships, row.countries)
    assert (("SYRIA",), ()) == (row.programs, row.identifiers)
    assert ("title", "Scientific Studies and Research Center Employee") in row.details
    assert ("dates_of_birth", "1973-03-25") in row.details


def test_a_company(rows: dict[str, Listing]) -> None:
    row = rows["20315"]
    assert (ListCode.SSI, PartyType.ENTITY) == (row.list, row.type)
    assert "GPB FINANCIAL SERVICES LIMITED" == row.name
    assert row.identifiers == (
        Identifier(Kind.REGISTRATION, "HE 246301", None, "Registration ID"),
        Identifier(Kind.WEBSITE, "www.gpbfs.com.cy", None, "Website"),
    )
    assert ["3090", "4102"] == [one.postal_code for one in row.addresses]
    assert ("CY",) == row.countries


def test_a_vessel(rows: dict[str, Listing]) -> None:
    row = rows["26626"]
    assert ("GP-23", PartyType.VESSEL, "VE") == (row.name, row.type, row.flag)
    note = "Vessel Registration Identification"
    assert (Identifier(Kind.IMO, "8767977", None, note),) == row.identifiers
    assert "(Linked To: PETROLEOS DE VENEZUELA, S.A.)" == row.remarks
    assert ("vessel_type", "Drilling Ship") in row.details


def test_an_aircraft(rows: dict[str, Listing]) -> None:
    row = rows["35302"]
    assert ["M-IABU", "BOURKHAN"] == [name.text for name in row.names]
    assert PartyType.AIRCRAFT is row.type
    assert row.identifiers == (
        Identifier(Kind.AIRCRAFT_TAIL, "M-IABU", None, "Aircraft Tail Number"),
        Identifier(
            Kind.AIRCRAFT_SERIAL, "955", None, "Aircraft Manufacturer's Serial Number (MSN)"
        ),
    )

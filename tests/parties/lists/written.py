"""Small files of lists, written here as their authorities write them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from navicert.parties.lists.csl.reader import COLUMNS as CSL_COLUMNS
from navicert.parties.lists.dpl.reader import COLUMNS as DPL_COLUMNS

ENTITY_LIST = "Entity List (EL) - Bureau of Industry and Security"
DENIED = "Denied Persons List (DPL) - Bureau of Industry and Security"

ENTITY = {"_id": "e1", "source": ENTITY_LIST, "name": "Kangxun Works Co., Ltd."}
DENIED_PERSON = {
    "Name": "JOHN Q SAMPLE",
    "Street_Address": "1 MAIN STREET",
    "City": "DENVER",
    "State": "CO",
    "Country": "US",
    "Postal_Code": "80014",
    "Effective_Date": "03/01/2016",
    "Expiration_Date": "02/28/2020",
    "Standard_Order": "Y",
    "Last_Update": "2016-03-10",
    "Action": "FR NOTICE ADDED",
    "FR_Citation": "81 F.R. 12345 3/10/16",
}

Cells = Mapping[str, str]


def csl(*rows: Cells) -> str:
    return written(CSL_COLUMNS, rows, ",")


def dpl(*rows: Cells) -> str:
    return written(DPL_COLUMNS, rows, "\t")


def written(columns: Iterable[str], rows: Iterable[Cells], delimiter: str) -> str:
    page = io.StringIO()
    pen = csv.DictWriter(page, tuple(columns), restval="", delimiter=delimiter, lineterminator="\n")
    pen.writeheader()
    pen.writerows(rows)
    return page.getvalue()


VESSEL_ENTRY = {
    "id": "26626",
    "source": "Specially Designated Nationals (SDN) - Treasury Department",
    "entity_number": "26626",
    "type": "Vessel",
    "programs": ["VENEZUELA-EO13850", "IRAN"],
    "name": "SAMPLE STAR",
    "title": None,
    "addresses": [
        {
            "address": "1 Keji Road",
            "city": "Shenzhen",
            "state": None,
            "postal_code": "518057",
            "country": "CN",
        },
        {
            "address": None,
            "city": None,
            "state": None,
            "postal_code": None,
            "country": "NO",
        },
    ],
    "federal_register_notice": "81 FR 12004",
    "start_date": "2016-03-08",
    "end_date": None,
    "standard_order": None,
    "license_requirement": "For all items subject to the EAR.",
    "license_policy": "Presumption of denial.",
    "call_sign": "5IM316",
    "vessel_type": "Drilling Ship",
    "gross_tonnage": "12000",
    "gross_registered_tonnage": None,
    "vessel_flag": "Panama",
    "vessel_owner": "Sample Line",
    "remarks": "(Linked To: SAMPLE LINE)",
    "source_list_url": "https://example.org/list",
    "alt_names": ["NA", "Old Star; Older Star"],
    "citizenships": [],
    "dates_of_birth": [],
    "nationalities": None,
    "places_of_birth": [],
    "source_information_url": "https://example.org/about",
    "ids": [
        {
            "country": None,
            "expiration_date": None,
            "issue_date": None,
            "number": "IMO 8767977",
            "type": "Vessel Registration Identification",
        },
        {
            "country": "RU",
            "expiration_date": "2029-02-04",
            "issue_date": "2019-02-05",
            "number": "K1",
            "type": "Passport",
        },
        {
            "country": None,
            "expiration_date": None,
            "issue_date": None,
            "number": "Male",
            "type": "Gender",
        },
    ],
}
"""An entry of the JSON form of the Consolidated Screening List, with all of its keys."""

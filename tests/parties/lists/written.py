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

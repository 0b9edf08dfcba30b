"""A small bill of materials in its three forms."""

from __future__ import annotations

import io
import json

import xlsxwriter

CSV = """id,parent,name,quantity,value,currency,origin,eccn,kind,bundled,characteristic.x
R1,,Router,,1000,USD,DE,5A992.c,,,
B1,R1,Board,2,300,,DE,,,,
C1,B1,FPGA,3,50,,US,3a001.A.7,,,yes
S1,R1,Firmware,1,30,,US,5D992.c,software,yes,
"""


def xlsx(rows: list[list[object]], sheet: str = "bom") -> bytes:
    whole = io.BytesIO()
    book = xlsxwriter.Workbook(whole, {"in_memory": True})
    book.add_worksheet("notes")
    page = book.add_worksheet(sheet)
    for at, row in enumerate(rows):
        page.write_row(at, 0, row)
    book.close()
    return whole.getvalue()


def said(**columns: str) -> list[dict[str, str]]:
    return [{"name": f"navicert:{name}", "value": value} for name, value in columns.items()]


def cyclonedx(**changes: object) -> dict[str, object]:
    board = {
        "bom-ref": "board",
        "type": "device",
        "name": "Board",
        "properties": said(origin="DE", value="300", quantity="2"),
        "components": [
            {
                "bom-ref": "fpga",
                "type": "device",
                "name": "FPGA",
                "properties": said(origin="US", eccn="3A001.a.7", value="50", quantity="3"),
            }
        ],
    }
    firmware = {
        "bom-ref": "fw",
        "type": "firmware",
        "name": "Firmware",
        "properties": said(origin="US", eccn="5D992.c", value="30", bundled="yes"),
    }
    router = {
        "bom-ref": "router",
        "type": "device",
        "name": "Router",
        "properties": said(origin="DE", value="1000", eccn="5A992.c"),
    }
    document = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "metadata": {"component": router},
        "components": [board, firmware],
    }
    return document | changes


def as_json(document: object) -> bytes:
    return json.dumps(document, indent=1).encode()

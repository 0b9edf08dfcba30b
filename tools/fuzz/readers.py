"""Every reader of files that come from outside, each with its door and small valid files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

import msgspec

from navicert.adapters.bom import read as bom
from navicert.adapters.inventory.read import inventory_of
from navicert.adapters.orders import read as orders
from navicert.adapters.orders.read import Form
from navicert.adapters.party_tables import read as party_tables
from navicert.adapters.store import parsed
from navicert.adapters.supply import read as supply
from navicert.adapters.templates.orders import template
from navicert.casework import screened_parties
from navicert.casework.intake import intake
from navicert.errors import InputError, UnreadableFile
from navicert.law.edition import standard_law
from navicert.parties.lists import read as lists
from navicert.parties.ownership.readers import read as registers
from tests.adapters.bom import written as bills
from tests.parties.lists import written as rows
from tests.parties.lists.csl_json import written as csl_json
from tests.parties.lists.eu import written as eu
from tests.parties.lists.ftm import written as ftm
from tests.parties.lists.house import written as house
from tests.parties.lists.ofac import written as ofac
from tests.parties.lists.ofac_advanced import written as ofac_advanced
from tests.parties.lists.own import written as own
from tests.parties.lists.uk import written as uk
from tests.parties.lists.un import written as un
from tests.parties.ownership.readers import written as owners

SUPPLY = Path(__file__).parents[2] / "examples" / "supply"

Files = Mapping[str, bytes]
"""Valid files by the names that messages show."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader: what files it is for, and a door that takes one or refuses it."""

    files: Files
    take: Callable[[str, bytes], None]


def _list(name: str, content: bytes) -> None:
    """Read a list; what was read can be stored, and comes back as it was."""
    snapshot = lists.read(name, content)
    kept = parsed.decode(parsed.encode(snapshot))
    assert kept is not None  # noqa: S101 - these are what the fuzzer is for
    assert kept.listings == snapshot.listings  # noqa: S101
    assert all(one.entry and one.names and one.name.strip() for one in kept.listings)  # noqa: S101


def _order(name: str, content: bytes) -> None:
    _writable(intake(orders.read_bytes(content, name)))


def _bill(name: str, content: bytes) -> None:
    _writable(bom.read_bytes(content, name, standard_law().tables.control_list.has))


def _parties(name: str, content: bytes) -> None:
    _writable(screened_parties.parties(party_tables.read_bytes(content, name)))


def _inventory(name: str, content: bytes) -> None:
    _writable(inventory_of(content, name))


def _owners(name: str, content: bytes) -> None:
    _writable(registers.read(name, content))


def _supply(name: str, content: bytes) -> None:
    """Read a supply graph of which one table is another; rows of the others may be refused."""
    folder, _, table = name.rpartition("/")
    try:
        _writable(supply.read_folder({**_graph(), table: content}, folder))
    except InputError as refused:
        if not str(refused).startswith(f"{folder}/"):
            raise
        raise UnreadableFile(f"{name}: {refused}") from refused


@cache
def _graph() -> Files:
    return {one.name: one.read_bytes() for one in sorted(SUPPLY.iterdir()) if one.suffix != ".md"}


def _writable(facts: object) -> None:
    """See that every text is one that can be written, which half a surrogate pair is not."""
    msgspec.msgpack.encode(facts, enc_hook=_plain)


def _plain(value: object) -> object:
    return dict(value) if isinstance(value, MappingProxyType) else repr(value)


_SHEET = own.workbook(
    [
        *(line.split(",") for line in own.CSV.splitlines()),
        [
            *("NO", "Fjord Works", "company", "FW"),
            None,
            "7 Havnegata",
            "Oslo",
            150.5,
            date(1965, 3, 1),
        ],
    ]
)
_TABLE = b"ID;Name;Country;Date of Birth;IDs\n7;Petrov;Namibia;12 Mar 1965;imo:9074729|tax_id:7\n"
_INVENTORY = (
    b"row,asset,manufacturer,brand,category,purpose,quantity,acquired,funding,contractor\n"
    b"1,Radio,ZTE Corp,ZTE,telecommunications,,12,2019-03-04,universal_service,no\n"
    b'2,Camera,"Dahua, Ltd.",,video surveillance,public_safety,1.5,,grant,\n'
)
_STAKES = b"owner,owned,percent\nZTE,Kangxun,90%\nNO,NA,\n"
_BILL: list[list[object]] = [
    [float(cell) if cell.isdigit() else cell for cell in line.split(",")]
    for line in bills.CSV.splitlines()
]
_ENTRIES = (rows.VESSEL_ENTRY, rows.VESSEL_ENTRY | {"id": "2", "type": None})


def _texts(name: str, texts: Iterable[str]) -> dict[str, bytes]:
    return {f"{at}{name}": text.encode() for at, text in enumerate(texts)}


READERS: Mapping[str, Reader] = {
    "csl": Reader(_texts("csl.csv", [rows.csl(rows.ENTITY, rows.ENTITY)]), _list),
    "csl_json": Reader(
        _texts("csl.json", [csl_json.whole(*_ENTRIES), csl_json.lines(csl_json.LINE)]), _list
    ),
    "dpl": Reader(_texts("dpl.txt", [rows.dpl(rows.DENIED_PERSON)]), _list),
    "house": Reader(_texts("house.toml", [house.LISTING + house.ORDER]), _list),
    "ofac": Reader({"sdn.zip": ofac.packed(ofac.files())}, _list),
    "ofac_consolidated": Reader({"cons.zip": ofac.consolidated()}, _list),
    "ofac_advanced": Reader({"advanced.xml": ofac_advanced.written()}, _list),
    "un": Reader({"un.xml": un.written()}, _list),
    "eu": Reader(_texts("eu.xml", [eu.eu(eu.PERSON, eu.COMPANY)]), _list),
    "uk": Reader(
        _texts("uk.csv", [uk.table(*uk.PERSON_ROWS, uk.SHIP_ROW)])
        | _texts("uk.xml", [uk.elements(uk.PERSON, uk.ENTITY)]),
        _list,
    ),
    "ftm": Reader(_texts("ftm.json", [ftm.FLAT, ftm.nested()]), _list),
    "own": Reader({"own.csv": own.CSV.encode(), "own.xlsx": _SHEET}, _list),
    "orders": Reader({f"order.{form}": template(form) for form in Form}, _order),
    "bom": Reader(
        {
            "bom.csv": bills.CSV.encode(),
            "bom.xlsx": bills.xlsx(_BILL),
            "bom.json": bills.as_json(bills.cyclonedx()),
        },
        _bill,
    ),
    "parties": Reader({"parties.csv": _TABLE}, _parties),
    "inventory": Reader({"inventory.csv": _INVENTORY}, _inventory),
    "owners": Reader(
        {
            "stakes.csv": _STAKES,
            "bods.json": owners.bods(owners.tie_of("r", "p", owners.SHARE)),
            "ftm.json": owners.ftm(owners.ALPHA, owners.BOB, owners.owns(percentage=["30"])),
        },
        _owners,
    ),
    "supply": Reader({f"graph/{name}": data for name, data in _graph().items()}, _supply),
}

"""Read one of OFAC's lists from its four CSV files; they name no column and write ``-0-`` for null.

Source: Office of Foreign Assets Control, "Specially Designated Nationals List - Data Formats and
Data Schemas"; remarks that are cut go on in the file of comments.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from navicert.errors import UnreadableFile
from navicert.facts.identifier import Identifier
from navicert.facts.listing import ListedName, Listing, PartyType
from navicert.parties.lists import country_names
from navicert.parties.lists.list_file import ListFile
from navicert.parties.lists.ofac import beside as besides
from navicert.parties.lists.ofac import bundle, identifiers, programs, remarks
from navicert.parties.lists.ofac.beside import Beside, Texts, cell
from navicert.parties.lists.ofac.bundle import CONSOLIDATED, SDN, Bundle
from navicert.parties.lists.rows import Row
from navicert.parties.lists.snapshot import Contents
from navicert.parties.lists.told import Told, together
from navicert.terms.identifier_kind import IdentifierKind
from navicert.terms.list_code import ListCode

PRIMARY = (
    *("ent_num", "SDN_Name", "SDN_Type", "Program", "Title", "Call_Sign", "Vess_type"),
    *("Tonnage", "GRT", "Vess_flag", "Vess_owner", "Remarks"),
)
DETAILS = ("Title", "Vess_type", "Tonnage", "GRT", "Vess_owner")
LONGEST_REMARKS = 1000
"""Characters that the remarks have room for; the file of comments has the rest."""
ONE_WITHOUT_ADDRESS_IN = 100
"""So many entries may have one without a row of addresses; both lists of the corpus have none."""

_TYPES: Mapping[str, PartyType] = {
    "": PartyType.ENTITY,
    "individual": PartyType.PERSON,
    "vessel": PartyType.VESSEL,
    "aircraft": PartyType.AIRCRAFT,
}


def tells_sdn(file: ListFile) -> bool:
    """Tell whether a file is a bundle of the SDN List."""
    return bundle.tells(file, SDN)


def tells_consolidated(file: ListFile) -> bool:
    """Tell whether a file is a bundle of the list of all other lists."""
    return bundle.tells(file, CONSOLIDATED)


def read_sdn(file: ListFile) -> Contents:
    """Read the SDN List whole, or refuse it at its first bad row (``ListRowRefused``)."""
    return _read(file, SDN)


def read_consolidated(file: ListFile) -> Contents:
    """Read the other lists; an entry that stands on several of them is a listing of each."""
    return _read(file, CONSOLIDATED)


def _read(file: ListFile, of: Bundle) -> Contents:
    texts = Texts(file.name, of, bundle.texts(file, of))
    beside = besides.read(texts)
    entries: dict[str, tuple[Listing, ...]] = {}
    for row in texts.rows(of.primary, PRIMARY):
        made = _listings(row, beside, of)
        number = made[0].entry
        if number in entries:
            raise row.refused("ent_num", f"{number[:40]!r} stands in the file twice")
        entries[number] = made
    _refuse_parts(texts, beside, frozenset(entries))
    return Contents(tuple(one for made in entries.values() for one in made))


def _listings(row: Row, beside: Beside, of: Bundle) -> tuple[Listing, ...]:
    number, name, kind = row.take("ent_num"), cell(row, "SDN_Name"), cell(row, "SDN_Type")
    if not number or not name:
        raise row.refused("SDN_Name", "an entry without a name or a number")
    if kind not in _TYPES:
        raise row.refused("SDN_Type", f"{kind[:40]!r} is none of {', '.join(filter(None, _TYPES))}")
    text = _remarks(row, beside.comments.get(number, ""))
    tags = programs.parse(cell(row, "Program"))
    told = together(
        (
            Told(names=(ListedName(name),)),
            beside.told.get(number, Told()),
            _vessel(row),
            _mark(name) if kind == "aircraft" else Told(),
            remarks.parse(text),
        )
    )
    row.finish()
    codes = (ListCode.SDN,) if of is SDN else programs.lists_of(tags, text)
    if not codes:
        shown = ", ".join(tags)[:80]
        raise row.refused("Program", f"{shown!r}: nobody knows to which list this program belongs")
    listing = _listing(codes[0], number, told)
    listing = replace(listing, type=_TYPES[kind], programs=tags, remarks=text)
    return tuple(replace(listing, list=code) for code in codes)


def _listing(code: ListCode, number: str, told: Told) -> Listing:
    return Listing(
        list=code,
        entry=number,
        names=told.names,
        addresses=told.addresses,
        countries=told.countries,
        details=told.details,
        identifiers=told.identifiers,
        births=told.births,
        birth_places=told.birth_places,
        nationalities=told.nationalities,
        citizenships=told.citizenships,
        flag=told.flags[0] if told.flags else None,
    )


def _remarks(row: Row, comment: str) -> str:
    """Give the remarks with their overflow; the cut may fall into a word or beside a blank."""
    written = row.take_as_written("Remarks")
    text = "" if written.strip() == "-0-" else written
    cut = len(text) >= LONGEST_REMARKS and not text.rstrip().endswith(".")
    if cut and not comment:
        message = "the remarks are cut, and the file of comments does not go on with them"
        raise row.refused("Remarks", message)
    return (text + comment).strip()


def _vessel(row: Row) -> Told:
    call_sign, flag = cell(row, "Call_Sign"), cell(row, "Vess_flag")
    code = country_names.code_of(flag)
    named = ((column, cell(row, column)) for column in DETAILS)
    unread = (("Vess_flag", flag),) if flag and code is None else ()
    return Told(
        flags=(code,) if code else (),
        identifiers=(Identifier(IdentifierKind.CALL_SIGN, call_sign),) if call_sign else (),
        details=(*((column, value) for column, value in named if value), *unread),
    )


def _mark(name: str) -> Told:
    mark = identifiers.mark_of(name)
    return Told(identifiers=(mark,)) if mark else Told()


def _refuse_parts(texts: Texts, beside: Beside, entries: frozenset[str]) -> None:
    """Refuse a bundle of which one file is a part, or of another day than the others."""
    if orphans := sorted(beside.entries - entries):
        shown = ", ".join(orphans[:3])
        message = f"rows for {len(orphans):,} entries ({shown}) that {texts.bundle.primary} lacks"
        raise UnreadableFile(f"{texts.name}: {message}; get the four files again, all of one day")
    without = entries - beside.addressed
    if len(without) * ONE_WITHOUT_ADDRESS_IN > len(entries):
        message = f"{len(without):,} of {len(entries):,} entries have no row in "
        message += f"{texts.bundle.addresses}; it is a part of it: get the four files again"
        raise UnreadableFile(f"{texts.name}: {message}")

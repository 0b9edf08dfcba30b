"""One designation of the UK Sanctions List: all of its rows, made into one listing.

Each form of the list is brought to rows of the same columns: the CSV form has a row for each name
and address, the XML form one for each group of elements.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from navicert.errors import TermError
from navicert.facts.identifier import Identifier
from navicert.facts.listing import ListedName, Listing, NameKind, PartyType
from navicert.facts.party import Address
from navicert.parties.lists import births, country_names
from navicert.terms.identifier_kind import IdentifierKind
from navicert.terms.list_code import ListCode

Cells = Mapping[str, str]

_DAY = "%d/%m/%Y"
_TYPES: Mapping[str, PartyType] = {
    "individual": PartyType.PERSON,
    "entity": PartyType.ENTITY,
    "ship": PartyType.VESSEL,
}
_NAMES = tuple(f"Name {part}" for part in range(1, 7))
_LINES = tuple(f"Address Line {line}" for line in range(1, 7))
_PAPERS = (
    ("Passport number", "Passport additional information", IdentifierKind.PASSPORT),
    (
        "National Identifier number",
        "National Identifier additional information",
        IdentifierKind.NATIONAL_ID,
    ),
    ("Business registration number (s)", "", IdentifierKind.REGISTRATION),
    ("IMO number", "", IdentifierKind.IMO),
    ("Hull identification number (HIN)", "", IdentifierKind.OTHER),
    ("Phone number", "", IdentifierKind.PHONE),
    ("Email address", "", IdentifierKind.EMAIL),
    ("Website", "", IdentifierKind.WEBSITE),
)
_DETAILS = (
    *("OFSI Group ID", "UN Reference Number", "Designation source", "Sanctions Imposed"),
    *("UK Statement of Reasons", "Last Updated", "Title", "Position", "Gender", "Type of entity"),
    *("Subsidiaries", "Parent company", "Current owner/operator (s)"),
    *("Previous owner/operator (s)", "Current believed flag of ship", "Previous flags"),
    *("Type of ship", "Tonnage of ship", "Length of ship", "Year Built"),
)
_MARKED_DAY = re.compile(r"(?:dd|00|\d{1,2})/(?:mm|00|\d{1,2})/\d{4}", re.IGNORECASE)
_IMO = re.compile(r"^IMO\s*:?\s*(?=\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Designation:
    """The rows of one designation."""

    entry: str
    rows: Sequence[Cells]

    def listing(self) -> Listing:
        """Make the listing; raises ``TermError`` for a type, a day or a name that cannot be."""
        names = tuple(_names(self.rows))
        if not names:
            raise TermError("a designation without a name")
        where = _addresses(self.rows)
        nations = self.all("Nationality(/ies)")
        flag = next(iter(country_names.codes_of(self.all("Current believed flag of ship"))), None)
        of = country_names.codes_of(nations)
        return Listing(
            list=ListCode.UK,
            entry=self.entry,
            names=names,
            type=self._type(),
            addresses=where,
            countries=_once((*(one.country or "" for one in where), *of, flag or "")),
            programs=self.all("Regime Name"),
            since=self._since(),
            remarks="\n".join(self.all("Other Information", apart=False)),
            details=tuple(self._details(nations)),
            identifiers=tuple(dict.fromkeys(_identifiers(self.rows))),
            births=births.parse(map(_birth, self.all("D.O.B"))),
            birth_places=_once(
                _joined(row, ("Town of birth", "Country of birth")) for row in self.rows
            ),
            nationalities=of,
            flag=flag,
        )

    def all(self, column: str, *, apart: bool = True) -> tuple[str, ...]:
        """Give what the rows say in a column, each once; a bar divides several in one cell."""
        cells = dict.fromkeys(row[column] for row in self.rows if column in row)
        if not apart:
            return _once(cells)
        return _once(part for cell in cells for part in cell.split("|"))

    def _type(self) -> PartyType:
        word = next(iter(self.all("Designation Type")), "")
        if word.casefold() not in _TYPES:
            raise TermError(f"{word[:40]!r} is none of Individual, Entity, Ship")
        return _TYPES[word.casefold()]

    def _since(self) -> date | None:
        return min(map(day_of, self.all("Date Designated")), default=None)

    def _details(self, nations: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        for column in _DETAILS:
            apart = column != "UK Statement of Reasons"
            yield from ((column, text) for text in self.all(column, apart=apart))
        for text in births.unread(map(_birth, self.all("D.O.B"))):
            yield "D.O.B", text
        for text in nations:
            if country_names.code_of(text) is None:
                yield "Nationality(/ies)", text
        for row in self.rows:
            if row.get("Name type", "").casefold() not in _TYPES_OF_NAMES:
                yield "Name type", f"{_joined(row, _NAMES, ' ')}: {row['Name type']}"
            for number, note, _ in _PAPERS:
                if not row.get(number) and (text := row.get(note, "")):
                    yield note, text


_TYPES_OF_NAMES = frozenset({"", "primary name", "primary name variation", "alias"})


def day_of(text: str) -> date:
    """Read a day of the list; raises ``TermError``.

    >>> day_of("25/01/2001")
    datetime.date(2001, 1, 25)
    """
    try:
        return datetime.strptime(text, _DAY).date()  # noqa: DTZ007
    except ValueError:
        raise TermError(f"{text[:40]!r} is not a day like 25/01/2001") from None


def _birth(text: str) -> str:
    """Turn a date of birth around, as far as it is known: ``dd/mm/1945`` is 1945."""
    if not _MARKED_DAY.fullmatch(text):
        return text
    day, month, year = text.split("/")
    known = [year, *(part for part in (month, day) if part.isdigit() and int(part))]
    return "-".join(known if month.isdigit() and int(month) else known[:1])


def _names(rows: Iterable[Cells]) -> Iterator[ListedName]:
    """Give the primary name first, then the others in their order, then those in other scripts."""
    found: dict[str, ListedName] = {}
    for row in sorted(rows, key=lambda row: row.get("Name type", "").casefold() != "primary name"):
        if text := _joined(row, _NAMES, " "):
            kind = NameKind.ALIAS if found else NameKind.PRIMARY
            weak = row.get("Alias strength", "").casefold().startswith("low")
            found.setdefault(text, ListedName(text, NameKind.WEAK if weak else kind))
        if native := row.get("Name non-latin script", ""):
            script = _joined(row, ("Non-latin script type", "Non-latin script language"))
            found.setdefault(native, ListedName(native, NameKind.ALIAS, script or "non-latin"))
    yield from found.values()


def _addresses(rows: Iterable[Cells]) -> tuple[Address, ...]:
    found: dict[str, Address] = {}
    for row in rows:
        text = _joined(row, (*_LINES, "Address Postal Code", "Address Country"))
        if text:
            found.setdefault(text, _address(row, text))
    return tuple(found.values())


def _address(row: Cells, text: str) -> Address:
    return Address(
        text=text,
        street=_joined(row, _LINES[:5]),
        city=row.get(_LINES[5], ""),
        postal_code=row.get("Address Postal Code", ""),
        country=country_names.code_of(row.get("Address Country", "")),
    )


def _identifiers(rows: Iterable[Cells]) -> Iterator[Identifier]:
    for row in rows:
        for column, note, kind in _PAPERS:
            whole = row.get(column, "")
            for number in (whole,) if note else whole.split("|"):
                plain = _IMO.sub("", number) if kind is IdentifierKind.IMO else number
                if plain.strip():
                    yield Identifier(kind, plain.strip(), note=row.get(note, "") or column)


def _joined(row: Cells, columns: Iterable[str], between: str = ", ") -> str:
    return between.join(filter(None, (row.get(column, "") for column in columns)))


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for one in texts if (text := one.strip())))

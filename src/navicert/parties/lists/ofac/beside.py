"""What stands beside OFAC's primary file: other names, addresses, and the overflow of remarks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from navicert.facts.listing import ListedName, NameKind
from navicert.facts.party import Address
from navicert.parties.lists import country_names
from navicert.parties.lists.ofac.bundle import Bundle
from navicert.parties.lists.rows import Row, headerless
from navicert.parties.lists.told import Told, together

ALIASES = ("ent_num", "alt_num", "alt_type", "alt_name", "alt_remarks")
ADDRESSES = ("ent_num", "Add_num", "Address", "City", "Country", "Add_remarks")
COMMENTS = ("ent_num", "comment")

_NULL = "-0-"
_END_OF_FILE = re.compile(r"\x1a\s*$")
_ALIASES: Mapping[str, NameKind] = {
    "aka": NameKind.ALIAS,
    "fka": NameKind.FORMER,
    "nka": NameKind.ALIAS,
}


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of the four files, with the name of what they came in."""

    name: str
    bundle: Bundle
    by_file: Mapping[str, str]

    def rows(self, file: str, columns: tuple[str, ...]) -> Iterator[Row]:
        """Give the rows of one of the files; the mark at its end (Ctrl-Z) is none."""
        text = _END_OF_FILE.sub("", self.by_file[file])
        return headerless(f"{self.name}/{file}", text, columns)


@dataclass(frozen=True, slots=True)
class Beside:
    """By the number of an entry: what is told of it; ``addressed`` have a row of addresses."""

    told: Mapping[str, Told]
    comments: Mapping[str, str]
    addressed: frozenset[str]

    @property
    def entries(self) -> frozenset[str]:
        """Every number for which there is a row."""
        return frozenset(self.told) | frozenset(self.comments)


def read(texts: Texts) -> Beside:
    """Read the three files; raises ``ListRowRefused`` at the first bad row."""
    told: defaultdict[str, list[Told]] = defaultdict(list)
    addressed = set()
    for row in texts.rows(texts.bundle.aliases, ALIASES):
        told[row.take("ent_num")].append(_alias(row))
    for row in texts.rows(texts.bundle.addresses, ADDRESSES):
        number = row.take("ent_num")
        addressed.add(number)
        told[number].append(_address(row))
    together_by_entry = {number: together(parts) for number, parts in told.items()}
    return Beside(together_by_entry, _comments(texts), frozenset(addressed))


def cell(row: Row, column: str) -> str:
    """Give a cell without blanks around it; empty for ``-0-``, which is how OFAC writes null."""
    value = row.take(column)
    return "" if value == _NULL else value


def _comments(texts: Texts) -> Mapping[str, str]:
    comments: defaultdict[str, str] = defaultdict(str)
    for row in texts.rows(texts.bundle.comments, COMMENTS):
        comments[row.take("ent_num")] += row.take_as_written("comment")
        row.finish()
    return comments


def _alias(row: Row) -> Told:
    kind, name, remarks = row.take("alt_type"), cell(row, "alt_name"), cell(row, "alt_remarks")
    row.take("alt_num")
    if kind not in _ALIASES:
        raise row.refused("alt_type", f"{kind[:40]!r} is none of {', '.join(_ALIASES)}")
    if not name:
        raise row.refused("alt_name", "an alias without a name")
    row.finish()
    details = (("alt_remarks", f"{name}: {remarks}"),) if remarks else ()
    return Told(names=(ListedName(name, _ALIASES[kind]),), details=details)


def _address(row: Row) -> Told:
    street, town, name = cell(row, "Address"), cell(row, "City"), cell(row, "Country")
    remarks = cell(row, "Add_remarks")
    row.take("Add_num")
    row.finish()
    text = ", ".join(filter(None, (street, town, name)))
    details = (("Add_remarks", f"{text}: {remarks}"),) if remarks else ()
    if not text:
        return Told(details=details)
    city, region, postal = _town(town)
    code = country_names.code_of(name)
    return Told(addresses=(Address(text, street, city, region, postal, code),), details=details)


def _town(cell: str) -> tuple[str, str, str]:
    """Tell city, region and postal code apart: the last words with a figure are the code."""
    words = cell.split(" ")
    first = len(words)
    while first > 1 and any(map(str.isdigit, words[first - 1])):
        first -= 1
    city, _, region = " ".join(words[:first]).partition(",")
    return city.strip(), region.strip(), " ".join(words[first:])

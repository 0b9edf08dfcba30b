"""A table of stakes, CSV or XLSX, one stake a row; docs/ownership.md explains the columns."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from navicert.errors import ListRowRefused, MalformedAmount, Problem
from navicert.facts.ownership import Stake, StakeKind, StakeSource, key
from navicert.parties.lists.list_file import LARGEST, ListFile
from navicert.parties.lists.own import workbook
from navicert.parties.lists.rows import Row, cells, header_of, rows_below
from navicert.parties.lists.unpack import text_of
from navicert.parties.ownership.readers import percent
from navicert.parties.ownership.register import Contents, Entity, Flags, node_of

NEEDED = ("owner", "owned")
COLUMNS = (
    *NEEDED,
    *("percent", "at_least", "at_most", "kind", "from", "to", "source"),
    *("owner_id", "owner_country", "owner_identifiers"),
    *("owned_id", "owned_country", "owned_identifiers"),
)
LONGEST_NAME, LONGEST_ID = 1_000, 300
_SEVERAL = re.compile(r"[|;]")


def tells(file: ListFile) -> bool:
    """Whether it is such a table: a workbook, or a CSV with the columns that are needed."""
    if file.is_zip:
        return True
    head = file.head.removeprefix(codecs.BOM_UTF8).decode(errors="replace")
    return {_plain(one) for one in header_of(head, ",")} >= set(NEEDED)


def read_file(file: ListFile, flags: Flags) -> Contents:
    """Read a table; raises ``ListRowRefused`` with file and line for what is malformed.

    Who is named without an id is the one entity that has this name with an id, or with a country,
    in another row; where several have it, it stays apart, and is flagged.
    """
    if file.is_zip:
        lines: Iterable[tuple[int, list[str]]] = workbook.rows(file.name, file.content)
    else:
        lines = cells(file.name, text_of(file.name, file.content, LARGEST), ",")
    entities = _Entities()
    stakes = tuple(_stake(row, entities) for row in _rows(file.name, iter(lines)))
    meant = _Meant(entities, flags)
    told = tuple(meant.stake(stake) for stake in stakes)
    kept = (one for one in entities.found.values() if one.id not in meant.gone)
    return Contents("table", tuple(kept), told)


def _rows(file: str, lines: Iterator[tuple[int, list[str]]]) -> Iterator[Row]:
    line, header = next(lines, (1, []))
    columns = [_plain(one) for one in header]
    wrong = [
        *(f"unknown: {one[:60]!r}" for one in columns if one not in COLUMNS),
        *(f"missing: {one}" for one in NEEDED if one not in columns),
        *(f"twice: {one}" for one in dict.fromkeys(columns) if columns.count(one) > 1),
    ]
    if wrong:
        message = f"{'; '.join(wrong)[:600]}; the columns are {', '.join(COLUMNS)}"
        raise ListRowRefused(str(Problem(file, line, "", message)))
    below = ((at, row) for at, row in lines if any(map(str.strip, row)))
    yield from rows_below(file, columns, _padded(below, len(columns)))


def _padded(lines: Iterable[tuple[int, list[str]]], wide: int) -> Iterator[tuple[int, list[str]]]:
    """Fill up rows that a workbook ends early."""
    for line, row in lines:
        yield line, row + [""] * (wide - len(row))


def _plain(column: str) -> str:
    return re.sub(r"[\s-]+", "_", column.strip().casefold())


@dataclass(slots=True)
class _Entities:
    """The entities of a table, each told once by its id; the first row that has it names it."""

    found: dict[str, Entity] = field(default_factory=dict)
    with_id: set[str] = field(default_factory=set)

    def take(self, row: Row, which: str) -> Entity:
        """Give an entity of a row; raises when its id is another one's by name."""
        name = _text(row, which, LONGEST_NAME)
        given = _text(row, f"{which}_id", LONGEST_ID)
        country = _text(row, f"{which}_country", LONGEST_ID)
        numbers = _SEVERAL.split(_text(row, f"{which}_identifiers", LONGEST_NAME))
        if not name and given in self.found:
            name = self.found[given].name
        if not name:
            raise row.refused(which, "no name: write who it is, or the id of a row above")
        entity = Entity(
            id=given or node_of(name, country),
            name=name,
            country=country,
            identifiers=tuple(one.strip() for one in numbers if one.strip()),
        )
        known = self.found.setdefault(entity.id, entity)
        if given:
            self.with_id.add(given)
        if known.name != name and node_of(known.name) != node_of(name):
            message = f"{given!r} is {known.name!r} in a row above: an id is of one entity alone"
            raise row.refused(f"{which}_id", message)
        return known


class _Meant:
    """Who is meant by a name without an id."""

    def __init__(self, entities: _Entities, flags: Flags) -> None:
        self._entities = entities
        self._flags = flags
        self._named: dict[str, list[Entity]] = {}
        for one in entities.found.values():
            self._named.setdefault(key(one.name), []).append(one)
        self._told: set[str] = set()
        self.gone: set[str] = set()

    def stake(self, stake: Stake) -> Stake:
        """Give a stake with the ids of who is meant."""
        owner, owned = (self._meant(one, stake) for one in (stake.owner_id, stake.owned_id))
        if (owner, owned) == (stake.owner_id, stake.owned_id):
            return stake
        return replace(stake, owner_id=owner, owned_id=owned)

    def _meant(self, id_: str, stake: Stake) -> str:
        with_id, one = self._entities.with_id, self._entities.found[id_]
        if id_ in with_id:
            return id_
        others = [other for other in self._named[key(one.name)] if other.id != id_]
        alike = [other for other in others if not one.country or other.country in {"", one.country}]
        known = [other for other in alike if other.id in with_id]
        if not known and not one.country:
            known = alike
        if len(known) > 1 and id_ not in self._told:
            self._told.add(id_)
            place = Problem(stake.source.file, stake.source.line, "owner", "")
            message = f"{one.name!r} has no id here, and {len(known)} entities have this name: "
            self._flags.add(place, message + "it is kept apart from all of them; give its id")
        if len(known) != 1:
            return id_
        self.gone.add(id_)
        return known[0].id


def _stake(row: Row, entities: _Entities) -> Stake:
    owner, owned = entities.take(row, "owner"), entities.take(row, "owned")
    share = _share(row)
    kind = _text(row, "kind", LONGEST_ID).casefold() or StakeKind.OWNERSHIP
    if kind not in set(StakeKind):
        raise row.refused("kind", f"{kind[:40]!r} is no kind: write ownership or control")
    since, until = _days(row)
    return Stake(
        owner.name,
        owned.name,
        share.exact,
        StakeKind(kind),
        share.least,
        share.most,
        since=since,
        until=until,
        source=StakeSource(file=row.file, line=row.line, cited=_text(row, "source", LONGEST_NAME)),
        owner_id=owner.id,
        owned_id=owned.id,
    )


def _share(row: Row) -> percent.Percent:
    texts = {name: _text(row, name, LONGEST_ID) for name in ("percent", "at_least", "at_most")}
    bounded = texts["at_least"] or texts["at_most"]
    if texts["percent"] and bounded:
        raise row.refused("percent", "a share and bounds of it: write the one or the others")
    try:
        if not bounded:
            return percent.parse(texts["percent"])
        low, high = (
            percent.amount(texts[name].removesuffix("%")) if texts[name] else None
            for name in ("at_least", "at_most")
        )
        return percent.between(low, high)
    except MalformedAmount as error:
        raise row.refused("percent", str(error)) from None


def _days(row: Row) -> tuple[date | None, date | None]:
    since, until = (row.take_day(name) if row.has(name) else None for name in ("from", "to"))
    if since is not None and until is not None and until < since:
        raise row.refused("to", f"{until} is before {since}, from which on it is held")
    return since, until


def _text(row: Row, column: str, most: int) -> str:
    text = row.take(column) if row.has(column) else ""
    if len(text) > most:
        raise row.refused(column, f"{len(text):,} characters; the most are {most:,}")
    if not text.isprintable():
        raise row.refused(column, "a control character, which nobody can see")
    return text

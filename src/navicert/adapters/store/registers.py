"""Registers of owners, a file each that is asked by key: nobody reads a million entities for one.

A file is named by the digest of the register's bytes and by the version of what read them. It
holds nothing that the bytes do not, and can be built again from them; the bytes are kept.
"""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np

from navicert.adapters.store import parsed
from navicert.adapters.store.files import FileBlobs, make_directory, usable
from navicert.casework.register_ports import RegisterLoad, Whole
from navicert.errors import StateUnusable
from navicert.facts.ownership import Stake, StakeKind, StakeSource, key
from navicert.parties.ownership import kernel
from navicert.parties.ownership.readers.read import read
from navicert.parties.ownership.register import Entity, Register, bare, numbers

_TABLES = """
CREATE TABLE entity (at INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL,
  country TEXT NOT NULL, kind TEXT NOT NULL, more TEXT NOT NULL);
CREATE TABLE name (key TEXT NOT NULL, bare TEXT NOT NULL, at INTEGER NOT NULL);
CREATE TABLE number (number TEXT NOT NULL, at INTEGER NOT NULL);
CREATE TABLE stake (at INTEGER PRIMARY KEY, owner INTEGER NOT NULL, owned INTEGER NOT NULL,
  percent TEXT, least TEXT, most TEXT, kind TEXT NOT NULL, since TEXT, until TEXT,
  line INTEGER NOT NULL, cited TEXT NOT NULL);
"""
_INDEXES = """
CREATE UNIQUE INDEX entity_id ON entity (id);
CREATE INDEX name_key ON name (key);
CREATE INDEX name_bare ON name (bare);
CREATE INDEX number_number ON number (number);
CREATE INDEX stake_owned ON stake (owned);
CREATE TABLE whole (entities INTEGER NOT NULL, stakes INTEGER NOT NULL);
"""
_STAKE = """
SELECT stake.*, upper.id, upper.name, lower.id, lower.name FROM stake
JOIN entity AS upper ON upper.at = stake.owner JOIN entity AS lower ON lower.at = stake.owned
"""
STAKE_COLUMNS = 11
_FORM = 2
"""Counted up with every change of the tables: a file of another form is built anew."""
_ASKED_AT_ONCE = 500
"""Values of one question: SQLite has a limit."""


class StoredRegisters:
    """The registers of one data directory; nothing is made on disk before the first is kept."""

    def __init__(self, folder: Path, blobs: FileBlobs) -> None:
        self._folder = folder
        self._blobs = blobs

    def keep(self, register: Register, content: bytes) -> None:
        """Keep a register: its bytes as they came, and the file that is asked."""
        self._blobs.put(content)
        self._build(register)

    def opened(self, load: RegisterLoad) -> StoredRegister:
        """Open a register that was loaded; a file that is lost or damaged is built anew."""
        path = self._path(load.digest)
        if not _is_whole(path, load):
            try:
                content = self._blobs.get(load.digest)
            except KeyError:
                message = f"{load.title}: its bytes are gone from the data directory: load it again"
                raise StateUnusable(message) from None
            self._build(read(load.file, content, load.title, load.as_of))
        return StoredRegister(path, load)

    def _path(self, digest: str) -> Path:
        return self._folder / f"{digest}-{parsed.version()}.owners"

    def _build(self, register: Register) -> None:
        path = self._path(register.digest)
        make_directory(self._folder)
        with usable(path):
            handle, name = tempfile.mkstemp(prefix=".new-", dir=self._folder)
            os.close(handle)
            fresh = Path(name)
            try:
                with _plainly(path):
                    _write(fresh, register)
                fresh.replace(path)
            finally:
                fresh.unlink(missing_ok=True)


class StoredRegister:
    """One register that is asked by key."""

    def __init__(self, path: Path, load: RegisterLoad) -> None:
        self._path = path
        self._load = load

    def named(self, keys: Sequence[str]) -> tuple[Entity, ...]:
        """Give the entities that go by one of these names, written as ``key`` does."""
        return self._entities("name", "key", keys)

    def alike(self, bares: Sequence[str]) -> tuple[Entity, ...]:
        """Give the entities that go by one of these names but for legal forms, as ``bare`` does."""
        return self._entities("name", "bare", bares)

    def numbered(self, numbers: Sequence[str]) -> tuple[Entity, ...]:
        """Give the entities that have one of these numbers."""
        return self._entities("number", "number", numbers)

    def above(self, ids: Sequence[str]) -> tuple[Stake, ...]:
        """Give every stake in these entities, in the order of the file."""
        question = f"{_STAKE} WHERE lower.id IN (%s)"
        rows = sorted(self._all(question, ids))
        return tuple(map(self._stake, rows))

    def whole(self, day: date) -> Whole:
        """Read every stake of a day as arrays, for the fixed point over all of it."""
        with self._asked() as database:
            size = int(database.execute("SELECT count(*) FROM entity").fetchone()[0])
            rows = database.execute(
                "SELECT owner, owned, percent, least, most FROM stake WHERE kind = ?"
                " AND (since IS NULL OR since <= ?) AND (until IS NULL OR until >= ?)",
                (StakeKind.OWNERSHIP, day.isoformat(), day.isoformat()),
            )
            ends, low, high = _arrays(rows)
        return Whole(kernel.Holdings.of(ends, low, high, size), self._places, self._at)

    def _places(self, keys: Sequence[str]) -> tuple[int, ...]:
        rows = self._all("SELECT DISTINCT at FROM name WHERE key IN (%s)", keys)
        return tuple(sorted({int(row[0]) for row in rows}))

    def _at(self, places: Sequence[int]) -> tuple[Entity, ...]:
        question = "SELECT at, id, name, country, kind, more FROM entity WHERE at IN (%s)"
        return tuple(_entity(row) for row in sorted(self._all(question, places)))

    def _entities(self, table: str, column: str, values: Sequence[str]) -> tuple[Entity, ...]:
        question = (
            "SELECT DISTINCT entity.at, id, name, country, kind, more FROM entity "  # noqa: S608
            f"JOIN {table} ON {table}.at = entity.at WHERE {table}.{column} IN (%s)"
        )
        rows = {row[0]: row for row in self._all(question, values)}
        return tuple(_entity(rows[at]) for at in sorted(rows))

    def _all(self, question: str, values: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
        with self._asked() as database:
            for start in range(0, len(values), _ASKED_AT_ONCE):
                some = tuple(values[start : start + _ASKED_AT_ONCE])
                marks = ",".join("?" * len(some))
                yield from database.execute(question % marks, some)

    @contextmanager
    def _asked(self) -> Iterator[sqlite3.Connection]:
        with _plainly(self._path):
            name = f"{self._path.as_uri()}?mode=ro&immutable=1"
            with closing(sqlite3.connect(name, uri=True)) as database:
                yield database

    def _stake(self, row: tuple[Any, ...]) -> Stake:
        percent, least, most = (None if one is None else Decimal(one) for one in row[3:6])
        since, until = (None if one is None else date.fromisoformat(one) for one in row[7:9])
        load = self._load
        return Stake(
            row[12],
            row[14],
            percent,
            StakeKind(row[6]),
            least,
            most,
            since,
            until,
            StakeSource(load.title, load.as_of, load.file, row[9], row[10]),
            row[11],
            row[13],
        )


def _write(path: Path, register: Register) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        database.executescript(f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; {_TABLES}")
        database.execute(f"PRAGMA user_version = {_FORM}")
        _fill(database, register)
        database.executescript(_INDEXES)
        counts = (len(register.entities), len(register.stakes))
        database.execute("INSERT INTO whole VALUES (?, ?)", counts)


def _fill(database: sqlite3.Connection, register: Register) -> None:
    entities = register.entities
    at = {entity.id: place for place, entity in enumerate(entities)}
    rows = ((at[one.id], one.id, one.name, one.country, one.kind, _more(one)) for one in entities)
    database.executemany("INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?)", rows)
    database.executemany("INSERT INTO name VALUES (?, ?, ?)", _names(entities, at))
    told = _each(entities, at, lambda one: numbers((one.id, *one.identifiers)))
    database.executemany("INSERT INTO number VALUES (?, ?)", told)
    stakes = (_row(place, one, at) for place, one in enumerate(register.stakes))
    marks = ", ".join("?" * STAKE_COLUMNS)
    database.executemany(f"INSERT INTO stake VALUES ({marks})", stakes)  # noqa: S608 - marks


def _names(entities: Iterable[Entity], at: dict[str, int]) -> Iterator[tuple[str, str, int]]:
    for one in entities:
        told = dict.fromkeys((key(name), bare(name)) for name in (one.name, *one.aliases))
        yield from ((exact, plain, at[one.id]) for exact, plain in told)


def _each(
    entities: Iterable[Entity], at: dict[str, int], told: Callable[[Entity], Iterable[str]]
) -> Iterator[tuple[str, int]]:
    for one in entities:
        yield from ((text, at[one.id]) for text in dict.fromkeys(told(one)))


def _more(one: Entity) -> str:
    return json.dumps([one.aliases, one.identifiers]) if one.aliases or one.identifiers else ""


def _row(place: int, one: Stake, at: dict[str, int]) -> tuple[object, ...]:
    amounts = (
        None if share is None else str(share) for share in (one.percent, one.least, one.most)
    )
    days = (None if day is None else day.isoformat() for day in (one.since, one.until))
    ends = (at[one.owner_id], at[one.owned_id])
    source = one.source
    return (place, *ends, *amounts, one.kind.value, *days, source.line, source.cited)


def _entity(row: tuple[Any, ...]) -> Entity:
    aliases, told = json.loads(row[5]) if row[5] else ((), ())
    return Entity(row[1], row[2], row[3], row[4], tuple(aliases), tuple(told))


def _arrays(
    rows: Iterable[tuple[Any, ...]],
) -> tuple[tuple[kernel.Numbers, kernel.Numbers], kernel.Numbers, kernel.Numbers]:
    told: dict[str | None, tuple[int, int]] = {}
    found: list[tuple[int, int, int, int]] = []
    for owner, owned, percent, least, most in rows:
        low, high = (least, most) if percent is None else (percent, percent)
        found.append((owner, owned, _units(told, low or "0")[0], _units(told, high or "100")[1]))
    table = np.array(found, np.int64).reshape(-1, 4)
    return (table[:, 0], table[:, 1]), table[:, 2], table[:, 3]


def _units(told: dict[str | None, tuple[int, int]], share: str) -> tuple[int, int]:
    """Give a share in units, cut off and rounded up; the same texts come again and again."""
    if share not in told:
        told[share] = (kernel.at_least(Decimal(share)), kernel.at_most(Decimal(share)))
    return told[share]


def _is_whole(path: Path, load: RegisterLoad) -> bool:
    if not path.is_file():
        return False
    name = f"{path.as_uri()}?mode=ro"
    with suppress(sqlite3.Error), closing(sqlite3.connect(name, uri=True)) as database:
        counts = database.execute("SELECT entities, stakes FROM whole").fetchone()
        (form,) = database.execute("PRAGMA user_version").fetchone()
        return bool((form, *counts) == (_FORM, load.entities, load.stakes))
    return False


@contextmanager
def _plainly(path: Path) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, ValueError) as refused:
        message = (
            f"{path}: {refused}; delete this file, it is built again from the bytes that are kept"
        )
        raise StateUnusable(message) from refused

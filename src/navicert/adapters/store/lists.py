"""The lists of parties in the store: bytes as they came, what was read of them, what is in force.

What was read is kept too, so that a check need not read a file of 20 MB again. It is keyed by
the digest of the bytes and the version of the readers: a reader that changed reads again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Select, delete, insert

from navicert.adapters.store import force, parsed, schema
from navicert.adapters.store.database import Database
from navicert.casework.ports import Blobs, Clock, FeedFile, ListLoad, Tenure
from navicert.errors import StateUnusable
from navicert.parties.lists.difference import difference
from navicert.parties.lists.loss import refuse_if_shrunk, refuse_if_small
from navicert.parties.lists.read import read
from navicert.parties.lists.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class _Found:
    """A load, the name of its file, the blob of what this version's readers made, and its time."""

    load: ListLoad
    name: str
    parsed: str | None
    since: str
    until: str | None
    change: tuple[int, int, int] | None


_Change = tuple[int, int, int] | None


class StoredSnapshots:
    """The lists of one data directory."""

    def __init__(self, database: Database, blobs: Blobs, clock: Clock) -> None:
        self._database = database
        self._blobs = blobs
        self._clock = clock

    def keep(self, snapshot: Snapshot, file: FeedFile, *, loss_accepted: bool = False) -> ListLoad:
        """Keep a list and put it in force, in one transaction; ListShrank when it lost too much.

        The blobs come first: a crash leaves at worst bytes that nothing refers to.
        """
        if self._blobs.put(file.content) != snapshot.digest:
            message = f"{file.name}: the snapshot was not read from these bytes"
            raise ValueError(message)
        form = self._blobs.put(parsed.encode(snapshot))
        now = self._clock.now()
        load = _load_of(snapshot, now.isoformat().replace("+00:00", "Z"), file.place)
        before, change = self._change(snapshot)
        with self._database.writing() as connection:
            previous = _in_force(connection, snapshot)
            if not loss_accepted:
                _refuse_loss(previous, snapshot)
            counted = change if previous == before else None
            told = {"code": load.code, "title": load.title, "change": counted}
            force.put_in(connection, _insert(connection, load, file.name), told, now)
            _keep_reading(connection, snapshot.digest, form)
        return load

    def retire(self, code: str, title: str) -> bool:
        """Take a list out of force; False when there was none."""
        if not self._database.exists():
            return False
        with self._database.writing() as connection:
            return force.take_out(connection, code, title, self._clock.now())

    def current(self, code: str) -> tuple[Snapshot, ...]:
        """Give the lists in force under a code, by title."""
        wanted = force.OPEN & (schema.load.c.code == code)
        return tuple(map(self._snapshot, self._rows(force.chosen(wanted))))

    def all_current(self) -> tuple[Snapshot, ...]:
        """Give every list in force, by code and title."""
        return tuple(map(self._snapshot, self._rows(force.chosen(force.OPEN))))

    def known_at(self, moment: datetime) -> tuple[Snapshot, ...]:
        """Give every list that was in force at a moment, by code and title."""
        wanted = force.known_at(moment)
        return tuple(map(self._snapshot, self._rows(force.chosen(wanted))))

    def loads(self, moment: datetime | None = None) -> tuple[ListLoad, ...]:
        """Say which loads are in force, or were at a moment, by code and title."""
        wanted = force.OPEN if moment is None else force.known_at(moment)
        return tuple(found.load for found in self._rows(force.chosen(wanted)))

    def tenures(self) -> tuple[Tenure, ...]:
        """Say of every load that was ever in force how long it was, oldest first."""
        found = self._rows(force.chosen(), force.by_time)
        return tuple(Tenure(one.load, one.since, one.until, one.change) for one in found)

    def opened(self, load: ListLoad) -> Snapshot:
        """Give the list of a load, in force or not."""
        return self._snapshot(self._row_of(load))

    def read_anew(self, load: ListLoad) -> Snapshot:
        """Read the bytes of a load as they came, under their file's name."""
        return self._read(self._row_of(load))

    def _row_of(self, load: ListLoad) -> _Found:
        same = schema.load.c.digest == load.digest
        return next(one for one in self._rows(force.chosen(same)) if one.load == load)

    def _rows(
        self,
        wanted: Select[Any],
        order: Callable[[Select[Any]], Select[Any]] = force.by_title,
    ) -> tuple[_Found, ...]:
        if not self._database.exists():
            return ()
        with self._database.reading() as connection:
            return tuple(_found(row) for row in _readable(connection, order(wanted)))

    def _change(self, snapshot: Snapshot) -> tuple[ListLoad | None, _Change]:
        """Count what changed against the load in force; a damaged one is no reason not to load."""
        same = (schema.load.c.code == snapshot.code) & (schema.load.c.title == snapshot.title)
        found = self._rows(force.chosen(force.OPEN & same))
        if not found:
            return None, None
        if found[0].load.digest == snapshot.digest:
            return found[0].load, found[0].change
        try:
            return found[0].load, difference(self._snapshot(found[0]), snapshot).counts
        except StateUnusable:
            return found[0].load, None

    def _snapshot(self, found: _Found) -> Snapshot:
        load, form = found.load, found.parsed
        contents = None if form is None else parsed.decode(self._blob(load, form))
        if contents is None:
            return self._read_again(found)
        return Snapshot(
            code=load.code,
            title=load.title,
            source=load.source,
            as_of=load.as_of,
            digest=load.digest,
            listings=contents.listings,
            orders=contents.orders,
            counts_by_list=load.counts_by_list,
            covers=contents.covers,
            history_from=contents.history_from,
        )

    def _read_again(self, found: _Found) -> Snapshot:
        load, snapshot = found.load, self._read(found)
        form = self._blobs.put(parsed.encode(snapshot))
        with self._database.writing() as connection:
            _keep_reading(connection, load.digest, form)
        return snapshot

    def _read(self, found: _Found) -> Snapshot:
        return read(found.name, self._blob(found.load, found.load.digest), found.load.as_of)

    def _blob(self, load: ListLoad, digest: str) -> bytes:
        try:
            return self._blobs.get(digest)
        except KeyError:
            message = (
                f"{load.title}: the file {digest} is missing from the data directory; load the "
                "list again, or restore the directory from your backup"
            )
            raise StateUnusable(message) from None


def _in_force(connection: Connection, snapshot: Snapshot) -> ListLoad | None:
    same = (schema.load.c.code == snapshot.code) & (schema.load.c.title == snapshot.title)
    rows = _readable(connection, force.chosen(force.OPEN & same))
    return _found(rows[0]).load if rows else None


def _refuse_loss(previous: ListLoad | None, snapshot: Snapshot) -> None:
    if previous is None:
        refuse_if_small(snapshot)
    else:
        refuse_if_shrunk(previous.counts_by_list, snapshot)


def _insert(connection: Connection, load: ListLoad, name: str) -> int:
    added = connection.execute(
        insert(schema.load)
        .returning(schema.load.c.id)
        .values(
            code=load.code,
            title=load.title,
            source=load.source,
            as_of=load.as_of,
            digest=load.digest,
            name=name,
            entries=load.entries,
            counts_by_list=[list(pair) for pair in load.counts_by_list],
            loaded_at=load.loaded_at,
            place=load.place,
        )
    )
    return int(added.scalar_one())


def _keep_reading(connection: Connection, digest: str, form: str) -> None:
    key = {"digest": digest, "reader": parsed.version()}
    same = (schema.reading.c.digest == digest) & (schema.reading.c.reader == key["reader"])
    connection.execute(delete(schema.reading).where(same))
    connection.execute(insert(schema.reading).values(parsed=form, **key))


def _load_of(snapshot: Snapshot, moment: str, place: str) -> ListLoad:
    return ListLoad(
        code=snapshot.code,
        title=snapshot.title,
        source=snapshot.source,
        as_of=snapshot.as_of,
        digest=snapshot.digest,
        entries=snapshot.entries,
        counts_by_list=snapshot.counts_by_list,
        loaded_at=moment,
        place=place,
    )


def _readable(connection: Connection, wanted: Select[Any]) -> tuple[Row[Any], ...]:
    """Take the rows; a cell that is not of its column's type is the directory's fault."""
    try:
        return tuple(connection.execute(wanted))
    except (TypeError, ValueError) as refused:
        raise _malformed(str(refused)) from refused


def _found(row: Row[Any]) -> _Found:
    """Give a row as it was put in, or say that somebody put in something else."""
    cells = {field.name: getattr(row, field.name) for field in fields(ListLoad)}
    try:
        load = msgspec.convert(cells, ListLoad)
        own = {name: getattr(row, name) for name in ("name", "parsed", "since", "until", "change")}
        return msgspec.convert({"load": load, **own}, _Found)
    except msgspec.ValidationError as refused:
        raise _malformed(f"{row.title!r}: {refused}") from refused


def _malformed(reason: str) -> StateUnusable:
    return StateUnusable(
        f"the table of loaded lists holds a value that navicert never put there ({reason}): load "
        "the lists again, or restore the data directory from your backup"
    )

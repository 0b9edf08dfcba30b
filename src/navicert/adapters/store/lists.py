"""The lists of parties in the store: bytes as they came, what was read of them, what is in force.

What was read is kept too, so that a check need not read a file of 20 MB again. It is keyed by
the digest of the bytes and the version of the readers: a reader that changed reads again.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Select, delete, insert, select

from navicert.adapters.store import parsed, schema
from navicert.adapters.store.database import Database
from navicert.casework.ports import Blobs, Clock, ListLoad
from navicert.errors import StateUnusable
from navicert.parties.lists.loss import refuse_if_shrunk, refuse_if_small
from navicert.parties.lists.read import read
from navicert.parties.lists.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class _Found:
    """A load in force, the name of its file, and the blob of what this version's readers made."""

    load: ListLoad
    name: str
    parsed: str | None


class StoredSnapshots:
    """The lists of one data directory."""

    def __init__(self, database: Database, blobs: Blobs, clock: Clock) -> None:
        self._database = database
        self._blobs = blobs
        self._clock = clock

    def keep(
        self, snapshot: Snapshot, content: bytes, name: str, *, loss_accepted: bool = False
    ) -> ListLoad:
        """Keep a list and put it in force, in one transaction; ListShrank when it lost too much.

        The blobs come first: a crash leaves at worst bytes that nothing refers to.
        """
        if self._blobs.put(content) != snapshot.digest:
            message = f"{name}: the snapshot was not read from these bytes"
            raise ValueError(message)
        form = self._blobs.put(parsed.encode(snapshot))
        load = _load_of(snapshot, self._clock.now().isoformat().replace("+00:00", "Z"))
        with self._database.writing() as connection:
            if not loss_accepted:
                _refuse_loss(connection, snapshot)
            _put_in_force(connection, load, name)
            _keep_reading(connection, snapshot.digest, form)
        return load

    def retire(self, code: str, title: str) -> bool:
        """Take a list out of force; False when there was none."""
        if not self._database.exists():
            return False
        with self._database.writing() as connection:
            return _out_of_force(connection, code, title)

    def current(self, code: str) -> tuple[Snapshot, ...]:
        """Give the lists in force under a code, by title."""
        return tuple(map(self._snapshot, self._rows(_in_force().where(schema.load.c.code == code))))

    def all_current(self) -> tuple[Snapshot, ...]:
        """Give every list in force, by code and title."""
        return tuple(map(self._snapshot, self._rows(_in_force())))

    def loads(self) -> tuple[ListLoad, ...]:
        """Say which loads are in force, by code and title."""
        return tuple(found.load for found in self._rows(_in_force()))

    def _rows(self, wanted: Select[Any]) -> tuple[_Found, ...]:
        if not self._database.exists():
            return ()
        with self._database.reading() as connection:
            return tuple(_found(row) for row in _readable(connection, wanted))

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
        load = found.load
        snapshot = read(found.name, self._blob(load, load.digest), load.as_of)
        form = self._blobs.put(parsed.encode(snapshot))
        with self._database.writing() as connection:
            _keep_reading(connection, load.digest, form)
        return snapshot

    def _blob(self, load: ListLoad, digest: str) -> bytes:
        try:
            return self._blobs.get(digest)
        except KeyError:
            message = (
                f"{load.title}: the file {digest} is missing from the data directory; load the "
                "list again, or restore the directory from your backup"
            )
            raise StateUnusable(message) from None


def _in_force() -> Select[Any]:
    version = schema.reading.c.reader == parsed.version()
    return (
        select(schema.load, schema.reading.c.parsed)
        .join(schema.current, schema.current.c.load_id == schema.load.c.id)
        .join(
            schema.reading,
            (schema.reading.c.digest == schema.load.c.digest) & version,
            isouter=True,
        )
        .order_by(schema.load.c.code, schema.load.c.title)
    )


def _refuse_loss(connection: Connection, snapshot: Snapshot) -> None:
    same = (schema.load.c.code == snapshot.code) & (schema.load.c.title == snapshot.title)
    before = [_found(row).load for row in _readable(connection, _in_force().where(same))]
    if before:
        refuse_if_shrunk(before[0].counts_by_list, snapshot)
    else:
        refuse_if_small(snapshot)


def _put_in_force(connection: Connection, load: ListLoad, name: str) -> None:
    _out_of_force(connection, load.code, load.title)
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
        )
    )
    now = {"code": load.code, "title": load.title, "load_id": added.scalar_one()}
    connection.execute(insert(schema.current).values(now))


def _out_of_force(connection: Connection, code: str, title: str) -> bool:
    same = (schema.current.c.code == code) & (schema.current.c.title == title)
    return bool(connection.execute(delete(schema.current).where(same)).rowcount)


def _keep_reading(connection: Connection, digest: str, form: str) -> None:
    key = {"digest": digest, "reader": parsed.version()}
    same = (schema.reading.c.digest == digest) & (schema.reading.c.reader == key["reader"])
    connection.execute(delete(schema.reading).where(same))
    connection.execute(insert(schema.reading).values(parsed=form, **key))


def _load_of(snapshot: Snapshot, moment: str) -> ListLoad:
    return ListLoad(
        code=snapshot.code,
        title=snapshot.title,
        source=snapshot.source,
        as_of=snapshot.as_of,
        digest=snapshot.digest,
        entries=snapshot.entries,
        counts_by_list=snapshot.counts_by_list,
        loaded_at=moment,
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
        return msgspec.convert({"load": load, "name": row.name, "parsed": row.parsed}, _Found)
    except msgspec.ValidationError as refused:
        raise _malformed(f"{row.title!r}: {refused}") from refused


def _malformed(reason: str) -> StateUnusable:
    return StateUnusable(
        f"the table of loaded lists holds a value that navicert never put there ({reason}): load "
        "the lists again, or restore the data directory from your backup"
    )

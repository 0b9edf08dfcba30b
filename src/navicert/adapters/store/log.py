"""The record log in the database, with its newest checkpoint in a file beside it.

The file is written after the commit, so it can lag by a crash and never lead. An entry that the
file, or a checkpoint in the database, still promises and that is gone was therefore removed.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, Select, insert, select

from navicert.adapters.store import head, schema
from navicert.adapters.store.database import Database
from navicert.adapters.store.files import usable, write_whole
from navicert.adapters.store.key import LogKey
from navicert.casework.ports import Clock
from navicert.errors import RecordAltered, RecordError, StateUnusable
from navicert.records import checkpoint, log, merkle
from navicert.records.log import Logged, VerifiedLog
from navicert.records.merkle import Frontier
from navicert.records.record import Receipt, Record

_PAGE = 256
_NOTHING = VerifiedLog(0, merkle.EMPTY_ROOT)


class StoredLog:
    """The log of one data directory."""

    def __init__(self, directory: Path, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._key = LogKey(directory / "keys")
        self._newest_path = directory / "records.checkpoint"
        self._proved = False

    def append(self, content: bytes, kind: str, subject: str) -> Receipt:
        """Put an entry at the end, whole or not at all; other writers wait their turn.

        The first append of a process proves the whole log, so that nothing is answered on top of
        an altered entry; those after it only hold the end against what was signed.
        """
        with self._database.writing() as connection:
            frontier = self._frontier_to_grow(connection)
            moment = self._clock.now().isoformat().replace("+00:00", "Z")
            record = Record(frontier.size, kind, subject, moment, content)
            grown = frontier.append(merkle.leaf_hash(record.leaf()))
            signed = checkpoint.sign(grown.size, grown.root(), self._key.signer())
            _insert(connection, record, signed)
            head.keep(connection, grown)
            self._database.after_commit(lambda: self._keep_beside(signed))
        leaf = merkle.leaf_hash(record.leaf())
        return Receipt(record.index, leaf, grown.size, grown.root(), moment, signed)

    def _keep_beside(self, signed: str) -> None:
        write_whole(self._newest_path, signed.encode())
        self._key.mark_used()

    def entries(self) -> Iterator[Record]:
        """Give every entry, oldest first, unverified."""
        if not self._database.exists():
            return
        with self._database.reading() as connection:
            for row in _stream(connection, select(schema.entry)):
                yield _record(row)

    def of_kinds(self, kinds: tuple[str, ...]) -> Iterator[Record]:
        """Give the entries of some kinds, oldest first, each held against its leaf hash."""
        if not self._database.exists():
            return
        with self._database.reading() as connection:
            wanted = select(schema.entry).where(schema.entry.c.kind.in_(kinds))
            for row in _stream(connection, wanted):
                yield _held(row)

    def read(self, index: int) -> Record:
        """Give one entry, held against its leaf hash; IndexError when there is no such entry."""
        row = self._row(index)
        if row is None:
            message = f"the log has no entry {index}"
            raise IndexError(message)
        return _held(row)

    def verify(self, kept: tuple[str, ...] = ()) -> VerifiedLog:
        """Prove the log whole; ``kept`` are signed checkpoints that were kept elsewhere.

        Raises RecordAltered with the first altered entry; RecordError when one of ``kept`` is
        no checkpoint of this log.
        """
        newest = self._newest_on_disk()
        also = kept if newest is None else (*kept, newest)
        if not self._database.exists():
            return log.verify((), self._key.verifier, also) if also else self._nothing()
        with self._database.reading() as connection:
            return self._verified(connection, also)

    def _verified(self, connection: Connection, also: tuple[str, ...]) -> VerifiedLog:
        tail = head.signed_beyond(connection)
        if not also and not tail and not head.size(connection):
            return self._nothing()
        return log.verify(_logged(connection), self._key.verifier, (*also, *tail))

    def _nothing(self) -> VerifiedLog:
        """Say that nothing was ever logged, unless there is a key that signed something."""
        self._refuse_if_gone()
        return _NOTHING

    def _refuse_if_gone(self) -> None:
        if self._key.has_signed():
            raise RecordAltered(0, self._key.lonely())

    def _frontier_to_grow(self, connection: Connection) -> Frontier:
        """Give the frontier, sure that it is the one last signed; else find what is altered."""
        on_disk = self._newest_on_disk()
        newest = head.newest(connection)
        if newest is None and on_disk is None and not head.size(connection):
            self._refuse_if_gone()
            self._key.make_if_missing()
            return Frontier()
        if self._proved and newest is not None and self._continues(connection, newest, on_disk):
            frontier = head.frontier(connection)
            signed = checkpoint.parse(newest, self._key.verifier)
            signed_and_kept = (signed.size, signed.root) == (frontier.size, frontier.root())
            if signed_and_kept and head.size(connection) == frontier.size:
                return frontier
        self._verified(connection, () if on_disk is None else (on_disk,))
        self._proved = True
        hashes = select(schema.entry.c.leaf_hash).order_by(schema.entry.c.position)
        return merkle.frontier(connection.execute(hashes).scalars())

    def _continues(self, connection: Connection, newest: str, on_disk: str | None) -> bool:
        """Tell whether the log still has what the file beside it promises."""
        if on_disk is None or on_disk == newest:
            return True
        size = checkpoint.parse(on_disk, self._key.verifier).size
        return head.signed_at(connection, size) == on_disk

    def _newest_on_disk(self) -> str | None:
        with usable(self._newest_path):
            if not self._newest_path.exists():
                return None
            signed = self._newest_path.read_bytes().decode(errors="replace")
        try:
            checkpoint.parse(signed, self._key.verifier)
        except RecordError as refused:
            message = (
                f"{self._newest_path}: damaged or not this log's: {refused}; restore the file "
                "from your backup, or move it away to have the database verified by itself"
            )
            raise StateUnusable(message) from refused
        return signed

    def _row(self, index: int) -> Row[Any] | None:
        if not self._database.exists():
            return None
        with self._database.reading() as connection:
            found = select(schema.entry).where(schema.entry.c.position == index)
            return connection.execute(found).one_or_none()


def _insert(connection: Connection, record: Record, signed: str) -> None:
    connection.execute(
        insert(schema.entry).values(
            position=record.index,
            kind=record.kind,
            subject=record.subject,
            recorded_at=record.recorded_at,
            content=record.content,
            leaf_hash=merkle.leaf_hash(record.leaf()),
        )
    )
    size = record.index + 1
    connection.execute(insert(schema.checkpoint).values(size=size, signed=signed))


def _logged(connection: Connection) -> Iterator[Logged]:
    at = schema.checkpoint.c.size == schema.entry.c.position + 1
    both = select(schema.entry, schema.checkpoint.c.signed).join(
        schema.checkpoint, at, isouter=True
    )
    for row in _stream(connection, both):
        signed = None if row.signed is None else str(row.signed)
        yield Logged(row.position, _record(row).leaf(), row.leaf_hash, signed)


def _stream(connection: Connection, rows: Select[Any]) -> Iterator[Row[Any]]:
    ordered = rows.order_by(schema.entry.c.position)
    return iter(connection.execute(ordered, execution_options={"yield_per": _PAGE}))


def _held(row: Row[Any]) -> Record:
    record = _record(row)
    if merkle.leaf_hash(record.leaf()) != row.leaf_hash:
        message = f"entry {record.index} is altered: its content does not have its leaf hash"
        raise RecordAltered(record.index, message)
    return record


def _record(row: Row[Any]) -> Record:
    """Give a row as a record; SQLite keeps any type in any column, and none but these was put."""
    texts = {"kind": row.kind, "subject": row.subject, "recorded_at": row.recorded_at}
    wrong = [name for name, value in texts.items() if not isinstance(value, str)]
    blobs = {"content": row.content, "leaf_hash": row.leaf_hash}
    wrong += [name for name, value in blobs.items() if not isinstance(value, bytes)]
    if wrong:
        message = f"entry {row.position} is altered: {', '.join(wrong)} of another type"
        raise RecordAltered(row.position, message)
    return Record(row.position, row.kind, row.subject, row.recorded_at, row.content)

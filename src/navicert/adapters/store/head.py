"""The end of the log in the database: its frontier, and the checkpoints that were signed."""

from __future__ import annotations

from sqlalchemy import Connection, func, insert, select, update

from navicert.adapters.store import schema
from navicert.records.merkle import Frontier

_HASH_BYTES = 32
_ONLY = 1


def frontier(connection: Connection) -> Frontier:
    """Give the kept frontier; whoever uses it compares its root with what was signed.

    One that somebody turned into something else is given as empty: it agrees with no signature.
    """
    row = connection.execute(select(schema.frontier)).one_or_none()
    if row is None:
        return Frontier()
    if not isinstance(row.peaks, bytes) or not isinstance(row.size, int):
        return Frontier()
    starts = range(0, len(row.peaks), _HASH_BYTES)
    return Frontier(row.size, tuple(row.peaks[at : at + _HASH_BYTES] for at in starts))


def keep(connection: Connection, grown: Frontier) -> None:
    """Keep the frontier in place of the one before."""
    values = {"size": grown.size, "peaks": b"".join(grown.peaks)}
    changed = connection.execute(update(schema.frontier).values(values))
    if not changed.rowcount:
        connection.execute(insert(schema.frontier).values(id=_ONLY, **values))


def newest(connection: Connection) -> str | None:
    """Give the signed checkpoint of the largest size."""
    by_size = select(schema.checkpoint.c.signed).order_by(schema.checkpoint.c.size.desc())
    return connection.execute(by_size.limit(1)).scalar()


def signed_at(connection: Connection, wanted: int) -> str | None:
    """Give the signed checkpoint of a size."""
    at_size = select(schema.checkpoint.c.signed).where(schema.checkpoint.c.size == wanted)
    return connection.execute(at_size).scalar()


def signed_beyond(connection: Connection) -> tuple[str, ...]:
    """Give the checkpoints of sizes that the entries no longer reach, smallest first."""
    last = select(func.max(schema.entry.c.position)).scalar_subquery()
    beyond = schema.checkpoint.c.size > func.coalesce(last + 1, 0)
    signed = select(schema.checkpoint.c.signed).where(beyond).order_by(schema.checkpoint.c.size)
    return tuple(connection.execute(signed).scalars())


def size(connection: Connection) -> int:
    """Give the number of entries, if none is missing: one more than the last position."""
    last = connection.execute(select(func.max(schema.entry.c.position))).scalar()
    return 0 if last is None else int(last) + 1

"""Cleared pairs in the database; each is closed when it is revoked, and none is deleted."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, func, insert, select, update

from navicert.adapters.store import force, schema
from navicert.adapters.store.database import Database
from navicert.casework.ports import Clock, KeptClearing
from navicert.errors import StateUnusable
from navicert.facts.clearing import ClearedEntry, Clearing, ClearingScope


class StoredClearings:
    """The cleared pairs of one data directory."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def keep(self, clearing: Clearing) -> KeptClearing:
        """Keep a decision, under the next number in place of its own."""
        with self._database.writing() as connection:
            last = connection.execute(select(func.max(schema.clearing.c.number))).scalar()
            numbered = replace(clearing, number=(last or 0) + 1)
            kept = KeptClearing(numbered, force.text_of(self._clock.now()))
            connection.execute(insert(schema.clearing).values(_values(kept)))
        return kept

    def revoke(self, number: int, by: str, why: str) -> KeptClearing | None:
        """Take a decision back; None when none in force has this number."""
        if not self._database.exists():
            return None
        column = schema.clearing.c
        standing = (column.number == number) & column.revoked_at.is_(None)
        with self._database.writing() as connection:
            moment = force.text_of(self._clock.now())
            taken = {"revoked_at": moment, "revoked_by": by, "revoked_why": why}
            if not connection.execute(
                update(schema.clearing).where(standing).values(taken)
            ).rowcount:
                return None
            return next(one for one in _all(connection) if one.clearing.number == number)

    def all(self) -> tuple[KeptClearing, ...]:
        """Give every decision, by number; StateUnusable when one of them cannot be read."""
        if not self._database.exists():
            return ()
        with self._database.reading() as connection:
            return _all(connection)


def _all(connection: Connection) -> tuple[KeptClearing, ...]:
    rows = connection.execute(select(schema.clearing).order_by(schema.clearing.c.number))
    return tuple(map(_kept, rows))


def _values(kept: KeptClearing) -> dict[str, Any]:
    told = asdict(kept.clearing)
    told["decided_by"] = told.pop("by")
    told["entries"] = msgspec.to_builtins(kept.clearing.entries)
    revoked = {"revoked_at": None, "revoked_by": "", "revoked_why": ""}
    return {**told, "scope": kept.clearing.scope.value, "made_at": kept.made_at, **revoked}


def _kept(row: Row[Any]) -> KeptClearing:
    try:
        clearing = Clearing(
            number=row.number,
            name=row.name,
            scope=ClearingScope(row.scope),
            entries=msgspec.convert(row.entries, tuple[ClearedEntry, ...]),
            listed_name=row.listed_name,
            reason=row.reason,
            by=row.decided_by,
            since=row.since,
            until=row.until,
            country=row.country,
            birth_date=row.birth_date,
        )
    except (ValueError, msgspec.ValidationError) as error:
        message = f"cleared pair {row.number} is damaged: {error}: restore it from your backup"
        raise StateUnusable(message) from error
    return KeptClearing(clearing, row.made_at, row.revoked_at, row.revoked_by, row.revoked_why)

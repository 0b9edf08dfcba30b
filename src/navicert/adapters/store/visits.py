"""What was found at the addresses of lists, so that an unchanged file is not fetched again."""

from __future__ import annotations

from sqlalchemy import delete, insert, select

from navicert.adapters.store import schema
from navicert.adapters.store.database import Database
from navicert.casework.ports import Seen


class StoredVisits:
    """The visits of one data directory."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def last(self, place: str) -> Seen | None:
        """Give what was found there; None when nobody ever was there."""
        if not self._database.exists():
            return None
        same = schema.visit.c.place == place
        with self._database.reading() as connection:
            row = connection.execute(select(schema.visit).where(same)).one_or_none()
        return None if row is None else Seen(str(row.digest), str(row.etag), str(row.last_modified))

    def note(self, place: str, seen: Seen) -> None:
        """Keep what was found there, in place of what was found before."""
        values = {
            "place": place,
            "digest": seen.digest,
            "etag": seen.etag,
            "last_modified": seen.last_modified,
        }
        with self._database.writing() as connection:
            connection.execute(delete(schema.visit).where(schema.visit.c.place == place))
            connection.execute(insert(schema.visit).values(values))

"""The tables. A change here needs a migration beside it; a test compares the two."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.engine import Dialect


class _AsKept(LargeBinary):
    """Bytes as the file holds them: what somebody turned into text is handed out, not fallen over.

    SQLite keeps any type in any column, and only whoever reads an entry can say which one it is.
    """

    def result_processor(self, dialect: Dialect, coltype: object) -> None:
        """Convert nothing."""


HEAD = "0004"
"""The newest migration: what a data directory must be at before it is used."""

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
    }
)

entry = Table(
    "record_entry",
    metadata,
    Column("position", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("recorded_at", Text, nullable=False),
    Column("content", _AsKept, nullable=False),
    Column("leaf_hash", _AsKept, nullable=False),
)
"""The entries of the log; times are text, since the leaf holds their very characters."""

checkpoint = Table(
    "record_checkpoint",
    metadata,
    Column("size", BigInteger, primary_key=True, autoincrement=False),
    Column("signed", Text, nullable=False),
)
"""One signed checkpoint a size; apart from the entries, so that it outlives a removed one."""

frontier = Table(
    "record_frontier",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("size", BigInteger, nullable=False),
    Column("peaks", _AsKept, nullable=False),
)
"""One row: the tree's frontier, so that an append need not read the log; never trusted."""

load = Table(
    "list_load",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("as_of", Date),
    Column("digest", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("entries", Integer, nullable=False),
    Column("counts_by_list", JSON, nullable=False),
    Column("loaded_at", Text, nullable=False),
    Column("place", Text, nullable=False, server_default=""),
)
"""Every load of every list; ``digest`` names the blob of its bytes, ``place`` where they lay."""

force = Table(
    "list_force",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("load_id", Integer, ForeignKey(load.c.id), nullable=False),
    Column("since", Text, nullable=False),
    Column("until", Text),
    Column("change", JSON(none_as_null=True)),
)
"""When each load was in force; ``until`` is NULL while it is. Times have microseconds, so that
they sort as text. Rows are closed, never deleted: what was known on a day must be told later."""

Index(
    "ix_list_force_open",
    force.c.code,
    force.c.title,
    unique=True,
    sqlite_where=force.c.until.is_(None),
    postgresql_where=force.c.until.is_(None),
)

visit = Table(
    "list_visit",
    metadata,
    Column("place", Text, primary_key=True),
    Column("digest", Text, nullable=False),
    Column("etag", Text, nullable=False),
    Column("last_modified", Text, nullable=False),
)
"""What the server of an official list said of the file that was last taken in from there."""

reading = Table(
    "list_reading",
    metadata,
    Column("digest", Text, primary_key=True),
    Column("reader", Text, primary_key=True),
    Column("parsed", Text, nullable=False),
)
"""What a version of the readers made of bytes; ``parsed`` names the blob. It can be made again."""

clearing = Table(
    "cleared_pair",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("country", Text, nullable=False),
    Column("birth_date", Text, nullable=False),
    Column("scope", Text, nullable=False),
    Column("entries", JSON, nullable=False),
    Column("listed_name", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("decided_by", Text, nullable=False),
    Column("since", Date, nullable=False),
    Column("until", Date),
    Column("made_at", Text, nullable=False),
    Column("revoked_at", Text),
    Column("revoked_by", Text, nullable=False),
    Column("revoked_why", Text, nullable=False),
)
"""Matches that an officer decided are somebody else. ``entries`` has list, entry and digest of
each; rows are revoked, never deleted. The log says the same, and a check compares the two."""

"""The tables. A change here needs a migration beside it; a test compares the two."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Date,
    ForeignKey,
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


HEAD = "0001"
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
)
"""Every load of every list; ``digest`` names the blob of its bytes."""

current = Table(
    "list_current",
    metadata,
    Column("code", Text, primary_key=True),
    Column("title", Text, primary_key=True),
    Column("load_id", Integer, ForeignKey(load.c.id), nullable=False),
)
"""Which load is in force: one for a code and a title, by construction."""

reading = Table(
    "list_reading",
    metadata,
    Column("digest", Text, primary_key=True),
    Column("reader", Text, primary_key=True),
    Column("parsed", Text, nullable=False),
)
"""What a version of the readers made of bytes; ``parsed`` names the blob. It can be made again."""

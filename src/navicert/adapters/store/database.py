"""The database of a data directory: opened late, brought up to date, its refusals in plain words.

What is SQLite's own stands in ``_engine``; the rest is SQLAlchemy Core, so that PostgreSQL can
stand behind the same tables.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cached_property
from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from sqlite3 import Error as SqliteError

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import DBAPIError

from navicert.adapters.store import schema
from navicert.adapters.store.files import make_directory, usable
from navicert.errors import StateUnusable

PATIENCE = 30
"""Seconds to wait for another process that is writing."""


class _Open(threading.local):
    """The transaction that this thread is writing in, and what shall follow its commit."""

    connection: Connection | None = None
    then: tuple[Callable[[], None], ...] = ()


class Database:
    """One SQLite file; nothing is made on disk before the first write."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._open = _Open()

    def exists(self) -> bool:
        """Tell whether anything was ever written."""
        return self._path.exists()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a transaction that sees one state of the database; call it when it exists."""
        if self._open.connection is not None:
            yield self._open.connection
            return
        with self._plainly(), self._current.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open a transaction that is the only one to write, all or nothing.

        Within another one of the same thread it joins that: both are written, or neither.
        """
        if self._open.connection is not None:
            yield self._open.connection
            return
        make_directory(self._path.parent)
        with usable(self._path):
            self._path.touch(mode=0o600)
        try:
            with self._plainly(), _for_writing(self._current).begin() as connection:
                self._open.connection = connection
                yield connection
            self._open.connection, then = None, self._open.then
            for act in then:
                act()
        finally:
            self._open.connection, self._open.then = None, ()

    def after_commit(self, act: Callable[[], None]) -> None:
        """Do something once the transaction that is open is on the disk; never if it fails."""
        self._open.then = (*self._open.then, act)

    def close(self) -> None:
        """Let go of the file; the next use opens it again."""
        if "_current" in self.__dict__:
            self._current.dispose()
            del self._current

    @cached_property
    def _current(self) -> Engine:
        engine = _engine(self._path)
        with ExitStack() as if_it_fails:
            if_it_fails.callback(engine.dispose)
            with engine.begin() as connection:
                version = _version(connection)
            if version != schema.HEAD:
                self._migrate(engine)
            if_it_fails.pop_all()
        return engine

    def _migrate(self, engine: Engine) -> None:
        with _for_writing(engine).begin() as connection:
            version = _version(connection)
            if version is not None and version > schema.HEAD:
                message = (
                    f"{self._path}: made by a newer navicert (version {version} of the tables, "
                    f"this one knows {schema.HEAD}); use that one"
                )
                raise StateUnusable(message)
            if version != schema.HEAD:
                _upgrade(connection)

    @contextmanager
    def _plainly(self) -> Iterator[None]:
        try:
            yield
        except (DBAPIError, SqliteError) as refused:
            reason = refused.orig if isinstance(refused, DBAPIError) else refused
            message = (
                f"{self._path}: {reason}; the database cannot be used: see that the data "
                "directory is yours to write, that no other program holds it, that its disk is not "
                "full, and that the file is whole; else restore it from your backup"
            )
            raise StateUnusable(message) from refused


def _engine(path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": PATIENCE})
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: SqliteConnection, _: object) -> None:
    """Leave BEGIN to us; commit to the disk itself, since the log promises what it took."""
    with ExitStack() as if_it_fails:
        if_it_fails.callback(connection.close)
        connection.isolation_level = None
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        if_it_fails.pop_all()


def _begin(connection: Connection) -> None:
    """Take the write lock at once where it will be needed, so that writers queue up."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _for_writing(engine: Engine) -> Engine:
    return engine.execution_options(writes=True)


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


def _upgrade(connection: Connection) -> None:
    """Run the migrations; Alembic is slow to import and hardly ever needed."""
    from alembic import command  # noqa: PLC0415 - only when the tables are not current
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config()
    folder = Path(__file__).parent / "migrations"
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")

"""A data directory of an older navicert: what was in force when is worked out from what it kept."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from navicert.adapters.store import schema
from navicert.bootstrap import open_desk

LOAD = (
    "INSERT INTO list_load (id, code, title, source, as_of, digest, name, entries, "
    "counts_by_list, loaded_at) VALUES (?, 'OWN', ?, '', '2026-01-01', 'd', 'a.toml', 1, '[]', ?)"
)


@pytest.fixture
def old(home: Path) -> Iterator[sqlite3.Connection]:
    """A database as the first migration left it."""
    home.mkdir(parents=True)
    config = Config()
    config.set_main_option("script_location", str(Path(schema.__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    engine = create_engine(f"sqlite:///{home / 'navicert.db'}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    engine.dispose()
    with closing(sqlite3.connect(home / "navicert.db")) as raw:
        yield raw


def retired(raw: sqlite3.Connection, position: int, title: str, moment: str) -> None:
    content = json.dumps({"code": "OWN", "title": title, "format": "navicert.list/1"}).encode()
    raw.execute(
        "INSERT INTO record_entry VALUES (?, 'list_retirement', ?, ?, ?, x'00')",
        (position, title, moment, content),
    )


def test_the_intervals_of_what_was_loaded_before_are_filled_in(
    home: Path, old: sqlite3.Connection
) -> None:
    old.execute(LOAD, (1, "A", "2026-01-01T00:00:00Z"))
    old.execute(LOAD, (2, "A", "2026-02-01T00:00:00.5Z"))
    old.execute(LOAD, (3, "B", "2026-01-01T00:00:00Z"))
    old.execute(LOAD, (4, "B", "2026-03-01T00:00:00Z"))
    old.execute(LOAD, (5, "C", "2026-01-01T00:00:00Z"))
    old.execute(LOAD, (6, "D", "2026-01-01T00:00:00Z"))
    retired(old, 0, "B", "2026-02-01T00:00:00Z")
    retired(old, 1, "C", "2026-02-01T00:00:00Z")
    old.execute("INSERT INTO list_current VALUES ('OWN', 'A', 2), ('OWN', 'B', 4)")
    old.commit()
    with open_desk(home) as desk:
        found = [(o.load.title, o.since[5:7], o.until) for o in desk.snapshots.tenures()]
        in_force = [load.title for load in desk.snapshots.loads()]
        then = desk.snapshots.loads(datetime(2026, 2, 15, tzinfo=UTC))
    assert [
        ("A", "01", "2026-02-01T00:00:00.500000Z"),
        ("A", "02", None),
        ("B", "01", "2026-02-01T00:00:00.000000Z"),
        ("B", "03", None),
        ("C", "01", "2026-02-01T00:00:00.000000Z"),
        ("D", "01", "2026-01-01T00:00:00.000000Z"),
    ] == found
    assert (["A", "B"], ["A"]) == (in_force, [load.title for load in then])


def test_an_empty_directory_of_before_becomes_current(home: Path, old: sqlite3.Connection) -> None:
    old.close()
    with open_desk(home) as desk:
        assert () == desk.snapshots.tenures()


def test_the_migration_can_be_taken_back(home: Path, old: sqlite3.Connection) -> None:
    old.execute(LOAD, (1, "A", "2026-01-01T00:00:00Z"))
    old.execute("INSERT INTO list_current VALUES ('OWN', 'A', 1)")
    old.commit()
    with open_desk(home) as desk:
        desk.snapshots.loads()
    config = Config()
    config.set_main_option("script_location", str(Path(schema.__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    engine = create_engine(f"sqlite:///{home / 'navicert.db'}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0001")
    engine.dispose()
    assert [("OWN", "A", 1)] == old.execute("SELECT * FROM list_current").fetchall()

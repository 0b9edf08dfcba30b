"""The database: current after opening, and in plain words when it cannot be used."""

import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from navicert.adapters.store import schema
from navicert.adapters.store.database import Database
from navicert.bootstrap import open_desk
from navicert.errors import StateUnusable


@pytest.fixture
def database(home: Path) -> Iterator[Database]:
    database = Database(home / "navicert.db")
    yield database
    database.close()


def test_the_migrations_make_the_tables_that_the_schema_says(database: Database) -> None:
    with database.writing() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), schema.metadata)
    assert [] == differences


def test_the_head_that_is_asked_for_is_the_newest_migration() -> None:
    folder = Path(schema.__file__).parent / "migrations"
    assert ScriptDirectory(str(folder)).get_current_head() == schema.HEAD


def test_the_file_is_set_up_for_readers_beside_a_writer(database: Database) -> None:
    with database.writing() as connection:
        pragmas = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        found = [connection.execute(text(f"PRAGMA {pragma}")).scalar() for pragma in pragmas]
    assert ["wal", 2, 1, 30_000] == found


def write_and_fail(database: Database) -> None:
    with database.writing() as connection:
        connection.execute(text("INSERT INTO record_checkpoint (size, signed) VALUES (1, 'x')"))
        raise KeyError


def test_what_fails_halfway_leaves_nothing(database: Database) -> None:
    with pytest.raises(KeyError):
        write_and_fail(database)
    with database.reading() as connection:
        assert [] == list(connection.execute(text("SELECT * FROM record_checkpoint")))


def test_opening_a_current_database_does_not_import_the_migrations(home: Path) -> None:
    with open_desk(home) as desk:
        desk.records.append(b"{}", "note", "A-1")
    program = (
        "import sys; from navicert.bootstrap import open_desk\n"
        "with open_desk() as desk: desk.records.append(b'{}', 'note', 'A-2')\n"
        "sys.exit('alembic' in sys.modules)"
    )
    assert 0 == subprocess.run([sys.executable, "-c", program], check=False).returncode


def test_a_database_of_a_newer_navicert_is_refused(home: Path) -> None:
    with open_desk(home) as desk:
        desk.records.append(b"{}", "note", "A-1")
    with closing(sqlite3.connect(home / "navicert.db")) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
        raw.commit()
    with open_desk(home) as desk, pytest.raises(StateUnusable, match="made by a newer navicert"):
        desk.records.verify()


def test_a_file_that_is_no_database_is_named(home: Path) -> None:
    home.mkdir(parents=True)
    (home / "navicert.db").write_bytes(b"this is no database, and long enough to be one" * 100)
    with open_desk(home) as desk:
        with pytest.raises(StateUnusable, match=r"navicert\.db: file is not a database; .*backup"):
            desk.records.append(b"{}", "note", "A-1")
        with pytest.raises(StateUnusable, match=r"navicert\.db: file is not a database"):
            desk.snapshots.all_current()


def test_a_database_with_a_torn_page_is_named(home: Path) -> None:
    with open_desk(home) as desk:
        for number in range(50):
            desk.records.append(b"x" * 1000, "note", str(number))
    path = home / "navicert.db"
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with open_desk(home) as desk, pytest.raises(StateUnusable, match=r"navicert\.db: .*malformed"):
        desk.records.verify()


def test_a_place_where_nothing_can_be_made_is_named() -> None:
    with (
        open_desk(Path("/proc/navicert")) as desk,
        pytest.raises(StateUnusable, match=r"^/proc/navicert: .*--data-dir or NAVICERT_HOME"),
    ):
        desk.records.append(b"{}", "note", "A-1")


def test_a_file_in_the_place_of_the_directory_is_named(tmp_path: Path) -> None:
    path = tmp_path / "state"
    path.write_text("a file")
    with open_desk(path) as desk, pytest.raises(StateUnusable, match="state: File exists"):
        desk.records.append(b"{}", "note", "A-1")


READING_ONLY = """
import os, sys
from pathlib import Path
from navicert.bootstrap import open_desk
from navicert.errors import StateUnusable
own, others = (open_desk(Path(name)) for name in sys.argv[1:])
own.records.append(b"{}", "note", "everything is loaded, before nobody may read it any more")
if os.geteuid() == 0:
    os.setgroups([])
    os.setuid(65534)
try:
    others.records.append(b"{}", "note", "A-2")
except StateUnusable as refused:
    sys.stdout.write(str(refused))
"""


def test_a_directory_that_may_only_be_read_is_named(home: Path) -> None:
    with tempfile.TemporaryDirectory() as others:
        with open_desk(Path(others)) as desk:
            desk.records.append(b"{}", "note", "A-1")
        for path in (Path(others), *Path(others).rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
        command = [sys.executable, "-c", READING_ONLY, str(home), others]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        Path(others).chmod(0o755)
        (Path(others) / "keys").chmod(0o755)
    assert done.stdout.startswith(others), done.stderr
    assert "yours to" in done.stdout

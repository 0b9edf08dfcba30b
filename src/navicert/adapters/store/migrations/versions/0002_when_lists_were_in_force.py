"""When each load of a list was in force, and what the servers of lists were last heard to say.

The intervals of what was loaded before are made of the loads, of the retirements in the log and
of what was in force. A load that was replaced ended when the next one began. One that is not in
force, was not replaced, and whose retirement nobody recorded, gets an interval without length:
nobody knows how long it was asked, so nothing shall be concluded from it.
"""

import json
from collections import defaultdict
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_FORCE = sa.table(
    "list_force",
    *(sa.column(name) for name in ("code", "title", "load_id", "since", "until")),
)


def upgrade() -> None:
    _make_tables()
    connection = op.get_bind()
    rows = _intervals(connection)
    if rows:
        connection.execute(sa.insert(_FORCE), rows)
    op.drop_table("list_current")


def downgrade() -> None:
    op.create_table(
        "list_current",
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("load_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("code", "title", name="pk_list_current"),
        sa.ForeignKeyConstraint(["load_id"], ["list_load.id"], name="fk_list_current_load_id"),
    )
    op.execute(
        "INSERT INTO list_current (code, title, load_id) "
        "SELECT code, title, load_id FROM list_force WHERE until IS NULL"
    )
    op.drop_table("list_visit")
    op.drop_table("list_force")


def _make_tables() -> None:
    op.create_table(
        "list_force",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("load_id", sa.Integer, nullable=False),
        sa.Column("since", sa.Text, nullable=False),
        sa.Column("until", sa.Text),
        sa.Column("change", sa.JSON(none_as_null=True)),
        sa.PrimaryKeyConstraint("id", name="pk_list_force"),
        sa.ForeignKeyConstraint(["load_id"], ["list_load.id"], name="fk_list_force_load_id"),
    )
    op.create_index(
        "ix_list_force_open",
        "list_force",
        ["code", "title"],
        unique=True,
        sqlite_where=sa.text("until IS NULL"),
        postgresql_where=sa.text("until IS NULL"),
    )
    op.create_table(
        "list_visit",
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("etag", sa.Text, nullable=False),
        sa.Column("last_modified", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("place", name="pk_list_visit"),
    )


def _intervals(connection: sa.Connection) -> list[dict[str, object]]:
    wanted = "SELECT id, code, title, loaded_at FROM list_load ORDER BY id"
    loads = defaultdict(list)
    for row in connection.execute(sa.text(wanted)):
        loads[row.code, row.title].append((row.id, _moment(row.loaded_at)))
    current = set(connection.execute(sa.text("SELECT load_id FROM list_current")).scalars())
    retired = _retirements(connection)
    found: list[dict[str, object]] = []
    for key, made in loads.items():
        for at, (load_id, since) in enumerate(made):
            following = made[at + 1][1] if at + 1 < len(made) else None
            until = None if load_id in current else _end(since, following, retired[key])
            told = {"code": key[0], "title": key[1], "load_id": load_id}
            found.append({**told, "since": since, "until": until})
    return sorted(found, key=lambda one: int(str(one["load_id"])))


def _end(since: str, following: str | None, retired: list[str]) -> str:
    ends = [moment for moment in retired if moment >= since]
    if following is not None:
        ends.append(following)
    return max(since, min(ends, default=since))


def _retirements(connection: sa.Connection) -> defaultdict[tuple[str, str], list[str]]:
    wanted = "SELECT recorded_at, content FROM record_entry WHERE kind = 'list_retirement'"
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for row in connection.execute(sa.text(wanted)):
        try:
            told = json.loads(bytes(row.content))
            found[told["code"], told["title"]].append(_moment(row.recorded_at))
        except (ValueError, TypeError, KeyError):
            continue  # an altered entry: the log says so by itself
    return found


def _moment(text: str) -> str:
    """Write a moment with microseconds; what was never one sorts before all that were."""
    try:
        moment = datetime.fromisoformat(str(text)).astimezone(UTC)
    except ValueError:
        moment = datetime(1, 1, 1, tzinfo=UTC)
    return moment.isoformat(timespec="microseconds").replace("+00:00", "Z")

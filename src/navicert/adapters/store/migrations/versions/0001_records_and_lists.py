"""The records and their checkpoints; the loads of lists and which of them are in force."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _make_records()
    _make_lists()


def downgrade() -> None:
    for table in (
        "list_reading",
        "list_current",
        "list_load",
        "record_frontier",
        "record_checkpoint",
        "record_entry",
    ):
        op.drop_table(table)


def _make_records() -> None:
    op.create_table(
        "record_entry",
        sa.Column("position", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("recorded_at", sa.Text, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.Column("leaf_hash", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("position", name="pk_record_entry"),
    )
    op.create_table(
        "record_checkpoint",
        sa.Column("size", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("signed", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("size", name="pk_record_checkpoint"),
    )
    op.create_table(
        "record_frontier",
        sa.Column("id", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("peaks", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_record_frontier"),
    )


def _make_lists() -> None:
    op.create_table(
        "list_load",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("as_of", sa.Date),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("entries", sa.Integer, nullable=False),
        sa.Column("counts_by_list", sa.JSON, nullable=False),
        sa.Column("loaded_at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_list_load"),
    )
    op.create_table(
        "list_current",
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("load_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("code", "title", name="pk_list_current"),
        sa.ForeignKeyConstraint(["load_id"], ["list_load.id"], name="fk_list_current_load_id"),
    )
    op.create_table(
        "list_reading",
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("reader", sa.Text, nullable=False),
        sa.Column("parsed", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("digest", "reader", name="pk_list_reading"),
    )

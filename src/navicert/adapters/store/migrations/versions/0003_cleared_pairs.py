"""Cleared pairs: matches that an officer decided are somebody else."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_TEXTS = ("name", "country", "birth_date", "scope", "listed_name", "reason", "decided_by")


def upgrade() -> None:
    op.create_table(
        "cleared_pair",
        sa.Column("number", sa.Integer, nullable=False, autoincrement=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in _TEXTS),
        sa.Column("entries", sa.JSON, nullable=False),
        sa.Column("since", sa.Date, nullable=False),
        sa.Column("until", sa.Date),
        sa.Column("made_at", sa.Text, nullable=False),
        sa.Column("revoked_at", sa.Text),
        sa.Column("revoked_by", sa.Text, nullable=False),
        sa.Column("revoked_why", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_cleared_pair"),
    )


def downgrade() -> None:
    op.drop_table("cleared_pair")

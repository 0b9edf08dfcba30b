"""Where lists were loaded from: an address, or the name of a file; empty where nobody kept it."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("list_load", sa.Column("place", sa.Text, nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("list_load", "place")

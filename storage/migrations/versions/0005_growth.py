"""What is found by an index however many cases there are, and what the limits count."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("cases", sa.Column("photos_purged_at", sa.BigInteger()))
    op.execute("UPDATE cases SET photos_purged_at = purged_at WHERE purged_at IS NOT NULL")
    ripe = sa.text("closed_at IS NOT NULL AND photos_purged_at IS NULL")
    op.create_index("photos_to_purge", "cases", ["closed_at"], sqlite_where=ripe, postgresql_where=ripe)
    waiting = sa.text("stage = 'waiting'")
    op.create_index("waiting", "cases", ["due_at", "id"], sqlite_where=waiting, postgresql_where=waiting)
    op.create_table(
        "tallies",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "digest", name="pk_tallies"),
    )
    op.create_index("tallies_until", "tallies", ["until"])

"""What the figures of a period are found by."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    condition = sa.text("decided_at IS NOT NULL")
    op.create_index("decided", "cases", ["decided_at"], sqlite_where=condition, postgresql_where=condition)
    op.create_index("events_by_kind", "events", ["kind", "at"])

"""What reviewers were shown of a case."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "desk_messages",
        sa.Column("case_id", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_desk_messages_case_id_cases", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("case_id", "chat_id", "message_id", name="pk_desk_messages"),
    )

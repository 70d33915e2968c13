"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SERIAL = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.BigInteger  # microseconds since 1970, UTC
NUMBERED = {"sqlite_autoincrement": True}

APPEND_ONLY_SQLITE = """
CREATE TRIGGER events_keep_on_{what} BEFORE {what} ON events
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END
"""
APPEND_ONLY_POSTGRESQL = (
    """
CREATE FUNCTION events_keep() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'events are append-only'; END $$
""",
    """
CREATE TRIGGER events_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON events
FOR EACH STATEMENT EXECUTE FUNCTION events_keep()
""",
)


def upgrade() -> None:
    _cases()
    _rows_of_cases()
    _traffic()
    _events()


def _cases() -> None:
    op.create_table(
        "cases",
        sa.Column("id", SERIAL, nullable=False),
        sa.Column("applicant", sa.BigInteger(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("locale", sa.String()),
        sa.Column("step", sa.String()),
        sa.Column("stage", sa.String()),
        sa.Column("sealed_memory", sa.LargeBinary()),
        sa.Column("created_at", MOMENT(), nullable=False),
        sa.Column("touched_at", MOMENT(), nullable=False),
        sa.Column("saved_at", MOMENT(), nullable=False),
        sa.Column("submitted_at", MOMENT()),
        sa.Column("due_at", MOMENT()),
        sa.Column("claimed_by", sa.BigInteger()),
        sa.Column("claimed_name", sa.String(), nullable=False),
        sa.Column("claimed_at", MOMENT()),
        sa.Column("decided_by", sa.BigInteger()),
        sa.Column("decided_name", sa.String(), nullable=False),
        sa.Column("decided_at", MOMENT()),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("closed_at", MOMENT()),
        sa.Column("purged_at", MOMENT()),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_cases"),
        **NUMBERED,
    )
    _partial("one_open_case", "cases", ["applicant"], "closed_at IS NULL", unique=True)
    _partial("queue", "cases", ["due_at"], "submitted_at IS NOT NULL AND closed_at IS NULL")
    _partial("drafts", "cases", ["touched_at"], "submitted_at IS NULL AND closed_at IS NULL")
    _partial("claims", "cases", ["claimed_by"], "claimed_by IS NOT NULL AND closed_at IS NULL")
    _partial("to_purge", "cases", ["closed_at"], "closed_at IS NOT NULL AND purged_at IS NULL")
    op.create_index("cases_of", "cases", ["applicant", "id"])
    op.create_table(
        "installation",
        sa.Column("id", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("kek", sa.String(), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_installation"),
    )


def _rows_of_cases() -> None:
    op.create_table(
        "case_keys",
        *_of_case("case_keys"),
        sa.Column("kek", sa.String(), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("case_id", name="pk_case_keys"),
    )
    op.create_table(
        "answers",
        *_of_case("answers"),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("at", MOMENT(), nullable=False),
        sa.Column("sealed_answer", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("case_id", "question", name="pk_answers"),
    )
    op.create_table(
        "lookups",
        *_of_case("lookups"),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("case_id", "field", name="pk_lookups"),
    )
    op.create_index("lookups_by_digest", "lookups", ["digest"])
    op.create_table(
        "photos",
        sa.Column("id", sa.String(), nullable=False),
        *_of_case("photos"),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("at", MOMENT(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("sealed_view", sa.LargeBinary(), nullable=False),
        sa.Column("sealed_original", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_photos"),
    )
    op.create_index("photos_of", "photos", ["case_id", "question"])
    op.create_index("photos_by_digest", "photos", ["digest"])
    op.create_table(
        "cards",
        *_of_case("cards"),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("case_id", name="pk_cards"),
    )
    op.create_table(
        "timers",
        sa.Column("key", sa.String(), nullable=False),
        *_of_case("timers", nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("due_at", MOMENT(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_timers"),
    )
    op.create_index("timers_due", "timers", ["due_at"])
    op.create_index("timers_of", "timers", ["case_id"])


def _traffic() -> None:
    op.create_table(
        "inbox",
        sa.Column("id", SERIAL, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("update_id", sa.BigInteger(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("received_at", MOMENT(), nullable=False),
        sa.Column("not_before", MOMENT()),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("error", sa.String()),
        sa.Column("ended", sa.String()),
        sa.Column("sealed_update", sa.LargeBinary()),
        sa.PrimaryKeyConstraint("id", name="pk_inbox"),
        sa.UniqueConstraint("bot_id", "update_id", name="uq_inbox_bot_id"),
        **NUMBERED,
    )
    _partial("inbox_pending", "inbox", ["bot_id", "id"], "ended IS NULL")
    _partial("inbox_waiting", "inbox", ["bot_id", "chat_id", "id"], "ended IS NULL AND not_before IS NOT NULL")
    _partial("inbox_dead", "inbox", ["id"], "ended = 'dead'")
    op.create_index("inbox_by_age", "inbox", ["received_at"])
    op.create_table(
        "outbox",
        sa.Column("id", SERIAL, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("lane", sa.SmallInteger(), nullable=False),
        sa.Column("method", sa.String(), nullable=False),
        sa.Column("on_ambiguous", sa.String(), nullable=False),
        sa.Column("put_at", MOMENT(), nullable=False),
        sa.Column("not_before", MOMENT()),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("sending", sa.Boolean(), nullable=False),
        sa.Column("error", sa.String()),
        sa.Column("ended", sa.String()),
        sa.Column("sent_at", MOMENT()),
        sa.Column("message_id", sa.BigInteger()),
        sa.Column("sealed_params", sa.LargeBinary()),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sa.UniqueConstraint("key", name="uq_outbox_key"),
        **NUMBERED,
    )
    _partial("outbox_line", "outbox", ["chat_id", "id"], "ended IS NULL")
    _partial("outbox_lanes", "outbox", ["lane", "id"], "ended IS NULL")
    _partial("outbox_sent", "outbox", ["sent_at"], "sent_at IS NOT NULL")
    _partial("outbox_dead", "outbox", ["chat_id"], "ended = 'dead'")


def _events() -> None:
    op.create_table(
        "events",
        sa.Column("id", SERIAL, nullable=False),
        sa.Column("case_id", sa.BigInteger()),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("at", MOMENT(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("previous", sa.LargeBinary(), nullable=False),
        sa.Column("mac", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_events"),
        sa.UniqueConstraint("previous", name="uq_events_previous"),
        **NUMBERED,
    )
    op.create_index("events_of", "events", ["case_id", "id"])
    if op.get_bind().dialect.name == "sqlite":
        for what in ("UPDATE", "DELETE"):
            op.execute(APPEND_ONLY_SQLITE.format(what=what))
    else:
        for statement in APPEND_ONLY_POSTGRESQL:
            op.execute(statement)


def _of_case(table: str, *, nullable: bool = False) -> tuple[sa.Column[int], sa.ForeignKeyConstraint]:
    return (
        sa.Column("case_id", sa.BigInteger(), autoincrement=False, nullable=nullable),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=f"fk_{table}_case_id", ondelete="CASCADE"),
    )


def _partial(name: str, table: str, columns: list[str], where: str, *, unique: bool = False) -> None:
    condition = sa.text(where)
    op.create_index(name, table, columns, unique=unique, sqlite_where=condition, postgresql_where=condition)

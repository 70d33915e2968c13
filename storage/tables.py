"""The tables. Every time is an integer, microseconds since 1970 in UTC; every column named `sealed_...` is ciphertext.

What is in the clear can be read by whoever has the file: ids, times, steps, stages and codes, nothing that a person
told us. A state that a partial index asks about is a NULL ("has not ended"), because both databases use such an index
only where the query says the same thing word for word.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    TypeDecorator,
    UniqueConstraint,
)

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


class Moment(TypeDecorator[datetime]):
    """A point in time: an aware datetime in Python, microseconds since 1970 in UTC in the database."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        return _microseconds(value)

    def bind_processor(self, dialect: Dialect) -> Callable[[datetime | None], int | None]:  # noqa: ARG002
        """Without the detour of `process_bind_param`: a case has ten of them."""
        return _microseconds

    def result_processor(self, dialect: Dialect, coltype: Any) -> Callable[[int | None], datetime | None]:  # noqa: ARG002
        return _moment


def _microseconds(value: datetime | None) -> int | None:
    return None if value is None else (value - EPOCH) // MICROSECOND


def _moment(value: int | None) -> datetime | None:
    return None if value is None else EPOCH + value * MICROSECOND


Serial = BigInteger().with_variant(Integer, "sqlite")
"""SQLite counts rows by itself only in a column called INTEGER."""

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
    }
)


def _partial(name: str, *columns: Any, where: Any, unique: bool = False) -> Index:
    return Index(name, *columns, unique=unique, sqlite_where=where, postgresql_where=where)


def _case(**settings: Any) -> Column[int]:
    return Column("case_id", BigInteger, ForeignKey("cases.id", ondelete="CASCADE"), **settings)


cases = Table(
    "cases",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("applicant", BigInteger, nullable=False),
    Column("language", String, nullable=False),
    Column("locale", String),
    Column("step", String),
    Column("stage", String),
    Column("sealed_memory", LargeBinary),
    Column("sealed_desk", LargeBinary),
    Column("created_at", Moment, nullable=False),
    Column("touched_at", Moment, nullable=False),
    Column("saved_at", Moment, nullable=False),
    Column("submitted_at", Moment),
    Column("due_at", Moment),
    Column("claimed_by", BigInteger),
    Column("claimed_name", String, nullable=False),
    Column("claimed_at", Moment),
    Column("decided_by", BigInteger),
    Column("decided_name", String, nullable=False),
    Column("decided_at", Moment),
    Column("reason", String, nullable=False),
    Column("closed_at", Moment),
    Column("purged_at", Moment),
    Column("version", Integer, nullable=False),
    Column("photos_purged_at", Moment),
    sqlite_autoincrement=True,  # the number of a forgotten case is never given to another
)
_partial("one_open_case", cases.c.applicant, where=cases.c.closed_at.is_(None), unique=True)
_partial("queue", cases.c.due_at, where=cases.c.submitted_at.is_not(None) & cases.c.closed_at.is_(None))
_partial("drafts", cases.c.touched_at, where=cases.c.submitted_at.is_(None) & cases.c.closed_at.is_(None))
_partial("claims", cases.c.claimed_by, where=cases.c.claimed_by.is_not(None) & cases.c.closed_at.is_(None))
_partial("decided", cases.c.decided_at, where=cases.c.decided_at.is_not(None))
_partial("to_purge", cases.c.closed_at, where=cases.c.closed_at.is_not(None) & cases.c.purged_at.is_(None))
_partial(
    "photos_to_purge", cases.c.closed_at, where=cases.c.closed_at.is_not(None) & cases.c.photos_purged_at.is_(None)
)
_partial("waiting", cases.c.due_at, cases.c.id, where=cases.c.stage == "waiting")
Index("cases_of", cases.c.applicant, cases.c.id)

case_keys = Table(
    "case_keys",
    metadata,
    _case(primary_key=True, autoincrement=False),
    Column("kek", String, nullable=False),
    Column("wrapped", LargeBinary, nullable=False),
)
"""The data key of each case, wrapped; apart from the cases, so that a long-lived backup can leave it out."""

installation = Table(
    "installation",
    metadata,
    Column("id", SmallInteger, primary_key=True, autoincrement=False),
    Column("kek", String, nullable=False),
    Column("wrapped", LargeBinary, nullable=False),
)
"""One row: the root key of this installation, wrapped."""

answers = Table(
    "answers",
    metadata,
    _case(primary_key=True),
    Column("question", String, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("sealed_answer", LargeBinary, nullable=False),
)

lookups = Table(
    "lookups",
    metadata,
    _case(primary_key=True),
    Column("field", String, primary_key=True),
    Column("digest", LargeBinary, nullable=False),
)
Index("lookups_by_digest", lookups.c.digest)

photos = Table(
    "photos",
    metadata,
    Column("id", String, primary_key=True),
    _case(nullable=False),
    Column("question", String, nullable=False),
    Column("at", Moment, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    Column("sealed_view", LargeBinary, nullable=False),
    Column("sealed_original", LargeBinary, nullable=False),
)
Index("photos_of", photos.c.case_id, photos.c.question)
Index("photos_by_digest", photos.c.digest)

cards = Table(
    "cards",
    metadata,
    _case(primary_key=True, autoincrement=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("message_id", BigInteger, nullable=False),
)

desk_messages = Table(
    "desk_messages",
    metadata,
    _case(primary_key=True, autoincrement=False),
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("message_id", BigInteger, primary_key=True, autoincrement=False),
)
"""What reviewers were shown of a case in their private chats, to be taken away when it is decided."""

timers = Table(
    "timers",
    metadata,
    Column("key", String, primary_key=True),
    _case(nullable=True),
    Column("kind", String, nullable=False),
    Column("due_at", Moment, nullable=False),
)
Index("timers_due", timers.c.due_at)
Index("timers_of", timers.c.case_id)

inbox = Table(
    "inbox",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("bot_id", BigInteger, nullable=False),
    Column("update_id", BigInteger, nullable=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("received_at", Moment, nullable=False),
    Column("not_before", Moment),
    Column("attempts", Integer, nullable=False),
    Column("error", String),
    Column("ended", String),
    Column("sealed_update", LargeBinary),
    UniqueConstraint("bot_id", "update_id"),
    sqlite_autoincrement=True,  # order of arrival, also after rows were deleted
)
_partial("inbox_pending", inbox.c.bot_id, inbox.c.id, where=inbox.c.ended.is_(None))
_partial(
    "inbox_waiting",
    inbox.c.bot_id,
    inbox.c.chat_id,
    inbox.c.id,
    where=inbox.c.ended.is_(None) & inbox.c.not_before.is_not(None),
)
_partial("inbox_dead", inbox.c.id, where=inbox.c.ended == "dead")
Index("inbox_by_age", inbox.c.received_at)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("key", String, nullable=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("lane", SmallInteger, nullable=False),
    Column("method", String, nullable=False),
    Column("on_ambiguous", String, nullable=False),
    Column("put_at", Moment, nullable=False),
    Column("not_before", Moment),
    Column("attempts", Integer, nullable=False),
    Column("sending", Boolean, nullable=False),
    Column("error", String),
    Column("ended", String),
    Column("sent_at", Moment),
    Column("message_id", BigInteger),
    Column("sealed_params", LargeBinary),
    UniqueConstraint("key"),
    sqlite_autoincrement=True,
)
_partial("outbox_line", outbox.c.chat_id, outbox.c.id, where=outbox.c.ended.is_(None))
_partial("outbox_lanes", outbox.c.lane, outbox.c.id, where=outbox.c.ended.is_(None))
_partial("outbox_sent", outbox.c.sent_at, where=outbox.c.sent_at.is_not(None))
_partial("outbox_dead", outbox.c.chat_id, where=outbox.c.ended == "dead")

events = Table(
    "events",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("case_id", BigInteger),
    Column("actor", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("at", Moment, nullable=False),
    Column("audience", String, nullable=False),
    Column("details", JSON, nullable=False),
    Column("previous", LargeBinary, nullable=False),
    Column("mac", LargeBinary, nullable=False),
    UniqueConstraint("previous"),  # two at once cannot both follow the same row
    sqlite_autoincrement=True,
)
"""Append-only (triggers in the migration), outlives its case, so no foreign key."""
Index("events_of", events.c.case_id, events.c.id)
Index("events_by_kind", events.c.kind, events.c.at)

tallies = Table(
    "tallies",
    metadata,
    Column("kind", String, primary_key=True),
    Column("digest", LargeBinary, primary_key=True),
    Column("until", Moment, nullable=False),
    Column("count", Integer, nullable=False),
)
"""How often somebody did something lately, known by a keyed hash; only of those who do it often."""
Index("tallies_until", tallies.c.until)

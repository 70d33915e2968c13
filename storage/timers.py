"""What is to happen because time passes: reminders, expiry, deadlines, claims that lapse."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import BigInteger, String, bindparam, cast, delete, func, or_, select, type_coerce
from sqlalchemy.dialects.postgresql import insert  # its ON CONFLICT is written the same for SQLite

from storage.connection import Connection
from storage.tables import EPOCH, MICROSECOND, Moment, cases, timers


@dataclass(frozen=True, slots=True)
class Timer:
    """Something that is due at a time."""

    key: str
    case_id: int | None
    kind: str
    due_at: datetime


ADD = insert(timers)
SET = ADD.on_conflict_do_update(
    index_elements=["key"],
    set_={"case_id": ADD.excluded.case_id, "kind": ADD.excluded.kind, "due_at": ADD.excluded.due_at},
)
CANCEL = delete(timers).where(timers.c.key == bindparam("name"))
WANTED = bindparam("wanted", type_=String)
DUE = (
    select(timers)
    .where(timers.c.due_at <= bindparam("now"), timers.c.kind.not_in(bindparam("others", expanding=True)))
    .where(or_(timers.c.kind == WANTED, WANTED == ""))
    .order_by(timers.c.due_at)
    .limit(bindparam("limit"))
)
DONE = CANCEL.where(timers.c.due_at == bindparam("was_due"))
BY_KEY = select(timers).where(timers.c.key == bindparam("name"))

OF_EACH = (bindparam("prefix", type_=String) + cast(cases.c.id, String), cases.c.id, bindparam("what", type_=String))
DRAFTS = select(*OF_EACH, bindparam("due", type_=Moment)).where(
    cases.c.submitted_at.is_(None) & cases.c.closed_at.is_(None),
    cases.c.touched_at >= bindparam("since"),
    cases.c.touched_at < bindparam("until"),
)
NTH = func.row_number().over(order_by=cases.c.due_at) - 1
QUEUE = select(
    *OF_EACH, type_coerce(bindparam("due", type_=BigInteger) + NTH * bindparam("every", type_=BigInteger), Moment)
).where(cases.c.submitted_at.is_not(None) & cases.c.closed_at.is_(None))
COLUMNS = ("key", "case_id", "kind", "due_at")
SET_FOR_DRAFTS = insert(timers).from_select(COLUMNS, DRAFTS).on_conflict_do_nothing()
SET_FOR_QUEUE = insert(timers).from_select(COLUMNS, QUEUE).on_conflict_do_nothing()


class Timers:
    """The timers, as one transaction sees them. The timers of a case go when the case goes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def set(self, key: str, *, case_id: int | None, kind: str, due_at: datetime) -> None:
        """Sets a timer, or sets it anew."""
        await self._connection.execute(SET, {"key": key, "case_id": case_id, "kind": kind, "due_at": due_at})

    async def cancel(self, key: str) -> None:
        """Removes a timer, if there is one."""
        await self._connection.execute(CANCEL, {"name": key})

    async def set_for_drafts(
        self, prefix: str, *, kind: str, since: datetime, until: datetime, due_at: datetime
    ) -> None:
        """Sets a timer for each draft last touched in a period; its key is the prefix and the number of the case.

        One that is set already stays as it is.
        """
        row = {"prefix": prefix, "what": kind, "since": since, "until": until, "due": due_at}
        await self._connection.execute(SET_FOR_DRAFTS, row)

    async def set_for_queue(self, prefix: str, *, kind: str, due_at: datetime, every: timedelta) -> None:
        """Sets a timer for each case that was sent and is not closed, the most urgent first, so long after another."""
        row = {"prefix": prefix, "what": kind, "due": (due_at - EPOCH) // MICROSECOND, "every": every // MICROSECOND}
        await self._connection.execute(SET_FOR_QUEUE, row)

    async def get(self, key: str) -> Timer | None:
        """The timer of a key, if one is set."""
        row = (await self._connection.execute(BY_KEY, {"name": key})).one_or_none()
        return Timer(row.key, row.case_id, row.kind, row.due_at) if row else None

    async def due(self, now: datetime, limit: int, *, kind: str = "", but: Collection[str] = ()) -> list[Timer]:
        """What is due, the longest overdue first: of one kind, of all kinds but some, or everything."""
        wanted = {"now": now, "limit": limit, "wanted": kind, "others": list(but)}
        rows = await self._connection.execute(DUE, wanted)
        return [Timer(row.key, row.case_id, row.kind, row.due_at) for row in rows]

    async def done(self, timer: Timer) -> None:
        """Removes a timer that was dealt with, unless it was set anew meanwhile."""
        await self._connection.execute(DONE, {"name": timer.key, "was_due": timer.due_at})

"""What is to happen because time passes: reminders, expiry, deadlines, claims that lapse."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import String, bindparam, delete, or_, select
from sqlalchemy.dialects.postgresql import insert  # its ON CONFLICT is written the same for SQLite
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import timers


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
    .where(timers.c.due_at <= bindparam("now"), timers.c.kind != bindparam("other"))
    .where(or_(timers.c.kind == WANTED, WANTED == ""))
    .order_by(timers.c.due_at)
    .limit(bindparam("limit"))
)
DONE = CANCEL.where(timers.c.due_at == bindparam("was_due"))


class Timers:
    """The timers, as one transaction sees them. The timers of a case go when the case goes."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def set(self, key: str, *, case_id: int | None, kind: str, due_at: datetime) -> None:
        """Sets a timer, or sets it anew."""
        await self._connection.execute(SET, {"key": key, "case_id": case_id, "kind": kind, "due_at": due_at})

    async def cancel(self, key: str) -> None:
        """Removes a timer, if there is one."""
        await self._connection.execute(CANCEL, {"name": key})

    async def due(self, now: datetime, limit: int, *, kind: str = "", but: str = "") -> list[Timer]:
        """What is due, the longest overdue first: of one kind, of all kinds but one, or everything."""
        rows = await self._connection.execute(DUE, {"now": now, "limit": limit, "wanted": kind, "other": but})
        return [Timer(row.key, row.case_id, row.kind, row.due_at) for row in rows]

    async def done(self, timer: Timer) -> None:
        """Removes a timer that was dealt with, unless it was set anew meanwhile."""
        await self._connection.execute(DONE, {"name": timer.key, "was_due": timer.due_at})

"""What Telegram told us, stored before Telegram hears that we have it, and blanked once it is dealt with."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import bindparam, delete, exists, func, literal_column, null, or_, select, update
from sqlalchemy.dialects.postgresql import insert  # its ON CONFLICT is written the same for SQLite

from storage import advisory
from storage.connection import Connection
from storage.errors import Stale
from storage.seal import Installation
from storage.tables import inbox

UNKNOWN_CHAT = 0


class Received(NamedTuple):
    """An update that waits to be dealt with."""

    id: int
    """Its place in the order of arrival."""
    bot_id: int
    update_id: int
    chat_id: int
    """0 where the update belongs to no chat that we know of."""
    raw: bytes
    """The update as Telegram sent it; empty once it was blanked."""
    attempts: int
    """How often dealing with it failed."""
    received_at: datetime

    def __repr__(self) -> str:
        return f"Received(update_id={self.update_id}, attempts={self.attempts})"


IS_PENDING = inbox.c.ended.is_(None)
WAITING = inbox.alias("waiting")
BEHIND_A_WAITING_ONE = exists().where(
    WAITING.c.bot_id == inbox.c.bot_id,
    WAITING.c.chat_id == inbox.c.chat_id,
    WAITING.c.ended.is_(None),
    WAITING.c.not_before > bindparam("now"),
    WAITING.c.id <= inbox.c.id,
    or_(WAITING.c.chat_id != UNKNOWN_CHAT, WAITING.c.id == inbox.c.id),
)
PUT = insert(inbox).values(attempts=literal_column("0")).on_conflict_do_nothing(index_elements=["bot_id", "update_id"])
PENDING = (
    select(
        inbox.c.id,
        inbox.c.update_id,
        inbox.c.chat_id,
        inbox.c.sealed_update,
        inbox.c.attempts,
        inbox.c.received_at,
    )
    .where(inbox.c.bot_id == bindparam("bot"), IS_PENDING, ~BEHIND_A_WAITING_ONE)
    .order_by(inbox.c.id)
    .limit(bindparam("limit"))
)
STILL_PENDING = (
    select(inbox.c.id, inbox.c.chat_id)
    .where(inbox.c.bot_id == bindparam("bot"), IS_PENDING, ~BEHIND_A_WAITING_ONE, inbox.c.id <= bindparam("last"))
    .order_by(inbox.c.id)
)
SET = update(inbox).where(inbox.c.id == bindparam("row"), IS_PENDING)
END = SET.values(chat_id=literal_column(str(UNKNOWN_CHAT)), sealed_update=null())
BLANK = update(inbox).where(inbox.c.update_id == bindparam("update"), IS_PENDING)
COUNT = select(func.count(), func.min(inbox.c.received_at)).where(IS_PENDING)
COUNT_DEAD = select(func.count()).select_from(inbox).where(inbox.c.ended == literal_column("'dead'"))
PRUNE = delete(inbox).where(inbox.c.ended.is_not(None), inbox.c.received_at < bindparam("moment"))


class Inbox:
    """The updates, as one transaction sees them."""

    def __init__(self, connection: Connection, installation: Installation) -> None:
        self._connection = connection
        self._box = installation.messages
        self.filled = False
        """Whether this transaction was given updates."""

    async def put(self, bot_id: int, updates: Sequence[tuple[int, int, bytes]], *, now: datetime) -> None:
        """Stores updates (update id, chat id, raw bytes) in this order, each once."""
        if not updates:
            return
        rows = [
            {
                "bot_id": bot_id,
                "update_id": update_id,
                "chat_id": chat_id,
                "received_at": now,
                "sealed_update": self._box.seal(raw, _place(bot_id, update_id)),
            }
            for update_id, chat_id, raw in updates
        ]
        await self._connection.execute(PUT, rows)
        self.filled = True

    async def pending(self, bot_id: int, *, now: datetime, limit: int) -> list[Received]:
        """What to deal with now, in the order of arrival; nothing of a chat that waits for an earlier update."""
        rows = await self._connection.execute(PENDING, {"bot": bot_id, "now": now, "limit": limit})
        return [
            Received(row_id, bot_id, update_id, chat_id, self._raw(sealed, bot_id, update_id), attempts, received_at)
            for row_id, update_id, chat_id, sealed, attempts, received_at in rows
        ]

    async def claim(self, seen: Collection[Received], *, now: datetime) -> set[int]:
        """Ids of those updates that this transaction may deal with, in their order: what was seen before it began may
        have ended since, or another transaction may have their chat in hand. Then that chat is left to the other.
        """
        if not seen or not advisory.is_shared(self._connection):
            return {received.id for received in seen}
        free = await advisory.chats(self._connection, {received.chat_id for received in seen})
        last = max(received.id for received in seen)
        bot = next(iter(seen)).bot_id
        pending = await self._connection.execute(STILL_PENDING, {"bot": bot, "now": now, "last": last})
        wanted = {received.id for received in seen if received.chat_id in free}
        claimed: set[int] = set()
        left: set[int] = set()
        for row in pending:
            if row.id in wanted and row.chat_id not in left:
                claimed.add(row.id)
            elif row.chat_id != UNKNOWN_CHAT:
                left.add(row.chat_id)  # an update that was not seen comes first
        return claimed

    async def done(self, received: Received) -> None:
        """It was dealt with: only its id stays, to know it again. Not even the chat does.

        Raises Stale when another worker ended it first: what this one did about it is to be undone.
        """
        if not await self._end(received, "done"):
            raise Stale("another worker dealt with this update")

    async def failed(self, received: Received, *, now: datetime, retry_at: datetime, error: str) -> None:
        """It will be tried again, and its chat waits until then. `error` is a code, never a text of the person."""
        if retry_at < now:
            raise ValueError("a retry lies ahead")
        row = {"row": received.id, "attempts": received.attempts + 1, "not_before": retry_at, "error": error}
        await self._connection.execute(SET, row)

    async def dead(self, received: Received) -> None:
        """It will not be tried again."""
        await self._end(received, "dead")

    async def blank(self, update_id: int) -> None:
        """Destroys what an update said, at once; whoever still deals with it gets empty bytes."""
        await self._connection.execute(BLANK, {"update": update_id, "sealed_update": None})

    async def counts(self, *, now: datetime) -> dict[str, int]:
        """How many wait, the age of the oldest in seconds, how many are dead."""
        pending, oldest = (await self._connection.execute(COUNT)).one()
        dead = (await self._connection.execute(COUNT_DEAD)).scalar_one()
        return {"pending": pending, "oldest_seconds": int((now - (oldest or now)).total_seconds()), "dead": dead}

    async def prune(self, moment: datetime) -> int:
        """Deletes what ended and was received before a moment: Telegram will not send it again."""
        return (await self._connection.execute(PRUNE, {"moment": moment})).rowcount

    async def _end(self, received: Received, how: str) -> bool:
        """Whether it had not ended before."""
        return (await self._connection.execute(END, {"row": received.id, "ended": how})).rowcount > 0

    def _raw(self, sealed: bytes | None, bot_id: int, update_id: int) -> bytes:
        return self._box.open(sealed, _place(bot_id, update_id)) if sealed else b""


def _place(bot_id: int, update_id: int) -> str:
    return f"inbox|sealed_update|{bot_id}|{update_id}"

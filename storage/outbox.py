"""What we say, stored in the transaction that caused it, and told to Telegram later: in order within each chat."""

from datetime import datetime
from typing import Any, Literal, NamedTuple

from sqlalchemy import (
    CompoundSelect,
    bindparam,
    case,
    delete,
    exists,
    false,
    func,
    literal_column,
    null,
    or_,
    select,
    true,
    union_all,
    update,
)
from sqlalchemy.dialects.postgresql import insert  # its ON CONFLICT is written the same for SQLite

from storage import advisory
from storage.connection import Connection
from storage.encoding import decoded, encoded
from storage.seal import Installation
from storage.tables import outbox

LANES = ("customer", "staff", "reminder")
"""Whose turn it is, most urgent first."""

Ambiguous = Literal["resend", "skip"]
"""What becomes of a message when nobody can know whether it was delivered."""


class Head(NamedTuple):
    """The first in the line of its chat, unread."""

    id: int
    key: str
    chat_id: int
    method: str
    lane: int
    on_ambiguous: Ambiguous
    attempts: int
    sealed_params: bytes


class Outgoing(NamedTuple):
    """A call to Telegram that was begun: nobody else makes it, and its end is awaited."""

    id: int
    key: str
    chat_id: int
    lane: str
    method: str
    params: dict[str, Any]
    attempts: int
    """How often it was begun, this time included; not when a crash interrupted it."""
    on_ambiguous: Ambiguous

    def __repr__(self) -> str:
        return f"Outgoing(id={self.id}, method={self.method!r}, attempts={self.attempts})"


IS_UNSENT = outbox.c.ended.is_(None)
IS_DEAD = outbox.c.ended == literal_column("'dead'")
"""Written out: the index of the dead ones is of no use to a query that learns the word only when it runs."""
EARLIER = outbox.alias("earlier")
BEHIND_ANOTHER = exists().where(
    EARLIER.c.chat_id == outbox.c.chat_id,
    EARLIER.c.ended.is_(None),
    EARLIER.c.id < outbox.c.id,
    # what is planned for later stands in line when its time comes; what was tried keeps its place
    or_(EARLIER.c.not_before.is_(None), EARLIER.c.not_before <= bindparam("now"), EARLIER.c.attempts > 0),
)
PUT = (
    insert(outbox).values(attempts=literal_column("0"), sending=false()).on_conflict_do_nothing(index_elements=["key"])
)
NEEDED: CompoundSelect[Any] = union_all(
    *(
        select(literal_column(str(lane)).label("lane")).where(
            exists().where(IS_UNSENT, outbox.c.lane == literal_column(str(lane)))
        )
        for lane in range(len(LANES))
    )
)
HEADS = (
    select(*(outbox.c[name] for name in Head._fields))
    .where(
        IS_UNSENT,
        outbox.c.lane == bindparam("lane_"),
        outbox.c.chat_id != bindparam("resting"),
        ~outbox.c.sending,
        or_(outbox.c.not_before.is_(None), outbox.c.not_before <= bindparam("now")),
        ~BEHIND_ANOTHER,
    )
    .order_by(outbox.c.id)
    .limit(bindparam("limit"))
)
SET = update(outbox).where(outbox.c.id == bindparam("row"))
BEGIN = SET.values(sending=true(), attempts=outbox.c.attempts + literal_column("1"))
SENT = SET.values(ended=literal_column("'sent'"), sending=false(), sealed_params=null())
AMBIGUOUS = outbox.c.sending & IS_UNSENT
SKIP_AMBIGUOUS = (
    update(outbox)
    .where(AMBIGUOUS, outbox.c.on_ambiguous == "skip")
    .values(ended="dead", sending=False, error="ambiguous", sealed_params=None)
)
RESEND_AMBIGUOUS = (
    update(outbox)
    .where(AMBIGUOUS, outbox.c.on_ambiguous == "resend")
    .values(sending=False, attempts=outbox.c.attempts - 1)  # a kill says nothing against the call
)
RECENT = (
    select(outbox.c.chat_id, outbox.c.method, outbox.c.sent_at)
    .where(outbox.c.sent_at.is_not(None), outbox.c.sent_at >= bindparam("since"))
    .order_by(outbox.c.sent_at)
)
UNKNOWN = select(outbox.c.chat_id, outbox.c.method).where(AMBIGUOUS)
UNDELIVERED = (
    select(outbox.c.error)
    .where(IS_DEAD, outbox.c.chat_id == bindparam("chat"), outbox.c.put_at >= bindparam("since"))
    .order_by(outbox.c.id)
)
COUNT = select(
    func.count(),
    func.min(case((or_(outbox.c.not_before.is_(None), outbox.c.not_before <= bindparam("now")), outbox.c.put_at))),
).where(IS_UNSENT)
COUNT_DEAD = select(func.count()).select_from(outbox).where(IS_DEAD)
PRUNE_SENT = delete(outbox).where(outbox.c.sent_at.is_not(None), outbox.c.sent_at < bindparam("moment"))
PRUNE_DEAD = delete(outbox).where(IS_DEAD, outbox.c.put_at < bindparam("moment"))
FORGET_CHATS = (
    update(outbox)
    .where(outbox.c.sent_at.is_not(None), outbox.c.sent_at < bindparam("moment"), outbox.c.chat_id != 0)
    .values(chat_id=0)
)


class Outbox:
    """The outgoing calls, as one transaction sees them."""

    def __init__(self, connection: Connection, installation: Installation) -> None:
        self._connection = connection
        self._box = installation.messages
        self.filled = False
        """Whether this transaction put a call in."""
        self._heads: dict[int, Head] = {}
        """What was found, by id."""

    async def put(  # noqa: PLR0913  the parts of one call
        self,
        key: str,
        chat_id: int,
        lane: str,
        method: str,
        params: dict[str, Any],
        *,
        now: datetime,
        not_before: datetime | None = None,
        on_ambiguous: Ambiguous = "resend",
    ) -> bool:
        """Puts a call in its chat's line; whether it is new. A key that was put before, sent or not, does nothing.

        `params` is JSON; where a picture belongs it says {"stored": photo id}. Raises ValueError for an unknown lane.
        """
        if lane == "staff":
            await advisory.line(self._connection)
        row = {
            "key": key,
            "chat_id": chat_id,
            "lane": LANES.index(lane),
            "method": method,
            "on_ambiguous": on_ambiguous,
            "put_at": now,
            "not_before": not_before,
            "sealed_params": self._box.seal(encoded(params), _place(key)),
        }
        is_new = (await self._connection.execute(PUT, row)).rowcount > 0
        self.filled |= is_new
        return is_new

    async def lanes(self) -> list[str]:
        """The lanes in which anything waits or is under way, urgent ones first."""
        return [LANES[lane] for lane in (await self._connection.execute(NEEDED)).scalars()]

    async def heads(self, lane: str, *, now: datetime, limit: int, resting: int = 0) -> list[Head]:
        """The oldest call of each chat in a lane, where its time has come: those that may be begun.

        A call that was begun keeps its place until its end is known, so that nothing overtakes it. `resting` is a chat
        to leave out.
        """
        of_lane = {"lane_": LANES.index(lane), "now": now, "limit": limit, "resting": resting}
        heads = [Head(*row) for row in await self._connection.execute(HEADS, of_lane)]
        self._heads |= {head.id: head for head in heads}
        return heads

    async def begin(self, call: int) -> Outgoing:
        """One of the heads is about to be made: commit this before making it. Raises Damaged where it does not open."""
        head = self._heads[call]
        await self._connection.execute(BEGIN, {"row": call})
        params = decoded(self._box.open(head.sealed_params, _place(head.key)))
        lane, attempts = LANES[head.lane], head.attempts + 1
        return Outgoing(call, head.key, head.chat_id, lane, head.method, params, attempts, head.on_ambiguous)

    async def sent(self, call: int, *, message_id: int | None, now: datetime) -> None:
        """Telegram did it; what was said is blanked."""
        await self._connection.execute(SENT, {"row": call, "sent_at": now, "message_id": message_id})

    async def later(self, call: int, *, not_before: datetime, error: str) -> None:
        """It was not done and is to be tried again; its chat waits until then. `error` is a code."""
        await self._connection.execute(SET, {"row": call, "sending": False, "not_before": not_before, "error": error})

    async def dead(self, call: int, error: str) -> None:
        """It will never be done; what was to be said is blanked. `error` is a code."""
        row = {"row": call, "ended": "dead", "sending": False, "error": error, "sealed_params": None}
        await self._connection.execute(SET, row)

    async def recover(self) -> None:
        """Settles what a killed process left `sending`, as each call asked for: once, before anything is sent."""
        await self._connection.execute(SKIP_AMBIGUOUS)
        await self._connection.execute(RESEND_AMBIGUOUS)

    async def recent(self, since: datetime, *, now: datetime) -> list[tuple[int, str, datetime]]:
        """Chat, method and time of what was done since, oldest first, and of what perhaps was: what the rate limits
        still count. To be asked before `recover`.
        """
        done = await self._connection.execute(RECENT, {"since": since})
        unknown = await self._connection.execute(UNKNOWN)
        return [
            *((row.chat_id, row.method, row.sent_at) for row in done),
            *((row.chat_id, row.method, now) for row in unknown),
        ]

    async def undelivered(self, chat_id: int, *, since: datetime) -> list[str]:
        """Error codes of the calls to a chat that were put since then and never worked, oldest first."""
        return list((await self._connection.execute(UNDELIVERED, {"chat": chat_id, "since": since})).scalars())

    async def counts(self, *, now: datetime) -> dict[str, int]:
        """How many are unsent, the age of the oldest whose time has come in seconds, how many are dead."""
        pending, oldest = (await self._connection.execute(COUNT, {"now": now})).one()
        dead = (await self._connection.execute(COUNT_DEAD)).scalar_one()
        return {"pending": pending, "oldest_seconds": int((now - (oldest or now)).total_seconds()), "dead": dead}

    async def prune(self, *, sent_before: datetime, dead_before: datetime) -> int:
        """Deletes what was sent, or put and never worked, before a moment; how many rows that were."""
        sent = await self._connection.execute(PRUNE_SENT, {"moment": sent_before})
        dead = await self._connection.execute(PRUNE_DEAD, {"moment": dead_before})
        return sent.rowcount + dead.rowcount

    async def forget_chats(self, moment: datetime) -> None:
        """Forgets to whom we spoke before a moment: no rate limit counts that far back."""
        await self._connection.execute(FORGET_CHATS, {"moment": moment})


def _place(key: str) -> str:
    return f"outbox|sealed_params|{key}"

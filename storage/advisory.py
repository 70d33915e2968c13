"""What keeps several processes on one PostgreSQL apart: advisory locks, which end with the transaction or the session.

SQLite needs none of them: one process has the file, and it writes one transaction at a time.
"""

from collections.abc import Collection

from sqlalchemy import BigInteger, Integer, Text, bindparam, func, literal, select, text
from sqlalchemy.dialects.postgresql import ARRAY

from storage.connection import Connection
from storage.tables import lookups

TURN = 2041
"""The right to continue the chain of events, or to change the schema: one transaction's at a time."""
LEAD = 2042
"""The right to poll, to send and to ring timers: one session's at a time."""
LINE = 2043
"""The right to put calls into the staff's line, where many people's transactions meet: one transaction's at a time."""
CHATS, DIGESTS, UPDATES = 1, 2, 3
"""Locks of two numbers, which are apart from those of one: of a chat's updates, of what cases are compared by, of one
update that is being prepared.
"""
LARGEST = 2**31 - 1
"""Of a lock's second number: two that fall on the same one wait for each other, no more."""

TAKE_TURN = text(f"SELECT pg_advisory_xact_lock({TURN})")
TAKE_LINE = text(f"SELECT pg_advisory_xact_lock({LINE})")
TAKE_LEAD = text(f"SELECT pg_try_advisory_lock({LEAD})")
CHAT = func.unnest(bindparam("chats", type_=ARRAY(BigInteger))).column_valued("chat")
TAKE_CHATS = select(CHAT).where(func.pg_try_advisory_xact_lock(CHATS, (CHAT % literal(LARGEST)).cast(Integer)))
TAKE_UPDATE = select(func.pg_try_advisory_lock(UPDATES, bindparam("row", type_=Integer)))
DIGEST = func.hashtext(lookups.c.digest.cast(Text))
TAKE_DIGESTS = select(func.pg_advisory_xact_lock(DIGESTS, DIGEST)).where(
    lookups.c.case_id == bindparam("case"), lookups.c.field == bindparam("name")
)


def is_shared(connection: Connection) -> bool:
    """Whether other processes may write at the same time."""
    return connection.dialect.name == "postgresql"


async def turn(connection: Connection) -> None:
    """Waits for the transaction that continues the chain, and is that one until its end."""
    if is_shared(connection):
        await connection.execute(TAKE_TURN)


async def line(connection: Connection) -> None:
    """Waits for whoever puts calls into the staff's line: what is numbered first is then committed first."""
    if is_shared(connection):
        await connection.execute(TAKE_LINE)


async def lead(connection: Connection) -> bool:
    """Whether the session behind the connection leads from now on: until it is closed, however that happens."""
    return bool((await connection.execute(TAKE_LEAD)).scalar_one())


async def chats(connection: Connection, wanted: Collection[int]) -> set[int]:
    """Those of the chats that no other transaction has in hand; they are this one's until its end."""
    if not is_shared(connection):
        return set(wanted)
    return set((await connection.execute(TAKE_CHATS, {"chats": sorted(wanted)})).scalars())


async def reserve(connection: Connection, update: int) -> bool:
    """Whether the session behind the connection has an update to itself from now on, until it is closed."""
    return bool((await connection.execute(TAKE_UPDATE, {"row": update % LARGEST})).scalar_one())


async def comparison(connection: Connection, case_id: int, field: str) -> None:
    """Waits for whoever compares a case by the same value: of two that are sent at once, one sees the other."""
    if is_shared(connection):
        await connection.execute(TAKE_DIGESTS, {"case": case_id, "name": field})

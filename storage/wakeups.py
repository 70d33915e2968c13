"""Wake-ups between the processes on one PostgreSQL: that something is new, never what.

One may get lost, so whoever is woken also looks by itself from time to time. On SQLite, in its only process, those who
put something wake those who wait for it.
"""

from sqlalchemy import bindparam, func, select

from storage import advisory
from storage.connection import Connection

INBOX, OUTBOX = "regain_inbox", "regain_outbox"
TELL = select(func.pg_notify(bindparam("channel"), ""))


async def tell(connection: Connection, channel: str) -> None:
    """Wakes all who listen, once this transaction is committed."""
    if advisory.is_shared(connection):
        await connection.execute(TELL, {"channel": channel})

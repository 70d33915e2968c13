"""How often somebody did something in a period. Who it was is a keyed hash, and nothing outlives its period."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, case, delete, select
from sqlalchemy.dialects.postgresql import insert  # its ON CONFLICT is written the same for SQLite

from storage.connection import Connection
from storage.seal import Installation
from storage.tables import tallies


@dataclass(frozen=True, slots=True)
class Tally:
    """A count, and when it begins anew."""

    count: int
    until: datetime


BEGIN = insert(tallies)
IS_OVER = tallies.c.until <= bindparam("now")
COUNT = BEGIN.on_conflict_do_update(
    index_elements=["kind", "digest"],
    set_={
        "count": case((IS_OVER, BEGIN.excluded.count), else_=tallies.c.count + 1),
        "until": case((IS_OVER, BEGIN.excluded.until), else_=tallies.c.until),
    },
).returning(tallies.c.count.label("times"), tallies.c.until)
OF = select(tallies.c.count).where(
    tallies.c.kind == bindparam("kind"), tallies.c.digest == bindparam("digest"), ~IS_OVER
)
PRUNE = delete(tallies).where(tallies.c.until <= bindparam("moment"))


class Tallies:
    """The counts, as one transaction sees them."""

    def __init__(self, connection: Connection, installation: Installation) -> None:
        self._connection = connection
        self._installation = installation

    async def count(self, kind: str, subject: str, *, first: int, period: timedelta, now: datetime) -> Tally:
        """Counts one more. A period begins with a count of `first`, and lasts from `now`."""
        row = {**self._place(kind, subject), "until": now + period, "count": first, "now": now}
        counted = (await self._connection.execute(COUNT, row)).one()
        return Tally(counted.times, counted.until)

    async def of(self, kind: str, subject: str, *, now: datetime) -> int:
        """The count of the period that runs; 0 where none does."""
        row = {**self._place(kind, subject), "now": now}
        return (await self._connection.execute(OF, row)).scalar_one_or_none() or 0

    async def prune(self, moment: datetime) -> int:
        """Deletes the counts whose period is over; how many that were."""
        return (await self._connection.execute(PRUNE, {"moment": moment})).rowcount

    def _place(self, kind: str, subject: str) -> dict[str, str | bytes]:
        return {"kind": kind, "digest": self._installation.digest(f"tally {kind}", subject)}

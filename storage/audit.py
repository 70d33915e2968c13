"""What happened, when, and by whom: rows that nobody can change, each chained to the one before it.

An event names the case by its number and the applicant as `applicant`, never by an id of Telegram's; details are codes
and counts. So an event outlives a purge, and when a draft is forgotten its events point at nobody: a number is never
given twice.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, insert, select

from storage import advisory
from storage.cases import Cases
from storage.connection import Connection
from storage.seal import Installation
from storage.tables import EPOCH, MICROSECOND, events

CANONICAL = json.JSONEncoder(sort_keys=True)
"""One and the same text for what is equal: a link covers it."""
APPLICANT = "applicant"
START = b""
"""What the first event follows."""

Details = Mapping[str, str | int]
Mark = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened."""

    id: int
    case_id: int | None
    actor: str
    """`applicant`, a reviewer's Telegram id in digits, or a word for one of our own parts."""
    kind: str
    at: datetime
    audience: str
    """Who may read it: `staff`, or another word that the reader knows."""
    details: Details


@dataclass(frozen=True, slots=True)
class Head:
    """The newest row of the chain. Kept outside, it shows whether rows were cut off the end."""

    id: int
    mac: str


RECORD = insert(events)
NEWEST = select(events.c.id, events.c.mac).order_by(events.c.id.desc()).limit(1)
TIMELINE = select(events).where(events.c.case_id == bindparam("case")).order_by(events.c.id)
COUNT = select(func.count()).select_from(
    select(events.c.id)
    .where(events.c.kind == bindparam("what"), events.c.at >= bindparam("since"))
    .limit(bindparam("most"))
    .subquery()
)
EVERYTHING = select(events).order_by(events.c.id)


class Audit:
    """The events, as one transaction sees them: collected while it works, linked and stored at its end.

    So the chain is one transaction's for no longer than that takes, however many write at once.
    """

    def __init__(self, connection: Connection, installation: Installation, cases: Cases) -> None:
        self._connection = connection
        self._installation = installation
        self._cases = cases
        self._collected: list[tuple[dict[str, Any], bytes]] = []
        """Rows, each with the bytes that its link covers."""
        self._linked = 0
        """How many of the collected ones are stored."""

    async def record(
        self,
        case_id: int | None,
        *,
        actor: int | str,
        kind: str,
        now: datetime,
        details: Details | None = None,
        audience: str = "staff",
    ) -> None:
        """Appends an event. `details` hold codes and counts, nothing that a person told us."""
        row: dict[str, Any] = {
            "case_id": case_id,
            "actor": await self._called(actor, case_id),
            "kind": kind,
            "at": now,
            "audience": audience,
            "details": dict(details or {}),
        }
        self._collected.append((row, _canonical(row)))

    async def link(self) -> None:
        """Links what was collected to the chain and stores it: as the last thing before the commit."""
        added = self._collected[self._linked :]
        if not added:
            return
        await advisory.turn(self._connection)
        previous = await self._last_mac()
        rows = []
        for row, content in added:
            mac = self._installation.link(previous, content)
            rows.append(row | {"previous": previous, "mac": mac})
            previous = mac
        await self._connection.execute(RECORD, rows)
        self._linked = len(self._collected)

    async def timeline(self, case_id: int) -> list[Event]:
        """All that happened to a case, in order."""
        if any(row["case_id"] == case_id for row, _ in self._collected[self._linked :]):
            await self.link()
        rows = await self._connection.execute(TIMELINE, {"case": case_id})
        return [
            Event(row.id, row.case_id, row.actor, row.kind, row.at, row.audience, dict(row.details)) for row in rows
        ]

    async def count(self, kind: str, *, since: datetime, most: int) -> int:
        """How often something happened since then; counted up to `most`."""
        return int((await self._connection.execute(COUNT, {"what": kind, "since": since, "most": most})).scalar_one())

    async def verify(self) -> int | None:
        """The id of the first event that was changed, or that follows one that is missing; None when all stand."""
        await self.link()
        previous = START
        async with self._connection.stream(EVERYTHING) as rows:
            async for row in rows:
                if row.previous != previous or row.mac != self._installation.link(previous, _canonical_row(row)):
                    return int(row.id)
                previous = row.mac
        return None

    async def head(self) -> Head | None:
        """The newest row, to be kept outside of this database; None while nothing happened."""
        await self.link()
        row = (await self._connection.execute(NEWEST)).one_or_none()
        return Head(row.id, row.mac.hex()) if row else None

    def mark(self) -> Mark:
        """Where the record is now, for `back_to`."""
        return len(self._collected), self._linked

    def back_to(self, mark: Mark) -> None:
        """Drops what was collected since: a savepoint was rolled back, and what was stored inside it too."""
        collected, self._linked = mark
        del self._collected[collected:]

    async def _last_mac(self) -> bytes:
        row = (await self._connection.execute(NEWEST)).one_or_none()
        return row.mac if row else START

    async def _called(self, actor: int | str, case_id: int | None) -> str:
        if isinstance(actor, int) and case_id is not None and actor == await self._cases.applicant_of(case_id):
            return APPLICANT
        return str(actor)


def _canonical_row(row: Row[Any]) -> bytes:
    return _canonical(row._asdict())


def _canonical(row: Mapping[str, Any]) -> bytes:
    at = (row["at"] - EPOCH) // MICROSECOND
    parts = [row["case_id"], row["actor"], row["kind"], at, row["audience"], row["details"]]
    return CANONICAL.encode(parts).encode()

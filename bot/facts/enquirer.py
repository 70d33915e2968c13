"""Asks the account system about each request that is sent, and has it tell the owner. No transaction waits for it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

from bot.facts.port import AccountFacts
from bot.logs import log
from handlers import owner
from handlers.work import House, Work
from states.case import Case
from states.reading.username import Username
from storage.errors import Stale
from storage.store import Store
from storage.timers import Timer

TICK_SECONDS = 3.0
BATCH = 20
SHORTEST_PAUSE, LONGEST_PAUSE = timedelta(seconds=30), timedelta(hours=1)
PATIENCE = timedelta(days=1)
"""An account system that is out for longer is asked no more about this request."""


class Enquirer:
    def __init__(self, store: Store, house: House, facts: AccountFacts, now: Callable[[], datetime]) -> None:
        self._store, self._house, self._facts, self._now = store, house, facts, now

    async def run(self, spoke: asyncio.Event) -> None:
        """Until cancelled. `spoke` is set when there is something to send."""
        while True:
            if await self.tick():
                spoke.set()
            await asyncio.sleep(TICK_SECONDS)

    async def tick(self) -> int:
        """Deals with the enquiries that are due; how many there were."""
        async with self._store.reading() as tx:
            due = await tx.timers.due(self._now(), BATCH, kind=owner.FACTS)
        for timer in due:
            try:
                await self._enquire(timer)
            except Stale:
                continue  # somebody was at the case just now: it is asked about again
            except Exception as error:  # noqa: BLE001  one enquiry that fails holds up no other
                await self._put_off(timer, type(error).__name__)
        return len(due)

    async def _enquire(self, timer: Timer) -> None:
        username = await self._username(timer)
        if username is None:
            await self._end(timer)
            return
        filed = await self._facts.facts(username)
        async with self._case(timer) as (case, work):
            if case is None:
                return
            await owner.take(case, filed, work)
            is_told = filed is None or (case.desk.on_file is not None and case.desk.on_file.told is not None)
            text = "" if is_told else await owner.notice(case, work)
            if is_told:
                await work.tx.timers.done(timer)
        if text:
            await self._tell(timer, username, text)

    async def _tell(self, timer: Timer, username: str, text: str) -> None:
        reached = await self._facts.tell_owner(username, text)
        async with self._case(timer) as (case, work):
            if case:
                await owner.told(case, work, reached=reached)
                await work.tx.timers.done(timer)

    async def _username(self, timer: Timer) -> str | None:
        """Of the account that is claimed; None where nobody has to ask any more."""
        async with self._store.reading() as tx:
            case = await tx.cases.get(timer.case_id) if timer.case_id else None
        claimed = case.value("username") if case and case.closed_at is None else None
        return claimed.username if isinstance(claimed, Username) else None

    @asynccontextmanager
    async def _case(self, timer: Timer) -> AsyncIterator[tuple[Case | None, Work]]:
        """The case as it is now, in a transaction; None where it was closed meanwhile, which ends the enquiry."""
        async with self._store.transaction() as tx:
            work = Work(self._house, tx, self._now(), f"timer:{timer.key}:{int(timer.due_at.timestamp())}")
            case = await tx.cases.get(timer.case_id) if timer.case_id else None
            if case is None or case.closed_at:
                await tx.timers.done(timer)
                case = None
            yield case, work

    async def _end(self, timer: Timer) -> None:
        async with self._store.transaction() as tx:
            await tx.timers.done(timer)

    async def _put_off(self, timer: Timer, code: str) -> None:
        """As long again as it has taken so far; for a day."""
        async with self._case(timer) as (case, work):
            if case is None or case.touched_at is None:
                return
            taken = work.now - case.touched_at
            log.warning("enquiry given up" if taken > PATIENCE else "account system not reached", code=code)
            await work.tx.timers.done(timer)
            if taken <= PATIENCE:
                due_at = work.now + min(max(taken, SHORTEST_PAUSE), LONGEST_PAUSE)
                await work.tx.timers.set(timer.key, case_id=timer.case_id, kind=timer.kind, due_at=due_at)

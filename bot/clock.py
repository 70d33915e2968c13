"""What happens because time passed: reminders, expiry, retention."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.logs import log
from handlers.work import House, Work
from states import screens
from storage.retention import Periods, sweep
from storage.store import Store, Transaction
from storage.timers import Timer

TICK_SECONDS = 20.0
BATCH = 50
SWEEP_EVERY = timedelta(hours=1)


class Clock:
    def __init__(self, store: Store, house: House, now: Callable[[], datetime]) -> None:
        self._store, self._house, self._now = store, house, now
        self._swept: datetime | None = None

    async def run(self, spoke: asyncio.Event) -> None:
        """Until cancelled. `spoke` is set when there is something to send."""
        while True:
            if await self.tick():
                spoke.set()
            await asyncio.sleep(TICK_SECONDS)

    async def tick(self) -> int:
        """Deals with the timers that are due; how many there were."""
        now = self._now()
        async with self._store.transaction() as tx:
            due = await tx.timers.due(now, BATCH)
            for timer in due:
                await self._ring(timer, tx, now)
        if self._swept is None or now - self._swept > SWEEP_EVERY:
            async with self._store.transaction() as tx:
                count = await sweep(tx, now=now, periods=self._periods())
            self._swept = now
            log.info("retention swept", count=count)
        return len(due)

    def _periods(self) -> Periods:
        policy = self._house.dialogue.policy
        return Periods(photos=timedelta(days=policy.photo_days), cases=timedelta(days=policy.case_days))

    async def _ring(self, timer: Timer, tx: Transaction, now: datetime) -> None:
        work = Work(self._house, tx, now, f"timer:{timer.key}:{int(timer.due_at.timestamp())}")
        await tx.timers.done(timer)
        case = await tx.cases.get(timer.case_id) if timer.case_id else None
        if case is None or case.submitted_at or case.touched_at is None:
            return
        policy = self._house.dialogue.policy
        expires_at = case.touched_at + timedelta(days=policy.draft_days)
        if now >= expires_at:
            await tx.cases.forget(case)
            case.id = None
            await work.say(case, (screens.expired(policy),))
        elif timer.kind == "remind" and now >= (quiet := case.touched_at + timedelta(hours=policy.draft_remind_hours)):
            reminder = self._house.dialogue.reminder(case)
            await work.remind(case, reminder)
            await tx.timers.set(timer.key, case_id=case.id, kind="expire", due_at=expires_at)
        elif timer.kind == "remind":
            await tx.timers.set(timer.key, case_id=case.id, kind="remind", due_at=quiet)
        else:
            await tx.timers.set(timer.key, case_id=case.id, kind="expire", due_at=expires_at)

"""What happens because time passed: reminders, expiry, retention."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.hearing import HEARD
from bot.logs import log
from handlers import asleep, elapsed
from handlers.asleep import ASLEEP
from handlers.owner import FACTS
from handlers.work import House, Work
from states import screens
from states.case import Case
from storage.errors import Stale
from storage.retention import AT_ONCE, Periods, sweep
from storage.store import Store, Transaction
from storage.timers import Timer

TICK_SECONDS = 20.0
BATCH = 50
SWEEP_EVERY = timedelta(hours=1)
AFTER_A_FAILURE = timedelta(hours=1)


class Clock:
    def __init__(self, store: Store, house: House, now: Callable[[], datetime]) -> None:
        self._store, self._house, self._now = store, house, now
        self._swept: datetime | None = None

    async def run(self, spoke: asyncio.Event) -> None:
        """Until cancelled. `spoke` is set when there is something to send."""
        while True:
            rung = await self.tick()
            if rung:
                spoke.set()
            if rung < BATCH:
                await asyncio.sleep(TICK_SECONDS)

    async def tick(self) -> int:
        """Deals with the timers that are due; how many there were."""
        now = self._now()
        async with self._store.transaction() as tx:
            due = await tx.timers.due(now, BATCH, but=(FACTS, HEARD))
            for timer in due:
                await self._deal_with(timer, tx, now)
        if self._swept is None or now - self._swept > SWEEP_EVERY:
            await self._sweep(now)
        return len(due)

    async def _deal_with(self, timer: Timer, tx: Transaction, now: datetime) -> None:
        """What a timer is for; one that fails is set anew and holds up no other."""
        try:
            async with tx.savepoint():
                await self._ring(timer, tx, now)
        except Stale:
            return  # somebody was at the case just now: the next tick sees what came of it
        except Exception as error:  # noqa: BLE001  one broken case is not everybody's
            log.error("timer failed", kind=timer.kind, code=type(error).__name__)
            await tx.timers.set(timer.key, case_id=timer.case_id, kind=timer.kind, due_at=now + AFTER_A_FAILURE)

    async def _sweep(self, now: datetime) -> None:
        """Forgets what is old enough, a little in each transaction."""
        count = AT_ONCE
        while count >= AT_ONCE:
            async with self._store.transaction() as tx:
                count = await sweep(tx, now=now, periods=self._periods())
            log.info("retention swept", count=count)
        self._swept = now

    def _periods(self) -> Periods:
        policy = self._house.dialogue.policy
        return Periods(photos=timedelta(days=policy.photo_days), cases=timedelta(days=policy.case_days))

    async def _ring(self, timer: Timer, tx: Transaction, now: datetime) -> None:
        work = Work(self._house, tx, now, f"timer:{timer.key}:{int(timer.due_at.timestamp())}")
        await tx.timers.done(timer)
        case = await tx.cases.get(timer.case_id) if timer.case_id else None
        if timer.kind == ASLEEP:
            await asleep.ring(timer, case, work)
        elif case and case.submitted_at:
            await elapsed.ring(timer.kind, case, work)
        elif case and case.touched_at:
            await self._ring_for_draft(timer, case, case.touched_at, work)

    async def _ring_for_draft(self, timer: Timer, case: Case, touched_at: datetime, work: Work) -> None:
        """Nobody touched it: one reminder, then it goes. Whoever went on meanwhile has time again (C17)."""
        policy, timers = self._house.dialogue.policy, work.tx.timers
        remind_at = touched_at + timedelta(hours=policy.draft_remind_hours)
        expires_at = touched_at + timedelta(days=policy.draft_days)
        if work.now >= expires_at:
            await work.tx.cases.forget(case)
            await work.say(case, (screens.expired(policy),))
        elif timer.kind == "remind" and work.now < remind_at:
            await timers.set(timer.key, case_id=case.id, kind="remind", due_at=remind_at)
        else:
            if timer.kind == "remind":
                await work.remind(case, self._house.dialogue.reminder(case))
            await timers.set(timer.key, case_id=case.id, kind="expire", due_at=expires_at)

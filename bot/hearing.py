"""When Telegram was last heard: kept in the database too, so that a gap is noticed across restarts and kills."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from aiogram.exceptions import AiogramError
from aiogram.types import WebhookInfo

from bot.logs import log
from handlers.asleep import ASLEEP, PRESS_LIVES, SETTLING, Gap
from storage.store import Store, Transaction

HEARD = "heard"
"""Key and kind of the one timer that is set anew while Telegram is heard: due, it says that presses are being lost."""
NOTED_EVERY = timedelta(seconds=30)
LATELY = timedelta(seconds=60)
"""An update that Telegram could not bring so long ago says that it cannot bring any now."""


class Hearing:
    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store, self._clock = store, clock
        self._noted: datetime | None = None
        self.last: datetime | None = None
        """When Telegram was last heard by this process."""

    async def heard(self) -> None:
        """Telegram reached us just now, with or without updates. After a gap those whom it concerns will be told."""
        now = self._clock()
        if self._noted is None or now - self._noted >= NOTED_EVERY:
            async with self._store.transaction() as tx:
                await self._note(now, tx)
            self._noted = now
        self.last = now

    async def _note(self, now: datetime, tx: Transaction) -> None:
        """Our own memory is exact, the row may be half a minute old; but another process may have heard meanwhile."""
        timer = await tx.timers.get(HEARD)
        moments = [moment for moment in (self.last, timer and timer.due_at - PRESS_LIVES) if moment]
        if moments and now - max(moments) > PRESS_LIVES:
            gap = Gap(max(moments), now)
            await tx.timers.set(gap.key, case_id=None, kind=ASLEEP, due_at=now + SETTLING)
        await tx.timers.set(HEARD, case_id=None, kind=HEARD, due_at=now + PRESS_LIVES)


async def listen(
    ask: Callable[[], Awaitable[WebhookInfo]],
    hearing: Hearing,
    clock: Callable[[], datetime],
    pause: timedelta = NOTED_EVERY,
) -> None:
    """With a webhook silence says nothing, so Telegram is asked whether it could bring what it had. Until cancelled."""
    while True:
        try:
            failed_at = (await ask()).last_error_date
        except (AiogramError, TimeoutError) as error:
            log.warning("telegram not reached", code=type(error).__name__)
        else:
            if failed_at is None or clock() - failed_at > LATELY:
                await hearing.heard()
        await asyncio.sleep(pause.total_seconds())

"""Among several processes on one database, one does what must be done once: polling, sending, ringing timers."""

import asyncio
from collections.abc import Awaitable, Callable

from bot.logs import log
from bot.waiting import either
from storage.errors import Failed, Stale
from storage.store import Store

STANDBY_SECONDS = 0.5
"""How soon another leads after the leader is gone."""

Duties = Callable[[Store, asyncio.Event], Awaitable[None]]
"""What the leader does, on a store that works for it alone, until the event is set. Another may have been killed in the
middle of it, so it begins by settling what that one left behind.
"""


class Leader:
    """Leads whenever nobody else does. On SQLite, in its only process, that is always."""

    def __init__(self, store: Store, duties: Duties) -> None:
        self._store, self._duties = store, duties
        self._told = ""
        self.leads = False
        """Whether this process leads now."""

    async def run(self, stopped: asyncio.Event) -> None:
        """Until the event is set and the duties under way have ended; then another leads at once."""
        while not stopped.is_set():
            await self._term(stopped)
            if not stopped.is_set():
                await either(stopped, STANDBY_SECONDS)

    async def _term(self, stopped: asyncio.Event) -> None:
        """Leads as long as it can, if it can: a lead that is lost ends whatever was done under it."""
        try:
            async with self._store.leading() as store:
                self.leads = True
                self._tell("leading")
                await self._duties(store, stopped)
        except* (Failed, Stale) as lost:
            self._tell("lead lost" if self.leads else "standing by", code=_code(lost))
        finally:
            self.leads = False

    def _tell(self, news: str, **facts: str) -> None:
        """Logs what is new: a process may stand by for months."""
        if news != self._told:
            log.info(news, **facts)
        self._told = news


def _code(group: BaseExceptionGroup[Exception]) -> str:
    first = group.exceptions[0]
    return _code(first) if isinstance(first, BaseExceptionGroup) else str(first)

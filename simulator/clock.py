"""The time that the simulated Telegram lives in: the machine's clock plus what has been skipped."""

import asyncio
import contextlib
import time
from collections.abc import Callable


class Clock:
    """Seconds since 1970; `advance` skips ahead and wakes everything that sleeps on this clock."""

    def __init__(self, source: Callable[[], float] = time.time) -> None:
        self._source = source
        self._skipped = 0.0
        self._moved = asyncio.Event()

    def now(self) -> float:
        return self._source() + self._skipped

    def advance(self, seconds: float) -> None:
        self._skipped += seconds
        self._wake_sleepers()

    def reset(self) -> None:
        """Come back to the machine's own time."""
        self._skipped = 0.0
        self._wake_sleepers()

    async def sleep(self, seconds: float) -> None:
        """Return when this clock is `seconds` later, however it got there."""
        until = self.now() + seconds
        while (left := until - self.now()) > 0:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._moved.wait(), left)

    def _wake_sleepers(self) -> None:
        moved, self._moved = self._moved, asyncio.Event()
        moved.set()

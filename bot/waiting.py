"""Waiting for whichever comes first."""

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any, TypeVar

Answer = TypeVar("Answer")


async def either(event: asyncio.Event, seconds: float) -> None:
    """Returns when the event is set, or after as many seconds."""
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):  # without the task that wait_for makes
            await event.wait()


async def unless(event: asyncio.Event, question: Coroutine[Any, Any, Answer]) -> Answer | None:
    """What the coroutine returns; None when the event is set first, and the coroutine is cancelled.

    Raises an ExceptionGroup of what the coroutine raised.
    """
    async with asyncio.TaskGroup() as group:
        asked, waiting = group.create_task(question), group.create_task(event.wait())
        await asyncio.wait({asked, waiting}, return_when=asyncio.FIRST_COMPLETED)
        asked.cancel()
        waiting.cancel()
    return None if asked.cancelled() else asked.result()

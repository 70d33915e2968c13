"""What just happened, for everyone who watches."""

import asyncio
import contextlib
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

Found = TypeVar("Found")

KEPT_FOR_A_SLOW_WATCHER = 10_000


class Feed:
    """Publishes events to subscribers, and lets anyone wait until something it looks for is there."""

    def __init__(self) -> None:
        self._watchers: set[asyncio.Queue[tuple[str, Any]]] = set()
        self._news = asyncio.Event()

    @property
    def is_watched(self) -> bool:
        return bool(self._watchers)

    def publish(self, kind: str, data: Any) -> None:
        for watcher in self._watchers:
            with contextlib.suppress(asyncio.QueueFull):
                watcher.put_nowait((kind, data))
        self.stir()

    def stir(self) -> None:
        """Let everyone who waits look again, without an event."""
        news, self._news = self._news, asyncio.Event()
        news.set()

    @contextlib.contextmanager
    def subscription(self) -> Iterator[asyncio.Queue[tuple[str, Any]]]:
        watcher: asyncio.Queue[tuple[str, Any]] = asyncio.Queue(KEPT_FOR_A_SLOW_WATCHER)
        self._watchers.add(watcher)
        try:
            yield watcher
        finally:
            self._watchers.discard(watcher)

    async def wait_for(self, look: Callable[[], Found | None], timeout: float) -> Found | None:  # noqa: ASYNC109
        """What `look` finds, as soon as it finds something; None after `timeout` real seconds."""
        deadline = asyncio.get_running_loop().time() + timeout
        while True:
            news = self._news
            if (found := look()) is not None:
                return found
            left = deadline - asyncio.get_running_loop().time()
            if left <= 0:
                return None
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(news.wait(), left)

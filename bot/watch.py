"""Whether the bot is alive and ready, for whoever watches it; on the loopback unless told otherwise."""

from collections.abc import Callable
from datetime import datetime

from aiohttp import web

from storage.errors import Failed
from storage.store import Store

OLDEST_SECONDS = 300
"""An update or a message that waits longer says that something is stuck."""
SILENT_SECONDS = 90
"""Telegram answers a long poll sooner, with or without updates."""


def app(
    store: Store, clock: Callable[[], datetime], heard: Callable[[], datetime | None], leads: Callable[[], bool]
) -> web.Application:
    """`heard` is when a poll was last answered; None where there was none yet, or none is made here. `leads` is whether
    this process is the one that polls and sends.
    """

    async def healthz(_: web.Request) -> web.Response:
        """The loop is alive: it answered."""
        return web.json_response({"alive": True})

    async def readyz(_: web.Request) -> web.Response:
        """The database and Telegram answer, and nothing is stuck; numbers only."""
        try:
            async with store.reading() as tx:
                inbox, outbox = await tx.inbox.counts(now=clock()), await tx.outbox.counts(now=clock())
        except Failed:
            return web.json_response({"ready": False, "database": False}, status=503)
        last = heard()
        silent = int((clock() - last).total_seconds()) if last else None
        stuck = max(inbox["oldest_seconds"], outbox["oldest_seconds"]) >= OLDEST_SECONDS
        ready = not stuck and (silent is None or silent < SILENT_SECONDS)
        told = {"ready": ready, "leading": leads(), "silent_seconds": silent, "inbox": inbox, "outbox": outbox}
        return web.json_response(told, status=200 if ready else 503)

    made = web.Application()
    made.router.add_get("/healthz", healthz)
    made.router.add_get("/readyz", readyz)
    return made

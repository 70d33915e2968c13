"""Telegram -> inbox. Telegram is told that we have an update only after it is stored."""

import asyncio
import hmac
import json
from collections.abc import Callable, Iterable
from datetime import datetime
from time import monotonic
from typing import Any

from aiohttp import web

from bot.hearing import Hearing
from bot.logs import log
from bot.telegram import NotSent, Refused, Telegram, Unclear
from bot.waiting import either
from storage.encoding import encoded
from storage.store import Store

ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]
POLL_SECONDS = 25
PAUSES = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
"""Seconds between tries while Telegram cannot be reached."""
AT_ONCE_SECONDS = 0.02
"""An answer that is here sooner was waiting for us, and Telegram is near: it may gather while we are busy."""
BREATH_SECONDS = 0.5
"""So long at the most it does."""
FEW = 2
"""So few updates are dealt with at once, and what comes of them shares their commit; on PostgreSQL, where nobody sees
them before it, the store wakes the worker. Of more Telegram hears before: it can bring the next ones meanwhile.
"""
WEBHOOK_BYTES_MOST = 1024 * 1024
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  the name of a header


class NoUpdates(Exception):  # noqa: N818  it names an outcome
    """Telegram gave none."""

    def __init__(self, code: str, seconds: float = 0) -> None:
        super().__init__(code)
        self.code = code
        """A status, or what kind of failure it was. `409`: another process asks for the same bot's updates."""
        self.seconds = seconds
        """How long Telegram wants to be left alone."""


class Inlet:
    """The way into the inbox, whichever way updates come."""

    def __init__(
        self,
        store: Store,
        bot_id: int,
        clock: Callable[[], datetime],
        arrived: asyncio.Event,
        rested: asyncio.Event,
    ) -> None:
        """`arrived` is for the worker to hear, `rested` to hear when it found nothing more to do."""
        self._store, self._bot_id, self._clock = store, bot_id, clock
        self._arrived, self._rested = arrived, rested

    async def put(self, updates: Iterable[dict[str, Any]]) -> None:
        """Stores updates, each once; returns when they are committed."""
        rows = [(int(update["update_id"]), chat_of(update), encoded(update)) for update in updates]
        if not rows:
            return
        self._rested.clear()
        async with self._store.transaction() as tx:
            await tx.inbox.put(self._bot_id, rows, now=self._clock())
            if len(rows) <= FEW:
                self._arrived.set()
        if len(rows) > FEW:
            self._arrived.set()

    async def emptied(self) -> None:
        """Returns when the worker has dealt with what was put, or after a moment."""
        await either(self._rested, BREATH_SECONDS)


def chat_of(update: dict[str, Any]) -> int:
    """The chat that an update belongs to, within which order is kept; 0 where there is none."""
    for kind, content in update.items():
        if kind == "update_id" or not isinstance(content, dict):
            continue
        holder = content.get("message", content) if kind == "callback_query" else content
        chat = holder.get("chat") if isinstance(holder, dict) else None
        if isinstance(chat, dict) and isinstance(chat.get("id"), int):
            return int(chat["id"])
    return 0


class Poller:
    """getUpdates in a loop. It never starts from the highest id it knows: ids start anew after a quiet week."""

    def __init__(self, telegram: Telegram, inlet: Inlet, hearing: Hearing) -> None:
        self._telegram, self._inlet, self._hearing = telegram, inlet, hearing

    async def run(self) -> None:
        """Until cancelled. Raises Unauthorized when the token is wrong."""
        offset: int | None = None
        failures = 0
        while True:
            asked_at = monotonic()
            try:
                updates = await self._ask(offset)
            except NoUpdates as failure:
                pause = max(PAUSES[min(failures, len(PAUSES) - 1)], failure.seconds)
                failures += 1
                log.warning("no updates", code=failure.code, seconds=pause)
                await asyncio.sleep(pause)
                continue
            failures = 0
            await self._inlet.put(updates)
            await self._hearing.heard()
            if updates:
                offset = max(int(update["update_id"]) for update in updates) + 1
                if monotonic() - asked_at < AT_ONCE_SECONDS:
                    await self._inlet.emptied()  # more is coming: one large batch costs less than many

    async def _ask(self, offset: int | None) -> list[dict[str, Any]]:
        """Raises NoUpdates, Unauthorized."""
        body: dict[str, Any] = {"timeout": POLL_SECONDS, "limit": 100, "allowed_updates": ALLOWED_UPDATES}
        if offset is not None:
            body["offset"] = offset
        try:
            return list(await self._telegram.call("getUpdates", body, seconds=POLL_SECONDS + 15))
        except (NotSent, Unclear) as failure:
            raise NoUpdates(str(failure)) from None
        except Refused as refused:
            raise NoUpdates(str(refused.status), refused.retry_after) from None


def webhook(inlet: Inlet, path: str, secret: str, hearing: Hearing) -> web.Application:
    """The webhook as an application: 200 only after the commit, 403 without the secret."""

    async def receive(request: web.Request) -> web.Response:
        shown = request.headers.get(SECRET_HEADER, "").encode(errors="surrogateescape")
        if not hmac.compare_digest(shown, secret.encode()):
            return web.Response(status=403)
        try:
            update = json.loads(await request.read())
            int(update["update_id"])
        except (ValueError, KeyError, TypeError):
            return web.Response(status=400)
        await inlet.put([update])
        await hearing.heard()
        return web.Response()

    app = web.Application(client_max_size=WEBHOOK_BYTES_MOST)
    app.router.add_post(path, receive)
    return app

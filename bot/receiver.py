"""Telegram -> inbox. Telegram is told that we have an update only after it is stored."""

import asyncio
import hmac
import json
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout, web

from bot.logs import log
from storage.store import Store

ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]
POLL_SECONDS = 25
PAUSES = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
"""Seconds between tries while Telegram cannot be reached."""
WEBHOOK_BYTES_MOST = 1024 * 1024
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  the name of a header


class Unauthorized(Exception):  # noqa: N818  it names an outcome
    """Telegram does not know this token."""


class Inlet:
    """The way into the inbox, whichever way updates come."""

    def __init__(self, store: Store, bot_id: int, clock: Callable[[], datetime], arrived: asyncio.Event) -> None:
        self._store, self._bot_id, self._clock, self._arrived = store, bot_id, clock, arrived

    async def put(self, updates: Iterable[dict[str, Any]]) -> None:
        """Stores updates, each once; returns when they are committed."""
        rows = [
            (int(update["update_id"]), chat_of(update), json.dumps(update, ensure_ascii=False).encode())
            for update in updates
        ]
        if not rows:
            return
        async with self._store.transaction() as tx:
            await tx.inbox.put(self._bot_id, rows, now=self._clock())
        self._arrived.set()


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

    def __init__(self, session: ClientSession, address: str, inlet: Inlet) -> None:
        self._session, self._address, self._inlet = session, address, inlet
        self.last_heard: datetime | None = None

    async def run(self, clock: Callable[[], datetime]) -> None:
        """Until cancelled. Raises Unauthorized when the token is wrong."""
        offset: int | None = None
        failures = 0
        while True:
            try:
                updates = await self._ask(offset)
            except (ClientError, TimeoutError, ValueError) as error:
                pause = PAUSES[min(failures, len(PAUSES) - 1)]
                failures += 1
                log.warning("no updates", code=type(error).__name__, seconds=pause)
                await asyncio.sleep(pause)
                continue
            failures = 0
            self.last_heard = clock()
            await self._inlet.put(updates)
            if updates:
                offset = max(int(update["update_id"]) for update in updates) + 1

    async def _ask(self, offset: int | None) -> list[dict[str, Any]]:
        body: dict[str, Any] = {"timeout": POLL_SECONDS, "limit": 100, "allowed_updates": ALLOWED_UPDATES}
        if offset is not None:
            body["offset"] = offset
        timeout = ClientTimeout(total=POLL_SECONDS + 15)
        async with self._session.post(f"{self._address}/getUpdates", json=body, timeout=timeout) as response:
            answer = await response.json(content_type=None)
        if response.status == 401:
            raise Unauthorized
        if not isinstance(answer, dict) or not answer.get("ok"):
            wait = (answer.get("parameters") or {}).get("retry_after", 0) if isinstance(answer, dict) else 0
            await asyncio.sleep(wait)
            raise ValueError(f"status {response.status}")
        return list(answer["result"])


def webhook(inlet: Inlet, path: str, secret: str) -> web.Application:
    """The webhook as an application: 200 only after the commit, 403 without the secret."""

    async def receive(request: web.Request) -> web.Response:
        shown = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(shown.encode(), secret.encode()):
            return web.Response(status=403)
        try:
            update = await request.json()
            int(update["update_id"])
        except (ValueError, KeyError, TypeError):
            return web.Response(status=400)
        await inlet.put([update])
        return web.Response()

    app = web.Application(client_max_size=WEBHOOK_BYTES_MOST)
    app.router.add_post(path, receive)
    return app

"""Updates brought to a bot's webhook: in order within a lane, again until they are taken."""

import asyncio
import contextlib
import json
import random
from typing import Any

import aiohttp

from simulator.api import BotApi
from simulator.errors import ApiError
from simulator.model import Bot
from simulator.params import Params
from simulator.updates import Update
from simulator.world import World

FIRST_PAUSE = 2.0
LONGEST_PAUSE = (60, 120)
LONGEST_RETRY_AFTER = 3600
SECONDS_FOR_AN_ANSWER = 60


class WebhookPosts:
    """Posts pending updates of every bot that has a webhook; a failing update blocks only its own lane."""

    def __init__(self, world: World, api: BotApi) -> None:
        self._world = world
        self._api = api
        self._busy: dict[int, set[str]] = {}

    async def run(self) -> None:
        timeout = aiohttp.ClientTimeout(total=SECONDS_FOR_AN_ANSWER)
        async with aiohttp.ClientSession(timeout=timeout) as session, asyncio.TaskGroup() as lanes:
            while True:
                found = await self._world.feed.wait_for(self._next_lane, SECONDS_FOR_AN_ANSWER)
                if found:
                    bot, lane = found
                    self._busy.setdefault(bot.id, set()).add(lane)
                    lanes.create_task(self._empty_lane(session, bot, lane))

    def _next_lane(self) -> tuple[Bot, str] | None:
        for bot in self._world.bots.values():
            busy = self._busy.get(bot.id, set())
            if not bot.webhook or len(busy) >= bot.webhook["max_connections"]:
                continue
            lane = next((update.lane for update in bot.queue.pending() if update.lane not in busy), None)
            if lane is not None:
                return bot, lane
        return None

    async def _empty_lane(self, session: aiohttp.ClientSession, bot: Bot, lane: str) -> None:
        try:
            pause = 0.0
            while update := self._first_in(bot, lane):
                wait = await self._post(session, bot, update)
                if wait is None:
                    bot.queue.drop(update)
                    self._world.feed.stir()
                    pause = 0.0
                else:
                    await self._world.clock.sleep(wait or pause)
                    pause = min(2 * pause, random.uniform(*LONGEST_PAUSE)) or FIRST_PAUSE
        finally:
            self._busy[bot.id].discard(lane)
            self._world.feed.stir()

    def _first_in(self, bot: Bot, lane: str) -> Update | None:
        if not bot.webhook:
            return None
        return next((update for update in bot.queue.pending() if update.lane == lane), None)

    async def _post(self, session: aiohttp.ClientSession, bot: Bot, update: Update) -> float | None:
        """None when it was taken; else the seconds the bot asks us to wait, 0 where it names none."""
        webhook = bot.webhook or {}
        headers = {"X-Telegram-Bot-Api-Secret-Token": webhook["secret"]} if webhook.get("secret") else {}
        try:
            async with session.post(webhook["url"], json=update.as_json(), headers=headers) as response:
                if response.ok:
                    await self._call_back(bot, await response.read())
                    return None
                webhook["last_error_message"] = f"Wrong response from the webhook: {response.status} {response.reason}"
                asked = response.headers.get("Retry-After", "0")
        except (aiohttp.ClientError, TimeoutError, OSError):
            webhook["last_error_message"] = "Connection refused"
            asked = "0"
        webhook["last_error_date"] = self._world.seconds()
        return min(float(asked), LONGEST_RETRY_AFTER) if asked.isdigit() else 0.0

    async def _call_back(self, bot: Bot, body: bytes) -> None:
        """A bot may answer a webhook with one call in the body; its result goes nowhere."""
        answer = _json_or_nothing(body)
        if method := answer.pop("method", None):
            with contextlib.suppress(ApiError):
                await self._api.call(bot.token, str(method), Params(answer))


def _json_or_nothing(body: bytes) -> dict[str, Any]:
    try:
        answer = json.loads(body) if body else {}
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}

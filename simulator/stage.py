"""The control API behind the scenes: call log, faults, held updates, time, reset, live events."""

import asyncio
import contextlib
import json
import time

from aiohttp import web

from simulator.api import BotApi
from simulator.control import json_object
from simulator.errors import ControlError
from simulator.model import Bot, Json
from simulator.world import World

HEARTBEAT = 15.0


class Stage:
    def __init__(self, world: World, api: BotApi) -> None:
        self.world = world
        self.api = api

    def add_routes(self, app: web.Application) -> None:
        app.router.add_get("/sim/calls", self.calls)
        app.router.add_get("/sim/violations", self.violations)
        app.router.add_get("/sim/events", self.events)
        app.router.add_post("/sim/faults", self.add_fault)
        app.router.add_delete("/sim/faults", self.clear_faults)
        app.router.add_post("/sim/hold", self.hold)
        app.router.add_post("/sim/release", self.release)
        app.router.add_post("/sim/duplicate", self.duplicate)
        app.router.add_post("/sim/raw_update", self.raw_update)
        app.router.add_post("/sim/clock", self.clock)
        app.router.add_post("/sim/reset", self.reset)
        app.router.add_get("/sim/queue", self.queue)
        app.router.add_get("/sim/settled", self.settled)
        app.router.add_get("/sim/bot", self.bot)

    async def calls(self, request: web.Request) -> web.Response:
        return web.json_response(self.api.log.since(int(request.query.get("since", 0))))

    async def violations(self, _: web.Request) -> web.Response:
        return web.json_response(self.api.log.violations)

    async def events(self, request: web.Request) -> web.StreamResponse:
        """Server-sent events: message, edit, delete, call, update, callback, keyboard, reset."""
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
        with self.world.feed.subscription() as news, contextlib.suppress(ConnectionResetError):
            await response.prepare(request)
            await response.write(b": listening\n\n")
            while True:
                await response.write(await self._next_event(news))
        return response

    async def add_fault(self, request: web.Request) -> web.Response:
        fault = self.api.faults.add(await json_object(request))
        return web.json_response({"ok": True, "kind": fault.kind, "times": fault.times})

    async def clear_faults(self, _: web.Request) -> web.Response:
        self.api.faults.clear()
        return web.json_response({"ok": True})

    async def hold(self, request: web.Request) -> web.Response:
        (await self._bot(request)).queue.hold()
        return web.json_response({"ok": True})

    async def release(self, request: web.Request) -> web.Response:
        released = (await self._bot(request)).queue.release()
        self.world.feed.stir()
        return web.json_response({"ok": True, "released": released})

    async def duplicate(self, request: web.Request) -> web.Response:
        body = await json_object(request)
        update = (await self._bot(request)).queue.duplicate(body.get("update_id"))
        if update is None:
            raise ControlError("There is no such update", 404)
        self.world.feed.stir()
        return web.json_response({"ok": True, "update_id": update.update_id})

    async def raw_update(self, request: web.Request) -> web.Response:
        update = self.world.bot().queue.put_raw(await json_object(request))
        self.world.feed.stir()
        return web.json_response({"ok": True, "update_id": update.update_id})

    async def clock(self, request: web.Request) -> web.Response:
        self.world.clock.advance(float((await json_object(request)).get("advance", 0)))
        self.world.feed.stir()
        return web.json_response({"now": self.world.clock.now()})

    async def reset(self, _: web.Request) -> web.Response:
        self.world.reset()
        self.api.clear()
        self.world.feed.publish("reset", {})
        return web.json_response({"ok": True})

    async def queue(self, request: web.Request) -> web.Response:
        return web.json_response(self._queue(await self._bot(request)))

    async def settled(self, request: web.Request) -> web.Response:
        """Answers once no update waits and no call came for `quiet` seconds; 408 after `timeout`."""
        quiet = float(request.query.get("quiet", 0.15))
        deadline = time.monotonic() + float(request.query.get("timeout", 10))
        while time.monotonic() < deadline:
            left = self._until_quiet(quiet)
            if left <= 0:
                return web.json_response({"ok": True})
            await asyncio.sleep(min(left, quiet))
        raise ControlError(f"Not settled: {self._queue(self.world.bot())}", 408)

    async def bot(self, request: web.Request) -> web.Response:
        """The bot that called last, as soon as one has called; 408 after `timeout` seconds."""
        timeout = float(request.query.get("timeout", 5))
        bot = await self.world.feed.wait_for(lambda: next(iter(self.world.bots.values()), None), timeout)
        if bot is None:
            raise ControlError("No bot has called the simulator yet", 408)
        return web.json_response(self.world.bot().as_json())

    def _until_quiet(self, quiet: float) -> float:
        busy = self.api.in_flight or self.world.bot().queue.pending()
        return quiet if busy else self.api.last_answer + quiet - time.monotonic()

    def _queue(self, bot: Bot) -> Json:
        webhook = {name: value for name, value in (bot.webhook or {}).items() if name != "secret"}
        return {
            "pending": len(bot.queue.pending()),
            "held": bot.queue.held,
            "polling": bot.poll is not None,
            "webhook": webhook or None,
        }

    async def _bot(self, request: web.Request) -> Bot:
        wanted = request.query.get("bot") or (await json_object(request)).get("bot")
        return self.world.bot(int(wanted) if wanted else None)

    async def _next_event(self, news: "asyncio.Queue[tuple[str, object]]") -> bytes:
        try:
            kind, data = await asyncio.wait_for(news.get(), HEARTBEAT)
        except TimeoutError:
            return b": still here\n\n"
        return f"event: {kind}\ndata: {json.dumps(data)}\n\n".encode()

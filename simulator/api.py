"""The Bot API over HTTP: `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

import asyncio
import re
import time
from typing import Any

from aiohttp import web

from simulator.call import Call
from simulator.calls import CallLog, summary
from simulator.errors import ApiError
from simulator.faults import AlbumFault, Fault, Faults
from simulator.limits import Limits, NoLimits
from simulator.methods import CANONICAL, METHODS, PACED
from simulator.params import Params, read_params
from simulator.world import World

TOKEN = re.compile(r"\d{1,15}:[A-Za-z0-9_-]+")


class ConnectionCut(Exception):  # noqa: N818 - not an error of the simulator but what it was asked to do
    """The connection ends without an answer."""


class BotApi:
    def __init__(self, world: World) -> None:
        self.world = world
        self.log = CallLog()
        self.faults = Faults()
        self.limits = Limits(world.clock) if world.settings.real_limits else NoLimits(world.clock)
        self.in_flight = 0
        """Calls being answered now, waiting polls aside."""
        self.last_answer = time.monotonic()

    def add_routes(self, app: web.Application) -> None:
        app.router.add_route("*", "/bot{token:[^/]+}/{method}", self.respond)
        app.router.add_get("/file/bot{token:[^/]+}/{path:.+}", self.download)

    def clear(self) -> None:
        """Forget calls, faults and what was sent lately."""
        self.log.clear()
        self.faults.clear()
        self.limits.clear()

    async def respond(self, request: web.Request) -> web.Response:
        token, name = request.match_info["token"], request.match_info["method"]
        method = CANONICAL.get(name.lower(), name)
        try:
            params = await read_params(request)
            result = await self.call(token, method, params)
        except ApiError as error:
            return refusal(error)
        except ConnectionCut:
            return cut(request)
        return web.json_response({"ok": True, "result": result})

    async def call(self, token: str, method: str, params: Params) -> Any:
        """The result of a method, written into the log.

        Raises:
            ApiError: the method refuses.
            ConnectionCut: a fault wants it so.
        """
        started = time.monotonic()
        counted = method != "getUpdates"
        self.in_flight += counted
        status, result, description = 200, None, None
        try:
            result = await self._answer(token, method, params)
        except ApiError as error:
            status, description = error.code, error.description
            raise
        except ConnectionCut:
            status, description = 0, "connection cut"
            raise
        finally:
            self.in_flight -= counted
            if counted or result or description:
                self._write(method, params, (status, result, description), started)
        return result

    async def download(self, request: web.Request) -> web.Response:
        token, path = request.match_info["token"], request.match_info["path"]
        if not TOKEN.fullmatch(token):
            return refusal(ApiError(401, "Unauthorized: invalid token specified"))
        fault = self.faults.take("file", Params({}))
        try:
            if fault and (error := await self._before(fault)):
                return refusal(error)
        except ConnectionCut:
            return cut(request)
        file = self.world.files.linked(self.world.seen(token).id, path)
        if file is None:
            return refusal(ApiError(404, "Not Found"))
        return web.Response(body=self.world.files.read(file), content_type="application/octet-stream")

    async def _answer(self, token: str, method: str, params: Params) -> Any:
        if not TOKEN.fullmatch(token):
            raise ApiError(401, "Unauthorized: invalid token specified")
        bot = self.world.seen(token)
        if self.world.settings.strict:
            self.log.check(method, params)
        if method not in METHODS:
            raise ApiError(404, "Not Found: method not found")
        fault = self.faults.take(method, params)
        limits = self.limits
        if fault and fault.kind == "429" and method == "sendMediaGroup":
            limits = AlbumFault(self.limits, fault)
        elif fault and (error := await self._before(fault)):
            raise error
        if method in PACED:
            limits.take(bot.id, params.text("chat_id"))
        result = await METHODS[method](Call(self.world, bot, params, limits))
        if fault and fault.kind == "reset_after":
            raise ConnectionCut
        return result

    async def _before(self, fault: Fault) -> ApiError | None:
        if fault.kind == "reset_before":
            raise ConnectionCut
        if fault.seconds:
            await asyncio.sleep(fault.seconds)
        return fault.error()

    def _write(self, method: str, params: Params, outcome: tuple[int, Any, str | None], started: float) -> None:
        status, result, description = outcome
        self.last_answer = time.monotonic()
        call = self.log.add(
            method=method,
            params=params.logged(),
            status=status,
            ok=status == 200,
            result=summary(method, result) if status == 200 else None,
            description=description,
            ms=round((self.last_answer - started) * 1000, 1),
            at=self.world.clock.now(),
        )
        self.world.feed.publish("call", call.as_json())


def cut(request: web.Request) -> web.Response:
    """No answer at all."""
    if request.transport:
        request.transport.abort()
    return web.Response()


def refusal(error: ApiError) -> web.Response:
    headers = {}
    if error.parameters and "retry_after" in error.parameters:
        headers["Retry-After"] = str(error.parameters["retry_after"])
    return web.json_response(error.as_json(), status=error.code, headers=headers)

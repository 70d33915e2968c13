"""One web application with three faces: the Bot API, the control API, the page."""

import asyncio
import signal
from collections.abc import Awaitable, Callable
from pathlib import Path

from aiohttp import web

from simulator.api import BotApi
from simulator.clock import Clock
from simulator.control import Control
from simulator.errors import ControlError
from simulator.settings import Settings
from simulator.stage import Stage
from simulator.webhook import WebhookPosts
from simulator.world import World

PAGE = Path(__file__).parent / "page"
LARGEST_REQUEST = 64 * 1024 * 1024
SECONDS_TO_STOP = 0.5


def application(world: World, api: BotApi) -> web.Application:
    app = web.Application(client_max_size=LARGEST_REQUEST, middlewares=[refusals_as_json])
    api.add_routes(app)
    Control(world).add_routes(app)
    Stage(world, api).add_routes(app)
    if PAGE.is_dir():
        app.router.add_get("/", show_page)
        app.router.add_static("/page", PAGE)
    return app


async def serve(settings: Settings, host: str, port: int) -> None:
    """Run until interrupted; the first line printed is the address."""
    world = World(settings, Clock())
    api = BotApi(world)
    runner = web.AppRunner(application(world, api), access_log=None, shutdown_timeout=SECONDS_TO_STOP)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError as error:
        await runner.cleanup()
        raise SystemExit(f"The simulator cannot listen on {host}:{port}: {error.strerror}") from None
    print(f"Simulator at http://{host}:{_port(runner)}", flush=True)
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    try:
        async with asyncio.TaskGroup() as tasks:
            posts = tasks.create_task(WebhookPosts(world, api).run())
            await stopped.wait()
            posts.cancel()
    finally:
        await runner.cleanup()


@web.middleware
async def refusals_as_json(
    request: web.Request,
    handler: Callable[[web.Request], Awaitable[web.StreamResponse]],
) -> web.StreamResponse:
    try:
        return await handler(request)
    except ControlError as error:
        return web.json_response({"error": str(error)}, status=error.status)


async def show_page(_: web.Request) -> web.FileResponse:
    return web.FileResponse(PAGE / "index.html")


def _port(runner: web.AppRunner) -> int:
    return int(runner.addresses[0][1])

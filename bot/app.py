"""The one place where everything meets: rooms joined, routers in order, started and stopped together."""

import asyncio
import gc
import signal
from collections.abc import Mapping
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from functools import cache
from urllib.parse import urlsplit

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import AiogramError
from aiogram.types import BotCommand, BotCommandScopeChat
from aiohttp import ClientSession, web

from bot import receiver, watch
from bot.clock import Clock
from bot.courier import Courier
from bot.gallery import Gallery
from bot.logs import log
from bot.receiver import ALLOWED_UPDATES, Inlet, Poller, Unauthorized
from bot.settings import Settings
from bot.worker import Worker
from handlers import applicant, errors, reviewer
from handlers.speech import Tongue
from handlers.work import House, Staff
from states.dialogue import Dialogue
from states.policy import Policy
from storage.seal import Keys
from storage.store import Store
from vision.eye import Eye

STOP_SECONDS = 10.0
"""How long a stop waits for what is under way."""

COMMANDS = {
    "start": "Start or continue your request",
    "status": "See where your request is",
    "back": "Go back one step",
    "cancel": "Stop and delete your answers",
    "privacy": "What we keep, why and how long",
    "delete": "Delete your data",
    "help": "How this works and how to reach us",
}
STAFF_COMMANDS = {
    "queue": "Open cases, most urgent first",
    "mine": "The cases that you have claimed",
    "case": "Show one case: /case R-2041",
}
ABOUT = (
    "Use this bot if you cannot sign in to {brand} because you lost your 2FA device or phone.\n\n"
    "You answer questions and send 2 photos. It takes about 10 minutes. A person checks your request: "
    "the waiting time can take up to 48 hours.\n\n"
    "We never ask for your password, 2FA codes, card numbers or secret phrase."
)
SHORT = "Ask {brand} to turn off 2FA when you cannot sign in. We never ask for passwords or codes."


def now() -> datetime:
    return datetime.now(UTC)


def dialogue(settings: Settings) -> Dialogue:
    return Dialogue(Policy(brand=settings.brand))


def dispatcher() -> Dispatcher:
    """The routers in order: what a reviewer does, what an applicant says, and the rest."""
    made = Dispatcher(disable_fsm=True)
    made.include_routers(reviewer.setup(), applicant.setup(), errors.setup())
    return made


def telegram(settings: Settings) -> Bot:
    session = AiohttpSession(api=TelegramAPIServer.from_base(settings.bot_api_base))
    return Bot(settings.bot_token.get_secret_value(), session=session)


def house(settings: Settings, bot_name: str) -> House:
    facts = {
        "brand": settings.brand,
        "support_url": settings.support_url,
        "privacy_url": settings.privacy_url,
    }

    @cache
    def tongue(language: str) -> Tongue:
        return Tongue(language, facts)

    staff = Staff(settings.staff_chat_id, settings.reviewer_ids, settings.lead_ids)
    return House(dialogue(settings), staff, bot_name, tongue)


async def open_store(settings: Settings) -> Store:
    keys = Keys.parse(settings.data_keys.get_secret_value())
    return await Store.open(settings.database_url, keys, dialogue(settings).questionnaire)


async def run(settings: Settings) -> None:
    """Runs until SIGTERM or SIGINT. Raises Unauthorized when Telegram does not know the token."""
    stopped = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    async with AsyncExitStack() as stack:
        store = await open_store(settings)
        stack.push_async_callback(store.close)
        bot = telegram(settings)
        stack.push_async_callback(bot.session.close)
        eye = Eye()
        stack.push_async_callback(eye.close)
        session = await stack.enter_async_context(ClientSession())
        me = await _introduced(bot)
        await _set_up_profile(bot, settings)
        joined = house(settings, me)
        worker = Worker(store, dispatcher(), bot, joined, Gallery(bot, eye, joined.dialogue.policy), now)
        courier = Courier(store, bot, now)
        inlet = Inlet(store, settings.bot_id, now, worker.arrived)
        poller = Poller(session, f"{settings.bot_api_base}/bot{settings.bot_token.get_secret_value()}", inlet)
        gc.collect()
        gc.freeze()  # what was loaded stays: a full collection would walk it all, 0.2 s each time
        log.info("running", name=me)
        try:
            async with asyncio.TaskGroup() as group:
                tasks = [
                    group.create_task(worker.run(courier.spoke)),
                    group.create_task(courier.run()),
                    group.create_task(Clock(store, joined, now).run(courier.spoke)),
                    group.create_task(_receive(settings, bot, poller, inlet)),
                ]
                if settings.watch_listen:
                    tasks.append(group.create_task(_serve(watch.app(store, now), settings.watch_listen)))
                await stopped.wait()
                log.info("stopping")
                for task in tasks:
                    task.cancel()
        except* Unauthorized:
            raise Unauthorized from None


async def _introduced(bot: Bot) -> str:
    """The bot's own name. Waits for Telegram while it cannot be reached."""
    while True:
        try:
            return str((await bot.me()).username)
        except AiogramError as error:
            if type(error).__name__ in {"TelegramUnauthorizedError", "TelegramNotFound"}:
                raise Unauthorized from None
            log.warning("telegram not reached", code=type(error).__name__)
            await asyncio.sleep(2)


async def _set_up_profile(bot: Bot, settings: Settings) -> None:
    """Commands and descriptions; a failure here stops nothing."""
    try:
        await bot.set_my_commands(_commands(COMMANDS))
        await bot.set_my_description(description=ABOUT.format(brand=settings.brand))
        await bot.set_my_short_description(short_description=SHORT.format(brand=settings.brand))
        for reviewer_id in settings.reviewer_ids | settings.lead_ids:
            await bot.set_my_commands(
                _commands({**STAFF_COMMANDS, **COMMANDS}), scope=BotCommandScopeChat(chat_id=reviewer_id)
            )
    except AiogramError as error:
        log.info("profile not set", code=type(error).__name__)


def _commands(texts: Mapping[str, str]) -> list[BotCommand]:
    return [BotCommand(command=name, description=text) for name, text in texts.items()]


async def _receive(settings: Settings, bot: Bot, poller: Poller, inlet: Inlet) -> None:
    if settings.transport == "polling":
        await bot.delete_webhook(drop_pending_updates=False)
        await poller.run(now)
        return
    assert settings.webhook_url and settings.webhook_secret  # noqa: S101, PT018  settings checked it
    secret = settings.webhook_secret.get_secret_value()
    serving = receiver.webhook(inlet, urlsplit(settings.webhook_url).path or "/", secret)
    async with asyncio.TaskGroup() as group:
        group.create_task(_serve(serving, settings.webhook_listen))
        await bot.set_webhook(settings.webhook_url, secret_token=secret, allowed_updates=ALLOWED_UPDATES)


async def _serve(app: web.Application, address: str) -> None:
    """Serves an application at HOST:PORT until cancelled."""
    host, _, port = address.rpartition(":")
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, host.strip("[]"), int(port)).start()
        log.info("listening", address=address)
        await asyncio.Event().wait()
    finally:
        await runner.cleanup()

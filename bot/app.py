"""The one place where everything meets: rooms joined, routers in order, started and stopped together."""

import asyncio
import gc
import signal
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, partial
from typing import TypeVar
from urllib.parse import urlsplit

from aiogram import Bot, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import AiogramError, TelegramBadRequest, TelegramNotFound, TelegramUnauthorizedError
from aiogram.types import BotCommand, BotCommandScopeChat
from aiohttp import ClientSession, web

from bot import receiver, watch
from bot.clock import Clock
from bot.courier import Courier
from bot.database import open_store
from bot.facts.enquirer import Enquirer
from bot.facts.http import HttpAccountFacts
from bot.facts.port import AccountFacts
from bot.gallery import Gallery
from bot.hearing import Hearing, listen
from bot.leader import Leader
from bot.logs import log
from bot.pace import NoPace, Pace
from bot.receiver import ALLOWED_UPDATES, Inlet, Poller
from bot.settings import Settings, Wrong
from bot.telegram import Telegram, Unauthorized
from bot.waiting import unless
from bot.worker import Worker
from handlers import applicant, errors, owner, reviewer
from handlers.speech import Tongue
from handlers.work import House, Staff
from states.dialogue import Dialogue
from states.policy import Policy
from storage.encoding import encoded
from storage.errors import Failed
from storage.store import Store
from storage.wakeups import INBOX, OUTBOX
from vision.eye import Eye

Answer = TypeVar("Answer")

STOP_SECONDS = 8.0
"""How long a stop waits for what is under way: whoever stops us kills us after ten."""
COLLECTED_AFTER = (10_000, 10, 10)
"""New objects before those in circles are looked for; a step makes some, and nearly all go without being looked for."""
RETRY_SECONDS = 2.0
"""Between questions while Telegram cannot be reached."""

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
    "next": "The most urgent case that nobody has",
    "mine": "The cases that you have claimed",
    "case": "Show one case: /case R-2041",
    "find": "Find a case by reference, username or phone",
    "stats": "Numbers and a chart of the last 14 days",
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
    return Dialogue(Policy(brand=settings.brand, requests_an_hour=settings.requests_an_hour))


def routes() -> Router:
    """The routers in order: the talk that most updates are, what an owner stops, what a reviewer does, what else an
    applicant does, and the rest.
    """
    made = applicant.talk()
    made.include_routers(owner.setup(), reviewer.setup(), applicant.setup(), errors.setup())
    return made


def telegram(settings: Settings) -> Bot:
    session = AiohttpSession(api=TelegramAPIServer.from_base(settings.bot_api_base))
    return Bot(settings.bot_token.get_secret_value(), session=session)


def pace(settings: Settings) -> Pace:
    return Pace() if settings.send_limits == "telegram" else NoPace()


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
    return House(dialogue(settings), staff, bot_name, tongue, enquires=settings.account_facts_url is not None)


def account_facts(settings: Settings, session: ClientSession) -> AccountFacts | None:
    """The account system, where one is connected."""
    address, token = settings.account_facts_url, settings.account_facts_token
    return HttpAccountFacts(session, address, token.get_secret_value()) if address and token else None


async def run(settings: Settings) -> None:
    """Runs until SIGTERM or SIGINT. Raises Wrong, naming the setting that keeps the bot from running."""
    try:
        await _run(settings)
    except ExceptionGroup as group:
        if wrong := _first_wrong(group):
            raise wrong from None
        raise


def _first_wrong(group: ExceptionGroup[Exception]) -> Wrong | None:
    for error in group.exceptions:
        found = _first_wrong(error) if isinstance(error, ExceptionGroup) else error
        if isinstance(found, Wrong):
            return found
    return None


@dataclass(frozen=True, slots=True)
class Process:
    """What the tasks of this process share."""

    settings: Settings
    bot: Bot
    session: ClientSession
    line: Telegram
    house: House
    hearing: Hearing
    arrived: asyncio.Event
    """Set when there is something in the inbox."""
    rested: asyncio.Event
    """Set when all of it is dealt with."""
    spoke: asyncio.Event
    """Set when there is something in the outbox."""


async def _run(settings: Settings) -> None:
    stopped = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    async with AsyncExitStack() as stack:
        store = await open_store(settings)
        stack.push_async_callback(store.close)
        bot = telegram(settings)
        stack.push_async_callback(bot.session.close)
        me = await unless(stopped, _answered(bot.me))
        if me is None:
            return
        eye = Eye()
        stack.push_async_callback(eye.close)
        session = await stack.enter_async_context(ClientSession(json_serialize_bytes=encoded))
        joined = house(settings, str(me.username))
        line = Telegram(session, settings.bot_api_base, settings.bot_token.get_secret_value())
        worker = Worker(store, routes(), bot, line, joined, Gallery(bot, eye, joined.dialogue.policy), now)
        hearing = Hearing(store, now)
        process = Process(settings, bot, session, line, joined, hearing, worker.arrived, worker.rested, asyncio.Event())
        leader = Leader(store, partial(_lead, process))
        joined.dialogue.questionnaire.rehearse(now())
        gc.collect()
        gc.freeze()  # what was loaded stays: a full collection would walk it all, 0.2 s each time
        gc.set_threshold(*COLLECTED_AFTER)
        log.info("running", name=me.username)
        async with asyncio.TaskGroup() as group:
            working = [group.create_task(worker.run(process.spoke)), group.create_task(leader.run(stopped))]
            others = [group.create_task(_listen(store, process))]
            if settings.transport == "webhook":
                others.append(group.create_task(_receive(store, process)))
            if settings.watch_listen:
                watching = watch.app(store, now, lambda: _heard(process, leader), lambda: leader.leads)
                others.append(group.create_task(_serve(watching, settings.watch_listen, "WATCH_LISTEN")))
            await stopped.wait()
            log.info("stopping")
            for task in others:
                task.cancel()
            worker.stop()
            _, late = await asyncio.wait(working, timeout=STOP_SECONDS)
            for task in late:
                task.cancel()


async def _lead(process: Process, store: Store, stopped: asyncio.Event) -> None:
    """What one process does for all, until it is stopped and the calls in flight have come back."""
    settings = process.settings
    courier = Courier(store, process.line, settings.staff_chat_id, now, pace=pace(settings), width=settings.send_width)
    courier.spoke = process.spoke
    async with asyncio.TaskGroup() as group:
        others = [
            group.create_task(_stop(courier, stopped)),
            group.create_task(_set_up_profile(process.bot, settings)),
            group.create_task(Clock(store, process.house, now).run(process.spoke)),
        ]
        if settings.transport == "polling":
            others.append(group.create_task(_poll(store, process)))
        if facts := account_facts(settings, process.session):
            others.append(group.create_task(Enquirer(store, process.house, facts, now).run(process.spoke)))
        await courier.run()
        for task in others:
            task.cancel()


async def _stop(courier: Courier, stopped: asyncio.Event) -> None:
    await stopped.wait()
    courier.stop()


async def _listen(store: Store, process: Process) -> None:
    """Wakes the worker and the courier for what other processes put there."""
    while True:
        try:
            await store.listen({INBOX: process.arrived.set, OUTBOX: process.spoke.set})
        except Failed as lost:
            log.warning("wake-ups not heard", code=str(lost))
            await asyncio.sleep(RETRY_SECONDS)
        else:
            return


def _heard(process: Process, leader: Leader) -> datetime | None:
    """When Telegram was last heard here; None where another process listens to it."""
    return process.hearing.last if leader.leads or process.settings.transport == "webhook" else None


async def _answered(question: Callable[[], Awaitable[Answer]]) -> Answer:
    """What Telegram answers, awaited while it cannot be reached. Raises Unauthorized."""
    while True:
        try:
            return await question()
        except (TelegramUnauthorizedError, TelegramNotFound):
            raise Unauthorized from None
        except TelegramBadRequest:
            raise
        except AiogramError as error:
            log.warning("telegram not reached", code=type(error).__name__)
            await asyncio.sleep(RETRY_SECONDS)


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


async def _poll(store: Store, process: Process) -> None:
    inlet = Inlet(store, process.settings.bot_id, now, process.arrived, process.rested)
    await _answered(process.bot.delete_webhook)
    await Poller(process.line, inlet, process.hearing).run()


async def _receive(store: Store, process: Process) -> None:
    """By webhook: wherever Telegram, or what stands before us, brings an update to."""
    bot, settings = process.bot, process.settings
    assert settings.webhook_url and settings.webhook_secret  # noqa: S101, PT018  settings checked it
    url, secret = settings.webhook_url, settings.webhook_secret.get_secret_value()
    inlet = Inlet(store, settings.bot_id, now, process.arrived, process.rested)
    serving = receiver.webhook(inlet, urlsplit(url).path or "/", secret, process.hearing)
    async with asyncio.TaskGroup() as group:
        group.create_task(_serve(serving, settings.webhook_listen, "WEBHOOK_LISTEN"))
        try:
            await _answered(partial(bot.set_webhook, url, secret_token=secret, allowed_updates=ALLOWED_UPDATES))
        except TelegramBadRequest:
            raise Wrong("WEBHOOK_URL: Telegram does not take it; it wants https, and a host that it reaches") from None
        await listen(bot.get_webhook_info, process.hearing, now)


async def _serve(app: web.Application, address: str, setting: str) -> None:
    """Serves an application at HOST:PORT until cancelled. Raises Wrong for the setting when that cannot be."""
    host, _, port = address.rpartition(":")
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=STOP_SECONDS / 2)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host.strip("[]"), int(port)).start()
        except OSError as error:
            raise Wrong(f"{setting}: cannot listen there ({error.strerror})") from None
        log.info("listening", address=address)
        await asyncio.Event().wait()
    finally:
        await runner.cleanup()

"""The simulated Telegram inside the process that drives the benchmark, and the customers who write to the bot."""

import asyncio
import itertools
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiohttp import web

from bench.dialogue import Turn
from simulator.api import BotApi
from simulator.clock import Clock
from simulator.journal import Journal
from simulator.model import Bot, Chat, Message
from simulator.people import Person
from simulator.server import application
from simulator.settings import Settings
from simulator.updates import UpdateQueue, rising_ids
from simulator.world import World

TOKEN = "1000000001:" + "t" * 35
PATIENCE = 30.0
"""Seconds after which a reply counts as lost."""
START_SECONDS = 60.0
FIRST_CUSTOMER = 100_000
FIRST_UPDATES = itertools.count(1_000_000_000, 1_000_000)
"""Of one Telegram after the other: a bot that meets the next one with its old database must find all updates new."""


class NoReply(Exception):  # noqa: N818  it names an outcome
    """The expected reply did not come."""

    def __init__(self, *, heard: bool) -> None:
        super().__init__()
        self.heard = heard
        """Something else came."""


class Customer:
    """One person in their own chat with the bot."""

    def __init__(self, person: Person, turns: list[Turn]) -> None:
        self._person = person
        self._turns = turns[::-1]
        self._turn = Turn("", "")
        self._reply: asyncio.Future[float] | None = None
        self._heard = False

    @property
    def done(self) -> bool:
        return not self._turns

    def hears(self, message: Message) -> None:
        """A bot may say something else before the expected reply: a thank-you, the end of a keyboard."""
        self._heard = True
        if self._turn.hears in message.text and self._reply and not self._reply.done():
            self._reply.set_result(asyncio.get_running_loop().time())

    async def steps(self, since: float | None = None) -> float:
        """Says what comes next; seconds until the expected reply has arrived, from `since` on where it is given.

        Raises:
            NoReply: it did not come.
        """
        loop = asyncio.get_running_loop()
        self._turn, self._reply, self._heard = self._turns.pop(), loop.create_future(), False
        asked = loop.time() if since is None else since
        self._person.says(self._turn.says)
        try:
            async with asyncio.timeout(PATIENCE):
                return await self._reply - asked
        except TimeoutError:
            raise NoReply(heard=self._heard) from None


class Listening(Journal):
    """Gives what the bot says to the customer it is said to, and keeps nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.customers: dict[int, Customer] = {}

    def person(self, chat: Chat, who: str, act: str, words: str) -> None:
        pass

    def bot(self, message: Message, act: str) -> None:
        if act == "hears" and (customer := self.customers.get(message.chat.id)):
            customer.hears(message)


class LateApi(BotApi):
    """A Bot API whose answers take their time on the way back; what was asked for is done at once."""

    late = 0.0
    """Seconds."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.answers: Counter[int] = Counter()
        """How often each status was answered."""

    async def respond(self, request: web.Request) -> web.Response:
        response = await super().respond(request)
        self.answers[response.status] += 1
        if self.late:
            await asyncio.sleep(self.late)
        return response


@dataclass
class Telegram:
    """A Telegram of this process."""

    world: World
    api: LateApi
    listening: Listening
    address: str

    @property
    def bot(self) -> Bot:
        return self.world.bot()

    async def bot_asks(self) -> None:
        """Returns when a bot waits for updates. Raises TimeoutError."""
        found = await self.world.feed.wait_for(
            lambda: next((bot for bot in self.world.bots.values() if bot.poll), None), START_SECONDS
        )
        if found is None:
            raise TimeoutError

    def customer(self, number: int, turns: list[Turn]) -> Customer:
        """Somebody new; `number` tells them apart."""
        user = self.world.add_user(id=FIRST_CUSTOMER + number, first_name=f"Customer {number}")
        customer = Customer(Person(self.world, user, self.bot), turns)
        self.listening.customers[user.id] = customer
        return customer


@asynccontextmanager
async def telegram(settings: Settings | None = None) -> AsyncIterator[Telegram]:
    """A simulator that listens on a free port of the loopback while the context lasts."""
    world = World(settings or Settings(), Clock())
    world.journal = listening = Listening()
    world.add_bot(TOKEN).queue = UpdateQueue(world.clock, rising_ids(next(FIRST_UPDATES)))
    api = LateApi(world)
    runner = web.AppRunner(application(world, api), access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield Telegram(world, api, listening, f"http://127.0.0.1:{runner.addresses[0][1]}")
    finally:
        await runner.cleanup()

"""Everybody sends at once: python -m bench.flood (or `make flood`).

So many people have answered everything and sent their photos; within a minute each of them says "send my request", to
the real bot at its own pace, on a simulated Telegram that keeps Telegram's limits: once a second in a chat, 20 times a
minute in a channel, 30 times a second over all. The drafts are made beforehand in this process, through the bot's own
worker. Prints how long people waited for "Your reference is", how many cards reached the staff channel in the time that
was watched, and how often Telegram answered 429.
"""

import argparse
import asyncio
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.dialogue import Turn
from bench.process import ROOT, BotProcess
from bench.steps import DATA_KEYS, REVIEWER, STAFF_CHAT
from bench.telegram import FIRST_CUSTOMER, TOKEN, Customer, NoReply, Telegram, telegram
from bot import app, database
from bot.settings import Settings, load
from simulator.settings import Settings as World
from tests.bot.town import BEGINNING, Town, message, photo
from tests.seed_case import SEED_CASE

MINUTE = 60.0
SENDS = Turn("send my request", "Your reference is")
TOO_MANY_REQUESTS = 429


def words(number: int) -> Iterator[str]:
    """What one person says until the photos are asked for; everybody has an account of their own."""
    yield from (*BEGINNING, "I agree")
    own = {"username": f"customer{number}@example.com", "phone": f"+44 7400 {number % 1_000_000:06}"}
    for question, answer in {**SEED_CASE, **own}.items():
        yield answer
        if question == "transactions":
            yield "Yes, continue"


async def drafts(settings: Settings, people: range) -> None:
    """Everybody has answered everything."""
    async with database.writing(settings) as store:
        town = Town(store, settings, app.now)
        for said in zip(*(words(number) for number in people), strict=True):
            await town.receives(*(message(FIRST_CUSTOMER + n, text=text) for n, text in zip(people, said, strict=True)))
            await town.works()
            await town.sends()
        for number in people:  # one after the other: only so the played pictures of one person differ
            await town.receives(photo(FIRST_CUSTOMER + number), photo(FIRST_CUSTOMER + number))
            await town.works()
        await town.sends()


async def flood(town: Telegram, people: range) -> list[float]:
    """Seconds that each person waited; infinity where nothing came."""
    customers = [town.customer(number, [SENDS]) for number in people]
    async with asyncio.TaskGroup() as group:
        waits = []
        for customer in customers:
            waits.append(group.create_task(waited(customer)))
            await asyncio.sleep(MINUTE / len(customers))
    return sorted(wait.result() for wait in waits)


async def waited(customer: Customer) -> float:
    try:
        return await customer.steps()
    except NoReply:
        return float("inf")


async def run(people: range, watched: float, folder: Path) -> None:
    async with telegram(World(real_limits=True)) as town:
        given = {
            "BOT_TOKEN": TOKEN,
            "BOT_API_BASE": town.address,
            "STAFF_CHAT_ID": str(STAFF_CHAT),
            "REVIEWER_IDS": str(REVIEWER),
            "DATA_KEYS": DATA_KEYS,
            "DATABASE_URL": f"sqlite+aiosqlite:///{folder}/flood.db",
        }
        await drafts(load(**{name.lower(): value for name, value in given.items()}), people)
        process = BotProcess(("-m", "bot", "run"), given, folder / "bot.log")
        try:
            await town.bot_asks()
            waits = await flood(town, people)
            await asyncio.sleep(watched - MINUTE)
        finally:
            await asyncio.to_thread(process.stop)
        print("| people | waited p50/p99/most s | cards in the channel | after s | 429 |")
        print("| ---: | ---: | ---: | ---: | ---: |")
        p50, p99 = waits[len(waits) // 2], waits[len(waits) * 99 // 100]
        times = f"{p50:.2f}/{p99:.2f}/{waits[-1]:.2f}"
        print(f"| {len(people)} | {times} | {cards_in(town)} | {watched:.0f} | {town.api.answers[TOO_MANY_REQUESTS]} |")


def cards_in(town: Telegram) -> int:
    """How many messages reached the staff channel."""
    return sum(len(chat.messages) for chat in town.world.chats.values() if chat.id == STAFF_CHAT)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--people", type=int, default=500)
    parser.add_argument("--seconds", type=float, default=240, help="how long the channel is watched")
    asked = parser.parse_args()
    os.chdir(ROOT)
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(run(range(asked.people), asked.seconds, Path(folder)))


if __name__ == "__main__":
    main()

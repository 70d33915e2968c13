"""What the benchmark counts, on a bot of a few lines in the same process."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
from aiohttp import ClientSession

from bench import steps
from bench import telegram as towns
from bench.dialogue import STRAIGHT_IN, USERNAME, answers
from bench.steps import Asked, Crowd, Measured, Run, offered, report, saturated
from bench.telegram import TOKEN, Telegram, telegram


def asked(**other) -> Asked:
    few = {"bots": ("bare", "ours"), "loads": ("saturated",), "rounds": 1, "customers": 6, "at_once": 3}
    return Asked(**{**few, "rate": 200.0, "seconds": 0.1, "late": 0.0, "profile": None, **other})


class NoProcess:
    """Stands for the bot's process, which is our own here."""

    def cpu_seconds(self) -> float:
        return 0.0


RIGHT = {"/start": USERNAME} | {turn.says: turn.hears for turn in answers(0)}


def right_reply(text: str) -> str | None:
    """The next question, for whatever account it is asked."""
    if "@" in text or text.startswith("+"):
        return next(turn.hears for turn in answers(0) if turn.says[0] == ("c" if "@" in text else "+"))
    return RIGHT[text]


@asynccontextmanager
async def crowd(reply: Callable[[str], str | None]) -> AsyncIterator[Crowd]:
    """Customers of a bot that answers a text so, or not at all. "Yes, I did" is asked for twice: it counts them."""
    async with telegram() as town, asyncio.TaskGroup() as group:
        bot = group.create_task(answering(town, reply))
        await town.bot_asks()
        yield Crowd(town, STRAIGHT_IN, NoProcess())
        bot.cancel()


async def answering(town: Telegram, reply: Callable[[str], str | None]) -> None:
    offset, said_yes = 0, set()
    async with ClientSession(f"{town.address}/bot{TOKEN}/") as session:
        while True:
            async with session.post("getUpdates", json={"offset": offset, "timeout": 5}) as response:
                updates = (await response.json())["result"]
            for update in updates:
                offset = update["update_id"] + 1
                chat, text = update["message"]["chat"]["id"], update["message"]["text"]
                says = reply(text)
                if text == "Yes, I did" and chat not in said_yes:
                    said_yes.add(chat)
                    says = "What is your home address?"
                if says is not None:
                    await session.post("sendMessage", json={"chat_id": chat, "text": says})


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch):
    monkeypatch.setattr(steps, "QUIET_SECONDS", 0.0)


async def test_every_message_that_brought_the_expected_reply_is_a_step():
    async with crowd(right_reply) as people:
        measured = await saturated(people, asked())
    assert (measured.wrong, measured.lost) == (0, 0)
    assert measured.steps == len(measured.latencies) >= 3 * len(list(answers(0)))
    assert all(0 < latency < measured.seconds for latency in measured.latencies)


@pytest.mark.parametrize(("says", "lost", "wrong"), [(None, 6, 0), ("Enter a date", 0, 6)])
async def test_a_missing_reply_and_a_wrong_one_are_told_apart(monkeypatch, says, lost, wrong):
    monkeypatch.setattr(towns, "PATIENCE", 0.2)
    async with crowd(lambda text: says if text == "Marta Kowalska" else right_reply(text)) as people:
        measured = await saturated(people, asked())
    assert (measured.lost, measured.wrong) == (lost, wrong)


async def test_steps_are_offered_at_their_times_however_long_replies_take():
    async with crowd(right_reply) as people:
        measured = await offered(people, asked(rate=100.0, seconds=0.4))
    assert measured.steps == 40
    assert measured.seconds >= 0.39


def test_ratios_are_taken_inside_a_round():
    def run(rate: float, cpu: float) -> Run:
        return Run(1.0, 100.0, {"saturated": Measured(int(rate), 1.0, rate * cpu, 0.1, [0.01])})

    rounds = [
        {"bare": run(100, 1), "ours": run(200, 1)},
        {"bare": run(400, 1), "ours": run(800, 1)},
        {"bare": run(300, 2), "ours": run(150, 1)},
    ]
    ours = next(line for line in report(rounds, asked()) if line.startswith("| Regain | 200 "))
    assert ours.split(" | ")[:5] == ["| Regain", "200", "2.00", "1000.00", "1.00"]

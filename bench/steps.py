"""What a step costs, against two bare bots: python -m bench.steps (or `make bench`).

A step is one message of a customer, read, dealt with and answered: it ends when the expected reply has arrived at
Telegram. In each round each bot is started anew on the same simulated Telegram, one after the other: `bare` (aiogram's
FSM in memory, nothing stored), `written` (the same and one row a step through the ORM) and `ours` (Regain as it is run,
SQLite with synchronous=FULL, sealed answers). Every customer is first led to the first question, which is not counted,
and then answers the ten questions of `bench.dialogue`. Three loads:

saturated: 50 customers at once, each of whom answers as soon as asked.
offered: 30 steps begin in each second, however long the replies take; that is what Telegram lets a bot send.
late: as saturated, and every answer of the API is 40 ms late.

Ratios are taken inside a round, to `bare`, and the table shows medians over the rounds. The bot has a core to itself,
the simulator and the customers the other. CPU is user and system time of the bot's process and its children. "driver"
is the share of its own core that the driver needed: near 100 % the driver is measured, not the bot.

python -m bench.steps --only ours --loads saturated --rounds 1    one bot, one load
python -m bench.steps --only ours --loads saturated --rounds 1 --profile ours.pstats
python -m pstats ours.pstats                                      where its time goes (see bench/profiled.py)
"""

import argparse
import asyncio
import gc
import itertools
import os
import platform
import shutil
import signal
import sqlite3
import statistics
import sys
import tempfile
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from bench.dialogue import STRAIGHT_IN, WELCOMED, Turn, answers
from bench.process import DRIVER_CORE, ROOT, BotProcess, pinned
from bench.telegram import PATIENCE, TOKEN, Customer, NoReply, Telegram, telegram
from storage.seal import Keys

NUMBERS = itertools.count(1)
"""Every customer has a number of their own: in `bench.growth` the next round finds those of the last."""
WARM_UP = 30
"""Customers who answer everything before anything is counted."""
QUIET_SECONDS = 1.0
"""Between two loads, for what is still under way."""
STAFF_CHAT = -1001000000001
REVIEWER = 1003
DATA_KEYS = Keys.new()
TITLES = {
    "bare": "aiogram FSM in memory",
    "written": "the same, a row written a step",
    "ours": "Regain",
}


@dataclass(frozen=True)
class Asked:
    """What is to be measured."""

    bots: Sequence[str]
    loads: Sequence[str]
    rounds: int
    customers: int
    at_once: int
    rate: float
    """Steps per second that are offered."""
    seconds: float
    """For how long."""
    late: float
    """Seconds by which the API's answers are late."""
    profile: Path | None


@dataclass
class Measured:
    """One bot under one load."""

    steps: int = 0
    seconds: float = 0.0
    cpu: float = 0.0
    """CPU seconds of the bot."""
    driver: float = 0.0
    """CPU seconds of the driver."""
    latencies: list[float] = field(default_factory=list)
    """Seconds from a message to its reply."""
    wrong: int = 0
    """Messages that brought something else than the expected reply."""
    lost: int = 0
    """Messages that brought nothing."""

    @property
    def rate(self) -> float:
        return self.steps / self.seconds

    @property
    def cpu_ms(self) -> float:
        return 1000 * self.cpu / self.steps

    def percentile(self, share: float) -> float:
        """Milliseconds within which this share of the replies came."""
        ordered = sorted(self.latencies)
        return 1000 * ordered[min(len(ordered) - 1, int(len(ordered) * share))]


@dataclass
class Run:
    """One bot in one round."""

    start_seconds: float = 0.0
    """Until it asked for updates."""
    rss_mb: float = 0.0
    loads: dict[str, Measured] = field(default_factory=dict)
    busy: float = 0.0
    """The machine's load average at the end; about 1.2 of it is our own."""


class Crowd:
    """The customers of one bot, and what they notice."""

    def __init__(self, town: Telegram, way_in: Sequence[Turn], process: BotProcess) -> None:
        self._town, self._way_in, self._process = town, way_in, process
        self.measured = Measured()

    async def step(self, customer: Customer, since: float | None = None) -> bool:
        """One step of a customer, counted; whether it went as it should."""
        try:
            latency = await customer.steps(since)
        except NoReply as failure:
            self.measured.wrong += failure.heard
            self.measured.lost += not failure.heard
            return False
        self.measured.steps += 1
        self.measured.latencies.append(latency)
        return True

    async def talk(self, customer: Customer) -> None:
        """The customer answers until there are no more questions, or one goes wrong."""
        while not customer.done and await self.step(customer):
            pass

    async def at_first_question(self, number: int, at_once: int) -> deque[Customer]:
        """So many new customers, led to the first question and yet to answer it; not those whom nobody answered."""
        numbers = deque(itertools.islice(NUMBERS, number))
        arrived: deque[Customer] = deque()

        async def lead_in() -> None:
            while numbers:
                each = numbers.popleft()
                customer = self._town.customer(each, [*self._way_in, *answers(each)])
                with suppress(NoReply):
                    for _ in self._way_in:
                        await customer.steps()
                    arrived.append(customer)

        await together(lead_in() for _ in range(at_once))
        return arrived

    @contextmanager
    def counting(self) -> Iterator[Measured]:
        """Everything from here on counts, until the block ends."""
        gc.collect()
        gc.disable()  # a full collection of the driver would be seen as a slow bot
        self.measured = measured = Measured()
        cpu, driver, begin = self._process.cpu_seconds(), time.process_time(), time.monotonic()
        try:
            yield measured
        finally:
            measured.seconds = time.monotonic() - begin
            measured.cpu = self._process.cpu_seconds() - cpu
            measured.driver = time.process_time() - driver
            self.measured = Measured()
            gc.enable()


async def together(tasks: Iterator[Coroutine[None, None, None]]) -> None:
    async with asyncio.TaskGroup() as group:
        for task in tasks:
            group.create_task(task)


async def saturated(crowd: Crowd, asked: Asked) -> Measured:
    """Counts while all of them are busy. While the last ones finish, only what goes wrong counts."""
    waiting = await crowd.at_first_question(asked.customers, asked.at_once)
    await asyncio.sleep(QUIET_SECONDS)
    served = asyncio.Event()

    async def serve() -> None:
        while waiting:
            await crowd.talk(waiting.popleft())
        served.set()

    async with asyncio.TaskGroup() as group:
        with crowd.counting() as measured:
            for _ in range(asked.at_once):
                group.create_task(serve())
            await served.wait()
    measured.wrong += crowd.measured.wrong
    measured.lost += crowd.measured.lost
    return measured


async def offered(crowd: Crowd, asked: Asked) -> Measured:
    """A step begins at its time; a bot that makes it wait for a customer who is free is the slower for it."""
    steps = int(asked.rate * asked.seconds)
    customers = steps // len(list(answers(0))) + asked.at_once
    idle: asyncio.Queue[Customer] = asyncio.Queue()
    for customer in await crowd.at_first_question(customers, asked.at_once):
        idle.put_nowait(customer)
    await asyncio.sleep(QUIET_SECONDS)
    loop = asyncio.get_running_loop()

    async def one(customer: Customer, due: float) -> None:
        if await crowd.step(customer, due) and not customer.done:
            idle.put_nowait(customer)

    with crowd.counting() as measured:
        begin = loop.time()
        async with asyncio.TaskGroup() as group:
            for number in range(steps):
                due = begin + number / asked.rate
                await asyncio.sleep(due - loop.time())
                try:
                    async with asyncio.timeout(PATIENCE):
                        customer = await idle.get()
                except TimeoutError:
                    break  # nobody is left who got a reply
                group.create_task(one(customer, due))
    return measured


LOADS: Mapping[str, Callable[[Crowd, Asked], Coroutine[None, None, Measured]]] = {
    "saturated": saturated,
    "offered": offered,
    "late": saturated,
}


def environment(name: str, town: Telegram, folder: Path) -> dict[str, str]:
    """The settings of a bot. Regain's are those of an installation; limits on sending are off, since the simulator has
    none and the other bots know none.
    """
    ours = {
        "STAFF_CHAT_ID": str(STAFF_CHAT),
        "REVIEWER_IDS": str(REVIEWER),
        "DATA_KEYS": DATA_KEYS,
        "DATA_DIR": str(folder),
        "SEND_LIMITS": "off",
        "SEND_WIDTH": "64",
    }
    return {
        "BOT_TOKEN": TOKEN,
        "BOT_API_BASE": town.address,
        "DATABASE_URL": f"sqlite+aiosqlite:///{folder}/{name}.db",
        **(ours if name == "ours" else {}),
    }


COMMANDS = {
    "bare": ("bench.bare", "memory"),
    "written": ("bench.bare", "written"),
    "ours": ("bot", "run"),
}


@asynccontextmanager
async def running(name: str, town: Telegram, folder: Path, profile: Path | None) -> AsyncIterator[BotProcess]:
    """A bot that has begun to ask for updates."""
    wrapped = ("bench.profiled", str(profile)) if profile else ()
    log = folder / f"{name}.log"
    process = BotProcess(("-m", *wrapped, *COMMANDS[name]), environment(name, town, folder), log)
    try:
        try:
            await town.bot_asks()
        except TimeoutError:
            raise SystemExit(f"{name} does not start:\n{log.read_text()[-2000:]}") from None
        yield process
    finally:
        await asyncio.to_thread(process.stop)


@contextmanager
def profiling(process: BotProcess, profile: Path | None) -> Iterator[None]:
    if profile:
        process.signal(signal.SIGUSR1)
    yield
    if profile:
        process.signal(signal.SIGUSR2)


async def run_of(name: str, asked: Asked, folder: Path) -> Run:
    """Everything that is measured of one bot in one round."""
    run = Run()
    begin = time.monotonic()
    async with telegram() as town, running(name, town, folder, asked.profile) as process:
        run.start_seconds = time.monotonic() - begin
        crowd = Crowd(town, WELCOMED if name == "ours" else STRAIGHT_IN, process)
        await saturated(crowd, Asked(**vars(asked) | {"customers": WARM_UP, "at_once": min(asked.at_once, WARM_UP)}))
        for load in asked.loads:
            town.api.late = asked.late if load == "late" else 0.0
            with profiling(process, asked.profile):
                run.loads[load] = await LOADS[load](crowd, asked)
            if not run.loads[load].steps:
                raise SystemExit(f"{name} answers nobody:\n{process.log.read_text()[-2000:]}")
            show(name, load, run.loads[load])
        run.rss_mb = process.rss_mb()
        run.busy = os.getloadavg()[0]
    return run


def show(name: str, load: str, measured: Measured) -> None:
    """Progress, for whoever waits."""
    parts = (
        f"{name:8} {load:10} {measured.rate:7.1f} steps/s",
        f"{measured.cpu_ms:5.2f} ms CPU",
        f"p50/p95/p99 {milliseconds(measured)} ms",
        f"{measured.steps} steps, {measured.wrong} wrong, {measured.lost} lost",
        f"driver {measured.driver / measured.seconds:.0%}",
        f"load average {os.getloadavg()[0]:.1f}",
    )
    print("  ".join(parts), file=sys.stderr, flush=True)


def milliseconds(measured: Measured) -> str:
    return "/".join(f"{measured.percentile(share):.0f}" for share in (0.5, 0.95, 0.99))


def rounds(asked: Asked) -> list[dict[str, Run]]:
    """By round and bot. The order changes from round to round."""
    done = []
    data = ROOT / "data"
    data.mkdir(exist_ok=True)
    for number in range(asked.rounds):
        shift = number % len(asked.bots)
        runs = {}
        for name in (*asked.bots[shift:], *asked.bots[:shift]):
            folder = Path(tempfile.mkdtemp(prefix="bench-", dir=data))
            try:
                runs[name] = asyncio.run(run_of(name, asked, folder))
            finally:
                shutil.rmtree(folder, ignore_errors=True)
        done.append(runs)
    return done


def report(done: Sequence[Mapping[str, Run]], asked: Asked) -> Iterator[str]:
    """The tables, as Markdown."""
    yield circumstances([run for runs in done for run in runs.values()], asked)
    for load in asked.loads:
        yield ""
        yield f"**{heading(load, asked)}**"
        yield ""
        yield "| bot | steps/s | ratio | CPU ms a step | ratio | p50/p95/p99 ms | p99 ratio | wrong, lost | driver |"
        yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
        for name in asked.bots:
            yield row(name, load, done)
    yield ""
    yield "| bot | RSS MB | seconds to start |"
    yield "| --- | ---: | ---: |"
    for name in asked.bots:
        runs = [each[name] for each in done]
        rss = statistics.median(run.rss_mb for run in runs)
        start = statistics.median(run.start_seconds for run in runs)
        yield f"| {TITLES[name]} | {rss:.0f} | {start:.1f} |"


def circumstances(runs: Sequence[Run], asked: Asked) -> str:
    """What a reader has to know about the machine and the moment."""
    packages = ", ".join(f"{name} {version(name)}" for name in ("aiogram", "SQLAlchemy"))
    busy = [run.busy for run in runs]
    return (
        f"Medians of {asked.rounds} rounds. Python {platform.python_version()}, {packages}, "
        f"SQLite {sqlite3.sqlite_version}, load average {min(busy):.1f} to {max(busy):.1f}."
    )


def heading(load: str, asked: Asked) -> str:
    return {
        "saturated": f"Saturated: {asked.at_once} customers at once",
        "offered": f"Offered: {asked.rate:.0f} steps a second",
        "late": f"Late: {asked.at_once} customers at once, the API's answers {1000 * asked.late:.0f} ms late",
    }[load]


def row(name: str, load: str, done: Sequence[Mapping[str, Run]]) -> str:
    runs = [each[name].loads[load] for each in done]

    def median(value: Callable[[Measured], float]) -> float:
        return statistics.median(value(run) for run in runs)

    def ratio(value: Callable[[Measured], float]) -> str:
        """To the bare bot of the same round."""
        if "bare" not in done[0]:
            return ""
        found = [value(each[name].loads[load]) / value(each["bare"].loads[load]) for each in done]
        return f"{statistics.median(found):.2f}"

    def delay(share: float) -> str:
        return f"{median(lambda of: of.percentile(share)):.0f}"

    cells = (
        TITLES[name],
        f"{median(lambda of: of.rate):.0f}",
        ratio(lambda of: of.rate),
        f"{median(lambda of: of.cpu_ms):.2f}",
        ratio(lambda of: of.cpu_ms),
        f"{delay(0.5)}/{delay(0.95)}/{delay(0.99)}",
        ratio(lambda of: of.percentile(0.99)),
        f"{sum(run.wrong for run in runs)}, {sum(run.lost for run in runs)}",
        f"{median(lambda of: of.driver / of.seconds):.0%}",
    )
    return f"| {' | '.join(cells)} |"


def read_arguments() -> Asked:
    parser = argparse.ArgumentParser(prog="bench.steps", description="What a step costs, against two bare bots.")
    parser.add_argument("--only", action="append", choices=list(COMMANDS), help="this bot; may be repeated")
    parser.add_argument("--loads", default=",".join(LOADS), help="which loads, with commas between")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--customers", type=int, default=300, help="customers of a saturated load")
    parser.add_argument("--at-once", type=int, default=50)
    parser.add_argument("--rate", type=float, default=30, help="steps offered per second")
    parser.add_argument("--seconds", type=float, default=20, help="how long they are offered")
    parser.add_argument("--late", type=float, default=40, help="milliseconds by which answers are late")
    parser.add_argument("--profile", type=Path, help="write a cProfile of the bot here; wants one bot and one load")
    given = parser.parse_args()
    asked = Asked(
        bots=given.only or list(COMMANDS),
        loads=given.loads.split(","),
        rounds=given.rounds,
        customers=given.customers,
        at_once=given.at_once,
        rate=given.rate,
        seconds=given.seconds,
        late=given.late / 1000,
        profile=given.profile and given.profile.resolve(),
    )
    if unknown := set(asked.loads) - set(LOADS):
        parser.error(f"there is no load {', '.join(unknown)}")
    if asked.profile and (len(asked.bots), len(asked.loads), asked.rounds) != (1, 1, 1):
        parser.error("--profile wants one bot, one load and one round")
    return asked


def main() -> None:
    asked = read_arguments()
    with pinned(DRIVER_CORE):
        done = rounds(asked)
    for line in report(done, asked):
        print(line)


if __name__ == "__main__":
    main()

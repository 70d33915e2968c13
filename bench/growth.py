"""What a database full of old cases costs: python -m bench.growth (or `make growth`).

Databases of 10 thousand, 100 thousand and 1 million stored cases are made under `data/`, beside an empty one. One case
of each kind is made by the product itself, from the first message on; the rest are copies of its rows with ids, times
and keyed hashes of their own, and what may be opened is sealed anew. Of the cases

88.5 % were closed long ago and purged: the row with the decision, the card and all events are left, nothing sealed,
10 % were closed within the last 80 days: key, answers and look-ups are there, and for 30 days the pictures,
1 % wait in the queue, 0.25 % are claimed and 0.25 % are drafts, all of the last hour.

Beside them lie the inbox of a week and the outbox of two days of an installation whose 1 million cases are three years'
work. A picture is a few bytes here: a real one adds its own size, for 30 days.

In each round the real bot opens every database: it is timed until it asks for updates, and then serves customers as in
`bench.steps`, saturated. After that the product's own statements are run on the file, each in a transaction of its own
that is undone. Ratios are taken inside a round: of the start-up to the empty database, of the rest to the smallest full
one. The table shows medians over the rounds, and p50/p95 in microseconds over all rounds.

python -m bench.growth --sizes 10000,100000 --rounds 1    smaller and sooner
"""

import argparse
import asyncio
import random
import secrets
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from sqlalchemy import Table

from bench.process import DRIVER_CORE, ROOT, pinned
from bench.steps import DATA_KEYS, Asked, Run, circumstances, run_of
from bot import database
from states.review import CLAIMED, WAITING
from storage import tables
from storage.cases import BY_ID, KEPT_AS_THEY_ARE, NEXT, OPEN, SAVE
from storage.direct import Direct
from storage.retention import Periods, sweep
from storage.seal import KEY_BYTES, Box, Keys
from storage.store import PATIENCE, SETTINGS
from storage.tables import MICROSECOND, Moment
from tests.bot.desks import RITA, approves, presses
from tests.bot.town import BEGINNING, FakeClock, Town, photo, settings_of
from tests.seed_case import SEED_CASE

SIZES = (10_000, 100_000, 1_000_000)
FIRST_APPLICANT = 1_000_000_000
"""Copies have applicants from here on; the bot's customers have smaller ids."""
HOUR, DAY = timedelta(hours=1) // MICROSECOND, timedelta(days=1) // MICROSECOND
WORK_DAYS = 3 * 365
UPDATES_OF_A_CASE, CALLS_OF_A_CASE, EVENTS_OF_A_CASE = 32, 38, 40
BYTES_PER_CASE = 8000
"""About: what is asked of the disk beforehand."""
TRIES = 2000
"""How often each statement is run in a round."""
TABLES = tuple(table for table in tables.metadata.sorted_tables if "case_id" in table.c)


@dataclass(frozen=True)
class Kind:
    """A part of the cases, all of them copies of one."""

    name: str
    share: float
    since: int
    until: int
    """How long ago they are, in microseconds."""

    def ages(self, cases: int) -> list[int]:
        """One for each of so many cases, oldest first."""
        return sorted((random.randint(self.since, self.until) for _ in range(cases)), reverse=True)


KINDS = (
    Kind("purged", 0.885, 100 * DAY, WORK_DAYS * DAY),
    Kind("closed", 0.067, 31 * DAY, 80 * DAY),
    Kind("pictured", 0.033, 0, 29 * DAY),
    Kind("waiting", 0.01, 0, HOUR),
    Kind("claimed", 0.0025, 0, HOUR // 10),
    Kind("draft", 0.0025, 0, HOUR),
)
"""Oldest first, as their ids are. `closed` have lost their pictures, `pictured` have them still."""
OPENABLE = ("waiting", "claimed", "draft")
"""Kinds that are opened while the bot runs, and so are sealed anew."""


# --- one case of each kind, made by the product


async def templates(path: Path, now: datetime) -> dict[str, int]:
    """A new database with one case of each kind; their numbers."""
    settings, clock = settings_of(path, data_keys=DATA_KEYS), FakeClock()
    clock.now = now
    async with database.writing(settings) as store:
        town = Town(store, settings, clock)
        made = {}
        for number, kind in enumerate(KINDS, start=1):
            made[kind.name] = await case_of(town, kind.name, number)
            if kind.name == "purged":
                await forgotten(town, Periods())
            if kind.name == "closed":
                await forgotten(town, Periods(cases=timedelta(days=10_000)))
    return made


async def case_of(town: Town, kind: str, number: int) -> int:
    """A case of somebody new, led to where this kind ends."""
    who = FIRST_APPLICANT - number
    own = {**SEED_CASE, "username": f"former{number}@example.com", "phone": f"+44 7400 9{number:05}"}
    await town.hears(who, *BEGINNING, "I agree")
    for step, answer in own.items():
        await town.hears(who, answer, *(("Yes, continue",) if step == "transactions" else ()))
    for _ in range(2):
        await town.receives(photo(who))
        await town.works()
        await town.sends()
    if kind != "draft":
        await town.hears(who, "Send my request")
    async with town.store.reading() as tx:
        case = await tx.cases.latest_of(who)
    assert case is not None
    assert case.id is not None
    if kind == "claimed":
        case = await presses(town, RITA, case, "claim")
    elif kind not in OPENABLE:
        case = await approves(town, RITA, case)
    assert (case.closed_at is None) == (kind in OPENABLE)
    return int(case.id or 0)


async def forgotten(town: Town, periods: Periods) -> None:
    """What retention leaves of everything that is there, when its time has come."""
    async with town.store.transaction() as tx:
        await sweep(tx, now=town.clock.now + timedelta(days=365), periods=periods)


# --- and many copies of them


def fill(path: Path, size: int, originals: Mapping[str, int]) -> None:
    """Copies the cases until there are `size` of them, and what lies beside them."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for setting in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -1000000", "temp_store = MEMORY"):
            db.execute(f"PRAGMA {setting}")
        db.create_function("link", 0, partial(next, links(size * EVENTS_OF_A_CASE)))
        db.execute("BEGIN")
        db.execute("CREATE TEMP TABLE copies (id INTEGER PRIMARY KEY, original INT, applicant INT, age INT, opens INT)")
        db.executemany("INSERT INTO copies VALUES (?, ?, ?, ?, ?)", copies(size, originals))
        for table in (tables.cases, *(table for table in TABLES if table is not tables.cases)):
            db.execute(copying(table))
        for kind in OPENABLE:
            seal_anew(db, originals[kind])
        traffic(db, size)
        db.execute("COMMIT")
        db.execute("PRAGMA journal_mode = WAL")


def copies(size: int, originals: Mapping[str, int]) -> Iterator[tuple[int, int, int, int, bool]]:
    """Number of the copy and of the original, applicant, age in microseconds, whether it is opened again."""
    number = max(originals.values())
    for kind in KINDS:
        for age in kind.ages(int(size * kind.share)):
            number += 1
            yield number, originals[kind.name], FIRST_APPLICANT + number, age, kind.name in OPENABLE


def links(number: int) -> Iterator[bytes]:
    """As many digests, evenly spread. They ascend, so that the index of them is made from its beginning to its end."""
    step = 2**64 // (number + 1)
    for nth in range(1, number + 1):
        yield (nth * step).to_bytes(8, "big") + bytes(24)


def copying(table: Table) -> str:
    """The statement that copies the rows of a table for each copy of a case. The timers of closed ones have rung."""
    by = "id" if table is tables.cases else "case_id"
    columns = [column for column in table.c if table is tables.cases or column.name != "id" or table is tables.photos]
    values = ", ".join(copied(table, column.name) for column in columns)
    names = ", ".join(column.name for column in columns)
    return (
        f"INSERT INTO {table.name} ({names}) SELECT {values} FROM copies CROSS JOIN {table.name} AS old "
        f"WHERE old.{by} = copies.original {'AND copies.opens' if table is tables.timers else ''} ORDER BY copies.id"
    )


def copied(table: Table, column: str) -> str:
    """What stands in a column of a copy: as in the original, but for what is its own."""
    own = {
        "cases.id": "copies.id",
        "cases.applicant": "copies.applicant",
        "photos.id": "hex(randomblob(16))",
        "photos.digest": "randomblob(32)",
        "lookups.digest": "randomblob(32)",
        "timers.key": "replace(old.key, ':' || copies.original, ':' || copies.id)",
        "events.previous": "link()",
        "events.mac": "randomblob(32)",
    }
    if (expression := own.get(f"{table.name}.{column}")) is not None:
        return expression
    if column == "case_id":
        return "copies.id"
    if column == "message_id":
        return "copies.id"
    return f"old.{column} - copies.age" if isinstance(table.c[column].type, Moment) else f"old.{column}"


def seal_anew(db: sqlite3.Connection, original: int) -> None:
    """Gives each copy of a case a key of its own, and seals under it what is opened while the bot runs."""
    keys = Keys.parse(DATA_KEYS)
    key_place, part_place, answer_place = "case_keys|wrapped|{}", "cases|{}|{}", "answers|sealed_answer|{}|{}"
    kek, wrapped = db.execute("SELECT kek, wrapped FROM case_keys WHERE case_id = ?", (original,)).fetchone()
    old = Box(keys.unwrap(kek, wrapped, key_place.format(original)))
    parts = {
        name: old.open(sealed, part_place.format(name, original))
        for name in ("sealed_memory", "sealed_desk")
        if (sealed := db.execute(f"SELECT {name} FROM cases WHERE id = ?", (original,)).fetchone()[0]) is not None
    }
    said = {
        question: old.open(sealed, answer_place.format(original, question))
        for question, sealed in db.execute("SELECT question, sealed_answer FROM answers WHERE case_id = ?", (original,))
    }
    for (copy,) in db.execute("SELECT id FROM copies WHERE original = ?", (original,)).fetchall():
        key = secrets.token_bytes(KEY_BYTES)
        new = Box(key)
        wrapped = keys.wrap(key, key_place.format(copy))
        db.execute("UPDATE case_keys SET wrapped = ? WHERE case_id = ?", (wrapped, copy))
        for name, plain in parts.items():
            db.execute(
                f"UPDATE cases SET {name} = ? WHERE id = ?", (new.seal(plain, part_place.format(name, copy)), copy)
            )
        db.executemany(
            "UPDATE answers SET sealed_answer = ? WHERE case_id = ? AND question = ?",
            [
                (new.seal(plain, answer_place.format(copy, question)), copy, question)
                for question, plain in said.items()
            ],
        )


def traffic(db: sqlite3.Connection, size: int) -> None:
    """The updates of a week and the calls of two days, all dealt with."""
    a_day = size / WORK_DAYS
    now = int(datetime.now(UTC).timestamp()) * 1_000_000
    numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
    updates, calls = int(7 * a_day * UPDATES_OF_A_CASE) + 1, int(2 * a_day * CALLS_OF_A_CASE) + 1
    db.execute(
        numbers + "INSERT INTO inbox (bot_id, update_id, chat_id, received_at, attempts, ended) "
        "SELECT 1000000001, -i, ? + i, ? - i * ?, 0, 'done' FROM n",
        (updates, FIRST_APPLICANT, now, 7 * DAY // updates),
    )
    db.execute(
        numbers + "INSERT INTO outbox (key, chat_id, lane, method, on_ambiguous, put_at, attempts, sending, ended,"
        " sent_at, message_id) SELECT hex(randomblob(8)), ? + i, 0, 'sendMessage', 'resend', ? - i * ?, 0, 0, 'sent',"
        " ? - i * ?, i FROM n",
        (calls, FIRST_APPLICANT, now - HOUR, 2 * DAY // calls, now - HOUR, 2 * DAY // calls),
    )


# --- what is measured


STATEMENTS = ("next case", "open case of a chat", "claim")
"""What the product runs: find the most urgent case that waits; read the case of who writes; read a case and save that
it is claimed, unless another was faster.
"""


@dataclass
class Sized:
    """A database of a size, and what was measured on it, by round."""

    size: int
    path: Path
    runs: list[Run] = field(default_factory=list)
    spans: list[dict[str, list[float]]] = field(default_factory=list)
    """Microseconds, by round and statement."""

    @property
    def bytes_per_case(self) -> float:
        return self.path.stat().st_size / self.size if self.size else 0.0


class Undone(Exception):  # noqa: N818  it names an outcome
    """Ends a transaction without a trace."""


class Desk:
    """Runs the product's statements on a file, on a connection like its own, each in a transaction that is undone."""

    def __init__(self, path: Path) -> None:
        with closing(sqlite3.connect(path)) as db:
            rows = db.execute("SELECT id, applicant, stage FROM cases WHERE closed_at IS NULL").fetchall()
        self._applicants = [applicant for _, applicant, _ in rows]
        self._waiting = [number for number, _, stage in rows if stage == WAITING]
        self._direct = Direct(path, SETTINGS, PATIENCE)

    async def spans(self) -> dict[str, list[float]]:
        """Microseconds, by statement; each was run on as many random cases."""
        runs = {"next case": self._next, "open case of a chat": self._open, "claim": self._claim}
        try:
            return {name: [await self._timed(run) for _ in range(TRIES)] for name, run in runs.items()}
        finally:
            await self._direct.dispose()

    async def _timed(self, run: Callable[[], Awaitable[None]]) -> float:
        span = 0.0
        with suppress(Undone):
            async with self._direct.begin():
                begin = time.perf_counter_ns()
                await run()
                span = (time.perf_counter_ns() - begin) / 1000
                raise Undone
        return span

    async def _next(self) -> None:
        assert (await self._direct.execute(NEXT, {"reviewer": RITA})).all()

    async def _open(self) -> None:
        assert (await self._direct.execute(OPEN, {"applicant": random.choice(self._applicants)})).all()

    async def _claim(self) -> None:
        case = (await self._direct.execute(BY_ID, {"case": random.choice(self._waiting)})).all()[0]._asdict()
        row = {name: case[name] for name in (*KEPT_AS_THEY_ARE, "saved_at", "sealed_memory", "sealed_desk")}
        claimed = {"stage": CLAIMED, "claimed_by": RITA, "claimed_name": "Rita", "claimed_at": case["submitted_at"]}
        versions = {"case": case["id"], "former": case["version"], "version": case["version"] + 1}
        assert (await self._direct.execute(SAVE, row | claimed | versions)).rowcount == 1


def measure(sized: Sized, asked: Asked) -> None:
    """One round on one database."""
    print(f"{sized.size} cases", file=sys.stderr)
    sized.runs.append(asyncio.run(run_of("ours", asked, sized.path.parent)))
    if '"level": "error"' in (said := (sized.path.parent / "ours.log").read_text()):
        raise SystemExit(f"the bot is not well with {sized.size} cases:\n{said[-1000:]}")
    if sized.size:
        sized.spans.append(asyncio.run(Desk(sized.path).spans()))


# --- the table


def report(databases: Sequence[Sized], asked: Asked) -> Iterator[str]:
    empty, smallest, *_ = databases
    yield circumstances([run for each in databases for run in each.runs], asked)
    yield ""
    yield f"| | {' | '.join('empty' if not each.size else f'{each.size:,}' for each in databases)} |"
    yield f"| --- |{' ---: |' * len(databases)}"
    yield line("CPU ms a step", [step_cost(each) for each in databases])
    yield line("ratio", [f"{ratio(each, smallest, cpu):.2f}" for each in databases])
    yield line("seconds to start", [f"{statistics.median(starts(each)):.1f}" for each in databases])
    yield line("ratio", [f"{ratio(each, empty, starts):.2f}" for each in databases])
    for name in STATEMENTS:
        yield line(f"{name}, p50/p95 µs", [quantiles(each, name) for each in databases])
        yield line("ratio of p50", [ratio_of_p50(each, smallest, name) for each in databases])
    yield line("bytes a case", [f"{each.bytes_per_case:,.0f}" if each.size else "" for each in databases])


def line(name: str, cells: Sequence[str]) -> str:
    return f"| {name} | {' | '.join(cells)} |"


def cpu(sized: Sized) -> list[float]:
    return [run.loads["saturated"].cpu_ms for run in sized.runs]


def starts(sized: Sized) -> list[float]:
    return [run.start_seconds for run in sized.runs]


def step_cost(sized: Sized) -> str:
    return f"{statistics.median(cpu(sized)):.2f}"


def ratio(sized: Sized, base: Sized, value: Callable[[Sized], list[float]]) -> float:
    """The median over the rounds of what it is inside each."""
    return statistics.median(one / other for one, other in zip(value(sized), value(base), strict=True))


def quantiles(sized: Sized, name: str) -> str:
    spans = sorted(span for by_name in sized.spans for span in by_name[name])
    return f"{spans[len(spans) // 2]:.0f}/{spans[len(spans) * 95 // 100]:.0f}" if spans else ""


def ratio_of_p50(sized: Sized, base: Sized, name: str) -> str:
    def medians(of: Sized) -> list[float]:
        return [statistics.median(by_name[name]) for by_name in of.spans]

    return f"{ratio(sized, base, medians):.2f}" if sized.size else ""


# --- all of it


@contextmanager
def databases(sizes: Sequence[int]) -> Iterator[list[Sized]]:
    """The databases, each in a folder of its own, for as long as they are needed."""
    data = ROOT / "data"
    data.mkdir(exist_ok=True)
    wanted = sum(sizes) * BYTES_PER_CASE * 1.2
    if wanted > shutil.disk_usage(data).free:
        raise SystemExit(f"{wanted / 1e9:.0f} GB are needed under {data}")
    with tempfile.TemporaryDirectory(prefix="growth-", dir=data) as folder:
        yield [made(Path(folder) / str(size) / "ours.db", size) for size in (0, *sizes)]


def made(path: Path, size: int) -> Sized:
    path.parent.mkdir()
    if size:
        begin = time.monotonic()
        fill(path, size, asyncio.run(templates(path, datetime.now(UTC))))
        print(f"{size} cases made in {time.monotonic() - begin:.0f} s", file=sys.stderr)
    return Sized(size, path)


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench.growth", description="What a database full of old cases costs.")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="numbers of cases, with commas between")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--customers", type=int, default=200, help="customers of a round")
    given = parser.parse_args()
    asked = Asked(
        bots=("ours",),
        loads=("saturated",),
        rounds=given.rounds,
        customers=given.customers,
        at_once=50,
        rate=0,
        seconds=0,
        late=0,
        profile=None,
    )
    with pinned(DRIVER_CORE), databases([int(size) for size in given.sizes.split(",")]) as all_sizes:
        for _ in range(asked.rounds):
            for sized in all_sizes:
                measure(sized, asked)
        for printed in report(all_sizes, asked):
            print(printed)


if __name__ == "__main__":
    main()

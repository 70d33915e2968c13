"""A life of the bot on a recorded disk: real conversations, and notes of what the outside was told and when."""

import asyncio
import random
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from sqlalchemy import Executable, text

from bot import database
from bot.settings import Settings
from handlers.replies import Attachment
from handlers.work import Delivery
from states.reply import Picture
from storage.store import SETTINGS, Store, Transaction
from storage.tables import metadata
from tests.bot.town import BEGINNING, FakeClock, Town, message, photo, settings_of
from tests.faults.power_recorder import recording
from tests.seed_case import SEED_CASE

PATIENCE = 60.0
"""Seconds after which an answer is missed."""
PHOTO_BYTES = 20_000
LONG_AFTER = 8
"""Days after which nothing is known any more of updates and messages that were dealt with."""
UNSETTLED = "SELECT id FROM inbox WHERE ended IS NULL UNION ALL SELECT id FROM outbox WHERE ended IS NULL"

State = dict[str, int]
"""What a database says: a hash of the rows of each table."""


# --- what is noted between SQLite's own steps


@dataclass(frozen=True, slots=True)
class Storing:
    """A transaction is about to be committed: the database may be in this state."""

    state: int


@dataclass(frozen=True, slots=True)
class Stored:
    """A transaction came back: the database is in this state or a later one."""

    state: int


@dataclass(frozen=True, slots=True)
class Confirmed:
    """Telegram was told that we have this update."""

    update: int


@dataclass(frozen=True, slots=True)
class Called:
    """A call to this chat went out."""

    chat: int


@dataclass(frozen=True, slots=True)
class Destroyed:
    """The wrapped key of a case, of which we said that it is gone."""

    key: bytes


@dataclass(frozen=True, slots=True)
class Forgetting:
    """From here on what is old enough is deleted."""


@dataclass(slots=True)
class Told:
    """All that the outside was told until some moment."""

    state: int = -1
    """The newest that came back; -1 until the program is up for the first time."""
    newest: int = -1
    """The newest that may be on the disk."""
    updates: set[int] = field(default_factory=set)
    calls: Counter[int] = field(default_factory=Counter)
    destroyed: list[bytes] = field(default_factory=list)
    forgetting: bool = False

    def hear(self, note: Any) -> None:
        match note:
            case Storing(state):
                self.newest = state
            case Stored(state):
                self.state = max(self.state, state)
            case Confirmed(update):
                self.updates.add(update)
            case Called(chat):
                self.calls[chat] += 1
            case Destroyed(key):
                self.destroyed.append(key)
            case Forgetting():
                self.forgetting = True


# --- what people say


def _script() -> Iterator[Callable[[int], dict[str, Any]]]:
    """The whole of a conversation: a request is answered, sent and withdrawn."""

    def says(text: str) -> Callable[[int], dict[str, Any]]:
        return lambda who: message(who, text=text)

    for words in (*BEGINNING, "I agree"):
        yield says(words)
    for step, words in SEED_CASE.items():
        yield says(words)
        if step == "transactions":
            yield says("Yes, continue")
    yield from (photo, photo)
    for words in ("Send my request", "/cancel", "Yes, withdraw it"):
        yield says(words)


SCRIPT = tuple(_script())
WITHDRAWING = len(SCRIPT) - 2
"""As many lines come before somebody changes his mind."""


def update_id(who: int, line: int) -> int:
    return who * 100 + line


def who_sent(update: int) -> int:
    return update // 100


@dataclass(frozen=True, slots=True)
class Effect:
    """What has come of the first lines of the script: the questions answered, and how often the last was replied to."""

    answered: frozenset[str]
    replies: int


async def effects(folder: Path) -> Sequence[Effect]:
    """What each line does where nothing ever goes wrong: by the number of lines that were dealt with."""
    settings, who = settings_of(folder / "undisturbed.db"), 5001
    found = [Effect(frozenset(), 0)]
    async with database.writing(settings) as store:
        town = _town(store, settings)
        for line, says in enumerate(SCRIPT):
            await town.receives({"update_id": update_id(who, line), **says(who)})
            await town.works()
            await town.sends()
            async with store.reading() as tx:
                found.append(await effect(who, line, tx))
    return found


# --- a life of the bot


@dataclass(frozen=True, slots=True)
class Life:
    """What happened to the files and what was told meanwhile, in order; and the states of the database."""

    log: Sequence[Any]
    states: Sequence[State]


class Watched(Store):
    """A store that notes what each transaction makes of the database, and when it has come back."""

    log: list[Any]
    states: list[State]

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        async with super().transaction() as tx:
            yield tx
            await tx.complete()
            number = len(self.states)
            self.states.append(await state_of(tx))
            self.log.append(Storing(number))
        self.log.append(Stored(number))


class Overheard(list[Any]):
    """The calls to Telegram, each noted before it is answered."""

    def __init__(self, log: list[Any]) -> None:
        self._log = log
        self._heard: defaultdict[int, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(0))

    def append(self, call: Any) -> None:
        chat = getattr(call, "chat_id", 0)
        self._log.append(Called(chat))
        super().append(call)
        self._heard[chat].release()

    async def hear(self, chat: int) -> None:
        """Waits for the next call to a chat."""
        async with asyncio.timeout(PATIENCE):
            await self._heard[chat].acquire()


async def live(
    folder: Path, people: Sequence[int], norm: Sequence[Effect], settings: tuple[str, ...] = SETTINGS
) -> Life:
    """People ask for their accounts on two days, some withdraw their requests, and what is old is forgotten.

    `settings` are SQLite's. Raises Unrecordable.
    """
    with patch("storage.store.SETTINGS", settings), recording(folder) as log:
        states: list[State] = []
        half = len(people) // 2
        for morning, some in enumerate((people[:half], people[half:])):
            async with _watched(folder, log, states) as town:
                await _day(town, some, norm, log)
                if morning:
                    log.append(Forgetting())
                    town.clock.passes(days=LONG_AFTER)
                    await town.timers.tick()
        return Life(log, states)


@asynccontextmanager
async def _watched(folder: Path, log: list[Any], states: list[State]) -> AsyncIterator[Town]:
    """The program, from its start to its end."""
    settings = settings_of(folder / "regain.db")
    store = await Watched.open(settings.database_url, database.keys(settings), database.questionnaire())
    store.log, store.states = log, states
    try:
        async with store.transaction():
            pass  # notes the state to begin with
        town = _town(store, settings)
        town.telegram.calls = Overheard(log)
        yield town
    finally:
        await store.close()


def _town(store: Store, settings: Settings) -> Town:
    town = Town(store, settings, FakeClock())

    async def bring(_: Attachment, role: str, __: datetime) -> Delivery:
        """Pictures that differ by what they show only, whoever sends them in whatever order."""
        digit = "0" if role == "document" else "f"
        picture = Picture(
            digest=digit * 64, fingerprint=digit * 64, width=1280, height=960, size=PHOTO_BYTES, as_file=False, flags=()
        )
        return Delivery(picture, (), (), random.randbytes(PHOTO_BYTES), random.randbytes(PHOTO_BYTES))

    town.gallery.bring = bring
    return town


async def _day(town: Town, people: Sequence[int], norm: Sequence[Effect], log: list[Any]) -> None:
    """All talk at once; the worker and the courier go on until everything is done."""
    async with asyncio.TaskGroup() as group:
        group.create_task(town.worker.run(town.courier.spoke))
        group.create_task(town.courier.run())
        async with asyncio.TaskGroup() as talks:
            for who in people:
                lines = len(SCRIPT) if who % 2 else WITHDRAWING
                talks.create_task(_talk(town, who, norm[: lines + 1], log))
        async with asyncio.timeout(PATIENCE):
            while await _unsettled(town):  # noqa: ASYNC110  nobody says when all is done
                await asyncio.sleep(0.01)
        town.worker.stop()
        town.courier.stop()


async def _talk(town: Town, who: int, norm: Sequence[Effect], log: list[Any]) -> None:
    """Says a line, and the next one when all was said about it."""
    for line, after in enumerate(norm[1:]):
        keys = await _keys_of(who, town.store)
        await town.receives({"update_id": update_id(who, line), **SCRIPT[line](who)})
        log.append(Confirmed(update_id(who, line)))
        for _ in range(after.replies):
            await town.telegram.calls.hear(who)
        if not after.answered:
            log.extend(map(Destroyed, keys))


async def _keys_of(who: int, store: Store) -> list[bytes]:
    async with store.reading() as tx:
        wrapped = f"SELECT wrapped FROM case_keys JOIN cases ON cases.id = case_id WHERE applicant = {who}"
        return [key for (key,) in await asked(wrapped, tx)]


async def _unsettled(town: Town) -> bool:
    async with town.store.reading() as tx:
        return bool(await asked(UNSETTLED, tx))


# --- what a database says


@cache
def _sql(question: str) -> Executable:
    return text(question)


async def asked(question: str, tx: Transaction) -> Sequence[Any]:
    """The rows that answer a question, past the rooms of storage."""
    return (await tx._connection.execute(_sql(question))).all()


async def state_of(tx: Transaction) -> State:
    return {table: hash(frozenset(map(tuple, await asked(f"SELECT * FROM {table}", tx)))) for table in metadata.tables}


async def effect(who: int, line: int, tx: Transaction) -> Effect:
    case = await tx.cases.latest_of(who)
    replies = f"SELECT id FROM outbox WHERE chat_id = {who} AND key LIKE '{update_id(who, line)}.%'"
    return Effect(frozenset(case.answers if case else ()), len(await asked(replies, tx)))

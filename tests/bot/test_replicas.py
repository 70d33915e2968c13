"""Several of the bot's processes on one database: whose each chat is, and who leads."""

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager

import pytest
import pytest_asyncio
from aiogram import Router
from aiogram.types import Message

from bot import database
from bot.leader import Leader
from bot.settings import Wrong
from bot.worker import CROSSINGS, TRIES
from handlers.work import Work
from states.case import Case
from storage.errors import Stale
from tests.bot.town import Town, message, photo, settings_of

END_OTHERS = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND query <> ''"
CHATS = range(6001, 6009)
OWNER = 5999
"""Somebody whose case all are at."""
PATIENCE = 20


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def migrated_postgresql(postgresql, tmp_path_factory):
    """An empty database of the present schema, to be emptied again: migrating one for each test is slow."""
    name = await postgresql.create()
    file = tmp_path_factory.mktemp("none") / "regain.db"
    async with database.writing(settings_of(file, database_url=postgresql.url(name))):
        return name


@pytest.fixture
async def settings(postgresql, migrated_postgresql, file):
    await postgresql.empty(migrated_postgresql)
    return settings_of(file, database_url=postgresql.url(migrated_postgresql))


@pytest.fixture
async def stores(settings):
    """Three, as three processes have them."""
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(database.writing(settings)) for _ in range(3)]


def routes() -> Router:
    """Handlers that repeat what they hear and count it in one case: they are in each other's way all the time."""
    router = Router()

    @router.message()
    async def on_message(said: Message, work: Work) -> None:
        case = await work.tx.cases.open_of(OWNER)
        await work.call("sendMessage", {"chat_id": said.chat.id, "text": said.text or "(picture)"})
        await work.tx.audit.record(case.id, actor="test", kind="said", now=work.now)
        await asyncio.sleep(0.002)
        await work.tx.cases.save(case, now=work.now)

    return router


@pytest.fixture
async def towns(stores, settings, clock):
    async with stores[0].transaction() as tx:
        await tx.cases.add(Case(applicant=OWNER, step="username"), now=clock())
    return [Town(store, settings, clock, routes()) for store in stores]


@asynccontextmanager
async def working(towns):
    """All of their workers at once."""
    async with asyncio.TaskGroup() as group:
        for town in towns:
            group.create_task(town.worker.run(town.courier.spoke))
        try:
            yield
        finally:
            for town in towns:
                town.worker.stop()


async def until_empty(store, clock):
    async with asyncio.timeout(PATIENCE):
        while True:
            async with store.reading() as tx:
                if not (await tx.inbox.counts(now=clock()))["pending"]:
                    return
            await asyncio.sleep(0.05)


async def until(condition):
    async with asyncio.timeout(PATIENCE):
        while not condition():  # noqa: ASYNC110  what is waited for has no event
            await asyncio.sleep(0.01)


async def asked(store, sql):
    async with store.reading() as tx:
        return [tuple(row) for row in await tx._connection.exec_driver_sql(sql)]


async def test_three_workers_deal_with_each_chat_in_order_and_with_each_update_once(towns, clock, capsys):
    """O12: though each stands in the others' way, no try counts as failed, and nobody hears of it."""
    said = {chat: [f"{chat}: {number}" for number in range(8)] for chat in CHATS}
    async with working(towns):
        for texts in zip(*said.values(), strict=True):
            await towns[0].receives(*(message(chat, text=text) for chat, text in zip(said, texts, strict=True)))
        await until_empty(towns[1].store, clock)
    await towns[2].sends()
    assert {chat: towns[2].said(chat) for chat in CHATS} == said
    assert await asked(towns[0].store, "SELECT DISTINCT ended, attempts FROM inbox") == [("done", 0)]
    async with towns[0].store.reading() as tx:
        assert await tx.audit.verify() is None
        assert len(await tx.audit.timeline(1)) == sum(map(len, said.values()))
        assert (await tx.cases.open_of(OWNER)).version == 1 + sum(map(len, said.values()))
    log = capsys.readouterr()
    assert "update" not in log.out + log.err


async def test_an_update_that_is_always_in_the_way_of_another_is_set_aside_in_the_end(stores, settings, clock):
    """O12: then it is its own fault, and holds up its chat no longer."""
    router = Router()

    @router.message()
    async def on_message(said: Message) -> None:
        if said.text == "one":
            raise Stale

    town = Town(stores[0], settings, clock, router)
    await town.receives(message(CHATS[0], text="one"), message(CHATS[0], text="two"))
    for _ in range(CROSSINGS - 1):
        await town.works()
    assert await asked(town.store, "SELECT ended, attempts FROM inbox ORDER BY id") == [(None, 0), (None, 0)]
    for _ in range(CROSSINGS * TRIES):
        await town.works()
        clock.passes(minutes=1)
    assert await asked(town.store, "SELECT ended FROM inbox ORDER BY id") == [("dead",), ("done",)]


async def test_a_worker_goes_past_the_chats_that_another_has_in_hand(towns, clock):
    """O12: more of them than one batch holds."""
    one, two, _ = towns
    await one.receives(*(message(chat, text="hi") for chat in range(7000, 7060)))
    async with one.store.reading() as tx:
        first = await tx.inbox.pending(one.bot.id, now=clock(), limit=55)
    async with one.store.transaction() as tx:
        await tx.inbox.claim(first, now=clock())
        await two.works()
        assert await asked(two.store, "SELECT count(*) FROM inbox WHERE ended = 'done'") == [(5,)]


async def test_a_picture_is_fetched_by_one_worker_and_by_another_when_that_one_is_gone(towns):
    one, two, _ = towns
    one.gallery.planned.append(asyncio.Event())
    await one.receives(photo(CHATS[0]))
    async with asyncio.TaskGroup() as group:
        await one.worker._round(group, one.courier.spoke)
        (fetch,) = one.worker._fetches.values()
        await until(lambda: not one.gallery.planned)
        await two.worker._round(group, two.courier.spoke)
        await until(lambda: not two.worker._fetches)
        assert not two.gallery.roles
        fetch.cancel()
        await until(lambda: not one.worker._fetches)
        await two.works()
    assert two.gallery.roles == ["document"]
    assert await asked(two.store, "SELECT ended, attempts FROM inbox") == [("done", 0)]


async def test_a_picture_that_another_worker_has_dealt_with_is_let_go(towns):
    one, two, _ = towns
    await one.receives(photo(CHATS[0]))
    async with asyncio.TaskGroup() as group:
        await one.worker._round(group, one.courier.spoke)
        (fetch,) = one.worker._fetches.values()
        await fetch
        await two.works()
        assert not await one.worker._round(group, one.courier.spoke)
    assert not one.worker._fetches
    assert await asked(two.store, "SELECT ended, attempts FROM inbox") == [("done", 0)]


async def test_workers_outlive_the_loss_of_their_connections(towns, clock, postgresql):
    async with working(towns):
        await towns[0].receives(message(CHATS[0], text="before"))
        await until_empty(towns[0].store, clock)
        await postgresql.execute("postgres", END_OTHERS)
        await towns[0].receives(message(CHATS[0], text="after"))
        await until_empty(towns[0].store, clock)
    await towns[0].sends()
    assert towns[0].said(CHATS[0]) == ["before", "after"]


# --- who leads


class Duties:
    """What a leader does: a transaction every ten milliseconds, recorded under its name."""

    def __init__(self, name, clock) -> None:
        self.name, self.clock = name, clock
        self.begun = asyncio.Event()
        self.failure: Exception | None = None

    async def __call__(self, store, stopped) -> None:
        async with asyncio.TaskGroup() as group:
            group.create_task(self._lead(store, stopped))

    async def _lead(self, store, stopped) -> None:
        while not stopped.is_set():
            if self.failure:
                raise self.failure
            async with store.transaction() as tx:
                await tx.audit.record(None, actor=self.name, kind="led", now=self.clock())
            self.begun.set()
            await asyncio.sleep(0.01)


class Candidate:
    """A process that leads when it can."""

    def __init__(self, name, store, clock) -> None:
        self.duties, self.stopped = Duties(name, clock), asyncio.Event()
        self.leader = Leader(store, self.duties)
        self._running = asyncio.ensure_future(self.leader.run(self.stopped))

    async def leads(self) -> None:
        await asyncio.wait_for(self.duties.begun.wait(), PATIENCE)

    async def ends(self) -> None:
        await asyncio.wait_for(self._running, PATIENCE)

    async def stops(self) -> None:
        self.stopped.set()
        await self.ends()


async def test_one_leads_and_when_it_stops_the_next(stores, clock, capsys):
    """O12: while one leads, none of the others' duties run; both say so once."""
    ann = Candidate("ann", stores[0], clock)
    await ann.leads()
    ben = Candidate("ben", stores[1], clock)
    await asyncio.sleep(0.1)
    assert not ben.leader.leads
    await ann.stops()
    assert not ann.leader.leads
    await ben.leads()
    await ben.stops()
    ledgers = await asked(stores[2], "SELECT actor FROM events ORDER BY id")
    assert ledgers == sorted(ledgers), "never both at a time"
    log = capsys.readouterr().out
    assert (log.count("leading"), log.count("standing by")) == (2, 1)


async def test_a_leader_that_is_cut_off_steps_down_and_another_takes_over(stores, clock, postgresql, capsys):
    """O12: what it tries afterwards fails, and it stands by like the others."""
    ann = Candidate("ann", stores[0], clock)
    await ann.leads()
    ben = Candidate("ben", stores[1], clock)
    async with asyncio.timeout(PATIENCE):
        while not ben.leader.leads:  # whoever is quicker takes the lead that is free
            await postgresql.execute("postgres", END_OTHERS)
            await asyncio.sleep(0.2)
    await ben.leads()
    assert not ann.leader.leads
    await ben.stops()
    await ann.stops()
    async with stores[2].reading() as tx:
        assert await tx.audit.verify() is None
    assert "lead lost" in capsys.readouterr().out


async def test_what_keeps_the_bot_from_running_is_not_taken_for_a_lost_lead(stores, clock):
    """O05"""
    ann = Candidate("ann", stores[0], clock)
    await ann.leads()
    ann.duties.failure = Wrong("BOT_TOKEN: Telegram does not know this token")
    with pytest.RaisesGroup(Wrong):
        await ann.ends()


async def test_on_sqlite_the_only_process_leads(file, clock):
    async with database.writing(settings_of(file)) as store:
        ann = Candidate("ann", store, clock)
        await ann.leads()
        await ann.stops()

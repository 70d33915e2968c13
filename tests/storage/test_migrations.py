import asyncio
import sqlite3
from contextlib import asynccontextmanager
from decimal import Decimal

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from revisions import APPROVED, BOT, CLAIMED, DRAFT, PURGED, WAITING, leave_behind, looked_at, older_revisions
from sqlalchemy import create_engine, text
from storage_samples import FakeCodec, later, new_case

from storage import Damaged, Failed, NewerSchema, OlderSchema, Store
from storage.store import bring_up_to_date
from storage.tables import metadata


async def test_an_empty_file_becomes_the_schema_that_the_tables_describe(tmp_path, keys):
    file = tmp_path / "regain.db"
    await (await Store.open(f"sqlite+aiosqlite:///{file}", keys, FakeCodec())).close()
    engine = create_engine(f"sqlite:///{file}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


async def test_indexes_and_numbering_are_those_that_the_tables_describe(tmp_path, rows):
    """Their conditions too, which alembic does not compare: by its words a partial index is used or not."""
    engine = create_engine(f"sqlite:///{tmp_path}/described.db")
    metadata.create_all(engine)
    engine.dispose()
    wanted = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name"
    described = sqlite3.connect(tmp_path / "described.db")
    assert rows(wanted) == described.execute(wanted).fetchall()
    counted = "SELECT name FROM sqlite_master WHERE sql LIKE '%AUTOINCREMENT%' ORDER BY name"
    assert rows(counted) == described.execute(counted).fetchall()
    described.close()


async def test_rows_that_point_nowhere_stop_a_migration(url, keys, rows):
    """Migrations run with foreign keys off, so what those guard is checked afterwards."""
    rows("PRAGMA foreign_keys = OFF")
    rows("INSERT INTO timers VALUES ('x', 99, 'x', 0)")
    rows("DROP TABLE events")
    rows("DELETE FROM alembic_version")
    for (table,) in rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"):
        if table not in ("timers", "alembic_version"):
            rows(f"DROP TABLE {table}")
    rows("ALTER TABLE timers RENAME TO older_timers")
    rows("DROP INDEX timers_due")
    rows("DROP INDEX timers_of")
    with pytest.raises(Damaged, match="not there"):
        await Store.open(url, keys, FakeCodec())
    assert rows("SELECT name FROM sqlite_master WHERE name = 'events'") == [], "and nothing of it was done"


NEXT_DAY = later(days=1)


@pytest.fixture
async def blank(database, tmp_path, request):
    """The address of a database without any table."""
    if database == "postgresql":
        server = request.getfixturevalue("postgresql")
        return server.url(await server.create_blank())
    return f"sqlite+aiosqlite:///{tmp_path}/regain.db"


@asynccontextmanager
async def opened(url, keys):
    store = await Store.open(url, keys, FakeCodec())
    try:
        yield store
    finally:
        await store.close()


@pytest.mark.parametrize("revision", older_revisions())
async def test_a_filled_database_of_an_earlier_release_is_brought_up_to_date(blank, keys, revision):
    """Nothing is lost on the way, and all of it is read by what reads the rows of today."""
    before = await leave_behind(blank, revision, keys)
    await bring_up_to_date(blank)
    assert all(before.values()), "every table of an earlier release has rows to lose"
    async with opened(blank, keys) as store, store.transaction() as tx:
        await looks_at_cases(tx)
        await looks_at_what_belongs_to_cases(tx)
        await looks_at_traffic(tx)
        assert await tx.audit.verify() is None
        assert [event.details for event in await tx.audit.timeline(PURGED)] == [{"photos": 2}]
    after, dangling = await looked_at(blank)
    assert {table: after[table] for table in before} == before
    assert not dangling


async def looks_at_cases(tx):
    draft = await tx.cases.open_of(7001)
    assert (draft.id, draft.ref, draft.step, draft.locale, draft.version) == (DRAFT, "R-2041", "phone", "en-GB", 3)
    assert draft.memory.tries == {"phone": 2}
    assert {question: (answer.value, answer.typed) for question, answer in draft.answers.items()} == {
        "username": ("marta.k", "Marta.K"),
        "amount": (Decimal("2.00456"), "2,00456"),
    }
    assert [case.id for case in await tx.cases.queue()] == [WAITING, CLAIMED]
    assert [case.claimed_name for case in await tx.cases.claimed_by(1003)] == ["Rita"]
    approved = await tx.cases.get(APPROVED)
    assert (approved.stage, approved.decided_name, approved.closed_at) == ("approved", "Rita", later(hours=2))
    purged = await tx.cases.latest_of(7005)
    assert (purged.id, purged.reason, purged.answers) == (PURGED, "no_match", {})
    assert await tx.cases.to_purge(later(days=99), limit=9) == [APPROVED], "the other is purged already"
    assert await tx.photos.to_purge(later(days=99), limit=9) == [APPROVED]


async def looks_at_what_belongs_to_cases(tx):
    assert await tx.cases.find("phone", "+447400123456") == ["R-2042"]
    (photo,) = await tx.photos.of(WAITING, "document_photo")
    assert (await tx.photos.view(photo), await tx.photos.original(photo)) == (b"the copy", b"the picture")
    assert await tx.photos.known("d" * 64) == ["R-2042"]
    assert await tx.cards.of(WAITING) == (-1001, 51)
    assert [timer.key for timer in await tx.timers.due(later(days=9), 9)] == [f"draft:{DRAFT}", "weekly"]


async def looks_at_traffic(tx):
    await tx.inbox.put(BOT, [(number, 7001, b"again") for number in range(500, 504)], now=NEXT_DAY)
    waiting = await tx.inbox.pending(BOT, now=NEXT_DAY, limit=9)
    assert [(received.raw, received.attempts) for received in waiting] == [
        (b'{"update_id": 502}', 0),
        (b'{"update_id": 503}', 2),
    ]
    assert (await tx.inbox.counts(now=NEXT_DAY))["dead"] == 1
    await tx.outbox.recover()
    begun = [await tx.outbox.begin(head.id) for head in await tx.outbox.heads("customer", now=NEXT_DAY, limit=9)]
    assert [call.params["text"] for call in begun] == ["text of 500.3", "text of 500.4"]
    dead = (await tx.outbox.counts(now=NEXT_DAY))["dead"]
    assert dead == 2, "what could not be sent, and a reminder that may have arrived"


@pytest.mark.parametrize("revision", older_revisions()[-1:])
async def test_a_database_that_was_brought_up_to_date_is_worked_with_as_before(blank, keys, revision):
    """Numbers go on where they were, rows still go with their case, and the record still cannot be changed."""
    await leave_behind(blank, revision, keys)
    await bring_up_to_date(blank)
    async with opened(blank, keys) as store:
        async with store.transaction() as tx:
            await tx.cases.forget(await tx.cases.open_of(7001))
            case = new_case(7001)
            await tx.cases.add(case, now=NEXT_DAY)
            assert case.ref == "R-2046"
            await tx.audit.record(case.id, actor=7001, kind="opened", now=NEXT_DAY)
        async with store.reading() as tx:
            assert [timer.key for timer in await tx.timers.due(later(days=9), 9)] == ["weekly"]
            assert await tx.audit.verify() is None
        with pytest.raises(Failed):
            async with store.transaction() as tx:
                await tx._connection.execute(text("DELETE FROM events"))


async def test_a_process_that_shares_its_database_leaves_an_older_schema_alone(postgresql, keys):
    """Others of an earlier release may be at work on it: when it is brought up to date is the operator's to say."""
    url = postgresql.url(await postgresql.create_blank())
    before = await leave_behind(url, "0001", keys)
    with pytest.raises(OlderSchema, match="db upgrade"):
        await Store.open(url, keys, FakeCodec())
    assert await looked_at(url) == (before, [])
    await bring_up_to_date(url)
    async with opened(url, keys) as store, store.transaction() as tx:
        await tx._connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerSchema):
        await Store.open(url, keys, FakeCodec())
    with pytest.raises(NewerSchema):
        await bring_up_to_date(url)


async def test_of_several_that_bring_a_database_up_to_date_one_does_it(postgresql, keys):
    url = postgresql.url(await postgresql.create_blank())
    await leave_behind(url, "0001", keys)
    await asyncio.gather(*(bring_up_to_date(url) for _ in range(3)))
    async with opened(url, keys) as store, store.reading() as tx:
        assert await tx.audit.verify() is None

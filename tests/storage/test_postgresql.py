"""What is PostgreSQL's own: several processes on one database, and a server that may be restarted under us."""

import asyncio

import asyncpg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from storage_samples import NOW, FakeCodec, line, new_case

from storage import Store
from storage.tables import metadata

END_CONNECTIONS = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname LIKE 'regain%'"


@pytest.fixture
async def new_url(postgresql):
    """The address of a database that nobody has opened yet."""
    return postgresql.url(await postgresql.create())


@pytest.fixture
async def processes(emptied, keys):
    """Three stores on one database, as three processes have them."""
    stores = [await Store.open(emptied, keys, FakeCodec()) for _ in range(3)]
    yield stores
    for store in stores:
        await store.close()


async def record(store, kind):
    async with store.transaction() as tx:
        await tx.audit.record(None, actor="clock", kind=kind, now=NOW)
        await asyncio.sleep(0.001)
        await tx.audit.record(None, actor="clock", kind=kind, now=NOW)


async def test_events_of_several_processes_at_once_are_one_chain(processes):
    """O13"""
    async with asyncio.TaskGroup() as group:
        for number in range(30):
            group.create_task(record(processes[number % 3], f"kind {number}"))
    async with processes[0].reading() as tx:
        assert await tx.audit.verify() is None
        kinds = (await tx._connection.exec_driver_sql("SELECT kind FROM events ORDER BY id")).scalars().all()
    assert len(kinds) == 60
    assert kinds[::2] == kinds[1::2], "what one transaction recorded stands together"


async def test_a_process_waits_for_the_writer_of_another_and_its_readers_do_not(processes):
    ours, theirs, _ = processes
    async with ours.transaction() as tx:
        await tx.cases.add(new_case(), now=NOW)
        waiting = asyncio.ensure_future(record(theirs, "later"))
        async with asyncio.timeout(5), theirs.reading() as looking:
            assert await looking.cases.open_of(7001) is None
        assert (await asyncio.wait([waiting], timeout=0.1))[1] == {waiting}
    await asyncio.wait_for(waiting, 5)


async def test_two_processes_may_open_a_new_database_at_once(new_url, keys):
    stores = await asyncio.gather(*(Store.open(new_url, keys, FakeCodec()) for _ in range(2)))
    async with stores[0].transaction() as tx:
        await tx.outbox.put("1.1", 7001, "customer", "sendMessage", {"text": "hi"}, now=NOW)
    async with stores[1].reading() as tx:
        (head,) = await line(tx)
        assert (await tx.outbox.begin(head.id)).params == {"text": "hi"}, "both have the same root key"
    for store in stores:
        await store.close()


async def test_a_restart_of_the_server_between_two_transactions_goes_unnoticed(processes, postgresql):
    store, *_ = processes
    await record(store, "before")
    async with store.reading() as tx:
        assert await tx.audit.head()
    await postgresql.execute(
        "postgres",
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND query <> ''",
    )
    await record(store, "after")
    async with store.reading() as tx:
        assert await tx.audit.verify() is None


async def test_the_schema_is_the_one_that_the_tables_describe(processes):
    async with processes[0]._writer.connect() as connection:
        differences = await connection.run_sync(
            lambda sync: compare_metadata(MigrationContext.configure(sync), metadata)
        )
    assert differences == []


@pytest.mark.parametrize("statement", ["UPDATE events SET kind = 'approved'", "DELETE FROM events", "TRUNCATE events"])
async def test_the_database_itself_refuses_to_change_an_event(processes, postgresql, migrated_postgresql, statement):
    """O13"""
    await record(processes[0], "submitted")
    with pytest.raises(asyncpg.RaiseError, match="append-only"):
        await postgresql.execute(migrated_postgresql, statement)

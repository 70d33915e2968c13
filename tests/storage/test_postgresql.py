"""What is PostgreSQL's own: several processes on one database, and a server that may be restarted under us."""

import asyncio
import subprocess

import asyncpg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text
from storage_samples import NOW, FakeCodec, later, line, new_case

from storage import Store
from storage.errors import Failed, NotLeading, Stale, Unreachable
from storage.tables import metadata
from storage.wakeups import INBOX, OUTBOX
from tests.postgresql import programs

END_OTHERS = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND query <> ''"


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


async def test_processes_write_beside_each_other_and_nobody_sees_what_is_not_committed(processes):
    ours, theirs, _ = processes
    async with ours.transaction() as tx:
        await tx.cases.add(new_case(), now=NOW)
        await tx.audit.record(1, actor="clock", kind="added", now=NOW)
        async with asyncio.timeout(5):
            await record(theirs, "meanwhile")
            async with theirs.reading() as looking:
                assert await looking.cases.open_of(7001) is None


async def test_two_processes_may_open_a_new_database_at_once(new_url, keys):
    stores = await asyncio.gather(*(Store.open(new_url, keys, FakeCodec()) for _ in range(2)))
    async with stores[0].transaction() as tx:
        await tx.outbox.put("1.1", 7001, "customer", "sendMessage", {"text": "hi"}, now=NOW)
    async with stores[1].transaction() as tx:
        (head,) = await line(tx)
        assert (await tx.outbox.begin(head.id)).params == {"text": "hi"}, "both have the same root key"
    for store in stores:
        await store.close()


async def test_a_restart_of_the_server_between_two_transactions_goes_unnoticed(processes, postgresql):
    store, *_ = processes
    await record(store, "before")
    async with store.reading() as tx:
        assert await tx.audit.head()
    await postgresql.execute("postgres", END_OTHERS)
    await record(store, "after")
    async with store.reading() as tx:
        assert await tx.audit.verify() is None


async def put(store, key):
    async with store.transaction() as tx:
        await tx.outbox.put(key, 7001, "customer", "sendMessage", {"text": "hi"}, now=NOW)


async def test_one_process_leads_and_the_next_as_soon_as_it_stops(processes):
    ours, theirs, _ = processes
    async with ours.leading() as leader:
        with pytest.raises(NotLeading):
            async with theirs.leading():
                pass
        async with leader.transaction() as tx:
            assert (await tx._connection.exec_driver_sql("SHOW idle_session_timeout")).scalar() == "30s"
        await put(leader, "1.1")
        await put(theirs, "1.2")
    async with theirs.leading() as leader:
        await put(leader, "1.3")
        assert len(await line_of(leader)) == 1


async def line_of(store):
    async with store.reading() as tx:
        return await line(tx)


async def test_a_leader_whose_connection_is_lost_commits_nothing_more_and_another_leads_at_once(processes, postgresql):
    """Not even what it had begun while it led; and it does not lead again by connecting anew."""
    ours, theirs, _ = processes

    async def put_and_be_cut_off(leader):
        async with leader.transaction() as tx:
            await tx.outbox.put("1.1", 7001, "customer", "sendMessage", {"text": "hi"}, now=NOW)
            await postgresql.execute("postgres", END_OTHERS)

    async with ours.leading() as former:
        with pytest.raises(Unreachable):
            await put_and_be_cut_off(former)
        async with theirs.leading() as leader:
            await put(leader, "1.2")
            with pytest.raises(NotLeading):
                await put(former, "1.3")
        with pytest.raises(NotLeading):
            await put(former, "1.4")
    async with theirs.reading() as tx:
        assert (await tx._connection.exec_driver_sql("SELECT key FROM outbox")).scalars().all() == ["1.2"]
    async with ours.leading() as again:
        await put(again, "1.5")


async def test_of_a_leader_s_transactions_one_runs_at_a_time(processes):
    async with processes[0].leading() as leader:
        await asyncio.gather(*(record(leader, f"kind {number}") for number in range(10)))
        async with leader.reading() as tx:
            assert await tx.audit.verify() is None


async def test_who_listens_hears_what_another_process_put(processes):
    ours, theirs, _ = processes
    heard = {INBOX: asyncio.Event(), OUTBOX: asyncio.Event()}
    listening = asyncio.ensure_future(ours.listen({channel: event.set for channel, event in heard.items()}))
    for event in heard.values():
        await asyncio.wait_for(event.wait(), 5)  # once at the beginning, for what was put before
        event.clear()
    await put(theirs, "1.1")
    await asyncio.wait_for(heard[OUTBOX].wait(), 5)
    assert not heard[INBOX].is_set()
    async with theirs.transaction() as tx:
        await tx.inbox.put(1, [(1, 7001, b"{}")], now=NOW)
    await asyncio.wait_for(heard[INBOX].wait(), 5)
    listening.cancel()


async def test_who_listens_learns_that_the_connection_is_lost(processes, postgresql):
    began = asyncio.Event()
    listening = asyncio.ensure_future(processes[0].listen({INBOX: began.set}))
    await began.wait()
    await postgresql.execute("postgres", END_OTHERS)
    with pytest.raises(Unreachable):
        await asyncio.wait_for(listening, 5)


async def test_the_updates_of_a_chat_are_one_worker_s_until_its_transaction_ends(processes):
    """O12: another takes those of other chats meanwhile, and afterwards those that are left."""
    ours, theirs, _ = processes
    async with ours.transaction() as tx:
        await tx.inbox.put(1, [(n, 7000 + n % 2, b"{}") for n in range(1, 5)], now=NOW)
    async with ours.reading() as tx:
        seen = await tx.inbox.pending(1, now=NOW, limit=10)
    async with ours.transaction() as one, theirs.transaction() as two:
        assert await one.inbox.claim(seen[:1], now=NOW) == {1}
        assert await two.inbox.claim(seen, now=NOW) == {2, 4}
        await one.inbox.done(seen[0])
    async with theirs.transaction() as tx:
        assert await tx.inbox.claim(seen, now=NOW) == {2, 3, 4}
        await tx.inbox.failed(seen[2], now=NOW, retry_at=later(minutes=1), error="Boom")
    async with ours.transaction() as tx:
        assert await tx.inbox.claim(seen, now=NOW) == {2, 4}, "nothing overtakes what waits for another try"
        assert await tx.inbox.claim(seen[3:], now=NOW) == set(), "nor what was not seen"


async def test_one_process_prepares_an_update(processes):
    ours, theirs, _ = processes
    async with ours.reserved(1) as is_ours, theirs.reserved(1) as is_theirs, theirs.reserved(2) as is_other:
        assert (is_ours, is_theirs, is_other) == (True, False, True)
    async with theirs.reserved(1) as is_theirs:
        assert is_theirs


async def test_of_two_cases_compared_at_once_one_sees_the_other(processes):
    """R11"""
    ours, theirs, _ = processes
    pair = [new_case(applicant=7001), new_case(applicant=7002)]
    async with ours.transaction() as tx:
        for case in pair:
            await tx.cases.add(case, now=NOW)
            await tx.cases.index(case, username="ann@example.com")

    async def submit(store, case):
        async with store.transaction() as tx:
            case.submitted_at = NOW
            await tx.cases.save(case, now=NOW)
            others = await tx.cases.alike(case, "username")
            found = [await tx.cases.by_ref(ref) for ref in others]
            await asyncio.sleep(0.05)
        return any(other.submitted_at for other in found)

    assert sorted(await asyncio.gather(submit(ours, pair[0]), submit(theirs, pair[1]))) == [False, True]


async def test_two_transactions_in_each_other_s_way_both_get_done(processes):
    """The one that the server gives up is told so as whoever comes too late is."""
    first, second = new_case(applicant=7001), new_case(applicant=7002)
    async with processes[0].transaction() as tx:
        for case in (first, second):
            await tx.cases.add(case, now=NOW)
    both_hold_one = asyncio.Barrier(2)

    async def touch(store, *ids):
        async with store.transaction() as tx:
            for number, case_id in enumerate(ids):
                async with tx.savepoint():
                    case = await tx.cases.get(case_id)
                    await tx.cases.save(case, now=NOW)
                if number == 0:
                    await both_hold_one.wait()

    ids = (first.id, second.id)
    ended = await asyncio.gather(touch(processes[0], *ids), touch(processes[1], *reversed(ids)), return_exceptions=True)
    assert sorted(type(end) for end in ended if end is not None) == [Stale]


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


async def tool(name, *arguments):
    """One of the server's own."""
    await asyncio.to_thread(subprocess.run, [programs() / name, *arguments], check=True)


def address(url):
    """As the server's tools want it."""
    return url.replace("+asyncpg", "")


async def test_a_dump_taken_under_writes_opens_in_another_database(postgresql, emptied, keys, tmp_path):
    """As the operator's guide says it: by the tools of the server."""
    store = await Store.open(emptied, keys, FakeCodec())
    async with store.transaction() as tx:
        case = new_case(7001)
        await tx.cases.add(case, now=NOW)
        await tx.audit.record(case.id, actor=7001, kind="opened", now=NOW)
    async with store.transaction() as tx:
        await tx.audit.record(None, actor="clock", kind="never", now=NOW)
        await tool("pg_dump", "--format=custom", f"--file={tmp_path}/copy.dump", address(emptied))
    await store.close()
    restored = postgresql.url(await postgresql.create_blank())
    aim = f"--dbname={address(restored)}"
    await tool("pg_restore", "--no-owner", "--exit-on-error", aim, f"{tmp_path}/copy.dump")
    store = await Store.open(restored, keys, FakeCodec())
    async with store.reading() as tx:
        assert await tx.audit.verify() is None
        assert (await tx.cases.open_of(7001)).ref == case.ref
        assert [event.kind for event in await tx.audit.timeline(case.id)] == ["opened"]
    with pytest.raises(Failed):
        async with store.transaction() as tx:
            await tx._connection.execute(text("DELETE FROM events"))
    await store.close()

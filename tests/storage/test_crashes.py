"""Writers killed at any moment: what was acknowledged is there, what was not is there whole or not at all."""

import asyncio
import contextlib
import multiprocessing
import os
import random
import time

from storage_samples import NOW, FakeCodec, answered, line, new_case

from storage import Store

KILLS = 25
BOT = 99


async def keep_writing(url, keys, acknowledge):
    """Each update becomes a case with three answers, a message and an event, in one transaction; then it is told."""
    store = await Store.open(url, keys, FakeCodec())
    for person in range(int(time.monotonic_ns()), 2**62):
        async with store.transaction() as tx:
            await tx.inbox.put(BOT, [(person, person, b"start")], now=NOW)
        async with store.transaction() as tx:
            for received in await tx.inbox.pending(BOT, now=NOW, limit=50):
                async with tx.savepoint():
                    await open_case(tx, received.chat_id)
                    await tx.inbox.done(received)
        os.write(acknowledge, f"{person}\n".encode())


async def open_case(tx, person):
    case = new_case(person, answers={question: answered(f"{question} of {person}") for question in ("a", "b", "c")})
    await tx.cases.add(case, now=NOW)
    await tx.outbox.put(f"{person}.1", person, "customer", "sendMessage", {"text": "welcome"}, now=NOW)
    await tx.audit.record(case.id, actor=person, kind="opened", now=NOW)


async def stop_in_the_middle(url, keys, acknowledge):
    store = await Store.open(url, keys, FakeCodec())
    async with store.transaction() as tx:
        await tx.inbox.put(BOT, [(1, 7001, b"start")], now=NOW)
    async with store.transaction() as tx:
        await open_case(tx, 7001)
        await tx.inbox.done((await tx.inbox.pending(BOT, now=NOW, limit=1))[0])
        os.write(acknowledge, b"0\n")
        await asyncio.sleep(3600)


@contextlib.contextmanager
def forked(work, *arguments):
    """A child process that does the work; yields the end of a pipe that it writes to. It is killed on the way out."""
    hear, tell = os.pipe()
    child = multiprocessing.get_context("fork").Process(target=lambda: asyncio.run(work(*arguments, tell)))
    child.start()
    os.close(tell)
    try:
        yield hear
    finally:
        child.kill()
        child.join()
        os.close(hear)


async def opened(url, keys):
    return await Store.open(url, keys, FakeCodec())


def test_whatever_was_acknowledged_survives_a_kill_and_nothing_is_half_done(url, keys):
    """C16, O12"""
    chance = random.Random(2041)
    acknowledged = []
    for _ in range(KILLS):
        with forked(keep_writing, url, keys) as hear:
            told = os.read(hear, 100)
            time.sleep(chance.uniform(0, 0.05))
        acknowledged += told.decode().splitlines(keepends=True)
    people = [int(line) for line in acknowledged if line.endswith("\n")]
    assert len(people) >= KILLS
    asyncio.run(check(url, keys, people))


async def check(url, keys, people):
    store = await opened(url, keys)
    async with store.reading() as tx:
        assert await tx.audit.verify() is None
        for person in people:
            case = await tx.cases.open_of(person)
            assert [answer.value for answer in case.answers.values()] == [f"{each} of {person}" for each in "abc"]
        calls = {call.chat_id for call in await line(tx)}
        waiting = {received.chat_id for received in await tx.inbox.pending(BOT, now=NOW, limit=100_000)}
        events = (await tx._connection.exec_driver_sql("SELECT count(*) FROM events")).scalar()
    assert calls >= set(people), "every case has its message"
    assert len(calls) == events, "and its event"
    assert not calls & waiting, "an update is either dealt with or still waits"
    await store.close()


def test_a_transaction_killed_in_the_middle_never_was(url, keys):
    """C16"""
    with forked(stop_in_the_middle, url, keys) as hear:
        os.read(hear, 1)
    asyncio.run(nothing_happened(url, keys))


async def nothing_happened(url, keys):
    store = await opened(url, keys)
    async with store.reading() as tx:
        assert await tx.cases.open_of(7001) is None
        assert await line(tx) == []
        assert await tx.audit.head() is None
        assert [received.raw for received in await tx.inbox.pending(BOT, now=NOW, limit=9)] == [b"start"]
    await store.close()

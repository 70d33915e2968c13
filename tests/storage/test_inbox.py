import asyncio

import pytest
from storage_samples import NOW, later

from storage import Stale

BOT = 99


async def put(store, *updates):
    async with store.transaction() as tx:
        await tx.inbox.put(BOT, updates, now=NOW)


async def pending(store, now=NOW, limit=50):
    async with store.reading() as tx:
        return await tx.inbox.pending(BOT, now=now, limit=limit)


async def ids(store, now=NOW):
    return [received.update_id for received in await pending(store, now)]


async def test_updates_come_back_in_the_order_of_arrival(store):
    """Telegram starts its ids anew at a random number after a week of silence, so they do not tell the order."""
    await put(store, (900, 1, b'{"a": 1}'), (901, 2, b"\xff not json"))
    await put(store, (17, 1, b"{}"))
    found = await pending(store)
    assert [(each.update_id, each.chat_id, each.raw) for each in found] == [
        (900, 1, b'{"a": 1}'),
        (901, 2, b"\xff not json"),
        (17, 1, b"{}"),
    ]
    assert found[0].received_at == NOW
    assert found[0].attempts == 0


async def test_the_same_update_twice_is_one(store):
    """O12"""
    await put(store, (1, 1, b"first"), (2, 1, b"second"))
    await put(store, (2, 1, b"again"), (3, 1, b"third"), (3, 1, b"twice in one batch"))
    assert [each.raw for each in await pending(store)] == [b"first", b"second", b"third"]


async def test_the_same_update_is_known_after_it_was_dealt_with(store):
    """O12"""
    await put(store, (1, 1, b"x"))
    async with store.transaction() as tx:
        await tx.inbox.done((await tx.inbox.pending(BOT, now=NOW, limit=1))[0])
    await put(store, (1, 1, b"x"))
    assert await pending(store) == []


async def test_the_same_update_id_of_another_bot_is_another_update(store):
    await put(store, (1, 1, b"x"))
    async with store.transaction() as tx:
        await tx.inbox.put(BOT + 1, [(1, 1, b"y")], now=NOW)
        assert [each.raw for each in await tx.inbox.pending(BOT + 1, now=NOW, limit=9)] == [b"y"]


async def test_no_updates_are_no_work(store):
    await put(store)
    assert await pending(store) == []


async def test_a_chat_waits_for_its_earlier_update_and_others_do_not(store):
    await put(store, (1, 7, b"fails"), (2, 8, b"other chat"), (3, 7, b"behind"), (4, 0, b"no chat"))
    async with store.transaction() as tx:
        first = (await tx.inbox.pending(BOT, now=NOW, limit=1))[0]
        await tx.inbox.failed(first, now=NOW, retry_at=later(seconds=30), error="locked")
    assert await ids(store) == [2, 4]
    assert await ids(store, later(seconds=30)) == [1, 2, 3, 4]
    assert (await pending(store, later(seconds=30)))[0].attempts == 1


async def test_a_waiting_update_holds_up_none_that_came_before_it(store):
    await put(store, (1, 7, b"before"), (2, 7, b"fails"), (3, 7, b"behind"))
    async with store.transaction() as tx:
        second = (await tx.inbox.pending(BOT, now=NOW, limit=9))[1]
        await tx.inbox.failed(second, now=NOW, retry_at=later(seconds=30), error="locked")
    assert await ids(store) == [1]


async def test_updates_of_no_known_chat_do_not_wait_for_each_other(store):
    await put(store, (1, 0, b"fails"), (2, 0, b"other"))
    async with store.transaction() as tx:
        first = (await tx.inbox.pending(BOT, now=NOW, limit=1))[0]
        await tx.inbox.failed(first, now=NOW, retry_at=later(seconds=30), error="locked")
    assert await ids(store) == [2]


async def test_a_retry_in_the_past_is_refused(store):
    await put(store, (1, 7, b"x"))
    async with store.transaction() as tx:
        (received,) = await tx.inbox.pending(BOT, now=NOW, limit=1)
        with pytest.raises(ValueError, match="ahead"):
            await tx.inbox.failed(received, now=NOW, retry_at=later(seconds=-1), error="locked")


async def test_a_dead_update_holds_up_nobody(store):
    await put(store, (1, 7, b"poison"), (2, 7, b"behind"))
    async with store.transaction() as tx:
        first = (await tx.inbox.pending(BOT, now=NOW, limit=1))[0]
        await tx.inbox.failed(first, now=NOW, retry_at=later(hours=1), error="unreadable")
        await tx.inbox.dead(first)
    assert await ids(store) == [2]


async def test_what_was_dealt_with_keeps_only_its_id(store, rows):
    """C03: not even the chat stays."""
    await put(store, (1, 7, b"x"), (2, 7, b"y"))
    async with store.transaction() as tx:
        first, second = await tx.inbox.pending(BOT, now=NOW, limit=2)
        await tx.inbox.done(first)
        await tx.inbox.dead(second)
    assert rows("SELECT update_id, chat_id, ended, sealed_update FROM inbox") == [
        (1, 0, "done", None),
        (2, 0, "dead", None),
    ]


async def test_of_two_workers_at_one_update_the_second_learns_that_it_is_dealt_with(store):
    """O12"""
    await put(store, (1, 7, b"x"))
    (first,), (second,) = await pending(store), await pending(store)
    async with store.transaction() as tx:
        await tx.inbox.done(first)
    with pytest.raises(Stale):
        async with store.transaction() as tx:
            await tx.inbox.done(second)
    async with store.transaction() as tx:
        await tx.inbox.failed(second, now=NOW, retry_at=later(seconds=1), error="Stale")
        await tx.inbox.dead(second)
    async with store.reading() as tx:
        assert await tx.inbox.counts(now=NOW) == {"pending": 0, "oldest_seconds": 0, "dead": 0}


async def test_a_blanked_update_says_nothing_and_keeps_its_place(store):
    """C31"""
    await put(store, (1, 7, b"my password"), (2, 7, b"y"))
    async with store.transaction() as tx:
        await tx.inbox.blank(1)
    assert [each.raw for each in await pending(store)] == [b"", b"y"]


async def test_a_limit_takes_the_oldest(store):
    await put(store, *((update, update, b"x") for update in range(10)))
    assert [each.update_id for each in await pending(store, limit=3)] == [0, 1, 2]


async def test_health_knows_how_many_wait_and_how_long(store):
    async with store.reading() as tx:
        assert await tx.inbox.counts(now=NOW) == {"pending": 0, "oldest_seconds": 0, "dead": 0}
    await put(store, (1, 1, b"x"), (2, 2, b"x"), (3, 3, b"x"))
    async with store.transaction() as tx:
        await tx.inbox.dead((await tx.inbox.pending(BOT, now=NOW, limit=1))[0])
    async with store.reading() as tx:
        assert await tx.inbox.counts(now=later(seconds=90)) == {"pending": 2, "oldest_seconds": 90, "dead": 1}


async def test_many_receivers_at_once_store_each_update_once(store):
    await asyncio.gather(*(put(store, *((n, n, b"x") for n in range(20))) for _ in range(5)))
    assert sorted(await ids(store)) == list(range(20))


def test_an_update_does_not_print_what_it_says():
    from storage.inbox import Received

    assert "secret" not in repr(Received(1, BOT, 2, 7001, b"secret", 0, NOW))

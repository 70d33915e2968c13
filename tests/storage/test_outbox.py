import asyncio

import pytest
from storage_samples import NOW, later, line


async def put(store, key, chat=7, lane="customer", **more):
    async with store.transaction() as tx:
        return await tx.outbox.put(key, chat, lane, "sendMessage", {"text": key}, now=NOW, **more)


async def begin(store, key, now=NOW):
    """The call is begun; as its maker sees it."""
    async with store.transaction() as tx:
        (head,) = [head for head in await line(tx, now) if head.key == key]
        return await tx.outbox.begin(head.id)


async def keys_of(store, now=NOW):
    async with store.reading() as tx:
        return [head.key for head in await line(tx, now)]


async def test_a_call_comes_back_as_it_was_put(store):
    params = {"text": "Ünïcode \ud83d and <b>", "photo": {"stored": "abc"}, "reply_markup": {"inline_keyboard": [[]]}}
    async with store.transaction() as tx:
        assert await tx.outbox.put("5.1", 7, "staff", "sendPhoto", params, now=NOW, on_ambiguous="skip")
    call = await begin(store, "5.1")
    assert call.params == params
    assert (call.key, call.chat_id, call.lane, call.method) == ("5.1", 7, "staff", "sendPhoto")
    assert (call.attempts, call.on_ambiguous) == (1, "skip")


async def test_a_key_is_put_once_even_after_it_was_sent(store):
    """O12"""
    assert await put(store, "5.1")
    assert not await put(store, "5.1", chat=8)
    async with store.transaction() as tx:
        (call,) = await line(tx)
        await tx.outbox.sent(call.id, message_id=1, now=NOW)
    assert not await put(store, "5.1")
    assert await keys_of(store) == []


async def test_what_many_tell_the_staff_is_numbered_in_the_order_in_which_it_is_committed(store):
    """O12: else a call could be made before an earlier one is there to be seen."""
    began, committed = asyncio.Event(), []

    async def tell(key, meanwhile):
        async with store.transaction() as tx:
            await tx.outbox.put(key, 7, "staff", "sendMessage", {"text": key}, now=NOW)
            began.set()
            await asyncio.sleep(meanwhile)
        committed.append(key)

    slow = asyncio.ensure_future(tell("slow", 0.2))
    await began.wait()
    await asyncio.gather(slow, tell("quick", 0))
    async with store.transaction() as tx:
        (first,) = await tx.outbox.heads("staff", now=NOW, limit=9)
    assert first.key == committed[0]


async def test_only_the_oldest_call_of_each_chat_is_a_head(store):
    """O12: order kept."""
    for key, chat in (("a1", 1), ("b1", 2), ("a2", 1), ("b2", 2)):
        await put(store, key, chat)
    assert await keys_of(store) == ["a1", "b1"]
    async with store.transaction() as tx:
        first = (await line(tx))[0]
        await tx.outbox.sent(first.id, message_id=1, now=NOW)
    assert await keys_of(store) == ["b1", "a2"]


async def test_customers_go_before_staff_and_staff_before_reminders(store):
    await put(store, "r", 1, "reminder")
    await put(store, "s", 2, "staff")
    await put(store, "c", 3, "customer")
    assert await keys_of(store) == ["c", "s", "r"]


async def test_no_more_heads_are_told_than_asked_for_and_none_of_a_chat_that_rests(store):
    for key, chat in (("a", 1), ("b", 2), ("c", 3)):
        await put(store, key, chat)
    async with store.reading() as tx:
        assert [head.key for head in await tx.outbox.heads("customer", now=NOW, limit=2)] == ["a", "b"]
        assert [head.key for head in await tx.outbox.heads("customer", now=NOW, limit=2, resting=1)] == ["b", "c"]


async def test_an_unknown_lane_is_refused(store):
    with pytest.raises(ValueError, match="tuple"):
        await put(store, "x", lane="fast")


async def test_a_call_that_waits_after_a_429_holds_up_its_chat_only(store):
    """O12: a 429 loses none."""
    for key, chat in (("a1", 1), ("a2", 1), ("b1", 2)):
        await put(store, key, chat)
    first = await begin(store, "a1")
    async with store.transaction() as tx:
        await tx.outbox.later(first.id, not_before=later(seconds=20), error="429")
    assert await keys_of(store) == ["b1"]
    assert await keys_of(store, later(seconds=20)) == ["a1", "b1"]
    assert (await begin(store, "a1", later(seconds=20))).attempts == 2


async def test_a_call_planned_for_later_holds_up_nobody_and_comes_when_its_time_comes(store):
    await put(store, "reminder", 1, "reminder", not_before=later(hours=24))
    await put(store, "a1", 1)
    assert await keys_of(store) == ["a1"]
    async with store.transaction() as tx:
        (call,) = await line(tx)
        await tx.outbox.sent(call.id, message_id=1, now=NOW)
    assert await keys_of(store, later(hours=23)) == []
    assert await keys_of(store, later(hours=24)) == ["reminder"]


async def test_nothing_overtakes_a_call_that_is_being_made(store):
    """O12: order kept."""
    await put(store, "a1", 1)
    await put(store, "a2", 1)
    await put(store, "b1", 2)
    first = await begin(store, "a1")
    assert await keys_of(store) == ["b1"]
    async with store.transaction() as tx:
        await tx.outbox.sent(first.id, message_id=1, now=NOW)
    assert await keys_of(store) == ["a2", "b1"]


async def test_a_dead_call_lets_the_next_one_through_and_says_why(store):
    """R28"""
    await put(store, "a1", 1)
    await put(store, "a2", 1)
    async with store.transaction() as tx:
        (first,) = await line(tx)
        await tx.outbox.dead(first.id, "blocked")
    assert await keys_of(store) == ["a2"]
    async with store.reading() as tx:
        assert await tx.outbox.undelivered(1, since=NOW) == ["blocked"]
        assert await tx.outbox.undelivered(1, since=later(seconds=1)) == []
        assert await tx.outbox.undelivered(2, since=NOW) == []


async def test_after_a_crash_questions_are_said_again_and_reminders_are_not(store):
    await put(store, "question", 1)
    await put(store, "reminder", 2, "reminder", on_ambiguous="skip")
    await put(store, "untouched", 3)
    for key in ("question", "reminder"):
        await begin(store, key)
    async with store.transaction() as tx:
        await tx.outbox.recover()
    assert await keys_of(store) == ["question", "untouched"]
    async with store.reading() as tx:
        assert await tx.outbox.undelivered(2, since=NOW) == ["ambiguous"]


async def test_a_call_that_crashes_interrupted_waits_no_longer_after_its_first_failure(store):
    await put(store, "question", 1)
    for _ in range(6):
        await begin(store, "question")
        async with store.transaction() as tx:
            await tx.outbox.recover()
    assert (await begin(store, "question")).attempts == 1


async def test_what_was_said_is_blanked_when_it_was_sent_or_died(store, rows):
    await put(store, "a1", 1)
    await put(store, "b1", 2)
    async with store.transaction() as tx:
        sent, died = await line(tx)
        await tx.outbox.sent(sent.id, message_id=55, now=NOW)
        await tx.outbox.dead(died.id, "blocked")
    assert rows("SELECT key, ended, message_id, sealed_params FROM outbox") == [
        ("a1", "sent", 55, None),
        ("b1", "dead", None, None),
    ]


async def test_the_rate_window_is_read_back_after_a_restart(store):
    for number, chat in enumerate((1, 2, 3)):
        await put(store, f"k{chat}", chat)
        async with store.transaction() as tx:
            (call,) = await line(tx)
            await tx.outbox.sent(call.id, message_id=None, now=later(seconds=number))
    await put(store, "unsent", 4)
    await put(store, "perhaps", 5)
    await begin(store, "perhaps")
    async with store.reading() as tx:
        assert await tx.outbox.recent(later(seconds=1), now=later(seconds=9)) == [
            (2, "sendMessage", later(seconds=1)),
            (3, "sendMessage", later(seconds=2)),
            (5, "sendMessage", later(seconds=9)),
        ]


async def test_health_counts_what_should_have_gone(store):
    async with store.reading() as tx:
        assert await tx.outbox.counts(now=NOW) == {"pending": 0, "oldest_seconds": 0, "dead": 0}
    await put(store, "planned", 1, not_before=later(days=1))
    async with store.reading() as tx:
        assert await tx.outbox.counts(now=later(hours=2)) == {"pending": 1, "oldest_seconds": 0, "dead": 0}
    await put(store, "due", 2)
    async with store.reading() as tx:
        assert await tx.outbox.counts(now=later(minutes=2)) == {"pending": 2, "oldest_seconds": 120, "dead": 0}


async def test_a_call_does_not_print_what_it_says(store):
    await put(store, "hidden words")
    assert "hidden" not in repr(await begin(store, "hidden words"))

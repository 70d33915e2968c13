import pytest
from storage_samples import NOW, later


async def put(store, key, chat=7, lane="customer", **more):
    async with store.transaction() as tx:
        return await tx.outbox.put(key, chat, lane, "sendMessage", {"text": key}, now=NOW, **more)


async def heads(store, now=NOW, limit=50):
    async with store.reading() as tx:
        return await tx.outbox.heads(now=now, limit=limit)


async def keys_of(store, now=NOW, limit=50):
    return [call.key for call in await heads(store, now, limit)]


async def test_a_call_comes_back_as_it_was_put(store):
    params = {"text": "Ünïcode \ud83d and <b>", "photo": {"stored": "abc"}, "reply_markup": {"inline_keyboard": [[]]}}
    async with store.transaction() as tx:
        assert await tx.outbox.put("5.1", 7, "staff", "sendPhoto", params, now=NOW, on_ambiguous="skip")
    (call,) = await heads(store)
    assert call.params == params
    assert (call.key, call.chat_id, call.lane, call.method) == ("5.1", 7, "staff", "sendPhoto")
    assert (call.attempts, call.state, call.on_ambiguous) == (0, "waiting", "skip")


async def test_a_key_is_put_once_even_after_it_was_sent(store):
    """O12"""
    assert await put(store, "5.1")
    assert not await put(store, "5.1", chat=8)
    async with store.transaction() as tx:
        (call,) = await tx.outbox.heads(now=NOW, limit=9)
        await tx.outbox.sent(call.id, message_id=1, now=NOW)
    assert not await put(store, "5.1")
    assert await heads(store) == []


async def test_only_the_oldest_call_of_each_chat_is_a_head(store):
    """O12: order kept."""
    for key, chat in (("a1", 1), ("b1", 2), ("a2", 1), ("b2", 2)):
        await put(store, key, chat)
    assert await keys_of(store) == ["a1", "b1"]
    async with store.transaction() as tx:
        first = (await tx.outbox.heads(now=NOW, limit=1))[0]
        await tx.outbox.sent(first.id, message_id=1, now=NOW)
    assert await keys_of(store) == ["b1", "a2"]


async def test_customers_go_before_staff_and_staff_before_reminders(store):
    await put(store, "r", 1, "reminder")
    await put(store, "s", 2, "staff")
    await put(store, "c", 3, "customer")
    assert await keys_of(store) == ["c", "s", "r"]
    assert await keys_of(store, limit=2) == ["c", "s"]


async def test_an_unknown_lane_is_refused(store):
    with pytest.raises(ValueError, match="tuple"):
        await put(store, "x", lane="fast")


async def test_a_call_that_waits_after_a_429_holds_up_its_chat_only(store):
    """O12: a 429 loses none."""
    for key, chat in (("a1", 1), ("a2", 1), ("b1", 2)):
        await put(store, key, chat)
    async with store.transaction() as tx:
        (first, _) = await tx.outbox.heads(now=NOW, limit=2)
        await tx.outbox.sending([first.id])
        await tx.outbox.later(first.id, not_before=later(seconds=20), error="429")
    assert await keys_of(store) == ["b1"]
    again = await heads(store, later(seconds=20))
    assert [(call.key, call.attempts, call.state) for call in again] == [("a1", 1, "waiting"), ("b1", 0, "waiting")]


async def test_a_call_planned_for_later_holds_up_nobody_and_comes_when_its_time_comes(store):
    await put(store, "reminder", 1, "reminder", not_before=later(hours=24))
    await put(store, "a1", 1)
    assert await keys_of(store) == ["a1"]
    async with store.transaction() as tx:
        (call,) = await tx.outbox.heads(now=NOW, limit=9)
        await tx.outbox.sent(call.id, message_id=1, now=NOW)
    assert await keys_of(store, later(hours=23)) == []
    assert await keys_of(store, later(hours=24)) == ["reminder"]


async def test_a_call_being_made_is_still_its_chats_head(store):
    await put(store, "a1", 1)
    await put(store, "a2", 1)
    async with store.transaction() as tx:
        (first,) = await tx.outbox.heads(now=NOW, limit=9)
        await tx.outbox.sending([first.id])
    (call,) = await heads(store)
    assert (call.key, call.state, call.attempts) == ("a1", "sending", 1)


async def test_a_dead_call_lets_the_next_one_through_and_says_why(store):
    """R28"""
    await put(store, "a1", 1)
    await put(store, "a2", 1)
    async with store.transaction() as tx:
        (first,) = await tx.outbox.heads(now=NOW, limit=9)
        await tx.outbox.dead(first.id, "blocked")
    assert await keys_of(store) == ["a2"]
    async with store.reading() as tx:
        assert await tx.outbox.undelivered(1) == ["blocked"]
        assert await tx.outbox.undelivered(2) == []


async def test_after_a_crash_questions_are_said_again_and_reminders_are_not(store):
    await put(store, "question", 1)
    await put(store, "reminder", 2, "reminder", on_ambiguous="skip")
    await put(store, "untouched", 3)
    async with store.transaction() as tx:
        calls = await tx.outbox.heads(now=NOW, limit=9)
        await tx.outbox.sending([call.id for call in calls if call.key != "untouched"])
    async with store.transaction() as tx:
        await tx.outbox.recover()
    assert [(call.key, call.state) for call in await heads(store)] == [
        ("question", "waiting"),
        ("untouched", "waiting"),
    ]
    async with store.reading() as tx:
        assert await tx.outbox.undelivered(2) == ["ambiguous"]


async def test_what_was_said_is_blanked_when_it_was_sent_or_died(store, rows):
    await put(store, "a1", 1)
    await put(store, "b1", 2)
    async with store.transaction() as tx:
        sent, died = await tx.outbox.heads(now=NOW, limit=9)
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
            (call,) = await tx.outbox.heads(now=NOW, limit=9)
            await tx.outbox.sent(call.id, message_id=None, now=later(seconds=number))
    await put(store, "unsent", 4)
    async with store.reading() as tx:
        assert await tx.outbox.recent(later(seconds=1)) == [(2, later(seconds=1)), (3, later(seconds=2))]


async def test_health_counts_what_should_have_gone(store):
    async with store.reading() as tx:
        assert await tx.outbox.counts(now=NOW) == {"pending": 0, "oldest_seconds": 0, "dead": 0}
    await put(store, "planned", 1, not_before=later(days=1))
    async with store.reading() as tx:
        assert await tx.outbox.counts(now=later(hours=2)) == {"pending": 1, "oldest_seconds": 0, "dead": 0}
    await put(store, "due", 2)
    async with store.reading() as tx:
        assert await tx.outbox.counts(now=later(minutes=2)) == {"pending": 2, "oldest_seconds": 120, "dead": 0}


async def test_nothing_to_send_is_no_work(store):
    async with store.transaction() as tx:
        await tx.outbox.sending([])


async def test_a_call_does_not_print_what_it_says(store):
    await put(store, "hidden words")
    (call,) = await heads(store)
    assert "hidden" not in repr(call)

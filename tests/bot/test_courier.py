"""What becomes of a call, whatever Telegram says to it."""

import asyncio

import pytest

from bot.pace import NoPace
from bot.telegram import NotSent, Unauthorized, Unclear
from tests.bot.town import ANN, BEN, STAFF, Town

CARD = {"chat_id": STAFF, "text": "R-2041"}


NOT_CONNECTED = NotSent("ClientConnectorError")
CUT_OFF = Unclear("ServerDisconnectedError")


async def test_a_flood_wait_holds_up_its_own_chat_and_keeps_the_order(town: Town) -> None:
    """O12"""
    await town.puts("1", "first")
    await town.puts("2", "second")
    await town.puts("3", "other", chat=BEN)
    town.telegram.refuses(429, "Too Many Requests: retry after 7", retry_after=7)
    await town.sends()
    assert town.said(ANN) == ["first"]
    assert town.said(BEN) == ["other"]
    town.clock.passes(seconds=6)
    await town.sends()
    assert town.said(ANN) == ["first"]
    town.clock.passes(seconds=1)
    await town.sends()
    assert town.said(ANN) == ["first", "first", "second"]


async def test_a_flood_wait_outlives_a_restart(town: Town) -> None:
    """O12: a courier that starts anew knows that Telegram wants to be left alone."""
    await town.puts("1", "first")
    town.telegram.refuses(429, "Too Many Requests: retry after 30", retry_after=30)
    await town.sends()
    again = town.new_courier(NoPace())
    await again.start()
    town.clock.passes(seconds=29)
    assert await again.round() == []
    town.clock.passes(seconds=1)
    assert [call.key for call in await again.round()] == ["1"]


@pytest.mark.parametrize(
    "failure",
    [(502, '{"ok": false, "error_code": 502, "description": "Bad Gateway"}'), (502, "<html>"), CUT_OFF, NOT_CONNECTED],
    ids=["refusal", "page", "cut off", "not connected"],
)
async def test_after_an_outage_a_question_is_asked_again(town: Town, failure: object) -> None:
    """O12: later each time, until Telegram takes it."""
    await town.puts("1", "first")
    town.telegram.plans(failure, failure)
    await town.sends()
    town.clock.passes(seconds=1)
    await town.sends()
    assert len(town.said(ANN)) == 2
    town.clock.passes(seconds=1)
    await town.sends()
    assert len(town.said(ANN)) == 2
    town.clock.passes(seconds=1)
    await town.sends()
    town.clock.passes(hours=1)
    await town.sends()
    assert len(town.said(ANN)) == 3


@pytest.mark.parametrize(("failure", "times"), [(CUT_OFF, 1), (NOT_CONNECTED, 2)], ids=["cut off", "not connected"])
async def test_a_reminder_is_repeated_only_where_it_surely_did_not_arrive(
    town: Town, failure: object, times: int
) -> None:
    """C17: better never than twice."""
    await town.puts("1", "not sent yet", lane="reminder", on_ambiguous="skip")
    town.telegram.plans(failure)
    for _ in range(3):
        await town.sends()
        town.clock.passes(minutes=2)
    assert len(town.said(ANN)) == times


async def test_what_was_under_way_at_a_kill_is_asked_again_but_not_reminded_again(town: Town) -> None:
    """O12, C17: nobody can know whether it arrived."""
    await town.puts("1", "a question")
    await town.puts("2", "a reminder", chat=BEN, lane="reminder", on_ambiguous="skip")
    assert len(await town.courier.round()) == 2  # and the process dies
    await _starts_anew(town)
    assert town.said(ANN) == ["a question"]
    assert town.said(BEN) == []


async def test_a_message_that_is_already_so_is_done(town: Town, rows) -> None:
    """R17"""
    await town.puts("1", "the same")
    town.telegram.refuses(400, "Bad Request: message is not modified: it is the same")
    await town.sends()
    assert rows("SELECT ended, error FROM outbox") == [("sent", None)]


async def test_an_answer_that_says_ok_and_nothing_we_understand_is_not_asked_for_again(town: Town, rows) -> None:
    """O12: a new kind of answer must not make us repeat ourselves for ever."""
    await town.puts("1", "hello")
    town.telegram.plans((200, '{"ok": true, "result": {"message_id": 7, "chat": "of a new kind"}}'))
    await town.sends()
    assert rows("SELECT ended, message_id FROM outbox") == [("sent", 7)]


@pytest.mark.parametrize(
    ("status", "said", "code"),
    [
        (403, "Forbidden: bot was blocked by the user", "forbidden"),
        (400, "Bad Request: chat not found", "chat_not_found"),
    ],
)
async def test_who_cannot_be_reached_shows_on_the_case(town: Town, rows, status: int, said: str, code: str) -> None:
    """R28: as an event of the case; what waits behind is tried all the same."""
    await town.draft(ANN)
    await town.puts("1", "lost")
    await town.puts("2", "tried")
    town.telegram.refuses(status, said)
    await town.sends()
    assert town.said(ANN)[-2:] == ["lost", "tried"]
    assert rows("SELECT kind, actor FROM events ORDER BY id DESC LIMIT 1") == [("undeliverable", "courier")]
    assert rows("SELECT error, sealed_params FROM outbox WHERE ended = 'dead'") == [(code, None)]


async def test_a_staff_chat_that_shuts_us_out_loses_no_card(town: Town) -> None:
    """O12: its cards wait until somebody makes the bot an administrator again."""
    await town.puts("1", "a card", chat=STAFF, lane="staff")
    await town.puts("2", "for a desk", chat=1003, lane="staff")
    town.telegram.refuses(403, "Forbidden: bot is not a member of the channel chat")
    await town.sends()
    assert town.said(1003) == ["for a desk"]
    town.clock.passes(minutes=1)
    await town.sends()
    assert town.said(STAFF) == ["a card", "a card"]


async def test_a_card_that_somebody_deleted_is_posted_again(town: Town) -> None:
    """R01: and what changes later shows on the new one."""
    await town.draft(ANN)
    async with town.store.transaction() as tx:
        await tx.outbox.put("card:1", STAFF, "staff", "sendMessage", {**CARD, "card": 1}, now=town.clock())
    await town.sends()
    edited = {"chat_id": STAFF, "message_id": {"card": 1}}
    async with town.store.transaction() as tx:
        for text in ("claimed", "approved"):
            await tx.outbox.put(
                text,
                STAFF,
                "staff",
                "editMessageText",
                {**edited, "text": text},
                now=town.clock(),
                on_ambiguous="resend",
            )
    town.telegram.refuses(400, "Bad Request: message to edit not found")
    await town.sends()
    done = [(call.__api_method__, call.text) for call in town.telegram.calls if getattr(call, "chat_id", 0) == STAFF]
    assert done[-3:] == [("editMessageText", "claimed"), ("sendMessage", "claimed"), ("editMessageText", "approved")]
    assert town.telegram.calls[-1].message_id == len(town.telegram.calls) - 1


async def test_an_edit_of_a_card_that_was_never_posted_ends(town: Town, rows) -> None:
    await town.draft(ANN)
    params = {"chat_id": STAFF, "message_id": {"card": 1}, "text": "claimed"}
    async with town.store.transaction() as tx:
        await tx.outbox.put("1.1", STAFF, "staff", "editMessageText", params, now=town.clock())
    await town.sends()
    assert rows("SELECT count(*) FROM outbox WHERE ended IS NULL") == [(0,)]


async def test_what_was_for_a_group_that_became_a_supergroup_is_said_there(town: Town) -> None:
    await town.puts("1", "a card", chat=STAFF, lane="staff")
    town.telegram.refuses(400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-100777)
    await town.sends()
    assert town.said(-100777) == ["a card"]


async def test_where_a_message_may_not_be_deleted_its_person_is_asked_to(town: Town) -> None:
    """C31"""
    params = {"chat_id": ANN, "message_id": 1, "otherwise": {"chat_id": ANN, "text": "Delete it"}}
    async with town.store.transaction() as tx:
        await tx.outbox.put("1", ANN, "customer", "deleteMessage", params, now=town.clock())
    town.telegram.refuses(400, "Bad Request: message can't be deleted")
    await town.sends()
    assert town.said(ANN) == ["Delete it"]


async def test_a_token_that_telegram_revoked_stops_the_bot(town: Town) -> None:
    """O05: with a line that names the setting."""
    await town.puts("1", "hello")
    town.telegram.refuses(401, "Unauthorized")
    with pytest.raises(Unauthorized, match=r"^BOT_TOKEN: "):
        await town.sends()


async def test_a_picture_that_is_gone_holds_up_nothing(town: Town) -> None:
    """O08: it was purged before it was shown."""
    async with town.store.transaction() as tx:
        params = {"chat_id": ANN, "photo": {"stored": "purged"}}
        await tx.outbox.put("1", ANN, "customer", "sendPhoto", params, now=town.clock())
    await town.puts("2", "next")
    await town.sends()
    assert town.said(ANN) == ["next"]


async def test_a_stop_waits_for_the_call_in_flight_and_begins_no_other(town: Town, rows) -> None:
    """O12: what was sent is known to be sent, so a restart does not repeat it."""
    await town.puts("1", "first")
    await town.puts("2", "second")
    telegram_answers = asyncio.Event()
    town.telegram.plans(telegram_answers)
    running = asyncio.ensure_future(town.courier.run())
    while not town.telegram.calls:  # noqa: ASYNC110  what is waited for is not ours to signal
        await asyncio.sleep(0.01)
    town.courier.stop()
    await asyncio.sleep(0.05)
    assert not running.done()
    telegram_answers.set()
    await asyncio.wait_for(running, 2)
    assert rows("SELECT key, ended FROM outbox ORDER BY id") == [("1", "sent"), ("2", None)]


async def _starts_anew(town: Town) -> None:
    town.courier = town.new_courier(NoPace())
    await town.courier.start()
    await town.sends()

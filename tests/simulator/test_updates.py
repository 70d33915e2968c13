"""getUpdates. Sources: Bot API documentation, the open Bot API server, tdlib."""

import threading
import time

import pytest

from tests.simulator.raw import RawBot, Refused

DAY = 24 * 60 * 60


def texts(updates):
    return [update["message"]["text"] for update in updates]


def test_updates_stay_until_they_are_confirmed(bot, ann):
    """Documented: confirmed by an offset above their id."""
    ann.says("one")
    ann.says("two")
    first, second = bot("getUpdates")
    assert bot("getUpdates") == [first, second]
    assert bot("getUpdates", offset=first["update_id"] + 1) == [second]
    assert bot("getUpdates", offset=second["update_id"] + 1) == []


def test_the_earliest_come_first_and_no_more_than_the_limit(bot, ann):
    """Documented: limit 1 to 100; the clamping is from the server's source."""
    for number in range(3):
        ann.says(str(number))
    assert texts(bot("getUpdates", limit=2)) == ["0", "1"]
    assert texts(bot("getUpdates", limit=0)) == ["0"]
    assert texts(bot("getUpdates", limit=1000)) == ["0", "1", "2"]


def test_a_negative_offset_keeps_the_last_ones(bot, ann):
    """Documented."""
    for number in range(3):
        ann.says(str(number))
    assert texts(bot("getUpdates", offset=-1)) == ["2"]
    assert texts(bot("getUpdates")) == ["2"]


def test_an_offset_far_past_the_tail_is_ignored(bot, ann):
    """Server source (tdlib): more than 10 past the last id."""
    ann.says("one")
    last = bot("getUpdates")[-1]["update_id"]
    assert texts(bot("getUpdates", offset=last + 100)) == ["one"]


def test_a_poll_waits_for_news(sim, bot, ann):
    """Documented: long polling."""
    heard = []
    poll = threading.Thread(target=lambda: heard.extend(bot("getUpdates", timeout=5)))
    poll.start()
    ann.says("hello")
    poll.join(2)
    assert texts(heard) == ["hello"]


def test_a_poll_without_news_ends_empty(bot):
    """Documented."""
    started = time.monotonic()
    assert bot("getUpdates", timeout=1) == []
    assert 0.9 < time.monotonic() - started < 10


def wait_until_polling(sim, bot):
    """A second waiting poll ends the first, so poll in the background and wait until it is there."""
    ended = []

    def poll():
        with pytest.raises(Refused) as refused:
            bot("getUpdates", timeout=5)
        ended.append(refused.value)

    waiting = threading.Thread(target=poll)
    waiting.start()
    while not sim.queue()["polling"]:
        time.sleep(0.01)
    return waiting, ended


def test_a_newer_poll_ends_the_older(sim, bot):
    """Server source."""
    waiting, ended = wait_until_polling(sim, bot)
    bot("getUpdates", timeout=1)
    waiting.join(5)
    assert (ended[0].code, ended[0].description) == (
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    )


def test_setting_a_webhook_ends_a_poll(sim, bot):
    """Server source."""
    waiting, ended = wait_until_polling(sim, bot)
    bot("setWebhook", url="http://127.0.0.1:9/hook")
    waiting.join(5)
    assert (ended[0].code, ended[0].description) == (409, "Conflict: terminated by setWebhook request")


def test_a_webhook_and_polling_exclude_each_other(bot):
    """Server source."""
    bot("setWebhook", url="http://127.0.0.1:9/hook")
    refused = bot.refusal("getUpdates")
    assert (refused.code, refused.description) == (
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    )


def test_allowed_updates_choose_kinds_when_updates_are_made(bot, ann):
    """Documented: kept until changed; does not affect updates that exist already."""
    said = ann.says("before")
    bot("getUpdates", allowed_updates=["edited_message"])
    ann.says("unheard")
    ann.edits(said, "after")
    kinds = [next(iter(set(update) - {"update_id"})) for update in bot.updates()]
    assert kinds == ["message", "edited_message"]
    ann.says("still unheard")
    assert bot("getUpdates") == []
    bot("getUpdates", allowed_updates=[])
    ann.says("heard again")
    assert texts(bot("getUpdates")) == ["heard again"]


def test_messages_are_kept_for_a_day(sim, bot, ann):
    """Documented: not longer than 24 hours."""
    ann.says("yesterday")
    sim.advance(DAY - 60)
    assert len(bot("getUpdates")) == 1
    sim.advance(120)
    assert bot("getUpdates") == []


def test_presses_are_kept_for_150_seconds(sim, bot, ann):
    """Server source."""
    markup = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
    bot("sendMessage", chat_id=ann.id, text="x", reply_markup=markup)
    sim.answer_awaited = 0.0
    ann.taps("Go")
    assert len(bot("getUpdates")) == 1
    sim.advance(151)
    assert bot("getUpdates") == []


def test_a_bot_is_not_told_of_its_own_messages(bot, ann, staff):
    """Documented."""
    bot("sendMessage", chat_id=ann.id, text="x")
    bot("sendMessage", chat_id=staff.id, text="x")
    assert bot("getUpdates") == []


def test_update_ids_rise_over_a_reset(sim, bot, ann):
    """Documented: they rise; the first one is random and large."""
    ann.says("before")
    before = bot("getUpdates")[-1]["update_id"]
    sim.reset()
    ann.says("after")
    (after,) = bot("getUpdates")
    assert after["update_id"] > before > 100_000_000


def test_a_channel_post_is_a_kind_of_its_own(sim, bot, staff):
    """Documented: channel_post and edited_channel_post, without a sender."""
    lea = sim.user("Lea")
    post = lea.says("notice", in_=staff)
    lea.edits(post, "notice!", in_=staff)
    first, second = bot.updates()
    assert first["channel_post"]["sender_chat"]["id"] == staff.id
    assert "from" not in first["channel_post"]
    assert second["edited_channel_post"]["text"] == "notice!"


def test_a_supergroup_names_who_wrote(sim, bot):
    """Documented."""
    group = sim.new_chat("supergroup", "Team", members=[1003])
    sim.user("Rita").says("hello", in_=group)
    (update,) = bot.updates()
    assert update["message"]["from"]["id"] == 1003


def test_held_updates_come_as_one_batch(sim, bot, ann):
    """A fault on demand: what a bot meets after an outage."""
    sim.hold()
    for word in ("one", "two", "three"):
        ann.says(word)
    assert bot("getUpdates") == []
    assert sim.release() == 3
    assert texts(bot("getUpdates")) == ["one", "two", "three"]


def test_an_update_can_come_twice(sim, bot, ann):
    """A fault on demand."""
    ann.says("once")
    (update,) = bot.updates()
    sim.duplicate()
    assert bot.updates() == [update]


def test_an_update_can_be_anything(sim, bot):
    """A fault on demand: what tomorrow's Telegram might send."""
    update_id = sim.raw_update({"message": {"message_id": 1, "surprise": True}})
    assert bot.updates() == [{"update_id": update_id, "message": {"message_id": 1, "surprise": True}}]


def test_two_bots_have_two_queues(sim, bot, ann):
    """Documented."""
    other = RawBot(sim.base_url, "7000000003:another")
    other("getMe")
    ann.says("to the other")
    assert bot("getUpdates") == []
    assert texts(other.updates()) == ["to the other"]

"""Rate limits. Source: the bot FAQ (1 a second in a chat, 20 a minute in a group, 30 a second over all);
bursts and the counting of album items are assumed.
"""

import threading

import pytest

from simulator.client import running_simulator
from simulator.clock import Clock
from simulator.errors import ApiError
from simulator.limits import Limits
from tests.simulator.raw import RawBot, Refused, drawn

GROUP = "-1001000000001"


class FakeTime:
    """A source of time that stands still until it is moved."""

    def __init__(self):
        self.now = 1_795_000_000.0

    def __call__(self):
        return self.now


@pytest.fixture
def time():
    return FakeTime()


@pytest.fixture
def limits(time):
    return Limits(Clock(time))


def taken(limits, chat, times):
    """How many of so many messages may go now, and the wait that the first refused one is told."""
    for count in range(times):
        try:
            limits.take(1, chat)
        except ApiError as error:
            return count, error.parameters["retry_after"]
    return times, 0


def test_a_private_chat_takes_a_short_burst_then_one_a_second(limits, time):
    assert taken(limits, "1001", 10) == (3, 1)
    time.now += 2
    assert taken(limits, "1001", 10) == (2, 1)


def test_a_group_takes_20_a_minute(limits, time):
    assert taken(limits, GROUP, 30) == (20, 3)
    time.now += 60
    assert taken(limits, GROUP, 30) == (20, 3)


def test_all_chats_together_take_30_a_second(limits):
    refused = [chat for chat in range(40) if taken(limits, str(chat), 1)[0] == 0]
    assert refused == list(range(30, 40))


def test_a_refused_message_costs_nothing_but_an_early_retry_is_refused_again(limits, time):
    taken(limits, "1001", 3)
    for _ in range(5):
        assert taken(limits, "1001", 1) == (0, 1)
    time.now += 1
    assert taken(limits, "1001", 1) == (1, 0)


def test_bots_have_limits_of_their_own(limits):
    taken(limits, "1001", 3)
    limits.take(2, "1001")


def test_a_simulator_with_real_limits_refuses_a_flood(socket_enabled):
    with running_simulator(0, "--real-limits") as sim:
        bot = RawBot(sim.base_url)
        bot("getMe")
        sim.user("Ann").says("/start")
        for _ in range(3):
            bot("sendMessage", chat_id=1001, text="x")
        refused = bot.refusal("sendMessage", chat_id=1001, text="x")
        assert (refused.code, refused.parameters) == (429, {"retry_after": 1})
        sim.advance(refused.parameters["retry_after"] + 1)
        bot("sendMessage", chat_id=1001, text="x")
        media = [{"type": "photo", "media": f"attach://f{n}"} for n in range(3)]
        with pytest.raises(Refused, match="failed to send message #"):
            bot("sendMediaGroup", chat_id=1001, media=media, files={f"f{n}": drawn() for n in range(3)})


def test_there_are_no_limits_unless_they_are_wanted(bot, ann):
    for number in range(25):
        bot("sendMessage", chat_id=ann.id, text=str(number))


def test_a_hasty_poll_is_made_to_wait(socket_enabled):
    """Server source: the same offset again within 3 seconds, without a timeout; within half a second one update."""
    with running_simulator(0, "--real-limits") as sim:
        bot = RawBot(sim.base_url)
        bot("getMe")
        for word in ("one", "two"):
            sim.user("Ann").says(word)
        bot("getUpdates")
        answers = []
        hasty = threading.Thread(target=lambda: answers.extend(bot("getUpdates")))
        hasty.start()
        hasty.join(0.2)
        assert answers == []
        while hasty.is_alive():
            sim.advance(3)
        assert [update["message"]["text"] for update in answers] == ["one"]

"""How fast we speak, measured by limits that are counted as Telegram's FAQ describes them."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pace import CROWDED, NOW, Pace, is_counted
from simulator.errors import ApiError
from simulator.limits import Limits
from tests.bot.town import ANN, BEN, STAFF, Town

START = datetime(2026, 11, 2, 12, tzinfo=UTC)


@dataclass
class Telegram:
    """Refuses what comes too early."""

    at: float = 0.0

    def __post_init__(self) -> None:
        self.limits = Limits(self)

    def now(self) -> float:
        return self.at

    def takes(self, chat: int, moment: datetime) -> bool:
        self.at = (moment - START).total_seconds()
        try:
            self.limits.take(1, str(chat))
        except ApiError:
            return False
        return True


CALLS = st.lists(
    st.tuples(
        st.sampled_from([STAFF, STAFF, ANN, BEN, *range(6000, 6040)]),
        st.floats(0, 2),  # seconds since the call before was put
        st.floats(0, 1.5),  # until it arrives
        st.floats(0, 1.5),  # until we hear so
    ),
    max_size=120,
)


@given(CALLS)
def test_what_goes_at_our_pace_never_comes_too_early(calls):
    """O12: whenever a message arrives between the beginning and the end of its call."""
    pace, arrivals, ends, now = Pace(), [], [], START
    for chat, gap, way, back in calls:
        now += timedelta(seconds=gap)
        while (wait := _heard_of(ends, now, pace) or pace.wait(chat, now)) > NOW:
            now += min([wait, *(end - now for end, _ in ends if end > now)])
        pace.begin(chat)
        arrives = now + timedelta(seconds=way)
        arrivals.append((arrives, chat))
        ends.append((arrives + timedelta(seconds=back), chat))
    telegram = Telegram()
    assert all(telegram.takes(chat, moment) for moment, chat in sorted(arrivals))


def _heard_of(ends, now, pace):
    """Ends the calls whose answers are here by now."""
    for ended in sorted(end for end in ends if end[0] <= now):
        ends.remove(ended)
        pace.end(ended[1], ended[0])
    return NOW


@pytest.mark.parametrize(("chat", "messages", "seconds"), [(ANN, 3, 3), (STAFF, 20, 60)])
def test_a_chat_that_heard_enough_rests(chat, messages, seconds):
    pace = Pace()
    for _ in range(messages):
        assert pace.wait(chat, START) == NOW
        pace.begin(chat)
        pace.end(chat, START)
    assert pace.wait(chat, START + timedelta(seconds=1)) == timedelta(seconds=seconds - 1)
    assert pace.wait(BEN, START) == NOW, "others do not wait for it"
    assert pace.wait(chat, START + timedelta(seconds=seconds)) == NOW


def test_thirty_a_second_are_enough_for_all_together():
    pace = Pace()
    for chat in range(1, 31):
        pace.begin(chat)
    assert pace.wait(99, START) > NOW
    for chat in range(1, 31):
        pace.end(chat, START)
    assert pace.wait(99, START + timedelta(seconds=0.5)) == timedelta(seconds=0.5)
    assert pace.wait(99, START + timedelta(seconds=1)) == NOW


def test_chats_that_fell_silent_take_no_room():
    pace = Pace()
    for chat in range(1, 3 * CROWDED):
        pace.begin(chat)
        pace.end(chat, START + timedelta(seconds=chat))
    assert len(pace._windows) < CROWDED + 2


@pytest.mark.parametrize(
    ("method", "chat", "counted"),
    [
        ("sendMessage", ANN, True),
        ("editMessageReplyMarkup", ANN, False),
        ("editMessageText", STAFF, True),
        ("deleteMessage", STAFF, False),
    ],
)
def test_taking_a_button_away_from_a_customer_does_not_make_them_wait(method, chat, counted):
    assert is_counted(method, chat) is counted


async def test_a_flood_of_cards_never_exceeds_the_channels_limit_and_no_customer_waits_for_it(town: Town) -> None:
    """O12, R01: 500 requests within a minute; each of their people hears at once that it was sent."""
    town.courier = town.new_courier(Pace())
    limits, late, refused = Telegram(), [], []
    asked_at: dict[str, datetime] = {}

    def telegram_counts(method: str, chat: int, text: str) -> None:
        if not limits.takes(chat, town.clock()):
            refused.append(text)
        if chat > 0:
            late.append(town.clock() - asked_at[text])

    town.telegram.watched_by = telegram_counts
    await _floods(town, asked_at)
    while await _unsent(town):
        town.clock.passes(seconds=0.5)
        await town.sends()
    assert refused == []
    assert len(town.said(STAFF)) == 500
    assert max(late) <= timedelta(seconds=1)


async def _floods(town: Town, asked_at: dict[str, datetime]) -> None:
    for second in range(60):
        for number in range(second * 500 // 60, (second + 1) * 500 // 60):
            asked_at[f"sent {number}"] = town.clock()
            await town.puts(f"card:{number}", f"card {number}", chat=STAFF, lane="staff")
            await town.puts(f"{number}.1", f"sent {number}", chat=6000 + number)
        for _ in range(2):
            await town.sends()
            town.clock.passes(seconds=0.5)


async def _unsent(town: Town) -> int:
    async with town.store.reading() as tx:
        return (await tx.outbox.counts(now=town.clock()))["pending"]


async def test_a_restart_does_not_forget_what_was_said_before(town: Town) -> None:
    """O12: a courier that starts anew counts what the one before it said, and what it perhaps said."""
    town.courier = town.new_courier(Pace())
    for number in range(21):
        await town.puts(f"{number}", f"card {number}", chat=STAFF, lane="staff")
    await town.sends()
    assert len(town.said(STAFF)) == 20
    town.courier = town.new_courier(Pace())
    await town.courier.start()
    town.clock.passes(seconds=59)
    await town.sends()
    assert len(town.said(STAFF)) == 20
    town.clock.passes(seconds=1)
    await town.sends()
    assert len(town.said(STAFF)) == 21

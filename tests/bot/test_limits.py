"""More than one person, one account or all together may do: one notice, then silence; and nobody else notices."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot import app
from handlers.sieve import Allowance, Sieve
from states.dialogue import Dialogue
from states.policy import Policy
from tests.bot.desks import RITA, press, sends
from tests.bot.town import ANN, BEN, STAFF, FakeClock, Town, message, photo, settings_of

FAST = "You are sending messages very fast."
PHOTOS = "photos within an hour"
BEGUN = "requests within a day"
NOT_NOW = "We have more requests now than we can check."
POLICY = Policy(messages_a_minute=30, photos_an_hour=6, drafts_a_day=4)


def restarts(town: Town, settings: Any, policy: Policy = POLICY) -> None:
    """What was in memory is gone."""
    town.house = replace(app.house(settings, "regain_bot"), dialogue=Dialogue(policy))
    town.worker._house = town.house


@pytest.fixture
def town(town: Town, settings: Any) -> Town:
    """A town that is sooner tired than the real one."""
    restarts(town, settings)
    return town


async def floods(town: Town, who: int, count: int) -> list[str]:
    """What somebody hears who sends so many messages at once."""
    heard = len(town.said(who))
    await town.hears(who, *["/help"] * count)
    return list(town.said(who)[heard:])


# --- one person


async def test_who_sends_messages_too_fast_hears_it_once_and_then_nothing(town: Town) -> None:
    """O11: so many in a minute are answered, the next one is told, the rest is silence; others are served."""
    heard = await floods(town, ANN, POLICY.messages_a_minute + 40)
    assert len(heard) == POLICY.messages_a_minute + 1
    assert [text for text in heard if FAST in text] == heard[-1:]
    assert len(await floods(town, BEN, 3)) == 3
    town.clock.passes(seconds=61)
    assert len(await floods(town, ANN, 3)) == 3


async def test_an_answer_within_the_silence_is_not_taken_and_nothing_before_it_is_lost(town: Town) -> None:
    """O11, C16: the notice asks for it once more."""
    await town.draft(ANN, until="phone")
    await floods(town, ANN, POLICY.messages_a_minute + 1)
    heard = len(town.said(ANN))
    await town.hears(ANN, "+44 7400 123456")
    assert len(town.said(ANN)) == heard
    town.clock.passes(seconds=61)
    await town.hears(ANN, "+44 7400 123456")
    assert "Can you use this phone number now?" in town.said(ANN)[-1]


async def test_a_restart_does_not_end_the_silence(town: Town, settings, rows) -> None:
    """O11: counted in the database; what was in memory alone is half an allowance, and nobody is told twice."""
    await floods(town, ANN, POLICY.messages_a_minute + 10)
    restarts(town, settings)
    heard = await floods(town, ANN, POLICY.messages_a_minute)
    assert len(heard) == POLICY.messages_a_minute // 2
    assert not any(FAST in text for text in heard)
    assert rows("SELECT kind FROM tallies") == [("messages",)]


async def test_presses_and_edits_count_like_messages(town: Town) -> None:
    """O11"""
    await town.draft(ANN)
    edit = {"edited_message": message(ANN, text="hello")["message"]}
    await town.receives(*[press(ANN, "q:1:username:why"), edit] * POLICY.messages_a_minute)
    await town.works()
    await town.sends()
    assert len([text for text in town.said(ANN) if FAST in text]) == 1
    heard = len(town.said(ANN))
    await town.receives(press(ANN, "q:1:username:why"), edit, message(ANN, text="hello"))
    await town.works()
    await town.sends()
    assert len(town.said(ANN)) == heard


async def test_a_human_pace_leaves_no_row(town: Town, settings, rows) -> None:
    """O11, C03: half of an allowance is counted in memory alone, so nothing is stored of whom we never had to stop."""
    restarts(town, settings, Policy())
    await town.draft(ANN, until="expiry_date")
    assert rows("SELECT count(*) FROM tallies") == [(0,)]


async def test_a_reviewer_is_never_shut_out(town: Town) -> None:
    """O11: neither at the desk nor in words."""
    heard = await floods(town, RITA, POLICY.messages_a_minute + 20)
    assert len(heard) == POLICY.messages_a_minute + 20


async def test_photos_are_counted_by_the_hour_and_fetched_no_more_when_they_are_too_many(town: Town) -> None:
    """O11: bytes too, for a photo that will not be looked at is not downloaded."""
    await town.draft(ANN, until="expiry_date")
    await town.hears(ANN, "22 March 2031", "22 March 2021")
    for _ in range(POLICY.photos_an_hour + 5):
        town.clock.passes(seconds=10)
        await town.receives(photo(ANN))
        await town.works()
        await town.sends()
    assert len([text for text in town.said(ANN) if PHOTOS in text]) == 1
    assert PHOTOS in town.said(ANN)[-1]
    assert len(town.gallery.roles) == POLICY.photos_an_hour
    town.clock.passes(hours=1)
    await town.receives(photo(ANN))
    await town.works()
    assert len(town.gallery.roles) == POLICY.photos_an_hour + 1


async def test_requests_begun_anew_are_counted_by_the_day(town: Town, settings, rows) -> None:
    """O11: the one too many is not stored; a restart of ours does not help, a day does."""
    for number in range(POLICY.drafts_a_day + 3):
        town.clock.passes(minutes=2)
        if number == POLICY.drafts_a_day // 2 + 2:
            restarts(town, settings)
            for _ in range(POLICY.drafts_a_day // 2):
                await town.hears(ANN, "/start", "/cancel", "Yes, stop and delete")
        await town.hears(ANN, "/start", "/cancel", "Yes, stop and delete")
    assert len([text for text in town.said(ANN) if BEGUN in text]) == 1
    assert rows("SELECT count(*) FROM cases") == [(0,)]
    town.clock.passes(hours=25)
    await town.hears(ANN, "/start")
    assert rows("SELECT count(*) FROM cases") == [(1,)]


# --- one account


async def test_an_account_that_many_people_claim_at_once_does_not_fill_the_queue(town: Town, rows) -> None:
    """O11, C32, C49: the one too many keeps the answers and hears nothing of others; the words are those of a flood."""
    for who in range(6001, 6001 + POLICY.account_requests_a_day):
        await sends(town, who, "ann@example.com")
    late = await sends(town, ANN, "ann@example.com")
    await town.sends()
    assert (late.stage, late.submitted_at, late.step) == (None, None, "check")
    assert NOT_NOW in town.said(ANN)[-1]
    assert rows("SELECT count(*) FROM events WHERE kind = 'submitted'") == [(POLICY.account_requests_a_day,)]
    assert (await sends(town, BEN, "ben@example.com")).stage == "waiting"
    await town.hears(ANN, "Send my request")
    assert len([text for text in town.said(ANN) if NOT_NOW in text]) == 1
    town.clock.passes(hours=24, seconds=1)
    await town.hears(ANN, "Send my request")
    assert "Your reference is" in " ".join(town.said(ANN)) or "sheet" in town.said(ANN)[-1]


async def test_ones_own_earlier_requests_shut_nobody_out(town: Town, rows) -> None:
    """O11: only other people's are counted."""
    for _ in range(POLICY.account_requests_a_day + 1):
        case = await sends(town, ANN, "ann@example.com")
        assert case.stage == "waiting"
        rows("UPDATE cases SET closed_at = 1")


# --- all together


@pytest.fixture
def few_an_hour(town: Town, file, clock: FakeClock) -> Town:
    """The same town, where no more than three requests an hour can be checked."""
    return Town(town.store, settings_of(file, requests_an_hour=3), clock)


async def test_a_flood_of_requests_does_not_bury_the_reviewers(few_an_hour: Town, rows) -> None:
    """O11: who comes later keeps the answers, hears once when to send them, and can an hour later."""
    town = few_an_hour
    for who in range(6001, 6004):
        assert (await sends(town, who, f"u{who}@example.com")).stage == "waiting"
    late = await sends(town, ANN, "ann@example.com")
    for _ in range(3):
        await town.hears(ANN, "Send my request")
    assert len([text for text in town.said(ANN) if NOT_NOW in text]) == 1
    cards = [call for call in town.telegram.calls if getattr(call, "chat_id", None) == STAFF]
    assert len(cards) == 3
    town.clock.passes(hours=1, seconds=1)
    await town.hears(ANN, "Send my request")
    assert "Your reference is" in town.said(ANN)[-1]
    assert rows("SELECT stage FROM cases WHERE id = ?", late.id) == [("waiting",)]


# --- those whom we do not talk with


async def test_a_stranger_who_presses_staff_buttons_does_not_fill_the_record(town: Town, rows) -> None:
    """O11, R06"""
    case = await sends(town, ANN, "ann@example.com")
    presses = [press(BEN, f"r:{case.id}:1:claim", STAFF)] * (POLICY.messages_a_minute + 20)
    await town.receives(*presses)
    await town.works()
    kinds = rows("SELECT count(*) FROM events WHERE kind = 'stranger_refused'")
    assert kinds == [(POLICY.messages_a_minute,)]


async def test_a_group_that_calls_us_again_and_again_is_left_alone(town: Town) -> None:
    """O11"""
    group = {"id": -77, "type": "group", "title": "A group"}
    calls = [{"message": {**message(BEN, text="/start")["message"], "chat": group}}] * (POLICY.messages_a_minute + 20)
    await town.receives(*calls)
    await town.works()
    await town.sends()
    assert len(town.said(-77)) == POLICY.messages_a_minute


# --- what memory keeps


def test_memory_forgets_people_whose_period_is_over(clock: FakeClock) -> None:
    """O11: a million visitors do not stay in it."""
    sieve, allowance = Sieve(), Allowance("messages", 60, timedelta(minutes=1))
    for person in range(12_000):
        clock.passes(seconds=0.02)
        sieve.count(allowance, person, clock())
    assert len(sieve._counts) <= 10_001


def test_memory_is_not_looked_through_at_each_message_of_a_busy_day(clock: FakeClock) -> None:
    """O11: where nobody's period is over, the room doubles."""
    sieve, allowance = Sieve(), Allowance("drafts", 10, timedelta(days=1))
    for person in range(25_000):
        sieve.count(allowance, person, clock())
    assert len(sieve._counts) == 25_000
    assert sieve._room >= 25_000

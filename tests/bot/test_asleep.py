"""Presses that were lost: Telegram keeps them for 150 seconds, and nobody fetched them."""

import asyncio
from datetime import datetime, timedelta

import pytest
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import GetWebhookInfo
from aiogram.types import WebhookInfo
from aiohttp.test_utils import TestClient, TestServer

from bot.hearing import Hearing, listen
from bot.receiver import SECRET_HEADER, webhook
from handlers.asleep import CARD_EVERY
from tests.bot.desks import RITA, presses, sends
from tests.bot.town import ANN, BEN, STAFF, Town, message

NOTE = "Our buttons did not work for a while. If you pressed one, press it again."
STAFF_NOTE = "Buttons did not work from"
ACCESS = "Can you use this phone number now?"


async def hears_again(town: Town, **gap: float) -> None:
    """Telegram is heard after a while, and the clock has had the time to speak of it."""
    town.clock.passes(**gap)
    await town.hearing.heard()
    await settles(town)


async def settles(town: Town) -> None:
    """Some ticks of the clock after Telegram was heard."""
    town.clock.passes(seconds=40)
    for _ in range(3):
        await town.timers.tick()
        town.clock.passes(seconds=CARD_EVERY.seconds)
    await town.sends()


async def asked_for_access(town: Town, who: int) -> None:
    """Somebody stands before a question with buttons, and Telegram was heard just now."""
    await town.draft(who, until="phone_access")
    await town.hearing.heard()


def notes(town: Town, chat: int, note: str = NOTE) -> list[str]:
    return [text for text in town.said(chat) if note in text]


async def test_after_a_gap_the_open_question_is_asked_again(town: Town) -> None:
    """O12: with its buttons, and why."""
    await asked_for_access(town, ANN)
    await hears_again(town, seconds=151)
    assert len(notes(town, ANN)) == 1
    assert ACCESS in town.said(ANN)[-1]
    buttons = town.telegram.calls[-1].reply_markup
    assert buttons
    await hears_again(town, seconds=60)
    assert len(notes(town, ANN)) == 1


@pytest.mark.parametrize("quiet", [{"seconds": 149}, {"seconds": 30}])
async def test_a_shorter_silence_lost_no_press(town: Town, quiet: dict[str, float]) -> None:
    await asked_for_access(town, ANN)
    await hears_again(town, **quiet)
    assert notes(town, ANN) == []


async def test_quiet_hours_with_answered_polls_are_no_gap(town: Town) -> None:
    await asked_for_access(town, ANN)
    for _ in range(60):
        town.clock.passes(seconds=50)
        await town.hearing.heard()
    await settles(town)
    assert notes(town, ANN) == []


async def test_a_gap_is_noticed_by_the_process_that_comes_after_it(town: Town) -> None:
    """C16: killed, and started again only minutes later; the next restart says nothing of it any more."""
    await asked_for_access(town, ANN)
    town.hearing = Hearing(town.store, town.clock)
    await hears_again(town, minutes=10)
    assert len(notes(town, ANN)) == 1
    town.hearing = Hearing(town.store, town.clock)
    await hears_again(town, seconds=20)
    assert len(notes(town, ANN)) == 1


async def test_two_restarts_in_one_gap_speak_of_it_once(town: Town) -> None:
    """O12: the first of them heard nothing; nor does a kill between noticing and telling forget it."""
    await asked_for_access(town, ANN)
    town.clock.passes(minutes=5)
    for _ in range(2):
        town.hearing = Hearing(town.store, town.clock)
        await town.timers.tick()
    await town.sends()
    assert notes(town, ANN) == []
    await town.hearing.heard()
    town.hearing = Hearing(town.store, town.clock)
    await town.hearing.heard()
    await settles(town)
    assert len(notes(town, ANN)) == 1


async def test_nothing_is_said_while_telegram_is_away(town: Town, rows) -> None:
    await asked_for_access(town, ANN)
    town.clock.passes(minutes=30)
    await town.timers.tick()
    await town.sends()
    assert notes(town, ANN) == []
    assert rows("SELECT count(*) FROM timers WHERE kind = 'heard'") == [(1,)]


async def test_who_wrote_since_then_is_left_alone(town: Town) -> None:
    """Their words waited at Telegram: they have been answered, and the buttons before them are fresh."""
    await asked_for_access(town, ANN)
    await asked_for_access(town, BEN)
    town.clock.passes(minutes=10)
    await town.hearing.heard()
    await town.hears(ANN, "Why?")
    await settles(town)
    assert notes(town, ANN) == []
    assert len(notes(town, BEN)) == 1


async def test_who_did_nothing_for_a_day_before_is_left_alone(town: Town, rows) -> None:
    await asked_for_access(town, ANN)
    town.clock.passes(hours=25)
    rows("DELETE FROM timers WHERE key = 'draft:1'")
    rows("UPDATE timers SET due_at = ? WHERE key = 'heard'", int(town.clock().timestamp() * 1_000_000))
    town.hearing = Hearing(town.store, town.clock)
    await hears_again(town, minutes=10)
    assert notes(town, ANN) == []


async def test_where_nothing_can_be_pressed_nothing_is_said(town: Town) -> None:
    """The buttons below the text box send words, and Telegram keeps words for a day."""
    await town.draft(ANN, until="phone")
    await town.hearing.heard()
    await hears_again(town, minutes=10)
    assert notes(town, ANN) == []


async def test_open_cards_say_it_and_their_buttons_work(town: Town) -> None:
    """R17, O12: the card of a case that nobody has, and of one that somebody has, who is told in private too."""
    ann, ben = await sends(town, ANN, "ann@example.com"), await sends(town, BEN, "ben@example.com")
    await town.sends()
    await presses(town, RITA, ben, "claim", chat=STAFF)
    await town.hearing.heard()
    await hears_again(town, minutes=10)
    assert [f"{ben.ref}: buttons did not work" in text for text in town.said(RITA)][-1]
    refs = {text.split(" ")[0].removeprefix("<b>") for text in notes(town, STAFF, STAFF_NOTE)}
    assert refs == {ann.ref, ben.ref}
    assert (await presses(town, RITA, ann, "claim", chat=STAFF)).claimed_by == RITA
    assert STAFF_NOTE not in town.said(STAFF)[-1]


async def test_a_reviewer_who_pressed_since_then_is_told_nothing(town: Town) -> None:
    case = await sends(town, ANN, "ann@example.com")
    await town.sends()
    await town.hearing.heard()
    town.clock.passes(minutes=10)
    await town.hearing.heard()
    await presses(town, RITA, case, "claim", chat=STAFF)
    await settles(town)
    assert notes(town, STAFF, STAFF_NOTE) == []


async def test_an_approval_that_can_be_stopped_is_shown_again(town: Town) -> None:
    """R24: "I did not ask for this" is the button that must not be lost."""
    case = await sends(town, ANN, "ann@example.com")
    async with town.store.transaction() as tx:
        case.stage, case.decided_by, case.decided_at = "approved", RITA, town.clock()
        case.desk.effective_at = town.clock() + timedelta(hours=24)
        await tx.cases.save(case, now=town.clock())
    await town.sends()
    await town.hearing.heard()
    await hears_again(town, minutes=10)
    (said,) = notes(town, ANN)
    assert "If you did not ask for this, stop it now." in said
    assert any(STAFF_NOTE.lower() in text.lower() for text in town.said(RITA))


async def test_cards_are_refreshed_a_few_at_a_time(town: Town, rows) -> None:
    """New requests find room in the staff chat, and customers wait for neither cards nor notes."""
    for who in range(6001, 6006):
        await sends(town, who, f"u{who}@example.com")
    await town.sends()
    await town.hearing.heard()
    town.clock.passes(minutes=10)
    await town.hearing.heard()
    town.clock.passes(seconds=40)
    await town.timers.tick()
    due = [moment for (moment,) in rows("SELECT due_at FROM timers WHERE kind = 'asleep' ORDER BY due_at")]
    assert [(later - due[0]) // 1_000_000 for later in due] == [n * CARD_EVERY.seconds for n in range(5)]
    await town.timers.tick()
    lanes = rows("SELECT lane FROM outbox WHERE ended IS NULL")
    assert lanes == [(1,)]


async def test_one_damaged_case_keeps_nobody_from_hearing_of_it(town: Town, rows) -> None:
    await asked_for_access(town, ANN)
    await asked_for_access(town, BEN)
    rows("UPDATE answers SET sealed_answer = x'00' WHERE case_id = 1")
    await hears_again(town, minutes=10)
    assert notes(town, ANN) == []
    assert len(notes(town, BEN)) == 1


# --- with a webhook


class FakeWebhook:
    """What Telegram says of its deliveries, one answer for each question, and then no more."""

    def __init__(self, town: Town, *answers: datetime | Exception | None) -> None:
        self.town, self.answers = town, list(answers)

    async def ask(self) -> WebhookInfo:
        if not self.answers:
            raise asyncio.CancelledError
        self.town.clock.passes(seconds=60)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return WebhookInfo(url="x", has_custom_certificate=False, pending_update_count=0, last_error_date=answer)

    async def listened(self) -> None:
        with pytest.raises(asyncio.CancelledError):
            await listen(self.ask, self.town.hearing, self.town.clock, pause=timedelta())
        await settles(self.town)


async def test_with_a_webhook_quiet_hours_are_no_gap(town: Town) -> None:
    await asked_for_access(town, ANN)
    long_ago = town.clock() - timedelta(hours=1)
    await FakeWebhook(town, *[None] * 30, *[long_ago] * 30).listened()
    assert notes(town, ANN) == []


async def test_with_a_webhook_what_could_not_be_brought_is_a_gap(town: Town) -> None:
    """Telegram is reached, but does not reach us; or is not reached at all."""
    await asked_for_access(town, ANN)
    start = town.clock()
    failures = [start + timedelta(minutes=n) for n in (1, 2)]
    unreached = TelegramNetworkError(method=GetWebhookInfo(), message="down")
    await FakeWebhook(town, *failures, unreached, None).listened()
    assert len(notes(town, ANN)) == 1


async def test_with_a_webhook_an_update_that_is_brought_is_news_of_telegram(town: Town) -> None:
    """One that failed among many that came is no gap."""
    await asked_for_access(town, ANN)
    async with TestClient(TestServer(webhook(town.inlet, "/hook", "s", town.hearing))) as client:
        for number in range(5):
            town.clock.passes(seconds=100)
            update = {"update_id": 900 + number, **message(BEN, text="hello")}
            await client.post("/hook", headers={SECRET_HEADER: "s"}, json=update)
    await settles(town)
    assert notes(town, ANN) == []

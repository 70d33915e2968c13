"""From the inbox to the handlers: order, failures, pictures."""

import asyncio
from collections import Counter
from pathlib import Path

import pytest
from aiogram import Router
from aiogram.types import Message

from bot.gallery import NotReached
from bot.worker import FETCH_TRIES, TRIES
from handlers.work import Work
from tests.bot.town import ANN, BEGINNING, BEN, STAFF, Town, message, photo
from tests.conversations.living import QUESTIONS
from tests.seed_case import SEED_CASE

SAVE_AGAIN = "We could not save your answer. Nothing is lost. Send it again in a few minutes."
BROKEN = {"message": {"message_id": 1, "date": "soon", "chat": {"id": ANN, "type": "private"}}}


class Echo:
    """Handlers that repeat what they hear, and fail at some words as often as they were told to."""

    def __init__(self, **failures: int) -> None:
        self.left = Counter(failures)

    def routes(self) -> Router:
        router = Router()
        router.message.register(self.on_message)
        return router

    async def on_message(self, said: Message, work: Work) -> None:
        await work.call("sendMessage", {"chat_id": said.chat.id, "text": said.text or "(picture)"})
        if self.left[said.text or ""]:
            self.left[said.text or ""] -= 1
            raise RuntimeError("Marta")


@pytest.fixture
def echo_town(store, settings, clock):
    return lambda **failures: Town(store, settings, clock, Echo(**failures).routes())


async def test_an_update_that_fails_is_tried_again_and_nothing_of_its_chat_overtakes_it(echo_town) -> None:
    """C16, O12: not even from the same batch; other chats go on; what the failed try said is not said."""
    town = echo_town(two=2)
    await town.receives(*(message(ANN, text=text) for text in ("one", "two", "three")), message(BEN, text="hello"))
    await town.works()
    await town.sends()
    assert (town.said(ANN), town.said(BEN)) == (["one"], ["hello"])
    for seconds in (1, 2):
        town.clock.passes(seconds=seconds)
        await town.works()
    await town.sends()
    assert town.said(ANN) == ["one", "two", "three"]


async def test_an_update_that_always_fails_is_set_aside_and_both_sides_hear_of_it(echo_town, rows, capsys) -> None:
    """O12, O06: its person is asked to send it again, the staff reads its number, the log its code and no word."""
    town = echo_town(two=TRIES)
    await town.receives(message(ANN, text="two"), message(ANN, text="three"))
    for _ in range(TRIES):
        await town.works()
        town.clock.passes(minutes=1)
    await town.works()
    await town.sends()
    assert town.said(ANN) == [SAVE_AGAIN, "three"]
    assert "set aside: 1." in town.said(STAFF)[0]
    assert rows("SELECT ended, sealed_update, chat_id FROM inbox ORDER BY id") == [("dead", None, 0), ("done", None, 0)]
    log = capsys.readouterr()
    assert "RuntimeError" in log.out + log.err
    assert "Marta" not in log.out + log.err


async def test_an_update_that_nobody_can_read_stops_no_other(echo_town, rows) -> None:
    """O12: a poison update is one dead letter, not a stopped bot."""
    town = echo_town()
    await town.receives(BROKEN, {"something_new": {"id": "x"}}, message(BEN, text="hello"))
    await town.works()
    await town.sends()
    assert town.said(BEN) == ["hello"]
    assert town.said(ANN) == [SAVE_AGAIN]
    assert rows("SELECT count(*) FROM inbox WHERE ended IS NULL") == [(0,)]


async def test_the_same_update_twice_has_one_effect(town: Town) -> None:
    """O12: while it waits, and after it was dealt with."""
    update = {"update_id": 900, **message(ANN, text="/start")}
    await town.inlet.put([update, update])
    await town.works()
    await town.inlet.put([update])
    await town.works()
    await town.sends()
    assert len(town.said(ANN)) == 1


async def test_somebody_who_sends_a_hundred_pictures_keeps_nobody_waiting(echo_town) -> None:
    """O11: they wait for their own first picture."""
    town = echo_town()
    never = asyncio.Event()
    town.gallery.planned.append(never)
    await town.receives(*(photo(ANN) for _ in range(100)), message(BEN, text="hello"))
    async with asyncio.TaskGroup() as group:
        await town.worker._round(group, town.courier.spoke)
        await town.sends()
        assert town.said(BEN) == ["hello"]
        never.set()
    await town.works()
    await town.sends()
    assert town.said(ANN) == ["(picture)"] * 100


async def test_a_picture_that_telegram_does_not_hand_out_now_is_fetched_later(echo_town) -> None:
    """C16: and what was said after it waits."""
    town = echo_town()
    town.gallery.planned.extend([NotReached(), NotReached()])
    await town.receives(photo(ANN), message(ANN, text="next"))
    await town.works()
    await town.sends()
    assert town.said(ANN) == []
    for seconds in (1, 2):
        town.clock.passes(seconds=seconds)
        await town.works()
    await town.sends()
    assert town.said(ANN) == ["(picture)", "next"]


@pytest.mark.parametrize(("failure", "tries"), [(NotReached(), FETCH_TRIES), (ValueError("Marta"), TRIES)])
async def test_a_picture_that_cannot_be_had_is_asked_for_again(echo_town, failure: Exception, tries: int) -> None:
    """O12: whatever went wrong with it, the process goes on and the person hears."""
    town = echo_town()
    town.gallery.planned.extend([failure] * tries)
    await town.receives(photo(ANN))
    for _ in range(tries - 1):
        await town.works()
        town.clock.passes(minutes=1)
    await town.sends()
    assert town.said(ANN) == []
    await town.works()
    await town.sends()
    assert town.said(ANN) == [SAVE_AGAIN]


async def test_both_photos_sent_at_once_are_each_looked_at_for_what_was_asked(town: Town) -> None:
    """C16: the answer before them and both photos came in one batch."""
    await town.draft(ANN, until="issue_date")
    await town.receives(message(ANN, text=SEED_CASE["issue_date"]), photo(ANN), photo(ANN))
    await town.works()
    await town.sends()
    assert town.gallery.roles == ["document", "selfie"]
    assert QUESTIONS["check"] in town.said(ANN)[-1]


async def test_answers_typed_faster_than_we_read_are_taken_in_order(town: Town) -> None:
    """C16, C04: seven answers and commands in one batch, each to the question that it belongs to."""
    await town.hears(ANN, *BEGINNING, "I agree", *(SEED_CASE[step] for step in ("username", "phone", "phone_access")))
    assert QUESTIONS["full_name"] in town.said(ANN)[-1]
    asked = [step for said in town.said(ANN) for step, question in QUESTIONS.items() if question in said]
    assert asked == ["username", "phone", "phone_access", "full_name"]


async def test_a_stop_finishes_the_updates_at_hand(town: Town, rows) -> None:
    """O12"""
    await town.receives(message(ANN, text="/start"))
    running = asyncio.ensure_future(town.worker.run(town.courier.spoke))
    await asyncio.wait_for(town.courier.spoke.wait(), 5)
    town.worker.stop()
    await asyncio.wait_for(running, 2)
    assert rows("SELECT ended FROM inbox") == [("done",)]


async def test_nothing_that_a_person_said_can_be_read_in_the_file(town: Town, file: Path) -> None:
    """O06, O07: neither what waits to be dealt with nor what waits to be sent."""
    await town.receives(message(ANN, text="Zacharias Quellwasser"))
    await town.puts("1", "Dear Zacharias Quellwasser")
    on_disk = b"".join(path.read_bytes() for path in file.parent.iterdir())
    assert b"Quellwasser" not in on_disk


async def test_an_album_in_one_batch_is_one_photo_and_one_word_about_the_rest(town: Town, rows) -> None:
    """C39: three pictures at once, as Telegram brings them; one is kept, the step moves once, and a second batch of the
    same album after a restart changes nothing.
    """
    await town.draft(ANN, until="expiry_date")
    await town.hears(ANN, "22 March 2031", "22 March 2021")
    heard = len(town.said(ANN))
    album = [{"message": {**photo(ANN)["message"], "media_group_id": "a1"}} for _ in range(3)]
    await town.receives(*album)
    await town.works()
    await town.sends()
    said = town.said(ANN)[heard:]
    assert ["Send a photo of you holding the same" in said[0], "You sent several photos." in said[1]] == [True, True]
    assert len(said) == 2
    assert rows("SELECT question FROM photos") == [("document_photo",)]
    await town.receives(album[0])
    await town.works()
    assert rows("SELECT step FROM cases") == [("selfie",)]
    assert rows("SELECT count(*) FROM photos") == [(1,)]

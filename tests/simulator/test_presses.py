"""Buttons: presses, their answers, and how long those are awaited."""

import threading

import pytest

KEYBOARD = {
    "inline_keyboard": [
        [{"text": "Claim", "callback_data": "claim:1", "style": "primary"}],
        [{"text": "Site", "url": "https://example.com/"}, {"text": "Copy", "copy_text": {"text": "R-2041"}}],
    ],
}
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@pytest.fixture
def card(bot, staff):
    return bot("sendMessage", chat_id=staff.id, text="card", reply_markup=KEYBOARD)


class Press:
    """A tap in the background, as it waits for the bot's answer."""

    def __init__(self, person, room, label="Claim"):
        self.answer = None
        self._thread = threading.Thread(target=self._tap, args=(person, room, label))
        self._thread.start()

    def _tap(self, person, room, label):
        self.answer = person.taps(label, in_=room)

    def done(self):
        self._thread.join(5)
        return self.answer


def query_of(bot):
    (update,) = bot("getUpdates", timeout=3)
    bot("getUpdates", offset=update["update_id"] + 1)
    return update["callback_query"]


def test_a_press_names_who_pressed_even_in_a_channel(bot, staff, rita, card):
    """Documented: from, message, chat_instance, data."""
    press = Press(rita, staff)
    query = query_of(bot)
    assert (query["from"]["id"], query["data"]) == (rita.id, "claim:1")
    assert query["message"]["message_id"] == card["message_id"]
    assert query["chat_instance"]
    bot("answerCallbackQuery", callback_query_id=query["id"], text="Yours", show_alert=True)
    answer = press.done()
    assert (answer.answered, answer.text, answer.show_alert) == (True, "Yours", True)


def test_an_unanswered_press_stays_unanswered(sim, bot, staff, rita, card):
    """Observed: the app stops waiting by itself."""
    sim.answer_awaited = 0.1
    assert not rita.taps("Claim", in_=staff).answered


def test_a_late_answer_is_refused(sim, bot, staff, rita, card):
    """Observed words; the window is unpublished, 15 seconds by default are assumed."""
    sim.answer_awaited = 0.0
    rita.taps("Claim", in_=staff)
    query = query_of(bot)
    sim.advance(16)
    refused = bot.refusal("answerCallbackQuery", callback_query_id=query["id"])
    assert (refused.code, refused.description) == (400, f"Bad Request: {TOO_OLD}")


def test_an_unknown_query_is_refused(bot):
    """Server source."""
    refused = bot.refusal("answerCallbackQuery", callback_query_id="5")
    assert refused.description == f"Bad Request: {TOO_OLD}"


def test_an_answer_has_at_most_200_characters(bot, staff, rita, card):
    """Documented: 0 to 200 characters; the code is assumed."""
    press = Press(rita, staff)
    query = query_of(bot)
    assert bot.refusal("answerCallbackQuery", callback_query_id=query["id"], text="x" * 201).code == 400
    bot("answerCallbackQuery", callback_query_id=query["id"], text="x" * 200)
    assert press.done().text == "x" * 200


def test_links_open_and_copies_copy_without_the_bot(bot, staff, rita, card):
    """Documented."""
    assert rita.taps("Site", in_=staff).opened == "https://example.com/"
    assert rita.taps("Copy", in_=staff).copied == "R-2041"
    assert bot("getUpdates") == []


def test_an_old_screen_sends_data_that_is_no_longer_shown(sim, bot, staff, rita, card):
    """Observed: clients send the bytes they remember, so a bot must expect any."""
    place = {"chat_id": staff.id, "message_id": card["message_id"]}
    shown = staff.last()
    bot("editMessageReplyMarkup", **place)
    sim.answer_awaited = 0.0
    rita.sends_data(shown, "claim:1", in_=staff)
    assert query_of(bot)["data"] == "claim:1"


def test_a_deleted_message_has_no_buttons(bot, staff, rita, card):
    """Assumed: the press never leaves the app."""
    shown = staff.last()
    bot("deleteMessage", chat_id=staff.id, message_id=card["message_id"])
    with pytest.raises(AssertionError, match="There is no message"):
        rita.sends_data(shown, "claim:1", in_=staff)


def test_a_missing_label_names_those_that_are_there(bot, staff, rita, card):
    with pytest.raises(AssertionError, match="Claim"):
        rita.taps_on(staff.last(), "Approve", in_=staff)

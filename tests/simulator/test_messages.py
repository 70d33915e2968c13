"""Sending, editing, deleting: what is refused and with which words.

Each row says where its rule comes from: documented (Bot API), server source (the open Bot API server, tdlib),
observed (public issues), assumed.
"""

import pytest

LONG = "x" * 4097
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
TWO_DAYS = 48 * 60 * 60 + 1


def inline(**button):
    return {"inline_keyboard": [[{"text": "Go", **button}]]}


REFUSED_SENDS = [
    ("server source", {"chat_id": 1001}, "message text is empty"),
    ("server source", {"chat_id": 1001, "text": ""}, "message text is empty"),
    ("server source", {"chat_id": 1001, "text": " \n "}, "text must be non-empty"),
    ("server source", {"chat_id": 1001, "text": LONG}, "message is too long"),
    ("server source", {"chat_id": 1001, "text": "<b>", "parse_mode": "HTML"},
     "can't parse entities: Can't find end tag corresponding to start tag \"b\""),
    ("server source", {"text": "x"}, "chat_id is empty"),
    ("server source", {"chat_id": 999, "text": "x"}, "chat not found"),
    ("server source", {"chat_id": "@nowhere", "text": "x"}, "chat not found"),
    ("server source", {"chat_id": 1001, "text": "x", "message_thread_id": 7}, "message thread not found"),
    ("server source", {"chat_id": 1001, "text": "x", "reply_parameters": {"message_id": 5}},
     "message to be replied not found"),
    ("observed", {"chat_id": 1001, "text": "x", "reply_markup": inline(callback_data="d" * 65)}, "BUTTON_DATA_INVALID"),
    ("observed", {"chat_id": 1001, "text": "x", "reply_markup": inline(callback_data="й" * 33)}, "BUTTON_DATA_INVALID"),
    ("observed", {"chat_id": 1001, "text": "x", "reply_markup": inline(callback_data="")}, "BUTTON_DATA_INVALID"),
    ("server source", {"chat_id": 1001, "text": "x", "reply_markup": inline()},
     "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
    ("server source", {"chat_id": 1001, "text": "x", "reply_markup": inline(url="http://localhost/x")},
     "inline keyboard button URL 'http://localhost/x' is invalid: Wrong HTTP URL"),
    ("documented", {"chat_id": 1001, "text": "x", "reply_markup": inline(copy_text={"text": "y" * 257})},
     "BUTTON_COPY_TEXT_INVALID"),
    ("server source", {"chat_id": 1001, "text": "x", "reply_markup": "{"},
     "can't parse reply keyboard markup JSON object"),
    ("server source", {"chat_id": 1001, "text": "x", "reply_markup": "[]"}, "object expected as reply markup"),
    ("server source", {"chat_id": -1001000000001, "text": "x", "reply_markup": {"keyboard": [["Yes"]]}},
     "inline keyboard expected"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "params", "words"), REFUSED_SENDS)
def test_a_send_is_refused(bot, ann, source, params, words):
    refused = bot.refusal("sendMessage", **params)
    assert (refused.status, refused.description) == (400, f"Bad Request: {words}")


def test_the_longest_text_counts_code_points_after_parsing(bot, ann):
    """Server source: 4096 code points once the tags are gone."""
    text = "<b>" + "😀" * 4096 + "</b>"
    assert len(bot("sendMessage", chat_id=ann.id, text=text, parse_mode="HTML")["text"]) == 4096


def test_callback_data_of_64_bytes_is_fine(bot, ann):
    """Documented: 1 to 64 bytes."""
    message = bot("sendMessage", chat_id=ann.id, text="x", reply_markup=inline(callback_data="й" * 32))
    assert message["reply_markup"] == inline(callback_data="й" * 32)


def test_a_person_who_never_wrote_cannot_be_written_to(bot):
    """Server source."""
    refused = bot.refusal("sendMessage", chat_id=1002, text="x")
    assert (refused.code, refused.description) == (403, "Forbidden: bot can't initiate conversation with a user")


def test_a_person_who_blocked_the_bot_cannot_be_written_to(bot, ann):
    """Server source; `my_chat_member` is documented."""
    ann.blocks()
    refused = bot.refusal("sendMessage", chat_id=ann.id, text="x")
    assert (refused.code, refused.description) == (403, "Forbidden: bot was blocked by the user")
    ann.unblocks()
    bot("sendMessage", chat_id=ann.id, text="again")
    told = [update["my_chat_member"]["new_chat_member"]["status"] for update in bot.updates()]
    assert told == ["kicked", "member"]


def test_a_deactivated_person_cannot_be_written_to(sim, bot):
    """Server source."""
    gone = sim.new_user("Kim", deactivated=True)
    refused = bot.refusal("sendMessage", chat_id=gone.id, text="x")
    assert (refused.code, refused.description) == (403, "Forbidden: user is deactivated")


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("left", "bot is not a member of the channel chat"),
        ("kicked", "bot was kicked from the channel chat"),
    ],
)
def test_a_channel_without_the_bot_refuses_it(sim, bot, staff, status, words):
    """Server source."""
    sim.user("Lea").changes_bot_rights(staff, status=status)
    refused = bot.refusal("sendMessage", chat_id=staff.id, text="x")
    assert (refused.code, refused.description) == (403, f"Forbidden: {words}")


def test_an_upgraded_group_names_its_new_id(sim, bot):
    """Server source: `parameters.migrate_to_chat_id`; the service message is documented."""
    group = sim.new_chat("group", "Team", members=[1003])
    supergroup = sim.upgrade(group)
    refused = bot.refusal("sendMessage", chat_id=group.id, text="x")
    assert refused.description == "Bad Request: group chat was upgraded to a supergroup chat"
    assert refused.parameters == {"migrate_to_chat_id": supergroup.id}
    assert [update["message"].get("migrate_to_chat_id") for update in bot.updates()] == [supergroup.id]
    bot("sendMessage", chat_id=supergroup.id, text="x")


def test_phone_numbers_are_asked_for_in_private_chats_only(sim, bot, ann):
    """Server source."""
    keyboard = {"keyboard": [[{"text": "Share", "request_contact": True}]]}
    group = sim.new_chat("supergroup", "Team", members=[1003])
    refused = bot.refusal("sendMessage", chat_id=group.id, text="x", reply_markup=keyboard)
    assert refused.description == "Bad Request: phone number can be requested in private chats only"
    bot("sendMessage", chat_id=ann.id, text="x", reply_markup=keyboard)


def test_a_reply_keyboard_is_seen_but_never_echoed(bot, ann):
    """Server source: only inline keyboards come back."""
    keyboard = {"keyboard": [[{"text": "Yes"}, {"text": "No"}]], "resize_keyboard": True}
    assert "reply_markup" not in bot("sendMessage", chat_id=ann.id, text="Sure?", reply_markup=keyboard)
    assert ann.keyboard() == ["Yes", "No"]
    bot("sendMessage", chat_id=ann.id, text="Thanks")
    assert ann.keyboard() == ["Yes", "No"]
    bot("sendMessage", chat_id=ann.id, text="Bye", reply_markup={"remove_keyboard": True})
    assert ann.keyboard() == []


def test_the_keyboard_goes_with_its_message(bot, ann):
    """Server source: tdlib forgets the keyboard when its message is deleted."""
    message = bot("sendMessage", chat_id=ann.id, text="Sure?", reply_markup={"keyboard": [["Yes"]]})
    bot("deleteMessage", chat_id=ann.id, message_id=message["message_id"])
    assert ann.keyboard() == []


def test_a_reply_to_a_missing_message_may_be_allowed(bot, ann):
    """Documented: allow_sending_without_reply."""
    asked = {"message_id": 5, "allow_sending_without_reply": True}
    assert "reply_to_message" not in bot("sendMessage", chat_id=ann.id, text="x", reply_parameters=asked)


def test_a_reply_shows_what_it_answers(bot, ann):
    """Documented."""
    first = bot("sendMessage", chat_id=ann.id, text="one")
    reply = bot("sendMessage", chat_id=ann.id, text="two", reply_parameters={"message_id": first["message_id"]})
    assert reply["reply_to_message"]["text"] == "one"


def test_a_channel_post_has_no_sender(bot, staff):
    """Documented: `sender_chat`, no `from`."""
    post = bot("sendMessage", chat_id=staff.id, text="card")
    assert "from" not in post
    assert post["sender_chat"]["id"] == staff.id


def test_an_edit_replaces_text_and_takes_the_keyboard(bot, ann):
    """Documented; an edit without reply_markup removes the keyboard: server source."""
    sent = bot("sendMessage", chat_id=ann.id, text="old", reply_markup=inline(callback_data="go"))
    edited = bot("editMessageText", chat_id=ann.id, message_id=sent["message_id"], text="<i>new</i>", parse_mode="HTML")
    assert (edited["text"], edited["entities"][0]["type"], "reply_markup" in edited) == ("new", "italic", False)
    assert edited["edit_date"] >= edited["date"]
    assert ann.hears("new", since=0).edited == 1


@pytest.mark.parametrize(
    ("source", "changes", "words"),
    [
        ("server source", {"text": "same"}, NOT_MODIFIED),
        ("server source", {"text": " same\n"}, NOT_MODIFIED),
        ("assumed", {"text": LONG}, "MESSAGE_TOO_LONG"),
        ("server source", {"text": "new", "message_id": 5}, "message to edit not found"),
        ("server source", {"text": "new", "message_id": None}, "message identifier is not specified"),
        ("server source", {"text": ""}, "message text is empty"),
        ("server source", {"text": "new", "reply_markup": {"keyboard": [["Yes"]]}}, "inline keyboard expected"),
    ],
)
def test_an_edit_is_refused(bot, ann, source, changes, words):
    sent = bot("sendMessage", chat_id=ann.id, text="same")
    params = {"chat_id": ann.id, "message_id": sent["message_id"], **changes}
    refused = bot.refusal("editMessageText", **{name: value for name, value in params.items() if value is not None})
    assert refused.description == f"Bad Request: {words}"


def test_the_same_text_with_another_keyboard_is_an_edit(bot, ann):
    """Server source: text and keyboard together decide."""
    sent = bot("sendMessage", chat_id=ann.id, text="same")
    place = {"chat_id": ann.id, "message_id": sent["message_id"]}
    assert bot("editMessageText", text="same", reply_markup=inline(callback_data="go"), **place)["reply_markup"]
    assert bot("editMessageReplyMarkup", **place).get("reply_markup") is None
    assert bot.refusal("editMessageReplyMarkup", **place).description == f"Bad Request: {NOT_MODIFIED}"


def test_what_others_wrote_cannot_be_edited(bot, ann):
    """Server source."""
    said = ann.says("mine")
    refused = bot.refusal("editMessageText", chat_id=ann.id, message_id=said.message_id, text="yours")
    assert refused.description == "Bad Request: message can't be edited"


def test_a_message_with_a_reply_keyboard_cannot_be_edited(bot, ann):
    """Server source."""
    sent = bot("sendMessage", chat_id=ann.id, text="x", reply_markup={"keyboard": [["Yes"]]})
    refused = bot.refusal("editMessageText", chat_id=ann.id, message_id=sent["message_id"], text="y")
    assert refused.description == "Bad Request: message can't be edited"


def test_a_photo_has_a_caption_and_no_text(bot, ann, photo):
    """Server source."""
    sent = bot("sendPhoto", files={"photo": photo}, chat_id=ann.id, caption="old")
    place = {"chat_id": ann.id, "message_id": sent["message_id"]}
    refused = bot.refusal("editMessageText", text="new", **place)
    assert refused.description == "Bad Request: there is no text in the message to edit"
    assert bot("editMessageCaption", caption="new", **place)["caption"] == "new"


def test_a_text_has_no_caption(bot, ann):
    """Server source."""
    sent = bot("sendMessage", chat_id=ann.id, text="x")
    refused = bot.refusal("editMessageCaption", chat_id=ann.id, message_id=sent["message_id"], caption="y")
    assert refused.description == "Bad Request: there is no caption in the message to edit"


def test_what_a_person_wrote_can_be_deleted_for_two_days(sim, bot, ann):
    """Documented: incoming messages of private chats, under 48 hours; the words from the server's source."""
    young, old = ann.says("4111 1111 1111 1111"), ann.says("old")
    bot("deleteMessage", chat_id=ann.id, message_id=young.message_id)
    assert ann.message(young.message_id).deleted
    sim.advance(TWO_DAYS)
    refused = bot.refusal("deleteMessage", chat_id=ann.id, message_id=old.message_id)
    assert refused.description == "Bad Request: message can't be deleted for everyone"


def test_a_deleted_message_is_gone(bot, ann):
    """Server source."""
    sent = bot("sendMessage", chat_id=ann.id, text="x")
    place = {"chat_id": ann.id, "message_id": sent["message_id"]}
    bot("deleteMessage", **place)
    assert bot.refusal("deleteMessage", **place).description == "Bad Request: message to delete not found"
    assert bot.refusal("editMessageText", text="y", **place).description == "Bad Request: message to edit not found"


def test_other_peoples_posts_need_a_right_to_be_deleted(sim, bot, staff):
    """Documented: can_delete_messages."""
    lea = sim.user("Lea")
    post = lea.says("notice", in_=staff)
    lea.changes_bot_rights(staff, status="administrator", can_delete_messages=False)
    place = {"chat_id": staff.id, "message_id": post.message_id}
    assert bot.refusal("deleteMessage", **place).description == "Bad Request: message can't be deleted"
    own = bot("sendMessage", chat_id=staff.id, text="mine")
    bot("deleteMessage", chat_id=staff.id, message_id=own["message_id"])


def test_many_are_deleted_at_once_and_missing_ones_passed_over(bot, ann):
    """Documented."""
    ids = [bot("sendMessage", chat_id=ann.id, text=str(n))["message_id"] for n in range(3)]
    assert bot("deleteMessages", chat_id=ann.id, message_ids=[*ids, 5]) is True
    assert ann.messages()[-1].text == "/start"


def test_copy_and_forward(bot, ann, staff):
    """Documented: a copy has no link to its original."""
    sent = bot("sendMessage", chat_id=ann.id, text="<b>x</b>", parse_mode="HTML")
    place = {"chat_id": staff.id, "from_chat_id": ann.id, "message_id": sent["message_id"]}
    bot("copyMessage", **place)
    copied = staff.last()
    assert (copied.html, "forward_origin" in copied.raw) == ("<b>x</b>", False)
    assert bot("forwardMessage", **place)["forward_origin"]["sender_user"]["is_bot"]
    missing = place | {"message_id": 5}
    assert bot.refusal("copyMessage", **missing).description == "Bad Request: message to copy not found"
    assert bot.refusal("forwardMessage", **missing).description == "Bad Request: message to forward not found"


def test_protected_content_is_marked_and_not_passed_on(bot, ann, staff):
    """Documented: protect_content; the words are assumed."""
    sent = bot("sendMessage", chat_id=ann.id, text="secret", protect_content=True)
    assert sent["has_protected_content"]
    assert ann.last().protected
    place = {"chat_id": staff.id, "from_chat_id": ann.id, "message_id": sent["message_id"]}
    assert bot.refusal("copyMessage", **place).code == 400


def test_pins(bot, staff):
    """Documented."""
    sent = bot("sendMessage", chat_id=staff.id, text="card")
    place = {"chat_id": staff.id, "message_id": sent["message_id"]}
    bot("pinChatMessage", **place)
    assert bot("getChat", chat_id=staff.id)["pinned_message"]["text"] == "card"
    bot("unpinChatMessage", **place)
    assert "pinned_message" not in bot("getChat", chat_id=staff.id)
    missing = bot.refusal("pinChatMessage", chat_id=staff.id, message_id=5)
    assert missing.description == "Bad Request: message to pin not found"


def test_links_commands_and_addresses_are_found_in_a_text(bot, ann):
    """Observed: Telegram marks them by itself."""
    said = ann.says("/start see https://example.com/a, ann@example.com @regain_demo_bot #R2041")
    kinds = [entity["type"] for entity in said.raw["entities"]]
    assert kinds == ["bot_command", "url", "email", "mention", "hashtag"]


def test_message_ids_rise_within_a_chat_and_series_are_shared_by_private_chats(sim, bot, ann, staff):
    """Observed: private chats share one series per bot; a channel has its own."""
    ben = sim.user("Ben")
    ids = [ann.says("one").message_id, ben.says("two").message_id, ann.says("three").message_id]
    assert ids == sorted(set(ids))
    first, second = (bot("sendMessage", chat_id=staff.id, text="x")["message_id"] for _ in range(2))
    assert second == first + 1

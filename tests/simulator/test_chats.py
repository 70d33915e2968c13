"""Chats, members, and what a bot says about itself. Source: Bot API documentation."""

import pytest


def test_a_bot_learns_about_a_chat(bot, ann, staff):
    assert bot("getChat", chat_id=staff.id)["title"] == "Staff"
    assert bot("getChat", chat_id=ann.id)["first_name"] == "Ann"
    assert bot.refusal("getChat", chat_id=999).description == "Bad Request: chat not found"


@pytest.mark.parametrize(("user_id", "status"), [(1003, "member"), (1005, "administrator"), (1006, "left")])
def test_a_bot_learns_who_is_a_member(bot, staff, user_id, status):
    assert bot("getChatMember", chat_id=staff.id, user_id=user_id)["status"] == status


def test_nobody_is_no_member(bot, staff):
    """The words are assumed; Telegram has used several."""
    refused = bot.refusal("getChatMember", chat_id=staff.id, user_id=999)
    assert refused.description == "Bad Request: invalid user_id specified"


def test_a_bot_learns_its_own_rights(sim, bot, staff):
    sim.user("Lea").changes_bot_rights(staff, status="administrator", can_delete_messages=False)
    me = bot("getChatMember", chat_id=staff.id, user_id=7000000001)
    assert (me["status"], me["can_post_messages"], me["can_delete_messages"]) == ("administrator", True, False)
    told = bot.updates()[-1]["my_chat_member"]
    assert told["new_chat_member"]["can_delete_messages"] is False


def test_a_bot_that_may_not_post_cannot(sim, bot, staff):
    """Observed."""
    sim.user("Lea").changes_bot_rights(staff, status="administrator", can_post_messages=False)
    refused = bot.refusal("sendMessage", chat_id=staff.id, text="x")
    assert refused.description == "Bad Request: need administrator rights in the channel chat"


def test_administrators_are_listed_with_the_bot(bot, staff):
    listed = [member["user"]["id"] for member in bot("getChatAdministrators", chat_id=staff.id)]
    assert listed == [7000000001, 1005]


def test_a_bot_can_leave(bot, staff):
    bot("leaveChat", chat_id=staff.id)
    assert bot.refusal("getChat", chat_id=staff.id).code == 403


def test_commands_are_kept_by_scope_and_language(bot):
    start = [{"command": "start", "description": "Begin"}]
    queue = [{"command": "queue", "description": "Open cases"}]
    scope = {"type": "chat", "chat_id": -1001000000001}
    bot("setMyCommands", commands=start)
    bot("setMyCommands", commands=queue, scope=scope, language_code="uk")
    assert bot("getMyCommands") == start
    assert bot("getMyCommands", scope=scope, language_code="uk") == queue
    bot("deleteMyCommands", scope=scope, language_code="uk")
    assert bot("getMyCommands", scope=scope, language_code="uk") == []


@pytest.mark.parametrize(
    "command",
    [
        {"command": "Start", "description": "x"},
        {"command": "x" * 33, "description": "x"},
        {"command": "start", "description": ""},
    ],
)
def test_a_command_is_refused(bot, command):
    assert bot.refusal("setMyCommands", commands=[command]).code == 400


@pytest.mark.parametrize(
    ("field", "method", "most"),
    [("name", "Name", 64), ("description", "Description", 512), ("short_description", "ShortDescription", 120)],
)
def test_texts_about_the_bot_are_kept_by_language(bot, field, method, most):
    bot(f"setMy{method}", **{field: "hello"})
    bot(f"setMy{method}", **{field: "привіт"}, language_code="uk")
    assert bot(f"getMy{method}", language_code="uk") == {field: "привіт"}
    assert bot(f"getMy{method}", language_code="de") == {field: "hello"}
    assert bot.refusal(f"setMy{method}", **{field: "x" * (most + 1)}).code == 400


def test_the_menu_button_is_kept(bot, ann):
    bot("setChatMenuButton", chat_id=ann.id, menu_button={"type": "commands"})
    assert bot("getChatMenuButton", chat_id=ann.id) == {"type": "commands"}


def test_typing_is_shown_only_where_the_bot_may_write(bot, ann):
    assert bot("sendChatAction", chat_id=ann.id, action="typing") is True
    assert bot.refusal("sendChatAction", chat_id=1002, action="typing").code == 403


def test_a_contact_can_be_sent(bot, ann):
    sent = bot("sendContact", chat_id=ann.id, phone_number="+442079460100", first_name="Help")
    assert sent["contact"] == {"phone_number": "+442079460100", "first_name": "Help"}

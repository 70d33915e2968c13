"""The control API and its client: what people do, what they see, what is recorded."""

import http.client
import json
import threading

import pytest

from simulator.client import SimulatorError, running_simulator
from tests.simulator.raw import drawn


def test_people_and_the_staff_channel_are_there_from_the_start(sim):
    state = sim.state()
    assert [user["first_name"] for user in state["users"]] == ["Ann", "Ben", "Rita", "Rob", "Lea", "Sam"]
    assert [user["id"] for user in state["users"]] == [1001, 1002, 1003, 1004, 1005, 1006]
    staff = next(chat for chat in state["chats"] if chat["type"] == "channel")
    assert (staff["id"], staff["title"]) == (-1001000000001, "Staff")


def test_another_world_can_be_given(tmp_path, socket_enabled):
    world = tmp_path / "world.json"
    bots = [{"token": "7000000009:given", "username": "given_bot"}]
    world.write_text(json.dumps({"users": [{"id": 5, "first_name": "Zoe"}], "bots": bots}))
    with running_simulator(0, "--world", str(world)) as sim:
        assert [user["first_name"] for user in sim.state()["users"]] == ["Zoe"]
        assert sim.wait_for_bot()["username"] == "given_bot"
        sim.user("Zoe").says("hello")


def test_without_a_bot_nobody_can_write(socket_enabled):
    with running_simulator() as sim:
        with pytest.raises(SimulatorError, match="No bot has called"):
            sim.user("Ann").says("hello")
        with pytest.raises(SimulatorError, match="No bot has called"):
            sim.wait_for_bot(0.1)


def test_ones_own_number_has_ones_own_id_and_a_foreign_one_has_not(sim, bot, ann):
    """Documented: contact.user_id; it decides whether a number is really the sender's."""
    ann.shares_contact()
    ann.shares_contact(own=False)
    ann.shares_contact(contact={"phone_number": "+12025550147", "first_name": "Ben", "user_id": 1002})
    contacts = [update["message"]["contact"] for update in bot.updates()]
    assert [contact.get("user_id") for contact in contacts] == [1001, None, 1002]
    assert contacts[0]["phone_number"] == ann.facts["phone_number"]


def test_a_key_says_its_words_or_shares_the_number(bot, ann):
    """Documented: KeyboardButton."""
    keyboard = {"keyboard": [[{"text": "Share", "request_contact": True}], [{"text": "Back"}]]}
    bot("sendMessage", chat_id=ann.id, text="Your number?", reply_markup=keyboard)
    ann.presses("Back")
    ann.presses("Share")
    said, shared = bot.updates()
    assert said["message"]["text"] == "Back"
    assert shared["message"]["contact"]["user_id"] == ann.id
    with pytest.raises(SimulatorError, match="There is no key 'Skip'"):
        ann.presses("Skip")


@pytest.mark.parametrize("kind", ["sticker", "voice", "video", "location", "poll"])
def test_people_send_other_things(bot, ann, kind):
    getattr(ann, f"sends_{kind}")()
    (update,) = bot.updates()
    assert kind in update["message"]


def test_an_edit_is_told_and_marked(bot, ann):
    """Documented: edited_message."""
    said = ann.says("one")
    ann.edits(said, "two")
    _, update = bot.updates()
    assert (update["edited_message"]["text"], update["edited_message"]["message_id"]) == ("two", said.message_id)
    assert ann.message(said.message_id).edited == 1


def test_people_edit_only_what_they_wrote(bot, ann):
    bot("sendMessage", chat_id=ann.id, text="mine")
    with pytest.raises(SimulatorError, match="only their own"):
        ann.edits(ann.last(), "yours")


def test_a_forwarded_message_names_its_origin(sim, bot, ann):
    """Documented: forward_origin."""
    said = ann.says("look")
    bot.updates()
    ann.forwards(said)
    (update,) = bot.updates()
    assert update["message"]["forward_origin"]["sender_user"]["id"] == ann.id


def test_a_deletion_by_a_person_is_not_told(bot, ann):
    """Documented: there is no such update."""
    said = ann.says("oops")
    bot.updates()
    ann.deletes(said)
    assert bot("getUpdates") == []
    assert ann.message(said.message_id).deleted


def test_who_blocked_the_bot_cannot_write_before_unblocking(ann):
    ann.blocks()
    with pytest.raises(SimulatorError, match="Unblock"):
        ann.says("hello")
    ann.unblocks()
    ann.says("hello")


def test_nobody_writes_or_presses_in_the_private_chat_of_another(sim, bot, ann):
    ben = sim.user("Ben")
    markup = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
    bot("sendMessage", chat_id=ann.id, text="x", reply_markup=markup)
    with pytest.raises(SimulatorError, match="the chat of Ann"):
        ben.says("hello", in_=ann)
    with pytest.raises(SimulatorError, match="the chat of Ann"):
        ben.taps("Go", in_=ann)


def test_a_link_to_the_bot_sends_its_payload(bot, ann):
    """Documented: deep links."""
    ann.opens("https://t.me/regain_demo_bot?start=case_R2041")
    assert bot.updates()[-1]["message"]["text"] == "/start case_R2041"


def test_only_administrators_write_in_a_channel(sim, bot, staff, rita):
    with pytest.raises(SimulatorError, match="may not write"):
        rita.says("hello", in_=staff)
    sim.user("Lea").says("hello", in_=staff)


def test_hearing_waits_for_what_is_said_after_ones_last_action(bot, ann):
    bot("sendMessage", chat_id=ann.id, text="old news")
    ann.says("news?")
    with pytest.raises(SimulatorError, match="Nobody said 'news'"):
        ann.hears("news", timeout=0.1)
    late = threading.Timer(0.1, lambda: bot("sendMessage", chat_id=ann.id, text="new news"))
    late.start()
    assert ann.hears("news").text == "new news"
    late.join()


def test_hearing_notices_an_edit(bot, ann):
    sent = bot("sendMessage", chat_id=ann.id, text="wait")
    ann.says("done?")
    bot("editMessageText", chat_id=ann.id, message_id=sent["message_id"], text="done")
    assert ann.hears("done").message_id == sent["message_id"]


def test_hearing_nothing_fails_when_something_is_heard(bot, ann):
    ann.says("quiet?")
    ann.hears_nothing(within=0.05)
    bot("sendMessage", chat_id=ann.id, text="no")
    with pytest.raises(AssertionError, match="Heard: no"):
        ann.hears_nothing(within=0.05)


def test_messages_since_one_are_the_later_and_the_changed(sim, bot, ann):
    first = bot("sendMessage", chat_id=ann.id, text="first")
    second = bot("sendMessage", chat_id=ann.id, text="second")
    bot("sendMessage", chat_id=ann.id, text="third")
    bot("editMessageText", chat_id=ann.id, message_id=first["message_id"], text="changed")
    since = sim.get(f"/sim/chats/{ann.id}/messages", since=second["message_id"])
    assert [message["text"] for message in since] == ["changed", "third"]


def test_settling_waits_until_the_bot_has_taken_and_done_everything(sim, bot, ann):
    ann.says("hello")
    with pytest.raises(SimulatorError, match="Not settled"):
        sim.settle(timeout=0.2)
    bot.updates()
    sim.settle()


def test_calls_are_logged_with_sizes_instead_of_files(sim, bot, ann, photo):
    bot("sendPhoto", files={"photo": photo}, chat_id=ann.id)
    bot.refusal("sendMessage", chat_id=999, text="x")
    sent, refused = sim.calls("sendPhoto")[0], sim.calls("sendMessage")[0]
    assert sent["params"]["photo"] == {"file": "photo.jpg", "size": len(photo)}
    assert (sent["ok"], sent["status"], sent["result"]["chat"]) == (True, 200, ann.id)
    assert (refused["ok"], refused["status"]) == (False, 400)
    assert refused["description"] == "Bad Request: chat not found"
    assert sim.calls(since=refused["n"]) == []


def test_strict_mode_reports_what_telegram_would_ignore(sim, bot, ann, photo):
    bot("sendMessage", chat_id=ann.id, text="x", reply_markups="y")
    bot("sendPhoto", files={"part1": photo}, chat_id=ann.id, photo="attach://part1")
    bot.refusal("sendTelegram")
    assert [violation["problem"] for violation in sim.violations()] == [
        "unknown parameter reply_markups",
        "unknown method",
    ]


def test_the_transcript_reads_as_a_conversation(sim, bot, ann):
    sim.answer_awaited = 0.0
    markup = {"inline_keyboard": [[{"text": "Start", "callback_data": "go"}]]}
    bot("sendMessage", chat_id=ann.id, text="Welcome", reply_markup=markup)
    ann.taps("Start")
    ann.sends_photo(drawn())
    assert ann.transcript() == "Ann: /start\nRegain: Welcome [Start]\nAnn: [Start]\nAnn: (photo)\n"


def test_the_transcript_can_be_a_test_that_plays_it_again(sim, bot, ann):
    bot("sendMessage", chat_id=ann.id, text="Welcome\nto the first time")
    written = {}
    exec(compile(ann.transcript("test"), "transcript", "exec"), written)

    def answer_one_message():
        bot("getUpdates", timeout=3)
        bot("sendMessage", chat_id=ann.id, text="Welcome\nto the second time")

    answering = threading.Thread(target=answer_one_message)
    answering.start()
    written["test_transcript"](sim)
    answering.join()
    assert [message.text.splitlines()[-1] for message in ann.messages()] == [
        "/start",
        "to the first time",
        "/start",
        "to the second time",
    ]


def test_events_tell_the_page_what_happens(sim, bot, ann):
    host, port = sim.base_url.removeprefix("http://").split(":")
    connection = http.client.HTTPConnection(host, int(port), timeout=5)
    connection.request("GET", "/sim/events")
    stream = connection.getresponse()
    assert stream.readline() == b": listening\n"
    sent = bot("sendMessage", chat_id=ann.id, text="x", reply_markup={"keyboard": [["Yes"]]})
    bot("deleteMessage", chat_id=ann.id, message_id=sent["message_id"])
    kinds = []
    while kinds[-1:] != ["delete"]:
        line = stream.readline().decode().strip()
        if line.startswith("event: "):
            kinds.append(line.removeprefix("event: "))
    connection.close()
    assert kinds == ["keyboard", "message", "call", "keyboard", "delete"]


def test_a_picture_is_shown_and_a_page_is_not(sim, bot, ann):
    """A file that a person sends must not run as a page of the demo."""
    ann.sends_photo(drawn())
    ann.sends_photo(b"<script>alert(1)</script>", as_file=True, name="page.html")
    picture, page = (message.raw["file_url"] for message in ann.messages()[-2:])
    assert bot.exchange("GET", picture)[1]["Content-Type"] == "image/jpeg"
    assert bot.exchange("GET", page)[1]["Content-Type"] == "application/octet-stream"


def test_a_reset_brings_the_first_day_back(sim, bot, ann):
    sim.new_user("Kim")
    bot("setMyCommands", commands=[{"command": "start", "description": "Begin"}])
    sim.reset()
    assert ann.everything() == []
    assert "Kim" not in [user["first_name"] for user in sim.state()["users"]]
    assert bot("getMyCommands") == [{"command": "start", "description": "Begin"}]


@pytest.mark.parametrize(
    ("path", "body", "words"),
    [
        ("/sim/send", {"user": 1001}, "text is missing"),
        ("/sim/send", {"user": 77, "text": "x"}, "There is no user 77"),
        ("/sim/send", {"user": 1001, "chat": -5, "text": "x"}, "There is no user -5"),
        ("/sim/users", {}, "first_name is missing"),
        ("/sim/chats", {"type": "room", "title": "x"}, "type must be"),
        ("/sim/tap", {"user": 1001, "message_id": 5, "data": "x"}, "There is no message 5"),
    ],
)
def test_what_cannot_be_done_is_said(sim, bot, path, body, words):
    with pytest.raises(SimulatorError, match=words):
        sim.post(path, body)


@pytest.mark.parametrize(("note", "kind"), [(False, "video"), (True, "video_note")])
def test_a_video_has_the_bytes_and_the_length_that_were_sent(bot, ann, note, kind):
    """Documented: message.video and message.video_note, duration in seconds."""
    ann.sends_video(b"moving pictures", seconds=12, note=note)
    (update,) = bot.updates()
    told = update["message"][kind]
    assert (told["duration"], told["file_size"]) == (12, len(b"moving pictures"))

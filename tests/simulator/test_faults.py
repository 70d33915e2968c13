"""Faults on demand: which calls they hit, and what is left behind."""

import http.client
import time

import pytest


def send(bot, ann, text="x"):
    return bot("sendMessage", chat_id=ann.id, text=text)


@pytest.mark.parametrize(
    ("kind", "fields", "code", "words"),
    [
        ("429", {"retry_after": 5}, 429, "Too Many Requests: retry after 5"),
        ("500", {}, 500, "Internal Server Error: restart"),
        ("502", {}, 502, "Bad Gateway"),
        ("code", {"code": 403, "description": "Forbidden: user is deactivated"}, 403, "Forbidden: user is deactivated"),
    ],
)
def test_a_call_is_refused_as_often_as_asked(sim, bot, ann, kind, fields, code, words):
    sim.fault(kind, method="sendMessage", times=2, **fields)
    for _ in range(2):
        refused = bot.refusal("sendMessage", chat_id=ann.id, text="x")
        assert (refused.status, refused.description) == (code, words)
    assert send(bot, ann)["text"] == "x"


def test_a_fault_hits_only_what_it_names(sim, bot, ann, staff):
    sim.fault("500", method="sendMessage", chat=staff.id, text="card")
    send(bot, ann, "card")
    bot("sendMessage", chat_id=staff.id, text="notice")
    assert bot.refusal("sendMessage", chat_id=staff.id, text="the card").code == 500


def test_faults_can_be_taken_back(sim, bot, ann):
    sim.fault("500", times=100)
    sim.clear_faults()
    assert send(bot, ann)


def test_a_call_cut_before_was_not_done(sim, bot, ann):
    sim.fault("reset_before", method="sendMessage")
    with pytest.raises((http.client.HTTPException, ConnectionError)):
        send(bot, ann, "lost")
    assert "lost" not in [message.text for message in ann.messages()]


def test_a_call_cut_after_was_done_without_an_answer(sim, bot, ann):
    sim.fault("reset_after", method="sendMessage")
    with pytest.raises((http.client.HTTPException, ConnectionError)):
        send(bot, ann, "done")
    assert ann.hears("done", since=0)
    (call,) = sim.calls("sendMessage")
    assert (call["status"], call["ok"]) == (0, False)


def test_a_delayed_call_is_done_late(sim, bot, ann):
    sim.fault("delay", method="sendMessage", seconds=0.3)
    started = time.monotonic()
    send(bot, ann)
    assert time.monotonic() - started >= 0.3


def test_polls_can_fail_too(sim, bot):
    sim.fault("502", method="getUpdates")
    assert bot.refusal("getUpdates").code == 502


@pytest.mark.parametrize("fault", [{"kind": "flood"}, {"kind": "429", "chance": 0.5}])
def test_a_fault_that_does_not_exist_is_refused(sim, fault):
    with pytest.raises(AssertionError):
        sim.post("/sim/faults", fault)

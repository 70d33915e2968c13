"""The bot that Telegram calls, instead of asking."""

import http.client
import json
import time
from contextlib import closing

import pytest

from simulator.client import running_simulator
from tests.conversations.living import QUESTIONS, BotProcess, Customer, free_port

SECRET = "a-secret_of-ours"
HEADER = "X-Telegram-Bot-Api-Secret-Token"


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """A simulator of its own, and a bot that listens on a port."""
    port, watch = free_port(), free_port()
    settings = {
        "TRANSPORT": "webhook",
        "WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram",
        "WEBHOOK_SECRET": SECRET,
        "WEBHOOK_LISTEN": f"127.0.0.1:{port}",
        "WATCH_LISTEN": f"127.0.0.1:{watch}",
    }
    with running_simulator(0, "--strict") as sim:
        bot = BotProcess(sim, tmp_path_factory.mktemp("webhook"), **settings)
        bot.start()
        yield sim, bot, port, watch
        bot.kill()


def ask(port: int, method: str, path: str, body: bytes = b"", **headers: str) -> tuple[int, bytes]:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=5)) as connection:
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        return answer.status, answer.read()


def test_a_conversation_through_the_webhook(world):
    """O12: Telegram shows the secret, each update is answered once."""
    sim, bot, *_ = world
    ann = Customer.of(sim.user("Ann"))
    ann.begins()
    ann.answers_until("full_name")
    assert ann.person.last().text.count(QUESTIONS["full_name"]) == 1
    assert sim.calls("getUpdates") == []
    assert bot.rows("SELECT count(*) FROM inbox WHERE ended IS NULL") == [(0,)]
    assert sim.violations() == []


@pytest.mark.parametrize("shown", [None, "wrong", "s\xe9cret"])
def test_who_does_not_know_the_secret_is_refused(world, shown):
    """R06: nobody else may speak for a customer or a reviewer."""
    _, bot, port, _ = world
    update = json.dumps({"update_id": 1, "message": {"text": "/start", "chat": {"id": 1002}}}).encode()
    headers = {} if shown is None else {HEADER: shown}
    assert ask(port, "POST", "/telegram", update, **headers)[0] == 403
    assert bot.rows("SELECT count(*) FROM inbox WHERE update_id = 1") == [(0,)]


def test_who_watches_sees_numbers_only(world):
    """O06: alive and ready, with how much waits."""
    *_, watch = world
    assert ask(watch, "GET", "/healthz") == (200, b'{"alive": true}')
    status, body = ask(watch, "GET", "/readyz")
    told = json.loads(body)
    assert (status, told["ready"], told["inbox"]["pending"], told["outbox"]["dead"]) == (200, True, 0, 0)


def test_a_stop_lets_the_call_under_way_arrive_and_ends_well(world):
    """O12: SIGTERM; what was under way is known to be sent, so that the next start does not say it again."""
    sim, bot, *_ = world
    ben = sim.user("Ben")
    sim.settle()
    sim.fault("delay", method="sendMessage", chat=str(ben.id), seconds=1.5, times=1)
    ben.says("/start")
    of_ben = "SELECT sending, ended FROM outbox WHERE chat_id = ?"
    while bot.rows(of_ben, ben.id) != [(1, None)]:
        time.sleep(0.02)
    began = time.monotonic()
    assert bot.stop() == 0
    assert 0.5 < time.monotonic() - began < 10
    assert ben.transcript().count("Recover your CEX.IO account") == 1
    assert bot.rows(of_ben, ben.id) == [(0, "sent")]

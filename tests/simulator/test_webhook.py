"""Updates by webhook. Sources: Bot API documentation and the open Bot API server."""

import http.server
import json
import queue
import threading
import time

import pytest

PATIENCE = 5


class Hook(http.server.ThreadingHTTPServer):
    """A bot's web server: records what comes, answers what it is told to, else 200."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), HookHandler)
        self.received = queue.Queue()
        self.answers = queue.Queue()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}/hook"

    def heard(self):
        return self.received.get(timeout=PATIENCE)

    def heard_texts(self, count):
        return [self.heard()[1]["message"]["text"] for _ in range(count)]


class HookHandler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        status, headers, answer = 200, {}, {}
        if not self.server.answers.empty():
            status, headers, answer = self.server.answers.get()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(json.dumps(answer).encode())
        self.server.received.put((dict(self.headers), json.loads(body)))

    def log_message(self, *_):
        pass


@pytest.fixture
def hook(bot):
    server = Hook()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server
    bot("deleteWebhook", drop_pending_updates=True)
    server.shutdown()
    server.server_close()
    thread.join()


def info_with_pending(bot, count):
    """What getWebhookInfo says once so many updates wait: an answer is on its way when the hook has heard."""
    deadline = time.monotonic() + PATIENCE
    while (info := bot("getWebhookInfo"))["pending_update_count"] != count:
        assert time.monotonic() < deadline, info
    return info


def test_updates_come_in_order_with_the_secret(bot, ann, hook):
    """Documented: X-Telegram-Bot-Api-Secret-Token."""
    bot("setWebhook", url=hook.url, secret_token="s3cret")
    ann.says("one")
    ann.says("two")
    headers, first = hook.heard()
    assert headers["X-Telegram-Bot-Api-Secret-Token"] == "s3cret"
    assert first["message"]["text"] == "one"
    assert hook.heard_texts(1) == ["two"]


def test_what_waited_comes_when_the_webhook_is_set(bot, ann, hook):
    """Documented."""
    ann.says("early")
    bot("setWebhook", url=hook.url)
    assert hook.heard_texts(1) == ["early"]


def test_pending_updates_can_be_dropped(bot, ann, hook):
    """Documented."""
    ann.says("early")
    bot("setWebhook", url=hook.url, drop_pending_updates=True)
    ann.says("late")
    assert hook.heard_texts(1) == ["late"]


def test_a_failing_update_comes_again_and_blocks_only_its_chat(sim, bot, ann, hook):
    """Server source: at once, then after 2 seconds, 4, and so on."""
    for _ in range(2):
        hook.answers.put((500, {}, {}))
    bot("setWebhook", url=hook.url)
    ann.says("one")
    assert hook.heard_texts(2) == ["one", "one"]
    ann.says("two")
    ben = sim.user("Ben")
    ben.says("from Ben")
    assert hook.heard_texts(1) == ["from Ben"]
    info = info_with_pending(bot, 2)
    assert info["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"
    sim.advance(2)
    assert hook.heard_texts(2) == ["one", "two"]


def test_the_bot_may_ask_for_a_later_retry(sim, bot, ann, hook):
    """Server source: Retry-After, at most an hour."""
    hook.answers.put((503, {"Retry-After": "30"}, {}))
    bot("setWebhook", url=hook.url)
    ann.says("one")
    assert hook.heard_texts(1) == ["one"]
    sim.advance(20)
    with pytest.raises(queue.Empty):
        hook.received.get(timeout=0.2)
    sim.advance(11)
    assert hook.heard_texts(1) == ["one"]


def test_an_answer_may_carry_a_call(bot, ann, hook):
    """Documented: a method in the body of the answer; its result is not told."""
    hook.answers.put((200, {}, {"method": "sendMessage", "chat_id": ann.id, "text": "by return"}))
    bot("setWebhook", url=hook.url)
    ann.says("hello")
    assert ann.hears("by return")


def test_nothing_is_sent_after_the_webhook_is_deleted(bot, ann, hook):
    """Documented."""
    bot("setWebhook", url=hook.url)
    bot("deleteWebhook")
    ann.says("hello")
    assert [update["message"]["text"] for update in bot.updates()] == ["hello"]
    assert hook.received.empty()


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"url": "http://example.com/"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        (
            {"url": "https://example.com:9/"},
            "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        ),
        (
            {"url": "https://example.com/", "secret_token": "a b"},
            "secret token contains unallowed characters",
        ),
        ({"url": "https://example.com/", "secret_token": "a" * 257}, "secret token is too long"),
    ],
)
def test_a_webhook_is_refused(bot, params, words):
    """Server source; plain HTTP to the loopback is our deviation."""
    assert bot.refusal("setWebhook", **params).description == f"Bad Request: {words}"


def test_the_secret_is_not_told(bot):
    """Documented: WebhookInfo has no secret."""
    bot("setWebhook", url="http://127.0.0.1:9/hook", secret_token="s3cret")
    assert "s3cret" not in json.dumps(bot("getWebhookInfo"))
    bot("deleteWebhook")
    assert bot("getWebhookInfo")["url"] == ""

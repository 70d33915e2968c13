"""How requests come and answers go. Sources: Bot API documentation and the open Bot API server."""

import json
import subprocess
import sys
from urllib.parse import urlencode

import pytest

from simulator.client import ROOT
from tests.simulator.raw import TOKEN, RawBot, drawn, multipart


def test_get_me_names_the_bot_of_the_token(bot):
    """Documented: `id` is the number in the token."""
    me = bot("getMe")
    assert (me["id"], me["is_bot"], me["username"]) == (7000000001, True, "regain_demo_bot")


@pytest.mark.parametrize("method", ["getme", "GETME", "getMe"])
def test_the_case_of_a_method_does_not_matter(bot, method):
    """Documented."""
    assert bot(method)["is_bot"]


@pytest.mark.parametrize("way", ["query", "urlencoded", "json", "multipart"])
def test_parameters_come_in_four_ways(bot, ann, way):
    """Documented: query, form, JSON, multipart; nested objects as JSON text."""
    markup = json.dumps({"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]})
    params = {"chat_id": str(ann.id), "text": way, "reply_markup": markup}
    path = f"/bot{TOKEN}/sendMessage"
    if way == "query":
        status, _, content = bot.exchange("GET", f"{path}?{urlencode(params)}")
    else:
        bodies = {
            "urlencoded": ("application/x-www-form-urlencoded", urlencode(params).encode()),
            "json": ("application/json", json.dumps(params).encode()),
            "multipart": multipart(params, {}),
        }
        content_type, body = bodies[way]
        status, _, content = bot.exchange("POST", path, body, {"Content-Type": content_type})
    assert (status, json.loads(content)["result"]["text"]) == (200, way)
    assert ann.hears(way, since=0).buttons == ["Go"]


def test_a_malformed_token_is_unauthorized(sim):
    """Server source."""
    refused = RawBot(sim.base_url, "no-token").refusal("getMe")
    assert (refused.status, refused.description) == (401, "Unauthorized: invalid token specified")


def test_an_unknown_method_is_not_found(bot):
    """Server source."""
    refused = bot.refusal("sendTelegram")
    assert (refused.status, refused.description) == (404, "Not Found: method not found")


def test_a_body_that_is_no_json_is_refused(bot):
    """Server source."""
    status, _, content = bot.exchange("POST", f"/bot{TOKEN}/getMe", b"{", {"Content-Type": "application/json"})
    assert (status, json.loads(content)["ok"]) == (400, False)


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("sendMessage", {"chat_id": 1001, "text": "x", "reply_parameters": [1]}),
        ("sendMessage", {"chat_id": 1001, "text": "x", "entities": {"type": "bold"}}),
        ("sendMessage", {"chat_id": 1001, "text": "x", "reply_markup": {"inline_keyboard": "x"}}),
        ("sendMessage", {"chat_id": 1001, "text": "x", "reply_markup": {"inline_keyboard": [["x"]]}}),
        ("sendMediaGroup", {"chat_id": 1001, "media": ["x", "y"]}),
        ("deleteMessages", {"chat_id": 1001, "message_ids": ["x"]}),
        ("setMyCommands", {"commands": "{"}),
        ("getUpdates", {"allowed_updates": "{"}),
    ],
)
def test_nested_values_of_the_wrong_shape_are_a_bad_request(bot, ann, method, params):
    """Server source: 400; the words vary."""
    refused = bot.refusal(method, **params)
    assert (refused.status, refused.description.startswith("Bad Request: ")) == (400, True)


def test_an_upload_over_50_mb_is_too_large(bot, ann):
    """Documented: 50 MB; the words from the server's source."""
    content_type, body = multipart({"chat_id": ann.id}, {"document": bytes(51 * 1024 * 1024)})
    path = f"/bot{TOKEN}/sendDocument"
    status, _, content = bot.exchange("POST", path, body, {"Content-Type": content_type})
    assert (status, json.loads(content)["description"]) == (413, "Request Entity Too Large")


def test_too_many_requests_say_when_to_come_back(bot, sim, ann):
    """Documented: `parameters.retry_after`. Server source: the header Retry-After."""
    sim.fault("429", method="sendMessage", retry_after=7)
    body = urlencode({"chat_id": ann.id, "text": "hello"}).encode()
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    status, answered, content = bot.exchange("POST", f"/bot{TOKEN}/sendMessage", body, headers)
    assert status == 429
    assert answered["Retry-After"] == "7"
    assert json.loads(content) == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 7",
        "parameters": {"retry_after": 7},
    }


def test_a_file_may_stand_in_another_part(bot, ann):
    """Documented: `attach://<name>`."""
    message = bot("sendPhoto", files={"part7": drawn()}, chat_id=ann.id, photo="attach://part7")
    assert bot.download(message["photo"][-1]["file_id"]) == drawn()


def test_two_bots_see_different_chats_and_ids(sim, bot, ann):
    """Documented: chats and file ids belong to one bot."""
    other = RawBot(sim.base_url, "7000000002:another")
    refused = other.refusal("sendMessage", chat_id=ann.id, text="hello")
    assert refused.description == "Forbidden: bot can't initiate conversation with a user"
    mine = bot("sendPhoto", files={"photo": drawn()}, chat_id=ann.id)["photo"][-1]["file_id"]
    assert other.refusal("getFile", file_id=mine).code == 400


def test_the_simulator_listens_on_the_loopback_alone_unless_told_otherwise(sim):
    assert sim.base_url.startswith("http://127.0.0.1:")


def test_the_page_is_served_beside_the_api(bot):
    status, headers, content = bot.exchange("GET", "/")
    assert (status, headers["Content-Type"]) == (200, "text/html")
    assert b"<html" in content
    assert bot.exchange("GET", "/page/page.js")[0] == 200
    assert bot.exchange("GET", "/page/../settings.py")[0] == 404


def test_a_port_in_use_is_said_in_one_line(sim):
    port = sim.base_url.rsplit(":", 1)[1]
    command = [sys.executable, "-m", "simulator", "--port", port]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert ended.stderr.startswith(f"The simulator cannot listen on 127.0.0.1:{port}: ")
    assert len(ended.stderr.splitlines()) == 1

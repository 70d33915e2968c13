"""How updates come in."""

import asyncio
import sqlite3
from contextlib import closing
from typing import Any

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestClient, TestServer

from bot.receiver import SECRET_HEADER, Poller, chat_of, webhook
from bot.telegram import Telegram, Unauthorized
from tests.bot.town import ANN, STAFF, Town, message

SECRET = "a-secret_of-ours"
CHAT = {"id": ANN, "type": "private"}


@pytest.mark.parametrize(
    ("content", "chat"),
    [
        ({"message": {"chat": CHAT}}, ANN),
        ({"edited_message": {"chat": CHAT}}, ANN),
        ({"callback_query": {"from": {"id": 1}, "message": {"chat": {"id": STAFF}}}}, STAFF),
        ({"callback_query": {"from": {"id": 1}, "inline_message_id": "x"}}, 0),
        ({"my_chat_member": {"chat": CHAT, "from": {"id": 1}}}, ANN),
        ({"poll": {"id": "1"}}, 0),
        ({"message": "broken"}, 0),
        ({"message": {"chat": "broken"}}, 0),
        ({"message": {"chat": {"id": "5001"}}}, 0),
        ({}, 0),
    ],
)
def test_an_update_belongs_to_the_chat_it_comes_from(content: dict[str, Any], chat: int) -> None:
    """C16: order is kept within a chat; what belongs to none is held up by none."""
    assert chat_of({"update_id": 7, **content}) == chat


# --- the webhook


@pytest.fixture
async def post(town: Town):
    async with TestClient(TestServer(webhook(town.inlet, "/hook", SECRET, town.hearing))) as client:

        async def posts(body: Any, **headers: str) -> int:
            how = {"json": body} if isinstance(body, dict | list) else {"data": body}
            return (await client.post("/hook", headers=headers, **how)).status

        yield posts


async def test_an_update_with_the_secret_is_stored_before_it_is_acknowledged(post, rows) -> None:
    """O12"""
    assert await post({"update_id": 7, **message(ANN, text="hello")}, **{SECRET_HEADER: SECRET}) == 200
    assert rows("SELECT update_id, chat_id FROM inbox") == [(7, ANN)]


@pytest.mark.parametrize("shown", [None, "", "a-secret_of-our", SECRET + "s", "sécret", "секрет"])
async def test_without_the_secret_nothing_gets_in(post, rows, shown: str | None) -> None:
    """R06: forged updates would speak for anybody; a header of any letters is refused, not stumbled over."""
    headers = {} if shown is None else {SECRET_HEADER: shown}
    assert await post({"update_id": 7, **message(ANN, text="hello")}, **headers) == 403
    assert rows("SELECT count(*) FROM inbox") == [(0,)]


async def test_a_secret_of_bytes_that_are_no_text_is_refused(town: Town, rows) -> None:
    """R06: such a header must not make the comparison stumble."""
    async with TestServer(webhook(town.inlet, "/hook", SECRET, town.hearing)) as server:
        reader, writer = await asyncio.open_connection(server.host, server.port)
        head = f"POST /hook HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2\r\n{SECRET_HEADER}: "
        writer.write(head.encode() + b"s\xe9cret\r\n\r\n{}")
        answer = await reader.read()
        writer.close()
    assert answer.startswith(b"HTTP/1.1 403 ")
    assert rows("SELECT count(*) FROM inbox") == [(0,)]


@pytest.mark.parametrize(
    "body", [b"", b"no json", b"[]", b"{}", b'{"update_id": "x"}', b'{"update_id": null}', b"\xff"]
)
async def test_what_is_no_update_is_refused(post, rows, body: bytes) -> None:
    headers = {SECRET_HEADER: SECRET, "Content-Type": "application/json; charset=none-such"}
    assert await post(body, **headers) == 400
    assert rows("SELECT count(*) FROM inbox") == [(0,)]


# --- polling


class FakeUpdates:
    """getUpdates with planned answers; notes what was asked for, and what was stored by then."""

    def __init__(self, file: Any, *answers: tuple[int, Any]) -> None:
        self.file, self.answers = file, list(answers)
        self.asked: list[tuple[int | None, int]] = []
        self.emptied = asyncio.Event()

    async def answer(self, request: web.Request) -> web.Response:
        with closing(sqlite3.connect(self.file)) as connection:
            (stored,) = connection.execute("SELECT count(*) FROM inbox").fetchone()
        self.asked.append(((await request.json()).get("offset"), stored))
        if not self.answers:
            self.emptied.set()
            await asyncio.Event().wait()
        status, body = self.answers.pop(0)
        return web.json_response(body, status=status) if isinstance(body, dict) else web.Response(status=status)

    async def polled(self, town: Town) -> None:
        """Lets a poller ask until nothing is planned any more."""
        app = web.Application()
        app.router.add_post("/bot1:t/getUpdates", self.answer)
        async with TestServer(app, shutdown_timeout=0.1) as server, ClientSession() as session:
            telegram = Telegram(session, str(server.make_url("")).rstrip("/"), "1:t")
            poller = Poller(telegram, town.inlet, town.hearing)
            running = asyncio.ensure_future(poller.run())
            await asyncio.wait({running, asyncio.ensure_future(self.emptied.wait())}, return_when="FIRST_COMPLETED")
            if not running.done():
                running.cancel()
            await running


async def test_telegram_is_told_only_after_the_update_is_stored(town: Town, file, clock) -> None:
    """O12: the confirming offset is sent when the row is committed; nothing is asked for from a remembered number."""
    updates = [{"update_id": n, **message(ANN, text="hello")} for n in (40, 41)]
    telegram = FakeUpdates(file, (200, {"ok": True, "result": updates}), (200, {"ok": True, "result": []}))
    with pytest.raises(asyncio.CancelledError):
        await telegram.polled(town)
    assert telegram.asked == [(None, 0), (42, 2), (42, 2)]
    assert town.hearing.last == clock()


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (502, None),
        (409, {"ok": False, "description": "Conflict"}),
        (429, {"ok": False, "parameters": {"retry_after": 1}}),
    ],
)
async def test_a_failed_poll_is_made_again(town: Town, file, clock, capsys, status: int, body: Any) -> None:
    """O12: the log names the status."""
    telegram = FakeUpdates(file, (status, body))
    with pytest.raises(asyncio.CancelledError):
        await telegram.polled(town)
    assert len(telegram.asked) == 2
    assert town.hearing.last is None
    assert "no updates" in capsys.readouterr().out


async def test_a_poll_with_a_token_that_nobody_knows_ends(town: Town, file, clock) -> None:
    """O05"""
    with pytest.raises(Unauthorized):
        await FakeUpdates(file, (401, {"ok": False})).polled(town)

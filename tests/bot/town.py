"""The bot's parts in one process, on a real database: Telegram and the time are played."""

import asyncio
import json
from collections import deque
from collections.abc import AsyncGenerator, Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from aiogram import Bot, Router, methods
from aiogram.client.session.base import BaseSession
from aiogram.methods import TelegramMethod
from aiogram.types import BufferedInputFile

from bot import app
from bot.clock import Clock
from bot.courier import Courier
from bot.hearing import Hearing
from bot.pace import NoPace, Pace
from bot.receiver import Inlet
from bot.settings import Settings, load
from bot.telegram import Params, Parcels, Telegram, result_of
from bot.worker import Worker
from handlers.replies import Attachment
from handlers.work import Delivery
from states.reply import Picture
from storage.store import Store
from tests.seed_case import SEED_CASE

STAFF = -1001000000001
ANN, BEN = 5001, 5002
KEYS = "a" * 43 + "=," + "b" * 42 + "Y="
BEGINNING = ("/start", "Start", "Authenticator app", "I still cannot sign in", "I have read it, continue")
"""What a person says up to the question of consent."""


def settings_of(file: Path, **other: Any) -> Settings:
    given = {"bot_token": "1000000001:" + "t" * 35, "staff_chat_id": STAFF, "reviewer_ids": "1003", "data_keys": KEYS}
    return load(**{**given, "database_url": f"sqlite+aiosqlite:///{file}", **other})


class FakeClock:
    """A time that passes when it is told to."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 2, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def passes(self, **time: float) -> None:
        self.now += timedelta(**time)


class FakeTelegram(Telegram, BaseSession):
    """Does what is asked, unless something else was planned: status and body, an exception, or an event to await."""

    def __init__(self) -> None:
        BaseSession.__init__(self)
        self.calls: list[TelegramMethod[Any]] = []
        self.planned: deque[Any] = deque()
        self.watched_by: Callable[[str, int, str], None] = lambda *_: None
        """Is told method, chat and text of each call."""

    def plans(self, *answers: Any) -> None:
        self.planned.extend(answers)

    def refuses(self, status: int, description: str, **parameters: Any) -> None:
        body = {"ok": False, "error_code": status, "description": description, "parameters": parameters}
        self.plans((status, json.dumps(body)))

    def texts(self, chat: int) -> list[str]:
        """What was said in a chat, by successful calls or not."""
        return [call.text for call in self.calls if getattr(call, "chat_id", None) == chat and hasattr(call, "text")]

    async def call(self, method: str, params: Params, parcels: Parcels | None = None, *, seconds: float = 60) -> Any:  # noqa: ARG002
        """What aiogram knows a class for, Telegram takes."""
        packed = {name: BufferedInputFile(content, filename) for name, (filename, content) in (parcels or {}).items()}
        self.watched_by(method, params.get("chat_id", 0), params.get("text", ""))
        kind: type[TelegramMethod[Any]] = getattr(methods, method[0].upper() + method[1:])
        status, body = await self._answer_to(kind.model_validate({**params, **packed}))
        return result_of(status, body.encode())

    async def make_request(self, bot: Bot, method: TelegramMethod[Any], timeout: int | None = None) -> Any:  # noqa: ARG002, ASYNC109
        return self.check_response(bot, method, *await self._answer_to(method)).result

    async def _answer_to(self, method: TelegramMethod[Any]) -> tuple[int, str]:
        self.calls.append(method)
        answer = self.planned.popleft() if self.planned else None
        if isinstance(answer, Exception):
            raise answer
        if isinstance(answer, asyncio.Event):
            await answer.wait()
            answer = None
        return answer or (200, json.dumps({"ok": True, "result": self._result(method)}))

    def _result(self, method: TelegramMethod[Any]) -> Any:
        if not method.__api_method__.startswith(("send", "editMessage")):
            return True
        chat = {"id": method.chat_id, "type": "private" if method.chat_id > 0 else "channel"}
        return {"message_id": len(self.calls), "date": 1, "chat": chat}

    async def close(self) -> None:
        pass

    async def stream_content(self, *_: Any, **__: Any) -> AsyncGenerator[bytes, None]:
        yield b""


class FakeGallery:
    """Brings a picture at once, unless something else was planned."""

    def __init__(self) -> None:
        self.roles: list[str] = []
        self.planned: deque[Any] = deque()

    async def bring(self, attachment: Attachment, role: str, now: datetime) -> Delivery | str:  # noqa: ARG002
        planned = self.planned.popleft() if self.planned else None
        if isinstance(planned, Exception):
            raise planned
        if isinstance(planned, asyncio.Event):
            await planned.wait()
        self.roles.append(role)
        nth = len(self.roles)
        fingerprint = ("0" if nth % 2 else "f") * 64
        picture = Picture(
            digest=f"{nth:064}", fingerprint=fingerprint, width=1280, height=960, size=4, as_file=False, flags=()
        )
        return Delivery(picture, (), (), b"data", b"view")


class Town:
    """People who talk, the bot's worker, courier and clock, and what was said."""

    def __init__(self, store: Store, settings: Settings, clock: FakeClock, routes: Router | None = None) -> None:
        self.store, self.clock = store, clock
        self.telegram = FakeTelegram()
        self.bot = Bot(settings.bot_token.get_secret_value(), session=self.telegram)
        self.house = app.house(settings, "regain_bot")
        self.gallery = FakeGallery()
        self.worker = Worker(store, routes or app.routes(), self.bot, self.telegram, self.house, self.gallery, clock)
        self.courier = self.new_courier(NoPace())
        self.timers = Clock(store, self.house, clock)
        self.hearing = Hearing(store, clock)
        self.inlet = Inlet(store, settings.bot_id, clock, self.worker.arrived, self.worker.rested)
        self._updates = 0

    def new_courier(self, pace: Pace) -> Courier:
        """Another life of the courier, that knows only what the database does."""
        return Courier(self.store, self.telegram, STAFF, self.clock, pace=pace)

    async def receives(self, *updates: dict[str, Any]) -> None:
        """Puts updates into the inbox, in one batch."""
        batch = []
        for update in updates:
            self._updates += 1
            batch.append({"update_id": self._updates, **update})
        await self.inlet.put(batch)

    async def hears(self, who: int, *texts: str) -> None:
        """A person says something, all in one batch, and it is dealt with and answered."""
        await self.receives(*(message(who, text=text) for text in texts))
        await self.works()
        await self.sends()

    async def draft(self, who: int, until: str = "username") -> None:
        """A person is asked a question."""
        await self.hears(who, *BEGINNING, "I agree")
        for step, answer in SEED_CASE.items():
            if step == until:
                return
            await self.hears(who, answer, *(("Yes, continue",) if step == "transactions" else ()))

    async def works(self) -> None:
        """Deals with what can be dealt with now."""
        async with asyncio.TaskGroup() as group:
            while await self.worker._round(group, self.courier.spoke) or self.worker._fetches:  # noqa: ASYNC110
                await asyncio.sleep(0)  # a picture under way goes on meanwhile

    async def sends(self) -> None:
        """Makes the calls that may be made now."""
        while begun := await self.courier.round():
            for call in begun:
                await self.courier.deliver(call)

    async def puts(self, key: str, text: str, chat: int = ANN, lane: str = "customer", **more: Any) -> None:
        """Something to say waits in the outbox."""
        params = {"chat_id": chat, "text": text}
        async with self.store.transaction() as tx:
            await tx.outbox.put(key, chat, lane, "sendMessage", params, now=self.clock(), **more)

    def said(self, who: int) -> Sequence[str]:
        return self.telegram.texts(who)


def message(who: int, **content: Any) -> dict[str, Any]:
    person = {"id": who, "is_bot": False, "first_name": "Somebody"}
    chat = {"id": who, "type": "private", "first_name": "Somebody"}
    return {"message": {"message_id": 1, "date": 1, "chat": chat, "from": person, **content}}


def photo(who: int) -> dict[str, Any]:
    sizes = [{"file_id": "f", "file_unique_id": "u", "width": 1280, "height": 960, "file_size": 4}]
    return message(who, photo=sizes)

"""Outbox -> Telegram: in order for each chat, patient with 429 and outages."""

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from aiogram import Bot, methods
from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import TelegramMethod
from aiogram.types import BufferedInputFile, Message
from aiohttp import ClientConnectorError, ConnectionTimeoutError
from pydantic import ValidationError

from bot import charts
from bot.logs import log
from bot.receiver import Unauthorized
from bot.waiting import either
from storage.errors import Damaged, Gone
from storage.outbox import Outgoing
from storage.statistics import figures, start_of
from storage.store import Store, Transaction

WIDTH: Mapping[str, int] = {"customer": 4, "staff": 1, "reminder": 1}
"""Calls in flight, by lane: what a kill may repeat, at the most."""
LOOKED_AT = 32
IDLE_SECONDS = 1.0
PAUSES = (1, 2, 5, 10, 30, 60)
"""Seconds before a call that Telegram did not take is made again, by attempt."""
STAFF_SHUT = timedelta(seconds=60)
"""How long the staff chat is left alone when it does not let us in: its cards wait until somebody mends that."""
ALREADY_SO = ("message is not modified", "message to delete not found")
"""What Telegram says when there is nothing left to do."""
NOT_SENT = (ClientConnectorError, ConnectionTimeoutError)
"""The network failed before the call went out. After any other failure nobody knows whether it arrived."""
UNREACHABLE = ("forbidden", "chat_not_found")
"""The person blocked the bot, or is gone."""
OURS = ("card", "desk", "otherwise")
"""Parameters of a stored call that are for the courier: the case that a card or a desk shows, what to say instead."""

STORED = {"photo": "photo.jpg", "video": "video.mp4"}
"""Parameters that may name something stored, with the file's name for Telegram."""


class NoCard(Exception):  # noqa: N818  it names an outcome
    """A card is to be edited that was never posted."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a call."""

    kind: Literal["sent", "later", "dead", "moved"]
    code: str = ""
    message_id: int | None = None
    wait: timedelta = timedelta()
    chat_id: int = 0
    """Where the chat is now, if it moved."""


class Courier:
    def __init__(self, store: Store, bot: Bot, staff_chat: int, clock: Callable[[], datetime]) -> None:
        self._store, self._bot, self._staff_chat, self._clock = store, bot, staff_chat, clock
        self._flying: dict[int, Outgoing] = {}
        self._stopping = False
        self.spoke = asyncio.Event()
        """Set by whoever put something into the outbox."""

    async def run(self) -> None:
        """Until `stop`. Raises Unauthorized when the token is wrong."""
        async with self._store.transaction() as tx:
            await tx.outbox.recover()
        async with asyncio.TaskGroup() as group:
            while not self._stopping:
                self.spoke.clear()
                taken = await self._take()
                for call in taken:
                    group.create_task(self._deliver(call))
                if not taken:
                    await either(self.spoke, IDLE_SECONDS)

    def stop(self) -> None:
        """Ends `run` once the calls in flight have come back; what waits is sent after the next start."""
        self._stopping = True
        self.spoke.set()

    async def _take(self) -> list[Outgoing]:
        """The calls that may be made now, marked as begun; that mark is committed before they are.

        They are looked up in the transaction that marks them: a list read earlier may name a call that has ended since.
        """
        async with self._store.transaction() as tx:
            taken = self._chosen(await tx.outbox.heads(now=self._clock(), limit=LOOKED_AT))
            await tx.outbox.sending([call.id for call in taken])
        self._flying |= {call.id: call for call in taken}
        return taken

    def _chosen(self, heads: list[Outgoing]) -> list[Outgoing]:
        """As many of them as the lanes are wide, besides those in flight."""
        busy = Counter(call.lane for call in self._flying.values())
        chosen = []
        for head in heads:
            if head.id not in self._flying and busy[head.lane] < WIDTH[head.lane]:
                busy[head.lane] += 1
                chosen.append(head)
        return chosen

    async def _deliver(self, call: Outgoing) -> None:
        outcome = await self._made(call)
        async with self._store.transaction() as tx:
            await self._mark(call, outcome, tx)
        del self._flying[call.id]
        self.spoke.set()

    # --- the call

    async def _made(self, call: Outgoing) -> Outcome:
        """Makes the call; every way in which it can end is an outcome."""
        try:
            method = await self._method(call)
        except (NoCard, Gone, Damaged, ValidationError, AttributeError) as error:
            return Outcome("dead", type(error).__name__)
        try:
            result = await self._bot(method)
        except TelegramRetryAfter as error:
            return Outcome("later", "flood", wait=timedelta(seconds=error.retry_after))
        except TelegramMigrateToChat as error:
            return Outcome("moved", chat_id=error.migrate_to_chat_id)
        except TelegramUnauthorizedError:
            raise Unauthorized from None
        except TelegramForbiddenError:
            return self._shut_out(call, "forbidden")
        except TelegramBadRequest as error:
            return self._bad_request(call, error.message.lower())
        except ClientDecodeError as error:
            return _unreadable(call, error)
        except (TelegramNetworkError, TelegramServerError, TimeoutError) as error:
            return _again(call, error)
        except AiogramError as error:
            return Outcome("dead", type(error).__name__)
        return Outcome("sent", message_id=result.message_id if isinstance(result, Message) else None)

    async def _method(self, call: Outgoing) -> TelegramMethod[Any]:
        """The stored call as aiogram's: a card's message is looked up, a stored picture or video is fetched."""
        params = {key: value for key, value in call.params.items() if key not in OURS}
        async with self._store.reading() as tx:
            if (case := _card_edited(call)) is not None:
                shown = await tx.cards.of(case)
                if shown is None:
                    raise NoCard
                params["chat_id"], params["message_id"] = shown
            for part, name in STORED.items():
                if isinstance(what := params.get(part), dict):
                    params[part] = BufferedInputFile(await self._content(what, tx), name)
        kind: type[TelegramMethod[Any]] = getattr(methods, call.method[0].upper() + call.method[1:])
        return kind.model_validate(params)

    async def _content(self, what: dict[str, Any], tx: Transaction) -> bytes:
        """What a call names instead of carrying it: something stored, or the chart of the last days."""
        if "chart" not in what:
            return await tx.photos.view(what["stored"])
        now = self._clock()
        found = await figures(tx, since=start_of(what["chart"], now), now=now)
        return await asyncio.to_thread(charts.render, found)

    def _bad_request(self, call: Outgoing, said: str) -> Outcome:
        if any(known in said for known in ALREADY_SO):
            return Outcome("sent")
        if "chat not found" in said:
            return self._shut_out(call, "chat_not_found")
        if "message to edit not found" in said:
            return Outcome("dead", "message_gone")
        return Outcome("dead", "bad_request")

    def _shut_out(self, call: Outgoing, code: str) -> Outcome:
        """A person who does not want us is left alone; the staff chat is ours, and only needs mending."""
        if call.chat_id == self._staff_chat:
            return Outcome("later", code, wait=STAFF_SHUT)
        return Outcome("dead", code)

    # --- its outcome

    async def _mark(self, call: Outgoing, outcome: Outcome, tx: Transaction) -> None:
        now = self._clock()
        match outcome.kind:
            case "sent":
                await tx.outbox.sent(call.id, message_id=outcome.message_id, now=now)
                if "card" in call.params and outcome.message_id:
                    await tx.cards.remember(call.params["card"], call.chat_id, outcome.message_id)
                if "desk" in call.params and outcome.message_id:
                    await tx.cards.shown(call.params["desk"], call.chat_id, outcome.message_id)
            case "later":
                log.warning("call put off", method=call.method, code=outcome.code, attempt=call.attempts + 1)
                await tx.outbox.later(call.id, not_before=now + outcome.wait, error=outcome.code)
            case "moved":
                log.error("staff chat moved: change STAFF_CHAT_ID", method=call.method)
                await tx.outbox.dead(call.id, "moved")
                await self._instead(call, "moved", call.method, {**call.params, "chat_id": outcome.chat_id}, tx)
            case "dead":
                log.warning("call given up", method=call.method, code=outcome.code)
                await tx.outbox.dead(call.id, outcome.code)
                await self._make_up_for(call, outcome.code, tx)

    async def _make_up_for(self, call: Outgoing, code: str, tx: Transaction) -> None:
        """What follows from a call that will never be done."""
        if otherwise := call.params.get("otherwise"):
            await self._instead(call, "otherwise", "sendMessage", otherwise, tx)
        if (case := _card_edited(call)) is not None:
            await self._show_card_again(call, case, code, tx)
        if code in UNREACHABLE:
            await self._record_undeliverable(call, code, tx)

    async def _show_card_again(self, call: Outgoing, case: int, code: str, tx: Transaction) -> None:
        """A card that somebody deleted is posted again, at the end of the line; later edits of it stand in line anew,
        once: a card that was never posted is not waited for.
        """
        if code == "message_gone":
            await tx.cards.forget(case)
            shown = {key: value for key, value in call.params.items() if key != "message_id"}
            await self._instead(call, "again", "sendMessage", {**shown, "card": case}, tx)
        elif code == NoCard.__name__ and not call.key.endswith(":again"):
            await self._instead(call, "again", call.method, call.params, tx)

    async def _instead(self, call: Outgoing, why: str, method: str, params: Mapping[str, Any], tx: Transaction) -> None:
        key, chat = f"{call.key}:{why}", int(params["chat_id"])
        await tx.outbox.put(key, chat, call.lane, method, dict(params), now=self._clock())

    async def _record_undeliverable(self, call: Outgoing, code: str, tx: Transaction) -> None:
        """Reviewers shall know that nothing reaches this person (R28)."""
        case = await tx.cases.latest_of(call.chat_id)
        if case is not None:
            details = {"code": code}
            await tx.audit.record(case.id, actor="courier", kind="undeliverable", now=self._clock(), details=details)


def _card_edited(call: Outgoing) -> int | None:
    """The case whose card a call edits: it names the case, because the message was not known when it was put."""
    message = call.params.get("message_id")
    return int(message["card"]) if isinstance(message, dict) else None


def _again(call: Outgoing, error: Exception) -> Outcome:
    """Perhaps it arrived, perhaps not: a question is asked again, a reminder is not."""
    if call.on_ambiguous == "skip" and not isinstance(error.__cause__, NOT_SENT):
        return Outcome("dead", type(error).__name__)
    wait = timedelta(seconds=PAUSES[min(call.attempts, len(PAUSES) - 1)])
    return Outcome("later", type(error).__name__, wait=wait)


def _unreadable(call: Outgoing, error: ClientDecodeError) -> Outcome:
    """An answer that Telegram's library does not understand. Where it says ok, the call was done; a page of words is
    from a server in between.
    """
    answer = error.data
    if isinstance(answer, dict) and answer.get("ok"):
        result = answer.get("result")
        return Outcome("sent", message_id=result.get("message_id") if isinstance(result, dict) else None)
    return _again(call, error)

"""Outbox -> Telegram: in order for each chat, patient with 429 and outages."""

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from aiogram import Bot, methods
from aiogram.exceptions import (
    AiogramError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import TelegramMethod
from aiogram.types import BufferedInputFile, Message
from pydantic import ValidationError

from bot.logs import log
from bot.receiver import Unauthorized
from storage.outbox import Outgoing
from storage.store import Store, Transaction

WIDTH: Mapping[str, int] = {"customer": 4, "staff": 1, "reminder": 1}
"""Calls in flight, by lane: what a kill may repeat, at the most."""
LOOKED_AT = 32
IDLE_SECONDS = 1.0
PAUSES = (1, 2, 5, 10, 30, 60)
"""Seconds before a call that Telegram did not take is made again, by attempt."""
ALREADY_SO = ("message is not modified", "message to delete not found")
"""What Telegram says when there is nothing left to do."""
MESSAGE_GONE = "message to edit not found"
STORED = "stored"


class NoCard(Exception):  # noqa: N818  it names an outcome
    """A card is to be edited that was never posted."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a call."""

    kind: str
    """sent, later or dead."""
    code: str = ""
    message_id: int | None = None
    wait: timedelta = timedelta()


class Courier:
    def __init__(self, store: Store, bot: Bot, clock: Callable[[], datetime]) -> None:
        self._store, self._bot, self._clock = store, bot, clock
        self._flying: dict[int, Outgoing] = {}
        self.spoke = asyncio.Event()
        """Set by whoever put something into the outbox."""

    async def run(self) -> None:
        """Until cancelled. Raises Unauthorized when the token is wrong."""
        async with self._store.transaction() as tx:
            await tx.outbox.recover()
        async with asyncio.TaskGroup() as group:
            while True:
                self.spoke.clear()
                taken = await self._take()
                for call in taken:
                    group.create_task(self._deliver(call))
                if not taken:
                    await self._rest()

    async def _rest(self) -> None:
        try:
            await asyncio.wait_for(self.spoke.wait(), IDLE_SECONDS)
        except TimeoutError:
            return

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

    async def _made(self, call: Outgoing) -> Outcome:
        """Makes the call; every way in which it can end is an outcome."""
        try:
            result = await self._bot(await self._method(call))
        except TelegramRetryAfter as error:
            return Outcome("later", "flood", wait=timedelta(seconds=error.retry_after))
        except TelegramUnauthorizedError:
            raise Unauthorized from None
        except TelegramForbiddenError:
            return Outcome("dead", "forbidden")
        except (TelegramNetworkError, TelegramServerError, TimeoutError) as error:
            return self._again(call, type(error).__name__)
        except TelegramBadRequest as error:
            return _bad_request(error)
        except (TelegramNotFound, TelegramAPIError, AiogramError, ValidationError, NoCard, LookupError) as error:
            return Outcome("dead", type(error).__name__)
        return Outcome("sent", message_id=result.message_id if isinstance(result, Message) else None)

    def _again(self, call: Outgoing, code: str) -> Outcome:
        """The network failed: perhaps it arrived, perhaps not. A question is asked again, a reminder is not."""
        if call.on_ambiguous == "skip":
            return Outcome("dead", code)
        return Outcome("later", code, wait=timedelta(seconds=PAUSES[min(call.attempts, len(PAUSES) - 1)]))

    async def _mark(self, call: Outgoing, outcome: Outcome, tx: Transaction) -> None:
        now = self._clock()
        match outcome.kind:
            case "sent":
                await tx.outbox.sent(call.id, message_id=outcome.message_id, now=now)
                if "card" in call.params and outcome.message_id:
                    await tx.cards.remember(call.params["card"], call.chat_id, outcome.message_id)
            case "later":
                log.warning("call put off", method=call.method, code=outcome.code, attempt=call.attempts + 1)
                await tx.outbox.later(call.id, not_before=now + outcome.wait, error=outcome.code)
            case _:
                log.warning("call given up", method=call.method, code=outcome.code)
                await tx.outbox.dead(call.id, outcome.code)
                if otherwise := call.params.get("otherwise"):
                    await tx.outbox.put(
                        f"{call.key}:otherwise", call.chat_id, call.lane, "sendMessage", otherwise, now=now
                    )

    async def _method(self, call: Outgoing) -> TelegramMethod[Any]:
        """The stored call as aiogram's: a card's message is looked up, a stored picture is fetched."""
        params = {key: value for key, value in call.params.items() if key not in ("card", "otherwise")}
        async with self._store.reading() as tx:
            if isinstance(card := params.get("message_id"), dict):
                shown = await tx.cards.of(card["card"])
                if shown is None:
                    raise NoCard
                params["chat_id"], params["message_id"] = shown
            if isinstance(photo := params.get("photo"), dict):
                params["photo"] = BufferedInputFile(await tx.photos.view(photo[STORED]), "photo.jpg")
        kind: type[TelegramMethod[Any]] = getattr(methods, call.method[0].upper() + call.method[1:])
        return kind.model_validate(params)


def _bad_request(error: TelegramBadRequest) -> Outcome:
    said = error.message.lower()
    if any(known in said for known in ALREADY_SO):
        return Outcome("sent")
    if "chat not found" in said:
        return Outcome("dead", "chat_not_found")
    if MESSAGE_GONE in said:
        return Outcome("dead", "message_gone")
    return Outcome("dead", "bad_request")

"""Inbox -> handlers: one update at a time for each chat, each with all its effects in one transaction."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from aiogram import Bot, Dispatcher
from aiogram.exceptions import AiogramError
from aiogram.methods import AnswerCallbackQuery
from aiogram.types import Update
from pydantic import ValidationError

from bot.gallery import Gallery, NotReached
from bot.logs import log
from handlers.replies import Attachment, attachment
from handlers.speech import Params
from handlers.work import Delivery, House, Work
from states import screens
from states.case import Case
from states.photo import PhotoQuestion
from storage.inbox import Received
from storage.store import Store, Transaction

BATCH = 50
"""Updates in one transaction at the most."""
TRIES = 5
"""After as many failures an update is set aside."""
IDLE_SECONDS = 1.0
"""How long an empty inbox is left alone when nobody wakes us: retries come due silently."""


@dataclass(frozen=True, slots=True)
class Ready:
    """An update that can be dealt with without waiting for anything."""

    received: Received
    update: Update
    delivery: Delivery | str | None


class Worker:
    def __init__(
        self,
        store: Store,
        dispatcher: Dispatcher,
        bot: Bot,
        house: House,
        gallery: Gallery,
        clock: Callable[[], datetime],
    ) -> None:
        self._store, self._dispatcher, self._bot, self._house = store, dispatcher, bot, house
        self._gallery, self._clock = gallery, clock
        self._fetches: dict[int, asyncio.Task[Delivery | str]] = {}
        self.arrived = asyncio.Event()
        """Set by whoever put something into the inbox."""

    async def run(self, spoke: asyncio.Event) -> None:
        """Until cancelled. `spoke` is set when there is something to send."""
        async with asyncio.TaskGroup() as group:
            while True:
                self.arrived.clear()
                if not await self._round(group, spoke):
                    await _pause(self.arrived, IDLE_SECONDS)

    async def _round(self, group: asyncio.TaskGroup, spoke: asyncio.Event) -> bool:
        """Deals with what is ready; whether there was anything."""
        async with self._store.reading() as tx:
            pending = await tx.inbox.pending(self._bot.id, now=self._clock(), limit=BATCH)
        ready, hopeless = await self._sort(pending, group)
        if not ready and not hopeless:
            return False
        presses: list[tuple[str, Params]] = []
        async with self._store.transaction() as tx:
            for received in hopeless:
                await self._give_up(received, None, tx)
            for each in ready:
                presses += await self._deal_with(each, tx)
        for each in ready:
            self._fetches.pop(each.received.id, None)
        spoke.set()
        for _, params in presses:
            group.create_task(self._answer(params))
        return True

    async def _sort(self, pending: list[Received], group: asyncio.TaskGroup) -> tuple[list[Ready], list[Received]]:
        """What can be dealt with now, and what nobody can read. A chat whose picture is on its way waits for it."""
        ready: list[Ready] = []
        hopeless: list[Received] = []
        waiting: set[int] = set()
        for received in pending:
            if received.chat_id and received.chat_id in waiting:
                continue
            update = _parsed(received)
            if update is None:
                hopeless.append(received)
                continue
            wanted = attachment(update.message) if update.message and update.message.chat.type == "private" else None
            if wanted is None:
                ready.append(Ready(received, update, None))
            elif (fetch := self._fetch(received, wanted, group)).done():
                ready.append(Ready(received, update, fetch.result()))
            else:
                waiting.add(received.chat_id)
        return ready, hopeless

    # --- pictures on their way

    def _fetch(self, received: Received, wanted: Attachment, group: asyncio.TaskGroup) -> asyncio.Task[Delivery | str]:
        if received.id not in self._fetches:
            self._fetches[received.id] = group.create_task(self._bring(received, wanted))
        return self._fetches[received.id]

    async def _bring(self, received: Received, wanted: Attachment) -> Delivery | str:
        """The picture; tried again while Telegram cannot be reached."""
        role = await self._role(received.chat_id)
        for attempt in range(TRIES):
            try:
                return await self._gallery.bring(wanted, role, self._clock())
            except NotReached:
                log.warning("picture not reached", attempt=attempt + 1)
                await asyncio.sleep(2**attempt)
            finally:
                self.arrived.set()
        return "not_fetched"

    async def _role(self, applicant: int) -> Literal["document", "selfie"]:
        async with self._store.reading() as tx:
            case = await tx.cases.open_of(applicant)
        questionnaire = self._house.dialogue.questionnaire
        question = questionnaire[case.step] if case and case.step and case.step in questionnaire else None
        return question.role if isinstance(question, PhotoQuestion) else "document"

    # --- one update

    async def _deal_with(self, ready: Ready, tx: Transaction) -> list[tuple[str, Params]]:
        """All effects of one update, or none of them; the presses to answer once they are committed."""
        received = ready.received
        now = self._clock()
        work = Work(self._house, tx, now, str(received.update_id), received.update_id, ready.delivery)
        try:
            async with tx.savepoint():
                await self._dispatcher.feed_update(self._bot, ready.update, work=work)
                await tx.inbox.done(received)
        except Exception as error:  # noqa: BLE001  whatever one person's update breaks is not everybody's outage
            log.error("update failed", update=received.update_id, attempt=received.attempts + 1, code=_name(error))
            if received.attempts + 1 >= TRIES:
                await self._give_up(received, ready.update, tx)
            else:
                retry_at = now + timedelta(seconds=2**received.attempts)
                await tx.inbox.failed(received, now=now, retry_at=retry_at, error=_name(error))
            return []
        return work.afterwards

    async def _give_up(self, received: Received, update: Update | None, tx: Transaction) -> None:
        """Sets an update aside, and asks its person to send it again."""
        log.error("update set aside", update=received.update_id, kind="dead")
        await tx.inbox.dead(received)
        if update is not None and received.chat_id > 0:
            work = Work(self._house, tx, self._clock(), f"{received.update_id}:dead")
            await work.say(Case(applicant=received.chat_id), (screens.LATER,))

    async def _answer(self, params: Params) -> None:
        """Answers a press: worth doing once, at once."""
        try:
            await self._bot(AnswerCallbackQuery(**params), request_timeout=5)
        except (AiogramError, TimeoutError) as error:
            log.info("press not answered", code=_name(error))


def _parsed(received: Received) -> Update | None:
    """The update; None for one that cannot be read, ever."""
    try:
        return Update.model_validate_json(received.raw)
    except ValidationError:
        return None


def _name(error: BaseException) -> str:
    return type(error).__name__


async def _pause(event: asyncio.Event, seconds: float) -> Any:
    try:
        await asyncio.wait_for(event.wait(), seconds)
    except TimeoutError:
        return

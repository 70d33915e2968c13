"""Inbox -> handlers: one update at a time for each chat, each with all its effects in one transaction."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from aiogram import Bot, Dispatcher
from aiogram.types import Update
from pydantic import ValidationError

from bot.gallery import Gallery, NotReached
from bot.logs import log
from bot.telegram import NotSent, Refused, Telegram, Unclear
from bot.waiting import either
from handlers.replies import Attachment, attachment
from handlers.speech import Params
from handlers.work import Delivery, House, Work
from states import screens
from states.case import Case
from states.photo import PhotoQuestion
from states.text import Text
from storage.inbox import UNKNOWN_CHAT, Received
from storage.store import Store, Transaction

BATCH = 50
"""Updates in one transaction at the most."""
TRIES = 5
"""After as many failures an update is set aside."""
FETCH_TRIES = 10
"""The same where Telegram did not hand out the picture: a few minutes."""
LONGEST_PAUSE = timedelta(seconds=60)
PICTURES_AT_ONCE = 4
PRESS_SECONDS = 5.0
"""How long the answer to a press may take: later it is worth nothing."""
IDLE_SECONDS = 1.0
"""How long an empty inbox is left alone when nobody wakes us: retries come due silently."""
Brought = Delivery | str | Exception
"""A picture, or the code of the reason why there is none, or what went wrong on the way."""
SET_ASIDE = Text("⚠️ An update could not be dealt with and was set aside: {update}. The log names the reason.")


@dataclass(frozen=True, slots=True)
class Ready:
    """An update that can be dealt with without waiting for anything."""

    received: Received
    update: Update | None
    """None where nobody can read it."""
    fetched: asyncio.Task[Brought] | None
    """Its picture, where it has one."""

    def picture(self) -> Delivery | str | None:
        """Raises what went wrong on the way."""
        brought = self.fetched.result() if self.fetched else None
        if isinstance(brought, Exception):
            raise brought
        return brought


class Worker:
    def __init__(
        self,
        store: Store,
        dispatcher: Dispatcher,
        bot: Bot,
        telegram: Telegram,
        house: House,
        gallery: Gallery,
        clock: Callable[[], datetime],
    ) -> None:
        self._store, self._dispatcher, self._bot, self._house = store, dispatcher, bot, house
        self._telegram = telegram
        self._gallery, self._clock = gallery, clock
        self._fetches: dict[int, asyncio.Task[Brought]] = {}
        self._hands = asyncio.Semaphore(PICTURES_AT_ONCE)
        self._stopping = False
        self.arrived = asyncio.Event()
        """Set by whoever put something into the inbox."""

    async def run(self, spoke: asyncio.Event) -> None:
        """Until `stop`. `spoke` is set when there is something to send."""
        async with asyncio.TaskGroup() as group:
            while not self._stopping:
                self.arrived.clear()
                if not await self._round(group, spoke):
                    await either(self.arrived, IDLE_SECONDS)
            for fetch in self._fetches.values():
                fetch.cancel()

    def stop(self) -> None:
        """Ends `run` once the transaction under way is committed."""
        self._stopping = True
        self.arrived.set()

    async def _round(self, group: asyncio.TaskGroup, spoke: asyncio.Event) -> bool:
        """Deals with what is ready; whether there was anything."""
        ready = await self._ready(group)
        if not ready:
            return False
        presses: list[Params] = []
        waiting: set[int] = set()
        async with self._store.transaction() as tx:
            for each in ready:
                chat = each.received.chat_id
                if chat in waiting:
                    continue
                work = await self._deal_with(each, tx)
                if work:
                    presses += [params for _, params in work.afterwards]
                elif chat != UNKNOWN_CHAT:
                    waiting.add(chat)
        for each in ready:
            self._fetches.pop(each.received.id, None)
        spoke.set()
        for params in presses:
            group.create_task(self._answer(params))
        return True

    # --- what is ready

    async def _ready(self, group: asyncio.TaskGroup) -> list[Ready]:
        """The oldest updates that wait for nothing, in the order of arrival."""
        limit = BATCH
        while True:
            async with self._store.reading() as tx:
                pending = await tx.inbox.pending(self._bot.id, now=self._clock(), limit=limit)
            ready = self._chosen(pending, group)
            if ready or len(pending) < limit:
                return ready[:BATCH]
            limit *= 2  # chats that wait for their pictures must not hide all others

    def _chosen(self, pending: list[Received], group: asyncio.TaskGroup) -> list[Ready]:
        """A picture is fetched once all before it in its chat is done: only then is known which one was asked for.
        Meanwhile its chat waits.
        """
        ready: list[Ready] = []
        begun: set[int] = set()
        waiting: set[int] = set()
        for received in pending:
            chat = received.chat_id
            if chat in waiting:
                continue
            update = self._parsed(received)
            picture = _picture(update)
            if picture is None:
                ready.append(Ready(received, update, None))
            elif chat not in begun and (fetch := self._fetch(received, picture, group)).done():
                ready.append(Ready(received, update, fetch))
            else:
                waiting.add(chat)
            begun.add(chat)
        return ready

    def _parsed(self, received: Received) -> Update | None:
        """The update; None for one that cannot be read, ever."""
        try:
            return Update.model_validate_json(received.raw, context={"bot": self._bot})
        except ValidationError:
            return None

    def _fetch(self, received: Received, picture: Attachment, group: asyncio.TaskGroup) -> asyncio.Task[Brought]:
        if received.id not in self._fetches:
            fetch = group.create_task(self._bring(received, picture))
            fetch.add_done_callback(lambda _: self.arrived.set())
            self._fetches[received.id] = fetch
        return self._fetches[received.id]

    async def _bring(self, received: Received, picture: Attachment) -> Brought:
        async with self._hands:
            try:
                return await self._gallery.bring(picture, await self._role(received.chat_id), self._clock())
            except Exception as error:  # noqa: BLE001  raised again where its update is dealt with
                return error

    async def _role(self, applicant: int) -> Literal["document", "selfie"]:
        async with self._store.reading() as tx:
            case = await tx.cases.open_of(applicant)
        question = self._house.dialogue.questionnaire.at(case.step) if case else None
        return question.role if isinstance(question, PhotoQuestion) else "document"

    # --- one update

    async def _deal_with(self, ready: Ready, tx: Transaction) -> Work | None:
        """All effects of one update, or none of them; None where it is to be tried again."""
        received = ready.received
        work = Work(self._house, tx, self._clock(), str(received.update_id), received.update_id)
        if ready.update is None:
            await self._give_up(received, tx)
            return work
        try:
            async with tx.savepoint():
                work.delivery = ready.picture()
                await self._dispatcher.feed_update(self._bot, ready.update, work=work)
                await tx.inbox.done(received)
        except Exception as error:  # noqa: BLE001  whatever one person's update breaks is not everybody's outage
            return await self._put_off(received, error, tx)
        return work

    async def _put_off(self, received: Received, error: Exception, tx: Transaction) -> Work | None:
        """Lets an update that failed be tried again a little later, but not for ever."""
        attempt = received.attempts + 1
        log.error("update failed", update=received.update_id, attempt=attempt, code=_name(error))
        if attempt >= (FETCH_TRIES if isinstance(error, NotReached) else TRIES):
            return await self._give_up(received, tx)
        now = self._clock()
        retry_at = now + min(timedelta(seconds=2**received.attempts), LONGEST_PAUSE)
        await tx.inbox.failed(received, now=now, retry_at=retry_at, error=_name(error))
        return None

    async def _give_up(self, received: Received, tx: Transaction) -> Work:
        """Sets an update aside, asks its person to send it again, and tells the staff."""
        log.error("update set aside", update=received.update_id)
        await tx.inbox.dead(received)
        work = Work(self._house, tx, self._clock(), f"{received.update_id}:dead")
        if received.chat_id > 0:
            await work.say(Case(applicant=received.chat_id), (screens.LATER,))
        text = self._house.tongues("en").say(SET_ASIDE.filled(update=received.update_id))
        await work.call("sendMessage", {"chat_id": self._house.staff.chat, "text": text}, lane="staff")
        return work

    async def _answer(self, params: Params) -> None:
        """Answers a press: worth doing once, at once."""
        try:
            await self._telegram.call("answerCallbackQuery", params, seconds=PRESS_SECONDS)
        except (NotSent, Unclear, Refused) as error:
            log.info("press not answered", code=_name(error))


def _picture(update: Update | None) -> Attachment | None:
    """What has to be fetched before the update can be dealt with."""
    message = update.message if update else None
    return attachment(message) if message and message.chat.type == "private" else None


def _name(error: BaseException) -> str:
    return type(error).__name__

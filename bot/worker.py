"""Inbox -> handlers: one update at a time for each chat, each with all its effects in one transaction."""

import asyncio
import math
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Literal

from aiogram import Bot, Router
from aiogram.types import Update
from aiogram.types.update import UpdateTypeLookupError
from pydantic import ValidationError

from bot.gallery import Gallery, NotReached
from bot.logs import log
from bot.telegram import NotSent, Refused, Telegram, Unclear
from bot.waiting import either
from handlers import limits
from handlers.replies import Attachment, attachment
from handlers.speech import Params
from handlers.work import Delivery, House, Work
from states import screens
from states.case import Case
from states.photo import PhotoQuestion
from states.text import Text
from storage.errors import Failed, Stale, Unreachable
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
CROSSINGS = 20
"""So often in a row another transaction may be in an update's way; then the update itself is to blame."""
Brought = Delivery | str | Exception
"""A picture, or the code of the reason why there is none, or what went wrong on the way."""
Fetch = asyncio.Task[Brought | None]
SET_ASIDE = Text("⚠️ An update could not be dealt with and was set aside: {update}. The log names the reason.")


@dataclass(frozen=True, slots=True)
class Ready:
    """An update that can be dealt with without waiting for anything."""

    received: Received
    update: Update | None
    """None where nobody can read it."""
    fetched: Fetch | None
    """Its picture, where it has one."""

    def picture(self) -> Delivery | str | None:
        """Raises what went wrong on the way."""
        brought = self.fetched.result() if self.fetched else None
        if isinstance(brought, Exception):
            raise brought
        return brought


@dataclass(frozen=True, slots=True)
class Look:
    """What a look into the inbox finds."""

    ready: list[Ready]
    pictures: list[tuple[Received, Attachment]]
    """To be fetched, before their updates are ready."""
    more: bool
    """Whether something else waits."""


class Worker:
    def __init__(
        self,
        store: Store,
        routes: Router,
        bot: Bot,
        telegram: Telegram,
        house: House,
        gallery: Gallery,
        clock: Callable[[], datetime],
    ) -> None:
        self._store, self._routes, self._bot, self._house = store, routes, bot, house
        self._telegram = telegram
        self._gallery, self._clock = gallery, clock
        self._fetches: dict[int, Fetch] = {}
        self._crossed: Counter[int] = Counter()
        """How often in a row another transaction was in an update's way."""
        self._busy: set[int] = set()
        """Chats that other workers had in hand at the last look; the next one goes past them."""
        self._hands = asyncio.Semaphore(PICTURES_AT_ONCE)
        self._stopping = False
        self.arrived = asyncio.Event()
        """Set by whoever put something into the inbox."""
        self.rested = asyncio.Event()
        """Set when nothing is left to be done."""

    async def run(self, spoke: asyncio.Event) -> None:
        """Until `stop`. `spoke` is set when there is something to send. A database that is out is waited for."""
        async with asyncio.TaskGroup() as group:
            while not self._stopping:
                await asyncio.sleep(0)  # who put something in may ask Telegram for more before we are busy
                self.arrived.clear()
                if not await self._worked(group, spoke):
                    self.rested.set()
                    await either(self.arrived, IDLE_SECONDS)
            for fetch in self._fetches.values():
                fetch.cancel()

    def stop(self) -> None:
        """Ends `run` once the transaction under way is committed."""
        self._stopping = True
        self.arrived.set()

    async def _worked(self, group: asyncio.TaskGroup, spoke: asyncio.Event) -> bool:
        """Whether a round got anywhere; what it did not commit is there for the next one, here or elsewhere."""
        try:
            return await self._round(group, spoke)
        except Stale:
            return False
        except Failed as failure:
            log.error("inbox not worked", code=str(failure))
            return False

    async def _round(self, group: asyncio.TaskGroup, spoke: asyncio.Event) -> bool:
        """Deals with what is ready; whether it is worth looking again at once.

        It looks in the transaction in which it works, and tells there that it spoke: one commit may do for what comes
        in and what comes of it.
        """
        async with self._store.transaction() as tx:
            look = await self._look(tx)
            mine = await tx.inbox.claim([each.received for each in look.ready], now=self._clock())
            done = await self._batch([each for each in look.ready if each.received.id in mine], tx)
            if done:
                spoke.set()
        others = {each.received.chat_id for each in look.ready if each.received.id not in mine}
        self._busy = others | (self._busy if others and not mine else set())
        self._follow_up(done, group)
        for received, picture in look.pictures:
            self._fetch(received, picture, group)
        got_on, is_left = bool(done) or not mine, look.more or len(done) < len(look.ready)
        return bool(look.ready) and got_on and is_left

    def _follow_up(self, done: dict[int, Work | None], group: asyncio.TaskGroup) -> None:
        """What is to be done once the effects of updates are committed."""
        for update, work in done.items():
            self._fetches.pop(update, None)
            self._crossed.pop(update, None)
            for _, params in work.afterwards if work else ():
                group.create_task(self._answer(params))

    async def _batch(self, mine: list[Ready], tx: Transaction) -> dict[int, Work | None]:
        """Deals with updates that nobody else deals with. What came of each, by its id: None where it is to be tried
        again; nothing where it was left, or where it comes after one that was.
        """
        done: dict[int, Work | None] = {}
        left: set[int] = set()
        for each in mine:
            received = each.received
            if received.chat_id in left:
                continue
            await asyncio.sleep(0)  # who talks with Telegram gets a word in
            try:
                done[received.id] = await self._deal_with(each, tx)
            except Stale as crossed:
                await self._leave(received, crossed, tx)
            if done.get(received.id) is None and received.chat_id != UNKNOWN_CHAT:
                left.add(received.chat_id)
        return done

    # --- what is ready

    async def _look(self, tx: Transaction) -> Look:
        """Finds the oldest updates that wait for nothing, in the order of arrival."""
        limit = BATCH
        while True:
            pending = await tx.inbox.pending(self._bot.id, now=self._clock(), limit=limit)
            is_all = len(pending) < limit
            self._forget_ended(pending, is_all=is_all)
            ready, pictures = self._chosen(pending)
            if ready or is_all:
                return Look(ready[:BATCH], pictures, more=not is_all or len(ready) < len(pending))
            limit *= 2  # chats that wait for their pictures must not hide all others

    def _forget_ended(self, pending: list[Received], *, is_all: bool) -> None:
        """Lets go of the pictures of updates that another worker has dealt with."""
        still = {received.id for received in pending}
        last = math.inf if is_all else pending[-1].id
        for update in [each for each in self._fetches if each not in still and each < last]:
            self._fetches.pop(update).cancel()
            self._crossed.pop(update, None)

    def _chosen(self, pending: list[Received]) -> tuple[list[Ready], list[tuple[Received, Attachment]]]:
        """What is ready, and the pictures to fetch: one once all before it in its chat is done, as only then is known
        which one was asked for. Meanwhile its chat waits.
        """
        ready: list[Ready] = []
        pictures: list[tuple[Received, Attachment]] = []
        begun: set[int] = set()
        waiting = set(self._busy)
        for received in pending:
            chat = received.chat_id
            if chat in waiting:
                continue
            update = self._parsed(received)
            picture = _picture(update)
            if picture is None:
                ready.append(Ready(received, update, None))
            elif chat in begun:
                waiting.add(chat)
            elif (fetch := self._fetches.get(received.id)) and _is_here(fetch):
                ready.append(Ready(received, update, fetch))
            else:
                pictures.append((received, picture))
                waiting.add(chat)
            begun.add(chat)
        return ready, pictures

    def _parsed(self, received: Received) -> Update | None:
        """The update; None for one that cannot be read, ever."""
        try:
            return Update.model_validate_json(received.raw, context={"bot": self._bot})
        except ValidationError:
            return None

    def _fetch(self, received: Received, picture: Attachment, group: asyncio.TaskGroup) -> None:
        """Begins to, unless it has begun."""
        if received.id not in self._fetches:
            fetch = group.create_task(self._bring(received, picture))
            fetch.add_done_callback(partial(self._brought, received.id))
            self._fetches[received.id] = fetch

    def _brought(self, update: int, fetch: Fetch) -> None:
        """The chat of a picture that is here need not wait any longer; any other is seen to at the next look."""
        if _is_here(fetch):
            self.arrived.set()
        elif self._fetches.get(update) is fetch:
            del self._fetches[update]

    async def _bring(self, received: Received, picture: Attachment) -> Brought | None:
        """None where another worker brings it, or the database is out."""
        policy = self._house.dialogue.policy
        if limits.has_shown_enough(received.chat_id, self._house.sieve, policy, self._clock()):
            return "too_many"
        try:
            async with self._hands, self._store.reserved(received.id) as is_ours:
                if not is_ours:
                    return None
                return await self._gallery.bring(picture, await self._role(received.chat_id), self._clock())
        except Failed:
            return None
        except Exception as error:  # noqa: BLE001  raised again where its update is dealt with
            return error

    async def _role(self, applicant: int) -> Literal["document", "selfie"]:
        async with self._store.glancing() as tx:
            case = await tx.cases.open_of(applicant)
        question = self._house.dialogue.questionnaire.at(case.step) if case else None
        return question.role if isinstance(question, PhotoQuestion) else "document"

    # --- one update

    async def _deal_with(self, ready: Ready, tx: Transaction) -> Work | None:
        """All effects of one update, or none of them; None where it is to be tried again.

        Raises Stale where another transaction was in its way, Unreachable where the whole batch is lost.
        """
        received = ready.received
        work = Work(self._house, tx, self._clock(), str(received.update_id), received.update_id)
        if ready.update is None:
            await self._give_up(received, tx)
            return work
        try:
            async with tx.savepoint():
                work.delivery = ready.picture()
                await self._route(ready.update, work)
                await tx.inbox.done(received)
        except (Stale, Unreachable):
            raise
        except Exception as error:  # noqa: BLE001  whatever one person's update breaks is not everybody's outage
            return await self._put_off(received, error, tx)
        return work

    async def _route(self, update: Update, work: Work) -> None:
        """Straight to the routers: what a dispatcher does before, for bots that keep a context there, costs more than
        they do.
        """
        try:
            kind = update.event_type
        except UpdateTypeLookupError:
            return  # newer than our library: we did not ask for it
        await self._routes.propagate_event(kind, update.event, bot=self._bot, work=work)

    async def _leave(self, received: Received, crossed: Stale, tx: Transaction) -> None:
        """Another transaction was first, with this case or this update: it is looked at anew, and nobody is told."""
        self._crossed[received.id] += 1
        if self._crossed[received.id] % CROSSINGS == 0:
            await self._put_off(received, crossed, tx)

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


def _is_here(fetch: Fetch) -> bool:
    """Whether it ended, with whatever comes of it."""
    return fetch.done() and not fetch.cancelled() and fetch.result() is not None


def _name(error: BaseException) -> str:
    """What may be told of an error: of the database's its own code, of others the kind."""
    return str(error) if isinstance(error, Failed) else type(error).__name__

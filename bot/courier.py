"""Outbox -> Telegram: in order for each chat, patient with 429 and outages."""

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Any, Literal, NamedTuple

from bot import charts
from bot.logs import log
from bot.pace import LONGEST, NOW, Pace, is_counted
from bot.telegram import NotSent, Parcels, Refused, Telegram, Unclear
from bot.waiting import either
from handlers import stats
from handlers.card import UNREACHABLE
from handlers.schedule import SHOW
from storage.errors import Damaged, Gone
from storage.outbox import Head, Outgoing
from storage.statistics import Figures, figures, start_of
from storage.store import Store, Transaction

WIDTH = 4
"""Calls to customers in flight at the most, which is what a kill may repeat: 30 a second of 0.1 s each need three."""
LOOKED_AT = 64
IDLE = timedelta(seconds=1)
GATHER_SECONDS = 0.005
"""How long an ended call waits for others, to be marked with them: each commit keeps everybody from the database."""
PAUSES = (1, 2, 5, 10, 30, 60)
"""Seconds before a call that Telegram did not take is made again, by attempt."""
STAFF_SHUT = timedelta(seconds=60)
"""How long the staff chat is left alone when it does not let us in: its cards wait until somebody mends that."""
ALREADY_SO = ("message is not modified", "message to delete not found")
"""What Telegram says when there is nothing left to do."""
OURS = ("card", "desk", "otherwise")
"""Parameters of a stored call that are for the courier: the case that a card or a desk shows, what to say instead."""

STORED = {"photo": "photo.jpg", "video": "video.mp4"}
"""Parameters that may name something stored, with the file's name for Telegram."""


class NoCard(Exception):  # noqa: N818  it names an outcome
    """A card is to be edited that was never posted."""


class Outcome(NamedTuple):
    """What became of a call."""

    kind: Literal["sent", "later", "dead", "moved"]
    code: str = ""
    message_id: int | None = None
    wait: timedelta = timedelta()
    chat_id: int = 0
    """Where the chat is now, if it moved."""


class Courier:
    """Makes the calls in the outbox; one of it works at a time."""

    def __init__(
        self,
        store: Store,
        telegram: Telegram,
        staff_chat: int,
        clock: Callable[[], datetime],
        *,
        pace: Pace,
        width: int = WIDTH,
    ) -> None:
        self._store, self._telegram, self._staff_chat, self._clock = store, telegram, staff_chat, clock
        self._pace = pace
        self._width: Mapping[str, int] = {"customer": width, "staff": 1, "reminder": 1}
        self._flying: dict[int, Outgoing] = {}
        self._ended: list[tuple[Outgoing, Outcome]] = []
        self._alarm: asyncio.TimerHandle | None = None
        """Rings when calls have ended that nobody has marked."""
        self._rest = IDLE
        """How long nothing has to be looked for, unless somebody speaks."""
        self._stopping = False
        self.spoke = asyncio.Event()
        """Set by whoever put something into the outbox."""

    async def run(self) -> None:
        """Until `stop`. Raises Unauthorized when the token is wrong."""
        await self.start()
        async with asyncio.TaskGroup() as group:
            while not self._stopping or self._flying:
                self.spoke.clear()
                self._silence()
                for call in await self.round():
                    group.create_task(self.deliver(call))
                await either(self.spoke, self._rest.total_seconds())

    async def start(self) -> None:
        """Settles what another left behind: what counts for the pace, and the calls of which nobody knows the end."""
        now = self._clock()
        async with self._store.transaction() as tx:
            said = await tx.outbox.recent(now - LONGEST, now=now)
            self._pace.seed((chat, at) for chat, method, at in said if is_counted(method, chat))
            await tx.outbox.recover()

    def stop(self) -> None:
        """Ends `run` once the calls in flight have come back; what waits is sent after the next start."""
        self._stopping = True
        self.spoke.set()

    async def round(self) -> list[Outgoing]:
        """Marks the calls that have ended and begins those that may be made now, in one transaction: what it returns is
        committed as begun, and to be delivered.
        """
        ended = tuple(self._ended)
        async with self._store.transaction() as tx:
            for call, outcome in ended:
                await self._mark(call, outcome, tx)
            for call, _ in ended:
                del self._flying[call.id]
            begun = [] if self._stopping else await self._begin(tx)
        del self._ended[: len(ended)]
        return begun

    async def deliver(self, call: Outgoing) -> None:
        """Makes the call. Its end is marked in the next round."""
        outcome = await self._made(call)
        if is_counted(call.method, call.chat_id):
            self._pace.end(call.chat_id, self._clock())
        self._ended.append((call, outcome))
        if self._alarm is None:
            self._alarm = asyncio.get_running_loop().call_later(GATHER_SECONDS, self.spoke.set)

    def _silence(self) -> None:
        """The next round marks all that have ended: nobody need be woken for them."""
        if self._alarm is not None:
            self._alarm.cancel()
            self._alarm = None

    # --- which calls

    async def _begin(self, tx: Transaction) -> list[Outgoing]:
        """As many calls as the lanes are wide, besides those in flight; urgent lanes first."""
        busy = Counter(call.lane for call in self._flying.values())
        self._rest = IDLE
        begun = {}
        for lane in await tx.outbox.lanes():
            for head in await self._free_to_go(lane, self._width[lane] - busy[lane], tx):
                if call := await self._begun(head, tx):
                    begun[call.id] = call
        self._flying |= begun
        return list(begun.values())

    async def _free_to_go(self, lane: str, places: int, tx: Transaction) -> list[Head]:
        """The first calls of a lane that the pace allows, now counted as being said."""
        if not places:
            return []
        now = self._clock()
        resting = self._staff_chat if self._must_wait(self._staff_chat, now) else 0
        free: list[Head] = []
        for head in await tx.outbox.heads(lane, now=now, limit=LOOKED_AT, resting=resting):
            counted = is_counted(head.method, head.chat_id)
            if counted and self._must_wait(head.chat_id, now):
                continue
            if counted:
                self._pace.begin(head.chat_id)
            free.append(head)
            if len(free) == places:
                break
        return free

    def _must_wait(self, chat: int, now: datetime) -> bool:
        wait = self._pace.wait(chat, now)
        if wait > NOW:
            self._rest = min(self._rest, wait)
        return wait > NOW

    async def _begun(self, head: Head, tx: Transaction) -> Outgoing | None:
        try:
            return await tx.outbox.begin(head.id)
        except Damaged:
            log.error("call does not open", method=head.method)
            await tx.outbox.dead(head.id, "damaged")
            return None

    # --- the call

    async def _made(self, call: Outgoing) -> Outcome:
        """Makes the call; every way in which it can end is an outcome. Raises Unauthorized."""
        try:
            params, parcels = await self._packed(call)
            result = await self._telegram.call(call.method, params, parcels)
        except (NoCard, Gone, Damaged) as error:
            return Outcome("dead", type(error).__name__)
        except Refused as refused:
            return self._refused(call, refused)
        except NotSent as error:
            return _again(call, str(error))
        except Unclear as error:
            return Outcome("dead", "ambiguous") if call.on_ambiguous == "skip" else _again(call, str(error))
        return Outcome("sent", message_id=result.get("message_id") if isinstance(result, dict) else None)

    async def _packed(self, call: Outgoing) -> tuple[dict[str, Any], Parcels]:
        """The call as Telegram takes it: a card's message is looked up, a stored picture or video is fetched."""
        params = {key: value for key, value in call.params.items() if key not in OURS}
        named = {part: name for part, name in STORED.items() if isinstance(params.get(part), dict)}
        case, text = _card_edited(call), params.get("text")
        if case is None and not named and not isinstance(text, dict):
            return params, {}
        async with self._store.reading() as tx:
            if case is not None:
                shown = await tx.cards.of(case)
                if shown is None:
                    raise NoCard
                params["chat_id"], params["message_id"] = shown
            if isinstance(text, dict):
                params["text"] = stats.summary(await self._figures(text["figures"], tx))
            return params, {part: (name, await self._content(params[part], tx)) for part, name in named.items()}

    async def _content(self, what: dict[str, Any], tx: Transaction) -> bytes:
        """What a call names instead of carrying it: something stored, or the chart of the last days."""
        if "chart" not in what:
            return await tx.photos.view(what["stored"])
        return await asyncio.to_thread(charts.render, await self._figures(what["chart"], tx))

    async def _figures(self, days: int, tx: Transaction) -> Figures:
        """Counted here, where no customer waits for it."""
        now = self._clock()
        return await figures(tx, since=start_of(days, now), now=now)

    def _refused(self, call: Outgoing, refused: Refused) -> Outcome:
        """What follows from what Telegram says."""
        said = refused.said
        if refused.moved_to:
            return Outcome("moved", chat_id=refused.moved_to)
        if refused.status == HTTPStatus.TOO_MANY_REQUESTS:
            return Outcome("later", "flood", wait=timedelta(seconds=refused.retry_after))
        if any(known in said for known in ALREADY_SO):
            return Outcome("sent")
        if refused.status == HTTPStatus.FORBIDDEN:
            return self._shut_out(call, "forbidden")
        if "chat not found" in said:
            return self._shut_out(call, "chat_not_found")
        return Outcome("dead", "message_gone" if "message to edit not found" in said else "bad_request")

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
                log.warning("call put off", method=call.method, code=outcome.code, attempt=call.attempts)
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
        """Reviewers shall know that nothing reaches this person: it is recorded, and the card drawn anew (R28)."""
        case, now = await tx.cases.latest_of(call.chat_id), self._clock()
        if case is not None:
            details = {"code": code}
            await tx.audit.record(case.id, actor="courier", kind="undeliverable", now=now, details=details)
            await tx.timers.set(f"{SHOW}:{case.id}", case_id=case.id, kind=SHOW, due_at=now)


def _card_edited(call: Outgoing) -> int | None:
    """The case whose card a call edits: it names the case, because the message was not known when it was put."""
    message = call.params.get("message_id")
    return int(message["card"]) if isinstance(message, dict) else None


def _again(call: Outgoing, code: str) -> Outcome:
    """A little later each time: the network, or Telegram, has a bad moment."""
    return Outcome("later", code, wait=timedelta(seconds=PAUSES[min(call.attempts, len(PAUSES)) - 1]))

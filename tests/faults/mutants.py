"""Wrong ways to build the bot, each by a small change from outside: the checks must catch every one of them."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any

from bot.courier import Courier
from bot.receiver import Inlet
from bot.worker import Worker
from storage.inbox import Inbox
from storage.outbox import Outbox
from storage.store import Store

Calls = list[tuple[tuple[Any, ...], dict[str, Any]]]
Reached = Callable[[str], None]
"""Told of a point; where a life is to end there, it does not return."""

BETWEEN = "between the two transactions of a mutant"
"""A point that only mutants have, and come to only where the second transaction has something to do."""

ON_THE_WAY_SECONDS = 0.05
"""How long it takes at the most until Telegram hears that we have an update: a kill after that loses it."""

postponed: ContextVar[Calls | None] = ContextVar("postponed", default=None)
"""What the worker's transaction leaves for a second one."""


def acknowledge_before_storing(_: Reached) -> None:
    """Updates are stored by a task of their own, while Telegram is already told that we have them."""
    put, under_way = Inlet.put, set()

    async def late(inlet: Inlet, updates: Any) -> None:
        await asyncio.sleep(ON_THE_WAY_SECONDS)
        await put(inlet, updates)

    async def soon(inlet: Inlet, updates: Any) -> None:
        storing = asyncio.ensure_future(late(inlet, list(updates)))
        under_way.add(storing)
        storing.add_done_callback(under_way.discard)

    Inlet.put = soon


def outbox_in_a_second_transaction(reached: Reached) -> None:
    """What is to be said is written once the rest is committed."""
    _leave_for_later(Outbox, "put", "outbox", True, reached)


def inbox_marked_done_apart(reached: Reached) -> None:
    """An update is marked done once its effects are committed."""
    _leave_for_later(Inbox, "done", "inbox", None, reached)


def marked_sent_before_the_call(_: Reached) -> None:
    made = Courier._made

    async def mark_first(courier: Courier, call: Any) -> Any:
        async with courier._store.transaction() as tx:
            await tx.outbox.sent(call.id, message_id=None, now=datetime.now(UTC))
        return await made(courier, call)

    Courier._made = mark_first


MUTANTS: Mapping[str, Callable[[Reached], None]] = {
    "acknowledge before storing": acknowledge_before_storing,
    "outbox in a second transaction": outbox_in_a_second_transaction,
    "marked sent before the call": marked_sent_before_the_call,
    "inbox marked done apart": inbox_marked_done_apart,
}

DEADLY: Mapping[str, tuple[str, ...]] = {
    "acknowledge before storing": ("storing, before the commit", "storing, between two statements"),
    "outbox in a second transaction": (BETWEEN,),
    "marked sent before the call": ("marked sending, not called",),
    "inbox marked done apart": (BETWEEN,),
}
"""The points where each of them shows soonest."""


def _leave_for_later(owner: type, name: str, room: str, answer: Any, reached: Reached) -> None:
    """Lets a method only note what it was called with, while the worker has a transaction; a second one makes up for
    it.
    """
    act, round_, transaction = getattr(owner, name), Worker._round, Store.transaction

    async def note(self: Any, *args: Any, **kwargs: Any) -> Any:
        calls = postponed.get()
        if calls is None:
            return await act(self, *args, **kwargs)
        calls.append((args, kwargs))
        return answer

    @asynccontextmanager
    async def twice(store: Store) -> AsyncIterator[Any]:
        async with transaction(store) as tx:
            yield tx
        if calls := postponed.get():
            reached(BETWEEN)
            async with transaction(store) as tx:
                for args, kwargs in calls:
                    await act(getattr(tx, room), *args, **kwargs)

    async def in_two_parts(worker: Worker, *args: Any) -> bool:
        before = postponed.set([])
        try:
            return await round_(worker, *args)
        finally:
            postponed.reset(before)

    setattr(owner, name, note)
    Store.transaction = twice
    Worker._round = in_two_parts

"""Named places in the life of the bot, at which it can be killed.

They are put around methods of the product from outside. A method that is gone is an error, so that no place vanishes.
"""

import os
import signal
import socket
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any

from sqlalchemy import Engine, event

from bot import app
from bot.clock import Clock
from bot.courier import Courier
from bot.gallery import Gallery
from bot.receiver import Inlet
from bot.worker import Worker
from storage import store
from storage.direct import Direct
from storage.inbox import Inbox
from storage.store import Store, Transaction
from tests.faults.mutants import BETWEEN

IMPATIENT_SECONDS = 0.6
"""After so long a trap no longer waits for the hit that was asked for: the next one will do."""

OPENING = "opening"
ROOMS = {
    "storing": (Inlet, "put"),
    "working": (Worker, "_round"),
    "taking over": (Courier, "start"),
    "marking": (Courier, "round"),
    "ticking": (Clock, "tick"),
}
"""Who writes: the method in which each of the transactions happens."""
STATEMENT, BEFORE, AFTER = "between two statements", "before the commit", "after the commit"

BEGUN = {
    "received, nothing stored": (Inlet, "put"),
    "effects written, not marked done": (Inbox, "done"),
    "marked sending, not called": (Courier, "_made"),
    "before a picture is fetched": (Gallery, "bring"),
    "log not yet emptied": (Store, "_truncated_log"),
}
"""Killed when the method is entered."""
ENDED = {
    "stored, not confirmed": (Inlet, "put"),
    "between two updates of a transaction": (Worker, "_deal_with"),
    "called, not marked sent": (Courier, "_made"),
    "picture looked at, nothing written": (Gallery, "bring"),
    "log emptied": (Store, "_truncated_log"),
    "migrated": (store, "_see_to_schema"),
    "opened": (app, "open_store"),
}
"""Killed when the method has ended."""

POINTS = (
    f"{OPENING}, {STATEMENT}",
    *(f"{room}, {moment}" for room in ROOMS for moment in (STATEMENT, BEFORE, AFTER)),
    *BEGUN,
    *ENDED,
)

SELDOM = {"migrated", "opened", f"taking over, {BEFORE}", f"taking over, {AFTER}", "log not yet emptied", "log emptied"}
"""Passed once in a life."""

room_now: ContextVar[str] = ContextVar("room", default=OPENING)


class Trap:
    """Kills this process when it comes to a point for the `hits`-th time."""

    def __init__(self, connection: socket.socket, point: str | None, hits: int) -> None:
        if point is not None and point not in (*POINTS, BETWEEN):
            raise LookupError(f"no point is called {point!r}")
        self._connection, self._point, self._left = connection, point, hits
        self._impatient_at = time.monotonic() + IMPATIENT_SECONDS

    def set(self) -> None:
        """Puts itself around the methods; all of them, so that a missing one is told whatever is asked for."""
        for name, (owner, method) in ROOMS.items():
            _replace(owner, method, lambda original, room=name: _inside(room, original))
        for point, (owner, method) in BEGUN.items():
            _replace(owner, method, lambda original, point=point: self._before(point, original))
        for point, (owner, method) in ENDED.items():
            _replace(owner, method, lambda original, point=point: self._after(point, original))
        _replace(Store, "transaction", self._around)
        _replace(Transaction, "complete", self._at_the_end)
        _replace(Direct, "_prepare", self._at_each_statement)
        _replace(Worker, "run", self._tell)
        event.listen(Engine, "before_cursor_execute", lambda *_: self.reached(f"{room_now.get()}, {STATEMENT}"))

    def reached(self, point: str) -> None:
        if point != self._point:
            return
        self._left -= 1
        if self._left <= 0 or time.monotonic() > self._impatient_at:
            self._connection.sendall(f"at {point}\n".encode())
            os.kill(os.getpid(), signal.SIGKILL)

    def _tell(self, original: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(original)
        async def method(*args: Any) -> Any:
            self._connection.sendall(b"running now\n")
            return await original(*args)

        return method

    def _before(self, point: str, original: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(original)
        async def method(*args: Any, **kwargs: Any) -> Any:
            self.reached(point)
            return await original(*args, **kwargs)

        return method

    def _after(self, point: str, original: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(original)
        async def method(*args: Any, **kwargs: Any) -> Any:
            result = await original(*args, **kwargs)
            self.reached(point)
            return result

        return method

    def _around(self, original: Callable[..., Any]) -> Callable[..., Any]:
        @asynccontextmanager
        async def transaction(*args: Any) -> AsyncIterator[Any]:
            async with original(*args) as tx:
                yield tx
            self.reached(f"{room_now.get()}, {AFTER}")

        return transaction

    def _at_the_end(self, original: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(original)
        async def method(*args: Any) -> None:
            await original(*args)
            self.reached(f"{room_now.get()}, {BEFORE}")

        return method

    def _at_each_statement(self, original: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(original)
        def method(*args: Any) -> Any:
            self.reached(f"{room_now.get()}, {STATEMENT}")
            return original(*args)

        return method


def _replace(owner: Any, name: str, wrapped: Callable[[Callable[..., Any]], Callable[..., Any]]) -> None:
    """Raises AttributeError where the product has no such method any more."""
    setattr(owner, name, wrapped(getattr(owner, name)))


def _inside(room: str, original: Callable[..., Any]) -> Callable[..., Any]:
    """Notes that what is written meanwhile is written here."""

    @wraps(original)
    async def method(*args: Any, **kwargs: Any) -> Any:
        before = room_now.set(room)
        try:
            return await original(*args, **kwargs)
        finally:
            room_now.reset(before)

    return method

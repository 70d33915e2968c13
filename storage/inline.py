"""The writer's connection to SQLite."""

import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import aiosqlite


class Inline(aiosqlite.Connection):
    """Runs each statement where it is called, and only commits, which wait for the disk, in a thread of its own.

    A statement takes some ten microseconds, handing it to another thread and back some hundred. One writer has the
    connection at a time, so nothing waits for a lock either. Readers, which may scan, keep to their threads.
    """

    def __init__(self, database: Path) -> None:
        connect = partial(sqlite3.connect, database, isolation_level=None, check_same_thread=False)
        super().__init__(connect, iter_chunk_size=64)
        self._thread.daemon = True  # a process that was told to stop must not wait for it

    async def truncate_log(self) -> bool:
        """Empties the write-ahead log, unless somebody is reading in it; whether it is empty."""
        return bool(await super()._execute(self._truncate_log))  # type: ignore[no-untyped-call]

    def _truncate_log(self) -> bool:
        (patience,) = self._conn.execute("PRAGMA busy_timeout").fetchone()
        self._conn.execute("PRAGMA busy_timeout = 0")
        (busy, *_) = self._conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        self._conn.execute(f"PRAGMA busy_timeout = {patience}")
        return not busy

    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if fn == self._conn.commit:
            return await super()._execute(fn, *args, **kwargs)  # type: ignore[no-untyped-call]
        return fn(*args, **kwargs)

"""The door to the database: a writer, a second engine that can only read, transactions that commit or never were.

An SQLite file belongs to one process, which writes one transaction at a time. On PostgreSQL there may be several
processes, and transactions run beside each other; docs/decisions/many-machines.md says how they stay out of each
other's way.
"""

import asyncio
import os
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager, closing, suppress
from functools import partial
from pathlib import Path
from typing import Any, Self

import aiosqlite
from sqlalchemy import URL, event, make_url
from sqlalchemy import Connection as SyncConnection
from sqlalchemy.exc import DBAPIError, PendingRollbackError
from sqlalchemy.exc import TimeoutError as NoneFree
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from storage import advisory, integrity, wakeups
from storage.audit import Audit
from storage.cards import Cards
from storage.cases import Cases, Codec
from storage.connection import Connection
from storage.direct import Direct
from storage.errors import Damaged, Failed, NotLeading, Stale, Unreachable
from storage.inbox import Inbox
from storage.keyring import Keyring, installed
from storage.lock import Lock
from storage.migrate import check, upgrade
from storage.outbox import Outbox
from storage.photos import Photos
from storage.seal import Installation, Keys
from storage.tallies import Tallies
from storage.timers import Timers

SETTINGS = (
    "journal_mode = WAL",  # readers never wait for the writer
    "synchronous = FULL",  # NORMAL loses commits when the power fails
    "secure_delete = ON",  # what was deleted is overwritten
    "busy_timeout = 5000",  # milliseconds; a backup may hold the file for a moment
    "temp_store = MEMORY",  # nothing is spilled to a file of its own
)

PATIENCE = 60.0
"""Seconds that a transaction waits for the one before it."""

LIMITS = {
    "lock_timeout": f"{PATIENCE:.0f}s",
    "idle_in_transaction_session_timeout": f"{PATIENCE:.0f}s",
    "tcp_keepalives_idle": "5",
    "tcp_keepalives_interval": "5",
    "tcp_keepalives_count": "3",
    "tcp_user_timeout": "20000",
}
"""When PostgreSQL gives up a transaction that waits, or a process that was cut off from the network: after 20 s. What
it held is free then.
"""

CALL = 20.0
"""Seconds that PostgreSQL may take to answer beside what it waits for: then the network between us is cut."""

SILENCE = 30
"""Seconds after which a leader that says nothing leads no more: it hangs, and may hang for ever."""

ENDS_SILENCE = ("idle_session_timeout", "idle_in_transaction_session_timeout")

POOL = {"pool_size": 5, "max_overflow": 5, "pool_timeout": PATIENCE}
"""Connections of one process to PostgreSQL that write; as many again may read."""

CROSSED = {"40P01", "40001", "55P03"}
"""Deadlock, serialisation failure, a lock waited for too long: another transaction was in the way."""

UNREADABLE = {"SQLITE_CORRUPT", "SQLITE_NOTADB"}


class Transaction:
    """The rooms of the database, all in one transaction."""

    def __init__(self, connection: Connection, keys: Keys, installation: Installation, codec: Codec) -> None:
        self._connection = connection
        self.keyring = Keyring(connection, keys)
        self.cases = Cases(connection, self.keyring, installation, codec)
        self.inbox = Inbox(connection, installation)
        self.outbox = Outbox(connection, installation)
        self.photos = Photos(connection, self.keyring, installation)
        self.audit = Audit(connection, installation, self.cases)
        self.timers = Timers(connection)
        self.cards = Cards(connection)
        self.tallies = Tallies(connection, installation)

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        """A part that may fail without the rest: an exception undoes what was stored inside, and is raised on.

        Raises Stale when another transaction was in the way, Unreachable when the whole transaction is lost.
        """
        mark = self.audit.mark()
        try:
            async with _FailuresWithoutValues(), self._connection.begin_nested():
                yield
        except BaseException:
            self.audit.back_to(mark)
            self.cases.undone()
            raise

    async def complete(self) -> None:
        """What is left to do before the commit."""
        await self.audit.link()
        if self.inbox.filled:
            await wakeups.tell(self._connection, wakeups.INBOX)
        if self.outbox.filled:
            await wakeups.tell(self._connection, wakeups.OUTBOX)


class Reader:
    """A database that is only looked at, also beside the process that works on it."""

    def __init__(self, reader: AsyncEngine, keys: Keys, codec: Codec) -> None:
        """Use `open`."""
        self._reader = reader
        self._keys = keys
        self._codec = codec
        self._installation: Installation

    @classmethod
    async def open(cls, url: str, keys: Keys, codec: Codec) -> Self:
        """Opens a database that a store has opened before.

        Raises NewerSchema, OlderSchema when this release did not write it, WrongKey when `keys` does not open it.
        """
        reader = cls(_reader(make_url(url)), keys, codec)
        try:
            async with _Reached(), reader._reader.begin() as connection:
                await connection.run_sync(check)
                reader._installation = await installed(connection, keys)
        except BaseException:
            await reader.close()
            raise
        return reader

    async def close(self) -> None:
        """Lets go of the database."""
        await self._reader.dispose()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Transaction]:
        """What is committed at this moment, for as long as it is looked at; writing raises Failed."""
        async with _Reached(), self._reader.begin() as connection:
            yield self._transaction(connection)

    async def backup(self, target: Path) -> None:
        """A whole copy of an SQLite database, also while it is written to, read through once more at the end.

        Raises FileExistsError, Damaged for a copy that is not whole.

        It holds the wrapped keys of all cases: kept for longer than the cases are, it would undo their purge.
        """
        os.close(os.open(target, os.O_CREAT | os.O_EXCL, 0o600))
        async with _Reached(), self._reader.connect() as connection:
            source = (await connection.get_raw_connection()).driver_connection
            if not isinstance(source, aiosqlite.Connection):
                raise NotImplementedError("PostgreSQL is backed up with its own tools")
            with closing(sqlite3.connect(target, check_same_thread=False)) as copy:
                await source.backup(copy)
        await asyncio.to_thread(integrity.check_copy, target)

    def _transaction(self, connection: Connection) -> Transaction:
        return Transaction(connection, self._keys, self._installation, self._codec)


class Store(Reader):
    """An open database that this process works on; on PostgreSQL beside others."""

    def __init__(
        self, writer: AsyncEngine | Direct, reader: AsyncEngine, keys: Keys, codec: Codec, lock: Lock | None
    ) -> None:
        """Use `open`."""
        super().__init__(reader, keys, codec)
        self._writer = writer
        self._begin: Callable[[], AbstractAsyncContextManager[Connection]] = writer.begin
        self._onlooker = writer.onlooker() if isinstance(writer, Direct) else reader
        self._lock = lock
        self._lingers = True
        """Whether the write-ahead log may hold something that was destroyed: at first, by a process that was killed."""

    @classmethod
    async def open(cls, url: str, keys: Keys, codec: Codec) -> Self:
        """Opens the database. An SQLite file, new or old, is brought up to date; PostgreSQL, where other processes may
        be at work, has to be before.

        Raises Busy when another process works on the file, NewerSchema when a later release wrote it, OlderSchema when
        `bring_up_to_date` has not been called, WrongKey when `keys` does not open it, Damaged when header, length or
        schema of the file are not whole, ValueError for an address that is no database of ours. Not all of the file is
        read: that is for `integrity.check`.
        """
        address = make_url(url)
        lock = _locked(address)
        store = cls(_writer(address), _reader(address), keys, codec, lock)
        try:
            async with _Reached():
                await _see_to_schema(address, check if lock is None else upgrade)
                async with store._writer.begin() as connection:
                    await advisory.turn(connection)
                    store._installation = await installed(connection, keys)
        except BaseException:
            await store.close()
            raise
        return store

    async def close(self) -> None:
        """Lets go of the database. What is committed stays, what is not never was."""
        await super().close()
        await self._onlooker.dispose()
        await self._writer.dispose()
        if self._lock is not None:
            self._lock.release()

    @asynccontextmanager
    async def glancing(self) -> AsyncIterator[Transaction]:
        """As `reading`, for what an index finds in microseconds: on SQLite it spares the trip to a thread and back."""
        async with _Reached(), self._onlooker.begin() as connection:
            yield self._transaction(connection)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """A writing transaction: committed on the way out, undone by an exception. On SQLite others wait for it.

        Raises Failed where the database refuses, Unreachable where it is not there.
        """
        async with _Reached():
            async with self._begin() as connection:
                transaction = self._transaction(connection)
                yield transaction
                await transaction.complete()
            self._lingers |= transaction.keyring.shredded
            if self._lingers:
                self._lingers = not await self._truncated_log()

    @asynccontextmanager
    async def leading(self) -> AsyncIterator["Store"]:
        """This database for the one process that leads, for as long as it does: nobody else gets it meanwhile.

        Its transactions run one at a time on the connection that holds the lead. So none of them is committed after the
        lead is lost: they raise Unreachable and NotLeading then. Raises NotLeading when another process leads.
        """
        if self._lock is not None:
            yield self  # whoever has the file leads
            return
        async with self._holding(advisory.lead) as connection, _Reached():
            if connection is None:
                raise NotLeading("another process leads")
            for setting in ENDS_SILENCE:
                await connection.exec_driver_sql(f"SET {setting} = '{SILENCE}s'")
            await connection.commit()
            leader = Leader(connection, self._reader, self._keys, self._codec)
            leader._installation = self._installation  # noqa: SLF001  one of us
            yield leader

    async def listen(self, wakes: Mapping[str, Callable[[], None]]) -> None:
        """Calls what stands beside a channel of `wakeups` whenever a process put something new there, and once before.

        Until cancelled; returns at once on SQLite, where there is nobody to listen to. Raises Unreachable.
        """
        if self._lock is not None:
            return
        lost = asyncio.Event()

        async def subscribe(connection: AsyncConnection) -> bool:
            session: Any = (await connection.get_raw_connection()).driver_connection
            session.add_termination_listener(lambda _: lost.set())
            for channel, wake in wakes.items():
                await session.add_listener(channel, lambda *_, wake=wake: wake())
                wake()
            return True

        async with self._holding(subscribe) as connection, _Reached():
            while connection and not lost.is_set():
                await connection.exec_driver_sql("SELECT 1")  # silence does not say whether anybody is there
                await connection.commit()
                with suppress(TimeoutError):
                    await asyncio.wait_for(lost.wait(), SILENCE)
        raise Unreachable("the connection is lost")

    @asynccontextmanager
    async def reserved(self, update: int) -> AsyncIterator[bool]:
        """Whether this process is the one to prepare an update, by its id in the inbox, for as long as this lasts."""
        if self._lock is not None:
            yield True
            return
        async with self._holding(partial(advisory.reserve, update=update)) as connection:
            yield connection is not None

    @asynccontextmanager
    async def _holding(
        self, take: Callable[[AsyncConnection], Awaitable[bool]]
    ) -> AsyncIterator[AsyncConnection | None]:
        """A connection to PostgreSQL whose session holds what was taken, until it is closed at the end; None where it
        could not be taken. Raises Unreachable.
        """
        assert isinstance(self._writer, AsyncEngine)  # noqa: S101  whoever has a file has no sessions
        async with AsyncExitStack() as stack:
            async with _Reached():
                connection = await stack.enter_async_context(self._writer.connect())
                is_taken = await take(connection)
                if is_taken:
                    stack.push_async_callback(connection.invalidate)
                await connection.commit()
            yield connection if is_taken else None

    async def rewrap(self) -> int:
        """Wraps all data keys with the newest of the keys; how many older ones had wrapped."""
        async with self.transaction() as transaction:
            return await transaction.keyring.rewrap()

    async def _truncated_log(self) -> bool:
        """Whether nothing that was destroyed lingers in the write-ahead log. A reader in the way only delays it."""
        return await self._writer.truncate_log() if isinstance(self._writer, Direct) else True


class Leader(Store):
    """A store whose transactions all run on one connection, and on no other when that is lost."""

    def __init__(self, connection: AsyncConnection, reader: AsyncEngine, keys: Keys, codec: Codec) -> None:
        """Use `Store.leading`."""
        super().__init__(connection.engine, reader, keys, codec, None)
        self._connection = connection
        self._begin = self._begun
        self._one_at_a_time = asyncio.Lock()

    @asynccontextmanager
    async def _begun(self) -> AsyncIterator[AsyncConnection]:
        async with self._one_at_a_time:
            if self._connection.invalidated:
                raise NotLeading("the connection that held the lead is lost")
            async with self._connection.begin():
                yield self._connection


async def bring_up_to_date(url: str) -> None:
    """Brings a database, new or old, to the schema of this release; where several processes try, one does it.

    Raises Busy, NewerSchema, Damaged, ValueError as `Store.open` does.
    """
    address = make_url(url)
    lock = _locked(address)
    try:
        async with _Reached():
            await _see_to_schema(address, upgrade)
    finally:
        if lock is not None:
            lock.release()


def _is_sqlite(address: URL) -> bool:
    return address.get_backend_name() == "sqlite"


def _locked(address: URL) -> Lock | None:
    """What keeps other processes away from a file."""
    return Lock(_prepared(address)) if _is_sqlite(address) else None


def _prepared(address: URL) -> Path:
    """The database file, made for nobody but us where it is new."""
    if not address.database or address.database == ":memory:":
        raise ValueError("the database must be a file: it outlives the process")
    file = Path(address.database)
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
    integrity.glance(file)
    return file


def _writer(address: URL) -> AsyncEngine | Direct:
    if not _is_sqlite(address):
        return _postgresql(address, **POOL)
    return Direct(Path(str(address.database)), (*SETTINGS, "foreign_keys = ON"), PATIENCE)


def _reader(address: URL) -> AsyncEngine:
    if not _is_sqlite(address):
        return _postgresql(address, **POOL).execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )
    engine = create_async_engine(address, hide_parameters=True)
    _speak_sqlite(engine, "BEGIN", (*SETTINGS, "query_only = ON"))
    return engine


def _postgresql(address: URL, **pool: Any) -> AsyncEngine:
    """Looks whether a connection still stands before it is used: the server may have been restarted."""
    limits = {"server_settings": LIMITS, "timeout": CALL, "command_timeout": PATIENCE + CALL}
    return create_async_engine(address, hide_parameters=True, pool_pre_ping=True, connect_args=limits, **pool)


def _speak_sqlite(engine: AsyncEngine, begin: str, settings: tuple[str, ...]) -> None:
    """Takes transactions out of the driver's hands: it would begin them late, and lose what was read before."""

    @event.listens_for(engine.sync_engine, "connect")
    def on_connect(connection: Any, _: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for setting in settings:
            cursor.execute(f"PRAGMA {setting}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def on_begin(connection: Any) -> None:
        connection.exec_driver_sql(begin)


async def _see_to_schema(address: URL, what: Callable[[SyncConnection], None]) -> None:
    """Does it in one transaction, in which nobody else changes the schema."""
    engine = create_async_engine(address, hide_parameters=True, poolclass=NullPool)
    if _is_sqlite(address):
        _speak_sqlite(engine, "BEGIN IMMEDIATE", (*SETTINGS, "foreign_keys = OFF"))
    try:
        async with engine.begin() as connection:
            await advisory.turn(connection)
            await connection.run_sync(what)
    finally:
        await engine.dispose()


class _FailuresWithoutValues:
    """The drivers' errors may quote the row they failed at; ours name the error only."""

    async def __aenter__(self) -> None:
        pass

    async def __aexit__(self, _: object, failure: BaseException | None, __: object) -> None:
        if failure is not None and (told := self._told(failure)):
            raise told from None

    def _told(self, failure: BaseException) -> Exception | None:
        """What is said instead; None of what is no failure of the database."""
        if isinstance(failure, DBAPIError):
            return _ours(failure)
        if isinstance(failure, sqlite3.Error):
            return _refusal(_code(failure))
        if isinstance(failure, PendingRollbackError | NoneFree):
            return Unreachable(type(failure).__name__)
        return None


class _Reached(_FailuresWithoutValues):
    """The same around all that is done with a connection, from the time when there is none yet."""

    def _told(self, failure: BaseException) -> Exception | None:
        if isinstance(failure, OSError):
            return Unreachable(f"cannot be reached ({type(failure).__name__})")
        return super()._told(failure)


def _ours(failure: DBAPIError) -> Exception:
    code = _code(failure.orig)
    if failure.connection_invalidated:
        return Unreachable(code)
    if code in CROSSED:
        return Stale(code)
    return _refusal(code)


def _refusal(code: str) -> Exception:
    return (Damaged if code in UNREADABLE else Failed)(code)


def _code(error: BaseException | None) -> str:
    return str(getattr(error, "sqlite_errorname", None) or getattr(error, "sqlstate", None) or type(error).__name__)

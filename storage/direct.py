"""The writer's connection to SQLite: each statement runs where it is called, and only a commit goes to a thread.

A statement takes some ten microseconds; handing it through a driver's thread and back takes some hundred, and a step of
the dialogue has ten of them. One transaction has the connection at a time, so nothing waits for a lock either. Commits
wait for the disk, and readers may scan: both keep to threads.

The statements are SQLAlchemy's, compiled once for each set of parameters. What is used of its connection is here under
the same names, so that the rooms of the database do not know which of the two they hold.
"""

import asyncio
import sqlite3
from collections import namedtuple
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from functools import cached_property
from operator import itemgetter
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Boolean, ClauseElement, Executable, LargeBinary
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.sql.base import ColumnCollection
from sqlalchemy.types import TypeEngine

from storage.encoding import encoded

Convert = Callable[[Any], Any] | None
Parameters = dict[str, Any] | Sequence[Mapping[str, Any]] | None

DIALECT = dialect(json_serializer=lambda value: encoded(value).decode())
TURNS = 5
"""Of the loop, for which a commit waits: a transaction may wake another one, and that a third, that are to share it."""
STATEMENTS_KEPT = 512
"""Compiled for the next time: by us, and by SQLite."""


class Rows:
    """What a statement brought: rows, or the number of rows that it changed."""

    def __init__(self, rows: list[tuple[Any, ...]], named: Callable[[Iterable[Any]], Any], rowcount: int) -> None:
        self._rows, self._named = rows, named
        self.rowcount = rowcount

    def __iter__(self) -> Iterator[Any]:
        return map(self._named, self._rows)

    def all(self) -> list[Any]:
        return list(self)

    def one(self) -> Any:
        (row,) = self
        return row

    def one_or_none(self) -> Any:
        return self.one() if self._rows else None

    def scalars(self) -> list[Any]:
        return [row[0] for row in self._rows]

    def scalar_one(self) -> Any:
        ((value, *_),) = self._rows
        return value

    def scalar_one_or_none(self) -> Any:
        return self.scalar_one() if self._rows else None


class Prepared:
    """A statement as SQLite takes it, and what its values become on the way in and out."""

    def __init__(self, statement: Executable, parameters: Mapping[str, Any]) -> None:
        assert isinstance(statement, ClauseElement)  # noqa: S101  all that we execute is
        compiled: Any = statement.compile(dialect=DIALECT, column_keys=list(parameters))
        self.serves_again = not compiled.post_compile_params
        """Whether the text is the same for other values: a list of them has as many places as values."""
        state: Any = None if self.serves_again else compiled.construct_expanded_state(parameters)
        self._sql = state.statement if state else str(compiled)
        names = (state or compiled).positiontup or ()
        self._take = _taking(names)
        kinds = {name: bound.type for name, bound in compiled.binds.items()}
        inward = [
            (place, name, _inward(kinds[name]) if name in kinds else state.processors.get(name))
            for place, name in enumerate(names)
        ]
        values = state.parameters if state else compiled.params
        self._constants = {
            name: convert(values[name]) if convert else values[name]
            for _, name, convert in inward
            if name not in parameters
        }
        self._inward = [(place, convert) for place, name, convert in inward if convert and name in parameters]
        columns: ColumnCollection[str, Any] | Sequence[Any] = getattr(statement, "exported_columns", ())
        self._outward = [(place, convert) for place, column in enumerate(columns) if (convert := _outward(column.type))]
        self._only_changes = statement.is_dml and not columns
        row: Any = namedtuple("row", [column.name for column in columns], rename=True)  # type: ignore[misc]  # noqa: PYI024  known only now
        self._named: Callable[[Iterable[Any]], Any] = row._make if columns else tuple

    def run(self, cursor: sqlite3.Cursor, parameters: Mapping[str, Any]) -> Rows:
        """Once, with these parameters."""
        cursor.execute(self._sql, self._given(parameters))
        if self._only_changes:
            return Rows([], self._named, cursor.rowcount)
        rows = cursor.fetchall()
        if self._outward:
            rows = [_converted(row, self._outward) for row in rows]
        return Rows(rows, self._named, cursor.rowcount)

    def run_each(self, cursor: sqlite3.Cursor, sets: Sequence[Mapping[str, Any]]) -> Rows:
        """Once for each set of parameters."""
        if self._only_changes:
            cursor.executemany(self._sql, map(self._given, sets))
            return Rows([], self._named, cursor.rowcount)
        brought = [self.run(cursor, each) for each in sets]
        rows = [row for each in brought for row in each]
        return Rows(rows, self._named, sum(each.rowcount for each in brought))

    def _given(self, parameters: Mapping[str, Any]) -> Sequence[Any]:
        given = self._take({**self._constants, **parameters} if self._constants else parameters)
        return _converted(given, self._inward) if self._inward else given


class Turn:
    """The connection to oneself, once those are done with it who came before."""

    def __init__(self, patience: float) -> None:
        self._lock, self._patience = asyncio.Lock(), patience

    async def __aenter__(self) -> None:
        if not self._lock.locked():
            await self._lock.acquire()
            return
        async with asyncio.timeout(self._patience):
            await self._lock.acquire()

    async def __aexit__(self, *_: object) -> None:
        self._lock.release()


class Savepoint:
    """A part of a transaction that an exception undoes without the rest."""

    def __init__(self, cursor: sqlite3.Cursor, name: str) -> None:
        self._cursor, self._name = cursor, name

    async def __aenter__(self) -> None:
        _ensure_under_way(self._cursor.connection)
        self._cursor.execute(f"SAVEPOINT {self._name}")

    async def __aexit__(self, failed: type[BaseException] | None, *_: object) -> None:
        if failed is not None:
            if not self._cursor.connection.in_transaction:
                return
            self._cursor.execute(f"ROLLBACK TO {self._name}")
        self._cursor.execute(f"RELEASE {self._name}")


class Direct:
    """One connection, for one transaction after the other."""

    dialect = DIALECT

    def __init__(self, database: Path, settings: Sequence[str], patience: float) -> None:
        """`patience`: how many seconds a transaction waits for the one before it."""
        self._database, self._settings, self._patience = database, settings, patience
        self._turn = Turn(patience)
        self._group: asyncio.Future[None] | None = None
        """Set while transactions are under way that are to be committed together."""
        self._closing: asyncio.Task[None] | None = None
        self._disk = ThreadPoolExecutor(1, thread_name_prefix="disk")
        self._prepared: dict[tuple[int, tuple[str, ...]], tuple[Executable, Prepared]] = {}

    @cached_property
    def _connection(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self._database, isolation_level=None, check_same_thread=False, cached_statements=STATEMENTS_KEPT
        )
        for setting in self._settings:
            connection.execute(f"PRAGMA {setting}")
        return connection

    @cached_property
    def _cursor(self) -> sqlite3.Cursor:
        return self._connection.cursor()

    def onlooker(self) -> "Onlooker":
        """Another connection to the same file, that only reads."""
        return Onlooker(self._database, (*self._settings, "query_only = ON"), self._patience)

    async def dispose(self) -> None:
        """Lets go of the file."""
        if self._closing:
            await asyncio.wait({self._closing})
        self._disk.shutdown()
        if "_connection" in vars(self):  # it was opened
            self._connection.close()

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Self]:
        """A transaction: committed on the way out, undone by an exception. Raises TimeoutError when it has to wait.

        Those that wait for each other share one commit: the disk is waited for once for all of them, and none of them
        is over before.
        """
        async with self._turn:
            group = self._group or self._open()
            async with Savepoint(self._cursor, "member"):
                yield self
        await asyncio.shield(group)

    def _open(self) -> asyncio.Future[None]:
        """Begins what is committed at once. Who waits for the connection already may join, or who is woken by one of
        them; who comes later may not.
        """
        self._cursor.execute("BEGIN IMMEDIATE")
        self._group = asyncio.get_running_loop().create_future()
        close = self._close(self._group, self._connection.total_changes)
        self._closing = asyncio.create_task(close)  # noqa: TID251  all who join wait for its end, and so does `dispose`
        return self._group

    async def _close(self, group: asyncio.Future[None], changes: int) -> None:
        for _ in range(TURNS):
            await asyncio.sleep(0)
        async with self._turn:
            self._group = None
            try:
                _ensure_under_way(self._connection)
                if self._connection.total_changes == changes:
                    self._connection.commit()  # nothing goes to the disk
                else:
                    await self._in_thread(self._connection.commit)
            except Exception as refused:  # noqa: BLE001  theirs to raise: all who joined are waiting for it
                self._connection.rollback()
                group.set_exception(refused)
            else:
                group.set_result(None)

    def begin_nested(self) -> "Savepoint":
        """A part that an exception undoes without the rest."""
        return Savepoint(self._cursor, "part")

    async def execute(self, statement: Executable, parameters: Parameters = None) -> Rows:
        """Runs a statement once for each set of parameters, of which all have the same names."""
        _ensure_under_way(self._connection)
        if parameters is None or isinstance(parameters, dict):
            given = parameters or {}
            return self._prepare(statement, given).run(self._cursor, given)
        return self._prepare(statement, parameters[0]).run_each(self._cursor, parameters)

    @asynccontextmanager
    async def stream(self, statement: Executable) -> AsyncIterator[AsyncIterator[Any]]:
        """The rows of a statement."""
        rows = await self.execute(statement)

        async def each() -> AsyncIterator[Any]:
            for row in rows:
                yield row

        yield each()

    async def truncate_log(self) -> bool:
        """Empties the write-ahead log, unless somebody is reading or writing; whether it is empty."""
        async with self._turn:
            return self._group is None and bool(await self._in_thread(self._truncate_log))

    def _truncate_log(self) -> bool:
        (patience,) = self._connection.execute("PRAGMA busy_timeout").fetchone()
        self._connection.execute("PRAGMA busy_timeout = 0")
        (busy, *_) = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        self._connection.execute(f"PRAGMA busy_timeout = {patience}")
        return not busy

    def _prepare(self, statement: Executable, parameters: Mapping[str, Any]) -> Prepared:
        """Statements are constants: each is kept, so that its id stays its own."""
        key = id(statement), tuple(parameters)
        if kept := self._prepared.get(key):
            return kept[1]
        prepared = Prepared(statement, parameters)
        if prepared.serves_again and len(self._prepared) < STATEMENTS_KEPT:
            self._prepared[key] = statement, prepared
        return prepared

    async def _in_thread(self, work: Callable[[], Any]) -> Any:
        """Waits for the disk, also when it is cancelled: the connection is nobody else's before."""
        working = asyncio.get_running_loop().run_in_executor(self._disk, work)
        try:
            return await asyncio.shield(working)
        except asyncio.CancelledError:
            await asyncio.wait({working})
            raise


class Onlooker(Direct):
    """A connection that only reads: a transaction is one moment, and there is nothing to commit."""

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Self]:
        """What is committed at this moment."""
        async with self._turn:
            self._cursor.execute("BEGIN")
            try:
                yield self
            finally:
                self._connection.rollback()


def _ensure_under_way(connection: sqlite3.Connection) -> None:
    """After some errors, such as a full disk, SQLite undoes a transaction by itself: nothing may go on as if it had
    not.
    """
    if not connection.in_transaction:
        raise sqlite3.OperationalError("the transaction was undone")


def _taking(names: Sequence[str]) -> Callable[[Mapping[str, Any]], tuple[Any, ...]]:
    """The values of these names, in this order."""
    if len(names) != 1:
        return itemgetter(*names) if names else lambda _: ()
    (name,) = names
    return lambda values: (values[name],)


def _converted(values: Sequence[Any], conversions: Sequence[tuple[int, Callable[[Any], Any]]]) -> tuple[Any, ...]:
    """The same with what stands in some places converted. NULL is NULL."""
    converted = list(values)
    for place, convert in conversions:
        if (value := converted[place]) is not None:
            converted[place] = convert(value)
    return tuple(converted)


def _inward(kind: TypeEngine[Any]) -> Convert:
    """None where SQLite takes the value as it is."""
    if isinstance(kind, LargeBinary):
        return None
    if isinstance(kind, Boolean):
        return int
    return kind.dialect_impl(DIALECT).bind_processor(DIALECT)


def _outward(kind: TypeEngine[Any]) -> Convert:
    """None where SQLite's value is the one: bytes are bytes."""
    if isinstance(kind, LargeBinary):
        return None
    return kind.dialect_impl(DIALECT).result_processor(DIALECT, None)

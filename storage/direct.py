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
from pathlib import Path
from typing import Any, Self

from sqlalchemy import ClauseElement, Executable
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.sql.base import ColumnCollection
from sqlalchemy.types import TypeEngine

Convert = Callable[[Any], Any] | None
Parameters = Mapping[str, Any] | Sequence[Mapping[str, Any]] | None

DIALECT = dialect()
STATEMENTS_KEPT = 512
"""Compiled by SQLite, for the next time."""


class Rows:
    """What a statement brought: rows, or the number of rows that it changed."""

    def __init__(self, rows: list[Any], rowcount: int) -> None:
        self._rows = rows
        self.rowcount = rowcount

    def __iter__(self) -> Iterator[Any]:
        return iter(self._rows)

    def all(self) -> list[Any]:
        return self._rows

    def one(self) -> Any:
        (row,) = self._rows
        return row

    def one_or_none(self) -> Any:
        return self.one() if self._rows else None

    def scalars(self) -> list[Any]:
        return [row[0] for row in self._rows]

    def scalar_one(self) -> Any:
        return self.one()[0]

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
        values = state.parameters if state else compiled.params
        kinds = {name: bound.type for name, bound in compiled.binds.items()}
        self._inward = [
            (name, values[name], _inward(kinds[name]) if name in kinds else state.processors.get(name))
            for name in (state or compiled).positiontup or ()
        ]
        columns: ColumnCollection[str, Any] | Sequence[Any] = getattr(statement, "exported_columns", ())
        self._outward = [_outward(column.type) for column in columns]
        names_of_columns = [column.name for column in columns]
        row: Any = namedtuple("row", names_of_columns, rename=True)  # type: ignore[misc]  # noqa: PYI024  known only now
        self._made: Callable[[Iterable[Any]], Any] = row._make

    def run(self, cursor: sqlite3.Cursor, parameters: Mapping[str, Any]) -> list[Any]:
        """The rows that it brings, if it brings any."""
        given = [
            value if convert is None else convert(value)
            for value, convert in ((parameters.get(name, default), to) for name, default, to in self._inward)
        ]
        cursor.execute(self._sql, given)
        return [self._made(self._converted(values)) for values in cursor] if self._outward else cursor.fetchall()

    def _converted(self, values: Sequence[Any]) -> Iterator[Any]:
        for value, convert in zip(values, self._outward, strict=True):
            yield value if convert is None else convert(value)


class Direct:
    """One connection, for one transaction after the other."""

    dialect = DIALECT

    def __init__(
        self, database: Path, settings: Sequence[str], patience: float, begin: str = "BEGIN IMMEDIATE"
    ) -> None:
        """`patience`: how many seconds a transaction waits for the one before it."""
        self._database, self._settings, self._patience, self._begin = database, settings, patience, begin
        self._turn = asyncio.Lock()
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

    def onlooker(self) -> "Direct":
        """Another connection to the same file, that only reads."""
        return Direct(self._database, (*self._settings, "query_only = ON"), self._patience, "BEGIN")

    async def dispose(self) -> None:
        """Lets go of the file."""
        self._disk.shutdown()
        if "_connection" in vars(self):  # it was opened
            self._connection.close()

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Self]:
        """A transaction: committed on the way out, undone by an exception. Raises TimeoutError when it has to wait."""
        async with self._alone():
            self._cursor.execute(self._begin)
            async with self._committed():
                yield self

    @asynccontextmanager
    async def _alone(self) -> AsyncIterator[None]:
        async with asyncio.timeout(self._patience):
            await self._turn.acquire()
        try:
            yield
        finally:
            self._turn.release()

    @asynccontextmanager
    async def _committed(self) -> AsyncIterator[None]:
        before = self._connection.total_changes
        try:
            yield
            if self._connection.total_changes == before:
                self._connection.commit()  # nothing goes to the disk
            else:
                await self._in_thread(self._connection.commit)
        except BaseException:
            self._connection.rollback()
            raise

    @asynccontextmanager
    async def begin_nested(self) -> AsyncIterator[None]:
        """A savepoint."""
        self._cursor.execute("SAVEPOINT part")
        try:
            yield
        except BaseException:
            self._cursor.execute("ROLLBACK TO part")
            raise
        finally:
            self._cursor.execute("RELEASE part")

    async def execute(self, statement: Executable, parameters: Parameters = None) -> Rows:
        """Runs a statement once for each set of parameters, of which all have the same names."""
        sets = [parameters or {}] if parameters is None or isinstance(parameters, Mapping) else parameters
        prepared = self._prepare(statement, sets[0])
        rows: list[Any] = []
        changed = 0
        for each in sets:
            rows += prepared.run(self._cursor, each)
            changed += max(self._cursor.rowcount, 0)
        return Rows(rows, changed)

    @asynccontextmanager
    async def stream(self, statement: Executable) -> AsyncIterator[AsyncIterator[Any]]:
        """The rows of a statement."""
        rows = await self.execute(statement)

        async def each() -> AsyncIterator[Any]:
            for row in rows:
                yield row

        yield each()

    async def truncate_log(self) -> bool:
        """Empties the write-ahead log, unless somebody is reading in it; whether it is empty."""
        async with self._alone():
            return bool(await self._in_thread(self._truncate_log))

    def _truncate_log(self) -> bool:
        (patience,) = self._connection.execute("PRAGMA busy_timeout").fetchone()
        self._connection.execute("PRAGMA busy_timeout = 0")
        (busy, *_) = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        self._connection.execute(f"PRAGMA busy_timeout = {patience}")
        return not busy

    def _prepare(self, statement: Executable, parameters: Mapping[str, Any]) -> Prepared:
        """Statements are constants: each is kept, so that its id stays its own."""
        key = id(statement), tuple(parameters)
        if key in self._prepared:
            return self._prepared[key][1]
        prepared = Prepared(statement, parameters)
        if prepared.serves_again:
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


def _inward(kind: TypeEngine[Any]) -> Convert:
    return kind.dialect_impl(DIALECT).bind_processor(DIALECT)


def _outward(kind: TypeEngine[Any]) -> Convert:
    return kind.dialect_impl(DIALECT).result_processor(DIALECT, None)

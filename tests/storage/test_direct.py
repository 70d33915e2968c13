"""The writer's connection to SQLite: who shares a commit, and what becomes of the others when one fails."""

import asyncio
import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table, insert, select
from storage_samples import later

from storage.direct import Direct
from storage.tables import Moment

metadata = MetaData()
parents = Table("parents", metadata, Column("id", Integer, primary_key=True), Column("at", Moment))
children = Table(
    "children",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("parent", ForeignKey("parents.id", deferrable=True, initially="DEFERRED")),
)
PUT, CHILD, ALL = insert(parents), insert(children), select(parents.c.id)
PUT_AND_ASK = PUT.returning(parents.c.id)


@pytest.fixture
async def file(tmp_path):
    with closing(sqlite3.connect(tmp_path / "test.db")) as connection:
        connection.execute("CREATE TABLE parents (id INTEGER PRIMARY KEY, at BIGINT)")
        connection.execute(
            "CREATE TABLE children (id INTEGER PRIMARY KEY,"
            " parent INTEGER REFERENCES parents DEFERRABLE INITIALLY DEFERRED)"
        )
    return tmp_path / "test.db"


@pytest.fixture
async def direct(file):
    opened = Counted(file, ("journal_mode = WAL", "foreign_keys = ON"), patience=5)
    yield opened
    await opened.dispose()


@pytest.fixture
def stored(file):
    def ask():
        with closing(sqlite3.connect(file)) as connection:
            return [row for (row,) in connection.execute("SELECT id FROM parents ORDER BY id")]

    return ask


class Counted(Direct):
    """Counts how often it waits for the disk."""

    waits = 0

    async def _in_thread(self, work):
        self.waits += 1
        return await super()._in_thread(work)


async def put(direct, number, statement=PUT, meanwhile=0.0, **more):
    async with direct.begin() as connection:
        await connection.execute(statement, {"id": number, **more})
        await asyncio.sleep(meanwhile)


async def test_who_waits_for_a_transaction_shares_its_commit(direct, stored):
    await asyncio.gather(*(put(direct, number) for number in range(10)))
    assert stored() == list(range(10))
    assert direct.waits == 1


async def test_who_is_woken_by_one_of_them_shares_it_too(direct, stored):
    """An update that comes in wakes who deals with it, and that one who sends what came of it."""
    came_in, dealt_with = asyncio.Event(), asyncio.Event()

    async def woken(number, by, wakes=None):
        await by.wait()
        async with direct.begin() as connection:
            await connection.execute(PUT, {"id": number})
            if wakes:
                wakes.set()

    others = [asyncio.ensure_future(woken(2, came_in, dealt_with)), asyncio.ensure_future(woken(3, dealt_with))]
    await asyncio.sleep(0)
    async with direct.begin() as connection:
        await connection.execute(PUT, {"id": 1})
        came_in.set()
    assert stored() == [1, 2, 3]
    assert direct.waits == 1
    await asyncio.gather(*others)


async def test_one_after_the_other_each_is_committed_when_it_is_over(direct, stored):
    for number in range(3):
        await put(direct, number)
        assert stored() == list(range(number + 1))


async def test_who_comes_while_the_disk_is_waited_for_is_committed_after(direct, stored):
    """Nobody is held up by a line that never ends."""
    first = asyncio.ensure_future(put(direct, 1))
    while not direct.waits:  # noqa: ASYNC110  what is waited for is not ours to signal
        await asyncio.sleep(0)
    await asyncio.gather(first, put(direct, 2))
    assert direct.waits == 2
    assert stored() == [1, 2]


async def test_nobody_is_told_before_the_commit(direct, stored):
    async def put_and_look(number):
        await put(direct, number)
        return number in stored()

    assert all(await asyncio.gather(*(put_and_look(number) for number in range(5))))


async def test_one_that_fails_takes_nobody_with_it(direct, stored):
    async def fail(number):
        async with direct.begin() as connection:
            await connection.execute(PUT, {"id": number})
            raise KeyError(number)

    ended = await asyncio.gather(put(direct, 1), fail(2), put(direct, 3), return_exceptions=True)
    assert [type(end) for end in ended] == [type(None), KeyError, type(None)]
    assert stored() == [1, 3]


async def test_where_the_commit_fails_all_of_them_hear_so_and_nothing_is_stored(direct, stored):
    orphan = put(direct, 1, CHILD, parent=99)
    ended = await asyncio.gather(put(direct, 1), orphan, put(direct, 2), return_exceptions=True)
    assert [type(end) for end in ended] == [sqlite3.IntegrityError] * 3
    assert stored() == []
    await put(direct, 3)
    assert stored() == [3]


async def test_a_transaction_that_sqlite_undid_by_itself_is_over_for_all(direct, stored):
    """A full disk does that: whoever was told nothing yet must not be told that all is well."""

    async def undone(number):
        async with direct.begin() as connection:
            await connection.execute(PUT, {"id": number})
            connection._cursor.execute("ROLLBACK")
            with pytest.raises(sqlite3.OperationalError):
                await connection.execute(PUT, {"id": number + 1})

    ended = await asyncio.gather(put(direct, 1), undone(2), put(direct, 4), return_exceptions=True)
    assert all(isinstance(end, sqlite3.OperationalError) for end in ended)
    assert stored() == []
    await put(direct, 5)
    assert stored() == [5]


async def test_a_cancelled_one_leaves_the_connection_to_the_next(direct, stored):
    slow = asyncio.ensure_future(put(direct, 1, meanwhile=60))
    await asyncio.sleep(0)
    waiting = asyncio.ensure_future(put(direct, 2))
    await asyncio.sleep(0)
    slow.cancel()
    await waiting
    assert stored() == [2]


async def test_the_log_is_not_emptied_under_a_transaction(direct, stored):
    """It is asked for while one is under way: that one goes on, and the log is emptied another time."""
    _, emptied = await asyncio.gather(put(direct, 1), direct.truncate_log())
    assert not emptied
    assert stored() == [1]
    assert await direct.truncate_log()


async def test_what_changes_nothing_does_not_wait_for_the_disk(direct):
    async with direct.begin() as connection:
        assert (await connection.execute(ALL)).all() == []
    assert direct.waits == 0


async def test_many_sets_of_values_are_counted_together(direct, stored):
    async with direct.begin() as connection:
        rows = [{"id": number, "at": later(days=number) if number else None} for number in range(3)]
        assert (await connection.execute(PUT, rows)).rowcount == 3
        assert (await connection.execute(select(parents.c.at))).scalars() == [None, later(days=1), later(days=2)]
    assert stored() == [0, 1, 2]


async def test_many_sets_of_values_bring_their_rows_in_order(direct):
    async with direct.begin() as connection:
        put = await connection.execute(PUT_AND_ASK, [{"id": number} for number in (3, 1, 2)])
        assert put.scalars() == [3, 1, 2]


async def test_a_list_of_values_has_as_many_places_as_values(direct):
    for number in range(4):
        await put(direct, number, at=later(days=number))
    wanted = select(parents.c.id, parents.c.at).where(parents.c.id.in_([1, 3]), parents.c.at > later(days=2))
    async with direct.begin() as connection:
        assert (await connection.execute(wanted)).all() == [(3, later(days=3))]

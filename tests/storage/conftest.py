import inspect
import shutil
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from storage_samples import KEYS_TEXT, FakeCodec

from storage import Keys, Store
from tests.postgresql import Server

OF_A_FILE = {"file", "rows"}
"""Who asks for these looks into SQLite's own file."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Runs on both databases whatever asks for an open one, and nothing about SQLite's file."""
    asked = inspect.signature(metafunc.function).parameters.keys()
    about_sqlite = OF_A_FILE & asked or metafunc.definition.get_closest_marker("sqlite")
    if "database" in metafunc.fixturenames and not about_sqlite:
        metafunc.parametrize("database", ["sqlite", "postgresql"], indirect=True)


@pytest.fixture(scope="session")
def keys() -> Keys:
    return Keys.parse(KEYS_TEXT)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def migrated(tmp_path_factory: pytest.TempPathFactory, keys: Keys) -> Path:
    """An empty database of the present schema, to be copied: migrating one for each test is slow."""
    file = tmp_path_factory.mktemp("template") / "regain.db"
    await (await Store.open(f"sqlite+aiosqlite:///{file}", keys, FakeCodec())).close()
    return file


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def migrated_postgresql(postgresql: Server, keys: Keys) -> str:
    """The same on PostgreSQL, to be emptied: copying a database there is slow too."""
    name = await postgresql.create()
    await (await Store.open(postgresql.url(name), keys, FakeCodec())).close()
    return name


@pytest.fixture
def file(tmp_path: Path, migrated: Path) -> Path:
    return Path(shutil.copy(migrated, tmp_path / "regain.db"))


@pytest_asyncio.fixture
async def emptied(postgresql: Server, migrated_postgresql: str) -> str:
    await postgresql.empty(migrated_postgresql)
    return postgresql.url(migrated_postgresql)


@pytest.fixture
def database(request: pytest.FixtureRequest) -> str:
    """Which database the test is about."""
    return getattr(request, "param", "sqlite")


@pytest.fixture
def url(database: str, request: pytest.FixtureRequest) -> str:
    """The address of an empty database of the present schema."""
    if database == "postgresql":
        return request.getfixturevalue("emptied")
    return f"sqlite+aiosqlite:///{request.getfixturevalue('file')}"


@pytest_asyncio.fixture
async def store(url: str, keys: Keys) -> AsyncIterator[Store]:
    store = await Store.open(url, keys, FakeCodec())
    yield store
    await store.close()


@pytest.fixture
def rows(file: Path) -> Iterator[Callable[..., list[tuple[Any, ...]]]]:
    """Asks the file itself, past all of our code."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        yield lambda sql, *values: connection.execute(sql, values).fetchall()

import shutil
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from bot import database
from bot.settings import Settings
from storage.store import Store
from tests.bot.town import FakeClock, Town, settings_of


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database of the present schema, to be copied: migrating one for each test is slow."""
    file = tmp_path_factory.mktemp("template") / "regain.db"
    await (await database.open_store(settings_of(file))).close()
    return file


@pytest.fixture
def file(tmp_path: Path, migrated: Path) -> Path:
    return Path(shutil.copy(migrated, tmp_path / "regain.db"))


@pytest.fixture
def settings(file: Path) -> Settings:
    return settings_of(file)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest_asyncio.fixture
async def store(settings: Settings) -> AsyncIterator[Store]:
    async with database.writing(settings) as opened:
        yield opened


@pytest.fixture
def town(store: Store, settings: Settings, clock: FakeClock) -> Town:
    return Town(store, settings, clock)


@pytest.fixture
def rows(file: Path) -> Iterator[Callable[..., list[tuple[Any, ...]]]]:
    """Asks the file itself, past all of our code."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        yield lambda sql, *values: connection.execute(sql, values).fetchall()

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


@pytest.fixture(scope="session")
def keys() -> Keys:
    return Keys.parse(KEYS_TEXT)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def migrated(tmp_path_factory: pytest.TempPathFactory, keys: Keys) -> Path:
    """An empty database of the present schema, to be copied: migrating one for each test is slow."""
    file = tmp_path_factory.mktemp("template") / "regain.db"
    await (await Store.open(f"sqlite+aiosqlite:///{file}", keys, FakeCodec())).close()
    return file


@pytest.fixture
def file(tmp_path: Path, migrated: Path) -> Path:
    return Path(shutil.copy(migrated, tmp_path / "regain.db"))


@pytest.fixture
def url(file: Path) -> str:
    return f"sqlite+aiosqlite:///{file}"


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

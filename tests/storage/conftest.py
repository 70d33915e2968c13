import shutil
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from states.case import Answer, Case
from storage import Keys, Store

NOW = datetime(2026, 1, 2, 3, 4, 5, 678901, tzinfo=UTC)
KEYS_TEXT = Keys.new()


class FakeCodec:
    """Amounts are decimals, everything else is JSON as it is; one question was dropped in this release."""

    def dump(self, question: str, value: Any) -> Any:
        return str(value) if question == "amount" else value

    def load(self, question: str, raw: Any) -> Any:
        if question == "dropped":
            raise KeyError(question)
        return Decimal(raw) if question == "amount" else raw


def later(**span: float) -> datetime:
    return NOW + timedelta(**span)


def new_case(applicant: int = 7001, **fields: Any) -> Case:
    return Case(applicant=applicant, step="username", touched_at=NOW, **fields)


def answered(value: Any, typed: str = "", at: datetime = NOW) -> Answer:
    return Answer(value, typed, at)


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


def everything_on_disk(file: Path) -> bytes:
    """The bytes of the database and of all files beside it."""
    return b"".join(part.read_bytes() for part in sorted(file.parent.glob(f"{file.name}*")))

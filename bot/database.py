"""The database of an installation, opened with its settings. What is wrong with it is said of the setting."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from sqlalchemy import make_url

from bot.settings import Settings, Wrong
from states.questionnaire import Questionnaire
from states.questions import QUESTIONS
from storage.errors import Busy, Damaged, Failed, NewerSchema, OlderSchema, WrongKey
from storage.seal import Keys
from storage.store import Reader, Store


class Behind(Wrong):
    """The database is of an earlier release."""


def questionnaire() -> Questionnaire:
    """What knows how answers are kept."""
    return Questionnaire(QUESTIONS)


def keys(settings: Settings) -> Keys:
    return Keys.parse(settings.data_keys.get_secret_value())


def file_of(settings: Settings) -> Path | None:
    """The SQLite file; None where the database is another."""
    address = make_url(settings.database_url)
    return Path(str(address.database)) if address.get_backend_name() == "sqlite" else None


@contextmanager
def complaints() -> Iterator[None]:
    """Lets what storage and the system refuse come as Wrong."""
    try:
        yield
    except WrongKey as wrong:
        raise Wrong(f"DATA_KEYS: {wrong}") from None
    except OlderSchema as older:
        raise Behind(f"DATABASE_URL: {older}") from None
    except (Busy, NewerSchema, Damaged, Failed, ValueError) as wrong:
        raise Wrong(f"DATABASE_URL: {wrong}") from None
    except OSError as wrong:
        raise Wrong(f"DATABASE_URL: cannot be reached ({type(wrong).__name__})") from None


async def open_store(settings: Settings) -> Store:
    """The database to work on; on SQLite for one process at a time. Raises Wrong."""
    with complaints():
        return await Store.open(settings.database_url, keys(settings), questionnaire())


@asynccontextmanager
async def writing(settings: Settings) -> AsyncIterator[Store]:
    """The database to work on, closed at the end. Raises Wrong, on SQLite also while the bot runs."""
    store = await open_store(settings)
    try:
        yield store
    finally:
        await store.close()


@asynccontextmanager
async def looking(settings: Settings) -> AsyncIterator[Reader]:
    """The database to look at, also beside a running bot. Raises Wrong."""
    with complaints():
        reader = await Reader.open(settings.database_url, keys(settings), questionnaire())
    try:
        yield reader
    finally:
        await reader.close()

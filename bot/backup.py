"""Copies of the database: made while the bot runs, put back while it does not."""

import asyncio
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from bot import database
from bot.settings import Settings, Wrong
from storage import Damaged, Failed, integrity
from storage.lock import Lock

BESIDE = ("-wal", "-shm", "")
"""The files of an SQLite database; the one that names the others last."""


async def backup(settings: Settings, target: Path) -> None:
    """A whole copy of the database in a new file, checked. Raises Wrong, OSError where the file cannot be made."""
    _file(settings)
    async with database.looking(settings) as reader:
        try:
            await reader.backup(target)
        except (Damaged, Failed) as failure:
            raise Wrong(f"DATABASE_URL: {failure}") from None


async def check(settings: Settings) -> None:
    """Reads all of the database, also beside a running bot. Raises Wrong where it is not whole, or not there."""
    file = _file(settings)
    with database.complaints():
        file.stat()
        await asyncio.to_thread(integrity.check, file)


async def restore(settings: Settings, source: Path, now: datetime) -> Path | None:
    """Puts a copy in the place of the database; where the former one lies now, if there was one.

    What was waiting to be sent when the copy was made is sent again. Raises Wrong: the bot runs, the copy is damaged,
    of a later release, or sealed with other keys; then everything stays as it was.
    """
    file = _file(settings)
    coming = file.with_name(f"{file.name}.coming")
    with _held(file):
        try:
            _copy(source, coming)
            await _examine(settings, coming)
            aside = _set_aside(file, now)
            coming.replace(file)
        finally:
            _remove(coming)
    return aside


def _file(settings: Settings) -> Path:
    file = database.file_of(settings)
    if file is None:
        raise Wrong("DATABASE_URL: PostgreSQL is looked after with its own tools: pg_dump, pg_restore, pg_amcheck")
    return file


@contextmanager
def _held(file: Path) -> Iterator[None]:
    with database.complaints():
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = Lock(file)
    try:
        yield
    finally:
        lock.release()


def _copy(source: Path, target: Path) -> None:
    try:
        target.touch(mode=0o600)
        with source.open("rb") as read, target.open("wb") as kept:
            shutil.copyfileobj(read, kept)
            kept.flush()
            os.fsync(kept.fileno())
    except OSError:
        raise Wrong(f"{source} cannot be copied") from None


async def _examine(settings: Settings, file: Path) -> None:
    """Raises Wrong for a file that the bot would not start with."""
    try:
        with database.complaints():
            integrity.check(file)
        with suppress(database.Behind):  # the next start brings it up to date
            async with database.looking(settings.model_copy(update={"database_url": f"sqlite+aiosqlite:///{file}"})):
                return
    except Wrong as wrong:
        raise Wrong(f"the backup does not fit. {wrong}") from None


def _set_aside(file: Path, now: datetime) -> Path | None:
    """The log goes with its database: beside another one it would destroy it."""
    aside = file.with_name(f"{file.name}.{now:%Y%m%dT%H%M%S}")
    existed = file.exists()
    for end in BESIDE:
        with suppress(FileNotFoundError):
            Path(f"{file}{end}").rename(f"{aside}{end}")
    return aside if existed else None


def _remove(file: Path) -> None:
    for end in BESIDE:
        Path(f"{file}{end}").unlink(missing_ok=True)

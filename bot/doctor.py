"""Looks at an installation: a line for each thing checked, and whether all is well."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramBadRequest, TelegramUnauthorizedError
from aiohttp import ClientError, ClientSession, ClientTimeout

from bot import database
from bot.app import now, telegram
from bot.settings import Settings, Wrong
from handlers.speech import LOCALES
from storage import integrity

CLOCK_SECONDS = 30
"""How far the clock may be off: times on cards and sheets depend on it."""


@dataclass(frozen=True, slots=True)
class Finding:
    name: str
    well: bool
    says: str


async def examine(settings: Settings) -> list[Finding]:
    """Every check, in the order in which trouble is best mended."""
    async with _bot(settings) as bot:
        return [
            await _checked("database and keys", lambda: _database(settings)),
            await _checked("token", lambda: _token(bot)),
            await _checked("staff chat", lambda: _staff_chat(bot, settings)),
            await _checked("reviewers", lambda: _reviewers(bot, settings)),
            await _checked("languages", lambda: _languages(settings)),
            await _checked("clock", lambda: _clock(settings)),
        ]


class _Ill(Exception):  # noqa: N818  it names an outcome
    pass


async def _checked(name: str, check: Callable[[], Awaitable[str]]) -> Finding:
    try:
        return Finding(name, well=True, says=await check())
    except _Ill as ill:
        return Finding(name, well=False, says=str(ill))
    except AiogramError as error:
        return Finding(name, well=False, says=f"Telegram answers {type(error).__name__}")


@asynccontextmanager
async def _bot(settings: Settings) -> AsyncIterator[Bot]:
    bot = telegram(settings)
    try:
        yield bot
    finally:
        await bot.session.close()


async def _database(settings: Settings) -> str:
    """Looked at only, so that it may be in use, and nothing changes."""
    file = database.file_of(settings)
    if file and not file.exists():
        return "is made at the first start"
    try:
        async with database.looking(settings):
            pass
        with database.complaints():
            return await asyncio.to_thread(_wholeness, file)
    except database.Behind as behind:
        if file is None:
            raise _Ill(str(behind)) from None
        return "is of an earlier release; the next start brings it up to date"
    except Wrong as wrong:
        raise _Ill(str(wrong)) from None


def _wholeness(file: Path | None) -> str:
    """Reads every page of an SQLite file; PostgreSQL has its own tools for that."""
    if file is None:
        return "opens, keys fit"
    integrity.check(file)
    return "opens, keys fit, is whole"


async def _token(bot: Bot) -> str:
    try:
        return f"is @{(await bot.me()).username}"
    except TelegramUnauthorizedError:
        raise _Ill("Telegram does not know it") from None


async def _staff_chat(bot: Bot, settings: Settings) -> str:
    chat = await bot.get_chat(settings.staff_chat_id)
    member = await bot.get_chat_member(settings.staff_chat_id, settings.bot_id)
    if chat.type == "private":
        raise _Ill("STAFF_CHAT_ID is a private chat; use a channel or a group")
    if member.status not in {"administrator", "creator"}:
        raise _Ill("the bot is not an administrator there")
    return f"is a {chat.type}, and the bot an administrator"


async def _reviewers(bot: Bot, settings: Settings) -> str:
    everyone = sorted(settings.reviewer_ids | settings.lead_ids)
    absent = [str(reviewer) for reviewer in everyone if not await _is_in_staff_chat(bot, settings, reviewer)]
    if absent:
        raise _Ill(f"not in the staff chat: {', '.join(absent)}")
    return f"{len(everyone)}, all in the staff chat"


async def _is_in_staff_chat(bot: Bot, settings: Settings, reviewer: int) -> bool:
    try:
        member = await bot.get_chat_member(settings.staff_chat_id, reviewer)
    except TelegramBadRequest:
        return False
    return member.status not in {"left", "kicked"}


async def _languages(settings: Settings) -> str:
    missing = [
        language
        for language in settings.languages
        if language != "en" and not (LOCALES / language / "LC_MESSAGES" / "regain.mo").exists()
    ]
    if missing:
        raise _Ill(f"no catalogue for {', '.join(missing)}")
    return ", ".join(settings.languages)


async def _clock(settings: Settings) -> str:
    """Ours against the date that Telegram's server writes on its answers."""
    try:
        async with (
            ClientSession(timeout=ClientTimeout(total=10)) as session,
            session.get(settings.bot_api_base) as answer,
        ):
            said = answer.headers.get("Date", "")
    except (ClientError, TimeoutError):
        raise _Ill("Telegram cannot be reached") from None
    if not said:
        return "Telegram says no time"
    off = abs((now() - _utc(parsedate_to_datetime(said))).total_seconds())
    if off > CLOCK_SECONDS:
        raise _Ill(f"is {off:.0f} seconds off")
    return "agrees with Telegram's"


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)

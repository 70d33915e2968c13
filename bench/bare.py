"""The bots that Regain is compared with: aiogram's FSM as its documentation shows it, with MemoryStorage and polling.

python -m bench.bare memory: nothing is stored anywhere.
python -m bench.bare written: each answer is also a row, added and committed through SQLAlchemy's async ORM, in an
SQLite file in WAL mode with synchronous=FULL.

Both take BOT_TOKEN, BOT_API_BASE and, for the second, DATABASE_URL from the environment. They ask what Regain asks, in
the same words, and look at the answers with a pattern each.
"""

import asyncio
import os
import re
import sys
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.types import Message
from sqlalchemy import event
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from bench import dialogue

EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
PHONE = re.compile(r"\+[\d ]{8,20}")
NAME = re.compile(r"[A-Za-z'-]+( [A-Za-z'-]+)+")
TRANSACTION = re.compile(r"(.+), ([\d.]+) ([A-Z]{3,5}), (deposit|withdrawal|buy|sell|trade)")
YES_NO = {"Yes, I can use it", "No, I cannot", "Yes, I did", "No, never", "I do not remember"}

Keep = Callable[[int, str, str], Awaitable[None]]
"""What is done with an answer besides the FSM's own data: chat, question, text."""


class Recovery(StatesGroup):
    username = State()
    phone = State()
    phone_access = State()
    full_name = State()
    birth_date = State()
    transactions = State()
    read_back = State()
    verified = State()
    address = State()
    card_linked = State()
    banks = State()
    document = State()


def router() -> Router:
    """The dialogue, a handler for each question."""
    asked = Router()
    asked.message(CommandStart())(start)
    asked.message(Recovery.username, F.text)(username)
    asked.message(Recovery.phone, F.text)(phone)
    asked.message(Recovery.phone_access, F.text)(phone_access)
    asked.message(Recovery.full_name, F.text)(full_name)
    asked.message(Recovery.birth_date, F.text)(birth_date)
    asked.message(Recovery.transactions, F.text)(transactions)
    asked.message(Recovery.read_back, F.text)(read_back)
    asked.message(Recovery.verified, F.text)(verified)
    asked.message(Recovery.address, F.text)(address)
    asked.message(Recovery.card_linked, F.text)(card_linked)
    asked.message(Recovery.banks, F.text)(banks)
    return asked


async def start(message: Message, state: FSMContext) -> None:
    await state.clear()
    await state.set_state(Recovery.username)
    await message.answer(dialogue.USERNAME)


async def username(message: Message, state: FSMContext, keep: Keep) -> None:
    text = (message.text or "").strip()
    if not EMAIL.fullmatch(text):
        await message.answer("Enter the email address you sign in with.")
        return
    await state.update_data(username=text)
    await keep(message.chat.id, "username", text)
    await state.set_state(Recovery.phone)
    await message.answer(dialogue.PHONE)


async def phone(message: Message, state: FSMContext, keep: Keep) -> None:
    text = (message.text or "").strip()
    if not PHONE.fullmatch(text):
        await message.answer("Enter your phone number with the country code.")
        return
    await state.update_data(phone=text)
    await keep(message.chat.id, "phone", text)
    await state.set_state(Recovery.phone_access)
    await message.answer(dialogue.PHONE_ACCESS)


async def phone_access(message: Message, state: FSMContext, keep: Keep) -> None:
    text = message.text or ""
    if text not in YES_NO:
        await message.answer("Say yes or no.")
        return
    await state.update_data(phone_access=text)
    await keep(message.chat.id, "phone_access", text)
    await state.set_state(Recovery.full_name)
    await message.answer(dialogue.FULL_NAME)


async def full_name(message: Message, state: FSMContext, keep: Keep) -> None:
    text = (message.text or "").strip()
    if not NAME.fullmatch(text):
        await message.answer("Enter first and last name in Latin letters.")
        return
    await state.update_data(full_name=text)
    await keep(message.chat.id, "full_name", text)
    await state.set_state(Recovery.birth_date)
    await message.answer(dialogue.BIRTH_DATE)


async def birth_date(message: Message, state: FSMContext, keep: Keep) -> None:
    text = (message.text or "").strip()
    try:
        born = datetime.strptime(text, "%d %B %Y").replace(tzinfo=UTC)
    except ValueError:
        await message.answer("Enter day, month and year, like 22 March 1985.")
        return
    await state.update_data(birth_date=born.date().isoformat())
    await keep(message.chat.id, "birth_date", text)
    await state.set_state(Recovery.transactions)
    await message.answer(dialogue.TRANSACTIONS)


async def transactions(message: Message, state: FSMContext, keep: Keep) -> None:
    text = (message.text or "").strip()
    if not TRANSACTION.fullmatch(text):
        await message.answer("Enter date, amount and currency, type.")
        return
    await state.update_data(transactions=text)
    await keep(message.chat.id, "transactions", text)
    await state.set_state(Recovery.read_back)
    await message.answer(f"Is this right?\n{text}")


async def read_back(message: Message, state: FSMContext, keep: Keep) -> None:
    if message.text != "Yes, continue":
        await state.set_state(Recovery.transactions)
        await message.answer(dialogue.TRANSACTIONS)
        return
    await keep(message.chat.id, "read_back", "yes")
    await state.set_state(Recovery.verified)
    await message.answer(dialogue.VERIFIED)


async def verified(message: Message, state: FSMContext, keep: Keep) -> None:
    text = message.text or ""
    if text not in YES_NO:
        await message.answer("Say yes or no.")
        return
    await state.update_data(verified=text)
    await keep(message.chat.id, "verified", text)
    await state.set_state(Recovery.address)
    await message.answer(dialogue.ADDRESS)


async def address(message: Message, state: FSMContext, keep: Keep) -> None:
    text = (message.text or "").strip()
    if text.count(",") < 2:
        await message.answer("Enter your full address with street, city and country.")
        return
    await state.update_data(address=text)
    await keep(message.chat.id, "address", text)
    await state.set_state(Recovery.card_linked)
    await message.answer(dialogue.CARD_LINKED)


async def card_linked(message: Message, state: FSMContext, keep: Keep) -> None:
    text = message.text or ""
    if text not in YES_NO:
        await message.answer("Say yes or no.")
        return
    await state.update_data(card_linked=text)
    await keep(message.chat.id, "card_linked", text)
    await state.set_state(Recovery.banks)
    await message.answer(dialogue.BANKS)


async def banks(message: Message, state: FSMContext, keep: Keep) -> None:
    text = (message.text or "").strip()
    if len(text) < 3:
        await message.answer("Enter the names of the banks.")
        return
    await state.update_data(banks=text)
    await keep(message.chat.id, "banks", text)
    await state.set_state(Recovery.document)
    await message.answer(dialogue.DOCUMENT)


async def keep_nothing(chat: int, question: str, text: str) -> None:
    """The answer stays in memory only."""


class Base(DeclarativeBase):
    pass


class Answer(Base):
    __tablename__ = "answers"

    id: Mapped[int] = mapped_column(primary_key=True)
    chat: Mapped[int] = mapped_column(index=True)
    question: Mapped[str]
    text: Mapped[str]


async def rows(database_url: str) -> Keep:
    """Adds each answer as a row of its own and commits it before the next question is asked."""
    engine = create_async_engine(database_url)

    @event.listens_for(engine.sync_engine, "connect")
    def durable(connection: Any, _: Any) -> None:
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.close()

    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    sessions = async_sessionmaker(engine)

    async def keep(chat: int, question: str, text: str) -> None:
        async with sessions() as session, session.begin():
            session.add(Answer(chat=chat, question=question, text=text))

    return keep


async def main(kept: str) -> None:
    keep = await rows(os.environ["DATABASE_URL"]) if kept == "written" else keep_nothing
    session = AiohttpSession(api=TelegramAPIServer.from_base(os.environ["BOT_API_BASE"]))
    bot = Bot(os.environ["BOT_TOKEN"], session=session)
    dispatcher = Dispatcher(storage=MemoryStorage(), keep=keep)
    dispatcher.include_router(router())
    await dispatcher.start_polling(bot)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))

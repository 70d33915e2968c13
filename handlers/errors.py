"""What is no conversation: groups, and our own failures. Nothing personal is logged here."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers import limits
from handlers.filters import in_a_group
from handlers.work import Work
from states import screens


def setup() -> Router:
    """The last router: what no other took."""
    router = Router(name="rest")
    router.message.register(on_group, in_a_group)
    router.callback_query.register(on_unknown_press)
    return router


async def on_group(message: Message, work: Work) -> None:
    """A request is never taken in a group; the staff's own talk is left alone."""
    if message.chat.id == work.house.staff.chat or not _is_for_us(message, work):
        return
    if not await limits.lets_press(message.chat.id, work):
        return
    text = work.house.tongues("en").say(screens.ONLY_PRIVATE.filled(link=f"https://t.me/{work.house.bot_name}"))
    await work.call("sendMessage", {"chat_id": message.chat.id, "text": text, "parse_mode": "HTML"})


def _is_for_us(message: Message, work: Work) -> bool:
    """A command, or our name: not every word that people say to each other."""
    text = message.text or ""
    return text.startswith("/") or f"@{work.house.bot_name}".lower() in text.lower()


async def on_unknown_press(press: CallbackQuery, work: Work) -> None:
    """A press whose data is not ours, or broken."""
    work.answer_press(press.id, work.house.tongues("en").label(screens.OLD_PRESS), alert=True)

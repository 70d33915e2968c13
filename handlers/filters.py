"""Which updates are whose. All of these are coroutines: anything else aiogram sends to a thread and back, which costs
more than dealing with the update.
"""

from collections.abc import Awaitable, Callable

from aiogram.enums import ChatMemberStatus, ChatType
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message


async def in_private(event: Message | ChatMemberUpdated) -> bool:
    return event.chat.type == ChatType.PRIVATE


async def in_a_group(message: Message) -> bool:
    return message.chat.type in (ChatType.GROUP, ChatType.SUPERGROUP)


async def says_something(message: Message) -> bool:
    """Words, and no command."""
    return bool(message.text) and not str(message.text).startswith("/")


async def is_a_return(change: ChatMemberUpdated) -> bool:
    """Somebody who had blocked the bot lets it speak again."""
    return change.new_chat_member.status == ChatMemberStatus.MEMBER


def button_of(kind: str) -> Callable[[CallbackQuery], Awaitable[bool]]:
    """Presses whose data begins with this word."""

    async def is_pressed(press: CallbackQuery) -> bool:
        return bool(press.data) and str(press.data).startswith(f"{kind}:")

    return is_pressed

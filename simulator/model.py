"""Who and what there is: users, bots, chats, messages."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from simulator.entities import Entity
from simulator.files import Media
from simulator.keyboards import Markup, is_inline
from simulator.rendering import as_html
from simulator.updates import UpdateQueue

Json = dict[str, Any]

CHANNEL_RIGHTS = ("can_post_messages", "can_edit_messages")
GROUP_RIGHTS = ("can_pin_messages", "can_manage_topics")
SHARED_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_send_welcome_messages",
)


@dataclass
class User:
    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str = "en"
    phone_number: str = ""
    deactivated: bool = False

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}" if self.last_name else self.first_name

    def as_json(self) -> Json:
        """A Bot API User."""
        optional = {"last_name": self.last_name, "username": self.username, "language_code": self.language_code}
        return {"id": self.id, "is_bot": False, "first_name": self.first_name} | _present(optional)

    def described(self) -> Json:
        """For the control API: with the phone number, which bots learn only when it is shared."""
        return self.as_json() | {"phone_number": self.phone_number}


@dataclass
class PendingCallback:
    """A press of an inline button that waits for the bot's answer."""

    id: str
    user: User
    chat: "Chat"
    message_id: int
    asked_at: float
    answer: Json | None = None


@dataclass
class Bot:
    token: str
    id: int
    username: str
    first_name: str
    queue: UpdateQueue
    message_ids: Iterator[int]
    """One rising series for all of its private chats."""
    webhook: Json | None = None
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    """By scope (JSON text) and language."""
    profile: dict[tuple[str, str], str] = field(default_factory=dict)
    """Name, description and short description by field and language."""
    menu_buttons: dict[int | None, Json] = field(default_factory=dict)
    callbacks: dict[str, PendingCallback] = field(default_factory=dict)
    poll: object = None
    """The getUpdates call that waits, if one does; another object there ends it."""
    poll_ended_by: str = ""
    last_poll: tuple[int, float] = (0, -math.inf)
    """Offset and time (monotonic) of the last getUpdates."""

    def as_json(self) -> Json:
        return {"id": self.id, "is_bot": True, "first_name": self.first_name, "username": self.username}

    @property
    def token_hint(self) -> str:
        number, _, secret = self.token.partition(":")
        return f"{number}:{secret[:3]}…"


@dataclass
class Chat:
    id: int
    type: str
    title: str | None = None
    username: str | None = None
    user: User | None = None
    """The person of a private chat."""
    bot: Bot | None = None
    """The bot of a private chat."""
    members: dict[int, str] = field(default_factory=dict)
    """User id -> creator, administrator, member."""
    bot_rights: Json = field(default_factory=dict)
    """`status` of bots here (administrator, member, left, kicked) and what an administrator may not do."""
    message_ids: Iterator[int] = field(default_factory=lambda: iter(()))
    messages: dict[int, "Message"] = field(default_factory=dict)
    started: bool = False
    """The person has written to the bot."""
    blocked: bool = False
    """The person has blocked the bot."""
    keyboard: Markup | None = None
    """The reply keyboard or forced reply that the person sees."""
    keyboard_from: int = 0
    """The message that brought the keyboard."""
    pinned: list[int] = field(default_factory=list)
    migrated_to: int | None = None

    @property
    def private(self) -> bool:
        return self.type == "private"

    @property
    def name(self) -> str:
        return self.user.name if self.user else self.title or str(self.id)

    @property
    def bot_status(self) -> str:
        if self.private:
            return "member"
        return str(self.bot_rights.get("status", "administrator"))

    def bot_may(self, right: str) -> bool:
        return self.bot_status == "administrator" and bool(self.bot_rights.get(right, True))

    def as_json(self) -> Json:
        if self.user:
            person = self.user.as_json()
            return {"id": self.id, "type": self.type} | {
                key: person[key] for key in ("first_name", "last_name", "username") if key in person
            }
        return {"id": self.id, "type": self.type} | _present({"title": self.title, "username": self.username})

    def bot_as_member(self, bot: Bot, status: str) -> Json:
        """A Bot API ChatMember: an administrator has its rights listed, the others have none."""
        member: Json = {"user": bot.as_json(), "status": status}
        if status == "administrator":
            rights = {right: self.bot_may(right) for right in self.rights}
            member |= {"can_be_edited": False, "is_anonymous": False} | rights
        elif status == "kicked":
            member["until_date"] = 0
        return member

    @property
    def rights(self) -> tuple[str, ...]:
        """What administrators of this type of chat may or may not do."""
        return SHARED_RIGHTS + (CHANNEL_RIGHTS if self.type == "channel" else GROUP_RIGHTS)

    def living(self, message_id: int) -> "Message | None":
        message = self.messages.get(message_id)
        return None if message is None or message.deleted else message


@dataclass
class Message:
    chat: Chat
    message_id: int
    date: int
    sender: User | None
    """The person who sent it; None for a bot's message."""
    bot: Bot | None
    """The bot that sent it."""
    content: Json
    """text, entities, caption, contact and other fields that are the same for every reader."""
    media: Media | None = None
    markup: Markup | None = None
    reply_to: int | None = None
    edit_date: int | None = None
    edits: int = 0
    deleted: bool = False
    change: int = 0
    """Rises over the whole world with each message, edit and deletion."""
    born: int = 0
    """The `change` it came with."""

    @property
    def text(self) -> str:
        return str(self.content.get("text") or self.content.get("caption") or "")

    @property
    def entities(self) -> list[Entity]:
        return list(self.content.get("entities") or self.content.get("caption_entities") or [])

    @property
    def inline_rows(self) -> list[list[Json]]:
        return self.markup["inline_keyboard"] if self.markup and is_inline(self.markup) else []

    def as_json(self, bot_id: int, *, with_reply: bool = True) -> Json:
        """A Bot API Message as this bot sees it."""
        body: Json = {"message_id": self.message_id} | self._author() | {"chat": self.chat.as_json(), "date": self.date}
        if self.edit_date:
            body["edit_date"] = self.edit_date
        replied = self.chat.living(self.reply_to) if self.reply_to and with_reply else None
        if replied:
            body["reply_to_message"] = replied.as_json(bot_id, with_reply=False)
        if self.media:
            body |= self.media.as_json(bot_id)
        body |= self.content
        if self.inline_rows:
            body["reply_markup"] = self.markup
        return body

    def shown(self, bot_id: int) -> Json:
        """As the control API gives it: the Bot API Message and what a page or a test wants to know besides."""
        return self.as_json(bot_id) | {
            "by": "bot" if self.bot else "person",
            "html": as_html(self.text, self.entities),
            "edited": self.edits,
            "deleted": self.deleted,
            "buttons": self.inline_rows,
            "reply_keyboard": None if is_inline(self.markup) else self.markup,
            "file_url": f"/sim/files/{self.media.largest.unique_id}" if self.media else None,
            "change": self.change,
        }

    def _author(self) -> Json:
        if self.chat.type == "channel":
            return {"sender_chat": self.chat.as_json()}
        if self.bot:
            return {"from": self.bot.as_json()}
        return {"from": self.sender.as_json()} if self.sender else {}


def _present(fields: Json) -> Json:
    return {key: value for key, value in fields.items() if value}

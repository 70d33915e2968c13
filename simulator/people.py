"""What people do in Telegram: write, send, press, edit, delete, block."""

import secrets
from dataclasses import dataclass
from typing import Any

from simulator.entities import find_in_text, put_in_order, trim
from simulator.errors import ControlError
from simulator.files import Media, UnreadableImageError
from simulator.journal import OWN_NUMBER
from simulator.model import Bot, Chat, Json, Message, PendingCallback, User
from simulator.world import World

ADMINISTRATORS = {"creator", "administrator"}
MEMBERS = ADMINISTRATORS | {"member"}
WRITERS = {"channel": ADMINISTRATORS, "group": MEMBERS, "supergroup": MEMBERS}
PLACE = {"latitude": 51.5007, "longitude": -0.1246}


@dataclass(frozen=True)
class SentFile:
    content: bytes
    name: str = "photo.jpg"


SOME_VIDEO = SentFile(b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isommp41", "video.mp4")
"""The beginning of an MPEG-4 file: what is sent where nobody chose a video."""


class Person:
    """A user at the keyboard; `bot` is the one whose private chat is meant where no chat is named."""

    def __init__(self, world: World, user: User, bot: Bot) -> None:
        self._world = world
        self._user = user
        self._bot = bot

    def says(self, text: str, chat: Chat | None = None) -> Message:
        clean, _ = trim(text, [])
        if not clean:
            raise ControlError("Telegram sends no empty messages", 400)
        entities = put_in_order(find_in_text(clean, []))
        return self._sends(
            {"text": clean} | ({"entities": entities} if entities else {}), chat, act="says", words=clean
        )

    def shares_contact(self, foreign: Json | None = None) -> Message:
        """One's own number, or somebody else's contact."""
        contact = foreign or {
            "phone_number": self._user.phone_number,
            "first_name": self._user.first_name,
            "user_id": self._user.id,
        }
        return self._sends({"contact": contact}, act="contact", words="(somebody's contact)" if foreign else OWN_NUMBER)

    def sends_photo(self, file: SentFile, caption: str = "", chat: Chat | None = None, group: str = "") -> Message:
        try:
            media = self._world.files.photo(file.content, file.name)
        except UnreadableImageError:
            raise ControlError("Telegram cannot read this picture; send it as a file", 400) from None
        return self._sends(_captioned(caption, group), chat, media, act="photo", words=f"(photo) {caption}".strip())

    def sends_file(self, file: SentFile, caption: str = "", chat: Chat | None = None, group: str = "") -> Message:
        media = self._world.files.plain("document", file.content, file.name)
        return self._sends(_captioned(caption, group), chat, media, act="file", words=f"(file {file.name})")

    def sends_video(self, file: SentFile, seconds: int, chat: Chat | None = None, *, note: bool = False) -> Message:
        """A video, or the round video message that people record in the app."""
        kind, facts = "video", {"duration": seconds, "width": 640, "height": 480, "mime_type": "video/mp4"}
        if note:
            kind, facts = "video_note", {"duration": seconds, "length": 240}
        media = self._world.files.plain(kind, file.content, file.name, facts)
        return self._sends({}, chat, media, act="other", words=f"({kind.replace('_', ' ')})")

    def sends_thing(self, kind: str, chat: Chat | None = None) -> Message:
        """A sticker, voice note, location or poll."""
        media, content = _THINGS[kind](self._world)
        return self._sends(content, chat, media, act="other", words=f"({kind})")

    def forwards(self, source: Message, chat: Chat | None = None) -> Message:
        if source.content.get("has_protected_content"):
            raise ControlError("This message is protected: Telegram does not forward it", 403)
        author = source.sender or source.bot
        origin: Json = {"type": "user", "sender_user": author.as_json()} if author else {}
        if source.chat.type == "channel":
            origin = {"type": "channel", "chat": source.chat.as_json(), "message_id": source.message_id}
        content = {name: value for name, value in source.content.items() if name != "media_group_id"}
        content["forward_origin"] = origin | {"date": source.date}
        return self._sends(content, chat, source.media, act="other", words=f"(forwarded) {source.text}")

    def edits(self, message: Message, text: str) -> Message:
        if message.sender is not self._user:
            raise ControlError("People edit only their own messages", 403)
        field = "text" if "text" in message.content else "caption"
        message.content = {name: value for name, value in message.content.items() if "entities" not in name}
        message.content[field] = text
        if entities := put_in_order(find_in_text(text, [])):
            message.content["entities" if field == "text" else "caption_entities"] = entities
        self._world.changed(message)
        self._world.journal.person(message.chat, self._user.name, "rewrites", f"(edited) {text}")
        self._world.tell_of(message, edited=True)
        return message

    def taps(self, message: Message, data: str) -> PendingCallback:
        """Press an inline button; any data is sent, as a modified app would."""
        bot = message.bot
        if bot is None:
            raise ControlError("Only messages of a bot have buttons", 404)
        self._enters(message.chat)
        pending = PendingCallback(
            str(secrets.randbits(62)),
            self._user,
            message.chat,
            message.message_id,
            self._world.clock.now(),
        )
        bot.callbacks[pending.id] = pending
        self._forget_old_presses(bot)
        query = {
            "id": pending.id,
            "from": self._user.as_json(),
            "message": message.as_json(bot.id),
            "chat_instance": str(abs(message.chat.id) * 7919),
            "data": data,
        }
        self._world.journal.person(message.chat, self._user.name, "taps", _label_of(message, data))
        asked = {"id": pending.id, "user": self._user.id, "chat": message.chat.id, "message_id": message.message_id}
        self._world.feed.publish("callback", asked | {"answered": False, "data": data})
        self._world.tell(bot, "callback_query", query, f"user {self._user.id}")
        return pending

    def presses(self, label: str) -> Message:
        """Press a key of the reply keyboard: it says its text, or shares one's number."""
        chat = self._private_chat()
        keys = [key for row in (chat.keyboard or {}).get("keyboard", []) for key in row]
        key = next((key for key in keys if key["text"] == label), None)
        if key is None:
            raise ControlError(f"There is no key {label!r}; there are {[key['text'] for key in keys]}", 404)
        if key.get("request_contact"):
            return self.shares_contact()
        return self._sends({"text": label}, act="presses", words=label)

    def blocks(self) -> None:
        self._change_block(blocked=True)

    def unblocks(self) -> None:
        self._change_block(blocked=False)

    def _change_block(self, *, blocked: bool) -> None:
        chat = self._private_chat()
        if chat.blocked == blocked:
            return
        chat.blocked = blocked
        was, now = ("member", "kicked") if blocked else ("kicked", "member")
        update = {
            "chat": chat.as_json(),
            "from": self._user.as_json(),
            "date": self._world.seconds(),
            "old_chat_member": chat.bot_as_member(self._bot, was),
            "new_chat_member": chat.bot_as_member(self._bot, now),
        }
        self._world.journal.person(chat, self._user.name, "other", "(blocked the bot)" if blocked else "(unblocked)")
        self._world.tell(self._bot, "my_chat_member", update, f"chat {chat.id}")

    def _sends(
        self,
        content: Json,
        chat: Chat | None = None,
        media: Media | None = None,
        *,
        act: str,
        words: str,
    ) -> Message:
        chat = chat or self._private_chat()
        self._enters(chat)
        if chat.blocked:
            raise ControlError("Unblock the bot before writing to it")
        if not chat.private and chat.members.get(self._user.id) not in WRITERS[chat.type]:
            raise ControlError(f"{self._user.name} may not write in {chat.name}", 403)
        chat.started = True
        message = self._world.post(chat, content, sender=self._user, media=media)
        self._world.journal.person(chat, self._user.name, act, words)
        self._world.tell_of(message)
        return message

    def _enters(self, chat: Chat) -> None:
        if chat.user and chat.user is not self._user:
            raise ControlError(f"This is the chat of {chat.name}", 403)

    def _private_chat(self) -> Chat:
        return self._world.private_chat(self._bot, self._user)

    def _forget_old_presses(self, bot: Bot) -> None:
        oldest = self._world.clock.now() - 10 * self._world.settings.callback_seconds
        while bot.callbacks and next(iter(bot.callbacks.values())).asked_at < oldest:
            del bot.callbacks[next(iter(bot.callbacks))]


def _captioned(caption: str, group: str) -> Json:
    content: Json = {"caption": caption} if caption else {}
    return content | ({"media_group_id": group} if group else {})


def _label_of(message: Message, data: str) -> str:
    buttons = (button for row in message.inline_rows for button in row)
    return str(next((button["text"] for button in buttons if button.get("callback_data") == data), data))


def _sticker(world: World) -> tuple[Media, Json]:
    facts: dict[str, Any] = {
        "type": "regular",
        "width": 512,
        "height": 512,
        "is_animated": False,
        "is_video": False,
        "emoji": "👋",
    }
    return world.files.plain("sticker", b"sticker", "sticker.webp", facts), {}


def _voice(world: World) -> tuple[Media, Json]:
    return world.files.plain("voice", b"voice note", "voice.ogg", {"duration": 2, "mime_type": "audio/ogg"}), {}


def _location(_: World) -> tuple[None, Json]:
    return None, {"location": PLACE}


def _poll(_: World) -> tuple[None, Json]:
    options = [{"persistent_id": str(n), "text": text, "voter_count": 0} for n, text in enumerate(("Yes", "No"), 1)]
    return None, {
        "poll": {
            "id": str(secrets.randbits(62)),
            "question": "Is anyone there?",
            "options": options,
            "total_voter_count": 0,
            "is_closed": False,
            "is_anonymous": True,
            "type": "regular",
            "allows_multiple_answers": False,
            "allows_revoting": True,
            "members_only": False,
        },
    }


_THINGS = {"sticker": _sticker, "voice": _voice, "location": _location, "poll": _poll}
THINGS = frozenset(_THINGS)

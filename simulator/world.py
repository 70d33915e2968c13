"""The world: everyone, every chat, every message, and who is told what happened."""

import json
import secrets
from collections.abc import Iterator
from typing import Any

from simulator.clock import Clock
from simulator.errors import ControlError
from simulator.feed import Feed
from simulator.files import Files, Media
from simulator.journal import Journal
from simulator.keyboards import Markup, is_inline
from simulator.model import Bot, Chat, Json, Message, User
from simulator.settings import Settings
from simulator.updates import Update, UpdateQueue, rising_ids

FIRST_USERNAME = "regain_demo_bot"
BIRTH_OF_IDS = 1_577_836_800
"""Ids count seconds since 2020, so that they also rise from one run to the next."""


class World:
    def __init__(self, settings: Settings, clock: Clock) -> None:
        self.settings = settings
        self.clock = clock
        self.feed = Feed()
        self.files = Files(clock, settings.data / "files" if settings.data else None)
        self.journal = Journal()
        self.bots: dict[str, Bot] = {}
        self.users: dict[int, User] = {}
        self.chats: dict[tuple[int, int], Chat] = {}
        """By bot id (0 where bots share the chat) and chat id."""
        self.latest_change = 0
        self._latest_bot: Bot | None = None
        self._message_ids: dict[int, Iterator[int]] = {}
        self._populate()

    def reset(self) -> None:
        """Everyone and everything as at the start; bots keep their settings, ids keep rising."""
        self.users.clear()
        self.chats.clear()
        self.files.clear()
        self.journal.clear()
        self.clock.reset()
        for bot in self.bots.values():
            bot.queue.clear()
            bot.callbacks.clear()
        self._populate()
        self.feed.stir()

    def seen(self, token: str) -> Bot:
        """The bot of this token; it exists from its first call on."""
        bot = self.bots.get(token) or self.add_bot(token)
        self._latest_bot = bot
        return bot

    def add_bot(self, token: str, username: str | None = None, first_name: str = "Regain") -> Bot:
        bot_id = int(token.split(":", maxsplit=1)[0])
        username = username or (f"{FIRST_USERNAME[:-4]}_{bot_id}_bot" if self.bots else FIRST_USERNAME)
        update_ids = rising_ids(self._fresh_id() + secrets.randbelow(1000))
        queue = UpdateQueue(self.clock, update_ids)
        bot = Bot(token, bot_id, username, first_name, queue, rising_ids(self._fresh_id()))
        self.bots[token] = bot
        self._latest_bot = bot
        return bot

    def bot(self, wanted: int | None = None) -> Bot:
        """The bot that people talk to: the one with this id, else the one that called last.

        Raises:
            ControlError: there is none.
        """
        bot = next((bot for bot in self.bots.values() if bot.id == wanted), None) if wanted else self._latest_bot
        if bot is None:
            raise ControlError("No bot has called the simulator yet")
        return bot

    def add_user(self, **facts: Any) -> User:
        facts["id"] = facts.get("id") or max([*self.users, 1100]) + 1
        user = User(**facts)
        self.users[user.id] = user
        return user

    def add_chat(self, **facts: Any) -> Chat:
        """A channel, group or supergroup that bots are administrators of unless `bot_rights` says otherwise."""
        chat_id = facts.get("id") or -1_001_000_000_000 - len(self.chats) - 100
        members = dict.fromkeys(facts.get("members", []), "member")
        members |= dict.fromkeys(facts.get("administrators", []), "administrator")
        chat = Chat(
            chat_id,
            facts["type"],
            facts["title"],
            username=facts.get("username"),
            members=members,
            bot_rights=facts.get("bot_rights") or {},
            message_ids=self._message_ids.setdefault(chat_id, rising_ids(self._fresh_id())),
        )
        self.chats[0, chat.id] = chat
        return chat

    def user(self, user_id: int) -> User:
        try:
            return self.users[user_id]
        except KeyError:
            raise ControlError(f"There is no user {user_id}", 404) from None

    def private_chat(self, bot: Bot, user: User) -> Chat:
        """The chat of a person with a bot; it is there before a word was said."""
        key = (bot.id, user.id)
        if key not in self.chats:
            self.chats[key] = Chat(user.id, "private", user=user, bot=bot, message_ids=bot.message_ids)
        return self.chats[key]

    def find_chat(self, bot: Bot, chat_id: int | str) -> Chat | None:
        """A chat as a bot names it: by id, or a public one by @name."""
        if isinstance(chat_id, str):
            names = (chat for chat in self.chats.values() if chat.username and not chat.private)
            return next((chat for chat in names if f"@{chat.username}" == chat_id), None)
        if chat_id in self.users:
            return self.private_chat(bot, self.users[chat_id])
        return self.chats.get((0, chat_id))

    def chat(self, chat_id: int | str, bot: Bot | None = None) -> Chat:
        """A chat as a person or a test names it.

        Raises:
            ControlError: there is none.
        """
        if (shared := self.chats.get((0, int(chat_id)))) is not None:
            return shared
        return self.private_chat(bot or self.bot(), self.user(int(chat_id)))

    def bots_in(self, chat: Chat) -> list[Bot]:
        if chat.bot:
            return [chat.bot]
        return list(self.bots.values()) if chat.bot_status in {"administrator", "member"} else []

    def post(
        self,
        chat: Chat,
        content: Json,
        *,
        sender: User | None = None,
        bot: Bot | None = None,
        media: Media | None = None,
        markup: Markup | None = None,
        reply_to: int | None = None,
    ) -> Message:
        """Put a message into a chat and show it; bots are told separately."""
        message_id = next(chat.message_ids)
        message = Message(chat, message_id, self.seconds(), sender, bot, content, media, markup, reply_to)
        chat.messages[message_id] = message
        message.born = message.change = self._next_change()
        if media:
            for reader in self.bots_in(chat):
                self.files.remember(reader.id, media)
        if bot:
            self._change_keyboard(message)
            self.journal.bot(message, "hears")
        self._show("message", message)
        return message

    def changed(self, message: Message) -> None:
        """Show an edit."""
        message.edits += 1
        message.edit_date = self.seconds()
        message.change = self._next_change()
        if message.bot:
            self.journal.bot(message, "edits")
        self._show("edit", message)

    def touched(self, message: Message) -> None:
        """Show a change that does not mark the message as edited: its buttons."""
        message.change = self._next_change()
        self._show("edit", message)

    def delete(self, message: Message) -> None:
        message.deleted = True
        message.change = self._next_change()
        chat = message.chat
        if chat.keyboard_from == message.message_id:
            self.show_keyboard(chat, None, 0)
        self.feed.publish("delete", {"chat": chat.id, "message_id": message.message_id})

    def show_keyboard(self, chat: Chat, keyboard: Markup | None, message_id: int) -> None:
        chat.keyboard, chat.keyboard_from = keyboard, message_id
        self.feed.publish("keyboard", {"chat": chat.id, "keyboard": keyboard})

    def tell(self, bot: Bot, kind: str, payload: Json, lane: str) -> Update | None:
        """Queue an update for a bot."""
        update = bot.queue.put(kind, payload, lane)
        if update:
            self.feed.publish("update", {"bot": bot.id, "kind": kind} | update.as_json())
        return update

    def tell_of(self, message: Message, *, edited: bool = False) -> None:
        """Tell the bots of a chat that a person wrote or edited."""
        kind = "channel_post" if message.chat.type == "channel" else "message"
        for bot in self.bots_in(message.chat):
            self.tell(bot, f"edited_{kind}" if edited else kind, message.as_json(bot.id), f"chat {message.chat.id}")

    def upgrade(self, group: Chat) -> Chat:
        """A basic group becomes a supergroup with another id; bots are told, and the old id stops working."""
        facts = {"type": "supergroup", "title": group.title, "bot_rights": group.bot_rights}
        supergroup = self.add_chat(**facts)
        supergroup.members = dict(group.members)
        notice = self.post(group, {"migrate_to_chat_id": supergroup.id})
        self.tell_of(notice)
        group.migrated_to = supergroup.id
        return supergroup

    def change_bot_rights(self, chat: Chat, by: User, rights: Json) -> None:
        """What bots may do in a shared chat from now on; they are told, as they are in reality."""
        was = chat.bot_status
        chat.bot_rights = rights
        for bot in self.bots.values():
            update = {
                "chat": chat.as_json(),
                "from": by.as_json(),
                "date": self.seconds(),
                "old_chat_member": chat.bot_as_member(bot, was),
                "new_chat_member": chat.bot_as_member(bot, chat.bot_status),
            }
            self.tell(bot, "my_chat_member", update, f"chat {chat.id}")

    def seconds(self) -> int:
        return int(self.clock.now())

    def _next_change(self) -> int:
        self.latest_change += 1
        return self.latest_change

    def shown(self, message: Message) -> Json:
        reader = message.bot or next(iter(self.bots_in(message.chat)), None)
        return message.shown(reader.id if reader else 0)

    def _show(self, kind: str, message: Message) -> None:
        """Drawing a message takes longer than all else about it, so it is done for those who watch."""
        if self.feed.is_watched:
            self.feed.publish(kind, {"chat": message.chat.id, "message": self.shown(message)})
        else:
            self.feed.stir()

    def _change_keyboard(self, message: Message) -> None:
        if message.markup is None or is_inline(message.markup):
            return
        taken_away = message.markup.get("remove_keyboard")
        self.show_keyboard(message.chat, None if taken_away else message.markup, message.message_id)

    def _fresh_id(self) -> int:
        return self.seconds() - BIRTH_OF_IDS

    def _populate(self) -> None:
        start = json.loads(json.dumps(self.settings.world))
        for user in start["users"]:
            self.add_user(**user)
        for chat in start["chats"]:
            self.add_chat(**chat)
        for bot in start["bots"]:
            if bot["token"] not in self.bots:
                self.add_bot(**bot)

"""The control API under `/sim/`: what people do, what they see, what goes wrong. JSON in, JSON out.

A refused request is `{"error": "..."}` with a 4xx status. Wherever a bot could be meant, `bot` (its id) chooses one;
without it, it is the bot that called last.
"""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any

from aiohttp import web

from simulator.errors import ControlError
from simulator.files import StoredFile
from simulator.model import Bot, Chat, Json, Message
from simulator.people import SOME_VIDEO, THINGS, Person, SentFile
from simulator.world import World

ANSWER_AWAITED = 3.0
FOREIGN_CONTACT = {"phone_number": "+12025550100", "first_name": "Someone"}
MOST_WAITED = 60.0
SHOWN_TYPES = {"image/jpeg", "image/png", "image/webp", "image/gif"}


@dataclass(frozen=True)
class Body:
    """A request's fields: JSON, or a form with files."""

    world: World
    fields: Json
    files: list[SentFile]

    def __getitem__(self, name: str) -> Any:
        try:
            return self.fields[name]
        except KeyError:
            raise ControlError(f"{name} is missing", 400) from None

    def flag(self, name: str) -> bool:
        return str(self.fields.get(name, "")).lower() in {"true", "1", "yes", "on"}

    @property
    def bot(self) -> Bot:
        return self.world.bot(int(self.fields.get("bot") or 0) or None)

    @property
    def person(self) -> Person:
        return Person(self.world, self.world.user(int(self["user"])), self.bot)

    @property
    def chat(self) -> Chat | None:
        """The chat that is named; None is the private one."""
        chat_id = self.fields.get("chat")
        return self.world.chat(int(chat_id), self.bot) if chat_id else None

    @property
    def message(self) -> Message:
        chat = self.chat or self.world.private_chat(self.bot, self.world.user(int(self["user"])))
        message = chat.living(int(self["message_id"]))
        if message is None:
            raise ControlError(f"There is no message {self['message_id']} in {chat.name}", 404)
        return message


class Control:
    """What people do and see."""

    def __init__(self, world: World) -> None:
        self.world = world

    def add_routes(self, app: web.Application) -> None:
        app.router.add_get("/sim/state", self.state)
        app.router.add_post("/sim/users", self.add_user)
        app.router.add_post("/sim/chats", self.add_chat)
        app.router.add_post("/sim/upgrade", self.upgrade)
        app.router.add_post("/sim/bot_rights", self.bot_rights)
        app.router.add_post("/sim/send", self.send)
        app.router.add_post("/sim/contact", self.contact)
        app.router.add_post("/sim/photo", self.photo)
        app.router.add_post("/sim/album", self.album)
        app.router.add_post("/sim/video", self.video)
        for kind in THINGS:
            app.router.add_post(f"/sim/{kind}", self.thing)
        app.router.add_post("/sim/edit", self.edit)
        app.router.add_post("/sim/forward", self.forward)
        app.router.add_post("/sim/tap", self.tap)
        app.router.add_post("/sim/press_key", self.press_key)
        app.router.add_post("/sim/block", self.block)
        app.router.add_post("/sim/unblock", self.unblock)
        app.router.add_post("/sim/delete_message", self.delete_message)
        app.router.add_get("/sim/chats/{id}/messages", self.messages)
        app.router.add_get("/sim/chats/{id}/keyboard", self.keyboard)
        app.router.add_get("/sim/files/{id}", self.file)
        app.router.add_get("/sim/wait", self.wait)
        app.router.add_get("/sim/transcript", self.transcript)

    async def state(self, _: web.Request) -> web.Response:
        world = self.world
        bots = [bot.as_json() | {"token_hint": bot.token_hint} for bot in world.bots.values()]
        return web.json_response(
            {
                "bots": bots,
                "users": [user.described() for user in world.users.values()],
                "chats": [
                    chat.as_json() | {"members": chat.members, "blocked": chat.blocked} for chat in world.chats.values()
                ],
                "now": datetime.fromtimestamp(world.clock.now(), UTC).isoformat(),
                "change": world.latest_change,
            },
        )

    async def add_user(self, request: web.Request) -> web.Response:
        body = await self._body(request)
        names = ("id", "first_name", "last_name", "username", "language_code", "phone_number", "deactivated")
        facts = {name: body.fields[name] for name in names if body.fields.get(name) is not None}
        if "first_name" not in facts:
            raise ControlError("first_name is missing", 400)
        return web.json_response(self.world.add_user(**facts).described())

    async def add_chat(self, request: web.Request) -> web.Response:
        body = await self._body(request)
        if body["type"] not in {"channel", "group", "supergroup"}:
            raise ControlError("type must be channel, group or supergroup", 400)
        chat = self.world.add_chat(**{**body.fields, "title": body["title"]})
        return web.json_response(chat.as_json())

    async def upgrade(self, request: web.Request) -> web.Response:
        """The basic group `chat` becomes a supergroup, which is answered."""
        chat = (await self._body(request)).chat
        if chat is None or chat.type != "group":
            raise ControlError("Only a basic group can be upgraded", 400)
        return web.json_response(self.world.upgrade(chat).as_json())

    async def bot_rights(self, request: web.Request) -> web.Response:
        """`user` changes what bots may do in `chat`: `rights` is a status and the rights that are false."""
        body = await self._body(request)
        chat = body.chat
        if chat is None or chat.private:
            raise ControlError("chat must be a channel or a group", 400)
        self.world.change_bot_rights(chat, self.world.user(int(body["user"])), dict(body["rights"]))
        return web.json_response({"ok": True, "change": self.world.latest_change})

    async def send(self, request: web.Request) -> web.Response:
        body = await self._body(request)
        return self._seen(body.person.says(str(body["text"]), body.chat))

    async def contact(self, request: web.Request) -> web.Response:
        body = await self._body(request)
        if body.flag("own"):
            return self._seen(body.person.shares_contact())
        given = body.fields.get("contact") or FOREIGN_CONTACT
        return self._seen(body.person.shares_contact(dict(given)))

    async def photo(self, request: web.Request) -> web.Response:
        body = await self._body(request)
        if len(body.files) != 1:
            raise ControlError("One file is needed", 400)
        send = body.person.sends_file if body.flag("as_file") else body.person.sends_photo
        fields = body.fields
        return self._seen(send(body.files[0], fields.get("caption", ""), body.chat, fields.get("group", "")))

    async def album(self, request: web.Request) -> web.Response:
        """Several pictures that share a media group, the caption on the first."""
        body = await self._body(request)
        if not body.files:
            raise ControlError("Files are needed", 400)
        group = str(body.fields.get("group") or 10**16 + secrets.randbelow(10**15))
        send = body.person.sends_file if body.flag("as_file") else body.person.sends_photo
        captions = [body.fields.get("caption", "")] + [""] * (len(body.files) - 1)
        sent = [send(file, caption, body.chat, group) for file, caption in zip(body.files, captions, strict=True)]
        return web.json_response([self._shown(message) for message in sent])

    async def video(self, request: web.Request) -> web.Response:
        """A video of `seconds`, as a `note` where that is set; without a file, just any video."""
        body = await self._body(request)
        file = body.files[0] if body.files else SOME_VIDEO
        seconds = int(body.fields.get("seconds") or 3)
        return self._seen(body.person.sends_video(file, seconds, body.chat, note=body.flag("note")))

    async def thing(self, request: web.Request) -> web.Response:
        body = await self._body(request)
        return self._seen(body.person.sends_thing(request.path.rsplit("/", 1)[1], body.chat))

    async def edit(self, request: web.Request) -> web.Response:
        body = await self._body(request)
        return self._seen(body.person.edits(body.message, str(body["text"])))

    async def forward(self, request: web.Request) -> web.Response:
        """`message_id` in `chat` (default: the private chat), to `to_chat` (default: the private chat)."""
        body = await self._body(request)
        to_chat = self.world.chat(body.fields["to_chat"], body.bot) if body.fields.get("to_chat") else None
        return self._seen(body.person.forwards(body.message, to_chat))

    async def tap(self, request: web.Request) -> web.Response:
        """Press the button with this `data` or `label`, and wait up to `wait` seconds for what the bot answers."""
        body = await self._body(request)
        message = body.message
        data = body.fields.get("data")
        if data is None:
            button = button_with(message, str(body["label"]))
            if "callback_data" not in button:
                return web.json_response(
                    {
                        "answered": False,
                        "opened": button.get("url"),
                        "copied": copied(button),
                        "change": self.world.latest_change,
                    }
                )
            data = button["callback_data"]
        before = self.world.latest_change
        pending = body.person.taps(message, str(data))
        await self.world.feed.wait_for(lambda: pending.answer, float(body.fields.get("wait", ANSWER_AWAITED)))
        nothing = {"text": "", "show_alert": False, "url": ""}
        answer = {"answered": pending.answer is not None} | (pending.answer or nothing)
        return web.json_response(answer | {"change": before})

    async def press_key(self, request: web.Request) -> web.Response:
        body = await self._body(request)
        return self._seen(body.person.presses(str(body["label"])))

    async def block(self, request: web.Request) -> web.Response:
        (await self._body(request)).person.blocks()
        return web.json_response({"ok": True, "change": self.world.latest_change})

    async def unblock(self, request: web.Request) -> web.Response:
        (await self._body(request)).person.unblocks()
        return web.json_response({"ok": True, "change": self.world.latest_change})

    async def delete_message(self, request: web.Request) -> web.Response:
        self.world.delete((await self._body(request)).message)
        return web.json_response({"ok": True, "change": self.world.latest_change})

    async def messages(self, request: web.Request) -> web.Response:
        chat = self._chat(request.match_info["id"], request)
        since = int(request.query.get("since", 0))
        return web.json_response([self._shown(message) for message in messages_since(chat, since)])

    async def keyboard(self, request: web.Request) -> web.Response:
        return web.json_response({"keyboard": self._chat(request.match_info["id"], request).keyboard})

    async def file(self, request: web.Request) -> web.Response:
        file = self.world.files.by_unique_id(request.match_info["id"])
        if file is None:
            raise ControlError("There is no such file", 404)
        headers = {"Content-Security-Policy": "sandbox", "X-Content-Type-Options": "nosniff"}
        return web.Response(body=self.world.files.read(file), content_type=shown_type(file), headers=headers)

    async def wait(self, request: web.Request) -> web.Response:
        """The newest living message that contains a text, as soon as there is one; 408 after `timeout` seconds.

        `since` is a message id: later messages count, and earlier ones changed after it came. `since_change` is the
        same by the number of the change. `by=bot` and `by=person` choose the writer, `button`
        a message with a button of that label.
        """
        query = request.query
        chat = self._chat(query["chat"], request)
        since = since_change_of(chat, int(query.get("since", 0))) or int(query.get("since_change", 0))
        wanted, button, writer = query.get("contains", ""), query.get("button"), query.get("by")

        def look() -> Message | None:
            heard = messages_after(chat, since, writer)
            return newest(message for message in heard if wanted in message.text and shows(message, button))

        found = await self.world.feed.wait_for(look, min(float(query.get("timeout", 5)), MOST_WAITED))
        if found is None:
            heard = [message.text for message in messages_after(chat, since, writer)]
            missing = f"button {button!r}" if button else repr(wanted)
            raise ControlError(f"Nobody said {missing} in {chat.name}; heard: {heard}", HTTPStatus.REQUEST_TIMEOUT)
        return self._seen(found)

    async def transcript(self, request: web.Request) -> web.Response:
        chat = self._chat(request.query["chat"], request)
        journal = self.world.journal
        as_test = request.query.get("format") == "test"
        return web.Response(text=journal.as_test(chat) if as_test else journal.as_text(chat))

    async def _body(self, request: web.Request) -> Body:
        if not request.content_type.startswith("multipart/"):
            return Body(self.world, await json_object(request), [])
        fields, files = {}, []
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                files.append(SentFile(value.file.read(), value.filename))
            else:
                fields[name] = value
        return Body(self.world, fields, files)

    def _chat(self, chat_id: str, request: web.Request) -> Chat:
        bot = request.query.get("bot")
        return self.world.chat(int(chat_id), self.world.bot(int(bot)) if bot else None)

    def _shown(self, message: Message) -> Json:
        return self.world.shown(message)

    def _seen(self, message: Message) -> web.Response:
        return web.json_response(self._shown(message))


async def json_object(request: web.Request) -> Json:
    """The JSON object of a request; nothing at all is an empty one."""
    if not request.can_read_body:
        return {}
    try:
        body = await request.json()
    except ValueError:
        raise ControlError("The body is not JSON", 400) from None
    if not isinstance(body, dict):
        raise ControlError("The body is not a JSON object", 400)
    return body


def button_with(message: Message, label: str) -> Json:
    buttons = [button for row in message.inline_rows for button in row]
    button = next((button for button in buttons if button["text"] == label), None)
    if button is None:
        raise ControlError(f"There is no button {label!r}; there are {[button['text'] for button in buttons]}", 404)
    return button


def copied(button: Json) -> str | None:
    return button["copy_text"]["text"] if "copy_text" in button else None


def since_change_of(chat: Chat, message_id: int) -> int:
    """The number of the change that brought the last message up to this id."""
    return max((message.born for number, message in chat.messages.items() if number <= message_id), default=0)


def messages_since(chat: Chat, message_id: int) -> list[Message]:
    """Later messages, and earlier ones that changed after that one came."""
    since = since_change_of(chat, message_id)
    return [message for message in chat.messages.values() if message.change > since]


def messages_after(chat: Chat, change: int, writer: str | None) -> list[Message]:
    writers = {"bot": True, "person": False}
    return [
        message
        for message in chat.messages.values()
        if message.change > change and not message.deleted and writers.get(writer or "") in {None, bool(message.bot)}
    ]


def newest(messages: Iterable[Message]) -> Message | None:
    return max(messages, key=lambda message: message.message_id, default=None)


def shows(message: Message, label: str | None) -> bool:
    return label is None or any(button["text"] == label for row in message.inline_rows for button in row)


def shown_type(file: StoredFile) -> str:
    """Pictures are shown; everything else is only downloaded, whatever it calls itself."""
    return file.mime if file.mime in SHOWN_TYPES else "application/octet-stream"

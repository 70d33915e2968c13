"""A client for tests: people who say, tap and hear; nothing beyond the standard library.

with running_simulator() as sim:
    ann = sim.user("Ann")
    ann.says("/start")
    ann.hears("Recover your account").buttons
    ann.taps("Start")
"""

import contextlib
import http.client
import json
import subprocess
import sys
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

Json = dict[str, Any]

ROOT = Path(__file__).parent.parent
PATIENCE = 5.0
GRACE = 10.0
"""Seconds by which a request may outlast what it waits for."""


class SimulatorError(AssertionError):
    """The simulator refused; in a test that is a failed expectation."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True)
class Message:
    """A message as the person sees it; `raw` has everything the control API says about it."""

    raw: Json

    @property
    def message_id(self) -> int:
        return int(self.raw["message_id"])

    @property
    def text(self) -> str:
        """The text, or the caption."""
        return str(self.raw.get("text") or self.raw.get("caption") or "")

    @property
    def html(self) -> str:
        return str(self.raw["html"])

    @property
    def rows(self) -> list[list[Json]]:
        """The inline buttons as sent."""
        return list(self.raw["buttons"])

    @property
    def buttons(self) -> list[str]:
        """Labels of the inline buttons, row after row."""
        return [str(button["text"]) for row in self.rows for button in row]

    @property
    def keys(self) -> list[str]:
        """Labels of the reply keyboard that this message brought."""
        rows = (self.raw["reply_keyboard"] or {}).get("keyboard", [])
        return [str(key["text"]) for row in rows for key in row]

    @property
    def deleted(self) -> bool:
        return bool(self.raw["deleted"])

    @property
    def edited(self) -> int:
        """How often its text was edited."""
        return int(self.raw["edited"])

    @property
    def by_bot(self) -> bool:
        return bool(self.raw["by"] == "bot")

    @property
    def protected(self) -> bool:
        return bool(self.raw.get("has_protected_content"))

    def has(self, button: str) -> bool:
        return button in self.buttons


@dataclass(frozen=True)
class Answer:
    """What the bot answered to a press: a toast, an alert, or nothing within 3 seconds."""

    answered: bool
    text: str = ""
    show_alert: bool = False
    url: str = ""
    opened: str | None = None
    """The link that a URL button opened."""
    copied: str | None = None
    """The text that a copy button copied."""


class Simulator:
    """The control API of a running simulator."""

    def __init__(self, base_url: str) -> None:
        self.base_url = base_url.rstrip("/")
        self._people: dict[int, Person] = {}
        self.answer_awaited = 3.0
        """Seconds that people wait for the answer to a press."""

    def user(self, name: str) -> "Person":
        """The person of this first name, the same object each time."""
        found = next((user for user in self.state()["users"] if user["first_name"] == name), None)
        if found is None:
            raise LookupError(f"There is no user {name}")
        return self._people.setdefault(found["id"], Person(self, found))

    def new_user(self, first_name: str, **facts: Any) -> "Person":
        made = self.post("/sim/users", {"first_name": first_name, **facts})
        return self._people.setdefault(made["id"], Person(self, made))

    def channel(self, title: str) -> "Room":
        """The channel or group with this title."""
        found = next((chat for chat in self.state()["chats"] if chat.get("title") == title), None)
        if found is None:
            raise LookupError(f"There is no chat {title}")
        return Room(self, found["id"], title)

    def new_chat(self, kind: str, title: str, **facts: Any) -> "Room":
        """A channel, group or supergroup; `members` and `administrators` are user ids."""
        made = self.post("/sim/chats", {"type": kind, "title": title, **facts})
        return Room(self, made["id"], title)

    def upgrade(self, group: "Room") -> "Room":
        """A basic group becomes a supergroup with another id."""
        made = self.post("/sim/upgrade", {"chat": group.id})
        return Room(self, made["id"], made["title"])

    def state(self) -> Json:
        return dict(self.get("/sim/state"))

    def wait_for_bot(self, timeout: float = 30) -> Json:
        """The bot, as soon as one has called."""
        return dict(self.get("/sim/bot", timeout, timeout=timeout))

    def calls(self, method: str | None = None, since: int = 0) -> list[Json]:
        """Logged Bot API calls, oldest first."""
        logged: list[Json] = self.get("/sim/calls", since=since)
        return [call for call in logged if method is None or call["method"].lower() == method.lower()]

    def violations(self) -> list[Json]:
        """What a strict simulator found: parameters and methods that Telegram does not have."""
        return list(self.get("/sim/violations"))

    def fault(self, kind: str, **fields: Any) -> None:
        """Let the next `times` matching calls go wrong; see `simulator.faults.Fault` for the fields."""
        self.post("/sim/faults", {"kind": kind, **fields})

    def clear_faults(self) -> None:
        self.request("DELETE", "/sim/faults")

    def hold(self) -> None:
        """Keep new updates from the bot until `release`."""
        self.post("/sim/hold", {})

    def release(self) -> int:
        """Give the bot what was held, at once; returns how many updates."""
        return int(self.post("/sim/release", {})["released"])

    def duplicate(self, update_id: int | None = None) -> int:
        """Deliver the last update (or this waiting one) again; returns its id."""
        return int(self.post("/sim/duplicate", {"update_id": update_id})["update_id"])

    def raw_update(self, update: Json) -> int:
        """Queue an update of any shape; returns its id."""
        return int(self.post("/sim/raw_update", update)["update_id"])

    def advance(self, seconds: float) -> None:
        """Skip ahead on Telegram's clock."""
        self.post("/sim/clock", {"advance": seconds})

    def reset(self) -> None:
        self.post("/sim/reset", {})
        for person in self._people.values():
            person.last_action = 0

    def queue(self) -> Json:
        return dict(self.get("/sim/queue"))

    def settle(self, quiet: float = 0.15, timeout: float = 10) -> None:
        """Return once no update waits and no call came for `quiet` seconds."""
        self.get("/sim/settled", timeout, quiet=quiet, timeout=timeout)

    def transcript(self, chat: int, form: str = "text") -> str:
        """What was said, as text, or with `form="test"` as a test to run again."""
        return str(self.get("/sim/transcript", chat=chat, format=form))

    def get(self, path: str, waiting: float = 0, /, **query: Any) -> Any:
        given = {name: value for name, value in query.items() if value is not None}
        return self.request("GET", f"{path}?{urlencode(given)}", waiting=waiting)

    def post(self, path: str, body: Json) -> Any:
        headers = {"Content-Type": "application/json"}
        return self.request("POST", path, json.dumps(body).encode(), headers)

    def request(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: dict[str, str] | None = None,
        waiting: float = 0,
    ) -> Any:
        """What the simulator answers: JSON or text.

        Raises:
            SimulatorError: it refused.
        """
        address = urlsplit(self.base_url)
        connection = http.client.HTTPConnection(address.hostname or "", address.port, timeout=waiting + GRACE)
        with contextlib.closing(connection):
            connection.request(method, path, body, headers or {})
            response = connection.getresponse()
            content = response.read()
        is_json = "json" in (response.headers.get("Content-Type") or "")
        answer: Any = json.loads(content) if is_json else content.decode()
        if response.status >= http.client.BAD_REQUEST:
            raise SimulatorError(response.status, str(answer["error"] if is_json else answer))
        return answer

    def send_files(self, path: str, fields: Json, files: list[bytes], name: str) -> Any:
        boundary = uuid.uuid4().hex
        parts = [_field(boundary, key, str(value)) for key, value in fields.items() if value not in (None, "")]
        parts += [_file(boundary, content, name) for content in files]
        body = b"".join(parts) + f"--{boundary}--\r\n".encode()
        return self.request("POST", path, body, {"Content-Type": f"multipart/form-data; boundary={boundary}"})


class Room:
    """A chat as one reads it."""

    def __init__(self, sim: Simulator, chat_id: int, title: str) -> None:
        self.sim = sim
        self.id = chat_id
        self.title = title

    def messages(self) -> list[Message]:
        """Everything that was said and not deleted, oldest first."""
        return [message for message in self.everything() if not message.deleted]

    def everything(self) -> list[Message]:
        """With the deleted messages."""
        return [Message(raw) for raw in self.sim.get(f"/sim/chats/{self.id}/messages")]

    def last(self) -> Message:
        """The newest message of the bot."""
        return next(message for message in reversed(self.messages()) if message.by_bot)

    def keyboard(self) -> list[str]:
        """Labels of the reply keyboard that is open now."""
        keyboard = self.sim.get(f"/sim/chats/{self.id}/keyboard")["keyboard"] or {}
        return [str(key["text"]) for row in keyboard.get("keyboard", []) for key in row]

    def hears(self, text: str = "", timeout: float = PATIENCE, *, since: int = 0) -> Message:
        """The newest message of the bot that contains the text, awaited; `since` is a number of a change.

        Raises:
            SimulatorError: there was none in time; the message tells what was heard.
        """
        wanted = {"chat": self.id, "contains": text, "since_change": since, "by": "bot", "timeout": timeout}
        return Message(self.sim.get("/sim/wait", timeout, **wanted))

    def hears_nothing(self, text: str = "", within: float = 0.3, *, since: int = 0) -> None:
        """Fails when the bot says something that contains the text."""
        try:
            heard = Room.hears(self, text, within, since=since)
        except SimulatorError:
            return
        raise AssertionError(f"Heard: {heard.text}")

    def message(self, message_id: int) -> Message:
        return next(message for message in self.everything() if message.message_id == message_id)

    def transcript(self, form: str = "text") -> str:
        return self.sim.transcript(self.id, form)


class Person(Room):
    """Someone with Telegram in hand; as a room it is the private chat with the bot."""

    def __init__(self, sim: Simulator, facts: Json) -> None:
        super().__init__(sim, facts["id"], facts["first_name"])
        self.facts = facts
        self.last_action = 0
        """The number of the change that this person made last: `hears` looks from there on."""

    def says(self, text: str, in_: Room | None = None) -> Message:
        return self._acts("/sim/send", text=text, chat=_id(in_))

    def hears(self, text: str = "", timeout: float = PATIENCE, *, since: int | None = None) -> Message:
        """Like `Room.hears`, from this person's last action on."""
        return super().hears(text, timeout, since=self.last_action if since is None else since)

    def hears_nothing(self, text: str = "", within: float = 0.3, *, since: int | None = None) -> None:
        super().hears_nothing(text, within, since=self.last_action if since is None else since)

    def taps(self, label: str, in_: Room | None = None, timeout: float = PATIENCE) -> Answer:
        """Press the inline button with this label on the newest message that has one, awaiting it."""
        room = in_ or self
        message = self.sees_button(label, room, timeout)
        return self._taps(room, message.message_id, label=label)

    def taps_on(self, message: Message, label: str, in_: Room | None = None) -> Answer:
        """Press a button of this very message."""
        return self._taps(in_ or self, message.message_id, label=label)

    def sends_data(self, message: Message, data: str, in_: Room | None = None) -> Answer:
        """Send any callback data for a message, as a modified app or a stale screen would."""
        return self._taps(in_ or self, message.message_id, data=data)

    def sees_button(self, label: str, in_: Room | None = None, timeout: float = PATIENCE) -> Message:
        """The newest message with this inline button, awaited."""
        wanted = {"chat": (in_ or self).id, "button": label, "by": "bot", "timeout": timeout}
        return Message(self.sim.get("/sim/wait", timeout, **wanted))

    def opens(self, link: str) -> Message:
        """Follow a `t.me/bot?start=payload` link: the app sends /start with the payload."""
        payload = parse_qs(urlsplit(link).query).get("start", [""])[0]
        return self.says(f"/start {payload}".strip())

    def presses(self, label: str) -> Message:
        """Press a key of the reply keyboard."""
        return self._acts("/sim/press_key", label=label)

    def shares_contact(self, *, own: bool = True, contact: Json | None = None) -> Message:
        """One's own number, or somebody else's (`contact`: phone_number, first_name, user_id)."""
        return self._acts("/sim/contact", own=own and contact is None, contact=contact)

    def sends_photo(
        self,
        content: bytes,
        caption: str | None = None,
        *,
        as_file: bool = False,
        name: str = "photo.jpg",
        in_: Room | None = None,
    ) -> Message:
        fields = {"caption": caption, "as_file": as_file, "chat": _id(in_)}
        sent = self.sim.send_files("/sim/photo", {"user": self.id, **fields}, [content], name)
        self.last_action = sent["change"]
        return Message(sent)

    def sends_album(self, contents: list[bytes], caption: str | None = None, *, as_file: bool = False) -> list[Message]:
        fields = {"user": self.id, "caption": caption, "as_file": as_file}
        sent = self.sim.send_files("/sim/album", fields, contents, "photo.jpg")
        self.last_action = sent[0]["change"]
        return [Message(raw) for raw in sent]

    def sends_sticker(self) -> Message:
        return self._acts("/sim/sticker")

    def sends_voice(self) -> Message:
        return self._acts("/sim/voice")

    def sends_video(self, content: bytes = b"", seconds: int = 3, *, note: bool = False) -> Message:
        """A video with these bytes, or just any; a `note` is the round one that is recorded in the app."""
        fields = {"user": self.id, "seconds": seconds, "note": note}
        sent = self.sim.send_files("/sim/video", fields, [content] if content else [], "video.mp4")
        self.last_action = sent["change"]
        return Message(sent)

    def sends_location(self) -> Message:
        return self._acts("/sim/location")

    def sends_poll(self) -> Message:
        return self._acts("/sim/poll")

    def forwards(self, message: Message, from_: Room | None = None) -> Message:
        """Forward a message into the private chat with the bot."""
        return self._acts("/sim/forward", message_id=message.message_id, chat=_id(from_))

    def edits(self, message: Message, text: str, in_: Room | None = None) -> Message:
        return self._acts("/sim/edit", message_id=message.message_id, text=text, chat=_id(in_))

    def deletes(self, message: Message, in_: Room | None = None) -> None:
        self._post("/sim/delete_message", message_id=message.message_id, chat=_id(in_))

    def changes_bot_rights(self, room: Room, **rights: Any) -> None:
        """`status` of bots in a room (administrator, member, left, kicked), and rights that are false."""
        self._post("/sim/bot_rights", chat=room.id, rights=rights)

    def blocks(self) -> None:
        self._post("/sim/block")

    def unblocks(self) -> None:
        self._post("/sim/unblock")

    def _taps(self, room: Room, message_id: int, **which: str) -> Answer:
        chat = None if room is self else room.id
        place = {"chat": chat, "message_id": message_id, "wait": self.sim.answer_awaited}
        answer = self._post("/sim/tap", **place, **which)
        return Answer(**{name: value for name, value in answer.items() if name != "change"})

    def _acts(self, path: str, **fields: Any) -> Message:
        return Message(self._post(path, **fields))

    def _post(self, path: str, **fields: Any) -> Any:
        answer = self.sim.post(path, {"user": self.id, **fields})
        self.last_action = answer["change"]
        return answer


@contextlib.contextmanager
def running_simulator(port: int = 0, *options: str) -> Iterator[Simulator]:
    """A simulator in a process of its own, stopped at the end; `options` go to its command line."""
    command = [sys.executable, "-m", "simulator", "--port", str(port), *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:  # noqa: S603
        try:
            first_line = process.stdout.readline() if process.stdout else ""
            if "http://" not in first_line:
                raise RuntimeError("The simulator did not start")
            yield Simulator(first_line.split()[-1])
        finally:
            process.terminate()


def _id(room: Room | None) -> int | None:
    return room.id if room else None


def _field(boundary: str, name: str, value: str) -> bytes:
    return f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()


def _file(boundary: str, content: bytes, name: str) -> bytes:
    disposition = f'Content-Disposition: form-data; name="file"; filename="{name}"'
    head = f"--{boundary}\r\n{disposition}\r\nContent-Type: application/octet-stream\r\n\r\n"
    return head.encode() + content + b"\r\n"

"""What happens in the simulator, written down as it happens: by somebody who looks on, not by the bot."""

import http.client
import json
import socket
import threading
import time
from collections import Counter
from contextlib import closing, suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

from simulator.client import Json, Simulator

QUIET_SECONDS = 0.4
REFUSED = (429, 502)
FAULTS = {0: "reset", 429: "429", 502: "502"}
"""What a call that went wrong was answered, by status; 0 is a connection that ended without an answer."""
POSTS = ("sendMessage", "sendPhoto", "sendVideo", "sendDocument")


@dataclass(frozen=True)
class Post:
    """A message of the bot, as it was when it came."""

    chat: int
    message_id: int
    content: str
    """Text, buttons and kind: two of the same content are the same message said twice."""


class Recorder:
    def __init__(self, sim: Simulator) -> None:
        self.posts: dict[int, list[Post]] = {}
        """By chat, in order."""
        self.updates: set[int] = set()
        """The ids of all that the bot had to be told."""
        self.handed_out: Counter[int] = Counter()
        """How often each of them was."""
        self.called: Counter[tuple[int, str]] = Counter()
        """Calls that Telegram may have done, by chat and method."""
        self.faults: Counter[str] = Counter()
        """Calls that went wrong, by what was answered."""
        self._last = time.monotonic()
        address = urlsplit(sim.base_url)
        self._connection = http.client.HTTPConnection(address.hostname or "", address.port)
        self._connection.request("GET", "/sim/events")
        self._stream = self._connection.getresponse()
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def finish(self) -> None:
        """Returns once nothing happens any more; nothing is written down from then on."""
        while time.monotonic() - self._last < QUIET_SECONDS:
            time.sleep(QUIET_SECONDS / 4)
        self._connection.sock.shutdown(socket.SHUT_RDWR)
        self._thread.join()

    def _listen(self) -> None:
        with closing(self._connection), closing(self._stream), suppress(http.client.HTTPException, OSError):
            self._write_down()

    def _write_down(self) -> None:
        kind = ""
        while raw := self._stream.readline():
            line = raw.decode().rstrip("\n")
            if line.startswith("event: "):
                kind = line.removeprefix("event: ")
            elif line.startswith("data: "):
                self._note(kind, json.loads(line.removeprefix("data: ")))

    def _note(self, kind: str, data: Json) -> None:
        match kind:
            case "message" if data["message"]["by"] == "bot":
                self._note_post(data["chat"], data["message"])
            case "update":
                self.updates.add(data["update_id"])
            case "call":
                self._note_call(data)
            case _:
                return
        self._last = time.monotonic()

    def _note_post(self, chat: int, message: Json) -> None:
        shown = [message.get("text"), message.get("caption"), message["buttons"], "photo" in message]
        post = Post(chat, message["message_id"], json.dumps(shown))
        self.posts.setdefault(chat, []).append(post)

    def _note_call(self, call: Json) -> None:
        if call["method"] == "getUpdates":
            self.handed_out.update((call["result"] or {}).get("updates", []))
        elif call["status"] not in REFUSED:
            self.called[int(call["params"].get("chat_id") or 0), call["method"]] += 1
        if call["status"] in FAULTS:
            self.faults[FAULTS[call["status"]]] += 1

"""How fast Telegram lets a bot speak: once a second in a chat, 20 times a minute in a group or channel, 30 times a
second over all (Telegram's bot FAQ). Whoever is faster is told to wait (429), and so are all who wait behind.

The windows are counted from the end of a call: its message may have arrived at any moment before.
"""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Rate:
    """So many messages in any stretch of so many seconds."""

    messages: int
    seconds: float


PRIVATE = Rate(3, 3)
"""Short bursts pass, says the FAQ: two messages in answer to one do not have to be a second apart."""
GROUP = Rate(20, 60)
OVERALL = Rate(30, 1)
LONGEST = timedelta(seconds=GROUP.seconds)
"""How far back what was said can count."""
EVERYWHERE = 0
NOW = timedelta()
CROWDED = 1000
"""Windows that are kept before those that ran empty are thrown away."""


@dataclass(slots=True)
class Window:
    """What was said within the last seconds, and what is being said."""

    rate: Rate
    flying: int = 0
    ended: deque[datetime] = field(default_factory=deque)

    def wait(self, now: datetime) -> timedelta:
        """How long until one more may be said; a call that is under way may make it longer."""
        span = timedelta(seconds=self.rate.seconds)
        if self.said(now) < self.rate.messages:
            return NOW
        return self.ended[0] + span - now if self.ended else span

    def said(self, now: datetime) -> int:
        """How many messages count at this moment."""
        span = timedelta(seconds=self.rate.seconds)
        while self.ended and now - self.ended[0] >= span:
            self.ended.popleft()
        return self.flying + len(self.ended)


class Pace:
    """Counts what is said, in each chat and over all."""

    def __init__(self) -> None:
        self._windows: dict[int, Window] = {EVERYWHERE: Window(OVERALL)}

    def seed(self, said: Iterable[tuple[int, datetime]]) -> None:
        """Counts what was said before a restart: chat and time of each message, oldest first."""
        for chat, at in said:
            self.begin(chat)
            self.end(chat, at)

    def wait(self, chat: int, now: datetime) -> timedelta:
        """How long until something may be said in a chat; nothing where it may be said at once."""
        return max(self._window(chat).wait(now), self._windows[EVERYWHERE].wait(now))

    def begin(self, chat: int) -> None:
        """Something is being said in a chat."""
        for window in (self._window(chat), self._windows[EVERYWHERE]):
            window.flying += 1

    def end(self, chat: int, now: datetime) -> None:
        """It was said, or perhaps it was."""
        for window in (self._window(chat), self._windows[EVERYWHERE]):
            window.flying -= 1
            window.ended.append(now)
        if len(self._windows) > CROWDED:
            self._tidy(now)

    def _window(self, chat: int) -> Window:
        if chat not in self._windows:
            self._windows[chat] = Window(GROUP if chat < 0 else PRIVATE)
        return self._windows[chat]

    def _tidy(self, now: datetime) -> None:
        """Forgets chats in which nothing was said for so long that nothing counts."""
        for chat, window in list(self._windows.items()):
            if chat != EVERYWHERE and not window.said(now):
                del self._windows[chat]


class NoPace(Pace):
    """For a Bot API server of one's own, or a simulated one, that asks for none."""

    def wait(self, chat: int, now: datetime) -> timedelta:  # noqa: ARG002
        return NOW

    def begin(self, chat: int) -> None:
        pass

    def end(self, chat: int, now: datetime) -> None:
        pass


def is_counted(method: str, chat: int) -> bool:
    """Whether a call counts as a message: what is sent does, and in a group or channel also what is changed."""
    return method.startswith(("send", "forward", "copy")) or (chat < 0 and method.startswith("edit"))

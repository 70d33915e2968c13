"""How fast a bot may send: token buckets, as Telegram's bot FAQ describes them."""

import math
from dataclasses import dataclass

from simulator.clock import Clock
from simulator.errors import too_many_requests


@dataclass(frozen=True)
class Rate:
    messages: int
    seconds: float
    burst: int


PRIVATE = Rate(messages=1, seconds=1, burst=3)
GROUP = Rate(messages=20, seconds=60, burst=20)
OVERALL = Rate(messages=30, seconds=1, burst=30)


class Bucket:
    def __init__(self, rate: Rate, now: float) -> None:
        self._rate = rate
        self._left = float(rate.burst)
        self._at = now

    def missing(self, now: float) -> float:
        """Seconds until the next message may go; 0 when it may go now."""
        self._fill(now)
        return 0.0 if self._left >= 1 else (1 - self._left) * self._rate.seconds / self._rate.messages

    def take(self) -> None:
        self._left -= 1

    def _fill(self, now: float) -> None:
        gained = (now - self._at) * self._rate.messages / self._rate.seconds
        self._left = min(self._left + max(gained, 0), self._rate.burst)
        self._at = now


class Limits:
    """Counts every message on its own, album items too."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._buckets: dict[tuple[int, str], Bucket] = {}

    def take(self, bot_id: int, chat_id: str) -> None:
        """One message to this chat.

        Raises:
            ApiError: 429, it came too early.
        """
        now = self._clock.now()
        of_chat = GROUP if chat_id.startswith(("-", "@")) else PRIVATE
        buckets = [self._bucket(bot_id, chat_id, of_chat, now), self._bucket(bot_id, "", OVERALL, now)]
        missing = max(bucket.missing(now) for bucket in buckets)
        if missing > 0:
            raise too_many_requests(math.ceil(missing))
        for bucket in buckets:
            bucket.take()

    def clear(self) -> None:
        self._buckets.clear()

    def _bucket(self, bot_id: int, chat_id: str, rate: Rate, now: float) -> Bucket:
        return self._buckets.setdefault((bot_id, chat_id), Bucket(rate, now))


class NoLimits(Limits):
    """Everything may go at once."""

    def take(self, bot_id: int, chat_id: str) -> None:
        pass

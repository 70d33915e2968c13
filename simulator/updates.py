"""The queue of updates of one bot: what it was told about, until it confirms."""

import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from simulator.clock import Clock

MESSAGE_LIFE = 24 * 60 * 60
CALLBACK_LIFE = 150
MOST_PENDING = 100_000
FARTHEST_OFFSET_PAST_THE_TAIL = 10

NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(frozen=True)
class Update:
    """`lane` is the ordered queue it belongs to: one per chat for messages, one per user for presses."""

    update_id: int
    kind: str
    payload: dict[str, Any]
    expires: float
    lane: str

    def as_json(self) -> dict[str, Any]:
        return {"update_id": self.update_id, self.kind: self.payload}


class UpdateQueue:
    """Earliest first. While held, nothing new becomes visible; `release` shows all of it at once."""

    def __init__(self, clock: Clock, ids: Iterator[int]) -> None:
        self._clock = clock
        self._ids = ids
        self._pending: list[Update] = []
        self._held: list[Update] | None = None
        self._next_expiry = math.inf
        self.last: Update | None = None
        """The newest update, kept after it was confirmed, so that it can be delivered twice."""
        self.allowed: frozenset[str] | None = None
        """The kinds asked for; None is Telegram's default."""

    def wants(self, kind: str) -> bool:
        return kind not in NOT_BY_DEFAULT if self.allowed is None else kind in self.allowed

    def allow(self, kinds: list[str]) -> None:
        self.allowed = frozenset(kinds) or None

    def put(self, kind: str, payload: dict[str, Any], lane: str) -> Update | None:
        """Queue it, unless the bot did not ask for its kind."""
        if not self.wants(kind):
            return None
        life = CALLBACK_LIFE if kind == "callback_query" else MESSAGE_LIFE
        return self._add(Update(next(self._ids), kind, payload, self._clock.now() + life, lane))

    def put_raw(self, update: dict[str, Any]) -> Update:
        """Queue an update of any shape; it gets the next id unless it brings its own."""
        body = dict(update)
        update_id = body.pop("update_id", None) or next(self._ids)
        kind, payload = next(iter(body.items()), ("unknown", {}))
        return self._add(Update(update_id, kind, payload, self._clock.now() + MESSAGE_LIFE, "raw"))

    def duplicate(self, update_id: int | None) -> Update | None:
        """Deliver an update again: the one with this id if it still waits, else the newest."""
        again = next((update for update in self._pending if update.update_id == update_id), self.last)
        if again is None or (update_id is not None and again.update_id != update_id):
            return None
        return self._add(again)

    @property
    def held(self) -> int | None:
        """How many updates are held back; None when nothing is."""
        return None if self._held is None else len(self._held)

    def hold(self) -> None:
        self._held = self._held or []

    def release(self) -> int:
        """Show what was held; returns how many updates that are."""
        held, self._held = self._held or [], None
        self._pending.extend(held)
        return len(held)

    def pending(self) -> list[Update]:
        """What the bot may see now, earliest first; the expired are dropped."""
        now = self._clock.now()
        if now >= self._next_expiry:
            self._pending = [update for update in self._pending if update.expires > now]
            self._next_expiry = min((update.expires for update in self._pending), default=math.inf)
        return self._pending

    def confirm(self, offset: int) -> None:
        """Forget what is below `offset`; a negative one keeps only the last that many."""
        pending = self.pending()
        if offset < 0:
            self._pending = pending[offset:]
        elif pending and offset > pending[-1].update_id + FARTHEST_OFFSET_PAST_THE_TAIL:
            return
        else:
            self._pending = [update for update in pending if update.update_id >= offset]

    def confirm_all(self) -> None:
        self._pending = []

    def drop(self, update: Update) -> None:
        self._pending = [waiting for waiting in self._pending if waiting is not update]

    def clear(self) -> None:
        self._pending, self._held, self.last = [], None, None

    def _add(self, update: Update) -> Update:
        self.last = update
        self._next_expiry = min(self._next_expiry, update.expires)
        if self._held is not None:
            self._held.append(update)
        else:
            self._pending.append(update)
            del self._pending[:-MOST_PENDING]
        return update


def rising_ids(first: int) -> Iterator[int]:
    return itertools.count(first)

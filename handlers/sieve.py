"""Counts of what people do, in memory: the first half of each allowance needs no row."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

ROOM = 10_000
"""Counts that are kept, at the least, before those whose period is over are looked for and thrown away."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """So many of a kind in a period."""

    kind: str
    most: int
    period: timedelta

    @property
    def unwatched(self) -> int:
        """So many are counted in memory alone: nobody who keeps to a human pace goes beyond."""
        return self.most // 2


@dataclass(frozen=True, slots=True)
class Count:
    """How many there were in the period that runs, and when it is over."""

    times: int
    until: datetime


@dataclass(slots=True)
class Sieve:
    _counts: dict[tuple[str, int], Count] = field(default_factory=dict)
    _room: int = ROOM

    def count(self, allowance: Allowance, person: int, now: datetime) -> Count:
        """Counts one more."""
        former = self.of(allowance, person, now)
        counted = Count(former.times + 1, former.until)
        self.put(allowance, person, counted)
        if len(self._counts) > self._room:
            self._counts = {key: count for key, count in self._counts.items() if count.until > now}
            self._room = max(ROOM, 2 * len(self._counts))  # else a busy day would be looked through at each message
        return counted

    def put(self, allowance: Allowance, person: int, counted: Count) -> None:
        """What is known better elsewhere holds from now on."""
        self._counts[allowance.kind, person] = counted

    def of(self, allowance: Allowance, person: int, now: datetime) -> Count:
        """What this process knows; a period begins with the first that is counted."""
        known = self._counts.get((allowance.kind, person))
        return known if known and now < known.until else Count(0, now + allowance.period)

"""What we forget, and when."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from storage.store import Transaction

AT_ONCE = 100
"""Cases purged in one transaction, so that nobody waits long for it."""

ACTOR = "retention"


@dataclass(frozen=True, slots=True)
class Periods:
    """How long each kind of row is kept."""

    sent: timedelta = timedelta(days=2)
    """What was sent: the key, so that nothing is said twice. What it said is blanked on sending."""
    spoken_to: timedelta = timedelta(hours=1)
    """To whom it was sent: the rate limits look back a minute."""
    dead: timedelta = timedelta(days=30)
    """What could never be sent: its error, for the reviewer to see."""
    received: timedelta = timedelta(days=7)
    """The ids of updates dealt with: Telegram repeats them for a day."""
    photos: timedelta = timedelta(days=30)
    """The pictures of a closed case."""
    cases: timedelta = timedelta(days=90)
    """Everything else that a closed case collected, and its key. The row with the decision and its events stay."""


async def sweep(transaction: Transaction, *, now: datetime, periods: Periods | None = None) -> int:
    """Forgets what is older than its period; how many cases that were, or AT_ONCE, which means: sweep again."""
    keep = periods or Periods()
    await transaction.inbox.prune(now - keep.received)
    await transaction.outbox.prune(sent_before=now - keep.sent, dead_before=now - keep.dead)
    await transaction.tallies.prune(now)
    await transaction.outbox.forget_chats(now - keep.spoken_to)
    emptied = await _purge_cases(transaction, now, keep.cases)
    return max(emptied, await _purge_photos(transaction, now, keep.photos))


async def _purge_cases(transaction: Transaction, now: datetime, period: timedelta) -> int:
    ripe = await transaction.cases.to_purge(now - period, limit=AT_ONCE)
    for case_id in ripe:
        await transaction.cases.purge(case_id, now=now)
        await transaction.audit.record(case_id, actor=ACTOR, kind="purged", now=now)
    return len(ripe)


async def _purge_photos(transaction: Transaction, now: datetime, period: timedelta) -> int:
    ripe = await transaction.photos.to_purge(now - period, limit=AT_ONCE)
    for case_id in ripe:
        count = await transaction.photos.purge(case_id, now=now)
        if count:
            details = {"photos": count}
            await transaction.audit.record(case_id, actor=ACTOR, kind="photos_purged", now=now, details=details)
    return len(ripe)

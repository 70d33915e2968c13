"""Presses that nobody fetched: Telegram keeps them for 150 seconds, then they are lost for good, whatever we do.

After such a gap whoever may have pressed sees the open question once more, and the cards of the staff say so.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from handlers import card
from handlers.work import Work
from states.case import Case
from states.review import APPROVED, CLAIMED
from states.text import Text
from storage.timers import Timer

ASLEEP = "asleep"
"""Kind of timer: the person and the reviewers of a case are to be told of a gap; without a case, everybody is."""
PRESS_LIVES = timedelta(seconds=150)
SETTLING = timedelta(seconds=30)
"""Between the end of a gap and the first word about it: what was typed meanwhile is answered first."""
CARD_EVERY = timedelta(seconds=6)
"""Between two cards: half of what the staff chat takes in a minute, so that new requests find room."""
NOTE = Text("⚠️ Buttons did not work from {since} to {until}. If you pressed one then, press it again.")
TOLD = Text("{ref}: buttons did not work from {since} to {until}. If you pressed one then, press it again.")


@dataclass(frozen=True, slots=True)
class Gap:
    """A time in which we did not hear from Telegram, to the second, UTC."""

    since: datetime
    until: datetime

    @property
    def key(self) -> str:
        """The key of its timer: of one gap is told once."""
        return f"{ASLEEP}:{int(self.since.timestamp())}:{int(self.until.timestamp())}"

    @classmethod
    def of(cls, timer: Timer) -> "Gap":
        _, since, until, *_ = timer.key.split(":")
        return cls(_moment(since), _moment(until))


def _moment(seconds: str) -> datetime:
    return datetime.fromtimestamp(int(seconds), UTC)


async def ring(timer: Timer, case: Case | None, work: Work) -> None:
    """Tells of a gap, as far as it still concerns anybody."""
    gap = Gap.of(timer)
    if timer.case_id is None:
        await _tell_everybody(gap, work)
    elif case and case.closed_at is None:
        await _tell_applicant(case, gap, work)
        await _tell_reviewers(case, gap, work)


async def _tell_everybody(gap: Gap, work: Work) -> None:
    """A timer for each case that is open: one case that fails holds up no other, and they go a few at a time."""
    timers, prefix = work.tx.timers, f"{gap.key}:"
    recently = gap.since - timedelta(hours=work.house.dialogue.policy.asleep_hours)
    await timers.set_for_drafts(prefix, kind=ASLEEP, since=recently, until=gap.until, due_at=work.now)
    await timers.set_for_queue(prefix, kind=ASLEEP, due_at=work.now, every=CARD_EVERY)


async def _tell_applicant(case: Case, gap: Gap, work: Work) -> None:
    """Whoever wrote since then has been answered since then."""
    message = work.house.dialogue.once_more(case, work.now)
    if message and case.touched_at and case.touched_at < gap.until:
        await work.remind(case, message)


async def _tell_reviewers(case: Case, gap: Gap, work: Work) -> None:
    last_press = case.desk.active_at
    if case.stage is None or (last_press and last_press >= gap.until):
        return
    await card.note(case, NOTE.filled(since=gap.since, until=gap.until), work)
    hand = {CLAIMED: case.claimed_by, APPROVED: case.decided_by}.get(case.stage)
    if hand:
        told = TOLD.filled(ref=case.ref, since=gap.since, until=gap.until)
        await work.tell(hand, told, on_ambiguous="skip")

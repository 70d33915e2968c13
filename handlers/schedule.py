"""Which clock is set for a case, by its stage: `handlers.elapsed` says what happens when it rings."""

from datetime import datetime, timedelta

from handlers.work import Work
from states.case import Case
from states.review import DECIDED, silent_since

LAPSE, REPLY, EFFECT, TARGET, SHOW = "lapse", "reply", "effect", "target", "show"
"""Kinds of timers: a silent claim, what the customer owes us, an approval that waits, the time we want to answer in, a
card that is to be drawn anew."""


async def schedule(case: Case, work: Work) -> None:
    """Sets the timers that this stage needs; those of other stages ring into the void."""
    policy, desk = work.house.dialogue.policy, case.desk
    if case.stage in DECIDED:
        return
    match case.stage:
        case "claimed":
            await set_timer(LAPSE, case, work, lapses_at(case, work))
        case "asked" if desk.request:
            await set_timer(REPLY, case, work, desk.request.asked_at + timedelta(days=policy.reply_remind_days))
        case "approved" if desk.effective_at:
            await set_timer(EFFECT, case, work, desk.effective_at)
    await _set_targets(case, work)


async def set_timer(kind: str, case: Case, work: Work, due_at: datetime, name: str = "") -> None:
    """One timer of a kind for each case, unless it has a name of its own."""
    await work.tx.timers.set(f"{name or kind}:{case.id}", case_id=case.id, kind=kind, due_at=due_at)


def lapses_at(case: Case, work: Work) -> datetime:
    """When the claim goes back to the queue, if nothing is done until then."""
    return silent_since(case) + timedelta(minutes=work.house.dialogue.policy.claim_minutes)


async def _set_targets(case: Case, work: Work) -> None:
    """A timer for each warning and one for the breach. One that is due and did not ring yet is left alone."""
    assert case.due_at is not None  # noqa: S101  a submitted case is due
    for hours in (*work.house.dialogue.policy.warn_hours, 0):
        due_at = case.due_at - timedelta(hours=hours)
        if due_at > work.now:
            await set_timer(TARGET, case, work, due_at, name=f"{TARGET}-{hours}")

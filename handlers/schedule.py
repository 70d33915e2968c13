"""Which clock is set for a case, by its stage: `bot.clock` rings it."""

from datetime import timedelta

from handlers.work import Work
from states.case import Case
from states.review import DECIDED

LAPSE, REPLY, EFFECT, TARGET = "lapse", "reply", "effect", "target"
"""Kinds of timers: a silent claim, what the customer owes us, an approval that waits, the time we want to answer in."""


async def schedule(case: Case, work: Work) -> None:
    """Sets the timers that this stage needs; those of other stages ring into the void."""
    policy = work.house.dialogue.policy
    if case.stage in DECIDED or case.due_at is None:
        return
    match case.stage:
        case "claimed":
            await _set(LAPSE, case, work, timedelta(minutes=policy.claim_minutes))
        case "asked":
            await _set(REPLY, case, work, timedelta(days=policy.reply_remind_days))
        case "approved" if case.desk.effective_at:
            await _set(EFFECT, case, work, case.desk.effective_at - work.now)
    warnings = [case.due_at - timedelta(hours=hours) for hours in (*policy.warn_hours, 0)]
    coming = [moment for moment in warnings if moment > work.now]
    if coming:
        await _set(TARGET, case, work, min(coming) - work.now)


async def _set(kind: str, case: Case, work: Work, after: timedelta) -> None:
    await work.tx.timers.set(f"{kind}:{case.id}", case_id=case.id, kind=kind, due_at=work.now + after)

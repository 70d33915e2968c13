"""What happens to a request that was sent, because time passed: claims lapse, customers are reminded, staff is warned.

A timer that was set for another stage does nothing; one that rings too early is set anew.
"""

from datetime import datetime, timedelta
from math import ceil

from handlers import card, desk
from handlers.schedule import EFFECT, LAPSE, REPLY, lapses_at, schedule, set_timer
from handlers.work import Work
from states import screens
from states.case import Case
from states.text import Text

CLOCK = "clock"
"""How the audit trail calls the one who did this."""
HOUR = timedelta(hours=1)


async def ring(kind: str, case: Case, work: Work) -> None:
    """Does what a timer of this kind is for, if the case still stands where it was set."""
    match kind, case.stage:
        case "lapse", "claimed":
            await _lapse(case, work)
        case "reply", "asked":
            await _wait_for_reply(case, work)
        case "effect", "approved":
            await _call_the_approver(case, work)
        case "target", "waiting" | "claimed" | "escalated" | "confirming":
            await _warn(case, work)
        case "show", _:
            await card.show(case, work)


async def _lapse(case: Case, work: Work) -> None:
    """A claim with nothing done goes back to the queue (R05)."""
    due_at = lapses_at(case, work)
    if work.now < due_at:
        await set_timer(LAPSE, case, work, due_at)
        return
    former = case.claimed_by
    work.house.dialogue.decisions.lapse(case)
    await _keep(case, "lapse", work)
    if former:
        minutes = work.house.dialogue.policy.claim_minutes
        said = Text(
            "{ref} is back in the queue: nothing was done for {minutes} minutes.", ref=case.ref, minutes=minutes
        )
        await work.tell(former, said)


async def _wait_for_reply(case: Case, work: Work) -> None:
    """One reminder, then the end (C17)."""
    request = case.desk.request
    assert request is not None  # noqa: S101  something was asked for
    remind_at = request.asked_at + timedelta(days=work.house.dialogue.policy.reply_remind_days)
    if work.now >= request.due_at:
        await _expire(case, work)
    elif work.now >= remind_at:
        await work.remind(case, screens.need_reminder(case))
        await set_timer(REPLY, case, work, request.due_at)
    else:
        await set_timer(REPLY, case, work, remind_at)


async def _expire(case: Case, work: Work) -> None:
    former = case.claimed_by
    said = work.house.dialogue.decisions.expire(case, work.now)
    await _keep(case, "expire", work)
    await work.say(case, (said,))
    if former:
        await work.tell(former, Text("{ref} is closed: the customer did not reply in time.", ref=case.ref))


async def _call_the_approver(case: Case, work: Work) -> None:
    """The waiting time is over: now 2FA is to be turned off, and the customer told (R24)."""
    effective_at = case.desk.effective_at
    assert effective_at is not None  # noqa: S101  an approval that waits
    assert case.decided_by is not None  # noqa: S101  somebody approved
    if work.now < effective_at:
        await set_timer(EFFECT, case, work, effective_at)
        return
    said = Text("{ref}: the waiting time is over. Turn off 2FA now, then press the button.", ref=case.ref)
    buttons = desk.keyboard(desk.waiting_page(case), case, work)
    await work.tell(case.decided_by, said, buttons=buttons, key=_once(EFFECT, case, effective_at))


async def _warn(case: Case, work: Work) -> None:
    """How much is left of the time we want to answer in; that it is over, once to the staff and the customer (R19)."""
    assert case.due_at is not None  # noqa: S101  a submitted case is due
    policy, staff = work.house.dialogue.policy, work.house.staff.chat
    left = case.due_at - work.now
    passed = [hours for hours in policy.warn_hours if left <= hours * HOUR]
    who = Text("Claimed by {name}.", name=case.claimed_name) if case.claimed_by else Text("Not claimed.")
    if left <= timedelta():
        said = Text("{ref}: the time to answer is over. {who}", ref=case.ref, who=who)
        if await work.tell(staff, said, key=_once("late", case, case.due_at)):
            await work.say(case, (screens.late(case, policy.answer_hours),))
    elif passed:
        said = Text("{ref}: {hours} h left. {who}", ref=case.ref, hours=ceil(left / HOUR), who=who)
        await work.tell(staff, said, key=_once(f"soon-{min(passed)}", case, case.due_at))


def _once(what: str, case: Case, moment: datetime) -> str:
    """The key of something that is said once, whatever rings and however often."""
    return f"{what}:{case.id}:{int(moment.timestamp())}"


async def _keep(case: Case, event: str, work: Work) -> None:
    await work.tx.cases.save(case, now=work.now)
    await work.tx.audit.record(case.id, actor=CLOCK, kind=event, now=work.now, details={"to": str(case.stage)})
    await card.show(case, work)
    await schedule(case, work)

"""The owner of the account that is claimed: what is on file of it, and their way to stop the request (C51)."""

import secrets

from aiogram import F, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from handlers import card
from handlers.filters import in_private
from handlers.schedule import schedule
from handlers.work import Work
from states.case import Case
from states.desk import OnFile
from states.on_file import STOPPED, beside, cannot_be_halted, owner_notice
from states.review import Declined

FACTS = "facts"
"""Kind of timer: the account system is to be asked about a case. `bot.facts.enquirer` deals with it, no clock."""
HALT = "halt_"
"""What the payload of the owner's link begins with."""
TOKEN_BYTES = 16


def setup() -> Router:
    router = Router(name="owner")
    linked = Command("start", magic=F.args.startswith(HALT))
    router.message.register(on_halt, in_private, linked, is_known)
    return router


async def enquire(case: Case, work: Work) -> None:
    """Has the account system asked, where one is connected."""
    if work.house.enquires:
        await work.tx.timers.set(f"{FACTS}:{case.id}", case_id=case.id, kind=FACTS, due_at=work.now)


async def take(case: Case, filed: OnFile | None, work: Work) -> None:
    """What the account system said stands beside the answers; None where it has no such account."""
    dialogue, former = work.house.dialogue, case.desk.on_file
    on_file = beside(case, filed, dialogue.questionnaire, work.now, dialogue.policy) if filed else OnFile(found=False)
    on_file.told = former.told if former else None
    case.desk.on_file = on_file
    await work.tx.cases.save(case, now=work.now)
    details = {"differing": sum(not agrees for agrees in on_file.agrees.values())}
    await work.tx.audit.record(case.id, actor="account system", kind="compared", now=work.now, details=details)
    await card.show(case, work)


async def notice(case: Case, work: Work) -> str:
    """Words for the owner, with a link that stops the request. Its keyed hash is stored, in the place of the former."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    await work.tx.cases.index(case, halt=token)
    link = f"https://t.me/{work.house.bot_name}?start={HALT}{token}"
    return work.house.tongues("en").label(owner_notice(case, link))


async def told(case: Case, work: Work, *, reached: bool) -> None:
    """The notice is on its way, or there is no contact on file to send it to."""
    if case.desk.on_file:
        case.desk.on_file.told = reached
    await work.tx.cases.save(case, now=work.now)
    kind = "owner_told" if reached else "owner_without_contact"
    await work.tx.audit.record(case.id, actor="account system", kind=kind, now=work.now)


async def is_known(message: Message, command: CommandObject, work: Work) -> bool:  # noqa: ARG001  aiogram's order
    """Whether the link is one of ours; any other is answered like every /start, and learns nothing."""
    return await _case_of(command, work) is not None


async def on_halt(message: Message, command: CommandObject, work: Work) -> None:
    """Whoever holds the link stops the request at once: customer and staff are told."""
    case = await _case_of(command, work)
    if case is None:
        return
    try:
        said = work.house.dialogue.decisions.halt(case, work.now)
    except Declined:
        await work.say(Case(applicant=message.chat.id), (cannot_be_halted(case),))
        return
    await work.tx.cases.save(case, now=work.now)
    await work.tx.audit.record(case.id, actor="owner", kind="halted", now=work.now)
    await work.say(case, (said,))
    if message.chat.id != case.applicant:
        await work.say(Case(applicant=message.chat.id), (said,))
    await card.show(case, work)
    await schedule(case, work)
    alert = work.house.tongues("en").say(STOPPED.filled(ref=case.ref))
    await work.call(
        "sendMessage", {"chat_id": work.house.staff.chat, "text": alert, "parse_mode": "HTML"}, lane="staff"
    )


async def _case_of(command: CommandObject, work: Work) -> Case | None:
    token = (command.args or "").removeprefix(HALT)
    refs = await work.tx.cases.find("halt", token)
    return await work.tx.cases.by_ref(refs[0]) if refs else None

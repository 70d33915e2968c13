"""Reviewers: the buttons of the staff channel, and the commands and buttons of the private desk.

Who presses is checked against the reviewer list on every press, in the transaction that decides.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import NamedTuple

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message, User

from handlers import card, desk
from handlers.card import STAFF
from handlers.speech import Params
from handlers.work import Work
from states.case import Case
from states.review import CLAIMED, REASONS, STAGES, Declined, NotNow, NotYours, Reviewer
from states.text import Text

NOT_ALLOWED = Text("You are not on the reviewer list. Ask a lead.")
GONE = Text("This request no longer exists.")
EMPTY = Text("Nothing is waiting.")
MAX_LISTED = 30


def setup() -> Router:
    router = Router(name="reviewer")
    router.callback_query.register(on_press, F.data.startswith(f"{STAFF}:"))
    private = F.chat.type == ChatType.PRIVATE
    router.message.register(on_start, private, Command("start", magic=F.args.startswith("case_")), is_reviewer)
    router.message.register(on_case, private, Command("case"), is_reviewer)
    router.message.register(on_queue, private, Command("queue"), is_reviewer)
    router.message.register(on_mine, private, Command("mine"), is_reviewer)
    return router


class Press(NamedTuple):
    """A reviewer's press on a button of a case."""

    case: Case
    reviewer: Reviewer
    chat: int
    message_id: int
    argument: str


async def is_reviewer(message: Message, work: Work) -> bool:
    return message.from_user is not None and _reviewer(message.from_user, work) is not None


# --- presses


async def on_press(press: CallbackQuery, work: Work) -> None:
    tongue = work.house.tongues("en")
    reviewer = _reviewer(press.from_user, work)
    case_id, _, rest = (press.data or "").removeprefix(f"{STAFF}:").partition(":")
    _, _, action = rest.partition(":")
    verb, _, argument = action.partition("-")
    if reviewer is None:
        await _turn_away(press.from_user.id, case_id, work)
        work.answer_press(press.id, tongue.label(NOT_ALLOWED), alert=True)
        return
    case = await work.tx.cases.get(int(case_id)) if case_id.isdecimal() else None
    act = ACTIONS.get(verb)
    if case is None or act is None or press.message is None or case.stage is None:
        work.answer_press(press.id, tongue.label(GONE), alert=True)
        return
    pressed = Press(case, reviewer, press.message.chat.id, press.message.message_id, argument)
    try:
        said = await act(pressed, work)
    except Declined as declined:
        await card.show(case, work)
        await _clear_if_closed(pressed, work)
        work.answer_press(press.id, tongue.label(declined.says), alert=True)
    else:
        work.answer_press(press.id, tongue.label(said) if said else "")


async def _turn_away(stranger: int, case_id: str, work: Work) -> None:
    """Somebody who is no reviewer pressed a reviewer's button: recorded (R06)."""
    case = await work.tx.cases.get(int(case_id)) if case_id.isdecimal() else None
    await work.tx.audit.record(case.id if case else None, actor=stranger, kind="stranger_refused", now=work.now)


async def claim(press: Press, work: Work) -> Text:
    await _decide("claim", press, work)
    await desk.open_case(press.case, press.reviewer.id, work)
    return Text("You have {ref}. It is in your private chat with this bot.", ref=press.case.ref)


async def release(press: Press, work: Work) -> Text:
    await _decide("release", press, work)
    await _rows((), press, work)
    return Text("{ref} is back in the queue.", ref=press.case.ref)


async def photos(press: Press, work: Work) -> None:
    _require_claimer(press)
    await desk.show_photos(press.case, press.reviewer.id, work)


async def approve(press: Press, work: Work) -> Text | None:
    """First the reminder that 2FA is turned off elsewhere, then the decision."""
    if press.argument != "yes":
        _require_claimer(press)
        await _rows(desk.approve_rows(press.case), press, work)
        return Text("Turn off 2FA in the account system first.")
    await _decide("approve", press, work)
    await _done(press, work)
    return None


async def refuse(press: Press, work: Work) -> Text | None:
    """First the reasons, then what the customer will read, then the decision."""
    if press.argument in REASONS:
        await _decide("refuse", press, work, reason=press.argument)
        await _done(press, work)
        return None
    _require_claimer(press)
    await _rows(desk.reason_rows(), press, work)
    return None


async def reason(press: Press, work: Work) -> None:
    """The dossier again, with what the customer will read at its foot."""
    _require_claimer(press)
    if press.argument not in REASONS:
        raise NotNow(Text("Select a reason."))
    preview = desk.preview(work.house.dialogue.reason(press.argument))
    params = await desk.dossier(press.case, desk.refuse_rows(press.argument), work, preview)
    await work.call("editMessageText", {"chat_id": press.chat, "message_id": press.message_id, **params}, lane="staff")


async def back(press: Press, work: Work) -> None:
    _require_claimer(press)
    await _rows(desk.ACTIONS, press, work)


ACTIONS: Mapping[str, Callable[[Press, Work], Awaitable[Text | None]]] = {
    "claim": claim,
    "release": release,
    "photos": photos,
    "approve": approve,
    "refuse": refuse,
    "reason": reason,
    "back": back,
}


async def _decide(event: str, press: Press, work: Work, **details: str) -> None:
    """The choke point: every action on a case goes through the machine, is saved, recorded, told and shown."""
    case, before = press.case, press.case.stage
    told = work.house.dialogue.decide(case, event, press.reviewer, work.now, **details)
    await work.tx.cases.save(case, now=work.now)
    moved = {"from": str(before), "to": str(case.stage), **details}
    await work.tx.audit.record(case.id, actor=press.reviewer.id, kind=event, now=work.now, details=moved)
    await work.say(case, told)
    await card.show(case, work)


def _require_claimer(press: Press) -> None:
    """Looking and preparing are the claimer's alone, as deciding is."""
    case = press.case
    if case.stage != CLAIMED:
        raise NotNow(Text("{ref} is {stage}.", ref=case.ref, stage=STAGES[case.stage or "waiting"]))
    if case.claimed_by != press.reviewer.id:
        raise NotYours(Text("{name} has {ref}.", name=case.claimed_name, ref=case.ref))


async def _rows(rows: desk.Rows, press: Press, work: Work) -> None:
    """Other buttons under the message that was pressed."""
    params: Params = {"chat_id": press.chat, "message_id": press.message_id}
    if rows:
        params["reply_markup"] = desk.keyboard(rows, press.case, work)
    await work.call("editMessageReplyMarkup", params, lane="staff")


async def _done(press: Press, work: Work) -> None:
    await _rows((), press, work)
    said = Text("{ref}: {stage}. The customer is told.", ref=press.case.ref, stage=STAGES[str(press.case.stage)])
    await _tell(press.reviewer.id, work.house.tongues("en").say(said), work)


async def _clear_if_closed(press: Press, work: Work) -> None:
    """Old buttons of a decided case go (R17). The card itself is brought up to date by `card.show`."""
    if press.case.closed_at and press.chat != work.house.staff.chat:
        await _rows((), press, work)


# --- commands


async def on_start(message: Message, command: CommandObject, work: Work) -> None:
    await _open((command.args or "").removeprefix("case_"), message, work)


async def on_case(message: Message, command: CommandObject, work: Work) -> None:
    await _open(command.args or "", message, work)


async def _open(ref: str, message: Message, work: Work) -> None:
    """The dossier for its claimer; for every other reviewer the card, masked."""
    tongue = work.house.tongues("en")
    case = await work.tx.cases.by_ref(ref.strip().upper())
    if case is None or case.stage is None:
        await _tell(message.chat.id, tongue.say(Text("There is no request with this reference.")), work)
        return
    if case.stage == CLAIMED and case.claimed_by == message.chat.id:
        await desk.open_case(case, message.chat.id, work)
        return
    shown = card.card(case, await card.facts_of(case, work), work)
    await work.call("sendMessage", {**shown, "chat_id": message.chat.id}, lane="staff")


async def on_queue(message: Message, work: Work) -> None:
    """All open requests, the most urgent first."""
    await _list(await work.tx.cases.queue(), message, work)


async def on_mine(message: Message, work: Work) -> None:
    await _list(await work.tx.cases.claimed_by(message.chat.id), message, work)


async def _list(cases: list[Case], message: Message, work: Work) -> None:
    tongue = work.house.tongues("en")
    lines = [_listed(case, work) for case in cases[:MAX_LISTED]]
    more = len(cases) - len(lines)
    if more > 0:
        lines.append(tongue.say(Text("and {more} more", more=more)))
    await _tell(message.chat.id, "\n".join(lines) or tongue.say(EMPTY), work)


def _listed(case: Case, work: Work) -> str:
    tongue = work.house.tongues("en")
    stage = STAGES[str(case.stage)]
    link = f'<a href="{card.desk_link(case, work)}">{case.ref}</a>'
    who = f" · {tongue.say(Text('{name}', name=case.claimed_name))}" if case.claimed_name else ""
    return f"{link} · {tongue.say(stage)}{who} · {tongue.say(Text('answer by {due}', due=case.due_at))}"


async def _tell(chat: int, html: str, work: Work) -> None:
    await work.call("sendMessage", {"chat_id": chat, "text": html, "parse_mode": "HTML"}, lane="staff")


def _reviewer(user: User, work: Work) -> Reviewer | None:
    return work.house.staff.reviewer(user.id, user.full_name)

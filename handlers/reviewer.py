"""Reviewers: the buttons of the staff channel, and the commands, buttons and words of the private desk.

Who presses is checked against the reviewer list on every press, in the transaction that decides.
"""

import secrets
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from aiogram import F, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message, User

from handlers import card, desk, limits, stats
from handlers.card import STAFF
from handlers.filters import button_of, in_private, says_something
from handlers.schedule import schedule
from handlers.speech import Params
from handlers.work import Work
from states.case import Case
from states.desk import CHECKS, CHECKS_FIRST, GIVING_AWAY, LOOKING_AGAIN, NEXT_MARK, Note, unticked
from states.message import plain as message
from states.phrases import call_word, phrase
from states.reading.normalise import normalise
from states.reading.words import plain
from states.review import (
    APPROVED,
    CLAIMED,
    FINAL,
    REASONS,
    REPLIES,
    RETRY,
    SECURITY,
    STAGES,
    Declined,
    NotNow,
    NotYours,
    Reviewer,
    declined,
)
from states.text import Text

NOT_ALLOWED = Text("You are not on the reviewer list. Ask a lead.")
GONE = Text("This request no longer exists.")
EMPTY = Text("Nothing is waiting.")
NOTHING_AWAITED = Text("Nothing of yours waits for words. Use /queue to see what is open, or /start for yourself.")
MAX_LISTED = 30
COUNTED = 1000
"""So far the queue is counted: what lies beyond helps nobody."""
NOTE_MOST = 500
"""Characters of a note."""


def setup() -> Router:
    router = Router(name="reviewer")
    router.callback_query.register(on_press, button_of(STAFF))
    router.message.filter(in_private, is_reviewer)
    router.message.register(on_start, Command("start", magic=F.args.startswith("case_")))
    router.message.register(on_case, Command("case"))
    router.message.register(on_queue, Command("queue"))
    router.message.register(on_next, Command("next"))
    router.message.register(on_mine, Command("mine"))
    router.message.register(stats.show, Command("stats"))
    router.message.register(on_find, Command("find"))
    router.message.register(on_text, says_something, is_at_the_desk)
    return router


@dataclass(frozen=True, slots=True)
class Press:
    """A reviewer's press on a button of a case."""

    case: Case
    reviewer: Reviewer
    chat: int
    message_id: int
    argument: str


async def is_reviewer(message: Message, work: Work) -> bool:
    return message.from_user is not None and _reviewer(message.from_user, work) is not None


async def is_at_the_desk(message: Message, work: Work) -> bool:
    """Whether these are a reviewer's words: one of their cases waits for them, or they ask for nothing themselves."""
    return bool(await _awaiting(message.chat.id, work)) or await work.tx.cases.open_of(message.chat.id) is None


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
    """Somebody who is no reviewer pressed a reviewer's button: recorded (R06), but not without end."""
    if not await limits.lets_press(stranger, work):
        return
    case = await work.tx.cases.get(int(case_id)) if case_id.isdecimal() else None
    await work.tx.audit.record(case.id if case else None, actor=stranger, kind="stranger_refused", now=work.now)


# --- taking a case, and giving it away


async def claim(press: Press, work: Work) -> Text:
    await _decide("claim", press, work)
    await desk.open_case(press.case, press.reviewer.id, work)
    return Text("You have {ref}. It is in your private chat with this bot.", ref=press.case.ref)


async def take_over(press: Press, work: Work) -> Text:
    former = press.case.claimed_by
    await _decide("take_over", press, work)
    await desk.open_case(press.case, press.reviewer.id, work)
    if former:
        taken = Text("{name} has taken over {ref}.", name=press.reviewer.name, ref=press.case.ref)
        await _tell(former, work.house.tongues("en").say(taken), work)
    return Text("You have {ref}. It is in your private chat with this bot.", ref=press.case.ref)


async def release(press: Press, work: Work) -> Text | None:
    """First why, then the case is everybody's again."""
    if press.argument not in GIVING_AWAY:
        _require_claimer(press)
        await _rows(desk.giving_page("release"), press, work)
        return None
    await _decide("release", press, work, reason=press.argument)
    return Text("{ref} is back in the queue.", ref=press.case.ref)


async def hand(press: Press, work: Work) -> Text | None:
    """First to whom, then why, then it is theirs."""
    _require_claimer(press)
    receiver, _, reason = press.argument.partition("-")
    if not receiver.isdecimal():
        await _rows(desk.hand_page(press.case, work), press, work)
        return None
    if reason not in GIVING_AWAY:
        await _rows(desk.giving_page(f"hand-{receiver}"), press, work)
        return None
    staff = work.house.staff
    to = staff.reviewer(int(receiver), staff.name_of(int(receiver)))
    await _decide("hand_over", press, work, to=to, reason=reason)
    if to:
        await desk.open_case(press.case, to.id, work)
    return Text("{ref} is handed over.", ref=press.case.ref)


async def escalate(press: Press, work: Work) -> Text:
    await _decide("escalate", press, work)
    return Text("{ref} is with the security team now.", ref=press.case.ref)


# --- looking


async def photos(press: Press, work: Work) -> None:
    _require_claimer(press)
    await desk.show_photos(press.case, press.reviewer.id, work)


async def timeline(press: Press, work: Work) -> None:
    _require_claimer(press)
    await _tell(press.reviewer.id, await desk.timeline(press.case, work), work)


async def main(press: Press, work: Work) -> None:
    _require_claimer(press)
    await _page(desk.main_page(press.case, work), press, work)


async def more(press: Press, work: Work) -> None:
    _require_claimer(press)
    await _rows(desk.more_page(), press, work)


# --- checking


async def check(press: Press, work: Work) -> None:
    """Ticks one of the five checks, or takes the tick away."""
    _require_claimer(press)
    if press.argument in CHECKS:
        press.case.desk.checks ^= {press.argument}
        await _keep(press, work, "checked", {"check": press.argument})
    await _rows(desk.main_page(press.case, work), press, work)


async def marks(press: Press, work: Work) -> None:
    _require_claimer(press)
    await _page(desk.marks_page(press.case, work), press, work)


async def mark(press: Press, work: Work) -> None:
    """The next mark of an answer or a photo: right, not right, cannot tell, none."""
    _require_claimer(press)
    case = press.case
    if press.argument in case.answers:
        following = NEXT_MARK[case.desk.marks.pop(press.argument, "")]
        if following:
            case.desk.marks[press.argument] = following
        await _keep(press, work, "marked", {"question": press.argument, "mark": following or "none"})
    await _page(desk.marks_page(case, work), press, work)


async def note(press: Press, work: Work) -> Text:
    """The next words of the claimer are a note for the staff."""
    _require_claimer(press)
    press.case.desk.awaits = "note"
    await _keep(press, work)
    await _tell(press.reviewer.id, f"{press.case.ref}: type your note. Only staff can read it.", work)
    return Text("Type your note.")


async def reply(press: Press, work: Work) -> None:
    """The saved replies; then one of them as the customer will read it, in their language."""
    _require_claimer(press)
    if press.argument not in REPLIES:
        await _page(desk.replies_page(), press, work)
        return
    words = work.tongue(press.case).label(REPLIES[press.argument][1].filled(ref=press.case.ref))
    preview = Text('The customer will read: "{reason}"', reason=words)
    await _page(desk.reply_page(press.argument), press, work, preview)


async def say(press: Press, work: Work) -> Text | None:
    """Sends a saved reply."""
    _require_claimer(press)
    if press.argument not in REPLIES:
        return None
    await work.say(press.case, (message(REPLIES[press.argument][1].filled(ref=press.case.ref)),))
    await _keep(press, work, "replied_to", {"reply": press.argument})
    await _page(desk.main_page(press.case, work), press, work)
    return Text("The customer is told.")


# --- asking for more


async def ask(press: Press, work: Work) -> Text | None:
    """The page of what can be asked for; then one request with all that was gathered."""
    _require_claimer(press)
    if press.argument != "send":
        await _rows(desk.ask_page(press.case, work), press, work)
        return None
    await _decide("ask", press, work, phrase=phrase(secrets.choice), word=call_word(secrets.choice))
    await _rows((), press, work)
    said = Text("{ref}: the customer is asked. The case stays yours.", ref=press.case.ref)
    request = press.case.desk.request
    if request and "video" in request.items:
        await _tell(press.reviewer.id, f"{press.case.ref}: the video must say “{request.phrase}”.", work)
    if request and "call_time" in request.items:
        await _tell(press.reviewer.id, f"{press.case.ref}: begin the call with the word “{request.word}”.", work)
    return said


async def item(press: Press, work: Work) -> None:
    """Puts an item into the request, or takes it out; a photo or an answer needs its reason first."""
    _require_claimer(press)
    basket, key = press.case.desk.basket, press.argument
    if key == "local_time":  # a call is asked for with the time zone, or not at all
        key = "call_time"
    if key in basket:
        del basket[key]
        if key == "call_time":
            basket.pop("local_time", None)
        await _keep(press, work)
    elif key in desk.EXTRAS:
        basket[key] = "video" if key == "video" else "call"
        if key == "call_time":
            basket["local_time"] = "call"
        await _keep(press, work)
    elif key in press.case.answers:
        await _rows(desk.reasons_page(key, work), press, work)
        return
    await _rows(desk.ask_page(press.case, work), press, work)


async def why(press: Press, work: Work) -> None:
    """The reason for an item, which is then in the request."""
    _require_claimer(press)
    key, _, code = press.argument.partition("-")
    if key in press.case.answers and code in REASONS:
        press.case.desk.basket[key] = code
        await _keep(press, work)
    await _rows(desk.ask_page(press.case, work), press, work)


# --- deciding


async def approve(press: Press, work: Work) -> Text:
    """Asks for the username, typed: the hand must know whose 2FA it turns off (R15)."""
    _require_claimer(press)
    if missing := unticked(press.case.desk):
        raise NotNow(CHECKS_FIRST.filled(missing=missing))
    press.case.desk.awaits = "username"
    await _keep(press, work)
    said = Text(
        "{ref}: turn off 2FA in the account system first. Then type the username of the account to approve.",
        ref=press.case.ref,
    )
    await _tell(press.reviewer.id, work.house.tongues("en").say(said), work)
    return Text("Type the username to approve.")


async def effect(press: Press, work: Work) -> None:
    await _decide("take_effect", press, work)
    await _rows((), press, work)
    await _done(press, work)


async def cancel(press: Press, work: Work) -> Text:
    await _decide("cancel", press, work)
    await _rows((), press, work)
    return Text("{ref} is back in the queue.", ref=press.case.ref)


async def reopen(press: Press, work: Work) -> Text | None:
    """First why, then the case is in the queue again."""
    if await work.tx.cases.open_of(press.case.applicant):
        raise NotNow(Text("The customer has a newer request."))
    if not press.case.answers:
        raise NotNow(Text("{ref} cannot be reopened: its answers are deleted.", ref=press.case.ref))
    if press.argument not in LOOKING_AGAIN:
        await _rows(desk.reopen_page(), press, work)
        return None
    await _decide("reopen", press, work, reason=press.argument)
    return Text("{ref} is back in the queue.", ref=press.case.ref)


async def refuse(press: Press, work: Work) -> None:
    """First the reasons, then what the customer will read, then the decision."""
    if press.argument:
        await _decide("refuse", press, work, reason=press.argument)
        await _done(press, work)
        return
    _require_claimer(press)
    await _rows(desk.refuse_page(), press, work)


async def reason(press: Press, work: Work) -> None:
    """The dossier again, with what the customer will read at its foot."""
    _require_claimer(press)
    if press.argument not in (*RETRY, *FINAL, *SECURITY):
        raise NotNow(Text("Select a reason."))
    words = work.house.dialogue.decisions.reason(press.argument)
    preview = Text('The customer will read: "{reason}"', reason=words)
    await _page(desk.preview_page(press.argument), press, work, preview)


ACTIONS: Mapping[str, Callable[[Press, Work], Awaitable[Text | None]]] = {
    "claim": claim,
    "take": take_over,
    "release": release,
    "hand": hand,
    "escalate": escalate,
    "photos": photos,
    "timeline": timeline,
    "main": main,
    "more": more,
    "check": check,
    "marks": marks,
    "mark": mark,
    "note": note,
    "reply": reply,
    "say": say,
    "ask": ask,
    "item": item,
    "why": why,
    "approve": approve,
    "effect": effect,
    "cancel": cancel,
    "reopen": reopen,
    "refuse": refuse,
    "reason": reason,
}


async def _decide(event: str, press: Press, work: Work, **details: object) -> None:
    """The choke point: every action on a case goes through the machine, is saved, recorded, told and shown."""
    case, before = press.case, press.case.stage
    if event == "approve":
        details["risk"] = card.is_risky(await card.facts_of(case, work))
    told = work.house.dialogue.decisions.decide(case, event, press.reviewer, work.now, **details)
    case.desk.active_at, case.desk.awaits = work.now, ""
    await work.tx.cases.save(case, now=work.now)
    moved = {"from": str(before), "to": str(case.stage), **_codes(case, event, details)}
    await work.tx.audit.record(case.id, actor=press.reviewer.id, kind=event, now=work.now, details=moved)
    if event in ("hand_over", "take_over"):
        await card.clear_desks(case, work)
    await work.say(case, told)
    if event == "ask":
        await work.say(case, (work.house.dialogue.prompt(case, work.now),))
    await card.show(case, work)
    await schedule(case, work)


def _codes(case: Case, event: str, details: Mapping[str, object]) -> dict[str, str | int]:
    """What of an action belongs into the record: codes and counts."""
    match event:
        case "refuse" | "release" | "reopen":
            return {"reason": str(details["reason"])}
        case "hand_over" if case.claimed_by:
            return {"receiver": case.claimed_by, "reason": str(details["reason"])}
        case "ask" if case.desk.request:
            reasons = ",".join(sorted(case.desk.request.items.values()))
            return {"items": len(case.desk.request.items), "reasons": reasons}
        case "approve":
            return {"risk": int(bool(details["risk"]))}
        case _:
            return {}


async def _keep(press: Press, work: Work, kind: str = "", details: Mapping[str, str] | None = None) -> None:
    """Saves what the claimer noted; their silence starts anew."""
    press.case.desk.active_at = work.now
    await work.tx.cases.save(press.case, now=work.now)
    if kind:
        await work.tx.audit.record(
            press.case.id, actor=press.reviewer.id, kind=kind, now=work.now, details=dict(details or {})
        )


def _require_claimer(press: Press) -> None:
    """Looking and preparing are the claimer's alone, as deciding is."""
    case = press.case
    if case.stage != CLAIMED:
        raise declined("look", case)
    if case.claimed_by != press.reviewer.id:
        raise NotYours(Text("{name} has {ref}.", name=case.claimed_name, ref=case.ref))


async def _rows(rows: desk.Rows, press: Press, work: Work) -> None:
    """Other buttons under the message that was pressed."""
    params: Params = {"chat_id": press.chat, "message_id": press.message_id}
    if rows:
        params["reply_markup"] = desk.keyboard(rows, press.case, work)
    await work.call("editMessageReplyMarkup", params, lane="staff")


async def _page(rows: desk.Rows, press: Press, work: Work, note: Text | None = None) -> None:
    """The dossier as it is now, with a page of buttons."""
    params = await desk.dossier(press.case, rows, work, note)
    await work.call("editMessageText", {"chat_id": press.chat, "message_id": press.message_id, **params}, lane="staff")


async def _done(press: Press, work: Work) -> None:
    said = Text("{ref}: {stage}. The customer is told.", ref=press.case.ref, stage=STAGES[str(press.case.stage)])
    await _tell(press.reviewer.id, work.house.tongues("en").say(said), work)


async def _clear_if_closed(press: Press, work: Work) -> None:
    """Old buttons of a decided case go (R17). The card itself is brought up to date by `card.show`."""
    if press.case.closed_at and press.chat != work.house.staff.chat:
        await _rows((), press, work)


# --- words


async def on_text(message: Message, work: Work) -> None:
    """What a case of this reviewer waits for: the username that approves, or a note."""
    case = await _awaiting(message.chat.id, work)
    reviewer = _reviewer(message.from_user, work) if message.from_user else None
    if case is None or reviewer is None:
        await _tell(message.chat.id, work.house.tongues("en").say(NOTHING_AWAITED), work)
        return
    press = Press(case, reviewer, message.chat.id, 0, "")
    awaited, case.desk.awaits = case.desk.awaits, ""
    if awaited == "note":
        case.desk.notes.append(Note(reviewer.name, work.now, (message.text or "")[:NOTE_MOST]))
        await _keep(press, work, "noted")
        await _tell(reviewer.id, f"{case.ref}: the note is kept.", work)
        return
    await _approve_by_name(message.text or "", press, work)


async def _approve_by_name(typed: str, press: Press, work: Work) -> None:
    case, tongue = press.case, work.house.tongues("en")
    question = work.house.dialogue.questionnaire["username"]
    shown = question.show(case.value("username"))
    expected = shown if isinstance(shown, str) else str(shown.values.get("answer", ""))
    if plain(normalise(typed)) != plain(expected):
        await _keep(press, work, "username_differs")
        said = Text("That is not the username of {ref}. Nothing is approved. Press Approve to try again.", ref=case.ref)
        await _tell(press.reviewer.id, tongue.say(said), work)
        return
    try:
        await _decide("approve", press, work)
    except Declined as declined:
        await _tell(press.reviewer.id, tongue.say(declined.says), work)
        return
    if case.stage == APPROVED:
        said = Text("{ref} is approved. It may take effect at {time}.", ref=case.ref, time=case.desk.effective_at)
        await _tell(press.reviewer.id, tongue.say(said), work, desk.keyboard(desk.waiting_page(case), case, work))
        return
    said = (
        Text("{ref}: {stage}. The customer is told.", ref=case.ref, stage=STAGES[str(case.stage)])
        if case.closed_at
        else Text("{ref}: approved by you. A second reviewer must confirm, because of a risk flag.", ref=case.ref)
    )
    await _tell(press.reviewer.id, tongue.say(said), work)


async def _awaiting(reviewer: int, work: Work) -> Case | None:
    """The case of a reviewer that waits for words, the one worked on last."""
    waiting = [case for case in await work.tx.cases.claimed_by(reviewer) if case.desk.awaits]
    return max(waiting, key=lambda case: case.desk.active_at or work.now, default=None)


# --- commands


async def on_start(message: Message, command: CommandObject, work: Work) -> None:
    await _open((command.args or "").removeprefix("case_"), message, work)


async def on_case(message: Message, command: CommandObject, work: Work) -> None:
    await _open(command.args or "", message, work)


async def _open(ref: str, message: Message, work: Work) -> None:
    """The dossier for its claimer; for every other reviewer the card, masked, with what only the approver or a lead
    can do.
    """
    tongue = work.house.tongues("en")
    case = await work.tx.cases.by_ref(ref)
    if case is None or case.stage is None:
        await _tell(message.chat.id, tongue.say(Text("There is no request with this reference.")), work)
        return
    if case.stage == CLAIMED and case.claimed_by == message.chat.id:
        await desk.open_case(case, message.chat.id, work)
        return
    shown = card.card(case, await card.facts_of(case, work), work)
    if case.stage == APPROVED and message.chat.id in (case.decided_by, *work.house.staff.leads):
        shown["reply_markup"] = desk.keyboard(desk.waiting_page(case), case, work)
    await work.call("sendMessage", {**shown, "chat_id": message.chat.id}, lane="staff")


async def on_queue(message: Message, work: Work) -> None:
    """All open requests, the most urgent first; only those that are shown are opened."""
    cases = work.tx.cases
    shown = [await cases.get(each.id) for each in await cases.queue(MAX_LISTED)]
    await _list([case for case in shown if case], message, work, count=await cases.queued(COUNTED))


async def on_next(message: Message, work: Work) -> None:
    """The card of the most urgent request that nobody has, with the button that claims it."""
    case = await work.tx.cases.next_for(message.chat.id)
    if case is None:
        await _tell(message.chat.id, work.house.tongues("en").say(EMPTY), work)
        return
    shown = card.card(case, await card.facts_of(case, work), work)
    await work.call("sendMessage", {**shown, "chat_id": message.chat.id}, lane="staff")


async def on_mine(message: Message, work: Work) -> None:
    mine = await work.tx.cases.claimed_by(message.chat.id)
    await _list(mine, message, work, count=len(mine))


async def on_find(message: Message, command: CommandObject, work: Work) -> None:
    """Requests by reference, username or phone; the last two through keyed hashes (O14)."""
    wanted = (command.args or "").strip()
    found = [await work.tx.cases.by_ref(wanted)]
    for field, value in work.house.dialogue.questionnaire.lookups(wanted, work.now).items():
        found += [await work.tx.cases.by_ref(ref) for ref in await work.tx.cases.find(field, value)]
    await work.tx.audit.record(None, actor=message.chat.id, kind="searched", now=work.now)
    sent = [case for case in found if case and case.submitted_at]
    await _list(sent, message, work, count=len(sent))


async def _list(cases: list[Case], message: Message, work: Work, *, count: int) -> None:
    """A line for each case, as far as there is room; `count` is how many there are, of more than COUNTED unknown."""
    tongue = work.house.tongues("en")
    lines = [await _listed(case, work) for case in cases[:MAX_LISTED]]
    more = Text("more than {count}", count=COUNTED - MAX_LISTED) if count == COUNTED else count - len(lines)
    if count > len(lines):
        lines.append(tongue.say(Text("and {more} more", more=more)))
    await _tell(message.chat.id, "\n".join(lines) or tongue.say(EMPTY), work)


async def _listed(case: Case, work: Work) -> str:
    """A line of a list: what it is, who has it, until when, and whether a risk flag stands."""
    tongue = work.house.tongues("en")
    stage = STAGES[str(case.stage)]
    link = f'<a href="{card.desk_link(case, work)}">{case.ref}</a>'
    who = f" · {tongue.say(Text('{name}', name=case.claimed_name))}" if case.claimed_name else ""
    when = "" if case.closed_at else f" · {tongue.say(Text('answer by {due}', due=case.due_at))}"
    risk = f" · 🚩 {tongue.say(Text('risk'))}" if card.is_risky(await card.facts_of(case, work)) else ""
    return f"{link} · {tongue.say(stage)}{who}{when}{risk}"


async def _tell(chat: int, html: str, work: Work, markup: Params | None = None) -> None:
    params: Params = {"chat_id": chat, "text": html, "parse_mode": "HTML"}
    await work.call("sendMessage", {**params, "reply_markup": markup} if markup else params, lane="staff")


def _reviewer(user: User, work: Work) -> Reviewer | None:
    staff = work.house.staff
    reviewer = staff.reviewer(user.id, user.full_name)
    if reviewer:
        staff.names[user.id] = user.full_name
    return reviewer

"""Private chats: commands and answers of the person who asks to get back in."""

from datetime import timedelta

from aiogram import Router
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message

from handlers import card, desk, limits, owner
from handlers.filters import button_of, in_private, is_a_return
from handlers.replies import edit_of, reply_to, tap_of
from handlers.schedule import schedule
from handlers.speech import INTAKE
from handlers.work import Delivery, Work
from states import screens
from states.case import Answer, Case
from states.dialogue import Turn
from states.intake import GONE
from states.reading.phone import Phone
from states.reading.username import Username
from states.reply import Command, Photo, Reply, Video
from states.review import ASKED, CLAIMED, WAITING, WITHDRAWN
from states.text import Text


def talk() -> Router:
    """What people say who can be nothing but applicants, without a command: found before any other router is asked."""
    router = Router(name="talk")
    router.message.register(on_message, is_talk)
    return router


def setup() -> Router:
    router = Router(name="applicant")
    router.message.register(on_message, in_private)
    router.edited_message.register(on_edit, in_private)
    router.my_chat_member.register(on_return, in_private, is_a_return)
    router.callback_query.register(on_press, button_of(INTAKE))
    return router


async def is_talk(message: Message, work: Work) -> bool:
    is_private, is_command = message.chat.type == ChatType.PRIVATE, (message.text or "").startswith("/")
    return is_private and not is_command and work.house.staff.reviewer(message.chat.id, "") is None


async def on_message(message: Message, work: Work) -> None:
    reply = reply_to(message, work.delivery)
    if await limits.lets_speak(message.chat.id, work) and await limits.lets_show(message.chat.id, reply, work):
        await take(message.chat.id, reply, message, work)


async def on_edit(message: Message, work: Work) -> None:
    if await limits.lets_speak(message.chat.id, work):
        await take(message.chat.id, edit_of(message), message, work)


async def on_return(update: ChatMemberUpdated, work: Work) -> None:
    """Somebody let us write to them again: the card says no more that nothing reaches them (R28)."""
    case = await work.tx.cases.open_of(update.chat.id)
    if case and case.stage:
        case.touched_at = work.now
        await work.tx.cases.save(case, now=work.now)
        await card.show(case, work)


async def on_press(press: CallbackQuery, work: Work) -> None:
    """A press counts for the case that the button was made for, and only in its person's own chat."""
    tapped = tap_of(press)
    work.answer_press(press.id)
    if tapped is None or press.message is None or not await limits.lets_speak(press.from_user.id, work):
        return
    case_id, tap = tapped
    case = await work.tx.cases.open_of(press.from_user.id)
    if case and case.id == case_id:
        await work.call(
            "editMessageReplyMarkup", {"chat_id": press.message.chat.id, "message_id": press.message.message_id}
        )
    elif case:
        tap = type(tap)(tap.action, step="")
    await take(press.from_user.id, tap, press, work)


async def take(applicant: int, reply: Reply, source: Message | CallbackQuery, work: Work) -> None:
    """Load, take, save, say."""
    cases = work.tx.cases
    case = await cases.open_of(applicant) or _new_case(applicant, source)
    before = await cases.latest_of(applicant) if case.id is None else None
    step, stage = case.step, case.stage
    ahead = (
        await cases.ahead_of(case, screens.AHEAD_MOST) if isinstance(reply, Command) and case.stage == WAITING else None
    )
    answered = frozenset(case.answers)
    turn = work.house.dialogue.take(case, reply, work.now, before, ahead)
    if not await _within_limits(case, stage, work):
        return
    await _keep(case, turn, reply, answered - case.answers.keys(), work)
    if turn.secret and isinstance(source, Message):
        await _destroy(source, work)
    if turn.erases:
        await _erase(turn.erases, work)
    await work.say(case, turn.says, keyboard_before=_asked_below(step, work) and case.step != step)
    await _follow(case, stage, work)


async def _within_limits(case: Case, stage: str | None, work: Work) -> bool:
    """Whether what the turn changed may be kept: a request that begins, and one that is sent, are counted (O11)."""
    if case.id is None and case.step not in (None, GONE):
        return await limits.lets_begin(case.applicant, work)
    if stage is None and case.stage is not None:
        return await limits.lets_send(case, work)
    return True


def _new_case(applicant: int, source: Message | CallbackQuery) -> Case:
    language = source.from_user.language_code if source.from_user else None
    return Case(applicant=applicant, language="en", locale=language)


def _asked_below(step: str | None, work: Work) -> bool:
    questionnaire = work.house.dialogue.questionnaire
    return step is not None and step in questionnaire and questionnaire[step].asks_contact


async def _keep(case: Case, turn: Turn, reply: Reply, forgotten: frozenset[str], work: Work) -> None:
    """Saves what the turn changed; a request that is gone leaves nothing behind. `forgotten`: answers of before."""
    cases = work.tx.cases
    if case.step == GONE:
        if case.id is not None:
            await cases.forget(case)
        return
    if case.step is None:
        return
    if case.id is None:
        await cases.add(case, now=work.now)
        await _set_timer(case, work)
    await _keep_photo(case, turn, reply, forgotten, work)
    await cases.save(case, now=work.now)
    await _record(case, turn, work)


async def _set_timer(case: Case, work: Work) -> None:
    """One timer for each draft: it reminds once, then lets the draft expire (C17)."""
    due_at = work.now + timedelta(hours=work.house.dialogue.policy.draft_remind_hours)
    await work.tx.timers.set(f"draft:{case.id}", case_id=case.id, kind="remind", due_at=due_at)


async def _keep_photo(case: Case, turn: Turn, reply: Reply, forgotten: frozenset[str], work: Work) -> None:
    """The picture or video goes to storage, in the place of the one before; one that is no longer an answer goes."""
    photos, delivery = work.tx.photos, work.delivery
    if turn.accepted and isinstance(reply, Photo | Video) and isinstance(delivery, Delivery):
        if case.submitted_at is None:  # what was sent to the reviewers stays, beside what they asked for
            await photos.drop(case, turn.accepted)
        await photos.add(
            case, turn.accepted, delivery.data, delivery.view, digest=delivery.content.digest, now=work.now
        )
    for question in forgotten & set(work.house.dialogue.photo_questions):
        await photos.drop(case, question)


async def _record(case: Case, turn: Turn, work: Work) -> None:
    audit = work.tx.audit
    if turn.accepted:
        await audit.record(
            case.id, actor=case.applicant, kind="answered", now=work.now, details={"question": turn.accepted}
        )
        await _index(case, turn.accepted, work)
    if turn.refused:
        details = {"question": str(case.step), "reason": turn.refused}
        await audit.record(case.id, actor=case.applicant, kind="turned_down", now=work.now, details=details)
    if turn.secret:
        details = {"kind": turn.secret}
        await audit.record(case.id, actor=case.applicant, kind="secret_deleted", now=work.now, details=details)


async def _index(case: Case, accepted: str, work: Work) -> None:
    """What other cases are compared with: keyed hashes of username and phone (O14)."""
    match case.answers[accepted]:
        case Answer(value=Username(username=username)):
            await work.tx.cases.index(case, username=username)
        case Answer(value=Phone(e164=e164)):
            await work.tx.cases.index(case, phone=e164)


async def _destroy(message: Message, work: Work) -> None:
    """A message with a secret goes: from the chat, and from what we stored of it (C31)."""
    if work.update_id is not None:
        await work.tx.inbox.blank(work.update_id)
    not_deleted = work.house.tongues("en").say(screens.SECRET_NOT_DELETED)
    await work.call(
        "deleteMessage",
        {
            "chat_id": message.chat.id,
            "message_id": message.message_id,
            "otherwise": {"chat_id": message.chat.id, "text": not_deleted, "parse_mode": "HTML"},
        },
    )


async def _erase(case: Case, work: Work) -> None:
    """What a closed case collected goes at once; reference, dates and decision stay (O10)."""
    assert case.id is not None  # noqa: S101  a closed case was saved
    await work.tx.cases.purge(case.id, now=work.now)
    await work.tx.audit.record(case.id, actor=case.applicant, kind="erased", now=work.now)


async def _follow(case: Case, stage: str | None, work: Work) -> None:
    """What the staff sees of it: nothing before the request is sent (C10)."""
    if case.stage == stage:
        return
    kind = "submitted" if stage is None else "replied" if case.stage == CLAIMED else str(case.stage)
    details = {"reason": case.reason} if case.reason else {}
    await work.tx.audit.record(case.id, actor=case.applicant, kind=kind, now=work.now, details=details)
    await card.show(case, work)
    await schedule(case, work)
    if kind in ("submitted", "replied"):
        await owner.enquire(case, work)
    if case.claimed_by and stage == ASKED:
        await _tell_claimer(case, work)
    if case.stage == WITHDRAWN:
        assert case.id is not None  # noqa: S101  it was saved
        await work.tx.cases.purge(case.id, now=work.now)


async def _tell_claimer(case: Case, work: Work) -> None:
    """What the claimer asked for is here: the dossier again, with a word about it."""
    assert case.claimed_by is not None  # noqa: S101  the caller looked
    news = Text("{ref}: the customer replied.", ref=case.ref)
    params = await desk.dossier(case, desk.main_page(case, work), work, news)
    await work.call(
        "sendMessage", {"chat_id": case.claimed_by, "protect_content": True, "desk": case.id, **params}, lane="staff"
    )

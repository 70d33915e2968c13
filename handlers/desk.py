"""The claimer's private desk: one message that shows the case, with pages of buttons under it.

Nothing here can be forwarded, and each look at an answer or a photo is an event.
"""

from collections.abc import Sequence

from handlers.card import facts_of, prefix, text
from handlers.speech import Params, Tongue, inline
from handlers.work import Work
from states.case import Case
from states.desk import CHECKS, GIVING_AWAY, LOOKING_AGAIN, MARKS
from states.message import Button, Row
from states.photo import PhotoQuestion
from states.question import Question
from states.questions.video import VideoQuestion
from states.review import ANSWER_REASONS, FINAL, PHOTO_REASONS, REASON_LABELS, REPLIES, RETRY, SECURITY
from states.text import Text

BACK = Button(Text("Back"), "main")
EXTRAS = ("video", "call_time")
"""What can be asked for besides what was answered."""
EXTRA_LABELS = {"video": Text("Short video"), "call_time": Text("Call")}
NOTES_SHOWN = 5
TIMELINE_MOST = 40
"""Events shown: a message has room for no more."""
TICKED, UNTICKED = "☑", "☐"

Rows = tuple[Row, ...]


# --- pages of buttons


def main_page(case: Case, work: Work) -> Rows:
    """The five checks, what can be looked at, what can be decided."""
    years = work.house.dialogue.policy.document_years
    checks = tuple((_check(key, case, label.filled(years=years)),) for key, label in CHECKS.items())
    return (
        (Button(Text("Photos"), "photos"), Button(Text("Marks"), "marks"), Button(Text("More"), "more")),
        *checks,
        (Button(Text("Ask for more"), "ask", "primary"), Button(Text("Refuse"), "refuse", "danger")),
        (Button(Text("Approve"), "approve", "success"),),
    )


def more_page() -> Rows:
    return (
        (Button(Text("Timeline"), "timeline"), Button(Text("Note"), "note")),
        (Button(Text("Reply"), "reply"), Button(Text("Hand over"), "hand")),
        (Button(Text("To security"), "escalate"), Button(Text("Release"), "release")),
        (BACK,),
    )


def marks_page(case: Case, work: Work) -> Rows:
    """Every answer and photo with its mark; another press is the next mark (R09)."""
    buttons = [
        Button(Text("{mark} {name}", mark=_mark(case, each.key), name=each.name), f"mark-{each.key}")
        for each in items(case, work)
    ]
    return (*_in_pairs(buttons), (BACK,))


def ask_page(case: Case, work: Work) -> Rows:
    """What the customer can be asked for: photos first, then answers, a video, a call (R10, C52-C54)."""
    asked = case.desk.basket
    photos = [each for each in items(case, work) if isinstance(each, PhotoQuestion)]
    answers = [
        each
        for each in items(case, work)
        if not isinstance(each, PhotoQuestion) and each.key not in (*EXTRAS, "local_time")
    ]
    buttons = [_item(each.key, each.name, each.key in asked) for each in (*photos, *answers)]
    buttons += [_item(key, EXTRA_LABELS[key], key in asked) for key in EXTRAS]
    send = Button(Text("Send: {count}", count=len(asked)), "ask-send", "primary")
    return (*_in_pairs(buttons), (send, BACK) if asked else (BACK,))


def reasons_page(question: str, work: Work) -> Rows:
    """Why an item is asked for again."""
    is_photo = isinstance(work.house.dialogue.questionnaire[question], PhotoQuestion)
    codes = PHOTO_REASONS if is_photo else ANSWER_REASONS
    buttons = [Button(REASON_LABELS[code], f"why-{question}-{code}") for code in codes]
    return (*_in_pairs(buttons), (Button(Text("Back"), "ask"),))


def refuse_page() -> Rows:
    """Reasons after which a new request can succeed, then those that are final (R11)."""
    retry = [Button(REASON_LABELS[code], f"reason-{code}") for code in RETRY]
    final = [Button(REASON_LABELS[code], f"reason-{code}", "danger") for code in (*FINAL, *SECURITY)]
    return (*_in_pairs(retry), *_in_pairs(final), (BACK,))


def preview_page(code: str) -> Rows:
    return ((Button(Text("Send and refuse"), f"refuse-{code}", "danger"),), (Button(Text("Another reason"), "refuse"),))


def replies_page() -> Rows:
    """Saved replies; each is read before it goes out (R14)."""
    return (*_in_pairs([Button(label, f"reply-{code}") for code, (label, _) in REPLIES.items()]), (BACK,))


def reply_page(code: str) -> Rows:
    return ((Button(Text("Send this"), f"say-{code}", "primary"),), (Button(Text("Another reply"), "reply"), BACK))


def hand_page(case: Case, work: Work) -> Rows:
    """To whom a case can go."""
    staff = work.house.staff
    others = sorted((staff.reviewers | staff.leads) - {case.claimed_by, case.applicant})
    return (*((Button(Text("{name}", name=staff.name_of(each)), f"hand-{each}"),) for each in others), (BACK,))


def giving_page(action: str) -> Rows:
    """Why the case is let go; `action` is what follows the reason (R04)."""
    return (*((Button(label, f"{action}-{code}"),) for code, label in GIVING_AWAY.items()), (BACK,))


def reopen_page() -> Rows:
    """Why a refusal is looked at again; it stands under the card, for nobody has the case."""
    return tuple((Button(label, f"reopen-{code}"),) for code, label in LOOKING_AGAIN.items())


def waiting_page(case: Case) -> Rows:
    """After an approval that waits: it takes effect by hand, or is taken back (R24)."""
    effect = Button(Text("2FA is off, tell them"), "effect", "success")
    return ((effect,), (Button(Text("Take back {ref}", ref=case.ref), "cancel", "danger"),))


def items(case: Case, work: Work) -> list[Question]:
    """What the customer gave, photos and answers."""
    return work.house.dialogue.questionnaire.changeable(case)


def _check(key: str, case: Case, label: Text) -> Button:
    return Button(Text("{tick} {check}", tick=_tick(key in case.desk.checks), check=label), f"check-{key}")


def _item(key: str, name: Text, is_in: bool) -> Button:  # noqa: FBT001  a private line
    return Button(Text("{tick} {name}", tick=_tick(is_in), name=name), f"item-{key}")


def _tick(is_in: bool) -> str:  # noqa: FBT001  a private line
    return TICKED if is_in else UNTICKED


def _mark(case: Case, question: str) -> str:
    return {"ok": "✓", "bad": "✘", "unsure": "?"}.get(case.desk.marks.get(question, ""), "·")


def _in_pairs(buttons: Sequence[Button]) -> Rows:
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))


# --- the message


def keyboard(rows: Rows, case: Case, work: Work) -> Params:
    return inline(rows, prefix(case), work.house.tongues("en"))


async def open_case(case: Case, reviewer: int, work: Work) -> None:
    """Sends the dossier to its claimer; a look at it is an event."""
    await work.tx.audit.record(case.id, actor=reviewer, kind="dossier_viewed", now=work.now)
    params = await dossier(case, main_page(case, work), work)
    shown = {"chat_id": reviewer, "protect_content": True, "desk": case.id, **params}
    await work.call("sendMessage", shown, lane="staff")


async def dossier(case: Case, rows: Rows, work: Work, note: Text | None = None) -> Params:
    """Every answer as typed and as read, under what the card says; `note` comes last."""
    tongue = work.house.tongues("en")
    head = text(case, await facts_of(case, work), work, tongue)
    foot = ("", f"<b>{tongue.say(note)}</b>") if note else ()
    return {
        "text": "\n".join((head, "", *_answers(case, work, tongue), *_notes(case, tongue), *foot)),
        "parse_mode": "HTML",
        "reply_markup": keyboard(rows, case, work),
    }


def _answers(case: Case, work: Work, tongue: Tongue) -> list[str]:
    lines = []
    for question in items(case, work):
        answer = case.answers[question.key]
        mark = case.desk.marks.get(question.key)
        marked = f" · {tongue.say(MARKS[mark])}" if mark else ""
        if isinstance(question, PhotoQuestion):
            lines += [f"<b>{tongue.say(question.name)}</b>{marked}"] if mark else []
            continue
        shown = question.show(answer.value)
        read = tongue.say(shown if isinstance(shown, Text) else Text("{read}", read=shown))
        typed = tongue.say(Text("typed: {typed}", typed=answer.typed))
        lines.append(f"<b>{tongue.say(question.name)}</b>: {read}{marked}")
        if answer.typed and not typed.casefold().endswith(read.casefold()):
            lines.append(f"<i>{typed}</i>")
        lines += _on_file(case, question.key, tongue)
        if answer.via == "contact":
            lines.append(f"<i>{tongue.say(Text('shared: the number of their Telegram account'))}</i>")
    return lines


def _on_file(case: Case, question: str, tongue: Tongue) -> list[str]:
    """What the account system has instead, where one is connected and knows (R09)."""
    on_file = case.desk.on_file
    if on_file is None or question not in on_file.values:
        return []
    value = on_file.values[question]
    match on_file.agrees.get(question):
        case True:
            said = Text("on file: {value} · agrees", value=value)
        case False:
            said = Text("on file: {value} · differs", value=value)
        case _:
            said = Text("on file: {value}", value=value)
    return [f"<i>{tongue.say(said)}</i>"]


def _notes(case: Case, tongue: Tongue) -> list[str]:
    notes = [
        tongue.say(Text("{name}, {time}: {text}", name=note.by, time=note.at, text=note.text))
        for note in case.desk.notes[-NOTES_SHOWN:]
    ]
    return ["", f"<b>{tongue.say(Text('Notes'))}</b>", *notes] if notes else []


async def show_photos(case: Case, reviewer: int, work: Work) -> None:
    """The photos and the video, each view an event."""
    tongue = work.house.tongues("en")
    for question in items(case, work):
        for photo_id in await work.tx.photos.of(_id(case), question.key):
            caption = tongue.say(Text("{ref}: {photo}", ref=case.ref, photo=question.name))
            part = "video" if isinstance(question, VideoQuestion) else "photo"
            await work.tx.audit.record(
                case.id, actor=reviewer, kind=f"{part}_viewed", now=work.now, details={"question": question.key}
            )
            await work.call(
                f"send{part.capitalize()}",
                {
                    "chat_id": reviewer,
                    part: {"stored": photo_id},
                    "caption": caption,
                    "parse_mode": "HTML",
                    "protect_content": True,
                    "desk": case.id,
                },
                lane="staff",
            )


async def timeline(case: Case, work: Work) -> str:
    """Who did what, when; nothing that anybody wrote."""
    tongue = work.house.tongues("en")
    lines = [
        tongue.say(
            Text(
                "{time}: {what}, {who}",
                time=event.at,
                what=event.kind.replace("_", " "),
                who=work.house.staff.name_of(int(event.actor)) if event.actor.isdecimal() else event.actor,
            )
        )
        for event in await work.tx.audit.timeline(_id(case))
    ]
    return "\n".join((f"<b>{case.ref}</b>", *lines[-TIMELINE_MOST:]))


def _id(case: Case) -> int:
    assert case.id is not None  # noqa: S101  a case on a desk was saved
    return case.id

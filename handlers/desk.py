"""The claimer's private desk: the dossier, the photos, and what can be decided. Nothing here can be forwarded."""

from handlers.card import facts_of, prefix, text
from handlers.speech import Params, Tongue, inline
from handlers.work import Work
from states.case import Case
from states.message import Button, Row
from states.photo import PhotoQuestion
from states.review import REASON_LABELS
from states.text import Text

ACTIONS: tuple[Row, ...] = (
    (Button(Text("Photos"), "photos"), Button(Text("Release"), "release")),
    (Button(Text("Approve"), "approve", "success"), Button(Text("Refuse"), "refuse", "danger")),
)
BACK = Button(Text("Back"), "back")
Rows = tuple[Row, ...]


def claim_rows() -> tuple[Row, ...]:
    return ((Button(Text("Claim"), "claim", "primary"),),)


def approve_rows(case: Case) -> tuple[Row, ...]:
    return ((Button(Text("2FA is off, approve {ref}", ref=case.ref), "approve-yes", "success"),), (BACK,))


def reason_rows() -> tuple[Row, ...]:
    buttons = [Button(label, f"reason-{code}") for code, label in REASON_LABELS.items()]
    return (*(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)), (BACK,))


def preview(reason: Text) -> Text:
    """What the reviewer reads before a refusal goes out."""
    return Text('The customer will read: "{reason}"', reason=reason)


def refuse_rows(code: str) -> tuple[Row, ...]:
    return ((Button(Text("Send and refuse"), f"refuse-{code}", "danger"),), (Button(Text("Another reason"), "refuse"),))


def keyboard(rows: tuple[Row, ...], case: Case, work: Work) -> Params:
    return inline(rows, prefix(case), work.house.tongues("en"))


async def open_case(case: Case, reviewer: int, work: Work) -> None:
    """Sends the dossier to its claimer; a look at it is an event."""
    await work.tx.audit.record(case.id, actor=reviewer, kind="dossier_viewed", now=work.now)
    params = await dossier(case, ACTIONS, work)
    await work.call("sendMessage", {"chat_id": reviewer, "protect_content": True, **params}, lane="staff")


async def dossier(case: Case, rows: Rows, work: Work, note: Text | None = None) -> Params:
    """Every answer as typed and as read, under what the card says; `note` comes last."""
    tongue = work.house.tongues("en")
    head = text(case, await facts_of(case, work), work, tongue)
    notes = ("", f"<b>{tongue.say(note)}</b>") if note else ()
    return {
        "text": "\n".join((head, "", *_answers(case, work, tongue), *notes)),
        "parse_mode": "HTML",
        "reply_markup": keyboard(rows, case, work),
    }


def _answers(case: Case, work: Work, tongue: Tongue) -> list[str]:
    lines = []
    for question in work.house.dialogue.questionnaire.changeable(case):
        if isinstance(question, PhotoQuestion):
            continue
        answer = case.answers[question.key]
        shown = question.show(answer.value)
        read = tongue.say(shown if isinstance(shown, Text) else Text("{read}", read=shown))
        typed = tongue.say(Text("typed: {typed}", typed=answer.typed))
        lines.append(f"<b>{tongue.say(question.name)}</b>: {read}")
        if answer.typed and not typed.casefold().endswith(read.casefold()):
            lines.append(f"<i>{typed}</i>")
        if answer.via == "contact":
            lines.append(f"<i>{tongue.say(Text('shared: the number of their Telegram account'))}</i>")
    return lines


async def show_photos(case: Case, reviewer: int, work: Work) -> None:
    """The photos, each view an event."""
    tongue = work.house.tongues("en")
    for question in work.house.dialogue.questionnaire.changeable(case):
        for photo_id in await work.tx.photos.of(_id(case), question.key):
            caption = tongue.say(Text("{ref}: {photo}", ref=case.ref, photo=question.name))
            await work.tx.audit.record(
                case.id, actor=reviewer, kind="photo_viewed", now=work.now, details={"question": question.key}
            )
            await work.call(
                "sendPhoto",
                {
                    "chat_id": reviewer,
                    "photo": {"stored": photo_id},
                    "caption": caption,
                    "parse_mode": "HTML",
                    "protect_content": True,
                },
                lane="staff",
            )


def _id(case: Case) -> int:
    assert case.id is not None  # noqa: S101  a case on a desk was saved
    return case.id

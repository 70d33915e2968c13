"""How a case looks in the staff channel, and which message shows it. No photo, and nothing that a person told us."""

from collections.abc import Sequence

from handlers.speech import Params, Tongue, inline
from handlers.work import Work
from states.case import Case
from states.flags import Facts, flags
from states.message import Button, Link, Row
from states.question import Missing
from states.reply import Picture
from states.review import APPROVED, ASKED, DECIDED, STAGES, WAITING
from states.text import CountryName, Text

UNREACHABLE = {"forbidden", "chat_not_found"}
"""Why a call came back: the person blocked the bot, or is gone."""
STAFF = "r"
"""What the callback data of a reviewer's button begins with: r:CASE:VERSION:ACTION."""


def prefix(case: Case) -> str:
    return f"{STAFF}:{case.id}:{case.version}"


async def show(case: Case, work: Work) -> None:
    """Posts the card of a case, or brings the one that is there up to date, and those of cases that share with it;
    clears the desks of a case that nobody has in hand any more.
    """
    facts = await facts_of(case, work)
    await _put(case, facts, work)
    if case.claimed_by is None or case.decided_at:
        await clear_desks(case, work)
    for ref in {ref for refs in facts.alike.values() for ref in refs}:
        other = await work.tx.cases.by_ref(ref)
        if other and other.stage and other.closed_at is None:
            await _put(other, await facts_of(other, work), work)


async def clear_desks(case: Case, work: Work) -> None:
    """Takes away what reviewers were shown: no document stays on the phone of somebody who has no case to decide."""
    for chat, message in await work.tx.cards.clear(_id(case)):
        await work.call("deleteMessage", {"chat_id": chat, "message_id": message}, lane="staff")


async def facts_of(case: Case, work: Work) -> Facts:
    """What other cases share with this one. Drafts count only once they are sent (C10)."""
    tx = work.tx
    refs = {field: await tx.cases.alike(case, field) for field in ("username", "phone")}
    pictures = [answer.value for answer in case.answers.values() if isinstance(answer.value, Picture)]
    refs["picture"] = [ref for each in pictures for ref in await tx.photos.known(each.digest) if ref != case.ref]
    refs["person"] = await tx.cases.earlier_of(case)
    alike = {field: await _sent(others, work) for field, others in refs.items()}
    lost = await tx.outbox.undelivered(case.applicant, since=case.touched_at or work.now)
    return Facts(case, alike, work.now, unreachable=not UNREACHABLE.isdisjoint(lost))


async def _sent(refs: Sequence[str], work: Work) -> list[str]:
    """Those of the cases that were sent."""
    found = [await work.tx.cases.by_ref(ref) for ref in dict.fromkeys(refs)]
    return [case.ref for case in found if case and case.submitted_at]


def is_risky(facts: Facts) -> bool:
    """Whether a flag stands that is a sign of fraud: then two reviewers have to agree (R21)."""
    return any(flag.risk for flag in flags(facts))


async def _put(case: Case, facts: Facts, work: Work) -> None:
    """The first time a new message, afterwards an edit of it. Its number is known only once it is sent, so an edit
    names the card, and the courier fills in the message.
    """
    params = card(case, facts, work)
    posted = await work.tx.cards.of(_id(case)) is None and await work.call(
        "sendMessage", {**params, "card": case.id}, lane="staff", key=f"card:{case.id}"
    )
    if not posted:
        await work.call("editMessageText", {**params, "message_id": {"card": case.id}}, lane="staff")


async def note(case: Case, said: Text, work: Work) -> None:
    """A word at the foot of a card that has buttons; it goes with the next edit."""
    params = card(case, await facts_of(case, work), work)
    if _rows(case, work):
        params["text"] += f"\n\n<b>{work.house.tongues('en').say(said)}</b>"
        await work.call("editMessageText", {**params, "message_id": {"card": case.id}}, lane="staff")


def card(case: Case, facts: Facts, work: Work) -> Params:
    tongue = work.house.tongues("en")
    return {
        "chat_id": work.house.staff.chat,
        "text": text(case, facts, work, tongue),
        "parse_mode": "HTML",
        "reply_markup": inline(_rows(case, work), prefix(case), tongue),
    }


def text(case: Case, facts: Facts, work: Work, tongue: Tongue) -> str:
    """The masked story of a case."""
    steps = work.house.dialogue.questionnaire.steps(case)
    given = sum(step.key in case.answers and not isinstance(case.value(step.key), Missing) for step in steps)
    stage = tongue.say(STAGES[case.stage or WAITING]).upper()
    found = flags(facts)
    lines = [
        f"<b>{case.ref} · {tongue.say(Text('2FA reset'))} · {stage}</b>",
        *_times(case, tongue),
        *((tongue.say(Text("Claimed by {name}", name=case.claimed_name)),) if case.claimed_name else ()),
        *((tongue.say(Text("First approval: {name}", name=case.desk.first.name)),) if case.desk.first else ()),
        "",
        tongue.say(Text("Lost: {lost}", lost=_lost(case, work))),
        tongue.say(Text("Country: {country}", country=_country(case))),
        tongue.say(Text("Given: {given} of {asked}, photos included", given=given, asked=len(steps))),
        "",
        tongue.say(Text("Flags: {count}", count=len(found))) if found else tongue.say(Text("No flags")),
        *(f"{'🚩 Risk' if flag.risk else '👁 Look'}: {tongue.say(flag.says)}" for flag in found),
    ]
    return "\n".join(lines)


def _times(case: Case, tongue: Tongue) -> list[str]:
    if case.stage in DECIDED:
        if case.decided_name:
            return [tongue.say(Text("By {name}, {when}", name=case.decided_name, when=case.decided_at))]
        return [tongue.say(Text("On {when}", when=case.decided_at))]
    if case.stage == ASKED and case.desk.request:
        return [tongue.say(Text("The customer has until {due}", due=case.desk.request.due_at))]
    if case.stage == APPROVED:
        by, when = case.decided_name, case.desk.effective_at
        return [tongue.say(Text("Approved by {name}; may take effect {when}", name=by, when=when))]
    assert case.due_at is not None  # noqa: S101  a submitted case is due
    assert case.submitted_at is not None  # noqa: S101  as above
    sent, unix = int(case.submitted_at.timestamp()), int(case.due_at.timestamp())
    sent_at = tongue.say(Text("{sent}", sent=f"{case.submitted_at:%d %B, %H:%M} UTC"))
    answer_by = tongue.say(Text("Answer by {due}", due=case.due_at))
    return [
        f'{tongue.say(Text("Sent"))} <tg-time unix="{sent}" format="r">{sent_at}</tg-time>',
        f'{answer_by} (<tg-time unix="{unix}" format="r">{tongue.say(Text("time left"))}</tg-time>)',
    ]


def _lost(case: Case, work: Work) -> Text | str:
    value = case.value("lost")
    return work.house.dialogue.questionnaire["lost"].show(value) if value else Text("not said")


def _country(case: Case) -> CountryName | Text:
    issuer = case.value("doc_country")
    return CountryName(issuer.country) if hasattr(issuer, "country") else Text("not known")


def _rows(case: Case, work: Work) -> tuple[Row, ...]:
    match case.stage:
        case "waiting":
            return ((Button(Text("Claim"), "claim", "primary"),),)
        case "confirming":
            return ((Button(Text("Second check"), "claim", "primary"),),)
        case "escalated":
            return ((Button(Text("Claim (lead)"), "claim"),),)
        case "claimed":
            return ((Link(Text("Open the desk"), desk_link(case, work)), Button(Text("Take over"), "take")),)
        case "refused" if case.answers and not case.desk.reopened:
            return ((Button(Text("Reopen"), "reopen"),),)
        case _:
            return ()


def desk_link(case: Case, work: Work) -> str:
    return f"https://t.me/{work.house.bot_name}?start=case_{case.ref}"


def _id(case: Case) -> int:
    assert case.id is not None  # noqa: S101  a case on a card was saved
    return case.id
